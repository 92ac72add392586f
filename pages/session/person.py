"""Who is at the screen."""

from collections.abc import Callable, Hashable
from datetime import date
from typing import Any

import streamlit as st

from data import register
from data.confidential import Readership
from data.local_name import local_name
from pages.session.register import is_trial, server_store, server_version
from pages.session.visit import claims, sign_in
from workflow.access import signed_in
from workflow.permission import readership_of
from workflow.person import Person, at_this_machine
from workflow.trial import trying


def person() -> Person:
    """Who is at the screen, in the roles that they have in the register that they work in."""
    return trying(own_person()) if is_trial() else own_person()


def own_person() -> Person:
    """Who is at the screen for the server's register: who signed in, with the roles that their claims give;
    without a sign-in, the one who sits at this machine.
    """
    if sign_in() is None:
        return at_this_machine(local_name(register.database_path()))
    own_claims = claims()
    if own_claims is None:
        return Person("")
    return _signed_in(
        *server_version(), date.today(), tuple((key, _hashable(value)) for key, value in own_claims.items())
    )


def person_later() -> Callable[[], Person]:
    """The same to ask for later, outside of the page's run (a download is made there): the claims are those
    of now, and the roles those that they give then.
    """
    if sign_in() is None or is_trial():
        now = person()
        return lambda: now
    own_claims = claims()
    return lambda: Person("") if own_claims is None else signed_in(server_store(), own_claims, date.today())


def readership() -> Readership:
    """Whose confidential words the one at the screen may read."""
    return readership_of(person())


@st.cache_resource(show_spinner=False, max_entries=256)
def _signed_in(opening: int, version: int, today: date, own_claims: tuple[tuple[str, Any], ...]) -> Person:
    return signed_in(server_store(), dict(own_claims), today)


def _hashable(value: object) -> Hashable:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else str(value)
