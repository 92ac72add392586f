"""A visitor without a screen: speaks Streamlit's own protocol, so that thirty of them weigh on the server
and not on themselves.
"""

import time
from dataclasses import dataclass, field

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from language import LANGUAGES

PICTURES = ("plotly_chart", "bidi_component")
LARGEST = 50_000_000


class NotServed(Exception):
    """A visitor did not get the page that was asked for."""


@dataclass
class Visitor:
    """One open session. ``translated`` says whether the page's heading differs by language; ``switch`` is the
    button that changes it, if there is one.
    """

    socket: websockets.ClientConnection
    translated: bool
    language: str = "da"
    switch: str = ""
    _seen: list[str] = field(default_factory=list)
    _first_seen: dict[str, list[str]] = field(default_factory=dict)

    async def visit(self) -> float:
        """Open the overview; gives the seconds until the script has ended."""
        request = BackMsg()
        request.rerun_script.query_string = f"lang={self.language}"
        return await self._run(request)

    async def change_language(self) -> float:
        """Click the other language; gives the seconds until the whole page has come in it."""
        self.language = {"da": "en", "en": "da"}[self.language]
        request = BackMsg()
        request.rerun_script.query_string = f"lang={'en' if self.language == 'da' else 'da'}"
        if self.switch:
            request.rerun_script.widget_states.widgets.add(id=self.switch, trigger_value=True)
        return await self._run(request)

    async def _run(self, request: BackMsg) -> float:
        self._seen = []
        begun = time.perf_counter()
        await self.socket.send(request.SerializeToString())
        while not self._ended(await self._next()):
            pass
        took = time.perf_counter() - begun
        self._check()
        return took

    def _check(self) -> None:
        """One heading and the pictures, as at the first visit in this language, and not as in the other."""
        expected = self._first_seen.setdefault(self.language, self._seen)
        is_alike = len({str(seen) for seen in self._first_seen.values()}) < len(self._first_seen)
        if not set(PICTURES).intersection(self._seen) or self._seen != expected:
            raise NotServed(f"asked for {self.language}, got {self._seen} instead of {expected}")
        if self.translated and is_alike:
            raise NotServed(f"the page is the same in both languages: {expected}")

    async def _next(self) -> ForwardMsg:
        data = await self.socket.recv()
        assert isinstance(data, bytes)
        message: ForwardMsg = ForwardMsg.FromString(data)
        return message

    def _ended(self, message: ForwardMsg) -> bool:
        """Note what the message brings; whether it says that the script has ended."""
        element = message.delta.new_element
        kind = element.WhichOneof("type") if message.HasField("delta") else None
        if kind == "exception":
            raise NotServed(element.exception.message)
        if kind == "heading" and element.heading.tag == "h1":
            self._seen.append(element.heading.body)
        if kind == "button" and element.button.label in LANGUAGES.values():
            self.switch = element.button.id
        if kind in PICTURES:
            self._seen.append(kind)
        if message.WhichOneof("type") != "script_finished":
            return False
        if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            raise NotServed(f"the script ended with {message.script_finished}")
        return True


async def arrive(address: str, *, translated: bool = True) -> Visitor:
    """A new visitor with the page open."""
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    socket = await websockets.connect(
        stream, subprotocols=[websockets.Subprotocol("streamlit")], max_size=LARGEST
    )
    visitor = Visitor(socket, translated)
    await visitor.visit()
    return visitor
