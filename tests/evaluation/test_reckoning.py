"""The program's evaluation against one worked out by hand and against an independent reckoning of random registers."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, note, settings

from tests.reckoning import INDICATORS, Records, reckon
from tests.register import evaluate_rows
from tests.scenarios import HAND, HAND_EVALUATION, HAND_ROUND, REORGANISED, REORGANISED_CHANGES, REORGANISED_ROUND, registers


def evaluate(records: Records, round_key: str) -> dict[str, Any]:
    """What the program finds, as the reckoning speaks of it: the indicators reckoned there, none of proportionality.

    The registers hold norms for these indicators only, so no other can be met or missed or weigh in a contradiction.
    """
    found = evaluate_rows(records, round_key)
    for principle in found["principles"]:
        reckoned = INDICATORS[str(principle["principle"])]
        others = [indicator for indicator in principle["indicators"] if indicator["indicator"] not in reckoned]
        assert all(indicator["met"] is None for indicator in others)
        principle["indicators"] = [indicator for indicator in principle["indicators"] if indicator["indicator"] in reckoned]
    return {**found, "proportionality": {"indicators": []}}


def alike(found: Any, expected: Any) -> Any:
    """``expected`` with every float close enough to what was found; texts, counts, keys and None must be the same."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return {key: alike(found.get(key), value) for key, value in expected.items()}
    if isinstance(expected, list) and isinstance(found, list) and len(found) == len(expected):
        return [alike(one, other) for one, other in zip(found, expected, strict=True)]
    return pytest.approx(expected, rel=1e-12, abs=1e-12) if isinstance(expected, float) else expected


def test_the_reckoning_is_right_about_the_hand_made_register():
    """The reckoning itself is held against figures worked out on paper."""
    reckoned = reckon(HAND, HAND_ROUND)
    assert reckoned == alike(reckoned, HAND_EVALUATION)


def test_the_program_is_right_about_the_hand_made_register():
    """Every figure of the hand-made register, as worked out on paper."""
    found = evaluate(HAND, HAND_ROUND)
    assert found == alike(found, HAND_EVALUATION)


def test_the_reckoning_follows_bodies_through_reorganisations():
    """Merges, splits, chains and a round never held: the previous round and every pairing, as worked out on paper."""
    changes = [principle["change"] for principle in reckon(REORGANISED, REORGANISED_ROUND)["principles"]]
    assert [(change["up"], change["same"], change["down"]) for change in changes] == REORGANISED_CHANGES
    assert {change["previous_round"] for change in changes} == {"2018-2021/endterm"}


def test_the_program_follows_bodies_through_reorganisations():
    """The program pairs bodies through succession as the reckoning does."""
    found = evaluate(REORGANISED, REORGANISED_ROUND)
    assert found == alike(found, reckon(REORGANISED, REORGANISED_ROUND))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(registers())
def test_the_program_finds_what_the_reckoning_finds(register):
    """Whatever the register: two programs written apart from each other give the same evaluation."""
    records, round_key = register
    note(f"round {round_key}")
    found, reckoned = evaluate(records, round_key), reckon(records, round_key)
    assert found == alike(found, reckoned)
