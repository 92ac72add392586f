"""Closing a round: frozen with its checksum in the same transaction, and corrected afterwards by errata."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from data.database import Store
from data.errors import CommandRefused, RecordProblem
from data.models import Round
from data.writing import RowChange, save_records
from evaluation.checklist import checklist
from evaluation.snapshot import VERSION, freeze
from language import N_, Sentence, local_day
from workflow.cells import cells, round_cells
from workflow.permission import Right, command
from workflow.person import Person

HELD_BACK = N_("Something that holds the round back has come up meanwhile. It is still open.")


@dataclass(frozen=True)
class Correction:
    """What an erratum says: of which principle (None: of the whole round), what is right instead, and why;
    of which body (None: of no single one), and the key of the erratum that it corrects (None: of none).
    """

    principle: str | None
    text: str
    reason: str
    body: str | None = None
    corrects: str | None = None


@command(Right.CONDUCT)
def close_round(store: Store, person: Person, *, round_before: Round, at: datetime) -> list[RecordProblem]:
    """Close an open round and freeze it at a moment in UTC; gives notices.

    A round that came in as closed by file is only frozen. Raises :class:`data.errors.CommandRefused` where
    something holds the round back, and :class:`data.errors.ChangedMeanwhile`; then nothing is written.
    """
    with store.alone():
        if round_before.status == "open" and any(
            point.blocks for point in checklist(store, round_before.key)
        ):
            raise CommandRefused(Sentence(HELD_BACK))
        rows = [_frozen(store, person, round_before, at)]
        if round_before.status != "closed":
            closed_cells = round_cells(replace(round_before, status="closed"))
            rows.insert(0, RowChange("rounds", closed_cells, round_cells(round_before)))
        return save_records(store, person.name, rows)


@command(Right.CONDUCT)
def add_erratum(
    store: Store, person: Person, *, round_key: str, correction: Correction, at: datetime
) -> list[RecordProblem]:
    """Correct a closed round beside what was frozen, at a moment in UTC; nothing frozen is changed. Gives
    notices.

    Raises :class:`data.errors.RecordRefused` where text or reason is missing, the round is not closed, or the
    erratum to correct is not one of it.
    """
    values = cells(
        erratum=uuid4().hex,
        round=round_key,
        principle=correction.principle,
        noted_at=at,
        who=person.name,
        text=correction.text,
        reason=correction.reason,
        body=correction.body,
        corrects=correction.corrects,
    )
    return save_records(store, person.name, [RowChange("errata", values)])


def _frozen(store: Store, person: Person, round_before: Round, at: datetime) -> RowChange:
    frozen_texts = freeze(store, round_before, local_day(at))
    texts = {"result": frozen_texts.result, "details": frozen_texts.details}  # kept to the byte
    values = cells(
        round=round_before.key,
        closed_at=at,
        who=person.name,
        program=VERSION,
        sha256=frozen_texts.sha256,
        details_sha256=frozen_texts.details_sha256,
    )
    return RowChange("closings", values | texts)
