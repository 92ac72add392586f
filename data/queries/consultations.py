"""The register of consultations as a frame, and what belongs to one consultation."""

from collections.abc import Collection
from typing import Any

import pandas as pd

from data.database import Store
from data.models import Round
from data.queries import round_days, selection
from data.queries.read import with_attendance
from data.queries.selection import own_consultations, selected


def methods(store: Store) -> list[str]:
    """Every method in use, in Danish alphabetical order."""
    rows = store.rows(
        "select method from (select distinct unnest(string_split(methods, ';')) as method from consultations"
        " where removed_at is null) order by method collate da"
    )
    return [row[0] for row in rows]


def has_any(store: Store) -> bool:
    """Whether the register holds a consultation that was not removed."""
    return bool(store.rows("select exists (from consultations where removed_at is null)")[0][0])


def register(store: Store) -> pd.DataFrame:
    """The whole register without what was removed, a row a consultation, newest end (or start) first; dates
    as datetime64, unknown as missing.

    ``centre_name`` and ``committee_name`` stand beside the keys; ``groups`` is a list of those that took
    part (missing where that is not known); ``rounds`` names the round that counts it (missing where none
    does; joined by semicolons where periods overlap).
    """
    return _register(store, None)


def of_round(store: Store, chosen_round: Round) -> list[dict[str, Any]]:
    """The rows of :func:`register` that a round counts, the newest first, as plain values: None where nothing
    is known.
    """
    records = store.records(with_attendance("consultations"), **_of_all(store))
    by_key = {record["consultation"]: record for record in records}
    return [by_key[each.key] for each in selected(store, selection.of_round(store, chosen_round))]


def one(store: Store, consultation: str) -> pd.DataFrame:
    """The same row of one consultation, removed or not; no row where the register holds none of this key."""
    return _register(store, consultation)


def _register(store: Store, consultation: str | None) -> pd.DataFrame:
    return store.frame(with_attendance("consultations"), **_of_all(store) | {"consultation": consultation})


def _of_all(store: Store) -> dict[str, Any]:
    """The parameters of ``consultations.sql`` for the whole register."""
    of_rounds = [days for days in round_days.of_all_rounds(store) if days.round]
    return {
        "consultation": None,
        "rounds": [days.round for days in of_rounds],
        "first_days": [days.first for days in of_rounds],
        "last_days": [days.last for days in of_rounds],
    }


def groups(store: Store, consultation: str) -> pd.DataFrame:
    """The groups of one consultation: group, sought_out, took_part, beyond_affected (each true, false or
    missing).
    """
    return store.frame(
        'select "group", sought_out, took_part, beyond_affected from consultation_groups where consultation ='
        " $key order by 1",
        key=consultation,
    )


def group_rows(store: Store, consultation: str) -> list[tuple[str, bool | None, bool | None, bool | None]]:
    """The same as plain values, None where it is not known."""
    return store.rows(
        'select "group", sought_out, took_part, beyond_affected from consultation_groups where consultation ='
        " $key order by 1",
        key=consultation,
    )


def titles(store: Store) -> dict[str, str]:
    """The titles of all consultations by key, removed ones too: evidence may point to any."""
    return dict(store.rows("select consultation, title from consultations"))


def case_numbers(store: Store, keys: Collection[str]) -> dict[str, str]:
    """The case numbers of those of these consultations that have one, by key, removed ones too."""
    return dict(
        store.rows(
            "select consultation, case_number from consultations where case_number is not null and"
            " list_contains($keys, consultation)",
            keys=sorted(keys),
        )
    )


def removed_titles(store: Store) -> dict[str, str]:
    """The titles of the removed ones by key."""
    return dict(store.rows("select consultation, title from consultations where removed_at is not null"))


def merged_into(store: Store, consultation: str) -> dict[str, str]:
    """The titles, by key, of those that were merged into one."""
    return dict(
        store.rows(
            "select consultation, title from consultations where merged_into = $key order by removed_at",
            key=consultation,
        )
    )


def evidence_choices(store: Store, chosen_round: Round, body: str) -> dict[str, str]:
    """Consultations of the round's period that a body can point to, key to title: its own first."""
    own, everyone = own_consultations(store, chosen_round, body), selection.of_round(store, chosen_round)
    return {
        each.key: each.title for which in (own, everyone) for each in selected(store, which, by_title=True)
    }
