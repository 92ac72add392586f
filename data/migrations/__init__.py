"""The schema's steps, in order: each applied once, in a transaction, after a copy of the register was laid
aside.
"""

import re
import shutil
from pathlib import Path

import duckdb

from data.atomic_file import log_of
from data.errors import StoreError
from language import N_, Sentence

STEPS = Path(__file__).parent
COPIES_KEPT = 3
"""So many copies from before upgrades stay beside a register; older ones are removed."""
NO_ROOM = N_(
    "The register {file} must be upgraded, and the disk has no room for the copy that is made first. It was"
    " left untouched: make room for {megabytes} MB, and try again."
)


def steps() -> dict[int, Path]:
    """The steps by number, in order."""
    return {int(path.name[:4]): path for path in sorted(STEPS.glob("[0-9]*.sql"))}


def newest() -> int:
    """The schema version that this program knows."""
    return max(steps())


def tables_of(version: int) -> set[str]:
    """The tables that the steps up to a version make."""
    texts = (path.read_text(encoding="utf-8") for number, path in steps().items() if number <= version)
    return {name for text in texts for name in re.findall(r"^create table (\w+)", text, re.MULTILINE)}


def copy_before_upgrade(path: Path, version: int) -> Path:
    """A copy of a closed register (with its log, where it has one) that the newest step is about to change.

    It lies beside the register as ``register.before-schema-6.duckdb``. Raises :class:`StoreError` where the
    disk has no room for it.
    """
    parts = [part for part in (path, log_of(path)) if part.exists()]
    size = sum(part.stat().st_size for part in parts)
    if shutil.disk_usage(path.parent).free < 2 * size:
        raise StoreError(Sentence(NO_ROOM, {"file": str(path), "megabytes": 2 * size // 1_000_000 + 1}))
    copy = path.with_name(f"{path.stem}.before-schema-{version}{path.suffix}")
    for part, name in ((log_of(path), log_of(copy)), (path, copy)):
        if part.exists():
            fresh = name.with_name(f".{name.name}.new")
            shutil.copy2(part, fresh)
            fresh.replace(name)
    _remove_old_copies(path)
    return copy


def apply(cursor: duckdb.DuckDBPyConnection, version: int) -> None:
    """Carry out one step in the cursor's transaction, and note that it was."""
    cursor.execute(steps()[version].read_text(encoding="utf-8"))
    cursor.execute("insert into schema_versions values ($version, current_date)", {"version": version})


def _remove_old_copies(path: Path) -> None:
    copies = path.parent.glob(f"{path.stem}.before-schema-*{path.suffix}")
    by_version = sorted(copies, key=lambda copy: int(re.sub(r"\D", "", copy.stem.rpartition("-")[2]) or 0))
    for copy in by_version[:-COPIES_KEPT]:
        copy.unlink(missing_ok=True)
        log_of(copy).unlink(missing_ok=True)
