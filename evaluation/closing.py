"""Closing a round: what its materials read, frozen as text with a checksum, and read again from that text for good.

``result`` is the evaluation's own JSON, as ``python -m evaluation`` prints it: ``sha256sum`` of that output is the checksum.
``details`` holds what pictures and documents need beside it, so that no later edit of a record reaches them.
"""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
from pydantic import TypeAdapter

from data import reading, tallies
from data.queries.effort import efforts
from data.queries.selection import Selection
from data.records import Answer, Assessment, Conclusion
from data.store import Store
from evaluation.as_json import as_json
from evaluation.assess import evaluate, find_round
from evaluation.findings import Evaluation
from language import N_, Sentence

VERSION = "0.2.0"
"""The version of the program, kept with every round that it closes."""


@dataclass(frozen=True)
class Settled:
    """A round as its materials read it. ``closed_on`` is None while it is reckoned anew from the records."""

    evaluation: Evaluation
    answers: tuple[Answer, ...]
    assessments: tuple[Assessment, ...]
    conclusions: Mapping[str, Conclusion]
    efforts_table: str
    norms: Mapping[str, float]
    closed_on: date | None = None

    @property
    def efforts(self) -> pd.DataFrame:
        """What each consultation took, as :func:`data.queries.effort.efforts` gives it."""
        return pd.read_json(io.StringIO(self.efforts_table), orient="table")


@dataclass(frozen=True)
class Frozen:
    """The two texts of a closed round, and their SHA-256."""

    result: str
    details: str

    @property
    def sha256(self) -> str:
        return checksum(self.result)

    @property
    def details_sha256(self) -> str:
        return checksum(self.details)


class Damaged(Exception):
    """A frozen text is not the one that was frozen; ``sentence`` says so."""

    def __init__(self, round_key: str) -> None:
        self.sentence = Sentence(
            N_("The frozen result of {round} does not match its checksum. Restore the register from a backup."),
            {"round": round_key},
        )
        super().__init__(str(self.sentence))


DETAILS: TypeAdapter[Settled] = TypeAdapter(Settled)


def checksum(text: str) -> str:
    """SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def settle(store: Store, round_key: str) -> Settled:
    """What the materials of a round read: the frozen result where there is one, else reckoned from the records as they stand.

    Raises :class:`evaluation.assess.NotEvaluable`, and :class:`Damaged` where the frozen text was tampered with.
    """
    closing = reading.closing(store, round_key)
    if closing is None:
        return _reckon(store, round_key)
    if checksum(closing.details) != closing.details_sha256:
        raise Damaged(round_key)
    return replace(DETAILS.validate_json(closing.details), closed_on=closing.closed_at.date())


def settled_json(store: Store, round_key: str) -> str:
    """The evaluation as JSON: of a frozen round the very text that was frozen."""
    closing = reading.closing(store, round_key)
    if closing is None:
        return as_json(evaluate(store, round_key))
    if checksum(closing.result) != closing.sha256:
        raise Damaged(round_key)
    return closing.result


def freeze(store: Store, round_key: str) -> Frozen:
    """A round as it will stand when it is closed. Nothing is written."""
    settled = _reckon(store, round_key)
    closed = replace(settled, evaluation=replace(settled.evaluation, status="closed"))
    return Frozen(as_json(closed.evaluation), DETAILS.dump_json(closed).decode() + "\n")


def _reckon(store: Store, round_key: str) -> Settled:
    chosen = find_round(store, round_key)
    period = Selection(chosen.period_from, chosen.period_to)
    return Settled(
        evaluation=evaluate(store, round_key),
        answers=reading.answers(store, round_key),
        assessments=tuple(reading.assessments(store, round_key)),
        conclusions=reading.conclusions(store, round_key),
        efforts_table=str(efforts(store, period).to_json(orient="table", index=False, double_precision=15)),
        norms=tallies.norms(store, chosen.opening_day),
    )
