"""Until there is a sign-in, nobody but who sits at this machine is answered.

The dashboard refuses to start open to the network, and it refuses at each request too: another server than
Streamlit's own may carry it, and a page elsewhere may have its name pointed at this machine.
"""

import sys
from ipaddress import ip_address
from urllib.parse import urlsplit

import click
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from data.cli_output import command_language, error
from language import N_, Sentence

AT_START = N_(
    "The dashboard has no sign-in yet, so it listens on this machine only and won't start on {address}. Leave"
    " out the address, or give 127.0.0.1."
)
AT_REQUEST = N_(
    "The dashboard has no sign-in yet, so it answers on this machine only. Open it on the machine that runs"
    " it, at http://127.0.0.1."
)
FORWARDED = (b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip", b"via")
"""The headers with which a proxy says that it speaks for somebody elsewhere."""
REFUSED = 1008
"""The code with which a websocket is closed for policy."""


def refuse_open_network() -> None:
    """End the program with a sentence where it was told to listen to more than this machine."""
    address = str(_address_of_uvicorn() or config.get_option("server.address") or "0.0.0.0")
    if not is_loopback(address):
        words = command_language()
        print(error(Sentence(AT_START, {"address": address})).in_words(words), file=sys.stderr)
        raise SystemExit(1)


def _address_of_uvicorn() -> str | None:
    """What ``uvicorn dashboard:app`` was told to listen to, by option or environment; None for other
    commands.
    """
    command = click.get_current_context(silent=True)
    return command.params.get("host") if command else None


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
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": REFUSED})
        else:
            sentence = command_language()(AT_REQUEST)
            await PlainTextResponse(f"{sentence}\n", status_code=403)(scope, receive, send)


def is_local(scope: Scope) -> bool:
    """Whether a request came in on this machine's own address, under its own name, from a page of its own."""
    host, origin = _header(scope, b"host"), _header(scope, b"origin")
    socket = scope.get("server")
    # A socket of the file system has no port.
    is_own_socket = socket is not None and (socket[1] is None or is_loopback(str(socket[0])))
    if not is_own_socket or not is_loopback(_name(host)) or any(_header(scope, name) for name in FORWARDED):
        return False
    return scope["type"] == "http" or not origin or urlsplit(origin).netloc.lower() == host.lower()


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def _name(host: str) -> str:
    """A Host header without its port."""
    return host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0]
