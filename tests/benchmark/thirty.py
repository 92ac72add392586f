"""Thirty visitors who change language at the same moment, against one alone.

They speak Streamlit's protocol without a browser: thirty Chromium pages on the same cores would measure themselves. Seconds
run from the click to the end of the script, on the server. One process runs one script at a time, so a page that only
computes cannot come far under thirty times; the bare page, measured alike, tells what Streamlit itself reaches.
"""

import asyncio
import statistics
from pathlib import Path

from tests.benchmark.measurement import Measurement, Turn
from tests.benchmark.visitor import TITLES, Visitor, arrive
from tests.browser.conftest import running

VISITORS = 30
BARE = "tests/benchmark/bare_page.py"


def measure(database: Path, times: int) -> Measurement:
    """The overview."""
    with running(database) as address:
        turns = asyncio.run(_turns(address, times, TITLES))
    return Measurement("thirty", "30 reruns of the overview at once (95th percentile), against one", turns, 4.0)


def measure_bare(database: Path, figures: Path, times: int) -> Measurement:
    """The bare page with the overview's figures."""
    with running(database, script=BARE, BARE_FIGURES=str(figures)) as address:
        turns = asyncio.run(_turns(address, times, {"da": "Bare", "en": "Bare"}))
    return Measurement("thirty_bare", "the same of a bare page with the same charts", turns, 4.0)


async def _turns(address: str, times: int, titles: dict[str, str]) -> tuple[Turn, ...]:
    """By turn, the 95th percentile among thirty and the median of ten alone; every one is served, or it raises."""
    visitors = [await arrive(address, titles) for _ in range(VISITORS)]
    await _all_at_once(visitors)
    return tuple([(_95th(await _all_at_once(visitors)), await _alone(visitors[:10])) for _ in range(times)])


async def _all_at_once(visitors: list[Visitor]) -> list[float]:
    return await asyncio.gather(*(visitor.change_language() for visitor in visitors))


async def _alone(visitors: list[Visitor]) -> float:
    """Two clicks each, so that all thirty ask for the same language again."""
    return statistics.median([await visitor.change_language() for visitor in visitors for _ in range(2)])


def _95th(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[18]
