"""The plain sentences: each number in them stands in the evaluation, and no sentence says more than the
numbers do.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from data.database import Store
from evaluation import change_words
from evaluation.as_json import as_dict
from evaluation.evaluate import evaluate, find_round
from evaluation.findings import Change, Evaluation
from evaluation.summary import SummarySentence, summarise_principle, summarise_round
from language import LANGUAGES, speak
from tests.support.registers import new_empty

ROUNDS = (
    "2018-2021/midterm",
    "2018-2021/endterm",
    "2022-2025/midterm",
    "2022-2025/endterm",
    "2026-2029/midterm",
)


@pytest.fixture(scope="module", params=ROUNDS)
def evaluation(request: pytest.FixtureRequest, demonstration: Store) -> Evaluation:
    return evaluate(demonstration, find_round(demonstration, request.param))


def at(tree: Any, place: str) -> Any:
    """What stands at a dotted place of the JSON. Raises where there is nothing."""
    for step in place.split("."):
        tree = tree[int(step)] if isinstance(tree, list) else tree[step]
    return tree


def numbers_in(tree: Any) -> set[float]:
    """All numbers under a place; a list adds how long it is, and numbers that can be summed or counted
    there.
    """
    if isinstance(tree, bool) or tree is None:
        return set()
    if isinstance(tree, int | float):
        return {float(tree)}
    if isinstance(tree, dict):
        return set().union(*(numbers_in(each) for each in tree.values()))
    return set().union(*(numbers_in(each) for each in tree)) if isinstance(tree, list) else set()


def said_numbers(sentence: SummarySentence) -> list[float]:
    """The numbers of the English sentence, percentages as shares."""
    text = speak("en").say(sentence.sentence)
    return [
        float(number.replace(",", "")) / (100 if percent else 1)
        for number, percent in re.findall(r"(\d[\d,]*\.?\d*)(%?)", text)
    ]


@pytest.mark.thorough
def test_numbers_of_a_principle_stand_where_they_are_said_to(evaluation: Evaluation) -> None:
    """Every number is found under one of the sentence's places, is a count over what is there, or a sum of
    moves.
    """
    tree = as_dict(evaluation)
    for finding in evaluation.principles:
        for sentence in summarise_principle(finding):
            there: set[float] = set()
            for place in sentence.places:
                there |= numbers_in(at(tree, place))
            counts = {
                float(finding.change.paired),
                float(finding.all.thin),
                *map(float, range(len(finding.indicators) + 1)),
            }
            missing = [
                number
                for number in said_numbers(sentence)
                if not any(abs(number - each) < 0.0501 for each in there | counts)
            ]
            assert missing == [], speak("en").say(sentence.sentence)


@pytest.mark.thorough
def test_sums_over_the_round(evaluation: Evaluation) -> None:
    """Every principle has its verdict, answers add up to what was asked, moves to those paired."""
    texts = [speak("en").say(sentence.sentence) for sentence in summarise_round(evaluation)]
    named = [number for text in texts for number in re.findall(r"\d", text.partition(": principle")[2])]
    assert sorted(named) == ["1", "2", "3", "4", "5"]
    answer_count = sum(each.all.answered for each in evaluation.principles)
    body_count = sum(each.all.expected for each in evaluation.principles)
    assert f"{answer_count} of {body_count} answers were given." in texts


@pytest.mark.thorough
@pytest.mark.parametrize("code", LANGUAGES)
def test_no_sentence_is_left_open(evaluation: Evaluation, code: str) -> None:
    """Each is whole: no bracket of a template, no empty list, and a full stop or a question mark at its
    end.
    """
    words = speak(code)
    for sentence in [
        *summarise_round(evaluation),
        *(each for finding in evaluation.principles for each in summarise_principle(finding)),
    ]:
        text = words.say(sentence.sentence)
        assert re.fullmatch(r"[^{}]+[.?]", text), text
        assert ": ." not in text


def test_an_empty_round_claims_nothing(tmp_path: Path) -> None:
    """Without answers and consultations the sentences say that there is too little, and no number is made
    up.
    """
    store = new_empty(tmp_path / "register.duckdb")
    nothing_known = evaluate(store, find_round(store, "2022-2025/endterm"))
    store.close()
    texts = [speak("en").say(sentence.sentence) for sentence in summarise_round(nothing_known)]
    assert texts == ["Insufficient basis: principles 1, 2, 3, 4 and 5."]
    assert "The records do not say whether the norms are met." in [
        speak("en").say(sentence.sentence) for sentence in summarise_principle(nothing_known.principles[0])
    ]


@pytest.mark.parametrize(
    ("up", "delta", "expected"),
    [
        (12, None, None),
        (12, 0.1, "All ratings taken together lie about as high as last time."),
        (
            12,
            0.2,
            "Of all pairs of a rating now and one from last time, more lie higher now than lower.",
        ),
        (12, 0.6, "Of all pairs of a rating now and one from last time, most lie higher now."),
        (12, -1.0, "Of all pairs of a rating now and one from last time, nearly all lie lower now."),
        (9, 1.0, None),
    ],
)
def test_cliffs_delta_is_said_in_words(up: int, delta: float | None, expected: str | None) -> None:
    """How often, not how much; nothing where too few moved to tell."""
    change = Change("2022-2025/midterm", up, 0, 0, 2 / 2**up, delta, {})
    sentence = change_words.delta_words(change)
    assert (speak("en").say(sentence) if sentence else None) == expected
