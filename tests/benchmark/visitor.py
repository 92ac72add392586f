"""A visitor without a screen: speaks Streamlit's own protocol, so that thirty of them weigh on the server
and not on themselves.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from language import LANGUAGES
from tests.benchmark.bare_page import CHARTS

TITLES = {"da": "Hvordan er de fem principper fulgt?", "en": "How were the five principles followed?"}
LARGEST = 50_000_000


class NotServed(Exception):
    """A visitor did not get the page that was asked for."""


@dataclass
class Visitor:
    """One open session. ``titles`` is the page's heading by language, ``switch`` the button that changes
    it, if there is one.
    """

    socket: websockets.ClientConnection
    titles: Mapping[str, str]
    language: str = "da"
    switch: str = ""
    _seen: list[str] = field(default_factory=list)

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
        if self._seen.count("plotly_chart") != CHARTS or self.titles[self.language] not in self._seen:
            raise NotServed(f"asked for {self.language}, got {self._seen}")
        return took

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
        if kind == "plotly_chart":
            self._seen.append(kind)
        if message.WhichOneof("type") != "script_finished":
            return False
        if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            raise NotServed(f"the script ended with {message.script_finished}")
        return True


async def arrive(address: str, titles: Mapping[str, str]) -> Visitor:
    """A new visitor with the page open."""
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    socket = await websockets.connect(
        stream, subprotocols=[websockets.Subprotocol("streamlit")], max_size=LARGEST
    )
    visitor = Visitor(socket, titles)
    await visitor.visit()
    return visitor
