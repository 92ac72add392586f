"""The other pictures of a round, one click away: each is drawn when its fold is open, and the link keeps
which are.
"""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from language import N_, Words
from materials.charts.bodies import bodies
from materials.charts.change import change
from materials.charts.chart import Chart
from materials.charts.perspectives import perspectives
from pages import session
from pages.components.charts import show_chart


def _perspectives(words: Words) -> Chart:
    return perspectives(session.evaluation(), session.scope(), words)


def _change(words: Words) -> Chart:
    return change(session.evaluation(), session.scope(), words)


def _bodies(words: Words) -> Chart:
    titles = {finding.principle: finding.title(words.code) for finding in session.evaluation().principles}
    return bodies(session.answers(), titles, session.scope(), words)


PICTURES: Mapping[str, tuple[str, Callable[[Words], Chart]]] = {
    "perspectives": (N_("Committees beside centres"), _perspectives),
    "change": (N_("What has moved since last time"), _change),
    "bodies": (N_("One by one"), _bodies),
}
LINK = "pictures"


def show_pictures(words: Words) -> None:
    """A fold for each picture."""
    names_in_link = str(st.query_params.get(LINK, "")).split(".")
    for name, (label, draw) in PICTURES.items():
        key = f"picture {name}"
        st.session_state[key] = name in names_in_link
        fold = st.expander(words(label), icon=":material/bar_chart:", key=key, on_change=_keep_open)
        if fold.open:
            with fold:
                show_chart(session.cached_chart(name, partial(draw, words)), words)


def _keep_open() -> None:
    """Put into the link which folds are open."""
    session.keep_in_link(LINK, ".".join(name for name in PICTURES if st.session_state[f"picture {name}"]))
