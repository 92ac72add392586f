"""Why a disk or a database refused, in our own words; and whether what it says means that the file is
damaged.
"""

import errno
import os
from collections.abc import Mapping

import duckdb

from language import N_, Sentence

CAUSES: Mapping[int, str] = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("the rights for it are missing"),
    errno.EPERM: N_("the rights for it are missing"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EFBIG: N_("the disk is full"),
    errno.EROFS: N_("the disk can only be read"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("part of the path is no folder"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EIO: N_("the disk fails"),
    errno.EEXIST: N_("a file of that name is there"),
    errno.ENOMEM: N_("the memory is full"),
}
UNUSABLE_PLACE = (
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.EISDIR,
    errno.ENOENT,
    errno.ENOTDIR,
    errno.ENOSPC,
)

# DuckDB's exceptions have no number of the system's: it hands on the system's own text, which os.strerror
# gives here too, or one of these.
SIGNS: Mapping[str, int] = {
    "wanted to write": errno.ENOSPC,
    "Could not write all bytes": errno.ENOSPC,
    "Access is denied": errno.EACCES,
    "being used by another": errno.EAGAIN,
    "Could not set lock": errno.EAGAIN,
    "Cannot open file": errno.ENOENT,
}
# A damaged block has no class of its own (it comes as the plain duckdb.Error), a file that was cut off is an
# IOException as a full disk is, and a database that gave up repeats the text of what it met first.
DAMAGE = (
    "Corrupt",
    "checksum",
    "Could not read enough bytes",
    "deserialize",
    "Serialization Error",
    "INTERNAL Error",
)
SHUT = "has been invalidated"


def error_number(problem: BaseException) -> int | None:
    """The system's number (:mod:`errno`) for why a disk or a database refused; None where it gives none."""
    if isinstance(problem, OSError) and problem.errno is not None:
        return problem.errno
    if isinstance(problem, duckdb.OutOfMemoryException):
        return errno.ENOMEM
    text = str(problem)
    by_system = (number for number in CAUSES if os.strerror(number) in text)
    by_duckdb = (number for sign, number in SIGNS.items() if sign in text)
    return next(by_system, None) or next(by_duckdb, None)


def why(problem: BaseException) -> object:
    """The cause as a sentence without its end; the first line of the error's own text where it is none of
    these.
    """
    if cause := CAUSES.get(error_number(problem) or 0):
        return Sentence(cause)
    lines = str(problem).splitlines()
    return lines[0] if lines else type(problem).__name__


def is_damage(problem: BaseException) -> bool:
    """Whether a database error means that what is in the file can't be read."""
    classes = (duckdb.SerializationException, duckdb.InternalException)
    return isinstance(problem, classes) or any(sign in str(problem) for sign in DAMAGE)


def is_locked(problem: BaseException) -> bool:
    """Whether the file is open elsewhere: in this program, or in another one."""
    classes = (duckdb.ConnectionException, duckdb.ResourceInUseException)
    return isinstance(problem, classes) or error_number(problem) == errno.EAGAIN


def is_unusable_place(problem: BaseException) -> bool:
    """Whether it is the folder, the rights or the disk that keep a file from being opened."""
    return error_number(problem) in UNUSABLE_PLACE


def is_shut(problem: BaseException) -> bool:
    """Whether a database error means that the database gave up after an earlier one. Its class,
    FatalException, is that of the earlier one too.
    """
    return SHUT in str(problem)
