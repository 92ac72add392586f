"""How one body moved since the round before."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pytest

from data import queries
from data.database import Store
from data.models import Answer
from evaluation.body_change import BodyChange, body_change, body_change_words
from evaluation.evaluate import find_round
from evaluation.snapshot import round_snapshot
from language import speak

Ratings = Mapping[str, Sequence[int | None]]


def answers(ratings: Ratings) -> list[Answer]:
    """By body, its ratings of the first principles."""
    return [
        Answer(body, body, "centre", principle, "submitted", rating, rating is None, "fair")
        for body, row in ratings.items()
        for principle, rating in enumerate(row, start=1)
    ]


@pytest.mark.parametrize(
    ("before", "now", "predecessors", "moves"),
    [
        ({"by": [3, 3, 3, 3]}, {"by": [4, 3, 2, None]}, {}, ((1,), (2,), (3,))),
        ({"a": [2, 2], "b": [4, 1]}, {"by": [3, 3]}, {"by": ("a", "b")}, ((2,), (1,), ())),
        ({"a": [2], "b": [4]}, {"by": [5]}, {"by": ("a", "b")}, ((1,), (), ())),
        ({"old": [5]}, {"by": [4]}, {"by": ("mid",), "mid": ("old",)}, ((), (), (1,))),
        # One that went on by itself has its own past, whoever else it took something over from.
        ({"by": [3], "a": [5]}, {"by": [4], "a": [5]}, {"by": ("a",)}, ((1,), (), ())),
        # What it took over since then, and is not asked any more, counts too.
        ({"by": [3], "a": [5]}, {"by": [4]}, {"by": ("a",)}, ((), (1,), ())),
        ({}, {"by": [4]}, {}, ((), (), ())),
    ],
)
def test_a_body_is_paired_with_itself_or_its_predecessors(
    before: Ratings,
    now: Ratings,
    predecessors: Mapping[str, Sequence[str]],
    moves: tuple[tuple[int, ...], ...],
) -> None:
    """Higher only above all of them, lower only below all; what cannot be judged is not compared."""
    assert body_change("by", answers(now), answers(before), predecessors) == BodyChange(*moves)


def test_all_bodies_together_are_the_change_of_the_round(demonstration: Store) -> None:
    """Counted body by body, the demonstration's rounds give what the evaluation counts in one select."""
    predecessors = {each.key: keys for each, keys in queries.bodies.with_predecessors(demonstration)}
    for key in ("2018-2021/endterm", "2022-2025/midterm", "2022-2025/endterm", "2026-2029/midterm"):
        now = round_snapshot(demonstration, find_round(demonstration, key))
        changes = [finding.change for finding in now.evaluation.principles]
        previous = changes[0].previous_round
        assert previous
        before = round_snapshot(demonstration, find_round(demonstration, previous)).answers
        moves: Counter[tuple[str, int]] = Counter()
        for body in now.body_names:
            own = body_change(body, now.answers, before, predecessors)
            moves.update(("up", each) for each in own.up)
            moves.update(("same", each) for each in own.same)
            moves.update(("down", each) for each in own.down)
        assert [(moves["up", n], moves["same", n], moves["down", n]) for n in range(1, 6)] == [
            (each.up, each.same, each.down) for each in changes
        ]


@pytest.mark.parametrize(
    ("change", "english", "danish"),
    [
        (
            BodyChange((1, 3), (2,), (5,)),
            "Higher than in R under principle 1 and 3, lower under principle 5",
            "Højere end i R under princip 1 og 3, lavere under princip 5",
        ),
        (
            BodyChange((4,), (), ()),
            "Higher than in R under principle 4, lower nowhere",
            "Højere end i R under princip 4, ingen steder lavere",
        ),
        (
            BodyChange((), (1,), (2,)),
            "Lower than in R under principle 2, higher nowhere",
            "Lavere end i R under princip 2, ingen steder højere",
        ),
        (BodyChange((), (1,), ()), "Unchanged since R", "Uændret siden R"),
        (BodyChange((), (), ()), "Nothing to compare with R", "Intet at sammenligne med i R"),
    ],
)
def test_the_change_is_a_title(change: BodyChange, english: str, danish: str) -> None:
    """It names the principles, and never says better or worse than the steps do."""
    sentence = body_change_words(change, "R")
    assert (speak("en").say(sentence), speak("da").say(sentence)) == (english, danish)
