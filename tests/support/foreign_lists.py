"""A secretary's own list, and how it is read, for tests of what becomes of its rows."""

from collections.abc import Mapping
from datetime import datetime

import pandas as pd

from data.foreign.profile import ColumnUse, Profile
from data.foreign.sheet import ForeignTable
from workflow.imports import ImportRequest

SHA256 = "0" * 63 + "1"
NOON = datetime(2026, 11, 28, 12, 0, 0)
FILLS = {
    "Navn": "title",
    "Sag": "case_number",
    "Start": "start_on",
    "Slut": "end_on",
    "Fremmødte": "participants",
    "Center": "centre",
}
LIST_PROFILE = Profile(
    "Høringslisten",
    columns=tuple(ColumnUse(column, field) for column, field in FILLS.items()),
    identity=("Sag",),
)
CYCLE_PATH = {
    "Navn": "Cykelsti på Åvej",
    "Sag": "23/118",
    "Start": "2023-03-01",
    "Slut": "2023-03-24",
    "Fremmødte": "ca. 40",
    "Center": "Center for By",
    "Kontakt": "Hanne Vester",
}
SCHOOL = {
    "Navn": "Ny skole ved søen",
    "Sag": "23/200",
    "Start": "2023-04-01",
    "Slut": "2023-05-15",
    "Fremmødte": "0",
    "Center": "Center for By",
    "Kontakt": "Hanne Vester",
}
KEYS = ("2023-cykelsti-paa-aavej", "2023-ny-skole-ved-soeen")


def list_of(*rows: Mapping[str, str], first_row: int = 2) -> ForeignTable:
    """A sheet with these rows under a header; a column that a row lacks is empty in it."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    cells = pd.DataFrame(
        [[row.get(name, "") for name in columns] for row in rows],
        columns=pd.Index(columns),
        index=range(first_row, first_row + len(rows)),
        dtype=object,
    )
    return ForeignTable("liste.xlsx", "Ark1", first_row - 1, cells)


def request(
    *rows: Mapping[str, str],
    accept_valid: bool = False,
    merges: Mapping[int, str] | None = None,
    profile: Profile = LIST_PROFILE,
) -> ImportRequest:
    """These rows, to be taken in."""
    return ImportRequest(list_of(*rows), profile, SHA256, accept_valid, merges or {})


def table_request(table: ForeignTable, profile: Profile = LIST_PROFILE) -> ImportRequest:
    """A table that was read, to be taken in."""
    return ImportRequest(table, profile, SHA256)
