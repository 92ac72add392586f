"""What went out to the bodies of a round and what came back, by day."""

from datetime import date

from data.database import Store
from data.models import Correspondence
from language import local_day

PRINCIPLES = 5


def of_round(store: Store, round_key: str) -> dict[str, Correspondence]:
    """What is noted of each body, by body; one that has neither a meeting nor all its answers can be left
    out.

    Its answers are in on the day that is noted, else when the last of all five was submitted.
    """
    rows = store.rows(
        "select body, sent_on, reminded_on, received_on from meetings where round = $round", round=round_key
    )
    noted = {row[0]: Correspondence(*row) for row in rows}
    submitted = _submitted_on(store, round_key)
    return {
        body: _with_day(noted.get(body, Correspondence(body)), submitted.get(body))
        for body in {**noted, **submitted}
    }


def _with_day(noted: Correspondence, submitted_on: date | None) -> Correspondence:
    received_on = noted.received_on or submitted_on
    return Correspondence(noted.body, noted.sent_on, noted.reminded_on, received_on)


def _submitted_on(store: Store, round_key: str) -> dict[str, date]:
    """The day on which the last of all five answers of a body was submitted, by body; bodies that lack any
    are left out.
    """
    rows = store.rows(
        """with submitted as (
            select a.body, a.principle, min(h.happened_at) as submitted_at
            from assessments a
            join history h on h.kind = 'assessments'
                and h.record = a.assessment
                and h.after ->> '$.status' = 'submitted'
            where a.round = $round
                and a.consultation is null
                and a.status = 'submitted'
            group by a.body, a.principle
        )
        select body, max(submitted_at) from submitted group by body having count(*) = $principles""",
        round=round_key,
        principles=PRINCIPLES,
    )
    return {body: local_day(submitted_at) for body, submitted_at in rows}
