"""Rules of what participants answered: somebody did, not before the consultation began, and not more of
them than took part.
"""

from collections.abc import Iterator

import pandas as pd

from data.schema import ANSWERS
from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Rule, Violation, cell
from language import N_, Sentence


def _any_answer(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    reason = Sentence(
        N_("holds no answer, and no other column of the row does; write the counts, or leave the row out")
    )
    yield Violation(_answers(cells) == 0, "n1", reason)


def _asked_before_start(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    starts = _of_consultations(cells, snapshot, "start_on")
    before = cell(cells, "asked_on").fillna("9999") < starts.fillna("")
    reason = Sentence(
        N_("lies before the consultation began; the answers are kept and count: check both days")
    )
    yield Violation(before, "asked_on", reason, notice=True)


def _more_than_took_part(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    participants = _of_consultations(cells, snapshot, "participants")
    more = _answers(cells) > participants.astype(float)
    which = {row: participants[row] for row in cells.index[more]}
    reason = Sentence(
        N_("makes more answers in this row than the {which} participants of the consultation; check both")
    )
    yield Violation(more, "n1", reason, notice=True, which=which)


def _answers(cells: pd.DataFrame) -> pd.Series:
    """How many answered by row, those who didn't know among them; an empty cell is nobody."""
    return sum((cell(cells, name).astype(float).fillna(0) for name in ANSWERS), pd.Series(0, cells.index))


def _of_consultations(cells: pd.DataFrame, snapshot: RegisterSnapshot, column: str) -> pd.Series:
    """By row, what is stored of its consultation as text; None where it is not known."""
    consultations = snapshot.consultations
    values = dict(zip(consultations["consultation"], consultations[column], strict=True))
    return pd.Series([values.get(key) for key in cells["consultation"]], index=cells.index, dtype=object)


EXPERIENCE_RULES: tuple[Rule, ...] = (_any_answer, _asked_before_start, _more_than_took_part)
