"""Committees and centres as tables."""

from collections.abc import Sequence

import streamlit as st

from data.models import Body
from evaluation.scales import LEVELS
from language import Words
from pages import session
from pages.components.tables import show_table


def show_bodies(bodies: Sequence[tuple[Body, tuple[str, ...]]], words: Words) -> None:
    """Each level's bodies with the years in which they exist and whom they took over from; ended ones
    last.
    """
    names = {body.key: body.name for body, _ in bodies}
    for level, label in LEVELS.items():
        rows = [
            {
                words("Name"): session.plain(body.name),
                words("Exists from"): words.date(body.active_from, "short") or "–",
                words("Exists to"): words.date(body.active_to, "short") or "–",
                words("Took over from"): session.plain(", ".join(names.get(key, key) for key in succeeds))
                or "–",
                words("E-mail address"): session.plain(", ".join(body.email)) or "–",
            }
            for body, succeeds in sorted(bodies, key=lambda pair: pair[0].active_to is not None)
            if body.level == level
        ]
        st.markdown(f"**{words(label)}**")
        if rows:
            show_table(rows, words(label))
        else:
            st.caption(words("None yet."))
