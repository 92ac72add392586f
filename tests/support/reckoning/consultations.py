"""Consultations: the round each belongs to, whether there was a period to respond in, and how much of it
people were away.
"""

from datetime import date, timedelta
from fractions import Fraction

import holidays

from tests.support.reckoning.records import Records, Row, day, days_between, exactly, filled, several
from tests.support.reckoning.rounds import closing_day, next_round, norm_of, norm_on

DANISH_HOLIDAYS = holidays.country_holidays("DK")


def consultations_of(records: Records, this: Row) -> list[Row]:
    """The municipality's own that belong to a round, without those that were removed."""
    return [
        row
        for row in records.get("consultations", [])
        if row.get("run_by_municipality") != "no"
        and not row.get("removed_at")
        and belongs_to(records, row, this)
    ]


def belongs_to(records: Records, row: Row, this: Row) -> bool:
    """Whether it ended (or, while it has no end, started) within the round's period and before its closing;
    or within that of an earlier round, after that was closed, and no round in between could take it.
    """
    speaks = day(row.get("end_on")) or day(row.get("start_on"))
    if speaks is None:
        return False
    for other in records["rounds"]:
        if date.fromisoformat(other["period_from"]) <= speaks <= date.fromisoformat(other["period_to"]):
            home: Row | None = other
            while home is not None and is_too_late_for(records, home, speaks):
                home = next_round(records, home)
            if home is not None and home["round"] == this["round"]:
                return True
    return False


def is_too_late_for(records: Records, this: Row, speaks: date) -> bool:
    """Whether a round was closed before the day."""
    closed = closing_day(records, this)
    return closed is not None and speaks > closed


# Methods


def methods_called(records: Records, name: str) -> list[Row]:
    """The listed methods that go by a name, whatever its capitals: key, Danish, English or an alias."""
    name = name.strip().casefold()
    called = []
    for method in records.get("methods", []):
        names = {method["method"], method["name_da"], method["name_en"], *several(method.get("aliases"))}
        if name in {other.strip().casefold() for other in names}:
            called.append(method)
    return called


def listed_methods(records: Records, row: Row) -> list[Row]:
    """The listed methods of a consultation; unlisted ones are left out."""
    return [method for name in several(row.get("methods")) for method in methods_called(records, name)]


def has_response_period(records: Records, row: Row) -> bool | None:
    """Whether there was a period to respond in; None without a method, or with unlisted ones alone."""
    if filled(row, "plan_kind") or filled(row, "statutory_days"):
        return True
    methods = listed_methods(records, row)
    if not methods:
        return None
    return any(method["has_response_period"] == "yes" for method in methods)


def is_plan_hearing(records: Records, row: Row) -> bool:
    """Whether it is the hearing of a plan, which lies after the proposal by law."""
    return filled(row, "plan_kind") and any(
        method["method"] == "hearing" for method in listed_methods(records, row)
    )


def had_earlier_involvement(records: Records, row: Row, proposal: date) -> bool:
    """Whether any other consultation with the same case number ended before the proposal."""
    for other in records["consultations"]:
        same_case = filled(row, "case_number") and (other.get("case_number") or "").strip() == (
            row["case_number"].strip()
        )
        ended = day(other.get("end_on"))
        if other.get("removed_at"):
            continue
        if other["consultation"] != row["consultation"] and same_case and ended and ended < proposal:
            return True
    return False


def wanted_window(records: Records, this: Row, row: Row) -> Fraction | None:
    """The days a consultation should be open: the larger of its own period and the law's for its kind of
    plan on the day it started; where there is neither, the usual.
    """
    start, days = day(row.get("start_on")), []
    if filled(row, "statutory_days"):
        days.append(exactly(row["statutory_days"]))
    if filled(row, "plan_kind") and start is not None:
        by_law = norm_on(records, "statutory_" + row["plan_kind"], start)
        days += [] if by_law is None else [by_law]
    return max(days) if days else norm_of(records, this, "window_default_days")


# Days off


def lost_share(records: Records, row: Row) -> Fraction | None:
    """Of the weekdays from the first to the last, both counted, those on which people are away; None
    without a weekday, or where a year of the window has no row of days off.
    """
    start, lasted = day(row.get("start_on")), days_between(row.get("start_on"), row.get("end_on"))
    if start is None or lasted is None:
        return None
    window = [start + timedelta(days=days) for days in range(lasted + 1)]
    weekdays = [when for when in window if when.isoweekday() <= 5]
    if not weekdays or {when.year for when in window} - years_with_days_off(records):
        return None
    return Fraction(len([when for when in weekdays if is_day_off(records, when)]), len(weekdays))


def years_with_days_off(records: Records) -> set[int]:
    """The years in which any row has a day."""
    years: set[int] = set()
    for row in records.get("days_off", []):
        years |= set(range(int(row["starts_on"][:4]), int(row["ends_on"][:4]) + 1))
    return years


def is_day_off(records: Records, when: date) -> bool:
    """Whether a weekday is a public holiday or lies in a row of days off."""
    return when in DANISH_HOLIDAYS or any(
        row["starts_on"] <= when.isoformat() <= row["ends_on"] for row in records.get("days_off", [])
    )
