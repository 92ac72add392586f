"""What is still missing before a round can close, each point in one sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from data import drafts, queries
from data.database import Store
from data.models import Action
from evaluation.overdue import has_ended
from evaluation.scales import ROWS
from language import N_, Sentence

ASSESSMENTS, CONCLUSIONS, FOLLOW_UP = "assessments", "conclusions", "follow_up"


@dataclass(frozen=True)
class Point:
    """Something missing: where it is mended, the sentence with names, the same in short with its count alone,
    and whether the round can't close without it.
    """

    place: str
    sentence: Sentence
    in_short: Sentence
    blocks: bool = False


def checklist(store: Store, round_key: str) -> tuple[Point, ...]:
    """Everything that is missing in a round, the points that hold it back first; empty where it is ready
    to close.
    """
    points = (*_actions(store, round_key), *_answers(store, round_key), *_conclusions(store, round_key))
    return tuple(sorted(points, key=lambda point: not point.blocks))


def carried(store: Store, round_key: str) -> list[Action]:
    """The actions of earlier rounds that this one takes over: those not ended yet, or of which nobody has
    said what came.
    """
    return [
        action
        for action in queries.actions.of_earlier_rounds(store, round_key)
        if not (has_ended(action) and action.outcome)
    ]


def _actions(store: Store, round_key: str) -> Iterator[Point]:
    open_actions = [action for action in carried(store, round_key) if not action.outcome]
    if open_actions:
        sentence = Sentence(
            N_("{count} action from earlier rounds has no outcome yet. Say what became of it."),
            {},
            N_("{count} actions from earlier rounds have no outcome yet. Say what became of each."),
            len(open_actions),
        )
        yield Point(FOLLOW_UP, sentence, sentence, blocks=True)


def _answers(store: Store, round_key: str) -> Iterator[Point]:
    answers, draft_places = queries.answers.of_round(store, round_key), drafts.places(store, round_key)
    missing = [answer for answer in answers if answer.status == "missing"]
    draft_answers = [answer for answer in answers if answer.status == "draft"]
    if missing:
        names = tuple(dict.fromkeys(answer.name for answer in missing))
        yield Point(
            ASSESSMENTS,
            Sentence(
                N_("{count} answer is missing: {names}."),
                {"names": names},
                N_("{count} answers are missing: {names}."),
                len(missing),
            ),
            Sentence(N_("{count} answer is missing."), {}, N_("{count} answers are missing."), len(missing)),
        )
    if draft_answers:
        names = tuple(dict.fromkeys(answer.name for answer in draft_answers))
        yield Point(
            ASSESSMENTS,
            Sentence(
                N_("{count} answer is a draft and would not count: {names}."),
                {"names": names},
                N_("{count} answers are drafts and would not count: {names}."),
                len(draft_answers),
            ),
            Sentence(
                N_("{count} answer is a draft and would not count."),
                {},
                N_("{count} answers are drafts and would not count."),
                len(draft_answers),
            ),
        )
    if draft_places:
        sentence = Sentence(
            N_("{count} answer is being written and is not saved."),
            {},
            N_("{count} answers are being written and are not saved."),
            len(draft_places),
        )
        yield Point(ASSESSMENTS, sentence, sentence)


def _conclusions(store: Store, round_key: str) -> Iterator[Point]:
    rows_with_text = {
        key for key, conclusion in queries.conclusions.of_round(store, round_key).items() if conclusion.text
    }
    if missing := [row for row in ROWS if row not in rows_with_text]:
        names = tuple(Sentence(ROWS[row], {"number": row}) for row in missing)
        yield Point(
            CONCLUSIONS,
            Sentence(
                N_("{count} conclusion is missing: {names}."),
                {"names": names},
                N_("{count} conclusions are missing: {names}."),
                len(missing),
            ),
            Sentence(
                N_("{count} conclusion is missing."), {}, N_("{count} conclusions are missing."), len(missing)
            ),
        )
