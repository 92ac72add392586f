"""A register with the demonstration records for one visit, to try everything in: it lies in a folder of its
own, which goes with the visit. The server's own register knows nothing of it.
"""

import os
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path
from threading import Lock

from data.database import Store
from data.errors import CommandRefused
from language import N_, Sentence
from workflow.demonstration import create_demonstration
from workflow.person import Person, Role

PREFIX = "oejenhoejde-trial-"
MOST = 10
"""So many visits can try at the same time: each takes the place of a register on the disk and in memory."""
TOO_MANY = N_("{most} visitors are trying the demonstration already. Try again in a while.")
FILE = "demonstration.duckdb"


class TrialRegister:
    """A copy of the demonstration; what is done in it is no event. Raises
    :class:`data.errors.CommandRefused` where too many are open, :class:`data.errors.StoreError` or OSError
    where none can be made.
    """

    _open = 0
    _lock = Lock()

    def __init__(self) -> None:
        with self._lock:
            if TrialRegister._open >= MOST:
                raise CommandRefused(Sentence(TOO_MANY, {"most": str(MOST)}))
            TrialRegister._open += 1
        try:
            self._folder = _new_folder()
            self.store = Store(Path(shutil.copy(_template(), Path(self._folder.name) / FILE)))
        except BaseException:
            self._let_one_in()
            raise
        self.store.keeps_events = False
        self._is_open = True

    def close(self) -> None:
        """Take it off the disk; nothing of it is left."""
        with self._lock:
            was_open, self._is_open = self._is_open, False
        if was_open:
            self.store.close()
            self._folder.cleanup()
            self._let_one_in()

    def _let_one_in(self) -> None:
        with self._lock:
            TrialRegister._open -= 1


def trying(visitor: Person) -> Person:
    """Whoever tries the demonstration may do there what a secretary may; what IT operations do to a register
    can't be tried.
    """
    return Person(visitor.name or "Gæst", frozenset({Role.SECRETARY}))


def remove_leftovers() -> None:
    """Take away what a program that was killed left behind: folders of processes that are no more."""
    if sys.platform == "win32":
        return  # asking whether a process lives would end it there
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        process = folder.name.removeprefix(PREFIX).partition("-")[0]
        if process.isdigit() and not _lives(int(process)):
            shutil.rmtree(folder, ignore_errors=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _new_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-", ignore_cleanup_errors=True)


_MAKING = Lock()


def _template() -> Path:
    """The demonstration to copy from, made once for the whole program."""
    with _MAKING:
        return Path(_made().name) / FILE


@cache
def _made() -> tempfile.TemporaryDirectory[str]:
    folder = _new_folder()
    create_demonstration(Path(folder.name) / FILE).close()
    return folder
