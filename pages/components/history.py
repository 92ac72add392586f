"""The history of one record: who changed what when, from what to what."""

import json
from collections.abc import Mapping
from typing import Any

import streamlit as st

from data import queries
from data.models import HistoryEntry
from language import N_, Words
from pages import session
from pages.components.findings import show_confidential
from pages.components.labels import label, value_in_words
from pages.components.tables import show_table

ACTIONS = {
    "created": N_("Created"),
    "changed": N_("Changed"),
    "removed": N_("Removed"),
    "set_aside": N_("Never saved; set aside when the answer was submitted"),
}
OWN = {"assessment", "version"}


def show_history(kind: str, record: str, words: Words, *, confidential: bool = False) -> None:
    """Folded away; read only when it is opened, the newest change first. That of confidential words bears
    their mark.
    """
    fold = st.expander(
        words("History"), icon=":material/history:", key=f"history {kind} {record}", on_change="rerun"
    )
    if not fold.open:
        return
    with fold:
        entries = queries.history.of_record(session.store(), kind, record)
        unsaved = queries.history.set_aside(session.store(), record) if kind == "assessments" else []
        if confidential or any(_record(entry.after).get("closed") for entry in unsaved):
            show_confidential(words)
        entries = sorted([*entries, *unsaved], key=lambda entry: entry.happened_at, reverse=True)
        if entries:
            show_table(history_rows(entries, words), words("History"))
        else:
            st.caption(words("Nothing has been written here yet."))


def show_histories(kind: str, records: Mapping[str, str], words: Words) -> None:
    """The same for records that were written together, each under its label; ``records`` are labels by
    record. Those that nothing was done to are left out.
    """
    fold = st.expander(
        words("History"),
        icon=":material/history:",
        key=f"history {kind} {'|'.join(records)}",
        on_change="rerun",
    )
    if not fold.open:
        return
    with fold:
        for record, record_label in records.items():
            if entries := queries.history.of_record(session.store(), kind, record):
                st.markdown(f"**{session.plain(record_label)}**")
                show_table(history_rows(entries, words), record_label)


def history_rows(entries: list[HistoryEntry], words: Words) -> list[dict[str, str]]:
    """A row a change: when, who, and every column that was changed, from what to what."""
    return [
        {
            words("When"): session.plain(words.moment(entry.happened_at)),
            words("Who"): session.plain(entry.who),
            words("What"): _what(entry, words),
        }
        for entry in entries
    ]


def _what(entry: HistoryEntry, words: Words) -> str:
    before, after = _record(entry.before), _record(entry.after)
    lines = [f"**{words(ACTIONS[entry.action])}**"]
    for column in [
        name for name in {**before, **after} if name not in OWN and before.get(name) != after.get(name)
    ]:
        was, became = (value_in_words(column, version.get(column), words) for version in (before, after))
        values = {"column": label(column, words), "before": was, "after": became}
        line = (
            words("{column}: from “{before}” to “{after}”", **values)
            if entry.before
            else words("{column}: {after}", **values)
        )
        lines.append(session.plain(line))
    return "  \n".join(lines)


def _record(text: str | None) -> Mapping[str, Any]:
    """A record as it was, without what is empty or plainly no."""
    values: dict[str, Any] = json.loads(text) if text else {}
    return {name: value for name, value in values.items() if value not in (None, False, "")}
