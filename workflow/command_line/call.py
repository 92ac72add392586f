"""A command as it was asked for, and where what comes of it goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from data.cli_output import CommandOutcome
from language import N_, Words, speak

NOTHING_THERE = N_("There is nothing at {file}. Check how it is spelt.")


@dataclass(frozen=True)
class Call:
    """One command: its name among :data:`workflow.command_line.works.WORKS`, its options by name, the files
    and folders that it brings, who runs it (for the history), and the language in which it answers.
    """

    command: str
    person: str
    language: str
    options: Mapping[str, Any] = field(default_factory=dict)
    paths: tuple[Path, ...] = ()

    @property
    def words(self) -> Words:
        return speak(self.language)


class Outlet(Protocol):
    """Where lines and files of a command go while it runs: to the terminal and the disk, or to a command that
    waits in another process.
    """

    def say(self, line: str, *, is_error: bool = False) -> None:
        """A line for whoever runs the command; ``is_error`` where it is none of its results."""

    def write(self, name: str, content: bytes) -> None:
        """A file by its name, with the folders that it lies in before it (``charts/a.png``)."""


def say_outcome(outcome: CommandOutcome, call: Call, outlet: Outlet) -> int:
    """All lines of an outcome; gives its exit status."""
    for line in outcome.lines:
        outlet.say(line.in_words(call.words))
    return outcome.status
