"""What one does to days off: add a period, change or remove one, copy a year's to the next."""

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from data.errors import RecordProblem
from data.models import DaysOff
from language import Words
from pages import session
from pages.components.date_field import date_field
from pages.components.history import show_history
from pages.components.labels import LABELS
from pages.components.may import may_write
from pages.components.outcome_messages import save
from pages.components.removal import show_removal
from pages.components.tables import show_table
from workflow.days_off import (
    DaysOffEntry,
    add_days_off,
    change_days_off,
    copy_year,
    periods_to_copy,
    remove_days_off,
)
from workflow.permission import Right

PLACE = "days off"
NEW = "new"
FIELDS = ("name", "starts_on", "ends_on", "source")


def show_periods(periods: Sequence[DaysOff], words: Words, alt: str) -> None:
    """A row a period, the earliest first."""
    rows = [
        {
            words("Name"): session.plain(days.name),
            words("First day"): words.date(days.starts_on, "short"),
            words("Last day"): words.date(days.ends_on, "short"),
            words("Source"): session.plain(days.source or "–"),
        }
        for days in periods
    ]
    show_table(rows, alt)


def show_forms(periods: Sequence[DaysOff], year: int, words: Words) -> None:
    """All that one does; a year without periods has none to change or copy."""
    if not may_write(Right.SET_UP, words):
        return
    if not periods:
        _show_adding(words)
        return
    adding, changing, copying = session.tabs(
        "days_tab",
        {
            "add": words("Add"),
            "change": words("Change or remove"),
            "copy": words("Copy to {year}", year=str(year + 1)),
        },
    )
    with adding:
        _show_adding(words)
    with changing:
        _show_changing(periods, words)
    with copying:
        _show_copying(year, words)


def _show_adding(words: Words) -> None:
    """A new period, of any year."""
    with st.form("add days off"):
        _show_fields(NEW, None, words)
        st.form_submit_button(words("Add the days off"), type="primary", icon=":material/add:", on_click=_add)


def _show_changing(periods: Sequence[DaysOff], words: Words) -> None:
    """One of the year's periods, with its history and the button that removes it."""
    by_key = {_key(days): days for days in periods}
    key = session.choose(
        "period",
        list(by_key),
        next(iter(by_key)),
        label=words("Days off"),
        in_words=lambda each: _in_words(by_key[each], words),
    )
    days = by_key[key]
    with st.form(f"change days off {key}"):
        _show_fields(key, days, words)
        st.form_submit_button(
            words("Save the days off"),
            type="primary",
            icon=":material/save:",
            on_click=_change,
            args=(days,),
        )
    question = session.plain(words("“{name}” is removed. Its history is kept.", name=_in_words(days, words)))
    show_removal(question, lambda: _remove(days), key, words)
    show_history("days_off", key, words)


def _show_copying(year: int, words: Words) -> None:
    """The periods that the next year lacks, and the button that writes them there."""
    periods, next_year = periods_to_copy(session.store(), year), str(year + 1)
    if not periods:
        st.text(words("{next} has every period of {year} already.", year=str(year), next=next_year))
        return
    st.caption(
        words(
            "Whole weeks keep their number of the year, other periods their dates. Check them against what"
            " the municipality has decided."
        )
    )
    show_periods(periods, words, words("Days off to be copied to {year}", year=next_year))
    st.button(
        words("Copy to {year}", year=next_year),
        type="primary",
        icon=":material/content_copy:",
        on_click=_copy,
        args=(year,),
    )


def _show_fields(key: str, days: DaysOff | None, words: Words) -> None:
    st.text_input(words("Name"), days.name if days else "", key=f"days off name {key}")
    with st.container(horizontal=True):
        date_field(words("First day"), days.starts_on if days else None, f"days off starts_on {key}", words)
        date_field(words("Last day"), days.ends_on if days else None, f"days off ends_on {key}", words)
    st.text_input(
        words("Source"),
        (days.source or "") if days else "",
        key=f"days off source {key}",
        placeholder=words("Who decided it, and where it is written"),
    )


def _entry(key: str) -> DaysOffEntry:
    return DaysOffEntry(*(st.session_state[f"days off {field} {key}"] for field in FIELDS))


def _add() -> None:
    entry = _entry(NEW)
    message = session.words()("“{name}” is added.", name=entry.name.strip())
    if _save(lambda: add_days_off(session.store(), session.person(), entry), message):
        for field, empty in zip(FIELDS, ("", None, None, ""), strict=True):
            st.session_state[f"days off {field} {NEW}"] = empty
        _show_year(entry.starts_on.year if entry.starts_on else None)


def _change(days: DaysOff) -> None:
    entry = _entry(_key(days))
    message = session.words()("“{name}” is saved.", name=entry.name.strip())
    if _save(
        lambda: change_days_off(session.store(), session.person(), days_before=days, entry=entry), message
    ):
        session.keep_in_link("period", f"{entry.starts_on}:{entry.name.strip()}")
        _show_year(entry.starts_on.year if entry.starts_on else None)


def _remove(days: DaysOff) -> None:
    message = session.words()("“{name}” is removed.", name=days.name)
    _save(lambda: remove_days_off(session.store(), session.person(), days), message)


def _copy(year: int) -> None:
    message = session.words()("The days off are copied to {year}.", year=str(year + 1))
    if _save(lambda: copy_year(session.store(), session.person(), year), message):
        _show_year(year + 1)


def _show_year(year: int | None) -> None:
    session.keep_in_link("year", year)


def _save(command: Callable[[], Iterable[RecordProblem]], message: str) -> bool:
    return save(PLACE, command, message, LABELS)


def _key(days: DaysOff) -> str:
    """As the history knows it."""
    return f"{days.starts_on}:{days.name}"


def _in_words(days: DaysOff, words: Words) -> str:
    first, last = (words.date(day, "short") for day in (days.starts_on, days.ends_on))
    return f"{days.name}, {first}–{last}"
