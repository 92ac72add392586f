"""How long people had to respond, as the indicators and the discussion papers both read it."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.database import Store
from data.queries.selection import Selection
from data.queries.steps import parameters, with_steps


@dataclass(frozen=True)
class ResponseWindow:
    """The time to respond of one consultation, in days; see ``response_windows.sql``.

    ``days`` run from the start to the end, the first not counted; the days of each kind count both.
    ``working_days`` are neither weekend nor public holiday, those of July among them; ``lost_days`` are
    weekdays in July or on a public holiday. ``period_days`` is the period set for it, by law where it is
    ``statutory``.
    """

    days: int
    period_days: float
    statutory: bool
    working_days: int
    public_holidays: int
    july_days: int
    lost_days: int

    @property
    def long_enough(self) -> bool:
        """Whether it was at least the period."""
        return self.days >= self.period_days

    @property
    def lost_share(self) -> float:
        """Of the days from start to end, both counted, the share that is lost."""
        return self.lost_days / (self.days + 1)


def response_windows(
    store: Store, selection: Selection, norms: Mapping[str, float]
) -> dict[str, ResponseWindow]:
    """By consultation; those whose window is not known, or for which no period is set, are left out."""
    rows = store.records(
        f"{with_steps()} select * from response_windows where days is not null and period_days is not null",
        **parameters(store, selection, norms),
    )
    return {row.pop("consultation"): ResponseWindow(**row) for row in rows}
