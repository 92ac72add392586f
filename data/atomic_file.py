"""A file made under another name, which takes its own only when it is whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from data.errors import StoreError
from data.os_errors import why
from language import N_, Sentence

EXISTS = N_(
    "There is already a register at {file}. It was left untouched: move it away first, or choose another"
    " name."
)
STRAY = N_(
    "Beside {file} lies {other}, which holds unsaved records of a register that was moved away. Move it to"
    " that register, then try again."
)
NOT_MADE = N_(
    "The register {file} can't be made ({why}). Nothing was left behind: check the folder and the disk, and"
    " try again."
)


@contextmanager
def written_atomically(path: Path) -> Iterator[Path]:
    """A name in the same folder to make a register under. What is there in the end gets the name it was made
    for; nothing stays after an error. Raises :class:`StoreError` where there is a file of that name, or it
    can't be made.
    """
    new_path = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        _refuse_existing(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        yield new_path
        if new_path.exists():
            _refuse_existing(path)
            new_path.rename(path)
    except StoreError as problem:
        sentence = problem.sentence
        values = (
            {**sentence.values, "file": str(path)}
            if sentence.values.get("file") == str(new_path)
            else sentence.values
        )
        raise StoreError(Sentence(sentence.text, values)) from problem
    except (OSError, duckdb.Error) as problem:
        raise StoreError(Sentence(NOT_MADE, {"file": str(path), "why": why(problem)})) from problem
    finally:
        remove_register(new_path)


def log_of(path: Path) -> Path:
    """Where the database keeps what it has not put into the file yet."""
    return path.with_name(f"{path.name}.wal")


def remove_register(path: Path) -> None:
    """Take a register and what belongs to it off the disk, as far as it is there."""
    for each in (path, log_of(path)):
        try:
            each.unlink(missing_ok=True)
        except OSError:
            continue  # it can't be there, or nobody may remove it; neither is what went wrong first


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise StoreError(Sentence(EXISTS, {"file": str(path)}))
    if log_of(path).exists():
        raise StoreError(Sentence(STRAY, {"file": str(path), "other": log_of(path).name}))
