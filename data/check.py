"""Whether a register is sound: every record read, every closed round as it was frozen, every rule kept."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from data import recovery
from data.backup import copy_whole, refuse_full_disk
from data.database import Store
from data.errors import RecordProblem, StoreError
from data.import_pipeline import export, read_folder, take_in
from data.integrity import DAMAGED, refuse_missing
from data.os_errors import is_damage
from data.register import create_empty
from data.table_sums import Sums, table_sums
from data.writing import REMOVABLE
from language import N_, Sentence

TAMPERED = N_("The frozen result of {round} is not what was closed: its checksum differs.")


@dataclass(frozen=True)
class Report:
    """What was found: every table's sum, and in sentences what is wrong; ``problems`` is empty where nothing
    is.
    """

    sums: Sums
    problems: tuple[Sentence, ...]


def check(register: Path) -> Report:
    """Look at a copy of a register, so that it may be in use and is never touched. Raises
    :class:`StoreError` where it is missing, damaged or can't be copied.
    """
    refuse_missing(register)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / register.name
        refuse_full_disk(register, copy)
        copy_whole(register, copy)
        try:
            with recovery.connect(copy) as connection:
                sums = table_sums(connection)
                problems = [*tampered_rounds(connection)]
        except duckdb.Error as problem:
            if is_damage(problem) or isinstance(problem, duckdb.CatalogException):
                raise StoreError(Sentence(DAMAGED, {"file": str(register)})) from problem
            raise
        problems += [each.sentence for each in _broken_rules(copy, Path(folder))]
    return Report(sums, tuple(problems))


def tampered_rounds(connection: duckdb.DuckDBPyConnection) -> list[Sentence]:
    """Which closed rounds are not what was frozen, by their checksums."""
    rows = connection.execute(
        "select round from closings where sha256(result) <> sha256 or sha256(details) <> details_sha256"
    ).fetchall()
    return [Sentence(TAMPERED, {"round": round_key}) for (round_key,) in rows]


def _broken_rules(copy: Path, folder: Path) -> list[RecordProblem]:
    """What an empty register would not take in of all that this one gives out."""
    store = Store(copy)
    try:
        export(store, folder / "export")
    finally:
        store.close()
    trial = create_empty(folder / "trial.duckdb", without=REMOVABLE)
    try:
        outcomes = take_in(trial, read_folder(folder / "export"), "check", dry_run=True)
    finally:
        trial.close()
    return [error for outcome in outcomes for error in outcome.errors]
