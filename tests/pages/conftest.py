"""Registers in which pages are opened."""

from pathlib import Path

import pytest

from tests.support.registers import BODIES, ROUNDS, copy_with


@pytest.fixture
def with_open_round(own_register: Path) -> Path:
    """One committee, one centre, an open round and nothing answered."""
    return copy_with(own_register, {"rounds": ROUNDS, "bodies": BODIES})
