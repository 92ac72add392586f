"""Which days belong to which round: those of its period until it closed, and what a round before left
over.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.database import Store
from data.models import Round
from data.queries import rounds


@dataclass(frozen=True)
class RoundDays:
    """Days, first and last included, whose consultations belong to ``round``; ``source`` is the round in
    whose period they lie. A round that has not been made yet is None: they wait for it.
    """

    round: str | None
    first: date
    last: date
    source: str


def of_all_rounds(store: Store) -> list[RoundDays]:
    """The days of every round's period, by the round that they belong to.

    After its closing they go to the round whose period begins next, past those that had closed themselves by
    then. The one place that says so.
    """
    all_rounds = rounds.oldest_first(store)
    return [days for each in all_rounds for days in _of_period(all_rounds, each)]


def own_days(chosen_round: Round) -> RoundDays:
    """Those of a round's period until the day it closed."""
    last = min(chosen_round.period_to, chosen_round.closed_on or chosen_round.period_to)
    return RoundDays(chosen_round.key, chosen_round.period_from, last, chosen_round.key)


def handed_on(store: Store, chosen_round: Round) -> list[RoundDays]:
    """Those of its period that came after its closing."""
    all_rounds = rounds.oldest_first(store)
    return [days for days in _days(all_rounds, chosen_round) if days.source == chosen_round.key != days.round]


def carried_over(store: Store, chosen_round: Round) -> list[RoundDays]:
    """Those that rounds before it left over to it."""
    return carried_among(rounds.oldest_first(store), chosen_round)


def carried_among(all_rounds: Sequence[Round], chosen_round: Round) -> list[RoundDays]:
    """The same where all rounds of its municipality are known, oldest first."""
    return [days for days in _days(all_rounds, chosen_round) if days.round == chosen_round.key != days.source]


def _days(all_rounds: Sequence[Round], chosen_round: Round) -> list[RoundDays]:
    """As :func:`of_all_rounds`, with the chosen round as it is given: while it closes, it is stored as
    open.
    """
    as_given = [chosen_round if each.key == chosen_round.key else each for each in all_rounds]
    return [days for each in as_given for days in _of_period(as_given, each)]


def _of_period(all_rounds: Sequence[Round], source: Round) -> Iterator[RoundDays]:
    """The days of one round's period; ``all_rounds`` are sorted oldest first."""
    own = own_days(source)
    yield own
    rest = RoundDays(
        None, max(source.period_from, own.last + timedelta(days=1)), source.period_to, source.key
    )
    for follower in all_rounds:
        if follower.period_from <= source.period_from or rest.first > rest.last:
            continue
        last = min(rest.last, follower.closed_on or rest.last)
        if last >= rest.first:
            yield replace(rest, round=follower.key, last=last)
            rest = replace(rest, first=last + timedelta(days=1))
    if rest.first <= rest.last:
        yield rest
