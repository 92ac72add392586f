"""How many actions stand in which state, by principle, and how many still lack an outcome."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from data.models import Action
from evaluation.overdue import is_overdue
from evaluation.scales import ACTION_STATES, ROWS
from language import Words
from pages import session
from pages.components.action_card import row_name
from pages.components.tables import count, show_table


def show_progress(actions: Sequence[Action], words: Words) -> None:
    """How many still lack an outcome, and how many of those are overdue."""
    lacking = sum(not each.outcome for each in actions)
    overdue = sum(is_overdue(each, date.today()) for each in actions)
    text = (
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
    late = (
        words.many("{count} of them is overdue.", "{count} of them are overdue.", overdue) if overdue else ""
    )
    st.markdown(f"{text} {late}".strip())


def show_counts(actions: Sequence[Action], words: Words) -> None:
    """How many stand in which state, by principle, folded away."""
    rows = [
        {
            words("Principle"): session.plain(row_name(row, words)),
            **{
                words(label): count(each.principle == row and each.state == state for each in actions)
                for state, label in ACTION_STATES.items()
            },
            words("Without outcome"): count(each.principle == row and not each.outcome for each in actions),
        }
        for row in ROWS
        if row in "12345" or any(each.principle == row for each in actions)
    ]
    with session.fold(words("Actions by principle and state"), "counts", icon=":material/table_rows:"):
        show_table(rows, words("Actions by principle and state"))
