"""Why a disk or a database refused, in our own words; and whether what it says means that the file is
damaged.
"""

from collections.abc import Mapping

from language import N_, Sentence

CAUSES: Mapping[str, tuple[str, ...]] = {
    N_("there is no such file or folder"): ("No such file or directory",),
    N_("the rights for it are missing"): ("Permission denied", "Operation not permitted", "Access is denied"),
    N_("the disk is full"): (
        "No space left",
        "Disk quota exceeded",
        "File too large",
        "wanted to write",
        "Could not write all bytes",
    ),
    N_("the disk can only be read"): ("Read-only file system",),
    N_("it is a folder"): ("Is a directory",),
    N_("part of the path is no folder"): ("Not a directory",),
    N_("the name is too long"): ("File name too long",),
    N_("the disk fails"): ("Input/output error",),
    N_("a file of that name is there"): ("File exists",),
    N_("the memory is full"): ("Out of Memory", "Cannot allocate memory"),
}
DAMAGE = (
    "Corrupt",
    "checksum",
    "Could not read enough bytes",
    "deserialize",
    "Serialization Error",
    "INTERNAL Error",
)
SHUT = "has been invalidated"


def why(problem: BaseException) -> object:
    """The cause as a sentence without its end; the first line of what was said where it is none that we
    know.
    """
    said = str(problem)
    known = (Sentence(cause) for cause, signs in CAUSES.items() if any(sign in said for sign in signs))
    return next(known, said.splitlines()[0] if said else type(problem).__name__)


def is_damage(problem: BaseException) -> bool:
    """Whether a database error means that what is in the file can't be read."""
    return any(sign in str(problem) for sign in DAMAGE)


def is_shut(problem: BaseException) -> bool:
    """Whether a database error means that the database gave up after an earlier one."""
    return SHUT in str(problem)
