"""One Chromium with a few tabs, drawing figures on the event loop it was opened on."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Mapping
from typing import Any

import kaleido
from choreographer.errors import (
    BrowserClosedError,
    BrowserFailedError,
    ChannelClosedError,
    DevtoolsProtocolError,
)
from kaleido import PageGenerator
from kaleido._kaleido_tab import KaleidoError

from materials import fonts

TABS = 3
OPEN_SECONDS = 60.0
CHART_SECONDS = 45.0
CLOSE_SECONDS = 10.0
POLL_SECONDS = 0.1
SMALLEST = 100
"""Bytes; of a figure that is too large to be drawn the browser gives a file of three."""
NOWHERE = "http://127.0.0.1:9"
"""A proxy where nobody listens: whatever a figure might ask for, the browser reaches no network."""

_LOST = (
    ChannelClosedError,
    BrowserClosedError,
    BrowserFailedError,
    DevtoolsProtocolError,
    asyncio.CancelledError,
)


class BrowserGone(Exception):
    """The browser could not start, has died, or no longer answers: another one may do."""


class FigureRefused(Exception):
    """The browser is well, and can't draw this figure: another one can't either."""


class _Page(PageGenerator):  # type: ignore[misc]  # kaleido has no types
    """The page figures are drawn on; its title becomes the title of a PDF."""

    header = PageGenerator.header.replace("Kaleido-fier", "&Oslash;jenh&oslash;jde")


class Browser:
    """A running browser. Open, draw as often as wanted and at the same time, close."""

    def __init__(self, path: str) -> None:
        self._turns = asyncio.Semaphore(TABS)
        self._kaleido = kaleido.Kaleido(
            n=TABS,
            timeout=None,
            page_generator=_Page(mathjax=False),
            path=path,
            enable_sandbox=not _is_root(),
            proxy_server=NOWHERE,
        )

    @property
    def process_id(self) -> int:
        return int(self._kaleido.subprocess.pid)

    async def open(self) -> None:
        """Start the browser and its tabs. Raises BrowserGone where that fails."""
        fonts.for_programs()
        try:
            await asyncio.wait_for(self._kaleido.open(), OPEN_SECONDS)
        except (*_LOST, TimeoutError, OSError, RuntimeError) as error:
            await self.close()
            raise BrowserGone(str(error)) from error

    async def draw(self, figure: Mapping[str, Any], options: Mapping[str, Any]) -> bytes:
        """The figure in the format that ``options`` name. Raises BrowserGone, FigureRefused, or TimeoutError
        for a chart that hangs.

        The time runs from the chart's turn on a tab, not from its place in the queue.
        """
        async with self._turns:
            drawing = asyncio.ensure_future(self._kaleido.calc_fig(figure, options))
            drawing.add_done_callback(lambda task: task.cancelled() or task.exception())
            death = asyncio.ensure_future(self._death())
            try:
                await asyncio.wait(
                    {drawing, death}, timeout=CHART_SECONDS, return_when=asyncio.FIRST_COMPLETED
                )
                return self._result(drawing, is_dead=death.done())
            finally:
                drawing.cancel()
                death.cancel()

    async def close(self) -> None:
        """End the browser and everything it started; never raises."""
        with contextlib.suppress(Exception, asyncio.CancelledError):
            await asyncio.wait_for(self._kaleido.close(), CLOSE_SECONDS)
        if hasattr(self._kaleido, "subprocess") and hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process_id, signal.SIGKILL)

    def _result(self, drawing: "asyncio.Future[bytes]", *, is_dead: bool) -> bytes:
        if not drawing.done():
            if is_dead:
                raise BrowserGone("the browser has ended")
            raise TimeoutError(f"no chart after {CHART_SECONDS:g} seconds")
        try:
            file = drawing.result()
        except _LOST as error:
            raise BrowserGone(str(error)) from error
        except (RuntimeError, KaleidoError) as error:
            raise FigureRefused(str(error)) from error
        if len(file) < SMALLEST:
            raise FigureRefused(f"the browser gave {len(file)} bytes")
        return file

    async def _death(self) -> None:
        """Returns when the browser's process has ended."""
        while self._kaleido.subprocess.poll() is None:
            await asyncio.sleep(POLL_SECONDS)


def _is_root() -> bool:
    """Chromium refuses its sandbox to root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
