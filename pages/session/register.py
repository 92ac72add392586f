"""The open register: one for the whole server, and what every visit asks of it again and again."""

from threading import Lock

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
    return _successor(path, now) if now.is_superseded else now


def _successor(path: str, former: Store) -> Store:
    """The register that has the place of a former one. One visit opens it, however many ask."""
    with _OPENING:
        if _opened(path) is former:
            former.close()  # the database opens no second file of the same name
            st.cache_resource.clear()  # all that is kept hangs on a version of the register that was
        return _opened(path)


_OPENING = Lock()


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
