"""What is said where an open register can't be read or written any more."""

from pathlib import Path

import duckdb

from data.errors import RegisterClosed, StoreError
from data.integrity import DAMAGED
from data.open_file import OpenFile
from data.os_errors import is_damage, is_shut, why
from language import N_, Sentence

SHUT = N_(
    "The register {file} was shut after an error of the disk. Start the program again; if it happens again,"
    " check the disk."
)
NOT_SAVED = N_(
    "The register {file} could not be written ({why}). Nothing was saved; what was there before is still"
    " there."
)
REPLACED = N_(
    "The register {file} was replaced or removed while the program had it open. Nothing was saved: start the"
    " program again, and do what you did once more."
)
CLOSED = N_(
    "Another register was put in the place of {file}, and is used from now on. Nothing was saved meanwhile:"
    " do what you were doing once more."
)
REPLACED_MEANWHILE = N_(
    "The register {file} was replaced or removed in the moment in which this was saved, so it may be lost:"
    " start the program again, and look whether it is there."
)
READ_ONLY = N_(
    "The register {file} can only be read here. Nothing was saved: give the program the right to write to the"
    " file and its folder, and start it again."
)
REFUSED_BY_DISK = (
    duckdb.IOException,
    duckdb.FatalException,
    duckdb.OutOfMemoryException,
    duckdb.TransactionException,
)


class StoreRefusals:
    """The refusals of one register, by what its file is like now."""

    def __init__(self, path: Path, file: OpenFile) -> None:
        self._values = {"file": str(path)}
        self._file = file

    def of_reading(self, problem: duckdb.Error) -> StoreError | None:
        """What to say of an error while reading; None where the select itself is at fault."""
        if is_damage(problem) or isinstance(problem, duckdb.IOException):
            return self._damaged()
        return self._say(SHUT) if is_shut(problem) else None

    def of_writing(self, problem: BaseException) -> StoreError | None:
        """What to say of an error while writing; None where it is no refusal of the disk."""
        if not isinstance(problem, duckdb.Error):
            return None
        if is_damage(problem):
            return self._damaged()
        if is_shut(problem):
            return self._say(SHUT)
        return self.not_saved(problem) if isinstance(problem, REFUSED_BY_DISK) else None

    def not_saved(self, problem: BaseException) -> StoreError:
        """The disk refused."""
        return StoreError(Sentence(NOT_SAVED, {**self._values, "why": why(problem)}))

    def read_only(self) -> StoreError:
        """The file may not be written."""
        return self._say(READ_ONLY)

    def gone(self) -> StoreError:
        """The file is not the one any more that was opened."""
        return self.closed() if self._file.is_superseded() else self._say(REPLACED)

    def closed(self) -> RegisterClosed:
        """The register was closed under whoever asks, as another has its place."""
        return RegisterClosed(Sentence(CLOSED, self._values))

    def gone_meanwhile(self) -> StoreError:
        """The file was the one that was opened when the save began."""
        return self._say(REPLACED_MEANWHILE)

    def _damaged(self) -> StoreError:
        """What is not to be read is damaged only while nobody else has written over it."""
        return self._say(REPLACED if self._file.is_written_over() else DAMAGED)

    def _say(self, text: str) -> StoreError:
        return StoreError(Sentence(text, self._values))
