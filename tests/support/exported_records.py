"""A register as rows of its exchange files."""

import csv
from pathlib import Path

from data import queries
from data.database import Store
from data.export import export
from data.restore_trial import all_exports
from data.schema import NUMBER, TABLES
from evaluation.snapshot import evaluation_json
from tests.support.reckoning import Records


def exported(store: Store, folder: Path) -> Records:
    """The rows of every exchange file of a register."""
    export(store, folder)
    records: Records = {}
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            delimiter = ";" if ";" in file.readline() else ","
            file.seek(0)
            records[path.stem] = [
                _with_point(path.stem, row) for row in csv.DictReader(file, delimiter=delimiter)
            ]
    return records


def all_outputs(register: Path, folder: Path) -> dict[str, bytes]:
    """All that a register gives out, byte by byte: every exchange file, the history, the version, the secret
    and each round's evaluation.
    """
    outputs = all_exports(register, folder)
    store = Store(register)
    for each in queries.rounds.oldest_first(store):
        outputs[f"evaluation {each.key}"] = evaluation_json(store, each).encode()
    store.close()
    return outputs


def _with_point(table: str, row: dict[str, str]) -> dict[str, str]:
    """The row with its decimals after a point, as a program reads them."""
    numbers = (
        {column.name for column in TABLES[table].columns if column.kind == NUMBER} if table in TABLES else ()
    )
    return {name: text.replace(",", ".") if name in numbers else text for name, text in row.items()}
