"""Which files of other systems were taken in, how they were understood, and which consultations they
named.
"""

import pandas as pd

from data.database import Store
from data.models import ImportRecord

_COLUMNS = (
    'number, imported_at, who, file, sha256, profile, "new", changed, unchanged, rejected, undone_at,'
    " undone_by"
)


def newest_first(store: Store) -> list[ImportRecord]:
    """All imports."""
    rows = store.rows(f"select {_COLUMNS} from imports order by number desc")
    return [ImportRecord(*row) for row in rows]


def entries(store: Store, number: int) -> tuple[int, int] | None:
    """The history's first and last entry of an import; None where its history is not in this register."""
    rows = store.rows("select first_entry, last_entry from imports where number = $number", number=number)
    return rows[0] if rows and None not in rows[0] else None


def settings_by_profile(store: Store) -> dict[str, str]:
    """The kept profiles as JSON, by name in Danish alphabetical order."""
    return dict(store.rows("select name, settings from import_profiles order by name collate da"))


def key_by_identity(store: Store, profile: str) -> dict[str, str]:
    """The consultation by the checksum of what tells it in the files of a profile."""
    return dict(
        store.rows("select identity, consultation from import_keys where profile = $profile", profile=profile)
    )


def removed_keys(store: Store) -> tuple[set[str], set[str]]:
    """The consultations that a person removed, and those that only the undoing of an import took away."""
    rows = store.rows(
        "select consultation, exists (from imports i where i.undone_at = c.removed_at) from consultations c"
        " where removed_at is not null"
    )
    undone = {key for key, is_undone in rows if is_undone}
    return {key for key, _ in rows} - undone, undone


def comparable(store: Store) -> pd.DataFrame:
    """Every consultation that is not removed by what may tell it from another: its key, title, first and
    last day as text, and case number; None where they are not known.
    """
    frame = store.frame(
        "select consultation, title, cast(start_on as varchar) as start_on, cast(end_on as varchar) as"
        " end_on, case_number from consultations where removed_at is null order by consultation"
    )
    frame = frame.astype(object)
    return frame.where(frame.notna(), None)


def names_of_consultations(store: Store) -> dict[str, dict[str, str]]:
    """By ``case_number``, ``source_key`` and ``url``, that of each consultation that has one, by its key."""
    return {
        name: dict(store.rows(f"select consultation, {name} from consultations where {name} is not null"))
        for name in ("case_number", "source_key", "url")
    }
