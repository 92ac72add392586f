"""A table as a Parquet file. DuckDB writes it, so it is written here, where alone DuckDB may be used."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data.recovery import NO_EXTENSIONS

TYPES: Mapping[str, str] = {
    "text": "varchar",
    "integer": "bigint",
    "number": "double",
    "date": "date",
    "boolean": "boolean",
    "moment": "timestamp",
}
ROWS_A_GROUP = 16_384
"""So few that a round's days pass most groups of a large register over: measured on ten million
consultations, a quarter of the time.
"""


def parquet_file(
    kinds: Mapping[str, str], rows: Sequence[Mapping[str, Any]], details: Mapping[str, str]
) -> bytes:
    """The rows in their order, with the columns of ``kinds`` (a name of :data:`TYPES` by the column's name);
    a value that a row lacks is null. ``details`` are written into the file as its key-value metadata. The
    same bytes for the same rows. Raises OSError where the disk refuses.
    """
    frame = pd.DataFrame({name: pd.Series([row.get(name) for row in rows], dtype=object) for name in kinds})
    casts = ", ".join(
        f"cast({_name(name)} as {TYPES[kind]}) as {_name(name)}" for name, kind in kinds.items()
    )
    metadata = ", ".join(f"{_name(key)}: {_text(text)}" for key, text in details.items())
    config: dict[str, Any] = {**NO_EXTENSIONS, "threads": 1}
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(":memory:", config=config) as connection:
        path = Path(folder) / "table.parquet"
        connection.register("rows", frame)
        connection.execute(
            f"copy (select {casts} from rows) to {_text(str(path))}"
            f" (format parquet, compression zstd, row_group_size {ROWS_A_GROUP}, kv_metadata {{{metadata}}})"
        )
        return path.read_bytes()


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
