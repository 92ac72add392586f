"""What can go wrong with records and their file, in sentences a person can act on."""

from dataclasses import dataclass

from data.validation.personal_data import masked
from language import N_, Sentence


class StoreError(Exception):
    """The register can't be opened or written. ``sentence`` says what is wrong and what to do; the file is
    untouched.
    """

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class UnreadableFile(Exception):
    """A file that was to be taken in can't be read at all; ``sentence`` says why."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class NotOurs(UnreadableFile):
    """A folder holds files that no export wrote; ``sentence`` names one. Nothing was written."""


class ChangedMeanwhile(Exception):
    """Somebody else saved the record since it was read; nothing was written. ``version`` is the stored
    one.
    """

    def __init__(self, version: int) -> None:
        super().__init__(f"version {version} is stored")
        self.version = version
        self.sentence = Sentence(
            N_("Somebody else has saved this since you opened it. Nothing was overwritten.")
        )


class Unfit(ValueError):
    """A cell can't be taken in; ``sentence`` says why and how to mend it."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text)
        self.sentence = Sentence(text, values)


@dataclass(frozen=True)
class RecordError:
    """One cell, or one row where ``column`` is empty, that could not be taken in as it stands.

    ``row`` counts as a person sees it: the header is row 1. A ``notice`` was taken in all the same.
    """

    file: str
    row: int
    column: str
    value: str
    reason: Sentence
    notice: bool = False

    @property
    def sentence(self) -> Sentence:
        values = {
            "file": self.file,
            "row": str(self.row),
            "column": short(self.column),
            "value": short(self.value),
            "reason": self.reason,
        }
        if not self.row:
            return Sentence(N_("{file}: {reason}"), values)
        if not self.column:
            return Sentence(N_("{file}, row {row}: {reason}"), values)
        return Sentence(N_("{file}, row {row}, column {column}, value “{value}”: {reason}"), values)


def short(value: str, most: int = 80) -> str:
    """The value in one line, cut where it is long, and without any CPR number that it may hold."""
    line = " ".join(masked(value[:10_000]).split())
    return line if len(line) <= most else line[: most - 1] + "…"
