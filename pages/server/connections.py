"""The connections to the browsers: every part of an answer leaves at once."""

import os
import socket
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

DESCRIPTORS = Path("/dev/fd")
"""Where Linux and macOS list what this process has open. Windows has no such list, and keeps its delay."""


def send_at_once() -> None:
    """Set TCP_NODELAY where this process listens; every connection that is accepted there inherits it.

    Without it the kernel holds the second part of an answer back until the browser's has confirmed the first,
    which takes it 40 ms where requests follow each other. asyncio sets the option on sockets that it opens
    itself; that of ``streamlit run`` names no protocol (its ``proto`` is 0), and asyncio leaves it as it is.
    """
    for listener in listening_sockets():
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def listening_sockets() -> Iterator[socket.socket]:
    """The TCP sockets that this process listens at, each to be used before the next is asked for.

    The system is asked, since nothing else knows them yet: the server tells its application no socket, and
    begins to serve only when the application has started. They stay their owner's: none is closed here.
    """
    if not DESCRIPTORS.is_dir():
        return
    for descriptor in [int(entry.name) for entry in DESCRIPTORS.iterdir()]:
        with suppress(OSError):  # closed meanwhile
            # Only sockets are touched: closing any other view of DuckDB's file would give up its lock.
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                yield from _if_listening(socket.socket(fileno=descriptor))


def _if_listening(candidate: socket.socket) -> Iterator[socket.socket]:
    try:
        is_tcp = (
            candidate.family in (socket.AF_INET, socket.AF_INET6) and candidate.type == socket.SOCK_STREAM
        )
        if is_tcp and candidate.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
            yield candidate
    finally:
        candidate.detach()
