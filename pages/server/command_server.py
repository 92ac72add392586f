"""Where commands beside the dashboard are done: a server of its own on this machine's own address, told of by
a note beside the register (:mod:`data.running_dashboard`).

It is no part of what browsers reach, wherever the dashboard listens and whatever proxy stands before it. It
has a thread and an event loop of its own, so that no page waits for a command.
"""

import base64
import hmac
import json
import logging
import secrets
import socket
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from threading import BoundedSemaphore, Thread
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from data import running_dashboard
from data.cli_output import exit_code_of, sentence_of
from data.errors import UserError
from data.running_dashboard import RunningDashboard
from language import N_, Sentence
from pages import session
from workflow.command_line.call import Call
from workflow.command_line.remote import unpacked
from workflow.command_line.works import WORKS
from workflow.person import at_this_machine

LOOPBACK = "127.0.0.1"
AT_ONCE = 2
"""So many commands are worked on at a time; others wait."""
AT_THE_END = 60
"""Seconds in which what is under way may end when the dashboard is stopped."""
FAILED = N_("The dashboard could not do this. What was saved is safe; its log says more.")
"""For an error that nobody foresaw."""
Event = Mapping[str, Any]


@contextmanager
def command_server(register: Path) -> Iterator[None]:
    """Do commands as long as the dashboard runs; only for who has the register open. Where the note can't be
    laid, the log says so, and commands find the register in use.
    """
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        dashboard = RunningDashboard(LOOPBACK, listener.getsockname()[1], secrets.token_urlsafe(32))
        config = uvicorn.Config(application(dashboard.secret), log_level="warning", lifespan="off")
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, args=([listener],), name="commands", daemon=True)
        thread.start()
        try:
            _announce(register, dashboard)
            yield
        finally:
            running_dashboard.withdraw(register, dashboard)
            server.should_exit = True
            thread.join(AT_THE_END)


def application(secret: str) -> Starlette:
    """What listens: it proves that it knows the secret, and does commands for who knows it too."""
    places = BoundedSemaphore(AT_ONCE)

    def hello(request: Request) -> Response:
        return PlainTextResponse(
            running_dashboard.proof(secret, request.query_params.get("challenge", "")[:200])
        )

    async def commands(request: Request) -> Response:
        key = request.headers.get("authorization", "").encode()
        if not hmac.compare_digest(key, f"Bearer {secret}".encode()):
            return PlainTextResponse("", 403)
        folder = tempfile.TemporaryDirectory()
        body = Path(folder.name) / "call.zip"
        with body.open("wb") as file:
            async for part in request.stream():
                file.write(part)
        return StreamingResponse(_lines(body, folder, places), media_type="application/x-ndjson")

    return Starlette(routes=[Route("/hello", hello), Route("/commands", commands, methods=["POST"])])


def _announce(register: Path, dashboard: RunningDashboard) -> None:
    try:
        running_dashboard.announce(register, dashboard)
    except OSError as problem:
        logging.getLogger("oejenhoejde").warning(
            "Commands can't find this dashboard: no note could be laid beside %s (%s).",
            register,
            problem.strerror,
        )


def _lines(body: Path, folder: tempfile.TemporaryDirectory[str], places: BoundedSemaphore) -> Iterator[bytes]:
    """What happens, as it does: a line of JSON each."""
    events: SimpleQueue[Event | None] = SimpleQueue()

    def run() -> None:
        with places, folder:
            try:
                events.put(_outcome(body, events))
            finally:
                events.put(None)

    Thread(target=run, name="command", daemon=True).start()
    while (event := events.get()) is not None:
        yield json.dumps(event, ensure_ascii=False).encode() + b"\n"


def _outcome(body: Path, events: "SimpleQueue[Event | None]") -> Event:
    """Do what a ZIP asks for; gives how it ended."""
    try:
        call, names = unpacked(body, body.parent / "files")
        work = WORKS[call.command]
    except (ValueError, KeyError, zipfile.BadZipFile):
        return {"refusal": "", "status": 2}  # of another version, which says so itself
    outlet = _Waiting(events, names)
    try:
        status = work.run(session.store(), at_this_machine(call.person), call, outlet)
    except (UserError, OSError) as problem:
        return outlet.refusal(sentence_of(problem), exit_code_of(problem), call)
    except Exception:  # whoever waits must hear of it
        logging.getLogger("oejenhoejde").exception("A command could not be done.")
        return outlet.refusal(Sentence(FAILED), 1, call)
    return {"status": status}


class _Waiting:
    """Sends what comes of a command to where it waits, with its files called as they are called there."""

    def __init__(self, events: "SimpleQueue[Event | None]", names: Mapping[str, str]) -> None:
        self._events, self._names = events, names

    def say(self, line: str, *, is_error: bool = False) -> None:
        self._events.put({"line": self._as_there(line), "is_error": is_error})

    def write(self, name: str, content: bytes) -> None:
        self._events.put({"file": name, "content": base64.b64encode(content).decode()})

    def refusal(self, sentence: Sentence, status: int, call: Call) -> Event:
        return {"refusal": self._as_there(call.words.say(sentence)), "status": status}

    def _as_there(self, line: str) -> str:
        for here, there in self._names.items():
            line = line.replace(here, there)
        return line
