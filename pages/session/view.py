"""What is unfolded, which tab lies on top and which days are looked between: as the address says, so that a
link shows the same.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial

import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer
from streamlit.elements.lib.mutable_tab_container import TabContainer

from pages.session.address import choice_in_link, is_back_or_forward, keep_in_link

OPEN = "open"
"""The names of what is unfolded, once for each."""


def fold(label: str, name: str, *, icon: str | None = None) -> ExpanderContainer:
    """A fold whose ``name`` is in the link while it is open; ``.open`` of what is given says whether it is.
    Names are one to a page.
    """
    key = f"fold {name} {hash(label)}"  # with other words it is another fold, or the browser shuts it
    st.session_state[key] = name in st.query_params.get_all(OPEN)
    return st.expander(label, key=key, icon=icon, on_change=partial(_keep_fold, name, key))


def tabs(name: str, labels: Mapping[str, str], *, default: str = "") -> Sequence[TabContainer]:
    """A tab for each label; the link has the key of the one on top, where it is not the ``default``, or the
    first. It stays on top while its words change.
    """
    default = default or next(iter(labels))
    chosen = choice_in_link(name, list(labels), default)
    key = f"tabs {name} {hash(tuple(labels.values()))}"
    if st.session_state.get(key) != labels[chosen]:
        st.session_state[key] = labels[chosen]
    containers = st.tabs(list(labels.values()), key=key, on_change=partial(_keep_tab, name, key, labels))
    keep_in_link(name, "" if chosen == default else chosen)
    return containers


def day_in_link(name: str, key: str) -> None:
    """Put the day that the link names into a field of this ``key`` that is about to be drawn, or nothing; see
    :func:`keep_day`.
    """
    if key in st.session_state and not is_back_or_forward():
        return
    st.session_state[key] = None
    with suppress(ValueError):
        st.session_state[key] = date.fromisoformat(st.query_params.get(name, ""))


def keep_day(name: str, day: date | None) -> None:
    """Put the day that a field has into the link."""
    keep_in_link(name, day.isoformat() if day else "")


def _keep_fold(name: str, key: str) -> None:
    others = [each for each in st.query_params.get_all(OPEN) if each != name]
    names = [*others, *([name] if st.session_state[key] else [])]
    if names:
        st.query_params[OPEN] = names
    else:
        st.query_params.pop(OPEN, None)


def _keep_tab(name: str, key: str, labels: Mapping[str, str]) -> None:
    keep_in_link(name, next(each for each, label in labels.items() if label == st.session_state[key]))
