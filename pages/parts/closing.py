"""What stands on every page of a closed round: since when it is frozen, and what was corrected after that."""

import streamlit as st

import pages
from data import reading
from evaluation.scales import ROWS
from language import Words


def show_closing(words: Words, row: str | None = None) -> None:
    """When and by whom the round was closed, and its errata: all of them, or those of one row (a principle or proportionality)."""
    now = pages.chosen_round()
    closing = reading.closing(pages.store(), now.round) if now.status == "closed" else None
    if closing:
        said = words(
            "Closed on {day} by {who}. What stands here is the frozen result.", day=closing.closed_at.date(), who=closing.who
        )
        st.caption(f":material/lock: {pages.plain(said)}")
    show_errata(now.round, words, row)


def show_errata(round_key: str, words: Words, row: str | None = None) -> None:
    """The corrections of a round, the oldest first; all of them, or those of one row and of the whole round."""
    for erratum in reading.errata(pages.store(), round_key):
        if row is None or erratum.principle in (None, row):
            about = words(ROWS[erratum.principle], number=erratum.principle) if erratum.principle else words("the whole round")
            head = words("Erratum of {day} about {what}, by {who}", day=erratum.noted_at.date(), what=about, who=erratum.who)
            reason = words("Reason: {reason}", reason=erratum.reason)
            st.warning(
                f"**{pages.plain(head)}**  \n{pages.plain(erratum.text)}  \n{pages.plain(reason)}", icon=":material/edit_note:"
            )
