"""How many rows every table of a register has, and a checksum of them: by these two registers are held
equal.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb


@dataclass(frozen=True)
class TableSum:
    """A table's number of rows, and the SHA-256 of those of all its rows, in the order of these."""

    rows: int
    sha256: str


Sums = Mapping[str, TableSum]
"""By the name of the table."""


def table_sums(connection: duckdb.DuckDBPyConnection) -> dict[str, TableSum]:
    """The sums of every table, the history and the register's secret among them. All that is stored is read
    for it. Raises :class:`duckdb.Error` where something can't be.
    """
    names = connection.execute(
        "select table_name from duckdb_tables() where not temporary order by table_name"
    ).fetchall()
    return {name: _sum(connection, name) for (name,) in names}


def sums_file(register: Path) -> Path:
    """Where the sums of a backup lie: beside it."""
    return register.with_name(f"{register.name}.sums.json")


def write_sums(register: Path, sums: Sums) -> None:
    """Keep the sums beside a backup."""
    text = json.dumps({name: asdict(each) for name, each in sums.items()}, indent=1, sort_keys=True)
    sums_file(register).write_text(f"{text}\n", encoding="utf-8")


def forget_sums(register: Path) -> None:
    """Take away the sums that lie beside a backup."""
    sums_file(register).unlink(missing_ok=True)


def read_sums(register: Path) -> Sums | None:
    """The sums that lie beside a backup; None where none do, or what lies there can't be read."""
    try:
        content = json.loads(sums_file(register).read_text(encoding="utf-8"))
        return {name: TableSum(**values) for name, values in content.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def other_tables(sums: Sums, others: Sums) -> list[str]:
    """The tables in which two registers differ, by name."""
    return sorted(name for name in {*sums, *others} if sums.get(name) != others.get(name))


def _sum(connection: duckdb.DuckDBPyConnection, name: str) -> TableSum:
    row = connection.execute(
        "select count(*), sha256(coalesce(string_agg(sum, '' order by sum), '')) from ("
        f'select sha256(cast(to_json(t) as varchar)) as sum from "{name}" t)'
    ).fetchone()
    assert row is not None
    return TableSum(*row)
