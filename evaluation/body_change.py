"""How one body's ratings moved since the round before, principle by principle, in a sentence.

It compares them as ``data/queries/moves.sql`` does those of all bodies at once; a test holds the two equal.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.models import Answer
from data.queries.answers import earlier_bodies
from language import N_, Sentence

Predecessors = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class BodyChange:
    """The principles under which a body rated higher, the same and lower than in the round before."""

    up: tuple[int, ...]
    same: tuple[int, ...]
    down: tuple[int, ...]

    @property
    def paired(self) -> int:
        return len(self.up) + len(self.same) + len(self.down)


def body_change(
    body: str, now: Iterable[Answer], before: Iterable[Answer], predecessors: Predecessors
) -> BodyChange:
    """A body's change from one round's answers to another's. Where it took over from several, it is higher
    only above all of them, and lower only below all.
    """
    answers_now, answers_before = tuple(now), tuple(before)
    pairs = earlier_bodies(
        {each.body for each in answers_now}, {each.body for each in answers_before}, predecessors
    )
    moves: dict[int, list[int]] = {1: [], 0: [], -1: []}
    for answer in sorted(answers_now, key=lambda each: each.principle):
        earlier = [
            each.rating
            for each in answers_before
            if (body, each.body) in pairs and each.principle == answer.principle and each.rating
        ]
        if answer.body == body and answer.rating and earlier:
            move = (answer.rating > max(earlier)) - (answer.rating < min(earlier))
            moves[move].append(answer.principle)
    return BodyChange(*(tuple(moves[move]) for move in (1, 0, -1)))


def body_change_words(change: BodyChange, round_before: Sentence | str) -> Sentence:
    """The change as a heading says it: where it rose, where it fell, or that nothing moved."""
    values: dict[str, object] = {
        "round": round_before,
        "up": tuple(map(str, change.up)),
        "down": tuple(map(str, change.down)),
    }
    if not change.paired:
        return Sentence(N_("Nothing to compare with {round}"), values)
    if change.up and change.down:
        return Sentence(
            N_("Higher than in {round} under principle {up}, lower under principle {down}"), values
        )
    if change.up:
        return Sentence(N_("Higher than in {round} under principle {up}, lower nowhere"), values)
    if change.down:
        return Sentence(N_("Lower than in {round} under principle {down}, higher nowhere"), values)
    return Sentence(N_("Unchanged since {round}"), values)
