"""What participants of a round's consultations answered."""

from typing import Any

from tests.support.reckoning.measures import Selection
from tests.support.reckoning.rounds import rule_of


def experience_of(selection: Selection, question: str) -> dict[str, Any] | None:
    """The answers to one question, a principle or ``meaningful``, all rows of the round's consultations
    together; None where there is no row.
    """
    keys = {consultation["consultation"] for consultation in selection.consultations}
    rows = [
        row
        for row in selection.records.get("experiences", [])
        if row["principle"] == question and row["consultation"] in keys
    ]
    if not rows:
        return None
    ratings = [step for row in rows for step in (1, 2, 3, 4, 5) for _ in range(int(row[f"n{step}"] or 0))]
    return {
        "consultations": len({row["consultation"] for row in rows}),
        "answers": len(ratings),
        "counts": {str(step): ratings.count(step) for step in (1, 2, 3, 4, 5)},
        "dont_know": sum(int(row["dont_know"] or 0) for row in rows),
        "median": middle_of(selection, ratings),
    }


def middle_of(selection: Selection, ratings: list[int]) -> list[int] | None:
    """Both middle values; None of fewer answers than ``experience_min`` asks for."""
    if not ratings or len(ratings) < rule_of(selection.records, selection.this, "experience_min"):
        return None
    ordered = sorted(ratings)
    return [ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]]
