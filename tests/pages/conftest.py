"""Registers in which pages are opened."""

import shutil
from pathlib import Path

import pytest

from tests.support.registers import BODIES, ROUNDS, new_empty, take_all


@pytest.fixture
def with_demonstration(demonstration_file: Path, own_register: Path) -> Path:
    """The register of this test holds the demonstration records."""
    return Path(shutil.copy(demonstration_file, own_register))


@pytest.fixture
def with_open_round(own_register: Path) -> Path:
    """One committee, one centre, an open round and nothing answered."""
    store = new_empty(own_register)
    take_all(store, {"rounds": ROUNDS, "bodies": BODIES})
    store.close()
    return own_register
