"""A register in which every text that people write holds signs that Markdown and HTML would read."""

import csv
import re
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Any

from google.protobuf.message import Message  # type: ignore[import-untyped]  # it comes with no stubs
from streamlit.testing.v1 import AppTest

from data import queries
from data.database import Store
from data.register import DEMONSTRATION, REFERENCE
from data.schema import KEYS, TABLES, TEXT, Table
from tests.support.registers import new_filled
from workflow.closing import Correction, add_erratum, close_round
from workflow.person import at_this_machine

MARK = "# **qx** [qa](http://b.example) :red[qr] $q^2$ :material/home: <b>qb</b>"
"""A heading, bold, a link, colour, a formula, a picture and HTML, if it is read as anything but text."""
READ_AS_MARKUP = (
    "h1, h2, h3, h4, h5, h6 >> text=/^\\s*qx/",
    "strong:text-is('qx')",
    "a[href*='b.example']",
    "b:text-is('qb')",
    ".katex",
)
"""What a browser would have made of it, as Playwright finds it."""
UNESCAPED = re.compile(r"(?<!\\)(\*\*qx|\[qa|:red\[|\$q|<b>qb)")
READ_AS_TEXT = {
    "Text.body",
    "Code.code_text",
    "BidiComponent.json",
    "PlotlyChart.spec",
    *(f"{each}.{name}" for each in ("TextInput", "TextArea") for name in ("value", "default", "placeholder")),
    *(
        f"{each}.{name}"
        for each in ("Selectbox", "MultiSelect")
        for name in ("options", "raw_value", "raw_values")
    ),
}
"""Places whose text is shown as it is; ``make faults`` looks at them in a browser."""
AFFECTING_MEANING = {
    ("consultations", "started_by"),
    ("consultations", "source"),
    ("norms", "unit"),
    ("bodies", "email"),
}
"""Texts by which the program tells kinds of records apart, and addresses, which hold no such signs."""
MORE = {
    "imports": [
        {
            **dict.fromkeys(("number", "new", "changed", "unchanged", "rejected"), "1"),
            **dict.fromkeys(("who", "file", "profile"), MARK),
            "imported_at": "2026-01-02T10:00:00Z",
            "sha256": "0" * 64,
        }
    ],
    "access_rules": [{"claim": "groups", "value": MARK, "role": "reader", "note": MARK}],
}


def planted_register(path: Path) -> Store:
    """The demonstration records with the signs before each text, and each of its closed rounds frozen."""
    records = {name: [_planted(TABLES[name], row) for row in rows] for name, rows in _seed().items()}
    store = new_filled(path, {**records, **MORE})
    person = at_this_machine(MARK)
    for each in queries.rounds.oldest_first(store):
        if each.status == "closed" and each.closes_on:
            at = datetime.combine(each.closes_on, time(12))
            close_round(store, person, round_before=each, at=at)
            correction = Correction(principle="4", text=MARK, reason=MARK)
            add_erratum(store, person, round_key=each.key, correction=correction, at=at)
    return store


def markup_on(screen: AppTest) -> set[tuple[str, str]]:
    """Where a page lets people's text be read as Markdown: the place of Streamlit's, and the text."""
    return {
        (place, text)
        for element in screen._tree
        for place, text in _texts(getattr(element, "proto", None))
        if place not in READ_AS_TEXT and not place.endswith((".id", ".form_id")) and UNESCAPED.search(text)
    }


def _texts(message: Any) -> Iterator[tuple[str, str]]:
    """Every text of a message, with the name of the message and of the field that it stands in."""
    if not isinstance(message, Message):
        return
    for field, value in message.ListFields():
        for each in [value] if isinstance(value, str | bytes | int | float | Message) else value:
            if isinstance(each, str):
                yield f"{type(message).__name__}.{field.name}", each
            else:
                yield from _texts(each)


def _seed() -> dict[str, list[dict[str, str]]]:
    """The rows of the exchange files, the demonstration's own in place of the reference's where both have
    them.
    """
    records: dict[str, list[dict[str, str]]] = {}
    for table, rows in _files(sorted(REFERENCE.glob("*.csv"))):
        records[table] = rows
    demonstration: dict[str, list[dict[str, str]]] = {}
    for table, rows in _files(sorted(DEMONSTRATION.rglob("*.csv"))):
        demonstration.setdefault(table, []).extend(rows)
    return {**records, **demonstration}


def _files(paths: list[Path]) -> Iterator[tuple[str, list[dict[str, str]]]]:
    for path in paths:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield path.stem, list(csv.DictReader(lines))


def _planted(table: Table, row: dict[str, str]) -> dict[str, str]:
    planted = dict(row)
    for column in table.columns:
        text = row.get(column.name, "")
        if not text or (table.name, column.name) in AFFECTING_MEANING:
            continue
        if column.kind == TEXT:
            planted[column.name] = f"{MARK} {text}"
        elif column.kind == KEYS and not column.refers_to:
            planted[column.name] = f"{text};{MARK} {text.partition(';')[0]}"
    return planted
