"""Registers in which pages are opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.models import AccessRule
from pages import session
from tests.support.registers import BODIES, ROUNDS, copy_with
from tests.support.sign_ins import Say, signing_in
from workflow.access import grant_access
from workflow.person import Role, at_this_machine


@pytest.fixture
def with_open_round(own_register: Path) -> Path:
    """One committee, one centre, an open round and nothing answered."""
    return copy_with(own_register, {"rounds": ROUNDS, "bodies": BODIES})


@pytest.fixture
def signs_in(with_demonstration: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """A dashboard where people sign in; called with claims, these are said of who is at the screen."""
    yield from signing_in(monkeypatch)


def administrator() -> None:
    """Give the one who signs in the role."""
    rule = AccessRule("sub", "4711", Role.ADMINISTRATOR)
    grant_access(session.store(), at_this_machine("Ida"), rule)
