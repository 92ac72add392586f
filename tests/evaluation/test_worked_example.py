"""A verdict told step by step is the verdict that was reached."""

import pytest

from data.database import Store
from evaluation.evaluate import find_round
from evaluation.findings import Standing
from evaluation.method import VERDICT_RULES
from evaluation.snapshot import round_snapshot
from evaluation.worked_example import doubts, ordered_answers, tried_rules
from language import speak

END = "2022-2025/endterm"


@pytest.mark.parametrize(
    ("counts", "ratings", "middle"),
    [
        ((0, 0, 1, 4, 2), [3, 4, 4, 4, 4, 5, 5], [3]),
        ((0, 1, 1, 2, 0), [2, 3, 4, 4], [1, 2]),
        ((1, 0, 0, 0, 0), [1], [0]),
        ((0, 0, 0, 0, 0), [], []),
    ],
)
def test_answers_stand_in_order_with_their_middle(
    counts: tuple[int, int, int, int, int], ratings: list[int], middle: list[int]
) -> None:
    """One in the middle of an odd number, two of an even one; they are the median."""
    standing = Standing(9, sum(counts), 0, counts)
    assert ordered_answers(standing) == (ratings, middle)
    assert standing.median == ((ratings[middle[0]], ratings[middle[-1]]) if ratings else None)


@pytest.mark.parametrize("key", ["2018-2021/midterm", END, "2026-2029/midterm"])
def test_the_rule_that_holds_leads_to_the_proposed_verdict(demonstration: Store, key: str) -> None:
    """Every rule before it was tried and does not hold; none after it was tried."""
    snapshot = round_snapshot(demonstration, find_round(demonstration, key))
    for finding in snapshot.evaluation.principles:
        tried = tried_rules(finding, snapshot.norms)
        place = list(VERDICT_RULES).index(finding.verdict.proposed)
        assert [each.verdict for each in tried] == list(VERDICT_RULES)
        assert [each.holds for each in tried] == [False] * place + [True] + [None] * (4 - place)
        assert [bool(each.figures) for each in tried] == [True] * (place + 1) + [False] * (4 - place)


def test_the_example_has_the_rounds_own_numbers(demonstration: Store) -> None:
    """The third principle of the demonstration is contested: two steps between the levels."""
    snapshot = round_snapshot(demonstration, find_round(demonstration, END))
    finding, words = snapshot.evaluation.principles[2], speak("en")
    figures = [
        [words.say(figure) for figure in each.figures] for each in tried_rules(finding, snapshot.norms)
    ]
    assert figures[0] == ["Committees: 7 of 7 gave a rating", "Centres: 7 of 7 gave a rating"]
    assert figures[1][0] == "2 steps between the two middle answers"
    assert [each.partition(":")[0] for each in figures[1][1:]] == ["All", "Committees", "Centres"]
    thin = next(each for each in doubts(finding, snapshot.norms) if each.reason == "thin_basis")
    assert ([words.say(each) for each in thin.figures], words.say(thin.limit), thin.lowers) == (
        ["2 of 14 ratings"],
        "from 50%",
        False,
    )


@pytest.mark.parametrize("key", [END, "2026-2029/midterm"])
def test_what_lowers_confidence_is_what_the_verdict_says(demonstration: Store, key: str) -> None:
    """Each reason once; where the basis is insufficient there is none to tell."""
    snapshot = round_snapshot(demonstration, find_round(demonstration, key))
    for finding in snapshot.evaluation.principles:
        confidence, lines = finding.verdict.confidence, doubts(finding, snapshot.norms)
        assert confidence
        assert bool(lines) == (confidence.grade is not None)
        assert tuple(each.reason for each in lines if each.lowers) == confidence.reasons
