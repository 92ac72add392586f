"""The controls of the list of consultations: words, round, filters, order and page, all in its link."""

import pandas as pd
import streamlit as st

from language import N_, Words
from pages import session
from pages.components.data_table import show_csv_button
from pages.components.filters import Filters, choose_counted, filters_in_link
from pages.components.register_list import Places, RegisterList, View
from pages.components.register_table import table_of

PAGE = 40
"""As many as the chart of time has room for."""
ORDERS = {
    "title": N_("Title, A to Z"),
    "-title": N_("Title, Z to A"),
    "start_on": N_("Started, earliest first"),
    "-start_on": N_("Started, latest first"),
    "end_on": N_("Ended, earliest first"),
    "-end_on": N_("Ended, latest first"),
    "centre_name": N_("Centre, A to Z"),
    "-centre_name": N_("Centre, Z to A"),
    "committee_name": N_("Committee, A to Z"),
    "-committee_name": N_("Committee, Z to A"),
    "scale": N_("Scale, smallest first"),
    "-scale": N_("Scale, largest first"),
    "effect": N_("Effect, least first"),
    "-effect": N_("Effect, most first"),
    "contributions": N_("Contributions, fewest first"),
    "-contributions": N_("Contributions, most first"),
    "case_number": N_("Case number, lowest first"),
    "-case_number": N_("Case number, highest first"),
}


def choose_view(register: RegisterList, words: Words) -> View:
    """What is looked for, in which round, by which filters, and in which order."""
    text = st.text_input(
        words("Search in titles, summaries and case numbers"),
        key="search",
        bind="query-params",
        icon=":material/search:",
        placeholder=words("For example: the one about the cycle path"),
    )
    only_round = st.toggle(words("Only the chosen round"), value=True, key="in_round", bind="query-params")
    view = View(text or "", Filters(), session.chosen_round().key if only_round else None)
    filters_chosen = filters_in_link({name: ["", *keys] for name, keys in register.choices.items()})
    counts = register.counts(View(view.text, filters_chosen, view.round_key))
    filters = choose_counted(counts, words)
    first = N_("Closest to the words first") if view.text.strip() else N_("Newest first")
    labels = {"": words(first), **{key: words(label) for key, label in ORDERS.items()}}
    sort = session.choose("sort", list(labels), "", label=words("Order"), in_words=labels.__getitem__)
    return View(view.text, filters, view.round_key, sort)


def say_how_many(register: RegisterList, view: View, words: Words) -> None:
    """How many fit, of how many; and how many more lie outside the chosen round, with one click to see
    them.
    """
    count = len(register.matches(view))
    sentence = words.many(
        "{count} consultation of {total}", "{count} consultations of {total}", count, total=len(register)
    )
    st.markdown(session.plain(sentence))
    if outside := register.outside(view):
        label = words.many(
            "{count} more outside the chosen round: show it",
            "{count} more outside the chosen round: show them",
            outside,
        )
        st.button(label, icon=":material/zoom_out_map:", on_click=_look_everywhere)


def _look_everywhere() -> None:
    st.session_state["in_round"] = False


def only_odd(register: RegisterList, matches: Places, words: Words) -> Places:
    """The matches, or those alone whose dates lie in an order that can't be, where somebody asks for them."""
    odd_matches = matches[register.odd[matches]]
    if not len(odd_matches):
        return matches
    label = words.many(
        "{count} has dates in an odd order: show it",
        "{count} have dates in an odd order: show them",
        len(odd_matches),
    )
    return odd_matches if st.toggle(label, key="odd", bind="query-params") else matches


def choose_page(count: int, view: View) -> tuple[int, int]:
    """The chosen page and the last one, from 1. Another view begins at its first page, unless Back or a link
    led there.
    """
    last = max(1, -(-count // PAGE))
    before = st.session_state.get("register view", view)
    st.session_state["register view"] = view
    if before != view and not session.is_back_or_forward():
        st.session_state["list_page"] = 1
    return (st.pagination(last, key="list_page", bind="query-params") if last > 1 else 1), last


def rows_of(page: int) -> slice:
    """Which of the matches stand on a page."""
    return slice((page - 1) * PAGE, page * PAGE)


def offer_table(consultations: pd.DataFrame, words: Words) -> None:
    """All that fit, on every page, as a file."""
    show_csv_button(lambda: table_of(consultations, words), words("Consultations"), words, key="register")
