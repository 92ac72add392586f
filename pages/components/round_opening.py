"""Opening a planned round, and taking it back as long as nobody has begun to write."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from data.database import Store
from data.models import Body, Round
from evaluation.round_names import round_in_words
from language import Words
from pages import session
from pages.components.confirmation import Confirmation, ask_once_more
from pages.components.empty_states import ask_for_bodies
from pages.components.labels import LABELS
from pages.components.outcome_messages import save
from workflow.rounds import can_take_back_opening, open_round, take_back_opening


def show_opening(now: Round, bodies: Sequence[Body], words: Words) -> None:
    """Open a planned round, named with what that means."""
    if not bodies:
        ask_for_bodies(words)
        return
    st.markdown(
        session.plain(
            words.many(
                "{count} committee or centre will be asked: it exists on {day}.",
                "{count} committees and centres will be asked: they exist on {day}.",
                len(bodies),
                day=now.opening_day,
            )
        )
    )
    promise = words("From now on assessments can be written. It can be taken back until the first one is.")
    warnings = [f":material/warning: {session.plain(each)}" for each in _warnings(now, words)]
    ask_once_more(
        Confirmation(
            words("Open the round"),
            ":material/play_arrow:",
            [f"**{session.plain(round_in_words(now.key, words))}**", *warnings, promise],
            words("Yes, open it"),
        ),
        lambda: _open(now),
        "open it",
    )


def _warnings(now: Round, words: Words) -> list[str]:
    """What is unusual about opening this round today."""
    warnings = [
        words("{round} is open too.", round=round_in_words(each.key, words))
        for each in session.rounds()
        if each.status == "open"
    ]
    if (now.opens_on or now.period_to) > date.today():
        warnings.append(words("It is planned to open on {day}.", day=now.opening_day))
    return warnings


def show_taking_back(store: Store, now: Round, words: Words) -> None:
    """An open round in which nobody has written anything can be put back to planned."""
    if can_take_back_opening(store, now.key):
        st.button(
            words("Put the round back to planned"),
            icon=":material/undo:",
            type="tertiary",
            on_click=_take_back,
            args=(now,),
        )


def _open(now: Round) -> None:
    message = session.words()("The round is open: assessments can be written now.")
    save(
        "plan",
        lambda: open_round(session.store(), session.person(), round_before=now, today=date.today()),
        message,
        LABELS,
    )


def _take_back(now: Round) -> None:
    message = session.words()("The round is planned again.")
    save(
        "plan",
        lambda: take_back_opening(session.store(), session.person(), round_before=now),
        message,
        LABELS,
    )
