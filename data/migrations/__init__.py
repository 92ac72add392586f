"""The schema's steps, in order: each applied once, in a transaction, after a copy of the register was laid
aside.
"""

import filecmp
import itertools
import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

import duckdb

from data.errors import StoreError
from data.os_errors import why
from language import N_, Sentence

STEPS = Path(__file__).parent
SEED = STEPS.parent / "seed" / "reference"
SEEDS = ("norms", "days_off", "methods")
COPIES_KEPT = 3
"""The copies from before so many steps stay beside a register; older ones are removed."""
NO_ROOM = N_(
    "The register {file} must be upgraded, and the disk has no room for the copy that is made first. It was"
    " left untouched: make room for {megabytes} MB, and try again."
)
NO_COPY = N_(
    "The register {file} must be upgraded, and the copy that is made first could not be made ({why}). It was"
    " left untouched: check the folder and the disk, and try again."
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
    """A copy of a closed register without a log, which the step of that number is about to change.

    It lies beside the register as ``register.before-schema-6.duckdb``; another copy of that name stays, and
    this one gets a number. Raises :class:`StoreError` where the copy can't be made.
    """
    size = path.stat().st_size
    if shutil.disk_usage(path.parent).free < 2 * size:
        raise StoreError(Sentence(NO_ROOM, {"file": str(path), "megabytes": 2 * size // 1_000_000 + 1}))
    first = path.with_name(f"{path.stem}.before-schema-{version}{path.suffix}")
    others = (first.with_stem(f"{first.stem}-{number}") for number in itertools.count(2))
    try:
        copy = next(
            name
            for name in itertools.chain([first], others)
            if not name.exists() or filecmp.cmp(path, name, False)
        )
        if not copy.exists():
            _copy_whole(path, copy)
    except OSError as problem:
        raise StoreError(Sentence(NO_COPY, {"file": str(path), "why": why(problem)})) from problem
    _remove_old_copies(path)
    return copy


def apply(cursor: duckdb.DuckDBPyConnection, version: int) -> None:
    """Carry out one step in the cursor's transaction, and note that it was. A step can read what a new
    register begins with: ``seed_norms``, ``seed_days_off`` and ``seed_methods``.
    """
    text = steps()[version].read_text(encoding="utf-8")
    seeds = [name for name in SEEDS if f"seed_{name}" in text]
    if seeds:
        import pandas as pd  # takes longer to load than a backup, which needs none of it

    for name in seeds:
        cursor.register(f"seed_{name}", pd.read_csv(SEED / f"{name}.csv"))
    cursor.execute(text)
    for name in seeds:
        cursor.unregister(f"seed_{name}")
    cursor.execute("insert into schema_versions values ($version, current_date)", {"version": version})


def _copy_whole(path: Path, copy: Path) -> None:
    """The copy has its name only when all of it is on the disk."""
    fresh = copy.with_name(f".{copy.name}.new")
    try:
        shutil.copy2(path, fresh)
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        fresh.replace(copy)
    finally:
        fresh.unlink(missing_ok=True)


def _remove_old_copies(path: Path) -> None:
    """Only names that :func:`copy_before_upgrade` gives; one that can't be removed stays."""
    pattern = re.compile(re.escape(path.stem) + r"\.before-schema-(\d+)(-\d+)?" + re.escape(path.suffix))
    versions = {
        copy: int(match[1]) for copy in path.parent.iterdir() if (match := pattern.fullmatch(copy.name))
    }
    for copy, version in versions.items():
        if version not in sorted(set(versions.values()))[-COPIES_KEPT:]:
            with suppress(OSError):
                copy.unlink()
