"""Where a cluster is, by the address that people write."""

import re
import socket

from data.errors import UserError, short
from language import N_, Sentence

ADDRESS = re.compile(r"sc://([^/:;?#@\[\]\s]+|\[[0-9A-Fa-f:]+\])(?::(\d{1,5}))?(?:/(?:;[\w-]+=[^;\s]*)*)?")
PORT = 15002
"""Where Spark Connect listens if nobody says otherwise."""
SECONDS = 10
"""So long a cluster is waited for before it is said not to answer."""
NO_ENGINE = N_(
    "{engine} is no engine. Write duckdb, or the address of a Spark Connect server, such as"
    " sc://spark.example.dk:15002."
)


class ClusterError(UserError):
    """For whoever runs a cluster: it can't be used as it stands. Nothing is ever changed on it."""


def place_of(engine: str) -> tuple[str, int]:
    """The machine and the port of a cluster. Raises :class:`ClusterError` where it is no cluster's address.

    >>> place_of("sc://spark.example.dk/;use_ssl=true")
    ('spark.example.dk', 15002)
    """
    parts = ADDRESS.fullmatch(engine)
    if not parts or int(parts[2] or PORT) > 65_535:
        raise ClusterError(Sentence(NO_ENGINE, {"engine": short(engine.partition(";")[0])}))
    return parts[1].strip("[]"), int(parts[2] or PORT)


def name_of(engine: str) -> str:
    """What a cluster is called to people: its address without what may be secret."""
    return engine.partition("/;")[0].rstrip("/")


def answers(engine: str) -> bool:
    """Whether anything listens there within :data:`SECONDS`."""
    try:
        socket.create_connection(place_of(engine), SECONDS).close()
    except OSError:
        return False
    return True
