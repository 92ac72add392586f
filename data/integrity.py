"""Whether a file is a register that this program can use."""

from collections.abc import Collection
from pathlib import Path

import duckdb

from data import migrations
from data.errors import StoreError
from data.os_errors import why
from data.schema import TABLES
from language import N_, Sentence

LINKED = {"succeeds", "themes", "evidence"}
"""Columns of the exchange files that are kept in tables of their own."""

MISSING = N_("There is no register at {file}. Create one with: python -m data init")
EMPTY = N_(
    "The register {file} is an empty file. It was left untouched: put a backup in its place, or move it aside"
    " and begin anew with: python -m data init"
)
UNREACHABLE = N_(
    "The register {file} can't be opened for writing ({why}). Check the folder and the rights, and try again."
)
DAMAGED = N_(
    "The register {file} is damaged or is no register. It was left untouched: move it aside and restore a"
    " backup."
)
NEWER = N_(
    "The register {file} was made by a newer version of the program (schema {found}, this one knows {known})."
    " Upgrade the program; the file was left untouched."
)


def refuse_missing(path: Path) -> None:
    """Raises :class:`StoreError` where there is no file, or an empty one."""
    try:
        empty = path.is_file() and path.stat().st_size == 0
        there = path.exists()
    except OSError as problem:
        raise StoreError(Sentence(UNREACHABLE, {"file": str(path), "why": why(problem)})) from problem
    if not there or empty:
        raise StoreError(Sentence(EMPTY if empty else MISSING, {"file": str(path)}))


def schema_version(reader: duckdb.DuckDBPyConnection, path: Path, *, least: int) -> int:
    """The schema version in a file. Raises :class:`StoreError` for a newer one than this program knows, and
    for a file that lacks a table of its version.
    """
    try:
        row = reader.execute("select coalesce(max(version), 0) from schema_versions").fetchone()
        version = int((row or (0,))[0])
        tables = {name for (name,) in reader.execute("select table_name from duckdb_tables()").fetchall()}
    except (duckdb.Error, ValueError) as problem:
        raise StoreError(Sentence(DAMAGED, {"file": str(path)})) from problem
    if version > migrations.newest():
        values = {"file": str(path), "found": str(version), "known": str(migrations.newest())}
        raise StoreError(Sentence(NEWER, values))
    if version < least or not migrations.tables_of(version) <= tables:
        raise StoreError(Sentence(DAMAGED, {"file": str(path)}))
    return version


def refuse_missing_columns(columns: Collection[str], path: Path) -> None:
    """A file that has our tables with other columns (``table.column``) is no register. Raises
    :class:`StoreError`.
    """
    required_columns = {
        f"{table.name}.{name}" for table in TABLES.values() for name in table.names if name not in LINKED
    }
    if not required_columns <= set(columns):
        raise StoreError(Sentence(DAMAGED, {"file": str(path)}))
