"""One tree of errors, in sentences a person can act on: a class for each audience, with the exit code that a
command ends with.
"""

from dataclasses import dataclass

from data.validation.personal_data import masked
from language import N_, Sentence


class UserError(Exception):
    """Something that a person can mend; ``sentence`` says what was wrong, where, and what to do.

    Every error that reaches a person is one of these, a class an audience. ``exit_code`` is what a command
    ends with.
    """

    exit_code = 1

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class StoreError(UserError):
    """For IT operations: the register can't be opened or written. The file is untouched."""


class RegisterClosed(StoreError):
    """The register was closed while it was read or before: another has its place, or the program ends."""


class UnreadableFile(UserError):
    """For whoever takes in a file: it can't be read at all."""


class ForeignExport(UnreadableFile):
    """A folder holds files that no export wrote; the sentence names one. Nothing was written."""


class UnreadableCell(UserError):
    """For whoever fills in a file: a cell can't be taken in."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(Sentence(text, values))


class CommandRefused(UserError):
    """For whoever is at the screen: what was asked for can't be done as it was asked. Nothing was written."""


class NotPermitted(CommandRefused):
    """Somebody asked for what is not theirs to do; the sentence says whose it is."""


class RecordRefused(CommandRefused):
    """The record broke a rule. ``problems`` names each column and says how to mend it."""

    def __init__(self, problems: list["RecordProblem"]) -> None:
        super().__init__(problems[0].sentence)
        self.problems = problems


class ChangedMeanwhile(CommandRefused):
    """Somebody else saved the record since it was read."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(N_("Somebody else has saved this since you opened it. Nothing was overwritten."))
        )


@dataclass(frozen=True)
class RecordProblem:
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
