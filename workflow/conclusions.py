"""The secretary's conclusion under a principle."""

from dataclasses import replace

from data.database import Store
from data.errors import RecordProblem
from data.models import Conclusion
from data.writing import RowChange, save_records
from workflow.cells import conclusion_cells
from workflow.permission import Right, command
from workflow.person import Person


@command(Right.CONCLUDE)
def save_conclusion(
    store: Store,
    person: Person,
    *,
    round_key: str,
    conclusion: Conclusion,
    conclusion_before: Conclusion | None,
) -> list[RecordProblem]:
    """Write a conclusion; gives notices. A reason stays only beside a verdict that differs from the proposed
    one.

    ``conclusion_before`` is what stood on the screen, None where nothing did. Raises
    :class:`data.errors.ChangedMeanwhile`, and :class:`data.errors.RecordRefused` where an override lacks its
    reason.
    """
    if not conclusion.verdict_override:
        conclusion = replace(conclusion, verdict_override=None, override_reason=None)
    before = conclusion_cells(round_key, conclusion_before) if conclusion_before else None
    return save_records(
        store, person.name, [RowChange("conclusions", conclusion_cells(round_key, conclusion), before)]
    )
