"""What somebody does on the pages is an event: sign-ins, refusals, confidential words, downloads."""

import re
from pathlib import Path

import pytest

from data import drafts
from data.errors import NotPermitted
from data.models import AccessRule
from language import Sentence
from pages import session
from tests.pages.conftest import administrator
from tests.support.screens import ROOT, open_page, press, words_on
from tests.support.sign_ins import Say
from workflow.access import grant_access
from workflow.person import Role, at_this_machine

CLOSED = {"lang": "en", "round": "2022-2025/endterm"}


def events(action: str) -> list[tuple[str, str, str, str]]:
    """Person, roles, subject and note of the events of a kind."""
    return session.store().rows(
        "select person, roles, subject, note from audit_events where action = $action order by entry",
        action=action,
    )


def test_sign_in_and_out(signs_in: Say) -> None:
    """Once a visit, with the roles that somebody came with; the way out says whether it was everywhere."""
    signs_in()
    administrator()
    screen = open_page("access", lang="en")
    screen.run()
    press(screen, "Sign out everywhere")
    who = ("Mette Møller", "administrator", "")
    assert events("sign_in") == [(*who, "")]
    assert events("sign_out") == [(*who, "everywhere")]


def test_a_refused_page_is_an_event_once_an_hour(signs_in: Say) -> None:
    """Of whoever asked for it, however often it is drawn."""
    signs_in(sub="1", name="Bo", groups=["alle"])
    grant_access(session.store(), at_this_machine("Ida"), AccessRule("groups", "alle", Role.READER))
    open_page("access", lang="en").run()
    assert events("refusal") == [("Bo", "reader", "access", "")]


def test_who_has_no_role_is_refused(signs_in: Say) -> None:
    """And so is a wrong code of the first administrator."""
    signs_in()
    screen = open_page("overview", lang="en")
    screen.text_input(key="first code").input("wrong")
    press(screen, "Become the first administrator")
    assert [row[2] for row in events("refusal")] == ["no role", "first administrator"]


def test_confidential_words_are_read_once_an_hour(with_demonstration: Path) -> None:
    """Whose words they were: round and body; the words themselves never."""
    screen = open_page("assessments", **CLOSED, body="cki", principle="4")
    screen.run()
    subjects = [subject for _, _, subject, _ in events("confidential_read")]
    assert subjects.count("2022-2025/endterm cki") == 1
    assert all(re.fullmatch(r"\d{4}-\d{4}/\w+ [\w-]+", subject) for subject in subjects)


def test_a_download_is_an_event(with_demonstration: Path) -> None:
    """When the file is made; of confidential words twice, as their read too."""
    open_page("overview", **CLOSED)
    make = session.with_event(lambda: b"bytes", "case.docx", is_confidential=True)
    assert events("download") == []
    assert make() == b"bytes"
    who = ("Ida Prøve", "administrator;secretary", "case.docx")
    assert events("download") == [(*who, "confidential")]
    assert events("confidential_read") == [(*who, "")]


def test_a_file_that_is_refused_is_an_event(with_demonstration: Path) -> None:
    """Somebody lost the right while the page stood open."""

    def refused() -> bytes:
        raise NotPermitted(Sentence("Not yours."))

    open_page("overview", **CLOSED)
    with pytest.raises(NotPermitted):
        session.with_event(refused, "case.docx")()
    assert [row[2] for row in events("refusal")] == ["case.docx"]
    assert events("download") == []


def test_old_drafts_end_and_others_say_when(with_open_round: Path) -> None:
    """At the first page of a day; a draft bears its last day where somebody else could go on with it."""
    place = ("2022-2025/midterm", "by", 1)
    for sitting in ("old", "new"):
        drafts.keep(session.store(), place, (sitting, "Bo"), {"justification": sitting}, 0)
    with session.store().transaction() as cursor:
        cursor.execute("update unfinished set kept_at = kept_at - interval 91 day where sitting = 'old'")
    link = {"lang": "en", "round": place[0], "body": "by", "principle": "1"}
    screen = open_page("assessments", **link)
    assert [draft.sitting for draft in drafts.kept(session.store(), place)] == ["new"]
    assert "It is thrown away on" in words_on(screen)
    assert events("draft_expiry") == [("", "", "drafts 1", "")]


def test_every_file_goes_through_the_one_button() -> None:
    """No page offers a file past the log; a backup's command says itself that it was fetched."""
    scripts = [path for path in (ROOT / "pages").rglob("*.py") if "st.download_button(" in path.read_text()]
    assert sorted(path.name for path in scripts) == ["backups.py", "download.py"]
