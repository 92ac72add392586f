"""The history of one record: who changed what when, from what to what."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import streamlit as st

from data import queries
from data.models import HistoryEntry
from language import N_, Words
from pages import session
from pages.components.findings import show_confidential, show_withheld
from pages.components.labels import label, value_in_words
from pages.components.tables import show_table

ACTIONS = {
    "created": N_("Created"),
    "changed": N_("Changed"),
    "removed": N_("Removed"),
    "set_aside": N_("Never saved; set aside when the answer was submitted"),
}
OWN = {"assessment", "version", "content", "result", "details"}
"""Columns that say nothing to a person: keys, counts, and the bytes of a file."""
SITTING = timedelta(minutes=10)
"""So long after one saved field the next one is of the same sitting."""


def show_history(kind: str, record: str, words: Words) -> None:
    """Folded away; read only when it is opened, the newest change first. That of confidential words bears
    their mark.
    """
    fold = session.fold(words("History"), f"history {kind} {record}", icon=":material/history:")
    if not fold.open:
        return
    with fold:
        store, readership = session.store(), session.readership()
        entries = queries.history.of_record(store, kind, record, readership=readership)
        if kind == queries.history.ASSESSMENTS:
            unsaved = queries.history.set_aside(store, record, readership=readership)
            _mark(record, words)
        else:
            unsaved = []
        entries = sorted([*entries, *unsaved], key=lambda entry: entry.happened_at, reverse=True)
        if entries:
            show_table(history_rows(entries, words, together=kind == "consultations"), words("History"))
        else:
            st.caption(words("Nothing has been written here yet."))


def _mark(record: str, words: Words) -> None:
    """Beside the history of confidential words, or in their place."""
    if not queries.history.is_confidential(session.store(), record):
        return
    if session.readership().may_read(queries.history.body_of(record)):
        show_confidential(words)
        session.note_confidential_read(record)
    else:
        show_withheld(words)


def show_histories(kind: str, records: Mapping[str, str], words: Words) -> None:
    """The same for records that were written together, each under its label; ``records`` are labels by
    record. Those that nothing was done to are left out.
    """
    fold = session.fold(words("History"), f"history {kind} {'|'.join(records)}", icon=":material/history:")
    if not fold.open:
        return
    with fold:
        for record, record_label in records.items():
            if entries := queries.history.of_record(session.store(), kind, record):
                st.markdown(f"**{session.plain(record_label)}**")
                show_table(history_rows(entries, words), record_label)


def history_rows(
    entries: list[HistoryEntry], words: Words, *, together: bool = False
) -> list[dict[str, str]]:
    """A row a change, newest first: when, who, and every column that was changed, from what to what. Fields
    that one person saved one after the other are one row, if ``together``.
    """
    return [
        {
            words("When"): session.plain(_when(sitting, words)),
            words("Who"): session.plain(sitting[0].who),
            words("What"): "  \n".join(
                [
                    f"**{words(ACTIONS[sitting[0].action])}**",
                    *(line for entry in reversed(sitting) for line in _changes(entry, words)),
                ]
            ),
        }
        for sitting in (_sittings(entries) if together else [[entry] for entry in entries])
    ]


def _sittings(entries: list[HistoryEntry]) -> list[list[HistoryEntry]]:
    """The entries, newest first, with those put together that one person wrote within minutes."""
    sittings: list[list[HistoryEntry]] = []
    for entry in entries:
        if sittings and _belongs_to(sittings[-1][-1], entry):
            sittings[-1].append(entry)
        else:
            sittings.append([entry])
    return sittings


def _belongs_to(later: HistoryEntry, earlier: HistoryEntry) -> bool:
    """Whether two changes of fields are of one sitting; removing and putting back stand alone."""
    return (
        later.who == earlier.who
        and later.action == earlier.action == "changed"
        and later.happened_at - earlier.happened_at <= SITTING
        and not any("removed_at" in (_record(each.before) | _record(each.after)) for each in (later, earlier))
    )


def _when(sitting: list[HistoryEntry], words: Words) -> str:
    first, last = words.moment(sitting[-1].happened_at), words.moment(sitting[0].happened_at)
    return last if first == last else f"{first} – {last}"


def _changes(entry: HistoryEntry, words: Words) -> list[str]:
    lines = []
    for column, before, after in changed_columns(entry.before, entry.after):
        was, became = (value_in_words(column, value, words) for value in (before, after))
        values = {"column": label(column, words), "before": was, "after": became}
        line = (
            words("{column}: from “{before}” to “{after}”", **values)
            if entry.before
            else words("{column}: {after}", **values)
        )
        lines.append(session.plain(line))
    return lines


def changed_columns(before: str | None, after: str | None) -> list[tuple[str, Any, Any]]:
    """Every column that differs between a record as it was and as it became, both as JSON, with what stood
    and stands in it; None where nothing does.
    """
    was, became = _record(before), _record(after)
    return [
        (column, was.get(column), became.get(column))
        for column in {**was, **became}
        if column not in OWN and was.get(column) != became.get(column)
    ]


def _record(text: str | None) -> dict[str, Any]:
    """A record as it was, without what is empty or plainly no."""
    values: dict[str, Any] = json.loads(text) if text else {}
    return {name: value for name, value in values.items() if value not in (None, False, "")}
