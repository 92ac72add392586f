"""Waiting for something that happens by itself: as long as a busy machine needs."""

import time
from collections.abc import Callable

LIMIT = 300
"""Seconds; reached only where it never happens."""


def wait_until(happened: Callable[[], bool]) -> None:
    """Ask again and again until it has happened. Raises TimeoutError after five minutes."""
    deadline = time.monotonic() + LIMIT
    while not happened():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {LIMIT} seconds")
        time.sleep(0.01)
