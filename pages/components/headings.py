"""The headings of a page: its title, the sections under it, the parts of a section.

A screen reader walks from one to the next, so a page has one title and leaves no level out. None has
Streamlit's link to itself: seen only under the mouse, it would be an invisible stop for the keyboard.
"""

import streamlit as st


def show_title(text: str) -> None:
    """What the page is about, or its answer: once a page, before anything else."""
    st.title(text, anchor=False)


def show_section(text: str) -> None:
    """What begins here, right under the page's title."""
    st.header(text, anchor=False)


def show_part(text: str) -> None:
    """A part of the section above it."""
    st.subheader(text, anchor=False)
