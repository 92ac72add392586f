"""What stands on every page of a closed round: since when it is frozen, and what was corrected after that."""

from datetime import date

import streamlit as st

from data import queries
from data.models import Erratum
from evaluation import errata
from evaluation.confidence_words import rules_words
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


def show_errata(round_key: str, words: Words, row: str | None = None, body: str | None = None) -> None:
    """The corrections of a round, the oldest first: all of them, those of one row and of the whole round, or
    those that name one body. One that was corrected stands under the one that corrects it.
    """
    for thread in errata.threads(_errata(*session.version(), round_key)):
        if thread.is_about(row=row, body=body):
            newer = erratum_head(thread.newest, words)
            parts = [_in_markdown(thread.newest, newer, words)]
            for each in thread.corrected:
                label = words("{erratum}: corrected, no longer holds", erratum=erratum_head(each, words))
                parts.append(_in_markdown(each, label, words, is_struck=True))
            st.warning("\n\n".join(parts), icon=":material/edit_note:")


def erratum_head(erratum: Erratum, words: Words) -> str:
    """``Erratum of 10 December 2025 about principle 4, Plan Committee, by Ida``."""
    return words.say(errata.erratum_head(erratum, session.body_names()))


def _in_markdown(erratum: Erratum, head: str, words: Words, *, is_struck: bool = False) -> str:
    """Head, text and reason, a line each; the text of one that no longer holds is struck out."""
    text = session.plain(erratum.text)
    if is_struck:
        text = "  \n".join(f"~~{line.strip()}~~" for line in text.split("  \n") if line.strip())
    reason = session.plain(words("Reason: {reason}", reason=erratum.reason))
    return f"**{session.plain(head)}**  \n{text}  \n{reason}"


@st.cache_resource(show_spinner=False, max_entries=64)
def _closed(opening: int, version: int, round_key: str) -> tuple[date, str] | None:
    closing = queries.closings.of_round(session.store(), round_key)
    return (local_day(closing.closed_at), closing.who) if closing else None


@st.cache_resource(show_spinner=False, max_entries=64)
def _errata(opening: int, version: int, round_key: str) -> list[Erratum]:
    return queries.closings.errata(session.store(), round_key)
