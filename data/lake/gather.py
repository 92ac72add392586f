"""A register's open records as the files of a lake, one after another."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from data import migrations
from data.database import Store
from data.lake.partition import MANIFEST, LakeFile, Manifest, lake_file
from data.lake.tables import LAKE_TABLES, LakeTable
from data.parquet import parquet_file
from data.register import seal_key

NO_EFFORTS = json.dumps({"schema": {"fields": []}, "data": []})
"""A table without columns, as pandas writes and reads it."""
WITHHELD: Mapping[str, Any] = {"assessments": [], "conclusions": {}, "efforts_table": NO_EFFORTS}
"""What the details of a frozen round have in the place of what bodies wrote: they hold confidential words."""


@dataclass(frozen=True)
class Gathering:
    """Whose register is gathered: the code of the municipality, what it may be called (None: it is not to be
    named), how many inhabitants it has (None: not known), by which version of the program, and when (UTC).
    """

    municipality: str
    name: str | None
    inhabitants: int | None
    program: str
    at: datetime

    @property
    def prefix(self) -> str:
        """What every key begins with."""
        return f"{self.municipality}:"


def partition_files(store: Store, gathering: Gathering) -> Iterator[tuple[str, bytes]]:
    """Every file of the partition by its name, the manifest last. The same register gives the same bytes, but
    for when it was gathered.
    """
    files: dict[str, LakeFile] = {}
    for table in LAKE_TABLES.values():
        rows = _rows(store, table, gathering.prefix)
        content = parquet_file(table.file_kinds, rows, {"municipality": gathering.municipality})
        files[table.file] = lake_file(len(rows), content)
        yield table.file, content
    manifest = Manifest(
        municipality=gathering.municipality,
        register=register_hash(store),
        schema=migrations.newest(),
        program=gathering.program,
        gathered_at=gathering.at,
        files=files,
        name=gathering.name,
        inhabitants=gathering.inhabitants,
    )
    yield MANIFEST, manifest.as_json().encode()


def register_hash(store: Store) -> str:
    """By what a register is known for the same again: a hash of its secret, which tells nothing of it."""
    return sha256(b"lake:" + seal_key(store)).hexdigest()


def _rows(store: Store, table: LakeTable, prefix: str) -> list[dict[str, Any]]:
    values = {"prefix": prefix} if "key" in table.kinds.values() else {}
    rows = store.records(table.select, **values)
    return [_without_words(row) for row in rows] if table.name == "closings" else rows


def _without_words(closing: dict[str, Any]) -> dict[str, Any]:
    """A frozen round's own text stays to the byte; of its details, what bodies wrote is taken out."""
    details = json.dumps({**json.loads(closing["details"]), **WITHHELD}, ensure_ascii=False)
    return {**closing, "details": details, "details_sha256": sha256(details.encode()).hexdigest()}
