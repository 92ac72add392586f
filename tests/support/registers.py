"""Registers made of a few literal rows."""

import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from data.database import Store
from data.import_pipeline import ImportOutcome, table_of_rows, take_in
from data.ingest.folders import holds_every_table, read_folder
from data.register import create_empty, register_to_fill
from data.schema import TABLES
from data.writing import REMOVABLE
from evaluation.as_json import as_dict
from evaluation.evaluate import evaluate, find_round

Rows = Mapping[str, Sequence[Mapping[str, str]]]

ROUNDS = [
    {
        "round": "2022-2025/midterm",
        "term": "2022-2025",
        "kind": "midterm",
        "period_from": "2022-01-01",
        "period_to": "2023-12-31",
        "opens_on": "2024-01-15",
        "closes_on": "2024-04-30",
        "status": "open",
    },
    {
        "round": "2022-2025/endterm",
        "term": "2022-2025",
        "kind": "endterm",
        "period_from": "2024-01-01",
        "period_to": "2025-12-31",
        "opens_on": "2025-08-18",
        "closes_on": "2025-11-28",
        "status": "open",
    },
]
BODIES = [
    {"body": "plan", "level": "committee", "name": "Planudvalget", "active_from": "2018-01-01"},
    {"body": "by", "level": "centre", "name": "Center for By", "active_from": "2018-01-01"},
]


def new_empty(path: Path) -> Store:
    """A register that was just made and is empty; making one takes a second, so all but the first are
    copies.
    """
    return Store(Path(shutil.copy(_first_empty(), path)))


def filled_by(path: Path, folder: Path) -> list[ImportOutcome]:
    """A new register that a folder of exchange files fills, as the command does it; gives their outcomes."""
    without = REMOVABLE if holds_every_table(folder) else ()
    with register_to_fill(path, dry_run=False, without=without) as store:
        return take_in(store, read_folder(folder), "tester")


@cache
def _first_empty() -> Path:
    path = Path(_FOLDER.name) / "empty.duckdb"
    create_empty(path).close()
    return path


def copy_with(path: Path, records: Rows) -> Path:
    """A new register with these rows taken in, all of them good; made once for the same rows, then copied."""
    return Path(shutil.copy(_first_with(json.dumps(records)), path))


@cache
def _first_with(records: str) -> Path:
    path = Path(_FOLDER.name) / f"{sha256(records.encode()).hexdigest()}.duckdb"
    store = new_empty(path)
    take_all(store, json.loads(records))
    store.close()
    return path


_FOLDER = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)


def take(store: Store, records: Rows, who: str = "tester", **how: bool) -> list[ImportOutcome]:
    """Take in rows, in the order of the tables."""
    sheets = [
        table_of_rows(TABLES[name], [dict(row) for row in records[name]], f"{name}.csv")
        for name in TABLES
        if records.get(name)
    ]
    return take_in(store, sheets, who, **how)


def take_all(store: Store, records: Rows) -> None:
    """Take in rows that must all be good."""
    errors = [str(error.sentence) for outcome in take(store, records) for error in outcome.errors]
    assert not errors, errors


def said(outcome: ImportOutcome) -> list[tuple[int, str]]:
    """Row and column of every error."""
    return [(error.row, error.column) for error in outcome.errors]


def evaluate_rows(records: Rows, round_key: str) -> dict[str, Any]:
    """The program's own evaluation of a register made of these rows alone (norms and principles too, where
    given).
    """
    with tempfile.TemporaryDirectory() as folder:
        store = new_filled(Path(folder) / "register.duckdb", records)
        evaluation = as_dict(evaluate(store, find_round(store, round_key)))
        store.close()
    return evaluation


def new_filled(path: Path, records: Rows) -> Store:
    """A register of these rows alone; where a table is not given, with a new one's."""
    store = new_empty(path)
    for table in ("norms", "principles", "rounds", "days_off", "methods"):
        if table in records:
            with store.transaction() as cursor:
                cursor.execute(f"delete from {table}")
    take_all(store, records)
    return store


def thaw(store: Store) -> None:
    """Take the frozen results of a register away: its rounds are closed, as records of closed rounds come
    in.
    """
    with store.transaction() as cursor:
        cursor.execute("delete from errata")
        cursor.execute("delete from closings")
