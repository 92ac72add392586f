"""What is looked for in the history and in the log of events: by whom, what kind, which words, when."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import streamlit as st

from data.queries.change_search import Search
from language import Words, start_of_day
from materials.filenames import file_name
from pages import session
from pages.components.date_field import day_field
from pages.components.download import download_button

PAGE = 20
"""So many are shown at once."""
WIDTH, DAY_WIDTH = 280, 180


def choose_search(
    name: str, people: Sequence[str], kinds: Sequence[str], kind_in_words: Callable[[str], str]
) -> Search:
    """The fields of a search, and what they say; ``name`` tells the two searches apart."""
    words = session.words()
    text = st.text_input(
        words("Search"),
        key=f"{name}_text",
        bind="query-params",
        icon=":material/search:",
        placeholder=words("A name, a record, a word"),
    )
    with st.container(horizontal=True):
        with st.container(width=WIDTH):
            person = session.choose(
                f"{name}_person",
                ["", *people],
                "",
                label=words("Who"),
                in_words=lambda each: each or words("Everybody"),
            )
        with st.container(width=WIDTH):
            kind = session.choose(
                f"{name}_kind",
                ["", *kinds],
                "",
                label=words("Kind"),
                in_words=lambda each: kind_in_words(each) if each else words("All kinds"),
            )
        with st.container(width=DAY_WIDTH):
            first = day_field(words("From"), f"{name}_first", words)
        with st.container(width=DAY_WIDTH):
            last = day_field(words("To"), f"{name}_last", words)
    return Search(
        person,
        kind,
        text,
        start_of_day(first) if first else datetime.min,
        start_of_day(last + timedelta(days=1)) if last else datetime.max,
    )


def choose_rows(name: str, count: int, search: Search, words: Words) -> slice:
    """The page of what there is; another search begins at its first page."""
    last = max(1, -(-count // PAGE))
    key = f"{name}_page"
    if st.session_state.get(f"{name} search", search) != search:
        st.session_state[key] = 1
    st.session_state[f"{name} search"] = search
    number = st.pagination(last, key=key, bind="query-params") if last > 1 else 1
    return slice((number - 1) * PAGE, number * PAGE)


def offer_file(name: str, count: int, label: str, make: Callable[[], bytes]) -> None:
    """How many there are, and all of them as a file, which the ``label`` names."""
    words = session.words()
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(words.many("{count} entry", "{count} entries", count))
        download_button(
            words("Table as CSV"),
            make,
            file_name(words("History"), label, kind="csv"),
            "text/csv",
            key=f"{name} csv",
            icon=":material/table:",
        )
