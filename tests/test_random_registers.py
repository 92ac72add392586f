"""What holds of any register, over random ones: each is made once, and everything is tried on it."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from data import queries
from data.database import Store
from evaluation.evaluate import find_round
from tests.evaluation.test_consultation_facts import assert_facts_add_up
from tests.evaluation.test_gaps import assert_gaps_are_the_unknown
from tests.evaluation.test_reckoning import assert_reckonings_agree
from tests.evaluation.test_sentences import assert_every_claim_holds
from tests.pages.test_own_consultations import assert_paper_agrees, assert_readers_agree
from tests.support.registers import new_filled
from tests.support.scenarios import Records, registers


@pytest.mark.thorough
@pytest.mark.no_cover
@settings(
    max_examples=int(os.environ.get("REGISTERS", "25")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(registers(), st.integers(0, 1_000))
def test_it_holds_of_any_register(register: tuple[Records, str], place: int) -> None:
    """Two programs written apart from each other give the same evaluation; every sentence means what it
    says; all who read a body's own consultations read the same ones, whatever bodies took over from whom; and
    what is told of one consultation adds up to its round.
    """
    records, round_key = register
    note(f"round {round_key}")
    with tempfile.TemporaryDirectory() as folder:
        store = new_filled(Path(folder) / "register.duckdb", records)
        assert_reckonings_agree(store, records, round_key)
        assert_every_claim_holds(store, round_key)
        assert_own_consultations_agree(store, round_key, place)
        assert_facts_add_up(store, round_key)
        assert_gaps_are_the_unknown(store, round_key)
        store.close()


def assert_own_consultations_agree(store: Store, round_key: str, place: int) -> None:
    """Of one body of the register, if it has any."""
    bodies = sorted(queries.bodies.names(store))
    if bodies:
        body = bodies[place % len(bodies)]
        note(f"body {body}")
        assert_readers_agree(store, body, find_round(store, round_key))
        assert_paper_agrees(store, body, find_round(store, round_key))
