"""The open register: one for the whole server, and what every visit asks of it again and again. A visit that
tries the demonstration has a register of its own in its place.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from functools import partial
from threading import Lock

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data import queries, register
from data.database import Store
from data.models import Round
from workflow.demonstration import open_register
from workflow.trial import TrialRegister

TRIES = "tries the demonstration"
_STORE_OF_PAGE: ContextVar[Store | None] = ContextVar("store_of_page", default=None)


@st.cache_resource(show_spinner=False, on_release=lambda store: store.close())
def _opened(path: str) -> Store:
    return open_register(register.database_path())


@st.cache_resource(show_spinner=False, scope="session", on_release=TrialRegister.close)
def trial_register() -> TrialRegister:
    """The register of this visit alone, made when it is first asked for; it goes when the visit ends. Raises
    as :class:`workflow.trial.TrialRegister`.
    """
    return TrialRegister()


def is_trial() -> bool:
    """Whether this visit tries the demonstration (``pages/session/trial.py`` decides it)."""
    return get_script_run_ctx(suppress_warning=True) is not None and bool(st.session_state.get(TRIES))


def store() -> Store:
    """The register that this visit works in: the server's, or its own where it tries the demonstration.
    Raises StoreError where the file can't be used.
    """
    if (of_page := _STORE_OF_PAGE.get()) is not None:
        return of_page
    return trial_register().store if is_trial() else server_store()


def register_later() -> Callable[[], AbstractContextManager[None]]:
    """The register of this visit to work in later, outside of the page's run: its own, or the one that the
    server has then.
    """
    return partial(_working_in, trial_register().store) if is_trial() else nullcontext


@contextmanager
def _working_in(of_page: Store) -> Iterator[None]:
    token = _STORE_OF_PAGE.set(of_page)
    try:
        yield
    finally:
        _STORE_OF_PAGE.reset(token)


def server_store() -> Store:
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
            try:
                former.close()  # before another is opened: the database opens no second file of the same name
            finally:
                _opened.clear()  # what else is kept hangs on the opening that was
        return _opened(path)


_OPENING = Lock()


def version() -> tuple[int, int]:
    """Which opening of a register this is, and the number of its newest change: what every kept value hangs
    on. A register that another was put in the place of may still be read when it is closed.
    """
    return _version(store())


def server_version() -> tuple[int, int]:
    """The same of the server's register, whatever this visit works in."""
    return _version(server_store())


def _version(now: Store) -> tuple[int, int]:
    return now.opening, now.version


def rounds() -> list[Round]:
    """All rounds, newest first. Raises StoreError where the register can't be used."""
    return _rounds(*version())


def is_demonstration() -> bool:
    """Whether the register holds demonstration records."""
    return _demonstration(*version())


@st.cache_resource(show_spinner=False, max_entries=64)
def _rounds(opening: int, version: int) -> list[Round]:
    return queries.rounds.oldest_first(store())[::-1]


@st.cache_resource(show_spinner=False, max_entries=64)
def _demonstration(opening: int, version: int) -> bool:
    return register.is_demonstration(store())
