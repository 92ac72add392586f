"""Memory sheets: what the register knows of one consultation, on one page, for those who judge it years
later.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from data import queries
from data.database import Store
from data.ingest.qualified_numbers import is_range
from data.labels import GROUPS
from data.models import Round
from data.queries.response_windows import ResponseWindow, response_windows
from data.queries.selection import Selection, of_round, selected
from data.validation.consultations import DATE_ORDER
from evaluation.end_words import without_end_words
from evaluation.scales import EFFECTS, INFLUENCES, SCALES
from evaluation.units import quantity
from language import N_, Sentence, Share

Value = Sentence | str | date | int | float | None
Pairs = tuple[tuple[str, Value], ...]

DATES = {
    "frame_decided_on": N_("Frame decided"),
    "frame_published_on": N_("Frame published"),
    "start_on": N_("Started"),
    "end_on": N_("Ended"),
    "proposal_on": N_("Proposal made"),
    "decided_on": N_("Decided"),
    "feedback_on": N_("Participants told the outcome"),
}
"""In the order in which they should come."""
PLANNED = {"planned_start_on": N_("Planned start"), "planned_end_on": N_("Planned end")}

COMPARED = {
    (True, True): N_("at least the statutory period of {period}"),
    (True, False): N_("shorter than the statutory period of {period}"),
    (False, True): N_("at least the usual period of {period}"),
    (False, False): N_("shorter than the usual period of {period}"),
}
"""A window against the period set for it: whether by law, and whether it was long enough."""


@dataclass(frozen=True)
class Group:
    """A group of one consultation; None where the register doesn't say."""

    name: Sentence | str
    sought_out: bool | None
    took_part: bool | None
    beyond_affected: bool | None


@dataclass(frozen=True)
class ConsultationProfile:
    """One consultation. In the pairs of label and value, None is what nobody has recorded.

    ``bodies`` are the centre and the committee; ``remarks`` are what a reader must know first, such as an
    impossible order of dates.
    """

    consultation: str
    title: str
    bodies: tuple[str, ...]
    case_number: str | None
    summary: str | None
    remarks: tuple[Sentence, ...]
    dates: Pairs
    time: Pairs
    frame: Pairs
    result: Pairs
    groups: tuple[Group, ...]


def consultation_profiles(
    store: Store, selection: Selection, norms: Mapping[str, float]
) -> tuple[ConsultationProfile, ...]:
    """A profile of each selected consultation, the newest first. ``norms`` are those of the round."""
    records = {
        str(record["consultation"]): record for _, record in queries.consultations.register(store).iterrows()
    }
    windows = response_windows(store, selection, norms)
    return tuple(
        _sheet(store, records[each.key], windows.get(each.key)) for each in selected(store, selection)
    )


def consultation_profile(
    store: Store, record: pd.Series, counted_by: Round | None, norms: Mapping[str, float]
) -> ConsultationProfile:
    """The profile of one record of the register. Without a round that counts it, its time is held against no
    period.
    """
    windows = response_windows(store, of_round(store, counted_by), norms) if counted_by else {}
    return _sheet(store, record, windows.get(str(record["consultation"])))


def _sheet(store: Store, record: pd.Series, window: ResponseWindow | None) -> ConsultationProfile:
    key = str(record["consultation"])
    return ConsultationProfile(
        consultation=key,
        title=str(record["title"]),
        bodies=tuple(str(record[name]) for name in ("centre_name", "committee_name") if _text(record[name])),
        case_number=_text(record["case_number"]),
        summary=_text(record["summary"]),
        remarks=tuple(_remarks(record)),
        dates=tuple((label, _day(record, name)) for name, label in DATES.items()),
        time=_time(record, window),
        frame=_frame(record),
        result=_result(record),
        groups=tuple(_groups(store, key)),
    )


def _day(record: pd.Series, name: str) -> date | Sentence | None:
    """A day of its life; in place of its end that it has none, where that is recorded."""
    return _date(record[name]) or (_without_end(record) if name == "end_on" else None)


def _without_end(record: pd.Series) -> Sentence | None:
    has_no_end = not pd.isna(record["no_end"]) and bool(record["no_end"])
    return without_end_words(_date(record["end_on"]), no_end=has_no_end)


def _remarks(record: pd.Series) -> Iterator[Sentence]:
    labels = DATES | PLANNED
    for earlier_column, later_column in DATE_ORDER:
        earlier_date, later_date = _date(record[earlier_column]), _date(record[later_column])
        if earlier_date and later_date and earlier_date > later_date:
            values = {"later": Sentence(labels[later_column]), "earlier": Sentence(labels[earlier_column])}
            yield Sentence(
                N_(
                    "The dates are in an odd order: “{later}” lies before “{earlier}”. No fact uses the two"
                    " together."
                ),
                values,
            )
    if record["run_by_municipality"] == "unclear":
        yield Sentence(N_("The source does not say who ran it."))


def _time(record: pd.Series, window: ResponseWindow | None) -> Pairs:
    planned_dates = _date(record["planned_start_on"]), _date(record["planned_end_on"])
    plan = (
        Sentence(N_("{first} to {last}"), {"first": planned_dates[0], "last": planned_dates[1]})
        if all(planned_dates)
        else planned_dates[0] or planned_dates[1]
    )
    plan_pairs = ((N_("Planned"), plan),)
    if window is None:
        length_pairs = () if _without_end(record) else ((N_("Length"), _length(record)),)
        return (*length_pairs, *plan_pairs)
    length = quantity(window.days, "days")
    if not window.responds:
        return ((N_("Length"), length), *plan_pairs)
    comparison = Sentence(
        COMPARED[window.statutory, window.long_enough], {"period": quantity(window.period_days, "days")}
    )
    lost = window.lost_share
    return (
        (N_("Length"), Sentence(N_("{days}: {compared}"), {"days": length, "compared": comparison})),
        (N_("Working days"), window.working_days),
        (N_("Public holidays, Monday to Friday"), window.public_holidays),
        (N_("Other days off, Monday to Friday"), window.days_off),
        (N_("Lost to days off"), None if lost is None else Sentence("{share}", {"share": Share(lost)})),
        *plan_pairs,
    )


def _length(record: pd.Series) -> Value:
    """The days from its start to its end, where both are known and in their order."""
    start, end = _date(record["start_on"]), _date(record["end_on"])
    return quantity((end - start).days, "days") if start and end and start <= end else None


def _frame(record: pd.Series) -> Pairs:
    methods = (_text(record["methods"]) or "").replace(";", ", ")
    return (
        (N_("Method"), methods or None),
        (N_("Level of influence"), _choice(record["influence"], INFLUENCES)),
        (N_("Scale"), _choice(record["scale"], SCALES)),
        (N_("Open to influence"), _text(record["open_to_influence"])),
        (N_("Not open"), _text(record["not_open"])),
        (N_("Because"), _text(record["not_open_reason"])),
    )


def _result(record: pd.Series) -> Pairs:
    hours = [record[name] for name in ("hours_planned", "hours_spent")]
    planned_hours, spent_hours = (None if pd.isna(each) else quantity(float(each), "hours") for each in hours)
    return (
        (N_("Participants"), _counted(record, "participants")),
        (N_("Contributions"), _counted(record, "contributions")),
        (N_("Contributions answered"), _counted(record, "contributions_answered")),
        (N_("Hours planned"), planned_hours),
        (N_("Hours spent"), spent_hours),
        (N_("Effect on the decision"), _choice(record["effect"], EFFECTS)),
        (N_("What changed"), _text(record["effect_note"])),
    )


def _groups(store: Store, key: str) -> Iterator[Group]:
    for row in queries.consultations.groups(store, key).itertuples(index=False):
        name, *flags = row
        label = Sentence(GROUPS[name]) if name in GROUPS else str(name)
        yield Group(label, *(None if pd.isna(flag) else bool(flag) for flag in flags))


def _counted(record: pd.Series, name: str) -> Value:
    """The count with what its source says of it: "knap 50"; a range stands alone."""
    if pd.isna(record[name]):
        return None
    qualifier = _text(record.get(f"{name}_qualifier"))
    number = int(record[name])
    if not qualifier or is_range(qualifier):
        return qualifier or number
    return Sentence("{qualifier} {number}", {"qualifier": qualifier, "number": number})


def _choice(value: object, texts: Mapping[str, str]) -> Sentence | None:
    key = _text(value)
    return Sentence(texts[key]) if key else None


def _text(value: object) -> str | None:
    return None if value is None or pd.isna(value) or not str(value).strip() else str(value)  # type: ignore[call-overload]


def _date(value: object) -> date | None:
    return value.date() if isinstance(value, pd.Timestamp) and not pd.isna(value) else None
