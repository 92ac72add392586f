"""A foreign file read in the limited child process, and its tables."""

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from data.errors import UnreadableFile
from data.foreign.limits import FOREIGN_LIMITS, LARGEST_BYTES
from data.foreign.readers.kinds import DAMAGED, EMPTY
from data.foreign.sheet import ForeignFile, Sheet
from data.foreign.tables import header_rows as header_rows
from data.foreign.tables import table_of as table_of
from data.ingest.child_process import ChildFailed, answers_of
from language import N_, Sentence

READER = Path(__file__).with_name("read_in_child.py")
TOO_LARGE = N_("{file} is larger than 100 MB. Divide it and take in one part at a time.")
TOO_HEAVY = N_(
    "{file} takes more time or memory to read than a table should. Copy the cells that you need into a new"
    " file, and take that in."
)
REFUSALS = {"too_heavy": TOO_HEAVY, "broken": DAMAGED}


def read_foreign(name: str, content: bytes) -> ForeignFile:
    """The sheets of a file: .xlsx, .xls, .ods, .csv, .tsv, .json, .geojson, told by content and not by name.

    A row counts as a spreadsheet counts it; in text files a cell of several lines is part of one row; of a
    JSON file the names are row 1 and the first record is row 2. Raises
    :class:`data.errors.UnreadableFile` whose sentence says what to do (password, damaged, too large, no
    table in it, another kind of file).
    """
    collected = _Collected()
    for answer in child_answers(name, content, {}):
        collected.take(answer)
    sheets = collected.sheets()
    if not sheets:
        raise UnreadableFile(Sentence(EMPTY, {"file": name}))
    return ForeignFile(name, hashlib.sha256(content).hexdigest(), sheets, tuple(collected.notices))


def child_answers(name: str, content: bytes, wishes: Mapping[str, object]) -> Iterable[dict[str, Any]]:
    """The answers of the child that reads a file, until its end. Raises
    :class:`data.errors.UnreadableFile`.
    """
    if len(content) > LARGEST_BYTES:
        raise UnreadableFile(Sentence(TOO_LARGE, {"file": name}))
    request = {"name": name, **wishes}
    with closing(answers_of(READER, content, request=request, limits=FOREIGN_LIMITS)) as answers:
        try:
            for answer in answers:
                if "refusal" in answer:
                    raise UnreadableFile(_sentence(answer["refusal"], name))
                if "end" in answer:
                    return
                yield answer
        except ChildFailed:
            pass
    raise UnreadableFile(Sentence(TOO_HEAVY, {"file": name}))


class _Collected:
    """The child's lines, put together; a text that occurs often is kept once."""

    def __init__(self) -> None:
        self.notices: list[Sentence] = []
        self._names: list[str] = []
        self._rows: list[list[tuple[str, ...]]] = []
        self._texts: dict[str, str] = {}

    def take(self, answer: Mapping[str, Any]) -> None:
        if "sheet" in answer:
            self._names.append(answer["sheet"])
            self._rows.append([])
            self.notices += [_sentence(notice, "") for notice in answer["notices"]]
        else:
            once = self._texts.setdefault
            self._rows[-1] += [tuple([once(cell, cell) for cell in row]) for row in answer["rows"]]

    def sheets(self) -> tuple[Sheet, ...]:
        return tuple(Sheet(name, tuple(rows)) for name, rows in zip(self._names, self._rows, strict=True))


def _sentence(sent: Any, name: str) -> Sentence:
    if isinstance(sent, str):
        return Sentence(REFUSALS[sent], {"file": name})
    return Sentence(**sent)
