"""Typed values as cells of exchange files, the one form in which records are checked and written."""

from collections.abc import Iterable
from datetime import date, datetime

from data.models import AccessRule, Action, Body, Conclusion, DaysOff, Method, Round

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


def united(methods: str | None, others: Iterable[str]) -> str | None:
    """Methods as they are stored, and behind them the others that are not among them, in capitals or not;
    None where there is none.
    """
    by_word: dict[str, str] = {}
    for method in (*(methods or "").split(";"), *(each.strip() for each in others)):
        if method:
            by_word.setdefault(method.casefold(), method)
    return ";".join(by_word.values()) or None


def round_cells(round_: Round) -> Cells:
    """A round as its row is stored."""
    return cells(
        round=round_.key,
        term=round_.term,
        kind=round_.kind,
        period_from=round_.period_from,
        period_to=round_.period_to,
        opens_on=round_.opens_on,
        closes_on=round_.closes_on,
        status=round_.status,
        answers_due_on=round_.answers_due_on,
    )


def body_cells(body: Body) -> Cells:
    """A body as its row is stored, without those it took over from."""
    return cells(
        body=body.key,
        level=body.level,
        name=body.name,
        active_from=body.active_from,
        active_to=body.active_to,
        email=body.email,
    )


def days_off_cells(days: DaysOff) -> Cells:
    """A period of days off as its row is stored."""
    return cells(starts_on=days.starts_on, ends_on=days.ends_on, name=days.name, source=days.source)


def method_cells(method: Method) -> Cells:
    """A method as its row is stored."""
    return cells(
        method=method.key,
        name_da=method.name_da,
        name_en=method.name_en,
        has_response_period=method.has_response_period,
        aliases=method.aliases,
    )


def action_cells(action: Action) -> Cells:
    """An action as its row is stored."""
    return cells(
        action=action.action,
        round=action.round,
        principle=action.principle,
        text=action.text,
        owner=action.owner,
        due_on=action.due_on,
        state=action.state,
        outcome=action.outcome,
    )


def conclusion_cells(round_key: str, conclusion: Conclusion) -> Cells:
    """A conclusion of a round as its row is stored."""
    return cells(
        round=round_key,
        principle=conclusion.principle,
        text=conclusion.text,
        verdict_override=conclusion.verdict_override,
        override_reason=conclusion.override_reason,
    )


def access_rule_cells(rule: AccessRule) -> Cells:
    """A rule of access as its row is stored."""
    return cells(
        claim=rule.claim,
        value=rule.value,
        role=rule.role,
        bodies=rule.bodies,
        last_day=rule.last_day,
        note=rule.note,
    )
