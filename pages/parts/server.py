"""The web server around the pages: what happens before the first visitor comes, and what every answer carries."""

import gc
import importlib
import logging
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs

import streamlit as st
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir
from streamlit.runtime.pages_manager import PagesManager

import data
import evaluation
import materials
import pages
from data.problems import StoreError
from data.register import database_path, open_register
from language import LANGUAGES, speak
from materials import canvas

HEADERS = {
    b"content-security-policy": (
        b"default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self' ws: wss: data: blob:; "
        b"object-src 'none'; base-uri 'self'; frame-ancestors 'self'"
    ),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
}
DRAWS_CHARTS = next(Path(get_static_dir()).glob("static/js/PlotlyChart.*.js"), None)
"""The script that draws every chart, by far the largest: asked for at once, it comes while the page is still being put together."""
FOR_PAGES = {b"link": f"<./static/js/{DRAWS_CHARTS.name}>; rel=modulepreload".encode()} if DRAWS_CHARTS else {}


@asynccontextmanager
async def warm_up(app: st.App) -> AsyncIterator[None]:
    """Make the register if it is missing, and get everything loaded that the first visitor would wait for.

    Streamlit takes a folder named ``pages`` for its older kind of app until ``st.navigation`` has run once, and tells the
    first visitor who follows a link that the page does not exist. It is told before anybody comes that this is no such app.
    What is loaded by now stays for good: Streamlit collects garbage after every run of a page, and would go through all of it.
    """
    PagesManager.uses_pages_directory = False
    for room in (data, evaluation, materials):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    for language in LANGUAGES:
        canvas.cut(canvas.sheet(language), 10).to_json()
        speak(language)
    with suppress(StoreError):  # the frame tells the visitor what is wrong
        open_register(database_path()).close()
    gc.collect()
    gc.freeze()
    yield


def tell_failure(problem: Exception) -> bool:
    """An error that no page foresaw: the log gets all of it, the person one sentence with the time to look it up by."""
    logging.getLogger("oejenhoejde").error("A page could not be shown.", exc_info=problem)
    words = pages.words()
    said = words(
        "Something went wrong here that you can't mend. What was saved is safe. Load the page again; if it fails again, tell IT"
        " operations that it happened at {time}.",
        time=datetime.now().strftime("%H:%M"),
    )
    st.error(pages.plain(said), icon=":material/error:")
    return True


class PageHeaders:
    """Middleware: security headers on every answer, and the page's language in its first line."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        wanted = parse_qs(scope["query_string"].decode("latin-1")).get("lang", ["da"])[0]
        language = wanted if wanted in LANGUAGES else "da"
        headers = HEADERS | FOR_PAGES if _is_page(scope) else HEADERS

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [(name, value) for name, value in message["headers"] if name.lower() not in headers]
                message["headers"] = [*kept, *headers.items()]
            elif message["type"] == "http.response.body":
                # Both languages' codes are two letters long, so the length of the answer stays the same.
                message["body"] = message.get("body", b"").replace(b'<html lang="en">', f'<html lang="{language}">'.encode(), 1)
            await send(message)

        await self.app(_uncompressed(scope), receive, answer)


def _is_page(scope: Scope) -> bool:
    """Whether a person asks for a page, and not the page for one of its parts."""
    return any(name == b"accept" and b"text/html" in value for name, value in scope["headers"])


def _uncompressed(scope: Scope) -> Scope:
    """A page is asked for as plain text, so that its language can be written into it; it is a few kilobytes long."""
    if not _is_page(scope):
        return scope
    return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]}
