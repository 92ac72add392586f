"""The register of consultations and the index of its words, kept for all visitors."""

import hashlib

import streamlit as st

from data import queries
from language.search import Document, Index
from pages import session
from pages.components.register_list import RegisterList

SEARCHED = ("title", "summary", "effect_note", "case_number")


def register_list() -> RegisterList:
    """The whole register as a list, made anew when any record has changed."""
    return _register_list(*session.version())


@st.cache_resource(show_spinner=False, max_entries=4)
def _register_list(opening: int, version: int) -> RegisterList:
    register = queries.consultations.register(session.store())
    columns = (register[name].fillna("") for name in SEARCHED)
    documents = [
        Document(key, "\n".join(texts))
        for key, *texts in zip(register["consultation"], *columns, strict=True)
    ]
    content = hashlib.sha256(repr(documents).encode()).hexdigest()
    return RegisterList(register, _index(content, documents))


@st.cache_resource(show_spinner=False, max_entries=4)
def _index(content: str, _documents: list[Document]) -> Index:
    """Words are read anew only where words have changed, and not when somebody saves an answer."""
    return Index(_documents)
