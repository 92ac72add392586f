"""Fields that several forms ask for in the same way."""

from datetime import date

import streamlit as st

from language import Words
from pages import session

EARLIEST, LATEST = date(1970, 1, 1), date(2100, 12, 31)
DAY_FORMATS = {"da": "DD.MM.YYYY", "en": "DD/MM/YYYY"}


def date_field(label: str, day: date | None, key: str, words: Words) -> date | None:
    """A day, or none, written as the language writes dates. The label may be people's words: it is shown as
    text.
    """
    day_entered: date | None = st.date_input(
        session.plain(label), day, EARLIEST, LATEST, format=DAY_FORMATS[words.code], key=key
    )
    return day_entered


def day_field(label: str, name: str, words: Words) -> date | None:
    """The same for a day to look from or to: it is none at first, and stands in the link by this name."""
    key = f"day {name}"
    session.day_in_link(name, key)
    day: date | None = st.date_input(label, None, EARLIEST, LATEST, format=DAY_FORMATS[words.code], key=key)
    session.keep_day(name, day)
    return day
