"""A municipality's folder in a lake: where it lies, and the manifest that says what is in it.

``LAKE/municipality=0151/manifest.json`` names the folder beside it in which the files of the newest gathering
lie, with the rows and the SHA-256 of each. It is written last and replaced in one step, so that a partition
is always whole: the old one, or the new one.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from data.errors import UserError
from language import N_, Sentence

LAYOUT = 1
"""Which tables and columns the files have, and what they mean. A program reads partitions of its own layout,
whatever schema their registers had; others are refused by name."""
MANIFEST = "manifest.json"
PREFIX = "municipality="
NO_MANIFEST = N_(
    "{folder} in the lake {lake} has no readable manifest, so it is half written or no municipality's. Gather"
    " that municipality again, or move the folder away."
)


class BadLake(UserError):
    """For whoever keeps a lake: it can't be read or written as it stands. Nothing in it was changed."""


@dataclass(frozen=True)
class LakeFile:
    """What a file of a partition must be: its rows, its bytes and their SHA-256."""

    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a partition holds.

    ``register`` is the hash of the register's secret, by which two registers are told apart. ``name`` is the
    municipality's where it agreed to be named, else None; ``inhabitants`` how many it has, None where nobody
    said. ``folder`` is where the files lie, empty while they have no place in a lake yet. ``gathered_at`` is
    in UTC.
    """

    municipality: str
    register: str
    schema: int
    program: str
    gathered_at: datetime
    files: Mapping[str, LakeFile]
    name: str | None = None
    inhabitants: int | None = None
    layout: int = LAYOUT
    folder: str = ""

    @property
    def rows(self) -> int:
        return sum(file.rows for file in self.files.values())

    def as_json(self) -> str:
        values = {**asdict(self), "gathered_at": self.gathered_at.isoformat()}
        return json.dumps(values, indent=1, sort_keys=True, ensure_ascii=False) + "\n"

    def in_folder(self, name: str) -> "Manifest":
        """The same with its files in this folder of the partition."""
        return replace(self, folder=name)


def manifest_of(text: str) -> Manifest:
    """The manifest that a text holds. Raises ValueError, KeyError, TypeError or AttributeError where it holds
    none.
    """
    values: dict[str, Any] = json.loads(text)
    files = {name: LakeFile(**file) for name, file in values.pop("files").items()}
    moment = datetime.fromisoformat(values.pop("gathered_at"))
    known = {name: values[name] for name in Manifest.__dataclass_fields__ if name in values}
    return Manifest(**known, files=files, gathered_at=moment)


def read_manifest(partition: Path) -> Manifest:
    """The manifest of a partition. Raises :class:`BadLake` where there is none that can be read."""
    try:
        return manifest_of((partition / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        values = {"folder": partition.name, "lake": str(partition.parent)}
        raise BadLake(Sentence(NO_MANIFEST, values)) from problem


def partition_folder(lake: Path, municipality: str) -> Path:
    """Where the files of a municipality lie."""
    return lake / f"{PREFIX}{municipality}"


def lake_file(rows: int, content: bytes) -> LakeFile:
    """What a file of so many rows is to be known by."""
    return LakeFile(rows, len(content), sha256(content).hexdigest())
