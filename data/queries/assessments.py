"""Assessments whole: of a round, of one body, by key, and what they point to.

Confidential words are there for the ``readership`` alone; whoever names none reads none.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from typing import Any

from data.confidential import NOBODY, Readership, readable
from data.database import Store
from data.models import Assessment
from data.queries.read import by_round_and_principle, split_keys, sql
from data.record_source import RecordSource
from data.schema import TABLES


def of_round(
    store: Store, round_key: str, principle: int | None = None, *, readership: Readership = NOBODY
) -> list[Assessment]:
    """Assessments of the whole round, drafts among them, in the organisation's order."""
    rows = store.rows(sql("assessments"), round=round_key, principle=principle)
    return [readable(_assessment(row), readership) for row in rows]


def of_body(
    store: Store, round_key: str, body: str, principle: int, *, readership: Readership = NOBODY
) -> Assessment | None:
    """What a body has written about a principle, or None where it has not begun."""
    assessments = of_round(store, round_key, principle, readership=readership)
    return next((each for each in assessments if each.body == body), None)


def by_keys(store: Store, keys: Collection[str], *, readership: Readership = NOBODY) -> list[Assessment]:
    """The assessments of these keys, in the organisation's order."""
    rounds = {
        row[0]
        for row in store.rows(
            "select distinct round from assessments where assessment in (select unnest($keys))",
            keys=list(keys),
        )
    }
    return [
        each
        for round_key in sorted(rounds)
        for each in of_round(store, round_key, readership=readership)
        if each.assessment in keys
    ]


def citing(store: Store, consultation: str) -> list[tuple[str, str, int]]:
    """The assessments that name a consultation, or one that was merged into it, as evidence: round, body's
    name and principle.
    """
    return store.rows(
        "select a.round, b.name, a.principle from assessment_evidence e join assessments a using (assessment)"
        " join bodies b using (body) join consultations c on c.consultation = e.consultation"
        " where $key in (e.consultation, c.merged_into) and a.status = 'submitted' order by a.round,"
        " b.name collate da",
        key=consultation,
    )


def open_places_citing(store: Store, consultation: str) -> list[dict[str, str | None]]:
    """The keys of all assessments, drafts too, that name a consultation as evidence in a round that is not
    closed.
    """
    rows = store.rows(
        "select a.round, a.body, cast(a.principle as varchar), a.consultation from assessment_evidence e"
        " join assessments a using (assessment) join rounds r using (round)"
        " where e.consultation = $key and r.status <> 'closed' order by a.assessment",
        key=consultation,
    )
    return [dict(zip(TABLES["assessments"].key, row, strict=True)) for row in rows]


def evidence_counts(
    source: RecordSource, round_keys: Sequence[str]
) -> Mapping[str, Mapping[int, Mapping[str, int]]]:
    """By round and principle, how many counted assessments point to each consultation."""
    return by_round_and_principle(source.rows(sql("evidence_counts"), rounds=list(round_keys)))


def _assessment(row: tuple[Any, ...]) -> Assessment:
    """The columns of ``assessments.sql``, in the order of the fields, the two lists split."""
    values = dict(zip((field.name for field in fields(Assessment)), row, strict=True))
    return Assessment(**values | {name: split_keys(values[name]) for name in ("themes", "evidence")})
