"""The round that every page speaks of."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from data.models import Round
from data.queries.selection import with_consultations
from evaluation.round_names import round_in_words
from language import Words
from pages.session.address import choice_in_link, keep_in_link
from pages.session.plain_text import plain
from pages.session.register import rounds, store


def choose_round(all_rounds: Sequence[Round], words: Words) -> None:
    """The round that every page speaks of: a button that names it, and the others in its menu."""
    if all_rounds:
        labels = {each.key: round_name(each, words) for each in all_rounds}
        key = choice_in_link("round", list(labels), default_round(all_rounds))
        keep_in_link("round", key)
        label = f"{words('Evaluation round')}: **{plain(labels[key])}**"
        if len(labels) == 1:  # a menu of nothing is an error
            st.markdown(label)
            return
        st.menu_button(
            label,
            [each for each in labels if each != key],
            format_func=labels.__getitem__,
            key="round",
            on_click=lambda: keep_in_link(
                "round", st.session_state["round"] or key
            ),  # none: its words changed meanwhile
        )


def round_name(each: Round, words: Words) -> str:
    """A round with its state, as the button at the top names it."""
    state = {"planned": words("planned"), "open": words("open"), "closed": words("closed")}[each.status]
    return f"{round_in_words(each.key, words)} · {state}"


def default_round(all_rounds: Sequence[Round]) -> str:
    """The newest open round; where none is open the newest closed one, else the newest with any
    consultation, else that of today.
    """
    for status in ("open", "closed"):
        if key := next((each.key for each in all_rounds if each.status == status), None):
            return key
    keys_with_consultations = with_consultations(store())
    running = (each.key for each in all_rounds if each.period_from <= date.today())
    return next(
        (each.key for each in all_rounds if each.key in keys_with_consultations),
        next(running, all_rounds[0].key),
    )


def chosen_round() -> Round:
    """The round in the frame."""
    all_rounds = rounds()
    key = choice_in_link("round", [each.key for each in all_rounds], default_round(all_rounds))
    return next(each for each in all_rounds if each.key == key)
