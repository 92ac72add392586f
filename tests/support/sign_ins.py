"""A dashboard where people sign in, without a provider: what it would say is put where Streamlit keeps it."""

import time
from collections.abc import Callable, Iterator

import pytest

from pages.session import visit

SETTINGS = {
    "OEJENHOEJDE_SIGN_IN_PROVIDER": "https://login.example.org/.well-known/openid-configuration",
    "OEJENHOEJDE_SIGN_IN_CLIENT": "oejenhoejde",
    "OEJENHOEJDE_SIGN_IN_SECRET": "s3cret",
    "OEJENHOEJDE_ADDRESS": "https://oejenhoejde.example.org",
    "OEJENHOEJDE_COOKIE_SECRET": "0123456789abcdef" * 2,
}
ISSUER, CLIENT = "https://login.example.org", "oejenhoejde"
Say = Callable[..., None]


def signing_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """Gives what is called with claims; these are said then of who is at the screen. Nobody has signed in
    before.
    """
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    visit.sign_in.cache_clear()

    def say(**claims: object) -> None:
        user = {"iss": ISSUER, "aud": CLIENT, "sub": "4711", "name": "Mette Møller", "iat": 1, "nonce": "n"}
        user |= {"exp": time.time() + 600, "is_logged_in": True} | claims
        monkeypatch.setattr("streamlit.user_info._get_user_info", lambda: user)

    say(is_logged_in=False)
    yield say
    visit.sign_in.cache_clear()
