"""Which consultations: those of a period, of bodies, of a scale or method; and which are a body's own."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

from data.database import Store
from data.models import Round
from data.queries import rounds
from data.queries.bodies import lineage
from data.queries.read import sql


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


@dataclass(frozen=True)
class Stretch:
    """Days, first and last included, whose consultations belong to a round."""

    round: str
    first: date
    last: date


def round_stretches(store: Store) -> list[Stretch]:
    """Which days belong to which round: those of its period until the day it closed, and those that came
    after the closing of a round before, as far as it had not closed itself by then. The one place that says
    so.
    """
    all_rounds = rounds.oldest_first(store)
    own = [Stretch(each.key, each.period_from, _last_day(each)) for each in all_rounds]
    return own + [stretch for each in all_rounds for stretch in _handed_on(all_rounds, each)]


def of_round(store: Store, chosen_round: Round) -> Selection:
    """The consultations that belong to a round; see :func:`round_stretches`."""
    return Selection(
        chosen_round.period_from,
        _last_day(chosen_round),
        carried_days=tuple(sorted(_carried_days(store, chosen_round))),
        as_of=chosen_round.opening_day,
    )


def left_over(store: Store, chosen_round: Round) -> list[SelectedConsultation]:
    """Those that ended within a round's period, but after it had closed: they belong to the next one."""
    after = _after_closing(chosen_round)
    return selected(store, Selection(after.first, after.last)) if after else []


def carried_over(store: Store, chosen_round: Round) -> list[SelectedConsultation]:
    """Those of a round that a round before it left over."""
    days = sorted(_carried_days(store, chosen_round))
    if not days:
        return []
    return selected(store, Selection(days[0], days[0], carried_days=tuple(days)))


def with_consultations(store: Store) -> set[str]:
    """The rounds that any consultation belongs to."""
    return {
        stretch.round
        for stretch in round_stretches(store)
        if store.rows(
            "select 1 from counted_consultations where counted_on between $first and $last limit 1",
            first=stretch.first,
            last=stretch.last,
        )
    }


def _carried_days(store: Store, chosen_round: Round) -> set[date]:
    """The days that rounds before this one left over to it, beside those of its own period."""
    all_rounds = [each for each in rounds.oldest_first(store) if each.key != chosen_round.key]
    all_rounds = sorted(
        [*all_rounds, chosen_round], key=lambda each: (each.period_from, each.period_to, each.key)
    )
    return {
        stretch.first + timedelta(days=number)
        for each in all_rounds
        for stretch in _handed_on(all_rounds, each)
        if stretch.round == chosen_round.key
        for number in range((stretch.last - stretch.first).days + 1)
    }


def _handed_on(all_rounds: Sequence[Round], chosen_round: Round) -> Iterator[Stretch]:
    """The days of a round's period that came after its closing, by the rounds that they belong to."""
    rest, follower = _after_closing(chosen_round), _following(all_rounds, chosen_round)
    while rest and follower:
        last = min(rest.last, follower.closed_on or rest.last)
        if last >= rest.first:
            yield Stretch(follower.key, rest.first, last)
            rest = replace(rest, first=last + timedelta(days=1)) if last < rest.last else None
        follower = _following(all_rounds, follower)


def _following(all_rounds: Sequence[Round], chosen_round: Round) -> Round | None:
    """The round whose period begins next."""
    return next((each for each in all_rounds if each.period_from > chosen_round.period_from), None)


def _last_day(chosen_round: Round) -> date:
    return min(chosen_round.period_to, chosen_round.closed_on or chosen_round.period_to)


def _after_closing(chosen_round: Round) -> Stretch | None:
    """The days of a round's period that came after its closing; None where it closed later, or not."""
    closed_on = chosen_round.closed_on
    if closed_on is None or closed_on >= chosen_round.period_to:
        return None
    first = max(chosen_round.period_from, closed_on + timedelta(days=1))
    return Stretch(chosen_round.key, first, chosen_round.period_to)


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
