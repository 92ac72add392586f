"""What it brings that connections send at once: the dashboard against itself without TCP_NODELAY.

Requests that follow each other on a connection wait for it most: the kernel at the other end then holds its
confirmation back for 40 ms. A page that is opened makes some; one that is called from the menu makes none,
and what comes over its open socket is mostly confirmed at once.
"""

import asyncio
import http.client
import shutil
import time
from collections.abc import AsyncIterator
from pathlib import Path

import websockets
from playwright.sync_api import Page
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.benchmark.browser import chromium, rest, watching_page
from tests.benchmark.evaluation import ROUND
from tests.benchmark.measurement import Measurement, Turn, seconds, take_turns
from tests.support.servers import running

SCRIPT = "tests/support/connection_app.py"
LINK = f"?round={ROUND}&lang=da"
PATHS = ("/principle", "/consultations", "/rounds", "/method")
REQUESTS = 20


def measure(database: Path, times: int) -> list[Measurement]:
    """Requests on one connection, a page opened and pages changed in a Chromium, and pages without one."""
    other = Path(shutil.copy(database, database.with_name("delayed.duckdb")))
    with (
        running(database, script=SCRIPT, DELAYED="") as ours,
        running(other, script=SCRIPT, DELAYED="1") as peer,
    ):
        with chromium() as browser:
            page = watching_page(browser)
            titles = {path: title(page, f"{ours}{path}") for path in PATHS}
            seen = [(look(page, ours, titles), look(page, peer, titles)) for _ in range(times + 1)]
        served = asyncio.run(_served(ours, peer, times))
        seconds = take_turns(lambda: ask(ours), lambda: ask(peer), times)
    opened, changed = (tuple((mine[i], its[i]) for mine, its in seen[1:]) for i in (0, 1))
    against = "against the same server without TCP_NODELAY"
    return [
        Measurement("requests", f"{REQUESTS} small requests on one connection, {against}", seconds, 0.2),
        Measurement("page_opened", f"a small page opened and drawn, {against}", opened, None),
        Measurement("page_change", f"a page called from the menu and drawn, {against}", changed, None),
        Measurement("page_change_served", f"a page called without a browser, {against}", served, None),
    ]


def title(page: Page, link: str) -> str:
    """Open a page and wait until it is drawn; gives what stands at its top."""
    page.goto(f"{link}{LINK}", wait_until="commit")
    page.wait_for_function("() => window.benchmark.isDrawn()", polling="raf")
    return page.locator('[data-testid="stMain"] h1').inner_text()


def look(page: Page, address: str, titles: dict[str, str]) -> Turn:
    """Open a page in a rested browser, and go on to others, each called from the menu once the last is drawn;
    gives the seconds until the first is drawn, and the mean seconds of the others.
    """
    rest(page)
    opened = seconds(lambda: title(page, f"{address}/norms"))
    changes = [page.evaluate("page => window.benchmark.change(page)", list(each)) for each in titles.items()]
    return opened, sum(changes) / 1000 / len(changes)


def ask(address: str) -> None:
    """Small requests on one connection, as a browser sends them."""
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=300)
    for _ in range(REQUESTS):
        connection.request("GET", "/_stcore/health")
        connection.getresponse().read()
    connection.close()


async def _served(ours: str, peer: str, times: int) -> tuple[Turn, ...]:
    """Turn by turn the mean seconds of a page without a browser, after one round of each that is not
    counted.
    """
    turns = [(await call_pages(ours), await call_pages(peer)) for _ in range(times + 1)]
    return tuple(turns[1:])


async def call_pages(address: str) -> float:
    """The mean seconds from the call of a page to the end of its script, over a connection of its own."""
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    protocol = websockets.Subprotocol("streamlit")
    async with websockets.connect(stream, subprotocols=[protocol], max_size=None) as socket:
        hashes = {
            f"/{page.url_pathname}": page.page_script_hash
            async for message in run(socket, "")
            for page in message.navigation.app_pages
        }
        begun = time.perf_counter()
        for path in PATHS:
            async for _ in run(socket, hashes[path]):
                pass
        return (time.perf_counter() - begun) / len(PATHS)


async def run(socket: websockets.ClientConnection, page: str) -> AsyncIterator[ForwardMsg]:
    """What the server sends of a page until its script has ended; of the first page where none is named."""
    request = BackMsg()
    request.rerun_script.query_string = LINK.removeprefix("?")
    request.rerun_script.page_script_hash = page
    await socket.send(request.SerializeToString())
    while True:
        message = ForwardMsg.FromString(await socket.recv(decode=False))
        yield message
        if message.WhichOneof("type") == "script_finished":
            return
