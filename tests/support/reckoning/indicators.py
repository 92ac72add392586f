"""What every indicator says of one consultation: known (with its value), unknown, waiting, or no case."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from tests.support.reckoning.consultations import (
    had_earlier_involvement,
    has_response_period,
    is_plan_hearing,
    lost_share,
    wanted_window,
)
from tests.support.reckoning.records import Records, Row, day, days_between, exactly, filled, yes_or_no
from tests.support.reckoning.rounds import norm_of, opening_day


class Other(Enum):
    """What is said of a consultation without a value."""

    UNKNOWN = "unknown"
    WAITING = "waiting"
    NO_CASE = "no case"


UNKNOWN, WAITING, NO_CASE = Other.UNKNOWN, Other.WAITING, Other.NO_CASE
State = bool | Fraction | Other
"""A known yes or no, a known number, or why there is none."""


@dataclass(frozen=True)
class Selection:
    """The consultations of a round, with all that they are judged by."""

    records: Records
    this: Row
    consultations: list[Row]

    def norm(self, name: str) -> Fraction | None:
        """A norm on the opening day."""
        return norm_of(self.records, self.this, name)

    @property
    def as_of(self) -> date:
        """The day that judges what has not happened."""
        return opening_day(self.this)


def known(answer: bool | None) -> State:
    """A yes or no, or that it is not known."""
    return UNKNOWN if answer is None else answer


# Frames


def frame_published(selection: Selection, row: Row) -> State:
    published, start = day(row.get("frame_published_on")), day(row.get("start_on"))
    return UNKNOWN if published is None or start is None else published <= start


def frame_named(selection: Selection, row: Row) -> State:
    if row.get("nothing_fixed") == "yes":
        return True
    names = [filled(row, "open_to_influence"), filled(row, "not_open")]
    return all(names) if any(names) else UNKNOWN


def frame_reasoned(selection: Selection, row: Row) -> State:
    if row.get("nothing_fixed") == "yes" or not filled(row, "not_open"):
        return NO_CASE
    return filled(row, "not_open_reason")


# What became of it


def still_undecided(selection: Selection, row: Row) -> Other | None:
    """What every indicator of decided ones says of one that is not decided or never will be; None of a
    decided one.
    """
    if row.get("decision_expected") == "no":
        return NO_CASE
    if row.get("decided_on"):
        return None
    end, most = day(row.get("end_on")), selection.norm("decision_days_max")
    if end is None or most is None:
        return UNKNOWN
    return NO_CASE if (selection.as_of - end).days > most else WAITING


def input_effect(selection: Selection, row: Row) -> State:
    undecided = still_undecided(selection, row)
    if undecided:
        return undecided
    return known({"minor": True, "substantial": True, "none": False}.get(row.get("effect") or ""))


def feedback_given(selection: Selection, row: Row) -> State:
    undecided = still_undecided(selection, row)
    if undecided:
        return undecided
    feedback, decided = day(row.get("feedback_on")), date.fromisoformat(row["decided_on"])
    allowed = selection.norm("feedback_days")
    if allowed is None:
        return UNKNOWN
    if feedback is not None:
        return True if feedback >= decided else UNKNOWN
    return WAITING if (selection.as_of - decided).days <= allowed else False


def in_discussion(selection: Selection, row: Row) -> State:
    undecided = still_undecided(selection, row)
    if undecided:
        return undecided
    presented = day(row.get("presented_on"))
    return presented is not None and presented <= date.fromisoformat(row["decided_on"])


def new_method(selection: Selection, row: Row) -> State:
    return known(yes_or_no(row.get("new_method")))


# Timing


def before_proposal(selection: Selection, row: Row) -> State:
    start, proposal = day(row.get("start_on")), day(row.get("proposal_on"))
    if is_plan_hearing(selection.records, row):
        earlier = proposal is not None and had_earlier_involvement(selection.records, row, proposal)
        return True if earlier else NO_CASE
    return UNKNOWN if start is None or proposal is None else start < proposal


def after_frame(selection: Selection, row: Row) -> State:
    start, frame = day(row.get("start_on")), day(row.get("frame_decided_on"))
    return UNKNOWN if start is None or frame is None else start > frame


def lead_days(selection: Selection, row: Row) -> State:
    least, most = selection.norm("lead_days_min"), selection.norm("lead_days_max")
    return within(selection, row, "start_on", (least, most))


def decision_days(selection: Selection, row: Row) -> State:
    return within(selection, row, "end_on", (Fraction(0), selection.norm("decision_days_max")))


def within(
    selection: Selection, row: Row, column: str, band: tuple[Fraction | None, Fraction | None]
) -> State:
    """Whether the decision came within a band of days after the day in a column, where it can come at all."""
    least, most = band
    counts_from = day(row.get(column))
    if row.get("decision_expected") == "no":
        return NO_CASE
    if counts_from is None or least is None or most is None:
        return UNKNOWN
    if not row.get("decided_on"):
        return False if (selection.as_of - counts_from).days > most else WAITING
    lasted = days_between(row.get(column), row["decided_on"])
    return UNKNOWN if lasted is None else least <= lasted <= most


# Time


def window_days(selection: Selection, row: Row) -> State:
    respond = has_response_period(selection.records, row)
    if respond is None:
        return UNKNOWN
    if not respond:
        return NO_CASE
    lasted = days_between(row.get("start_on"), row.get("end_on"))
    wanted = wanted_window(selection.records, selection.this, row)
    return UNKNOWN if lasted is None or wanted is None else lasted >= wanted


def holiday_share(selection: Selection, row: Row) -> State:
    """Whether it lost more than it may."""
    respond = has_response_period(selection.records, row)
    if respond is None:
        return UNKNOWN
    if not respond:
        return NO_CASE
    lost, most = lost_share(selection.records, row), selection.norm("holiday_window_max")
    return UNKNOWN if lost is None or most is None else lost > most


def on_plan(selection: Selection, row: Row) -> State:
    end, planned, allowed = (
        day(row.get("end_on")),
        day(row.get("planned_end_on")),
        selection.norm("on_plan_days"),
    )
    return (
        UNKNOWN if end is None or planned is None or allowed is None else abs((end - planned).days) <= allowed
    )


# Groups


def groups_of(records: Records, row: Row) -> list[Row]:
    """The groups of a consultation."""
    return [
        group
        for group in records.get("consultation_groups", [])
        if group["consultation"] == row["consultation"]
    ]


def known_of_groups(records: Records, row: Row, column: str) -> list[bool]:
    """What is known in one column about the groups of a consultation."""
    cells = [yes_or_no(group.get(column)) for group in groups_of(records, row)]
    return [cell for cell in cells if cell is not None]


def any_group(selection: Selection, row: Row, column: str) -> State:
    """Whether any group has a yes, where anything is known."""
    cells = known_of_groups(selection.records, row, column)
    return True in cells if cells else UNKNOWN


def groups(selection: Selection, row: Row) -> State:
    cells = known_of_groups(selection.records, row, "took_part")
    return Fraction(cells.count(True)) if cells else UNKNOWN


def sought_out(selection: Selection, row: Row) -> State:
    return any_group(selection, row, "sought_out")


def beyond(selection: Selection, row: Row) -> State:
    return any_group(selection, row, "beyond_affected")


def businesses(selection: Selection, row: Row) -> State:
    """Where somebody wrote down who took part, businesses that have no yes did not."""
    if row.get("businesses_relevant") != "yes":
        return NO_CASE
    if not known_of_groups(selection.records, row, "took_part"):
        return UNKNOWN
    return any(
        group["group"] == "businesses" and group.get("took_part") == "yes"
        for group in groups_of(selection.records, row)
    )


# Proportionality


def clarified(selection: Selection, row: Row) -> State:
    clarified_on, start = day(row.get("clarified_on")), day(row.get("start_on"))
    if start is None:
        return UNKNOWN
    return clarified_on is not None and clarified_on < start


def hours_per_participant(selection: Selection, row: Row) -> State:
    if not row.get("hours_spent") or not row.get("participants") or int(row["participants"]) == 0:
        return UNKNOWN
    return exactly(row["hours_spent"]) / int(row["participants"])


def scale_fit(selection: Selection, row: Row) -> State:
    """Each scale's hours begin just above the scale below it; without the ends it needs, nothing can be
    said.
    """
    small, medium = selection.norm("scale_small_max_hours"), selection.norm("scale_medium_max_hours")
    if row.get("scale") not in ("small", "medium", "large") or not row.get("hours_spent"):
        return UNKNOWN
    spent = exactly(row["hours_spent"])
    if row["scale"] == "small":
        return UNKNOWN if small is None else spent <= small
    if row["scale"] == "large":
        return UNKNOWN if medium is None else spent > medium
    return UNKNOWN if small is None or medium is None else small < spent <= medium
