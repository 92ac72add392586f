"""A register in which somebody does something."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data import queries
from data.database import Store
from data.models import Round
from tests.support.registers import BODIES, ROUNDS, copy_with
from workflow.person import at_this_machine

IDA = at_this_machine("Ida")


@pytest.fixture
def store(own_register: Path) -> Iterator[Store]:
    """One committee, one centre and two open rounds."""
    store = Store(copy_with(own_register, {"rounds": ROUNDS, "bodies": BODIES}))
    yield store
    store.close()


def round_of(store: Store, key: str) -> Round:
    """A round as it is stored now."""
    return next(each for each in queries.rounds.oldest_first(store) if each.key == key)
