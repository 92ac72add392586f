"""The pages as people who signed in see them: nobody, somebody without a role, an administrator, a reader.

What the provider says is put where Streamlit keeps it; the sign-in itself is tried in ``tests/browser``.
"""

import time

import pytest
from streamlit.testing.v1 import AppTest

from data import queries
from data.models import AccessRule
from pages import session
from pages.server.first_administrator import FIRST_ADMINISTRATOR
from tests.pages.conftest import administrator
from tests.support import screens
from tests.support.screens import open_page, press
from tests.support.sign_ins import Say
from workflow.access import grant_access
from workflow.person import Role, at_this_machine


def words_on(screen: AppTest) -> str:
    """The text of a page as people read it: without what keeps it from being Markdown."""
    return screens.words_on(screen).replace("\\", "")


def asks_to_sign_in(page: str = "overview") -> bool:
    """Whether nothing but the way in is shown."""
    labels = [button.label for button in open_page(page, lang="en").button]
    return "Sign in" in labels


@pytest.mark.parametrize(
    "claims",
    [
        {"is_logged_in": False},
        {"exp": time.time() - 600},
        {"aud": "another"},
        {"aud": ["another", "third"]},
        {"iss": "https://evil.example.org"},
        {"sub": ""},
    ],
)
def test_who_has_not_signed_in_here_sees_nothing(signs_in: Say, claims: dict[str, object]) -> None:
    """Nor whose sign-in has run out, or was for another program or by another provider."""
    signs_in(**claims)
    assert asks_to_sign_in()


def test_the_first_administrator_writes_the_code(signs_in: Say, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong one is refused; then the page is the one that was asked for."""
    signs_in()
    FIRST_ADMINISTRATOR.print_code(session.store())
    code = capsys.readouterr().err.partition("comes then: ")[2].partition(". It")[0]
    screen = open_page("access", lang="en")
    assert "You are signed in as Mette Møller." in words_on(screen)
    assert "The sign-in named no groups." in words_on(screen)
    screen.text_input(key="first code").input("wrong")
    press(screen, "Become the first administrator")
    assert "That is not the code" in words_on(screen)
    screen.text_input(key="first code").input(code)
    press(screen, "Become the first administrator")
    assert [each.value for each in screen.title] == ["Access"]


def test_an_administrator_writes_rules(signs_in: Say) -> None:
    """Added, changed and taken away, each with a sentence; what is not whole is refused."""
    signs_in()
    administrator()
    screen = open_page("access", lang="en")
    press(screen, "Add the rule")
    assert "Write the claim and its value" in words_on(screen)
    screen.text_input(key="access value new").input("by")
    press(screen, "Add the rule")
    assert "“groups by: reader” is added." in words_on(screen)
    screen = open_page("access", lang="en", rule="groups:by:reader")
    screen.selectbox(key="access role groups:by:reader").select(Role.SECRETARY)
    press(screen, "Save the rule")
    assert "“groups by: secretary” is saved." in words_on(screen)
    rules = [(rule.value, rule.role) for rule in queries.access.rules(session.store())]
    assert ("by", Role.SECRETARY) in rules and len(rules) == 2


def test_a_reader_reads_and_does_not_administer(signs_in: Say) -> None:
    """The page is refused with whose it is, and only the open version of documents is offered."""
    signs_in(groups=["alle"])
    administrator()
    signs_in(groups=["alle"], sub="1", name="Bo")
    grant_access(session.store(), at_this_machine("Ida"), AccessRule("groups", "alle", Role.READER))
    assert "Bo may not do this. It is for: administrator." in words_on(open_page("access", lang="en"))
    documents = open_page("documents", lang="en", round="2022-2025/endterm")
    assert documents.radio[1].options == ["Open: for everybody"]


def test_a_visit_that_was_ended_is_over(signs_in: Say) -> None:
    """With the same cookie too; one that begins anew is another."""
    signs_in()
    administrator()
    screen = open_page("access", lang="en")
    assert "Mette Møller: since " in words_on(screen)
    press(screen, "Sign out everywhere")
    assert asks_to_sign_in("access")
    signs_in(nonce="another")
    screen = open_page("access", lang="en")
    press(screen, "End the visits of Mette Møller")
    assert asks_to_sign_in("access")


@pytest.mark.parametrize("claim", [{"hasgroups": "true"}, {"_claim_names": {"groups": "src1"}}])
def test_too_many_groups_are_told(signs_in: Say, claim: dict[str, object]) -> None:
    """Entra leaves them out then, and says only that there are some."""
    signs_in(**claim)
    assert "You are in so many groups that the sign-in leaves them out." in words_on(
        open_page("overview", lang="en")
    )


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        ("no_answer", "The sign-in does not answer."),
        ("refused", "The sign-in was broken off, or refused you."),
        ("broken", "The sign-in could not be completed."),
    ],
)
def test_what_went_wrong_is_said_on_the_page(signs_in: Say, problem: str, sentence: str) -> None:
    """With the button to try again; it is gone from the link, and what the link makes up says nothing."""
    screen = open_page("overview", lang="en", sign_in=problem)
    assert sentence in words_on(screen) and "sign_in" not in screen.query_params
    assert "Sign in" in [button.label for button in screen.button]
    assert not open_page("overview", lang="en", sign_in="made up").error
