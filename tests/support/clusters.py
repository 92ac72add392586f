"""Clusters to evaluate on: Sail with two workers of its own, which speaks as Spark does."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.cluster.address import answers
from tests.support.servers import free_port
from tests.support.waiting import LIMIT, wait_until

SAIL = Path(sys.executable).with_name("sail")
TWO_WORKERS = {
    "SAIL_MODE": "local-cluster",
    "SAIL_CLUSTER__WORKER_INITIAL_COUNT": "2",
    "SAIL_CLUSTER__WORKER_MAX_COUNT": "2",
    "SAIL_CLUSTER__WORKER_TASK_SLOTS": "256",  # a select's parts all run at once
    "SAIL_EXECUTION__DEFAULT_PARALLELISM": "2",
}


@contextmanager
def sail(**settings: str) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """A cluster in a process of its own: its address and the process."""
    port = free_port()
    engine = f"sc://127.0.0.1:{port}"
    server = subprocess.Popen(
        [SAIL, "spark", "server", "--port", str(port)],
        env=settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until(lambda: answers(engine))
        yield engine, server
    finally:
        server.kill()
        server.wait(LIMIT)


@contextmanager
def mute() -> Iterator[str]:
    """What lets everybody in and never says a word: its address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"sc://127.0.0.1:{server.getsockname()[1]}"
