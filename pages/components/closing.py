"""What stands on every page of a closed round: since when it is frozen, and what was corrected after that."""

from datetime import date

import streamlit as st

from data import queries
from data.models import Erratum
from evaluation.confidence_words import rules_words
from evaluation.scales import ROWS
from language import Words, local_day
from pages import session


def show_closing(words: Words, row: str | None = None) -> None:
    """When, by whom and by which rules the round was closed, and its errata: all of them, or those of one row
    (a principle or proportionality).
    """
    now = session.chosen_round()
    closing = _closed(*session.version(), now.key)
    if closing and now.status == "closed":
        day, who = closing
        if now.closes_on and now.closes_on < day:
            line = words(
                "Closed on {closed}. Frozen on {day} by {who}; what stands here is the frozen result.",
                closed=now.closes_on,
                day=day,
                who=who,
            )
        else:
            line = words("Closed on {day} by {who}. What stands here is the frozen result.", day=day, who=who)
        rules = words.say(rules_words(session.evaluation()))
        st.caption(f":material/lock: {session.plain(line)} {session.plain(rules)}")
    show_errata(now.key, words, row)


def show_errata(round_key: str, words: Words, row: str | None = None) -> None:
    """The corrections of a round, the oldest first; all of them, or those of one row and of the whole
    round.
    """
    for erratum in _errata(*session.version(), round_key):
        if row is None or erratum.principle in (None, row):
            about = (
                words(ROWS[erratum.principle], number=erratum.principle)
                if erratum.principle
                else words("the whole round")
            )
            head = words(
                "Erratum of {day} about {what}, by {who}",
                day=local_day(erratum.noted_at),
                what=about,
                who=erratum.who,
            )
            reason = words("Reason: {reason}", reason=erratum.reason)
            st.warning(
                f"**{session.plain(head)}**  \n{session.plain(erratum.text)}  \n{session.plain(reason)}",
                icon=":material/edit_note:",
            )


@st.cache_resource(show_spinner=False, max_entries=64)
def _closed(path: str, version: int, round_key: str) -> tuple[date, str] | None:
    closing = queries.closings.of_round(session.store(), round_key)
    return (local_day(closing.closed_at), closing.who) if closing else None


@st.cache_resource(show_spinner=False, max_entries=64)
def _errata(path: str, version: int, round_key: str) -> list[Erratum]:
    return queries.closings.errata(session.store(), round_key)
