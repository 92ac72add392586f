"""How many actions stand in which state, by principle, and how many still lack an outcome."""

from collections.abc import Sequence

import streamlit as st

from data.models import Action
from evaluation.scales import ACTION_STATES, ROWS
from language import Words
from pages.components.tables import count, show_table


def show_counts(actions: Sequence[Action], words: Words) -> None:
    """How many still lack an outcome, and how many stand in which state, by principle."""
    lacking = sum(not each.outcome for each in actions)
    st.markdown(
        words.many(
            "{lacking} of {count} action lacks an outcome.",
            "{lacking} of {count} actions lack an outcome.",
            len(actions),
            lacking=lacking,
        )
        if lacking
        else words.many(
            "{count} action has its outcome.", "All {count} actions have their outcomes.", len(actions)
        )
    )
    rows = [
        {
            words("Principle"): words(ROWS[row], number=row).capitalize(),
            **{
                words(label): count(each.principle == row and each.state == state for each in actions)
                for state, label in ACTION_STATES.items()
            },
            words("Without outcome"): count(each.principle == row and not each.outcome for each in actions),
        }
        for row in ROWS
        if row in "12345" or any(each.principle == row for each in actions)
    ]
    show_table(rows, words("Actions by principle and state"))
