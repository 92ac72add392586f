"""What is read before a round is closed for good."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.database import Store
from evaluation.before_closing import last_look
from evaluation.evaluate import find_round
from language import speak
from tests.support.registers import BODIES, ROUNDS, new_empty, take_all

KEY = ROUNDS[1]["round"]
ANSWERS = [
    {
        "round": KEY,
        "body": "plan",
        "principle": "1",
        "status": "submitted",
        "rating": "4",
        "justification": "Ord.",
    },
    {"round": KEY, "body": "plan", "principle": "2", "status": "draft", "justification": "Ord."},
]


@pytest.fixture
def store(own_register: Path) -> Iterator[Store]:
    """Two bodies asked; one answer submitted, one a draft; a conclusion of the first principle."""
    store = new_empty(own_register)
    conclusion = {"round": KEY, "principle": "1", "text": "Ord."}
    take_all(store, {"rounds": ROUNDS, "bodies": BODIES, "assessments": ANSWERS, "conclusions": [conclusion]})
    yield store
    store.close()


@pytest.mark.parametrize(
    ("last_day", "is_over", "sentence"),
    [
        (date(2026, 1, 4), True, "The period ended on 4 January 2026."),
        (date(2026, 1, 5), False, "The period is not over: today is its last day."),
        (date(2026, 1, 6), False, "The period is not over: it runs until 6 January 2026, 1 day from now."),
        (date(2026, 2, 4), False, "The period is not over: it runs until 4 February 2026, 30 days from now."),
        (date(2026, 2, 5), False, "The period is not over: it runs until 5 February 2026, 1 month from now."),
        (
            date(2027, 2, 28),
            False,
            "The period is not over: it runs until 28 February 2027, 13 months from now.",
        ),
    ],
)
def test_whether_the_period_is_over(store: Store, last_day: date, is_over: bool, sentence: str) -> None:
    """Seen from 5 January 2026; a part of a month is not counted."""
    now = replace(find_round(store, KEY), period_to=last_day)
    look = last_look(store, now, date(2026, 1, 5))
    assert (look.is_period_over, speak("en").say(look.period)) == (is_over, sentence)


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            [
                "8 answers are missing.",
                "1 answer is a draft and would not count.",
                "5 conclusions are missing.",
            ],
        ),
        ("da", ["8 svar mangler.", "1 svar er en kladde og tæller ikke med.", "5 konklusioner mangler."]),
    ],
)
def test_what_is_missing_is_counted(store: Store, language: str, sentences: list[str]) -> None:
    """In words, without names: those stand on the page under the question."""
    look = last_look(store, find_round(store, KEY), date(2026, 1, 5))
    assert [speak(language).say(each) for each in look.missing] == sentences
