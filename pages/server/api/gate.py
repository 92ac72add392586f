"""Who gets into the API: the token is looked at before a byte of a request's body is read."""

import base64
import binascii
from contextlib import suppress
from dataclasses import dataclass

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from data import tokens
from data.audit import Action, AuditEvent, Outcome, record
from data.clock import utc_now
from data.errors import StoreError
from data.tokens import Token
from language import N_, Sentence
from pages import session
from pages.server.api.answers import in_thread, language_of

OPEN = ("/health", "/docs", "/openapi.json", "/static-offline-docs/")
"""What needs no token: it tells nothing of the register."""
NO_TOKEN = N_(
    "A token is needed, as “Authorization: Bearer TOKEN”, or as the password of a user of any name. An"
    " administrator makes it on the page Access."
)
NO_LONGER = N_(
    "This token does not count, or no longer. An administrator makes a new one on the page Access."
)
TOO_MANY = N_("Too many requests. Try again in a minute.")
TOO_LARGE = N_("The files have more than {megabytes} MB. Send fewer at a time.")
PER_TOKEN = RateLimitItemPerMinute(300)
WRONG_PER_ADDRESS = RateLimitItemPerMinute(20)
"""So many tries with a token that is none; who has one is never kept out by another's tries."""


@dataclass(frozen=True)
class Refusal:
    """Why somebody does not get in."""

    status: int
    sentence: Sentence


class Gate:
    """Middleware around the API: it lets in whoever has a token that counts, which then is
    ``scope["state"]["token"]``; refuses bodies that are too large; and lets nobody ask without end.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._rates = MovingWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or _is_open(scope):
            await self.app(scope, receive, send)
            return
        outcome = await self._let_in(scope)
        if isinstance(outcome, Refusal):
            await _answer(outcome, scope)(scope, receive, send)
            return
        scope.setdefault("state", {})["token"] = outcome
        body = _Bounded(receive, _most())
        too_large = _answer(Refusal(413, Sentence(TOO_LARGE, {"megabytes": _most() // 1_000_000})), scope)
        if body.is_announced_too_large(scope):
            await too_large(scope, receive, send)
            return
        await self.app(scope, body.receive, body.unless_too_large(_unkept(send)))
        if body.is_too_large:
            await too_large(scope, receive, send)

    async def _let_in(self, scope: Scope) -> Token | Refusal:
        secret = _secret(scope)
        if not secret:
            return Refusal(401, Sentence(NO_TOKEN))
        try:
            token = await in_thread(lambda: _token(secret))
        except StoreError as problem:
            return Refusal(503, problem.sentence)
        if token is None:
            address = (scope.get("client") or ("",))[0]
            if not self._rates.hit(WRONG_PER_ADDRESS, str(address)):
                return Refusal(429, Sentence(TOO_MANY))
            await in_thread(lambda: _note_refusal(secret, scope))
            return Refusal(401, Sentence(NO_LONGER))
        return token if self._rates.hit(PER_TOKEN, token.hash) else Refusal(429, Sentence(TOO_MANY))


class _Bounded:
    """A body that ends where it is longer than allowed, whatever was announced; ``is_too_large`` says that it
    did.
    """

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._most, self._left = receive, most, most
        self._is_answered = False

    @property
    def is_too_large(self) -> bool:
        return self._left < 0 and not self._is_answered

    def is_announced_too_large(self, scope: Scope) -> bool:
        length = Headers(scope=scope).get("content-length", "0")
        return length.isdecimal() and int(length) > self._most

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        return message if self._left >= 0 else {"type": "http.disconnect"}

    def unless_too_large(self, send: Send) -> Send:
        """What is answered to a body that was cut off is left out: it would say that it can't be read."""

        async def answer(message: Message) -> None:
            if not self.is_too_large:
                self._is_answered = True
                await send(message)

        return answer


def _unkept(send: Send) -> Send:
    """No browser and no proxy keeps what was answered to somebody with a token."""

    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message)["cache-control"] = "no-store"
        await send(message)

    return answer


def _most() -> int:
    return int(config.get_option("server.maxUploadSize")) * 1_000_000


def _is_open(scope: Scope) -> bool:
    path = scope["path"].removeprefix(scope.get("root_path", ""))
    return any(path == each or (each.endswith("/") and path.startswith(each)) for each in OPEN)


def _secret(scope: Scope) -> str:
    """The token of a request: as Bearer, or as the password of Basic, which spreadsheets can send."""
    kind, _, value = Headers(scope=scope).get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return value.strip()
    if kind.lower() == "basic":
        with suppress(binascii.Error, UnicodeDecodeError):
            return base64.b64decode(value, validate=True).decode().partition(":")[2]
    return ""


def _token(secret: str) -> Token | None:
    """The token that counts now, noted as used; None where there is none. Raises
    :class:`data.errors.StoreError` where the register can't be used.
    """
    store, now = session.store(), utc_now()
    token = tokens.of_secret(store, secret)
    if token is None or not token.counts(now):
        return None
    if store.is_writable:
        tokens.note_use(store, token, now)
    return token


def _note_refusal(secret: str, scope: Scope) -> None:
    """Who tried: by the token's name where there was one."""
    with suppress(StoreError):
        store = session.store()
        token = tokens.of_secret(store, secret)
        name = f"{token.owner} ({token.name})" if token else ""
        record(store, AuditEvent(Action.TOKEN_REFUSAL, name, frozenset(), scope["path"], Outcome.REFUSED))


def _answer(refusal: Refusal, scope: Scope) -> Response:
    text = language_of(Headers(scope=scope)).say(refusal.sentence)
    headers = {"www-authenticate": 'Basic realm="Oejenhoejde"'} if refusal.status == 401 else None
    return JSONResponse({"error": text}, refusal.status, headers)
