"""The dashboard as a server of its own, on this machine."""

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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


@contextmanager
def running(
    database: Path,
    script: str = "dashboard.py",
    port: int = 0,
    *,
    options: tuple[str, ...] = (),
    output: IO[str] | int = subprocess.DEVNULL,
    **environment: str,
) -> Iterator[str]:
    """The dashboard (or another script), fresh and unvisited, on the port asked for if it is free; gives its
    address.
    """
    port = free_port(port)
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    command += ["--server.headless", "true", *options]
    settings = os.environ | {"OEJENHOEJDE_DATABASE": str(database)} | environment
    server = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=output, stderr=output)
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
