"""What the reasons of a consultation's facts name: its days, numbers, groups and norms, ready to be said."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.labels import GROUPS
from evaluation.principles.definition import Unit
from evaluation.scales import EFFECTS, SCALES
from evaluation.units import norm_quantity, quantity
from language import N_, Sentence

AMOUNTS: Mapping[str, Unit] = {
    "days": "days",
    "days_to_decision": "days",
    "days_after_end": "days",
    "hours_spent": "hours",
}
LIMITS: Mapping[str, Unit] = {
    "decision_days_max": "days",
    "feedback_days": "days",
    "lead_days_max": "days",
    "on_plan_days": "days",
    "holiday_window_max": "share",
}
Groups = Sequence[tuple[str, bool | None, bool | None, bool | None]]
"""Each group with whether it was sought out, took part, and came from beyond those affected."""


def values_of(record: Mapping[str, Any], groups: Groups, norms: Mapping[str, float]) -> dict[str, Any]:
    """By name what a reason can name, None where it is not known: the columns of
    ``consultation_facts.sql``, amounts with their units, the limits in force, groups by name, and flags
    (``is_…``) that a reason can depend on.
    """
    values: dict[str, Any] = dict(record)
    for name, unit in AMOUNTS.items():
        values[name] = None if record[name] is None else quantity(record[name], unit)
    for name, unit in LIMITS.items():
        values[name] = norm_quantity(norms[name], unit) if name in norms else None
    period, taking_part = record["period_days"], norms.get("groups")
    values |= {
        "lead_days_min": norms.get("lead_days_min"),
        "period": None if period is None else quantity(period, "days"),
        "lost": None if record["weekdays"] is None else record["public_holidays"] + record["days_off"],
        "effect": _choice(record["effect"], EFFECTS),
        "scale": _choice(record["scale"], SCALES),
        "methods": (record["methods"] or "").replace(";", ", ") or None,
        "days_off_names": tuple((record["days_off_names"] or "").split(";"))
        if record["days_off_names"]
        else None,
        "hours_allowed": _hours_allowed(record["hours_above"], record["hours_up_to"]),
        "groups_norm": None if taking_part is None else norm_quantity(taking_part, "groups"),
        **_group_names(groups),
        **_flags(record),
    }
    return values


def _flags(record: Mapping[str, Any]) -> dict[str, bool]:
    """What a reason can depend on that is no value to be said."""
    return {
        "is_late": record["decision"] == "late",
        "is_undecided": record["decided_on"] is None,
        "is_statutory": bool(record["statutory"]),
        "is_unlisted": record["responds"] is None,
        "is_without_weekday": record["weekdays"] == 0,
        "is_in_unrecorded_year": record["is_recorded"] is False,
        "is_without_contributions": record["contributions"] == 0,
        "is_without_participants": record["participants"] == 0,
        "is_without_groups": record["groups"] == 0,
        "is_without_businesses": record["businesses_relevant"] is False,
    }


def _group_names(groups: Groups) -> dict[str, tuple[object, ...] | None]:
    """The groups of each kind by name; None where there is none."""
    kinds = ("groups_sought_out", "groups_taking_part", "groups_beyond")
    return {
        kind: tuple(_group(name) for name, *flags in groups if flags[place]) or None
        for place, kind in enumerate(kinds)
    }


def _group(name: str) -> Sentence | str:
    return Sentence(GROUPS[name]) if name in GROUPS else name


def _choice(key: str | None, texts: Mapping[str, str]) -> Sentence | None:
    return Sentence(texts[key]) if key else None


def _hours_allowed(above: float | None, up_to: float | None) -> Sentence | None:
    """The hours that fit a scale; None where no norm sets them."""
    low, high = (None if hours is None else quantity(hours, "hours") for hours in (above, up_to))
    if low and high:
        return Sentence(N_("more than {low} and at most {high}"), {"low": low, "high": high})
    if low:
        return Sentence(N_("more than {low}"), {"low": low})
    return Sentence(N_("at most {high}"), {"high": high}) if high else None
