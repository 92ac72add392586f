"""Closing a round: what its materials read, frozen as text with a checksum, and read again from that text for
good.

``result`` is the evaluation's own JSON, as ``python -m evaluation`` prints it: ``sha256sum`` of that output
is the checksum. ``details`` holds what pictures and documents need beside it, so that no later edit of a
record reaches them.
"""

import hashlib
import io
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import TypeAdapter, ValidationError

from data import queries
from data.confidential import EVERY_BODY, NOBODY, Readership, readable
from data.database import Store
from data.errors import UserError
from data.models import Answer, Assessment, Closing, Conclusion, Round
from data.queries.closings import FrozenText
from data.queries.effort import efforts
from data.queries.selection import of_round
from evaluation.as_json import as_json
from evaluation.evaluate import evaluate
from evaluation.findings import Evaluation
from evaluation.round_states import round_state
from language import N_, Sentence, local_day

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
VERSION = str(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"])
"""The version of the program, kept with every round that it closes."""
OTHER_TEXT = N_(
    "The frozen result of {round} does not match its checksum. Restore the register from a backup."
)
NO_EVALUATION = N_(
    "The frozen result of {round} can't be read: it is no evaluation. Restore the register from a backup."
)


@dataclass(frozen=True)
class RoundSnapshot:
    """A round as its materials read it. ``closed_on`` is None while it is reckoned anew from the records."""

    evaluation: Evaluation
    answers: tuple[Answer, ...]
    assessments: tuple[Assessment, ...]
    conclusions: Mapping[str, Conclusion]
    efforts_table: str
    norms: Mapping[str, float]
    closed_on: date | None = None

    @property
    def state(self) -> str:
        """How the round stands, a key in :data:`evaluation.round_states.STATES`."""
        return round_state(self.evaluation.status, is_frozen=self.closed_on is not None)

    @property
    def body_names(self) -> dict[str, str]:
        """The names of the bodies asked, by key, as they were when it was frozen."""
        return {answer.body: answer.name for answer in self.answers}

    @property
    def efforts(self) -> pd.DataFrame:
        """What each consultation took, as :func:`data.queries.effort.efforts` gives it."""
        return pd.read_json(io.StringIO(self.efforts_table), orient="table")


@dataclass(frozen=True)
class FrozenTexts:
    """The two texts of a closed round, and their SHA-256."""

    result: str
    details: str

    @property
    def sha256(self) -> str:
        return checksum(self.result)

    @property
    def details_sha256(self) -> str:
        return checksum(self.details)


class DamagedSnapshot(UserError):
    """A frozen text is not the one that was frozen, or no evaluation."""


DETAILS: TypeAdapter[RoundSnapshot] = TypeAdapter(RoundSnapshot)


def checksum(text: str) -> str:
    """SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def round_snapshot(store: Store, chosen_round: Round, readership: Readership = NOBODY) -> RoundSnapshot:
    """What the materials of a round read: the frozen result where there is one, else reckoned from the
    records as they stand. Confidential words are there for the ``readership`` alone.

    Raises :class:`evaluation.evaluate.NotEvaluable`, and :class:`DamagedSnapshot` where the frozen text was
    tampered with.
    """
    closing = queries.closings.of_round(store, chosen_round.key)
    if closing is None:
        return _reckon(store, chosen_round, readership)
    details = details_of(closing)
    assessments = tuple(readable(each, readership) for each in details.assessments)
    return replace(details, assessments=assessments, closed_on=local_day(closing.closed_at))


def assessments_of(
    store: Store, chosen_round: Round, readership: Readership = NOBODY
) -> tuple[Assessment, ...]:
    """The assessments of a round, as :func:`round_snapshot` has them. Raises what it does."""
    if queries.closings.of_round(store, chosen_round.key):
        return round_snapshot(store, chosen_round, readership).assessments
    return tuple(queries.assessments.of_round(store, chosen_round.key, readership=readership))


def evaluation_json(store: Store, chosen_round: Round) -> str:
    """The evaluation as JSON: of a frozen round the very text that was frozen."""
    closing = queries.closings.of_round(store, chosen_round.key)
    return as_json(evaluate(store, chosen_round)) if closing is None else result_of(closing)


def result_of(closing: Closing | FrozenText) -> str:
    """The evaluation as it was frozen. Raises :class:`DamagedSnapshot` where it is another text by now."""
    if checksum(closing.result) != closing.sha256:
        raise DamagedSnapshot(Sentence(OTHER_TEXT, {"round": closing.round}))
    return closing.result


def details_of(closing: Closing | FrozenText) -> RoundSnapshot:
    """What was frozen beside it, with all words that are there. Raises :class:`DamagedSnapshot` where it is
    another text by now, or no evaluation.
    """
    if checksum(closing.details) != closing.details_sha256:
        raise DamagedSnapshot(Sentence(OTHER_TEXT, {"round": closing.round}))
    try:
        return DETAILS.validate_python(_with_new_names(json.loads(closing.details)))
    except ValidationError as problem:
        raise DamagedSnapshot(Sentence(NO_EVALUATION, {"round": closing.round})) from problem


def freeze(store: Store, chosen_round: Round, closed_on: date) -> FrozenTexts:
    """A round as it will stand when it is closed on a day: what ends later belongs to the next round. Nothing
    is written.
    """
    snapshot = _reckon(store, replace(chosen_round, closed_on=closed_on), EVERY_BODY)
    closed_snapshot = replace(snapshot, evaluation=replace(snapshot.evaluation, status="closed"))
    return FrozenTexts(
        as_json(closed_snapshot.evaluation), DETAILS.dump_json(closed_snapshot).decode() + "\n"
    )


def _with_new_names(details: dict[str, Any]) -> dict[str, Any]:
    """Details as older versions froze them, by the names of today: a round that is frozen is never written
    anew.
    """
    for assessment in details.get("assessments", ()):
        if "closed" in assessment:
            assessment["confidential"] = assessment.pop("closed")
    return details


def _reckon(store: Store, chosen_round: Round, readership: Readership) -> RoundSnapshot:
    return RoundSnapshot(
        evaluation=evaluate(store, chosen_round),
        answers=queries.answers.of_round(store, chosen_round.key),
        assessments=tuple(queries.assessments.of_round(store, chosen_round.key, readership=readership)),
        conclusions=queries.conclusions.of_round(store, chosen_round.key),
        efforts_table=str(
            efforts(store, of_round(store, chosen_round)).to_json(
                orient="table", index=False, double_precision=15
            )
        ),
        norms=queries.norms.in_force(store, chosen_round.opening_day),
    )
