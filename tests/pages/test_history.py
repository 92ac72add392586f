"""The page of changes and events, for administrators alone."""

from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data import drafts, queries, visits
from data.audit import Action, AuditEvent, record
from data.confidential import EVERY_BODY
from data.models import AccessRule, AssessmentPlace, Role
from data.queries.change_search import Search
from language import speak
from pages import session
from pages.components.history_changes import changes_csv
from pages.components.history_events import events_csv
from tests.pages.conftest import administrator
from tests.support.screens import everything_on, open_page, press, words_on
from tests.support.sign_ins import Say
from workflow.access import grant_access
from workflow.answers import AssessmentAnswer
from workflow.assessments import save_assessment
from workflow.consultations import register_consultation, save_consultation, stored_consultation
from workflow.person import Person, at_this_machine

ENGLISH = speak("en")
IDA = at_this_machine("Ida")
PLACE = AssessmentPlace("2022-2025/midterm", "by", 1)
CONFIDENTIAL = "Direktøren sov gennem mødet"


def plain_words(screen: AppTest) -> str:
    """The text of a page as people read it."""
    return words_on(screen).replace("\\", "")


@pytest.fixture
def with_changes(with_open_round: Path) -> Path:
    """A consultation that was registered and renamed, and a confidential answer."""
    key = register_consultation(session.store(), IDA, {"title": "Cykelsti"})
    values = stored_consultation(session.store(), key) or {}
    save_consultation(session.store(), IDA, key, values=values | {"title": "Cykelstien"}, read=values)
    answer = AssessmentAnswer({"justification": CONFIDENTIAL}, rating=2, confidential=True)
    save_assessment(session.store(), IDA, place=PLACE, answer=answer, version=0)
    return with_open_round


def test_changes_say_who_in_which_role_and_from_what_to_what(with_changes: Path) -> None:
    """The newest first, with a way to the record."""
    screen = open_page("history", lang="en", changes_kind="consultations")
    assert not screen.exception
    text = plain_words(screen)
    assert "**Consultation: Cykelstien** · Changed" in text
    assert "Ida (administrator, secretary)" in text
    assert "Title: from “Cykelsti” to “Cykelstien”" in text
    assert "consultation=" in everything_on(screen)


def test_confidential_words_are_for_secretaries(signs_in: Say) -> None:
    """An administrator reads that there was an answer, and can't find out by searching what it says."""
    signs_in()
    administrator()
    key = "2022-2025/endterm:cki:4"
    (answer,) = queries.assessments.by_keys(session.store(), [key], readership=EVERY_BODY)
    words = str(answer.justification)[:20]
    screen = open_page("history", lang="en", changes_text=key)
    assert answer.confidential and "Closed words: what stood here" in words_on(screen)
    assert words not in plain_words(screen)
    screen = open_page("history", lang="en", changes_text=words)
    assert "No change fits the search." in words_on(screen)


def test_who_is_secretary_too_reads_them_and_that_is_an_event(with_changes: Path) -> None:
    """At this machine one has all roles; the file holds them for nobody."""
    screen = open_page("history", lang="en", changes_text="direktøren")
    assert CONFIDENTIAL in plain_words(screen)
    reads = queries.events.page(session.store(), Search(kind="confidential_read"), slice(0, 9))
    assert [event.subject for event in reads] == ["2022-2025/midterm:by:1"]
    assert CONFIDENTIAL not in changes_csv(Search(), ENGLISH).decode()


def test_changes_as_a_file(with_changes: Path) -> None:
    """A row a field; what a spreadsheet would calculate is text."""
    register_consultation(session.store(), IDA, {"title": "=1+1"})
    lines = changes_csv(Search(kind="consultations"), ENGLISH).decode("utf-8-sig").splitlines()
    assert lines[0] == "Entry;When;Who;Role;What;Kind;Record;Field;Before;After"
    assert any(line.endswith("Consultation;Cykelstien;Title;Cykelsti;Cykelstien") for line in lines)
    assert any(line.endswith("'=1+1") for line in lines) and not any(line.endswith(";=1+1") for line in lines)


def test_events_are_searched_and_read(with_changes: Path) -> None:
    """By kind and word; a command is called as its right is, in the reader's language."""
    at = datetime(2026, 11, 1, 12)
    record(session.store(), AuditEvent(Action.DOWNLOAD, "Bo", frozenset({Role.READER}), "=case.docx"), at=at)
    rows = open_page("history", lang="da", history="events", events_kind="command").table[0].value
    assert len(rows) == 3 and "Registrere og ændre" in str(rows)
    screen = open_page("history", lang="en", history="events", events_text="case.docx")
    assert "1 entry" in words_on(screen)
    csv = events_csv(Search(text="case.docx"), ENGLISH).decode("utf-8-sig").splitlines()
    assert csv == [
        "When;Who;Role;What;Outcome;About;Command;Note",
        "1 November 2026 at 13:00;Bo;reader;Download;Done;'=case.docx;;",
    ]


def test_never_more_than_a_page_is_sent(with_open_round: Path) -> None:
    """However much there is; the second page holds the older ones."""
    for number in range(25):
        record(session.store(), AuditEvent(Action.DOWNLOAD, "Bo", subject=f"{number}.docx"))
    screen = open_page("history", lang="en", history="events", events_kind="download")
    assert "25 entries" in words_on(screen)
    assert [str(cell) for cell in screen.table[0].value["About"]][::19] == ["24\\.docx", "5\\.docx"]
    screen = open_page("history", lang="en", history="events", events_kind="download", events_page="2")
    assert len(screen.table[0].value) == 5


def test_others_are_refused(with_demonstration: Path, signs_in: Say) -> None:
    """It is not in their menu either."""
    signs_in(groups=["alle"], sub="1", name="Bo")
    grant_access(session.store(), IDA, AccessRule("groups", "alle", Role.SECRETARY))
    assert "Bo may not do this. It is for: administrator." in plain_words(open_page("history", lang="en"))


def test_nothing_there_is_said(with_open_round: Path) -> None:
    """An empty log, and a search that nothing fits."""
    assert "Nothing has happened yet." in words_on(open_page("history", lang="en", history="events"))
    assert "Ingen ændringer passer" in words_on(open_page("history", lang="da", changes_text="xyzzy"))


def test_personal_data_is_found_and_taken_out(with_open_round: Path) -> None:
    """Where it stands is shown first; records are changed on their own pages, and that is said."""
    register_consultation(session.store(), IDA, {"title": "Klage fra Mette Møller"})
    screen = open_page("history", lang="en", history="personal")
    table = str(screen.table[0].value)
    assert f"{drafts.KEPT.days} days after the last change" in table
    assert f"{visits.KEPT.days} days after they were last seen" in table
    screen.text_input(key="personal text").input("M")
    press(screen, "Find it")
    assert "Write at least 3 letters" in words_on(screen)
    screen.text_input(key="personal text").input("mette  møller")
    press(screen, "Find it")
    assert "History of records: 1" in plain_words(screen)
    searches = queries.events.page(session.store(), Search(kind="personal_data_search"), slice(0, 9))
    assert [(event.person, event.subject, event.note) for event in searches] == [("Ida Prøve", "", "")]
    assert "Consultation (1)" in plain_words(screen)
    press(screen, "Yes, remove it for good")
    assert "Write why it is removed" in words_on(screen)
    screen.text_input(key="personal reason").input("Bad om det")
    press(screen, "Yes, remove it for good")
    assert not screen.exception and "It is removed." in plain_words(screen)
    (change,) = queries.change_search.page(
        session.store(), Search(kind="consultations"), readership=EVERY_BODY, rows=slice(0, 9)
    )
    assert "Klage fra [fjernet 20" in str(change.after)
    (event,) = queries.events.page(session.store(), Search(kind="personal_data_removal"), slice(0, 9))
    assert (event.person, event.subject, event.note) == ("Ida Prøve", "history 1", "Bad om det")


def test_one_place_can_be_picked(with_open_round: Path) -> None:
    """The others stay as they are."""
    keys = [register_consultation(session.store(), IDA, {"title": f"Møllers {name}"}) for name in "ab"]
    screen = open_page("history", lang="en", history="personal")
    screen.text_input(key="personal text").input("Møllers")
    press(screen, "Find it")
    newest = screen.multiselect(key="personal only").options[0]
    screen.multiselect(key="personal only").select(newest)
    screen.text_input(key="personal reason").input("Bad om det")
    press(screen, "Yes, remove it for good")
    changes = queries.change_search.page(
        session.store(), Search(text="møllers"), readership=EVERY_BODY, rows=slice(0, 9)
    )
    assert [change.record for change in changes] == [keys[0]]


def test_a_name_is_shown_as_text(with_open_round: Path) -> None:
    """Whatever somebody is called at the provider."""
    record(session.store(), AuditEvent(Action.SIGN_IN, Person("<b>Bo</b>").name))
    screen = open_page("history", lang="en", history="events", events_kind="sign_in")
    assert "\\<b\\>Bo" in str(screen.table[0].value.iloc[0, 0])
