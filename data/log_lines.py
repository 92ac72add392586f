"""The program's log: one line of JSON each on standard output, for journald, a collector of logs, or ``jq``.

Everything that is no ASCII letter is written as JSON escapes it, so that no text can begin a line of its own.
What an error quotes may be what somebody wrote, so that of an error only its kind and its place are said.
"""

import json
import logging
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import UTC, datetime

LOGGER = "oejenhoejde"
_IS_QUIET = ContextVar("is_quiet", default=False)


def as_line(at: datetime, values: Mapping[str, object]) -> str:
    """A moment (UTC) and what happened, as one line of JSON without the end of the line."""
    return json.dumps({"time": f"{at.isoformat(timespec='milliseconds')}Z", **values})


def print_line(line: str) -> None:
    """Print a line at once. Nobody need read it; where nobody can, nothing is raised."""
    if not _IS_QUIET.get():
        with suppress(OSError, ValueError):
            print(line, file=sys.stdout, flush=True)


@contextmanager
def quiet() -> Iterator[None]:
    """Nothing is printed here: the output of a command is for who runs it."""
    token = _IS_QUIET.set(True)
    try:
        yield
    finally:
        _IS_QUIET.reset(token)


class JsonLines(logging.Handler):
    """Prints what the program logs as lines of JSON."""

    def emit(self, record: logging.LogRecord) -> None:
        """One line for a record."""
        moment = datetime.fromtimestamp(record.created, UTC).replace(tzinfo=None)
        values = {"kind": "log", "level": record.levelname.lower(), "message": record.getMessage()}
        print_line(as_line(moment, {**values, **_error(record)}))


def log_as_json() -> None:
    """From now on what the program logs goes out as lines of JSON."""
    logger = logging.getLogger(LOGGER)
    logger.handlers = [JsonLines()]
    logger.setLevel(logging.INFO)


def _error(record: logging.LogRecord) -> dict[str, object]:
    """The kind of an error and those that it came of, and where each was raised, outermost call first."""
    problem = record.exc_info[1] if record.exc_info else None
    if problem is None:
        return {}
    kinds, places = [], []
    while problem is not None:
        kinds.append(type(problem).__name__)
        frames = traceback.extract_tb(problem.__traceback__)
        places.append([f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames])
        problem = problem.__cause__ or (None if problem.__suppress_context__ else problem.__context__)
    return {"error": kinds, "places": places}
