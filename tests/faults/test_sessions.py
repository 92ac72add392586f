"""A hundred people with the overview open who change its language again and again: everybody is served the
right page, and the server's memory stays flat.
"""

import asyncio
import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from tests.benchmark.visitor import Visitor, arrive
from tests.support.servers import running
from tests.support.watching import watched

SESSIONS = int(os.environ.get("SESSIONS", "100"))
MINUTES = float(os.environ.get("SESSION_MINUTES", "15"))
GROWTH = 1.15
"""By so much the last quarter's memory may lie above that of the quarter before."""


def memory_of(process: int) -> int:
    """What a process holds, in megabytes; 0 where that can't be known."""
    statm = Path(f"/proc/{process}/statm")
    return (
        int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1_000_000 if statm.exists() else 0
    )


async def use(address: str, memory: Callable[[], int]) -> tuple[list[float], list[int]]:
    """Everybody arrives and stays, each acting now and then; one leaves and another comes all the time. Gives
    how long each answer took, and the memory at each look.
    """
    chance = random.Random(20260101)
    took: list[float] = []
    memories: list[int] = []
    visitors = [await arrive(address) for _ in range(SESSIONS)]
    end = time.monotonic() + 60 * MINUTES
    while time.monotonic() < end:
        crowd = chance.sample(visitors, min(10, len(visitors)))
        took += await asyncio.gather(*(visitor.change_language() for visitor in crowd))
        visitors = await _with_another(visitors, chance.randrange(len(visitors)), address)
        memories.append(memory())
        await asyncio.sleep(0.2)
    for visitor in visitors:
        await visitor.socket.close()
    return took, memories


async def _with_another(visitors: list[Visitor], place: int, address: str) -> list[Visitor]:
    await visitors[place].socket.close()
    return [*visitors[:place], await arrive(address), *visitors[place + 1 :]]


@pytest.mark.faults
def test_a_hundred_sessions_and_flat_memory(
    demonstration_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody gets another's page (each visitor checks its own), and nothing is asked of the internet."""
    database = Path(shutil.copy(demonstration_file, tmp_path / "register.duckdb"))
    notes = tmp_path / "notes"
    notes.touch()
    for name, value in watched(notes).items():
        monkeypatch.setenv(name, value)
    with running(database) as address:
        process = int((tmp_path / "notes.pid").read_text())
        took, memories = asyncio.run(use(address, lambda: memory_of(process)))
    quarter = len(memories) // 4
    before, last = median(memories[2 * quarter : 3 * quarter]), median(memories[3 * quarter :])
    print(
        f"{SESSIONS} sessions, {MINUTES} minutes, {len(took)} answers: median {median(took):.2f} s, slowest"
        f" {max(took):.2f} s; memory {memories[0]} MB at first, {max(memories)} at most, {last} at the end"
    )
    assert last <= GROWTH * before
    assert notes.read_text() == ""
