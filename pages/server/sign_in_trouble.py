"""A sign-in that goes wrong leads back to the page that one came from, which then says what happened."""

from http import HTTPStatus
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.server.sign_in_cookies import CALLBACK, LOGIN, header, own_link

PROBLEM = "sign_in"
"""What the link says of it: one of the following. The page takes it out of the link again."""
NO_ANSWER, REFUSED, BROKEN = "no_answer", "refused", "broken"
USER_COOKIE = "_streamlit_user="


class SignInTrouble:
    """Middleware. Streamlit answers with bare words in English where the provider can't be reached, and with
    nothing where it refuses somebody; both lead to the sign-in page with a word of what it was.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].endswith((LOGIN, CALLBACK)):
            await self.app(scope, receive, send)
            return
        is_replaced = False

        async def answer(message: Message) -> None:
            nonlocal is_replaced
            if message["type"] == "http.response.start" and (location := _way_back(scope, message)):
                is_replaced = True
                message = _redirection(message, location)
            elif message["type"] == "http.response.body" and is_replaced:
                message = {**message, "body": b""}
            await send(message)

        await self.app(scope, receive, answer)


def _way_back(scope: Scope, start: Message) -> str:
    """Where somebody is led whose sign-in went wrong; empty where it did not."""
    if scope["path"].endswith(LOGIN):
        is_bad = start["status"] >= HTTPStatus.BAD_REQUEST
        return _with_problem(own_link(scope) or "/", NO_ANSWER) if is_bad else ""
    query = parse_qs(scope["query_string"].decode("latin-1"))
    location = header(start["headers"], b"location") or "/"
    if "error" in query:
        return _with_problem(location, REFUSED)
    if "code" in query and not _is_signed_in(start):
        return _with_problem(location, BROKEN)
    return ""


def _is_signed_in(start: Message) -> bool:
    cookies = [value.decode("latin-1") for name, value in start["headers"] if name.lower() == b"set-cookie"]
    return any(
        cookie.startswith(USER_COOKIE) and not cookie.startswith((f"{USER_COOKIE};", f'{USER_COOKIE}"";'))
        for cookie in cookies
    )


def _with_problem(link: str, problem: str) -> str:
    parts = urlsplit(link)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()} | {PROBLEM: problem}
    return urlunsplit(("", "", parts.path or "/", urlencode(query), ""))


def _redirection(start: Message, location: str) -> Message:
    """The same answer with its cookies, as one that leads elsewhere and has no words."""
    others = [
        (name, value)
        for name, value in start["headers"]
        if name.lower() not in (b"location", b"content-length", b"content-type")
    ]
    headers = [*others, (b"location", location.encode("latin-1")), (b"content-length", b"0")]
    return {**start, "status": HTTPStatus.FOUND.value, "headers": headers}
