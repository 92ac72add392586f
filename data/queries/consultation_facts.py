"""One consultation with all that its facts are told by, from the steps that its indicators are built on."""

from collections.abc import Mapping
from typing import Any

from data.database import Store
from data.queries.read import sql
from data.queries.selection import Selection
from data.queries.steps import Judged, parameters, with_steps


def told_by(
    store: Store, selection: Selection, norms: Mapping[str, float], consultation: str
) -> Mapping[str, Any] | None:
    """The columns of ``consultation_facts.sql`` for one of the selected consultations; None where it is not
    among them. What is not known is None.
    """
    rows = store.records(
        f"{with_steps(store, fact_values=sql('consultation_facts'))} select * from fact_values",
        consultation=consultation,
        **parameters(store, [Judged(selection, norms)]),
    )
    return rows[0] if rows else None
