"""Registers in which pages are opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.registers import BODIES, ROUNDS, copy_with
from tests.support.sign_ins import Say, signing_in


@pytest.fixture
def with_open_round(own_register: Path) -> Path:
    """One committee, one centre, an open round and nothing answered."""
    return copy_with(own_register, {"rounds": ROUNDS, "bodies": BODIES})


@pytest.fixture
def signs_in(with_demonstration: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """A dashboard where people sign in; called with claims, these are said of who is at the screen."""
    yield from signing_in(monkeypatch)
