"""Which consultations: those of a period, of bodies, of a scale or method; and which are a body's own."""

from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

from data.database import Store
from data.models import Round
from data.queries import round_days
from data.queries.bodies import lineage
from data.queries.read import sql
from data.queries.round_days import RoundDays


@dataclass(frozen=True)
class Selection:
    """Consultations of a period, first and last day included; None, or no body, stands for all.

    ``bodies`` are keys of which one is a consultation's centre or its committee; ``centre`` and ``committee``
    are each one key. ``carried_days`` are further days: those that came after the closing of a round
    before. ``as_of`` is the day by which what has not happened is late (None: the period's last).
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

    @property
    def values(self) -> dict[str, Any]:
        """The parameters of ``selected_consultations.sql``."""
        lists = {"bodies": list(self.bodies) or None, "carried_days": list(self.carried_days)}
        values = {**asdict(self), **lists}
        del values["as_of"]
        return values


@dataclass(frozen=True)
class SelectedConsultation:
    """A consultation as lists name it; a day that is not known is None."""

    key: str
    title: str
    start_on: date | None
    end_on: date | None


def of_round(store: Store, chosen_round: Round) -> Selection:
    """The consultations that belong to a round; see :mod:`data.queries.round_days`."""
    own = round_days.own_days(chosen_round)
    carried = {
        days.first + timedelta(days=number)
        for days in round_days.carried_over(store, chosen_round)
        for number in range((days.last - days.first).days + 1)
    }
    return Selection(own.first, own.last, carried_days=tuple(sorted(carried)), as_of=chosen_round.opening_day)


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
        "select consultation, title, start_on, end_on"
        f" from ({sql('selected_consultations')}) as selected order by {order}, consultation",
        **selection.values,
    )
    return [SelectedConsultation(*row) for row in rows]
