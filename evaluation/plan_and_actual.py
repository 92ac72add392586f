"""What was planned for a consultation beside what came of it, row by row."""

from dataclasses import dataclass
from datetime import date

from data.labels import GROUPS
from data.models import PlanAndActual
from evaluation.units import quantity
from language import N_, Sentence

Value = date | Sentence | tuple[object, ...] | None
AS_PLANNED = N_("as planned")


@dataclass(frozen=True)
class Comparison:
    """One row: ``what`` is in English; a value that is not known, or has not happened, is None, and so is the
    difference to it.
    """

    what: str
    planned: Value
    actual: Value
    difference: Sentence | None


def compare(outcome: PlanAndActual) -> list[Comparison]:
    """Every row of which a plan is known, in the order of a consultation's life."""
    rows = (
        _days(N_("Start"), outcome.planned_start_on, outcome.start_on),
        _days(N_("End"), outcome.planned_end_on, outcome.end_on),
        _days(N_("Decision"), outcome.planned_decision_on, outcome.decided_on),
        _hours(outcome.planned_hours, outcome.hours),
        _names(N_("Method"), outcome.planned_methods, outcome.methods or None),
        _names(N_("Groups"), _groups(outcome.planned_groups), _groups(outcome.groups)),
    )
    return [row for row in rows if row.planned is not None]


def _days(what: str, planned: date | None, actual: date | None) -> Comparison:
    if planned is None or actual is None:
        return Comparison(what, planned, actual, None)
    days = (actual - planned).days
    text = N_("{days} later") if days > 0 else N_("{days} earlier")
    difference = Sentence(text, {"days": quantity(abs(days), "days")}) if days else Sentence(AS_PLANNED)
    return Comparison(what, planned, actual, difference)


def _hours(planned: float | None, actual: float | None) -> Comparison:
    difference = None
    if planned is not None and actual is not None:
        more = actual - planned
        text = N_("{hours} more") if more > 0 else N_("{hours} fewer")
        difference = Sentence(text, {"hours": quantity(abs(more), "hours")}) if more else Sentence(AS_PLANNED)
    return Comparison(N_("Hours"), _quantity(planned), _quantity(actual), difference)


def _quantity(hours: float | None) -> Sentence | None:
    return None if hours is None else quantity(hours, "hours")


def _names(what: str, planned: tuple[object, ...] | None, actual: tuple[object, ...] | None) -> Comparison:
    if planned is None or actual is None:
        return Comparison(what, planned, actual, None)
    missing = tuple(each for each in planned if each not in actual)
    more = tuple(each for each in actual if each not in planned)
    return Comparison(what, planned, actual, _difference(missing, more))


def _difference(missing: tuple[object, ...], more: tuple[object, ...]) -> Sentence:
    values = {"missing": missing, "more": more}
    match bool(missing), bool(more):
        case True, True:
            return Sentence(N_("without {missing}; also {more}"), values)
        case True, False:
            return Sentence(N_("without {missing}"), values)
        case False, True:
            return Sentence(N_("also {more}"), values)
    return Sentence(AS_PLANNED)


def _groups(keys: tuple[str, ...] | None) -> tuple[object, ...] | None:
    """The names of groups; those that have none in both languages as they are written."""
    return None if keys is None else tuple(Sentence(GROUPS[key]) if key in GROUPS else key for key in keys)
