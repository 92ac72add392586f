"""Registers in which pages are opened."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.models import AccessRule
from pages import session
from pages.session import visit
from tests.pages.test_sign_in import SETTINGS
from tests.support.registers import BODIES, ROUNDS, copy_with
from workflow.access import grant_access
from workflow.person import Role, at_this_machine


@pytest.fixture
def with_open_round(own_register: Path) -> Path:
    """One committee, one centre, an open round and nothing answered."""
    return copy_with(own_register, {"rounds": ROUNDS, "bodies": BODIES})


ISSUER, CLIENT = "https://login.example.org", "oejenhoejde"
Say = Callable[..., None]


@pytest.fixture
def signs_in(with_demonstration: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """A dashboard where people sign in; called with claims, these are said of who is at the screen."""
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    visit.sign_in.cache_clear()

    def say(**claims: object) -> None:
        said = {"iss": ISSUER, "aud": CLIENT, "sub": "4711", "name": "Mette Møller", "iat": 1, "nonce": "n"}
        said |= {"exp": time.time() + 600, "is_logged_in": True} | claims
        monkeypatch.setattr("streamlit.user_info._get_user_info", lambda: said)

    say(is_logged_in=False)
    yield say
    visit.sign_in.cache_clear()


def administrator() -> None:
    """Give the one who signs in the role."""
    rule = AccessRule("sub", "4711", Role.ADMINISTRATOR)
    grant_access(session.store(), at_this_machine("Ida"), rule)
