"""What Streamlit leaves out around a sign-in: cookies only for TLS, and the way back to the link one came
for.
"""

from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlsplit

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.server.sign_in import SignIn

LOGIN, CALLBACK = "/auth/login", "/oauth2callback"
SECONDS = 600
"""How long somebody may take to sign in and still come back to where they were."""


class SignInCookies:
    """Middleware. The link that somebody left for the provider is kept in a signed cookie of the browser,
    named by the sign-in that it belongs to, so that two tabs don't mix; nobody is sent anywhere else than to
    a page of this dashboard.
    """

    def __init__(self, app: ASGIApp, sign_in: SignIn) -> None:
        self.app = app
        self._is_secure = sign_in.is_secure
        self._signer = URLSafeTimedSerializer(
            sign_in.cookie_secret, salt="link", signer_kwargs={"digest_method": sha256}
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": self._headers(scope, list(message["headers"]))}
            await send(message)

        await self.app(scope, receive, answer)

    def _headers(self, scope: Scope, headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        if scope["path"].endswith(LOGIN):
            headers = [*headers, *self._kept_link(scope, headers)]
        elif scope["path"].endswith(CALLBACK):
            headers = self._sent_back(scope, headers)
        if not self._is_secure:
            return headers
        return [(name, _secure(value) if name.lower() == b"set-cookie" else value) for name, value in headers]

    def _kept_link(self, scope: Scope, headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        """The cookie with the page that somebody comes from; none where it is no page of this dashboard."""
        link, state = own_link(scope), _state(header(headers, b"location"))
        if not link or not state:
            return []
        cookie = (
            f"{_name(state)}={self._signer.dumps(link)}; HttpOnly; Max-Age={SECONDS}; Path=/; SameSite=lax"
        )
        return [(b"set-cookie", cookie.encode())]

    def _sent_back(self, scope: Scope, headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        """The answer to a sign-in that is done leads to the page that was left for it."""
        state = parse_qs(scope["query_string"].decode("latin-1")).get("state", [""])[0]
        link = self._link_of(scope, _name(state))
        if not link or not header(headers, b"location"):
            return headers
        others = [(name, value) for name, value in headers if name.lower() != b"location"]
        gone = f"{_name(state)}=; HttpOnly; Max-Age=0; Path=/; SameSite=lax"
        return [*others, (b"location", link.encode()), (b"set-cookie", gone.encode())]

    def _link_of(self, scope: Scope, name: str) -> str:
        try:
            cookies = SimpleCookie(header(scope["headers"], b"cookie"))
            link = str(self._signer.loads(cookies[name].value, max_age=SECONDS))
        except (CookieError, KeyError, BadData):
            return ""
        return link if _is_own_path(link) else ""


def own_link(scope: Scope) -> str:
    """Path and query of the page that asks; empty for a page of another host."""
    parts = urlsplit(header(scope["headers"], b"referer"))
    if parts.netloc.lower() != header(scope["headers"], b"host").lower():
        return ""
    link = parts.path + (f"?{parts.query}" if parts.query else "")
    return link if _is_own_path(link) else ""


def _is_own_path(link: str) -> bool:
    """Whether it can lead nowhere else: browsers take ``//host`` and ``/\\host`` for another one."""
    return link[:1] == "/" and link[1:2] not in ("/", "\\") and link.isascii() and link.isprintable()


def _state(location: str) -> str:
    return parse_qs(urlsplit(location).query).get("state", [""])[0]


def _name(state: str) -> str:
    return f"oejenhoejde_link_{sha256(state.encode()).hexdigest()[:16]}"


def header(headers: list[tuple[bytes, bytes]], name: bytes) -> str:
    """The value of a header; empty where there is none."""
    return next((value.decode("latin-1") for key, value in headers if key.lower() == name), "")


def _secure(cookie: bytes) -> bytes:
    return cookie if b"; secure" in cookie.lower() else cookie + b"; Secure"
