"""Charts as PNG, SVG and PDF, drawn by one Chromium for all users of the process.

Kaleido's own server hands concurrent callers each other's charts. Here every request has a future of its own,
on an event loop in a thread of its own. The browser starts with the first chart, and once more when it has
died meanwhile. It reads plotly.js from the installed package and reaches no network.
"""

import asyncio
import atexit
import os
import shutil
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from typing import Any

from data.errors import UserError
from language import N_, Sentence
from materials.charts.chart import Chart
from materials.charts.chart_pdf import chart_pdf
from materials.charts.chromium import CLOSE_SECONDS, Browser, BrowserGone, FigureRefused
from materials.charts.outlines import outlined
from materials.charts.shape import A4, Shape

FORMATS = ("png", "svg", "pdf")
SETTING = "OEJENHOEJDE_CHROMIUM"
NAMES = (
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
    "chrome",
    "msedge",
    "microsoft-edge",
)
PLACES = (
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
)
NONE_FOUND = N_(
    "Charts can't be saved as files: no browser was found to draw them. Install Chromium, Google Chrome or"
    " Microsoft Edge on the machine that runs Øjenhøjde, or set {setting} to the browser's path."
)
WRONG_PATH = N_(
    "Charts can't be saved as files: {setting} points to {path}, which is no program. Correct it, or remove"
    " it to let Øjenhøjde find a browser."
)
WONT_DRAW = N_(
    "The chart could not be drawn, because the browser that draws it does not answer. Try again in a moment."
)
NOT_THIS_ONE = N_("The chart can't be drawn as a file. Its numbers are there as a table.")


class CannotDraw(UserError):
    """A chart could not be made into a file."""


class NoChromium(CannotDraw):
    """There is no browser to draw with; ``sentence`` tells how to get one."""


def draw(chart: Chart, format: str, shape: Shape = A4) -> bytes:
    """The chart as a file in a shape: ``png``, ``svg`` or ``pdf``. Raises CannotDraw, NoChromium among
    them.
    """
    return draw_many([chart], format, shape)[0]


def draw_many(charts: Sequence[Chart], format: str, shape: Shape = A4) -> list[bytes]:
    """The charts as files in their order, drawn side by side. Raises as :func:`draw` for the first that
    can't be drawn.
    """
    files = []
    for file in draw_each(charts, format, shape):
        if isinstance(file, CannotDraw):
            raise file
        files.append(file)
    return files


def draw_each(charts: Sequence[Chart], format: str, shape: Shape = A4) -> list[bytes | CannotDraw]:
    """The same, with the refusal in place of each chart that can't be drawn; the others are there. Those that
    were lost with the browser are drawn once more, one at a time: one chart that brings it down each time
    takes no other along.
    """
    files = _side_by_side(charts, format, shape)
    for number, (chart, file) in enumerate(zip(charts, files, strict=True)):
        if isinstance(file, CannotDraw) and isinstance(file.__cause__, BrowserGone):
            (files[number],) = _side_by_side([chart], format, shape)
    return files


def drawings(charts: Sequence[Chart], format: str, shape: Shape) -> list[bytes]:
    """The charts as the browser draws them, ``png`` or ``svg``, whose text is not outlined yet."""
    return [request.result() for request in _requests(charts, format, shape)]


def _side_by_side(charts: Sequence[Chart], format: str, shape: Shape) -> list[bytes | CannotDraw]:
    assert format in FORMATS, format
    try:
        found_chromium()
    except NoChromium as refusal:  # before the figures are made, which takes longest
        return [refusal for _ in charts]
    requests = _requests(charts, "png" if format == "png" else "svg", shape)
    files: list[bytes | CannotDraw] = []
    for request, chart in zip(requests, charts, strict=True):
        try:
            files.append(_finished(request.result(), chart, format, shape))
        except CannotDraw as refusal:
            files.append(refusal)
    return files


def _requests(charts: Sequence[Chart], format: str, shape: Shape) -> list["Future[bytes]"]:
    assert shape.page is not None, shape.key
    options = {"format": format, "scale": shape.page.scale if format == "png" else 1}
    return [_STUDIO.request(chart.for_file(shape).to_dict(), options) for chart in charts]


def _finished(drawing: bytes, chart: Chart, format: str, shape: Shape) -> bytes:
    """What the browser drew as the file that is asked for."""
    if format == "png":
        return drawing
    outlines = outlined(drawing, chart.title, chart.alt)
    return outlines if format == "svg" else chart_pdf(outlines, chart, shape)


def chromium() -> str | None:
    """The path of the browser to draw with: the setting's if there is one, else the first found; None if
    there is none.
    """
    if setting := os.environ.get(SETTING):
        return shutil.which(setting)
    paths = (shutil.which(candidate) for candidate in (*NAMES, *PLACES))
    return next((path for path in paths if path), None)


def close() -> None:
    """End the browser, if one runs. The next chart starts another."""
    _STUDIO.close()


def running() -> int | None:
    """The process id of the running browser; None while there is none."""
    return _STUDIO.browser.process_id if _STUDIO.browser else None


class _Studio:
    """The event loop, its thread and the one browser on it."""

    def __init__(self) -> None:
        self._starting = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._opening = asyncio.Lock()
        self.browser: Browser | None = None

    def request(self, figure: Mapping[str, Any], options: Mapping[str, Any]) -> "Future[bytes]":
        """Ask for a drawing from any thread; the future is this request's alone."""
        return asyncio.run_coroutine_threadsafe(self._drawn(figure, options), self._running_loop())

    def close(self) -> None:
        if self._loop is not None:
            asyncio.run_coroutine_threadsafe(self._drop(self.browser), self._loop).result(2 * CLOSE_SECONDS)

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        with self._starting:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                threading.Thread(target=self._loop.run_forever, name="charts", daemon=True).start()
                atexit.register(self.close)
        return self._loop

    async def _drawn(self, figure: Mapping[str, Any], options: Mapping[str, Any]) -> bytes:
        """Draw with the running browser; if it has died, once more with a new one."""
        for is_last in (False, True):
            browser = await self._open_browser()
            try:
                return await browser.draw(figure, options)
            except FigureRefused as error:
                raise CannotDraw(Sentence(NOT_THIS_ONE)) from error
            except (BrowserGone, TimeoutError) as error:
                await self._drop(browser)
                if is_last or isinstance(error, TimeoutError):
                    raise CannotDraw(Sentence(WONT_DRAW)) from error
        raise AssertionError("unreachable")

    async def _open_browser(self) -> Browser:
        async with self._opening:
            if self.browser is None:
                browser = Browser(found_chromium())
                try:
                    await browser.open()
                except BrowserGone as error:
                    raise CannotDraw(Sentence(WONT_DRAW)) from error
                self.browser = browser
            return self.browser

    async def _drop(self, browser: Browser | None) -> None:
        """Give a browser up, unless somebody else has done so."""
        if browser is not None and browser is self.browser:
            self.browser = None
            await browser.close()


def found_chromium() -> str:
    """The path of the browser to draw with. Raises NoChromium, which says how to get one."""
    path = chromium()
    if path:
        return path
    if setting := os.environ.get(SETTING):
        raise NoChromium(Sentence(WRONG_PATH, {"setting": SETTING, "path": setting}))
    raise NoChromium(Sentence(NONE_FOUND, {"setting": SETTING}))


_STUDIO = _Studio()
