"""JSON and GeoJSON, one document or one a line: the list of records, and the lists within them, as tables."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from data.errors import UnreadableFile
from data.foreign.readers.cell_text import cell_text, number_text
from data.foreign.readers.delimited import read_delimited, text_of
from data.foreign.readers.raw_sheet import RawSheet
from data.foreign.readers.records import Tables
from language import N_, Sentence

NOT_JSON = N_(
    "{file}, line {line}: this is no valid JSON, so the file is cut short or damaged. Export it again from"
    " the system that it comes from."
)
TOO_DEEP = N_(
    "{file} holds lists within lists so deep that they are no table. Export the list of records alone."
)
NO_RECORDS = N_("{file} holds no list of records. Export the list itself, or take in a spreadsheet or CSV.")
LIST_NAMES = (
    "features",
    "results",
    "result",
    "items",
    "data",
    "records",
    "value",
    "values",
    "rows",
    "entries",
)
"""What the list of records is called, the likeliest first."""
RECORD_NAMES = frozenset({"title", "titel", "name", "navn", "overskrift", "emne"})
"""Who has one of these is a record, and no wrapping around records."""
GEOMETRY = frozenset({"geometry", "bbox", "geom"})


def read_json(raw: bytes, name: str) -> Iterator[RawSheet]:
    """The table of the records first, then each list of records within them, with its owner in
    ``parent/…``; tables are named by their place in the file, and one alone has no name.

    What only looks like JSON is read as delimited text. Raises :class:`data.errors.UnreadableFile`.
    """
    text = text_of(raw, name)
    try:
        document = _document(text, name)
    except ValueError as error:
        if _is_delimited(text):
            yield from read_delimited(raw, name)
            return
        line = str(getattr(error, "lineno", 1))
        raise UnreadableFile(Sentence(NOT_JSON, {"file": name, "line": line})) from None
    try:
        yield from _sheets(document, name)
    except RecursionError:
        raise UnreadableFile(Sentence(TOO_DEEP, {"file": name})) from None


def _sheets(document: Any, name: str) -> Iterator[RawSheet]:
    if _is_list_of_rows(document):
        yield RawSheet("", [[cell_text(cell) for cell in row] for row in document])
        return
    path, records = _records(document)
    if not records:
        raise UnreadableFile(Sentence(NO_RECORDS, {"file": name}))
    tables = Tables()
    for record in records:
        tables.add(path, _unwrapped(record))
    for table, rows in tables.rows():
        yield RawSheet(table if len(tables) > 1 else "", rows)


def _document(text: str, name: str) -> Any:
    """The whole text, or a list of what stands on its lines. Raises ValueError where it is neither."""
    try:
        return _loaded(text)
    except RecursionError:
        raise UnreadableFile(Sentence(TOO_DEEP, {"file": name})) from None
    except json.JSONDecodeError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if error.msg != "Extra data" or not all(line.lstrip().startswith("{") for line in lines):
            raise
        return [_loaded(line) for line in lines]


def _loaded(text: str) -> Any:
    """Numbers come as their text in the file where it is a whole number, so that no digit is lost."""
    return json.loads(text, parse_int=str, parse_float=_decimal, parse_constant=str)


def _decimal(text: str) -> str:
    value = float(text)
    return text if value in (float("inf"), float("-inf")) else number_text(value)


def _is_delimited(text: str) -> bool:
    """Whether the first line begins like JSON and is something else: ``[id];[title]``."""
    first = text.lstrip().split("\n", 1)[0].rstrip()
    return not first.startswith(("{", '["', "[{", "[[")) and len(first) > 1


def _is_list_of_rows(document: Any) -> bool:
    return (
        isinstance(document, list)
        and len(document) > 1
        and all(
            isinstance(row, list) and not any(isinstance(cell, list | dict) for cell in row)
            for row in document
        )
    )


def _records(document: Any, path: str = "") -> tuple[str, Sequence[Mapping[str, Any]]]:
    """The list of records and its place; one record as a list of its own; an empty one where there is
    none.
    """
    if isinstance(document, list):
        return path, [each for each in document if isinstance(each, dict)]
    if not isinstance(document, dict):
        return path, []
    for name in LIST_NAMES:
        inner = document.get(name)
        if isinstance(inner, list) and any(isinstance(each, dict) for each in inner):
            return _within(path, name), [each for each in inner if isinstance(each, dict)]
    if RECORD_NAMES & {str(key).lower() for key in document}:
        return path, [document]
    longest_path, longest = max(_lists(document, path), key=lambda each: len(each[1]), default=("", []))
    if longest:
        return longest_path, longest
    return _keyed_records(document, path)


def _lists(document: Mapping[str, Any], path: str) -> Iterator[tuple[str, Sequence[Mapping[str, Any]]]]:
    """Every list of records in an object and in the objects within it, outside of lists."""
    for key, inner in document.items():
        if isinstance(inner, list) and any(isinstance(each, dict) for each in inner):
            yield _within(path, key), [each for each in inner if isinstance(each, dict)]
        elif isinstance(inner, dict):
            yield from _lists(inner, _within(path, key))


def _keyed_records(document: Mapping[str, Any], path: str) -> tuple[str, Sequence[Mapping[str, Any]]]:
    """Records under their keys, ``{"12": {…}, "13": {…}}``; else the object as the one record."""
    inner = list(document.values())
    if len(inner) > 1 and all(isinstance(each, dict) and each for each in inner):
        common = set(inner[0]).intersection(*inner[1:])
        if common:
            return path, [{"(key)": key, **each} for key, each in document.items()]
    return path, [document] if document else []


def _unwrapped(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """A feature's properties as the record itself, without its geometry; a GraphQL edge's node."""
    for wrapping in ("properties", "attributes"):
        inner = record.get(wrapping)
        if isinstance(inner, dict) and ("geometry" in record or record.get("type") == "Feature"):
            outer = {
                key: value
                for key, value in record.items()
                if key not in GEOMETRY and key not in (wrapping, "type") and key not in inner
            }
            return {**outer, **inner}
    node = record.get("node")
    return node if isinstance(node, dict) and set(record) <= {"node", "cursor"} else record


def _within(path: str, key: str) -> str:
    return f"{path}/{key}" if path else str(key)
