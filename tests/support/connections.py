"""What this process's connections are set to."""

import os
import socket
import stat

from pages.server.connections import DESCRIPTORS

NODELAY = "/nodelay"
"""Where ``connection_app`` tells it of the connection that it is asked by."""


def nodelay(connection: socket.socket) -> bool:
    """Whether TCP_NODELAY is on."""
    return bool(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))


def nodelay_to(peer: tuple[str, int]) -> bool:
    """Whether this process's connection with that peer has it. Raises LookupError where there is none."""
    for descriptor in [int(entry.name) for entry in DESCRIPTORS.iterdir()]:
        try:
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                with socket.socket(fileno=os.dup(descriptor)) as connection:
                    if connection.getpeername()[:2] == peer:
                        return nodelay(connection)
        except OSError:  # closed meanwhile, or no connection
            continue
    raise LookupError(peer)
