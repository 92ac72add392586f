"""Backup, trial, check and restore in a process of their own, while this one has the register open.

A process that closes any descriptor of the register's file gives up its lock on it, so the dashboard itself
may not even read the file to copy it. A child may: it copies the bytes and the log as they are at one moment,
which needs no lock, and puts the log into the copy. It was chosen over a copy through the open database
(``copy from database``) since the dashboard's own connection is kept from all other files, since what reads a
whole register then takes neither memory nor time from the pages, and since a damaged or hostile file that
ends the process that reads it ends no dashboard. On Windows the database lets nobody else read a file that it
has open for writing: there a backup is refused while a page has the register open.

The child answers in one line of JSON on its standard output.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from data.backup import back_up
from data.backup_age import remove_aged
from data.backup_contents import contents_of
from data.errors import StoreError, UserError
from data.os_errors import why
from data.restore import restore
from data.sentence_json import sentence_as_dict, sentence_of_dict
from language import N_, Sentence

ROOT = Path(__file__).parents[1]
LONGEST_SECONDS = 3600.0
POLL_SECONDS = 0.2
GENTLE = ("backup", "try")
"""What nobody waits for gives way to the pages."""
NO_ANSWER = N_("The program that works on the register ended without an answer. Nothing was changed.")
TOO_LONG = N_("The program that works on the register took more than an hour, and was ended.")
NOT_STARTED = N_("The program that works on the register could not be started ({why}).")
STOPPED = N_("The dashboard ended before it was done. Nothing was changed.")


class MaintenanceStopped(StoreError):
    """The dashboard ends; what was under way was given up and left nothing behind."""


def run_apart(job: str, *arguments: object, stop: threading.Event | None = None) -> dict[str, Any]:
    """The answer of a job, done by a child; ``stop`` ends it. Raises :class:`StoreError` with what the child
    says is wrong, or that it gave no answer.
    """
    try:
        child = subprocess.Popen(
            [sys.executable, "-m", "data.maintenance_process", job, *map(str, arguments)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
        )
    except OSError as problem:
        raise StoreError(Sentence(NOT_STARTED, {"why": why(problem)})) from problem
    with child:
        try:
            return _answer(output_of(child, stop or threading.Event()))
        finally:
            child.kill()


def output_of(child: "subprocess.Popen[bytes]", stop: threading.Event) -> bytes:
    """What the child prints. It is ended where it takes too long or nobody waits any more; where it was done
    before it heard of that, what it did counts.
    """
    deadline = time.monotonic() + LONGEST_SECONDS
    while not stop.is_set() and time.monotonic() < deadline:
        with suppress(subprocess.TimeoutExpired):
            return child.communicate(timeout=POLL_SECONDS)[0]
    child.terminate()  # it cleans up; one that is deep in the database is killed
    with suppress(subprocess.TimeoutExpired):
        output = child.communicate(timeout=5)[0]
        if child.returncode == 0:
            return output
    raise MaintenanceStopped(Sentence(STOPPED)) if stop.is_set() else StoreError(Sentence(TOO_LONG))


def _answer(output: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(output)
        problem = sentence_of_dict(answer["problem"]) if "problem" in answer else None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise StoreError(Sentence(NO_ANSWER)) from None
    if problem:
        raise StoreError(problem)
    return dict(answer)


def main(arguments: list[str]) -> None:
    """In the child: do one job, and print what came of it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    job, *paths = arguments
    if job in GENTLE and hasattr(os, "nice"):
        os.nice(10)
    print(json.dumps(answer_of(job, *paths)))


def answer_of(job: str, *paths: str) -> Mapping[str, object]:
    """What a job gives, or the problem that kept it from being done."""
    try:
        return JOBS[job](*paths)
    except UserError as problem:
        return {"problem": sentence_as_dict(problem.sentence)}


def _back_up(register: str, target: str, now: str) -> Mapping[str, object]:
    """A backup, after which those that are too old are removed; what can't be removed is tried again next
    time.
    """
    rows, removed = back_up(Path(register), Path(target)).rows, []
    with suppress(OSError):
        removed = remove_aged(Path(target).parent, Path(target), datetime.fromisoformat(now))
    return {"rows": rows, "removed": removed}


def _try(backup: str) -> Mapping[str, object]:
    from data.restore_trial import try_restore  # the other jobs don't wait until all of it is loaded

    try_restore(Path(backup))
    return {}


def _check(register: str) -> Mapping[str, object]:
    from data.check import check

    report = check(Path(register))
    return {
        "sums": {name: asdict(each) for name, each in report.sums.items()},
        "problems": [sentence_as_dict(each) for each in report.problems],
    }


def _describe(backup: str) -> Mapping[str, object]:
    contents = contents_of(Path(backup))
    newest = contents.newest.isoformat() if contents.newest else None
    return {**asdict(contents), "newest": newest}


def _restore(backup: str, register: str) -> Mapping[str, object]:
    outcome = restore(Path(backup), Path(register))
    aside = outcome.set_aside.name if outcome.set_aside else None
    return {"rows": outcome.rows, "is_compared": outcome.is_compared, "set_aside": aside}


JOBS: Mapping[str, Callable[..., Mapping[str, object]]] = {
    "backup": _back_up,
    "try": _try,
    "check": _check,
    "describe": _describe,
    "restore": _restore,
}

if __name__ == "__main__":
    main(sys.argv[1:])
