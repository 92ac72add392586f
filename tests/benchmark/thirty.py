"""Thirty visitors who ask for the overview at the same moment, against one alone.

What a person waits for is the drawn page: one of the thirty is a real Chromium that opens the overview, and
shows how long a whole wait is among the others. Those others speak Streamlit's protocol without a browser,
since thirty Chromium pages on the same cores would measure themselves. The server's own part is measured
apart, from the click to the end of the script: one process runs one script at a time, so by that alone thirty
can't come far under thirty times one; a bare page tells what Streamlit itself reaches.
"""

import asyncio
import statistics
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

from tests.benchmark.browser import chromium, watching_page
from tests.benchmark.evaluation import ROUND
from tests.benchmark.measurement import Measurement, Turn, seconds
from tests.benchmark.pages import BARE, drawn
from tests.benchmark.visitor import Visitor, arrive
from tests.support.servers import running

VISITORS = 30


def measure_seen(database: Path, times: int) -> Measurement:
    """The overview as one of thirty sees it. Every turn counts as its slowest of three."""
    with running(database) as address, chromium() as browser, _others(address, VISITORS - 1) as all_at_once:
        page = watching_page(browser)

        def alone() -> float:
            return seconds(lambda: drawn(page, f"{address}/?round={ROUND}"))

        def among_thirty() -> float:
            crowd = all_at_once()
            took = alone()
            crowd.result()
            return took

        alone(), among_thirty()
        turns = tuple([(max(among_thirty() for _ in range(3)), alone()) for _ in range(times)])
    return Measurement(
        "thirty_seen",
        "the overview as one of 30 at once sees it (slowest of 3), against one alone",
        turns,
        4.0,
    )


def measure(database: Path, times: int) -> Measurement:
    """The server's part of the overview."""
    with running(database) as address:
        turns = asyncio.run(_turns(address, times))
    return Measurement(
        "thirty",
        "30 reruns of the overview at once, on the server alone (95th percentile), against one",
        turns,
        4.0,
    )


def measure_bare(database: Path, figures: Path, times: int) -> Measurement:
    """The server's part of the bare page with the overview's figures."""
    with running(database, script=BARE, BARE_FIGURES=str(figures)) as address:
        turns = asyncio.run(_turns(address, times, translated=False))
    return Measurement("thirty_bare", "the same of a bare page with the same charts", turns, None)


@contextmanager
def _others(address: str, number: int) -> Iterator[Callable[[], Future[list[float]]]]:
    """That many visitors with the overview open; what is given makes all of them change language at once,
    in a thread of its own.
    """
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()

    async def come() -> list[Visitor]:
        return [await arrive(address) for _ in range(number)]

    visitors = asyncio.run_coroutine_threadsafe(come(), loop).result()
    yield lambda: asyncio.run_coroutine_threadsafe(_all_at_once(visitors), loop)
    asyncio.run_coroutine_threadsafe(_leave(visitors), loop).result()
    loop.call_soon_threadsafe(loop.stop)


async def _turns(address: str, times: int, *, translated: bool = True) -> tuple[Turn, ...]:
    """By turn, the 95th percentile among thirty and the median of ten alone; every one is served, or it
    raises.
    """
    visitors = [await arrive(address, translated=translated) for _ in range(VISITORS)]
    await _all_at_once(visitors)
    return tuple([(_95th(await _all_at_once(visitors)), await _alone(visitors[:10])) for _ in range(times)])


async def _leave(visitors: Sequence[Visitor]) -> None:
    await asyncio.gather(*(visitor.socket.close() for visitor in visitors))


async def _all_at_once(visitors: Sequence[Visitor]) -> list[float]:
    return await asyncio.gather(*(visitor.change_language() for visitor in visitors))


async def _alone(visitors: Sequence[Visitor]) -> float:
    """Two clicks each, so that all thirty ask for the same language again."""
    return statistics.median([await visitor.change_language() for visitor in visitors for _ in range(2)])


def _95th(waits: list[float]) -> float:
    return statistics.quantiles(waits, n=20)[18]
