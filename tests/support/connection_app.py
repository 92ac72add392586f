"""The dashboard with an address that tells whether its connections send at once; for a test and the
benchmark.

With ``DELAYED`` in the environment the listening sockets are set back to what ``streamlit run`` makes.
"""

import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from pages.server.connections import listening_sockets
from pages.server.loopback import LoopbackOnly
from pages.server.middleware import Delivery
from pages.server.startup import warm_up
from tests.support.connections import NODELAY, nodelay_to

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"


async def tell(request: Request) -> PlainTextResponse:
    """Whether the connection that this request came by has it."""
    assert request.client
    return PlainTextResponse(str(nodelay_to((request.client.host, request.client.port))))


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """The dashboard's own, and what is asked for in the environment."""
    async with warm_up(app):
        for listener in listening_sockets() if os.environ.get("DELAYED") else ():
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 0)
        yield


app = st.App(
    DASHBOARD,
    lifespan=lifespan,
    routes=[Route(NODELAY, tell)],
    middleware=[Middleware(LoopbackOnly), Middleware(Delivery)],
)
