"""What every answer of the web server carries: security headers; and a page its language and our scripts."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qs

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.file_util import get_static_dir

from language import DEFAULT, LANGUAGES
from pages.server import accessibility, browser_history, streamlit_texts

CONTENT_SECURITY_POLICY = b"content-security-policy"
# Streamlit gives a component its script as a blob, and writes styles into the page.
POLICY = (
    b"default-src 'none'; script-src 'self' blob:%s; style-src 'self' 'unsafe-inline';"
    b" img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
    b" manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'"
)
HEADERS: Mapping[bytes, bytes] = {
    CONTENT_SECURITY_POLICY: POLICY % b"",
    b"permissions-policy": (
        b"camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
}
DRAWN_BY = [
    f"<./static/js/{script.name}>; rel=modulepreload"
    for kind in ("BidiComponent", "PlotlyChart")
    for script in Path(get_static_dir()).glob(f"static/js/{kind}.*.js")
]
"""The scripts that draw the rows of answers and the charts, the latter by far the largest: asked for at
once, they come while the page is still being put together.
"""
SOON = {b"link": ", ".join(DRAWN_BY).encode()} if DRAWN_BY else {}
# A page is made anew for its language each time: a browser must not be told that the one it has still holds.
NOT_ASKED = {b"accept-encoding", b"if-none-match", b"if-modified-since"}

SCRIPTS: Mapping[str, Callable[[], str]] = {
    streamlit_texts.ADDRESS: streamlit_texts.script,
    accessibility.ADDRESS: accessibility.script,
    browser_history.ADDRESS: browser_history.script,
}
"""Our scripts in every page, by their address under whatever base path."""
PAGE = b"text/html"
LARGEST_PAGE = 2_000_000
"""What is larger is no page of Streamlit's, and goes through as it comes."""


class Delivery:
    """Middleware around Streamlit."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif address := next((each for each in SCRIPTS if scope["path"].endswith(each)), None):
            await _script(address)(scope, receive, _with_headers(send))
        elif any(name == b"accept" and PAGE in value for name, value in scope["headers"]):
            # A browser is open, so none has to be opened. Streamlit then no longer offers its visitors to
            # install help for agents.
            config.set_option("server.headless", True)
            headers = [(name, value) for name, value in scope["headers"] if name not in NOT_ASKED]
            await self.app({**scope, "headers": headers}, receive, _Page(scope, send).take)
        else:
            await self.app(scope, receive, _with_headers(send))


class _Page:
    """A page on its way: held until it is whole, since what is put into it makes it longer. Anything else
    that a browser asks for like a page (a file to download) goes through as it comes.
    """

    def __init__(self, scope: Scope, send: Send) -> None:
        language = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
        self._language = language if language in LANGUAGES else DEFAULT
        self._send = send
        self._start: Message | None = None
        self._parts: list[bytes] = []
        self._size = 0

    async def take(self, message: Message) -> None:
        """A part of the answer; with the last one of a page, all is sent."""
        if message["type"] == "http.response.start":
            if _is_page(message):
                self._start = message
            else:
                await self._send(_headed(message, HEADERS))
        elif self._start is None:
            await self._send(message)
        else:
            await self._hold(self._start, message)

    async def _hold(self, start: Message, message: Message) -> None:
        self._parts.append(message.get("body", b""))
        self._size += len(self._parts[-1])
        more = message.get("more_body", False)
        if self._size > LARGEST_PAGE:
            self._start = None
            await self._send(_headed(start, HEADERS))
            await self._send({**message, "body": b"".join(self._parts), "more_body": more})
        elif not more:
            await self._send_page(start)

    async def _send_page(self, start: Message) -> None:
        body = b"".join(self._parts)
        body = body.replace(b'<html lang="en">', f'<html lang="{self._language}">'.encode(), 1)
        scripts = "".join(f'<script src=".{address}" defer></script>' for address in SCRIPTS)
        body = body.replace(b"</head>", f"{scripts}</head>".encode(), 1)
        length = {b"content-length": str(len(body)).encode()}
        headers = {**HEADERS, CONTENT_SECURITY_POLICY: POLICY % _hashes(body), **SOON, **length}
        await self._send(_headed(start, headers, without={b"etag", b"last-modified"}))
        await self._send({"type": "http.response.body", "body": body})


def _hashes(body: bytes) -> bytes:
    """The scripts that stand in a page itself (Streamlit's, the API's documentation), allowed by their
    hash. Such pages are files: nothing that people wrote is ever in them.
    """
    scripts = re.findall(rb"<script>(.*?)</script>", body, re.DOTALL)
    return b"".join(b" 'sha256-%s'" % b64encode(sha256(script).digest()) for script in scripts)


def _is_page(start: Message) -> bool:
    """Whether an answer is a page of Streamlit's own, and no file to download."""
    headers = {name.lower(): value for name, value in start["headers"]}
    return headers.get(b"content-type", b"").startswith(PAGE) and b"content-disposition" not in headers


def _with_headers(send: Send) -> Send:
    async def answer(message: Message) -> None:
        await send(_headed(message, HEADERS) if message["type"] == "http.response.start" else message)

    return answer


def _headed(start: Message, headers: Mapping[bytes, bytes], without: set[bytes] | None = None) -> Message:
    """The beginning of an answer with these headers in place of its own of the same names."""
    names_dropped = {*headers, *(without or ())}
    headers_kept = [(name, value) for name, value in start["headers"] if name.lower() not in names_dropped]
    return {**start, "headers": [*headers_kept, *headers.items()]}


def _script(address: str) -> Response:
    return Response(SCRIPTS[address](), media_type="text/javascript", headers={"cache-control": "no-cache"})
