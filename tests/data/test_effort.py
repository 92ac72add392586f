"""Planned and spent hours that can be held against each other."""

import pandas as pd
import pytest

from data.database import Store
from data.queries.effort import Effort, effort_by
from data.queries.selection import of_round
from evaluation.effort import effort_sentences, proportionality_question, within_band_words
from evaluation.evaluate import find_round
from language import speak
from tests.support.registers import BODIES, ROUNDS, take_all

ROWS = [
    ("a", "small", "10", "20", "1000"),
    ("b", "small", "30", "20", ""),
    ("c", "small", "", "500", "500"),  # spent alone: it would drown the planned ones
    ("d", "small", "90", "", ""),
    ("e", "large", "", "", ""),
]


def test_both_sums_are_of_the_same_consultations(empty: Store) -> None:
    """By hand: 10 + 30 planned, 20 + 20 spent, one of two over its plan; cost of the two that have one."""
    consultation = {"centre": "by", "start_on": "2024-03-01", "end_on": "2024-04-01", "methods": "høring"}
    rows = [
        consultation
        | {
            "consultation": key,
            "title": key,
            "scale": scale,
            "hours_planned": planned,
            "hours_spent": spent,
            "cost_dkk": cost,
            "run_by_municipality": "yes",
        }
        for key, scale, planned, spent, cost in ROWS
    ]
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES, "consultations": rows})
    selection = of_round(empty, find_round(empty, "2022-2025/endterm"))
    assert sorted(effort_by(empty, "scale", selection), key=lambda each: each.kind) == [
        Effort("large", 1, 0, None, None, 0, 0, None),
        Effort("small", 4, 2, 40, 40, 1, 2, 1500),
    ]


NORMS = {"scale_small_max_hours": 60, "scale_medium_max_hours": 250}


@pytest.mark.parametrize(
    ("efforts", "sentence"),
    [
        (
            [("large", 300), ("large", 400), ("small", 50), ("small", 70)],
            "All 2 large matters with known hours took more than 250 hours, as is expected. 1 of 2 small"
            " matters with known hours took more than the 60 hours that are expected. Was it worth it, or"
            " could it have been simpler?",
        ),
        (
            [("large", 100), ("small", 50)],
            "1 of 1 large matter with known hours took 250 hours or less, where more is expected. The 1 small"
            " matter with known hours kept within the 60 hours that are expected. Did the large matters get"
            " what they called for?",
        ),
    ],
)
def test_the_question_says_what_was_expected(efforts: list[tuple[str, float]], sentence: str) -> None:
    """No count of nought, and no limit without its meaning."""
    frame = pd.DataFrame(efforts, columns=["scale", "hours_spent"])
    assert speak("en").say(proportionality_question(frame, NORMS)) == sentence


@pytest.mark.parametrize(
    ("efforts", "norms", "expected"),
    [
        (
            [("medium", 100.0)],
            NORMS,
            ["1 of 1 consultation with known hours kept within its scale; 0 took more, 0 fewer."],
        ),
        ([("medium", 100.0)], {}, []),
        ([("small", None), (None, 20.0)], NORMS, []),
        (
            [("small", 0.0)],
            NORMS,
            [
                "1 of 1 consultation with known hours kept within its scale; 0 took more, 0 fewer.",
                "The 1 small matter with known hours kept within the 60 hours that are expected. The effort"
                " followed the size of the matter: what made that possible?",
            ],
        ),
    ],
)
def test_documents_say_of_hours_only_what_they_tell(
    efforts: list[tuple[str | None, float | None]], norms: dict[str, float], expected: list[str]
) -> None:
    """Medium matters alone raise no question, scales without a norm say nothing, and no hours are hours."""
    frame = pd.DataFrame(efforts, columns=["scale", "hours_spent"])
    assert [speak("en").say(each) for each in effort_sentences(frame, norms)] == expected


def test_known_hours_without_a_norm_are_not_called_unknown() -> None:
    """It is the norms that don't tell whether they fit."""
    frame = pd.DataFrame([("small", 20.0)], columns=["scale", "hours_spent"])
    assert speak("en").say(within_band_words(frame, {})) == (
        "The norms say of no consultation with known hours how many its scale calls for."
    )
