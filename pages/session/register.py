"""The open register: one for the whole server, and what every visit asks of it again and again."""

import streamlit as st

from data import queries, register
from data.database import Store
from data.models import Round
from workflow.demonstration import open_register


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> Store:
    return open_register(register.database_path())


def store() -> Store:
    """The open register, one for the whole server; where a backup was put in its place, that one from now on.
    Raises StoreError where the file can't be used.
    """
    path = str(register.database_path())
    now = _opened(path)
    if now.is_superseded:
        st.cache_resource.clear()  # all that is kept hangs on a version of the register that was
        now = _opened(path)
    return now


def version() -> tuple[str, int]:
    """The register's file and the number of its newest change: what every kept value hangs on."""
    now = store()
    return str(now.path), now.version


def rounds() -> list[Round]:
    """All rounds, newest first. Raises StoreError where the register can't be used."""
    return _rounds(*version())


def is_demonstration() -> bool:
    """Whether the register holds demonstration records."""
    return _demonstration(*version())


@st.cache_resource(show_spinner=False, max_entries=64)
def _rounds(path: str, version: int) -> list[Round]:
    return queries.rounds.oldest_first(store())[::-1]


@st.cache_resource(show_spinner=False, max_entries=64)
def _demonstration(path: str, version: int) -> bool:
    return register.is_demonstration(store())
