"""A register as rows of its exchange files."""

import csv
from pathlib import Path

from data.database import Store
from data.export import export
from tests.support.reckoning import Records


def exported(store: Store, folder: Path) -> Records:
    """The rows of every exchange file of a register."""
    export(store, folder)
    records: Records = {}
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            delimiter = ";" if ";" in file.readline() else ","
            file.seek(0)
            records[path.stem] = list(csv.DictReader(file, delimiter=delimiter))
    return records
