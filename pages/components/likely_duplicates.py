"""Consultations that are probably the same: said where the list shows them, and one click from merging."""

import streamlit as st

from language import Words
from pages import session
from pages.components.register_list import Places, RegisterList
from pages.components.register_rows import CONSULTATION_PAGE

SHOWN = 10


def show_duplicates(register: RegisterList, matches: Places, words: Words) -> None:
    """The likely pairs of which one is in the list, folded away; nothing where there is none."""
    keys_in_list = set(register.frame["consultation"].iloc[matches])
    pairs = [pair for pair in register.duplicates if keys_in_list & set(pair)]
    if not pairs:
        return
    label = words.many(
        "{count} pair is probably the same consultation, registered twice",
        "{count} pairs are probably the same consultation, registered twice",
        len(pairs),
    )
    with session.fold(label, "twice", icon=":material/content_copy:"):
        st.caption(
            words(
                "Their days or case numbers are the same, and their titles nearly. Nothing happens by itself."
            )
        )
        for one, other in pairs[:SHOWN]:
            link_merge(one, other, _pair_in_words(register, one, other, words))
        if len(pairs) > SHOWN:
            st.caption(words("The first {count} are shown.", count=str(SHOWN)))


def link_merge(kept: str, other: str, name: str) -> None:
    """The way to two consultations side by side."""
    st.page_link(
        CONSULTATION_PAGE,
        label=session.plain(name),
        icon=":material/merge:",
        query_params={"consultation": kept, "merge": other},
    )


def _pair_in_words(register: RegisterList, one: str, other: str, words: Words) -> str:
    titles = (register.frame["title"].iloc[register.keys[key]] for key in (one, other))
    first, second = titles
    return words("“{one}” and “{other}”", one=first, other=second)
