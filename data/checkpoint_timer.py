"""Puts the log into the register a short while after a write, so that a copy of the file alone is whole."""

import threading
import weakref
from collections.abc import Callable

SECONDS = 2.0
"""From the first write that waits; a person who writes on is not kept waiting at each save."""


class CheckpointTimer:
    """Calls a method of a store, once, a while after the first :meth:`start` since the last call; it keeps
    neither the store nor the program alive.
    """

    def __init__(self, method: Callable[[], object], seconds: float = SECONDS) -> None:
        self._method = weakref.WeakMethod(method)
        self._seconds = seconds
        self._lock = threading.Lock()
        self._is_waiting = False

    def start(self) -> None:
        """Begin to wait, where nobody waits already."""
        with self._lock:
            if self._is_waiting:
                return
            self._is_waiting = True
        timer = threading.Timer(self._seconds, self._call)
        timer.daemon = True
        timer.start()

    def _call(self) -> None:
        with self._lock:
            self._is_waiting = False
        if (method := self._method()) is not None:
            method()
