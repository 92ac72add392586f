"""Who is let in: settings, cookies, the code of the first administrator, and the name of who works alone."""

from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.types import Message

from data.local_name import SETTING, local_name, write_local_name
from pages.server.first_administrator import TRIES, FirstAdministrator
from pages.server.loopback import OwnAddressOnly
from pages.server.sign_in import SignIn, WrongSetting, sign_in_settings
from pages.server.sign_in_cookies import SignInCookies
from pages.server.sign_in_trouble import SignInTrouble
from tests.support.registers import new_empty
from tests.support.screens import open_page, words_on
from tests.support.sign_ins import SETTINGS
from workflow.access import become_first_administrator


def settings(**changes: str) -> SignIn:
    """A sign-in with some settings changed."""
    sign_in = sign_in_settings(SETTINGS | changes)
    assert sign_in
    return sign_in


def test_without_settings_nobody_signs_in() -> None:
    """And all of them make a sign-in, with what Streamlit is told of it."""
    assert sign_in_settings({"PATH": "/bin"}) is None
    sign_in = settings()
    assert (sign_in.host, sign_in.issuer, sign_in.idle_minutes) == (
        "oejenhoejde.example.org",
        "https://login.example.org",
        60,
    )
    assert sign_in.secrets["redirect_uri"] == "https://oejenhoejde.example.org/oauth2callback"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"OEJENHOEJDE_SIGN_IN_CLIENT": " "}, "lacks settings: OEJENHOEJDE_SIGN_IN_CLIENT"),
        (
            {"OEJENHOEJDE_ADDRESS": "http://oejenhoejde.example.org"},
            "OEJENHOEJDE_ADDRESS must begin with https",
        ),
        ({"OEJENHOEJDE_ADDRESS": "oejenhoejde"}, "OEJENHOEJDE_ADDRESS must begin with https"),
        (
            {"OEJENHOEJDE_SIGN_IN_PROVIDER": "https://login.example.org"},
            "the address of the provider's metadata",
        ),
        ({"OEJENHOEJDE_COOKIE_SECRET": "kort"}, "at least 32 characters"),
        ({"OEJENHOEJDE_IDLE_MINUTES": "en time"}, "must be a number of minutes"),
        ({"OEJENHOEJDE_IDLE_MINUTES": "0"}, "must be a number of minutes"),
    ],
)
def test_settings_by_halves_are_refused(changes: dict[str, str], sentence: str) -> None:
    """With the setting's name and what it must be."""
    with pytest.raises(WrongSetting, match=sentence):
        sign_in_settings(SETTINGS | changes)


def passed(
    middleware: Any, path: str, answer: dict[str, str], **headers: str
) -> tuple[int, list[tuple[str, str]]]:
    """Status and headers of what comes out of a middleware around a server that answers with these."""
    path, _, query = path.partition("?")
    scope = {
        "type": "http",
        "path": path,
        "query_string": query.encode(),
        "server": ("192.0.2.1", 8501),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }
    messages: list[Message] = []

    async def server(scope: Any, receive: Any, send: Any) -> None:
        sent = [(name.encode(), value.encode()) for name, value in answer.items()]
        status = 302 if "location" in answer else int(answer.get("status", 200))
        await send({"type": "http.response.start", "status": status, "headers": sent})
        await send({"type": "http.response.body", "body": b""})

    async def keep(message: Message) -> None:
        messages.append(message)

    with start_blocking_portal() as portal:  # a browser of another test may have a loop of its own here
        portal.call(middleware(server), scope, None, keep)
    start = messages[0]
    return start["status"], [(name.decode(), value.decode()) for name, value in start["headers"]]


def journey(link: str, *, came_from: str = "oejenhoejde.example.org", state: str = "abc") -> str:
    """Where somebody is sent who leaves a page for the provider and comes back."""

    def around(app: Any) -> SignInCookies:
        return SignInCookies(app, settings())

    to_provider = {"location": f"https://login.example.org/authorize?state={state}"}
    _, headers = passed(
        around,
        "/auth/login",
        to_provider,
        host="oejenhoejde.example.org",
        referer=f"https://{came_from}{link}",
    )
    cookies = [value.partition(";")[0] for name, value in headers if name == "set-cookie"]
    _, headers = passed(around, "/oauth2callback?state=abc", {"location": "/"}, cookie="; ".join(cookies))
    return dict(headers)["location"]


@pytest.mark.parametrize(
    ("link", "kind", "arrives"),
    [
        ("/principle?principle=3&lang=en", {}, "/principle?principle=3&lang=en"),
        ("/principle", {"came_from": "evil.example.org"}, "/"),
        ("/principle", {"state": "of another tab"}, "/"),
        ("//evil.example.org/", {}, "/"),
        ("/\\evil.example.org/", {}, "/"),
    ],
)
def test_the_link_one_came_for_survives(link: str, kind: dict[str, str], arrives: str) -> None:
    """The page's own, of the same sign-in; nobody is sent elsewhere."""
    assert journey(link, **kind) == arrives


def test_cookies_are_for_tls_alone() -> None:
    """Where the address is https; on this machine without TLS they would not come back."""
    answer = {"set-cookie": "_streamlit_user=x; HttpOnly"}
    for address, secure in ((SETTINGS["OEJENHOEJDE_ADDRESS"], True), ("http://127.0.0.1:8501", False)):
        _, headers = passed(
            lambda app, a=address: SignInCookies(app, settings(OEJENHOEJDE_ADDRESS=a)), "/", answer
        )
        assert headers[0][1].endswith("; Secure") is secure


@pytest.mark.parametrize(
    ("host", "status"),
    [("oejenhoejde.example.org", 200), ("OEJENHOEJDE.example.org", 200), ("evil.org", 403), ("", 403)],
)
def test_only_the_own_address_is_answered(host: str, status: int) -> None:
    """Whatever name is pointed at the machine."""
    assert passed(lambda app: OwnAddressOnly(app, settings().origin), "/", {}, host=host)[0] == status


def test_the_code_counts_once(own_register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is printed while nobody is administrator, and void after some wrong tries."""
    store, first = new_empty(own_register), FirstAdministrator()
    assert not first.is_right("")
    first.print_code(store)
    code = capsys.readouterr().err.partition("comes then: ")[2].partition(". It")[0]
    assert not first.is_right("wrong")
    assert (first.is_right(f" {code} "), first.is_right(code)) == (True, False)
    first.print_code(store)
    code = capsys.readouterr().err.partition("comes then: ")[2].partition(". It")[0]
    assert not any(first.is_right("wrong") for _ in range(TRIES))
    assert not first.is_right(code)
    become_first_administrator(store, {"sub": "4711", "name": "Mette"})
    first.print_code(store)
    assert capsys.readouterr().err == ""
    store.close()


def test_a_name_is_asked_for_once(own_register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the machine's user is no person; root never signs."""
    monkeypatch.delenv(SETTING)
    monkeypatch.setattr("getpass.getuser", lambda: "root")
    assert local_name(own_register) == ""
    screen = open_page("followup", lang="en")
    screen.text_input(key="local name").input("  Karen   Kjær ")
    next(each for each in screen.button if each.label == "Save the name").click().run()
    assert local_name(own_register) == "Karen Kjær"
    assert "Write your name" not in words_on(screen)
    write_local_name(own_register, "x" * 200)
    assert len(local_name(own_register)) == 80
    monkeypatch.setenv(SETTING, "Fra indstillingen")
    assert local_name(own_register) == "Fra indstillingen"


def test_who_writes_before_giving_a_name_is_asked_for_it(
    with_demonstration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was typed stays, and the page says what is missing; it does not break."""
    monkeypatch.delenv(SETTING)
    monkeypatch.setattr("getpass.getuser", lambda: "root")
    screen = open_page("assessments", lang="en", round="2026-2029/midterm", body="cjv", principle="5")
    reason = next(each for each in screen.text_area if each.label == "The reason, in words")
    reason.input("Uden navn.").run()
    assert not screen.exception and "Write your name at the top of the page first" in words_on(screen)
    assert next(each for each in screen.text_area if each.key == reason.key).value == "Uden navn."


def test_alone_one_is_administrator(own_register: Path) -> None:
    """The page says that nobody signs in, and shows who may what."""
    new_empty(own_register).close()
    words = words_on(open_page("access", lang="en"))
    assert "Nobody signs in here" in words and "No rule is written yet." in words


@pytest.mark.parametrize(
    ("path", "answer", "arrives"),
    [
        ("/auth/login", {"status": "400"}, "/principle?lang=en&sign_in=no_answer"),
        ("/auth/login", {"location": "https://login.example.org/authorize?state=abc"}, None),
        (
            "/oauth2callback?error=access_denied&state=abc",
            {"location": "/gaps?lang=en"},
            "/gaps?lang=en&sign_in=refused",
        ),
        ("/oauth2callback?code=x&state=abc", {"location": "/"}, "/?sign_in=broken"),
        (
            "/oauth2callback?code=x&state=abc",
            {"location": "/", "set-cookie": "_streamlit_user=x; HttpOnly"},
            None,
        ),
        (
            "/oauth2callback?code=x",
            {"location": "/", "set-cookie": '_streamlit_user=""; Max-Age=0'},
            "/?sign_in=broken",
        ),
        ("/oauth2callback", {"location": "/"}, None),
    ],
)
def test_a_sign_in_that_goes_wrong_leads_back(path: str, answer: dict[str, str], arrives: str | None) -> None:
    """To the page one came from, with what it was; one that goes well is left alone, as signing out is."""
    kind = {"host": "oejenhoejde.example.org", "referer": "https://oejenhoejde.example.org/principle?lang=en"}
    status, headers = passed(SignInTrouble, path, answer, **kind)
    assert (status, dict(headers).get("location")) == (302, arrives or answer["location"])
