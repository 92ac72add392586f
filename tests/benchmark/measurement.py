"""A measured ratio: ours against a peer, in one run, both sides taking turns."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Turn = tuple[float, float]


@dataclass(frozen=True)
class Measurement:
    """Every turn's seconds, ours and the peer's; ``target`` is the highest ratio that is good enough, None
    where it only informs.
    """

    name: str
    what: str
    turns: tuple[Turn, ...]
    target: float | None

    @property
    def ours_seconds(self) -> float:
        return statistics.median(ours for ours, _ in self.turns)

    @property
    def peer_seconds(self) -> float:
        return statistics.median(peer for _, peer in self.turns)

    @property
    def ratios(self) -> list[float]:
        """One of each turn, lowest first: both sides of a turn meet the same noise on the machine."""
        return sorted(ours / peer for ours, peer in self.turns)

    @property
    def ratio(self) -> float:
        return statistics.median(self.ratios)

    @property
    def judged(self) -> str:
        """The target and whether it is met, as two cells of a table."""
        return (
            "– | –"
            if self.target is None
            else f"≤ {self.target:g} | {'yes' if self.ratio <= self.target else 'no'}"
        )


def take_turns(
    ours: Callable[[], object],
    peer: Callable[[], object],
    times: int,
    *,
    before: Callable[[], object] = lambda: None,
) -> tuple[Turn, ...]:
    """The seconds of both, turn by turn, after one run each that is not counted; nor is what comes
    ``before`` each run.
    """
    ours(), peer()
    return tuple((seconds(ours, before), seconds(peer, before)) for _ in range(times))


def seconds(run: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    """How long it takes, without what comes before it."""
    before()
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun
