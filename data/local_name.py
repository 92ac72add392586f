"""The name of whoever works with the register where nobody signs in: written once, kept beside it."""

import getpass
import os
from contextlib import suppress
from pathlib import Path

SETTING = "OEJENHOEJDE_NAME"
NOBODY = frozenset({"root", "administrator", "system", "oejenhoejde", "www-data", "nobody"})
"""Users of machines that are no person."""
MOST = 80


def local_name(register: Path) -> str:
    """The name that signs: of the setting, the one that was written, or the user of this machine; empty where
    that is no person.
    """
    if name := os.environ.get(SETTING, "").strip():
        return name
    with suppress(OSError, UnicodeDecodeError):
        if name := _file(register).read_text(encoding="utf-8").strip():
            return name
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        return ""
    return "" if user.casefold() in NOBODY else user


def write_local_name(register: Path, name: str) -> None:
    """Keep a name for the next time. Raises OSError where the folder can't be written."""
    line = " ".join(name.split())[:MOST]
    _file(register).write_text(f"{line}\n", encoding="utf-8")


def _file(register: Path) -> Path:
    return register.with_name(f"{register.stem}.name")
