"""The dashboard that has a register open, as commands beside it find it: a note beside the register with its
address on this machine and a secret that only the register's owner may read.
"""

import hmac
import http.client
import json
import os
import secrets
import stat
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from data.errors import StoreError
from language import N_, Sentence

READABLE = N_(
    "{file} tells how to reach the dashboard, and others than its owner can read or change it. Remove it, and"
    " start the dashboard again."
)
MOST = 10_000
"""A note is no longer, in bytes."""
PATIENCE = 10
"""Seconds in which a dashboard answers that it is one."""
IS_POSIX = sys.platform != "win32"


@dataclass(frozen=True)
class RunningDashboard:
    """Where a dashboard listens for commands, and the secret that opens it."""

    host: str
    port: int
    secret: str


def proof(secret: str, challenge: str) -> str:
    """What shows that somebody knows a secret, without telling it."""
    return hmac.new(secret.encode(), f"hello {challenge}".encode(), "sha256").hexdigest()


def note_of(register: Path) -> Path:
    """Where the note lies: beside the file itself, however many links lead to it."""
    real = register.resolve()
    return real.with_name(f"{real.name}.dashboard")


def announce(register: Path, dashboard: RunningDashboard) -> None:
    """Lay the note, for its owner's eyes only; the one of a dashboard that was ended is replaced. Only for
    who has the register open. Raises OSError where the folder can't be written.
    """
    note = note_of(register)
    fresh = note.with_name(f".{note.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(dashboard), file)
    fresh.replace(note)


def withdraw(register: Path, dashboard: RunningDashboard) -> None:
    """Take the note away, unless another dashboard has laid its own."""
    with suppress(OSError, StoreError):
        if _read(note_of(register)) == dashboard:
            note_of(register).unlink()


def find(register: Path) -> RunningDashboard | None:
    """The dashboard that has a register open; None where none runs: a note that was left behind, and one
    whose port another program has by now, count as none. Raises :class:`data.errors.StoreError` where others
    can read or change the note: then it may be anybody's.
    """
    dashboard = _read(note_of(register))
    return dashboard if dashboard and _is_there(dashboard) else None


def _read(note: Path) -> RunningDashboard | None:
    try:
        descriptor = os.open(note, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return None
    with os.fdopen(descriptor, "rb") as file:
        now = os.fstat(descriptor)
        if not stat.S_ISREG(now.st_mode):
            return None
        if IS_POSIX and now.st_mode & 0o077:
            raise StoreError(Sentence(READABLE, {"file": str(note)}))
        with suppress(ValueError, TypeError):
            return RunningDashboard(**json.loads(file.read(MOST)))
    return None


def _is_there(dashboard: RunningDashboard) -> bool:
    """Whether who listens there knows the secret, which is not told before."""
    challenge = secrets.token_urlsafe(32)
    connection = http.client.HTTPConnection(dashboard.host, dashboard.port, timeout=PATIENCE)
    try:
        connection.request("GET", f"/hello?challenge={challenge}")
        answer = connection.getresponse()
        text = answer.read(MOST).decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return answer.status == 200 and hmac.compare_digest(
        text.encode(), proof(dashboard.secret, challenge).encode()
    )
