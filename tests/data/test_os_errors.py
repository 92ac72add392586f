"""Why a disk or a database refused, told by numbers and classes rather than by texts."""

import errno
import os

import duckdb
import pytest

from data.os_errors import is_damage, is_locked, is_unusable_place, why


@pytest.mark.parametrize(
    ("problem", "cause"),
    [
        (PermissionError(errno.EACCES, "egal"), "the rights for it are missing"),
        (OSError(errno.EDQUOT, "egal"), "the disk is full"),
        (duckdb.IOException(f"IO Error: Could not write: {os.strerror(errno.ENOSPC)}"), "the disk is full"),
        (duckdb.IOException("IO Error: Could not write all bytes to file"), "the disk is full"),
        (
            duckdb.IOException(f'Cannot open file "x": {os.strerror(errno.EACCES)}'),
            "the rights for it are missing",
        ),
        (duckdb.OutOfMemoryException("egal"), "the memory is full"),
        (duckdb.IOException("something new\nand more"), "something new"),
        (OSError(), "OSError"),
    ],
    ids=str,
)
def test_a_cause_in_our_own_words(problem: Exception, cause: str) -> None:
    """The system's number decides; DuckDB's exceptions carry the system's text instead."""
    assert str(why(problem)) == cause


def test_a_register_that_is_open_here_already_is_locked() -> None:
    """DuckDB has classes for it."""
    assert is_locked(duckdb.ConnectionException("egal")) and is_locked(duckdb.ResourceInUseException("egal"))
    assert not is_locked(duckdb.IOException("egal"))


def test_damage_is_no_refusal_of_the_place() -> None:
    """What tells to restore a backup, and what to look at the folder."""
    damaged, refused = duckdb.SerializationException("egal"), duckdb.IOException(os.strerror(errno.EROFS))
    assert (is_damage(damaged), is_unusable_place(damaged)) == (True, False)
    assert (is_damage(refused), is_unusable_place(refused)) == (False, True)
