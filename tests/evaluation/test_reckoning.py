"""The program's evaluation against one worked out by hand and against an independent reckoning.

``tests/test_random_registers.py`` holds both against each other on random registers.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from data.ballerup.translation import translate
from data.database import Store
from data.import_pipeline import take_in
from evaluation.as_json import as_dict
from evaluation.evaluate import evaluate, find_round
from tests.support.ballerup import FOLDERS
from tests.support.exported_records import exported
from tests.support.reckoning import reckon
from tests.support.registers import evaluate_rows
from tests.support.scenarios import (
    HAND,
    HAND_EVALUATION,
    HAND_ROUND,
    OVERLAPPING,
    OVERLAPPING_COUNTS,
    REORGANISED,
    REORGANISED_CHANGES,
    REORGANISED_ROUND,
    Records,
)

BY_HAND = (
    *("frame_published", "frame_named", "input_effect", "feedback_given", "before_proposal", "in_discussion"),
    *("lead_days", "window_days", "holiday_share", "decision_days", "groups", "clarified"),
)
UNRECKONED = ("rules",)
"""Which set of rules judged: not part of the reckoning."""


def reckonable(evaluation: dict[str, Any]) -> dict[str, Any]:
    """An evaluation as its JSON reads, without what is not reckoned a second time."""
    evaluation = json.loads(json.dumps(evaluation))
    left = {key: value for key, value in evaluation.items() if key not in UNRECKONED}
    principles = [
        {key: value for key, value in principle.items() if key not in UNRECKONED}
        for principle in evaluation["principles"]
    ]
    return {**left, "principles": principles}


def only_by_hand(evaluation: dict[str, Any]) -> dict[str, Any]:
    """An evaluation with those indicators alone that were worked out on paper; the others have no norm in
    that register.
    """
    for part in (*evaluation["principles"], evaluation["proportionality"]):
        others = [indicator for indicator in part["indicators"] if indicator["indicator"] not in BY_HAND]
        assert all(indicator["met"] is None for indicator in others)
        part["indicators"] = [
            indicator for indicator in part["indicators"] if indicator["indicator"] in BY_HAND
        ]
    return evaluation


def alike(actual: Any, expected: Any) -> Any:
    """``expected`` with every float close enough to what was found; texts, counts, keys and None must be
    the same.
    """
    if isinstance(expected, dict) and isinstance(actual, dict):
        return {key: alike(actual.get(key), value) for key, value in expected.items()}
    if isinstance(expected, list) and isinstance(actual, list) and len(actual) == len(expected):
        return [alike(one, other) for one, other in zip(actual, expected, strict=True)]
    return pytest.approx(expected, rel=1e-12, abs=1e-12) if isinstance(expected, float) else expected


def test_the_reckoning_is_right_about_the_hand_made_register() -> None:
    """The reckoning itself is held against figures worked out on paper."""
    reckoned = only_by_hand(reckon(HAND, HAND_ROUND))
    assert reckoned == alike(reckoned, HAND_EVALUATION)


def test_the_program_is_right_about_the_hand_made_register() -> None:
    """Every figure of the hand-made register, as worked out on paper."""
    evaluation = only_by_hand(reckonable(evaluate_rows(HAND, HAND_ROUND)))
    assert evaluation == alike(evaluation, HAND_EVALUATION)


def test_the_reckoning_follows_bodies_through_reorganisations() -> None:
    """Merges, splits, chains and a round never held: the previous round and every pairing, as worked out
    on paper.
    """
    changes = [principle["change"] for principle in reckon(REORGANISED, REORGANISED_ROUND)["principles"]]
    assert [(change["up"], change["same"], change["down"]) for change in changes] == REORGANISED_CHANGES
    assert {change["previous_round"] for change in changes} == {"2018-2021/endterm"}


def test_the_program_follows_bodies_through_reorganisations() -> None:
    """The program pairs bodies through succession as the reckoning does."""
    evaluation = reckonable(evaluate_rows(REORGANISED, REORGANISED_ROUND))
    assert evaluation == alike(evaluation, reckon(REORGANISED, REORGANISED_ROUND))


def consultations_in(evaluation: dict[str, Any]) -> int:
    """How many consultations a round has, of which nothing is known but their days."""
    unknown = evaluation["principles"][0]["indicators"][0]["unknown"]
    assert isinstance(unknown, int)
    return unknown


@pytest.mark.parametrize("round_key", OVERLAPPING_COUNTS)
def test_what_ends_after_a_closing_is_handed_on_and_counts_once(round_key: str) -> None:
    """A round that was closed before, too, hands on what came to it from another."""
    evaluation, reckoned = evaluate_rows(OVERLAPPING, round_key), reckon(OVERLAPPING, round_key)
    assert consultations_in(reckoned) == OVERLAPPING_COUNTS[round_key]
    assert consultations_in(evaluation) == OVERLAPPING_COUNTS[round_key]


def assert_reckonings_agree(store: Store, records: Records, round_key: str) -> None:
    """The program's evaluation of a round, and the independent reckoning from the register's rows."""
    evaluation = reckonable(as_dict(evaluate(store, find_round(store, round_key))))
    assert evaluation == alike(evaluation, reckon(records, round_key)), round_key


def assert_all_rounds_agree(store: Store, folder: Path) -> None:
    records = exported(store, folder)
    assert records["rounds"]
    for each in records["rounds"]:
        assert_reckonings_agree(store, records, each["round"])


def test_they_agree_on_the_demonstration_records(demonstration: Store, tmp_path: Path) -> None:
    """All five rounds, whole."""
    assert_all_rounds_agree(demonstration, tmp_path / "out")


@pytest.mark.parametrize("folder", FOLDERS)
def test_they_agree_on_real_records(empty: Store, tmp_path: Path, folder: Path) -> None:
    """Every planned round that Ballerup's consultations from 2008 to 2024 fall in."""
    take_in(empty, translate(folder)[0], "tester")
    assert_all_rounds_agree(empty, tmp_path / "out")
