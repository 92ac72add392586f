"""How the commands speak: in which language, to which terminal, and how much of it."""

import io
import locale
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from data.errors import UserError
from data.os_errors import why
from language import N_, Sentence, Words, speak

MOST_PROBLEMS = 300
"""So many problems of one file are printed; who has more mends these first."""
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
UNUSABLE = N_("{file} can't be used: {why}.")
INTERRUPTED = 130
"""What a command ends with that Ctrl-C stopped."""
STOPPED = N_("Stopped before it was done. Nothing was stored.")


@dataclass(frozen=True)
class Line:
    """A line that a command prints: a plain one, a notice or an error."""

    sentence: Sentence
    kind: str = "{said}"

    def in_words(self, words: Words) -> str:
        """The line in a language; what a terminal would obey instead of showing is spelt out."""
        text = words.say(self.sentence)
        return UNSEEN.sub(
            _spelt_out, text if self.kind == "{said}" else words.say(Sentence(self.kind, {"said": text}))
        )


@dataclass(frozen=True)
class CommandOutcome:
    """What a command has to say once its work is done, and its exit status."""

    status: int
    lines: Sequence[Line]


def error(sentence: Sentence) -> Line:
    """A line that begins with ``Error:``."""
    return Line(sentence, N_("Error: {said}"))


def notice(sentence: Sentence) -> Line:
    """A line that begins with ``Notice:``."""
    return Line(sentence, N_("Notice: {said}"))


def command_language() -> Words:
    """Danish where the machine speaks it (``LC_ALL``, ``LANG``) or ``OEJENHOEJDE_LANGUAGE`` says so,
    otherwise English.
    """
    language = os.environ.get("OEJENHOEJDE_LANGUAGE") or (locale.getlocale()[0] or "")
    return speak("da" if language.lower().startswith("da") else "en")


def prepare_streams() -> None:
    """Let no letter that a terminal can't show stop a command: it is printed as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


class Terminal:
    """Where a command's lines go: results to standard output, the rest to standard error. Nobody need read to
    the end.
    """

    def say(self, line: str, *, is_error: bool = False) -> None:
        """Print a line."""
        try:
            print(line, file=sys.stderr if is_error else sys.stdout, flush=True)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_outcome(outcome: CommandOutcome, words: Words) -> int:
    """Print what came of a command; gives its status. Nobody need read to the end."""
    try:
        for line in outcome.lines:
            print(line.in_words(words))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return outcome.status


def refuse(problem: BaseException, words: Words, stream: TextIO | None = None) -> int:
    """Say in one sentence why a command was not done; gives the exit status."""
    print(error(sentence_of(problem)).in_words(words), file=stream or sys.stderr)
    return exit_code_of(problem)


def exit_code_of(problem: BaseException) -> int:
    """What a command ends with that was refused or stopped."""
    if isinstance(problem, UserError):
        return problem.exit_code
    return INTERRUPTED if isinstance(problem, KeyboardInterrupt) else 1


def sentence_of(problem: BaseException) -> Sentence:
    """Why a command was refused, or that it was stopped: of a :class:`data.errors.UserError`, an OSError or a
    KeyboardInterrupt.
    """
    if isinstance(problem, KeyboardInterrupt):
        return Sentence(STOPPED)
    if isinstance(problem, OSError):
        return Sentence(UNUSABLE, {"file": str(problem.filename or ""), "why": why(problem)})
    assert isinstance(problem, UserError), problem
    return problem.sentence


def _spelt_out(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
