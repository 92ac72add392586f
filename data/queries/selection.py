"""Which consultations: those of a period, of bodies, of a scale or method; and which are a body's own."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from data.database import Store
from data.models import Round
from data.queries.bodies import lineage
from data.queries.read import sql


@dataclass(frozen=True)
class Selection:
    """Consultations of a period, first and last day included; None, or no body, stands for all.

    ``bodies`` are keys of which one is a consultation's centre or its committee; ``centre`` and ``committee``
    are each one key.
    """

    period_from: date
    period_to: date
    bodies: tuple[str, ...] = ()
    centre: str | None = None
    committee: str | None = None
    scale: str | None = None
    method: str | None = None

    @property
    def values(self) -> dict[str, Any]:
        """The parameters of ``selected_consultations.sql``."""
        return {**asdict(self), "bodies": list(self.bodies) or None}


@dataclass(frozen=True)
class SelectedConsultation:
    """A consultation as lists name it; a day that is not known is None."""

    key: str
    title: str
    start_on: date | None
    end_on: date | None


def own_consultations(store: Store, chosen_round: Round, body: str) -> Selection:
    """A body's own consultations of a round: those of its centre or committee, and of all bodies that it took
    over from.

    The one place that says so: page, meeting mode, form, paper and counts all read this selection.
    """
    return Selection(
        chosen_round.period_from, chosen_round.period_to, bodies=tuple(sorted(lineage(store, body)))
    )


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
