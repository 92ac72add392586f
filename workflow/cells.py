"""Typed values as cells of exchange files, the one form in which records are checked and written."""

from collections.abc import Iterable
from datetime import date, datetime

from data.models import Action, Body, Conclusion, Round

Cells = dict[str, str | None]


def cells(**values: object) -> Cells:
    """Each value as its cell: days and moments as ISO, yes or no, lists with semicolons; None where
    nothing is known.
    """
    return {name: cell(value) for name, value in values.items()}


def cell(value: object) -> str | None:
    """One value as a cell."""
    match value:
        case None:
            return None
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.replace(microsecond=0).isoformat(" ")
        case date():
            return value.isoformat()
        case str():
            return value.strip() or None
        case Iterable():
            return ";".join(str(each) for each in value) or None
    return str(value)


def round_cells(shown: Round) -> Cells:
    """A round as its row is stored."""
    return cells(
        round=shown.key,
        term=shown.term,
        kind=shown.kind,
        period_from=shown.period_from,
        period_to=shown.period_to,
        opens_on=shown.opens_on,
        closes_on=shown.closes_on,
        status=shown.status,
        answers_due_on=shown.answers_due_on,
    )


def body_cells(shown: Body) -> Cells:
    """A body as its row is stored, without those it took over from."""
    return cells(
        body=shown.key,
        level=shown.level,
        name=shown.name,
        active_from=shown.active_from,
        active_to=shown.active_to,
    )


def action_cells(shown: Action) -> Cells:
    """An action as its row is stored."""
    return cells(
        action=shown.action,
        round=shown.round,
        principle=shown.principle,
        text=shown.text,
        owner=shown.owner,
        due_on=shown.due_on,
        state=shown.state,
        outcome=shown.outcome,
    )


def conclusion_cells(round_key: str, shown: Conclusion) -> Cells:
    """A conclusion of a round as its row is stored."""
    return cells(
        round=round_key,
        principle=shown.principle,
        text=shown.text,
        verdict_override=shown.verdict_override,
        override_reason=shown.override_reason,
    )
