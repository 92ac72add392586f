"""Which consultations: those of a period, of bodies, of a scale or method; and which are a body's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from data.database import Store
from data.models import Round
from data.queries import round_days, rounds
from data.queries.bodies import lineage
from data.queries.read import sql
from data.queries.round_days import RoundDays
from data.record_source import OWN, RecordSource, with_steps


@dataclass(frozen=True)
class Selection:
    """Consultations of a period, first and last day included; None, or no body, stands for all.

    ``bodies`` are keys of which one is a consultation's centre or its committee; ``centre`` and ``committee``
    are each one key. ``carried_days`` are further days: those that came after the closing of a round
    before. ``as_of`` is the day by which what has not happened is late (None: the period's last).
    ``municipality`` is the one whose they are; a register is of one, and does not say of which.
    """

    period_from: date
    period_to: date
    bodies: tuple[str, ...] = ()
    centre: str | None = None
    committee: str | None = None
    scale: str | None = None
    method: str | None = None
    carried_days: tuple[date, ...] = ()
    as_of: date | None = None
    municipality: str = OWN

    @property
    def periods(self) -> list[tuple[date, date]]:
        """All its days as periods that don't overlap, first and last day included."""
        days = sorted(day for day in self.carried_days if not self.period_from <= day <= self.period_to)
        periods = [(self.period_from, self.period_to)]
        for place, day in enumerate(days):
            if place and day - days[place - 1] == timedelta(days=1):
                periods[-1] = (periods[-1][0], day)
            else:
                periods.append((day, day))
        return periods

    @property
    def filters(self) -> dict[str, Any]:
        """What a consultation must fit beside the days; None stands for all."""
        values = {name: getattr(self, name) for name in ("centre", "committee", "scale", "method")}
        return {**values, "bodies": list(self.bodies) or None}


@dataclass(frozen=True)
class SelectedConsultation:
    """A consultation as lists name it; a day that is not known is None."""

    key: str
    title: str
    start_on: date | None
    end_on: date | None


SELECTED: Mapping[str, str] = {
    "selection_days": sql("selection_days"),
    "selected": sql("selected_consultations"),
}
"""The steps that select consultations."""


def selection_values(selections: Sequence[Selection]) -> dict[str, Any]:
    """A value for every parameter of :data:`SELECTED`; the selections are numbered in their order, and differ
    in their days and municipalities alone.
    """
    assert all(each.filters == selections[0].filters for each in selections), "one filter for all"
    days = [
        (number, each, first, last) for number, each in enumerate(selections) for first, last in each.periods
    ]
    return {
        **selections[0].filters,
        "selections": [number for number, *_ in days],
        "municipalities": [each.municipality for _, each, *_ in days],
        "as_of_days": [each.as_of or each.period_to for _, each, *_ in days],
        "first_days": [first for *_, first, _ in days],
        "last_days": [last for *_, last in days],
        "first_day": min(first for *_, first, _ in days),
        "last_day": max(last for *_, last in days),
    }


def with_selected(source: RecordSource, **more: str) -> str:
    """The ``with`` of a query over ``selected``, and ``more`` steps that are built on it."""
    return with_steps(source, ("counted_consultations",), {**SELECTED, **more})


def of_round(store: RecordSource, chosen_round: Round) -> Selection:
    """The consultations that belong to a round; see :mod:`data.queries.round_days`."""
    return of_rounds(store, (chosen_round,))[0]


def of_rounds(source: RecordSource, chosen_rounds: Sequence[Round]) -> list[Selection]:
    """The same of several, each among the rounds of its own municipality."""
    by_municipality: dict[str, list[Round]] = {}
    for each in rounds.oldest_first(source):
        by_municipality.setdefault(each.municipality, []).append(each)
    return [_of_round(by_municipality[each.municipality], each) for each in chosen_rounds]


def _of_round(all_rounds: Sequence[Round], chosen_round: Round) -> Selection:
    own = round_days.own_days(chosen_round)
    carried = {
        days.first + timedelta(days=number)
        for days in round_days.carried_among(all_rounds, chosen_round)
        for number in range((days.last - days.first).days + 1)
    }
    return Selection(
        own.first,
        own.last,
        carried_days=tuple(sorted(carried)),
        as_of=chosen_round.opening_day,
        municipality=chosen_round.municipality,
    )


def of_days(store: Store, days: RoundDays) -> list[SelectedConsultation]:
    """The consultations of some days of a round's period."""
    return selected(store, Selection(days.first, days.last))


def with_consultations(store: Store) -> set[str]:
    """The rounds that any consultation belongs to."""
    query = "select 1 from counted_consultations where counted_on between $first and $last limit 1"
    return {
        days.round
        for days in round_days.of_all_rounds(store)
        if days.round and store.rows(query, first=days.first, last=days.last)
    }


def own_consultations(store: Store, chosen_round: Round, body: str) -> Selection:
    """A body's own consultations of a round: those of its centre or committee, and of all bodies that it took
    over from.

    The one place that says so: page, meeting mode, form, paper and counts all read this selection.
    """
    return replace(of_round(store, chosen_round), bodies=tuple(sorted(lineage(store, body))))


def selected(store: Store, selection: Selection, *, by_title: bool = False) -> list[SelectedConsultation]:
    """The selected consultations, the newest end (start, while there is no end) first; or in Danish
    alphabetical order.
    """
    order = "title collate da" if by_title else "counted_on desc, title collate da"
    rows = store.rows(
        f"{with_selected(store)} select consultation, title, start_on, end_on from selected"
        f" order by {order}, consultation",
        **selection_values([selection]),
    )
    return [SelectedConsultation(*row) for row in rows]
