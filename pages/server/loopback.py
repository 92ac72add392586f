"""Where nobody signs in, nobody but who sits at this machine is answered; where people do, only the own
address is.

The dashboard refuses to start open to the network, and it refuses at each request too: another server than
Streamlit's own may carry it, and a page elsewhere may have its name pointed at this machine.
"""

import sys
from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

import click
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from data.cli_output import command_language, error
from language import N_, Sentence

AT_START = N_(
    "Nobody signs in here, so the dashboard listens on this machine only and won't start on {address}. Leave"
    " out the address, or give 127.0.0.1; or set up a sign-in with {settings} (docs/deployment.md)."
)
AT_REQUEST = N_(
    "Nobody signs in here, so the dashboard answers on this machine only. Open it on the machine that runs"
    " it, at http://127.0.0.1."
)
OTHER_ADDRESS = N_("The dashboard answers at its own address only.")
REFUSED = 1008
"""The code with which a websocket is closed for policy."""
EVERYBODY = "0.0.0.0"
"""Where ``streamlit run`` listens when nothing else is set."""
FORWARDED = {b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip", b"via"}
"""What a proxy adds to a request: it speaks for somebody who may sit elsewhere, whatever Host it gives."""


def refuse_open_network(settings: Collection[str]) -> None:
    """End the program with a sentence where it was told to listen to more than this machine; ``settings`` are
    those of a sign-in, which it names.
    """
    address = _address()
    if address is not None and not is_loopback(address):
        line = error(Sentence(AT_START, {"address": address, "settings": ", ".join(settings)}))
        print(line.in_words(command_language()), file=sys.stderr)
        raise SystemExit(1)


def _address() -> str | None:
    """Where the command that is running listens; None where that cannot be known here, or is no address of
    the network. Each request is looked at anyway.
    """
    command = click.get_current_context(silent=True)
    options = command.params if command else {}
    if "host" in options:  # uvicorn's; Streamlit's settings mean nothing to it
        local = options.get("uds") or options.get("fd") is not None
        return None if local else str(options["host"])
    setting = config.get_option("server.address")
    return str(setting) if setting else EVERYBODY if command else None


def is_loopback(host: str) -> bool:
    """Whether a name or an address means this machine and no other."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class LoopbackOnly:
    """Middleware that answers requests to this machine alone: of socket, Host, and for websockets Origin."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or is_local(scope):
            await self.app(_same_origin(scope), receive, send)
        else:
            await _refuse(AT_REQUEST, scope, receive, send)


class OwnAddressOnly:
    """Middleware where people sign in: only requests to the address under which they reach the dashboard, and
    those of this machine, are answered; of websockets only those of its own pages.
    """

    def __init__(self, app: ASGIApp, origin: str) -> None:
        self.app, self._origin, self._host = app, origin, urlsplit(origin).netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or self._is_own(scope) or is_local(scope):
            await self.app(_same_origin(scope), receive, send)
        else:
            await _refuse(OTHER_ADDRESS, scope, receive, send)

    def _is_own(self, scope: Scope) -> bool:
        if _header(scope, b"host").lower() != self._host:
            return False
        return scope["type"] == "http" or _header(scope, b"origin").lower() == self._origin


async def _refuse(text: str, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": REFUSED})
    else:
        await PlainTextResponse(f"{command_language()(text)}\n", status_code=403)(scope, receive, send)


def is_local(scope: Scope) -> bool:
    """Whether a request came in on this machine's own address, under its own name, from a page of its own."""
    host, origin = _header(scope, b"host"), _header(scope, b"origin")
    address, port = scope.get("server") or ("", 0)
    is_own_socket = port is None or is_loopback(str(address))  # a socket of the file system has no port
    is_forwarded = any(name in FORWARDED for name, _ in scope["headers"])
    if is_forwarded or not is_own_socket or not is_loopback(_name(host)):
        return False
    own_origins = (f"http://{host}".lower(), f"https://{host}".lower())
    return scope["type"] == "http" or not _has_origin(scope) or origin.lower() in own_origins


def _same_origin(scope: Scope) -> Scope:
    """A websocket's request with its Host spelled as its Origin is, which is known to be the same.

    Streamlit compares the two letter by letter, and where they differ it asks the internet for this machine's
    own address, to see whether that is meant.
    """
    if scope["type"] != "websocket" or not _has_origin(scope):
        return scope
    host = _header(scope, b"origin").partition("//")[2].encode("latin-1")
    others = [(name, value) for name, value in scope["headers"] if name != b"host"]
    return {**scope, "headers": [*others, (b"host", host)]}


def _has_origin(scope: Scope) -> bool:
    """Whether the request says from which page it comes, be it nothing that can be read."""
    return any(name == b"origin" for name, _ in scope["headers"])


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def _name(host: str) -> str:
    """A Host header without its port."""
    return host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0]
