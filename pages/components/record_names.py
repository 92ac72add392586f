"""Records as the history names them: what kind they are, what they are called, and where they are shown."""

import json
from collections.abc import Mapping
from typing import Any

import streamlit as st

from data.queries.change_search import Change
from data.queries.history import ANSWERS
from data.schema import TABLES
from evaluation.round_names import round_in_words
from language import N_, Words
from pages import session
from pages.components.labels import value_in_words

KINDS: Mapping[str, str] = {
    "terms": N_("Election term"),
    "rounds": N_("Evaluation round"),
    "principles": N_("Wording of a principle"),
    "bodies": N_("Committee or centre"),
    "norms": N_("Norm"),
    "days_off": N_("Days off"),
    "methods": N_("Method"),
    "consultations": N_("Consultation"),
    "consultation_groups": N_("Group of a consultation"),
    "clarifications": N_("Clarification"),
    "experiences": N_("Experiences"),
    "assessments": N_("Assessment"),
    "unsaved_texts": N_("Unsaved text that was set aside"),
    "conclusions": N_("Conclusion"),
    "actions": N_("Action"),
    "meetings": N_("Meeting"),
    "closings": N_("Closing of a round"),
    "errata": N_("Erratum"),
    "declined_words": N_("Word that is no theme"),
    "access_rules": N_("Rule of access"),
    "import_profiles": N_("How a file is read"),
    "imports": N_("File taken in"),
    "import_keys": N_("Row that was taken in"),
    "templates": N_("Template"),
    "headings": N_("Heading of the case"),
}
NAMES = ("title", "name", "name_da", "title_da", "heading", "file")
"""The columns that say what a record is called, the first that is filled."""
BODIES = ("body", "centre", "committee", "bodies", "succeeds")
"""The columns that hold keys of committees and centres."""
PAGES: Mapping[str, str] = {
    "terms": "rounds",
    "rounds": "rounds",
    "meetings": "rounds",
    "principles": "norms",
    "norms": "norms",
    "bodies": "organisation",
    "days_off": "days_off",
    "methods": "days_off",
    "closings": "closing",
    "errata": "closing",
    "access_rules": "access",
    "templates": "data",
    "headings": "data",
}
"""The pages of settings on which records of a kind are shown."""


def kind_in_words(kind: str, words: Words) -> str:
    """What a kind of record is called; its key where it has no name."""
    return words(KINDS[kind]) if kind in KINDS else kind


def record_in_words(change: Change, words: Words) -> str:
    """What a record is called: by its name, else by its body, round and principle, else by its key."""
    values = _values(change)
    if change.kind == "access_rules" and values:
        return f"{values.get('claim')} {values.get('value')}"
    if name := next((values[name] for name in NAMES if values.get(name)), None):
        return str(name)
    values = values or _key(change)
    parts = [
        cell_in_words(column, values[column], words) for column in ("body", "round") if values.get(column)
    ]
    if parts and values.get("principle"):
        row = str(values["principle"])
        parts.append(
            f"{words('Principle')} {row}" if row.isdigit() else cell_in_words("principle", row, words)
        )
    return " · ".join(parts) or change.record


def cell_in_words(column: str, value: object, words: Words) -> str:
    """A stored value as a person reads it, bodies and rounds by their names."""
    if column in BODIES and value:
        names = session.body_names()
        return ", ".join(names.get(key, key) for key in str(value).split(";"))
    if column == "round" and value:
        return round_in_words(str(value), words)
    return value_in_words(column, value, words)


def is_key(change: Change, column: str) -> bool:
    """Whether a column only says which record it is, which its name says already."""
    return change.kind in TABLES and column in TABLES[change.kind].key


def link_record(change: Change, words: Words) -> None:
    """The way to where a record is shown; nothing where it is on no page of its own."""
    page, query = _address(change)
    if page:
        st.page_link(page, label=words("Open"), icon=":material/arrow_forward:", query_params=query)


def _address(change: Change) -> tuple[str, dict[str, str]]:
    values = _values(change)
    if change.kind in ANSWERS:
        return "pages/records/assessments.py", _key(change)
    if change.kind == "conclusions":
        round_key, _, principle = change.record.partition(":")
        if principle.isdigit():
            return "pages/results/principle.py", {"round": round_key, "principle": principle}
        return "pages/results/proportionality.py", {"round": round_key}
    if change.kind == "actions":
        return "pages/records/followup.py", {"round": str(values.get("round", ""))}
    if change.kind in ("imports", "import_profiles", "import_keys"):
        return "pages/records/imports.py", {}
    if key := values.get("consultation"):
        return "pages/records/consultation.py", {"consultation": str(key)}
    if change.kind in PAGES:
        round_key = str((values or _key(change)).get("round", ""))
        return f"pages/settings/{PAGES[change.kind]}.py", {"round": round_key} if round_key else {}
    return "", {}


def _key(change: Change) -> dict[str, str]:
    """The key of a record by its columns; of an answer its place."""
    kind = "assessments" if change.kind in ANSWERS else change.kind
    columns = TABLES[kind].key if kind in TABLES else ()
    return dict(zip(columns, change.record.split(":"), strict=False))


def _values(change: Change) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(change.after or change.before or "{}")
    return values
