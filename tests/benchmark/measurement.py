"""A measured ratio: ours against a peer, in one run, both sides taking turns."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measurement:
    """Seconds on both sides and their ratio; ``target`` is the highest ratio that is good enough."""

    name: str
    what: str
    ours_seconds: float
    peer_seconds: float
    target: float

    @property
    def ratio(self) -> float:
        return self.ours_seconds / self.peer_seconds

    @property
    def met(self) -> bool:
        return self.ratio <= self.target


def take_turns(ours: Callable[[], object], peer: Callable[[], object], times: int) -> tuple[float, float]:
    """The median seconds of both, after one run each that is not counted; alternating, so that noise hits both alike."""
    ours(), peer()
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for side, run in zip(seconds, (ours, peer), strict=True):
            begun = time.perf_counter()
            run()
            side.append(time.perf_counter() - begun)
    return statistics.median(seconds[0]), statistics.median(seconds[1])
