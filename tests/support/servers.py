"""The dashboard as a server of its own, on this machine."""

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.support.waiting import LIMIT, wait_until

ROOT = Path(__file__).parents[2]


def free_port(wanted: int = 0) -> int:
    """The port asked for if nobody has it, else any that is free."""
    for port in (wanted, 0):
        with socket.socket() as free, suppress(OSError):
            free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            free.bind(("127.0.0.1", port))
            return int(free.getsockname()[1])
    raise OSError("no port is free")


@dataclass(frozen=True)
class Installation:
    """A checkout of the program, and the Python that has its packages."""

    folder: Path
    python: str


OURS = Installation(ROOT, sys.executable)


@contextmanager
def running(
    database: Path,
    script: str = "dashboard.py",
    port: int = 0,
    *,
    options: tuple[str, ...] = (),
    output: IO[str] | int = subprocess.DEVNULL,
    installation: Installation = OURS,
    **environment: str,
) -> Iterator[str]:
    """The dashboard (or another script), fresh and unvisited, on the port asked for if it is free; gives its
    address.
    """
    command = ("streamlit", "run", script, "--server.headless", "true", *options, "--server.port")
    settings = {"OEJENHOEJDE_DATABASE": str(database)} | environment
    with serving(command, free_port(port), settings, output=output, installation=installation) as address:
        yield address


@contextmanager
def serving(
    command: tuple[str, ...],
    port: int,
    settings: dict[str, str],
    *,
    output: IO[str] | int = subprocess.DEVNULL,
    installation: Installation = OURS,
) -> Iterator[str]:
    """A module that serves on the port, which is the last argument of its command; gives its address."""
    module = (installation.python, "-m", *command, str(port))
    with listening(module, port, installation.folder, settings=settings, output=output) as address:
        yield address


@contextmanager
def listening(
    command: tuple[str, ...],
    port: int,
    folder: Path,
    *,
    settings: dict[str, str],
    output: IO[str] | int = subprocess.DEVNULL,
) -> Iterator[str]:
    """Any program that serves on the port; gives its address."""
    server = subprocess.Popen(command, cwd=folder, env=os.environ | settings, stdout=output, stderr=output)
    try:
        wait_until(lambda: _listens(port))
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(LIMIT)


def _listens(port: int) -> bool:
    """Whether the server answers anything at all: under a base path its health is told elsewhere."""
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=LIMIT).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True
