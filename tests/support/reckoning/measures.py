"""Indicators of a selection of consultations: counted, held against their norm, and who records nothing."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from tests.support.reckoning import indicators as rules
from tests.support.reckoning.indicators import NO_CASE, UNKNOWN, WAITING, Other, Selection, State
from tests.support.reckoning.records import Row, filled

__all__ = ["INDICATORS", "Selection", "indicator_of"]

# Every indicator, by principle and in the order of the evaluation.
INDICATORS = {
    "1": ("frame_published", "frame_named", "frame_reasoned"),
    "2": ("input_effect", "answered", "feedback_given", "new_method"),
    "3": ("before_proposal", "in_discussion", "after_frame", "lead_days"),
    "4": ("window_days", "holiday_share", "decision_days", "on_plan"),
    "5": ("groups", "sought_out", "beyond", "businesses"),
    "proportionality": ("clarified", "hours_per_participant", "scale_fit"),
}
# Those that are the middle of many numbers, and what the numbers count; all others are shares.
MEDIANS = {"groups": "groups", "hours_per_participant": "hours"}
# Better the lower it is.
CEILINGS = ("holiday_share",)
# The norms that limit what one consultation may do.
BANDS = {
    "lead_days": ("lead_days_min", "lead_days_max"),
    "holiday_share": ("holiday_window_max",),
    "decision_days": ("decision_days_max",),
    "on_plan": ("on_plan_days",),
}
# A missing date is a no, unless no case of the selection has one.
DATES = {"feedback_given": "feedback_on", "in_discussion": "presented_on", "clarified": "clarified_on"}
# The dates and words without which a centre's cases say nothing; a yes or no counts as much as words.
RECORDS_OF: dict[str, Callable[[Row], bool]] = {
    "feedback_given": lambda row: filled(row, "feedback_on"),
    "in_discussion": lambda row: filled(row, "presented_on"),
    "frame_named": lambda row: (
        filled(row, "open_to_influence") or filled(row, "not_open") or row.get("nothing_fixed") == "yes"
    ),
    "frame_reasoned": lambda row: filled(row, "not_open_reason"),
}
Stated = list[tuple[Row, State]]


def indicator_of(selection: Selection, name: str) -> dict[str, Any]:
    """One indicator as the interfaces describe it."""
    more = {}
    if name == "answered":
        counted, recorded = answered(selection), []
    else:
        stated = states_of(selection, name)
        counted = median_of(stated) if name in MEDIANS else share_of(stated)
        recorded = not_recorded(selection, name, stated)
        more = {"by_scale": by_scale(stated)} if name == "hours_per_participant" else {}
    norm = None if name == "hours_per_participant" else selection.norm(name)
    return {
        "indicator": name,
        **counted,
        "value": None if counted["value"] is None else float(counted["value"]),
        "unit": MEDIANS.get(name, "share"),
        "norm": None if norm is None else float(norm),
        "met": met_of(name, counted, norm),
        "band": band_of(selection, name),
        "not_recorded": recorded,
        **more,
    }


def states_of(selection: Selection, name: str) -> Stated:
    """What an indicator says of each consultation. Where no case has the date that it asks for, a missing
    date is unknown.
    """
    rule: Callable[[Selection, Row], State] = getattr(rules, name)
    stated = [(row, rule(selection, row)) for row in selection.consultations]
    column = DATES.get(name)
    if column and not any(filled(row, column) for row, state in stated if is_case(state)):
        return [(row, UNKNOWN if state is False else state) for row, state in stated]
    return stated


def is_case(state: State) -> bool:
    """Whether something is known or could have been."""
    return state not in (WAITING, NO_CASE)


def met_of(name: str, counted: dict[str, Any], norm: Fraction | None) -> bool | None:
    """None without a value or a norm, and where more wait than are known."""
    value = counted["value"]
    if value is None or norm is None or counted["waiting"] > counted["denominator"]:
        return None
    return bool(value <= norm if name in CEILINGS else value >= norm)


def band_of(selection: Selection, name: str) -> list[float] | float | None:
    """What one consultation is held against: a limit, or both ends; None where any is missing."""
    limits = [selection.norm(limit) for limit in BANDS.get(name, ())]
    known = [float(limit) for limit in limits if limit is not None]
    if not limits or len(known) < len(limits):
        return None
    return known[0] if len(known) == 1 else known


def not_recorded(selection: Selection, name: str, stated: Stated) -> list[str]:
    """The centres with so many cases or more that recorded nothing of the kind in any."""
    least = selection.norm("not_recorded_min")
    if name not in RECORDS_OF or least is None:
        return []
    cases: dict[str, list[bool]] = {}
    for row, state in stated:
        if is_case(state) and row.get("centre"):
            cases.setdefault(row["centre"], []).append(RECORDS_OF[name](row))
    return sorted(
        centre for centre, recorded in cases.items() if len(recorded) >= least and not any(recorded)
    )


def count(stated: Stated, kind: Other) -> int:
    """How many are unknown, or wait."""
    return len([state for _, state in stated if state is kind])


def share_of(stated: Stated) -> dict[str, Any]:
    """The share of those known that have a yes."""
    known = [state for _, state in stated if isinstance(state, bool)]
    return {
        "numerator": known.count(True),
        "denominator": len(known),
        "unknown": count(stated, UNKNOWN),
        "waiting": count(stated, WAITING),
        "value": Fraction(known.count(True), len(known)) if known else None,
    }


def median_of(stated: Stated) -> dict[str, Any]:
    """The middle of the numbers known, or half-way between the two."""
    known = sorted(state for _, state in stated if isinstance(state, Fraction))
    n = len(known)
    return {
        "numerator": None,
        "denominator": n,
        "unknown": count(stated, UNKNOWN),
        "waiting": count(stated, WAITING),
        "value": (known[(n - 1) // 2] + known[n // 2]) / 2 if n else None,
    }


def answered(selection: Selection) -> dict[str, Any]:
    """A share of contributions, not of consultations: a large consultation weighs as much as what it was
    sent.
    """
    received = replied = unknown = 0
    for row in selection.consultations:
        own, own_replied = row.get("contributions"), row.get("contributions_answered")
        if not own or not own_replied or int(own_replied) > int(own):
            unknown += 1
            continue
        received += int(own)
        replied += int(own_replied)
    return {
        "numerator": replied,
        "denominator": received,
        "unknown": unknown,
        "waiting": 0,
        "value": Fraction(replied, received) if received else None,
    }


def by_scale(stated: Stated) -> dict[str, dict[str, Any]]:
    """The same of the consultations planned at each scale; those without a scale are in none."""
    parts = {
        scale: median_of([(row, state) for row, state in stated if row.get("scale") == scale])
        for scale in ("small", "medium", "large")
    }
    return {
        scale: {
            "denominator": part["denominator"],
            "unknown": part["unknown"],
            "value": None if part["value"] is None else float(part["value"]),
        }
        for scale, part in parts.items()
    }
