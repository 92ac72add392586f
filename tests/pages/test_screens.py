"""Every page as a script: in both languages, with much, with little and with nothing in the register."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from data import drafts, queries
from data.database import Store
from data.models import AssessmentPlace
from evaluation.evaluate import evaluate, find_round
from evaluation.scales import VERDICTS
from language import speak
from pages import session
from tests.support.planted_markup import MARK, markup_on, planted_register
from tests.support.registers import ROUNDS, new_empty, take_all
from tests.support.screens import PAGES, open_page, press, rows_on, words_on
from tests.support.waiting import LIMIT
from workflow.answers import AssessmentAnswer
from workflow.assessments import save_assessment
from workflow.correspondence import note_sent
from workflow.person import at_this_machine

OPEN = {"round": "2022-2025/endterm", "body": "plan", "principle": "1", "lang": "en"}
PLACE = "2022-2025/endterm:plan:1"


LINKS = {
    "consultation": {"consultation": "D24-01", "edit": "true"},
    "clarification": {"consultation": "D26-17"},
}
"""Pages that show most of one record."""


@pytest.fixture(scope="session")
def planted_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration records with signs of Markdown and HTML in every text, to copy from."""
    path = tmp_path_factory.mktemp("planted") / "register.duckdb"
    planted_register(path).close()
    return path


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_in_both_languages(
    planted_file: Path, own_register: Path, monkeypatch: pytest.MonkeyPatch, page: str, language: str
) -> None:
    """No exception, a title, the demonstration marked, and nothing that people wrote read as markup, a
    body's, a method's and the reader's own name among it.
    """
    shutil.copy(planted_file, own_register)
    monkeypatch.setenv("OEJENHOEJDE_NAME", MARK)
    rounds = {"da": "2022-2025/endterm", "en": "2026-2029/midterm"}
    screen = open_page(page, lang=language, round=rounds[language], **LINKS.get(page, {}))
    assert not screen.exception
    assert screen.title[0].value
    assert speak(language)(
        "Demonstration: all records are fictitious, and no real committee or centre has said any of this."
    ) in words_on(screen)
    assert markup_on(screen) == set()


@pytest.mark.thorough
@pytest.mark.parametrize("page", PAGES)
def test_an_empty_register_invites(own_register: Path, page: str) -> None:
    """Rounds are planned, but there are no bodies, consultations or assessments: pages say what to do, not
    that they failed.
    """
    new_empty(own_register).close()
    screen = open_page(page, lang="en")
    assert not screen.exception
    assert not screen.error
    assert "Demonstration" not in words_on(screen)


@pytest.mark.thorough
@pytest.mark.parametrize("page", PAGES)
def test_a_register_without_rounds_invites(own_register: Path, page: str) -> None:
    """Even the rounds may be missing."""
    store = new_empty(own_register)
    with store.transaction() as cursor:
        cursor.execute("delete from rounds")
    store.close()
    screen = open_page(page, lang="en")
    assert not screen.exception
    assert not screen.error


@pytest.mark.parametrize("content", [b"no database", None], ids=["damaged", "newer"])
def test_a_register_that_cannot_be_opened_is_one_sentence(own_register: Path, content: bytes | None) -> None:
    """The page says what is wrong; there is no traceback."""
    if content is None:
        new_empty(own_register).close()
        with duckdb.connect(str(own_register)) as newer:
            newer.execute("insert into schema_versions values (9999, current_date)")
    else:
        own_register.write_bytes(content)
    screen = open_page("overview", lang="en")
    assert (len(screen.exception), len(screen.error)) == (0, 1)


def test_the_overview_says_what_the_evaluation_found(with_demonstration: Path) -> None:
    """The five verdicts on the page are those of the evaluation, in order."""
    screen = open_page("overview", lang="en", round="2022-2025/endterm")
    verdicts = [row["verdict"]["text"] for row in rows_on(screen)["rows"]]
    assert verdicts == [
        VERDICTS[finding.verdict.final]
        for finding in evaluate(session.store(), find_round(session.store(), "2022-2025/endterm")).principles
    ]


@pytest.mark.thorough
@pytest.mark.no_cover
@pytest.mark.parametrize("page", PAGES)
def test_an_unknown_link_falls_back(with_demonstration: Path, page: str) -> None:
    """What a link asks for in vain is left out quietly."""
    assert not open_page(
        page, lang="xx", round="nope", principle="9", consultation="nope", body="nope"
    ).exception


def fill(screen: object, **values: object) -> None:
    """Put values into the form's fields by their names."""
    for name, value in values.items():
        field = next(
            each
            for kind in ("text_area", "radio", "multiselect", "checkbox")
            for each in getattr(screen, kind)
            if each.key == f"{name} {PLACE}"
        )
        field.set_value(value)


def stored(path: Path) -> tuple[object, ...] | None:
    """What is stored of the assessment in the form: status, rating, version, justification."""
    round_key, body, _ = PLACE.split(":")
    assessment = queries.assessments.of_body(session.store(), round_key, body, 1)
    return (
        (assessment.status, assessment.rating, assessment.version, assessment.justification)
        if assessment
        else None
    )


def test_an_assessment_is_submitted(with_open_round: Path) -> None:
    """Reason and step chosen: stored, and the page says so."""
    screen = open_page("assessments", **OPEN)
    fill(screen, justification="Rammen lå klar.", rating="4")
    press(screen, "Submit")
    assert stored(with_open_round) == ("submitted", 4, 1, "Rammen lå klar.")
    assert [each.value for each in screen.success] == [
        session.plain("Submitted. The evaluation counts it from now on.")
    ]


def test_a_draft_promises_nothing(with_open_round: Path) -> None:
    """What a body would change is on its page once it is submitted, and not while it is written."""
    place = AssessmentPlace(OPEN["round"], "plan", 1)
    draft = AssessmentAnswer({"justification": "Ord", "to_change": "Varsl før."}, status="draft")
    save_assessment(session.store(), at_this_machine("Ida"), place=place, answer=draft, version=0)
    assert "Varsl før" not in words_on(open_page("body", **OPEN))
    answer = replace(draft, rating=4, status="submitted")
    save_assessment(session.store(), at_this_machine("Ida"), place=place, answer=answer, version=1)
    assert "Varsl før" in words_on(open_page("body", **OPEN))


def test_unsaved_text_is_counted_as_the_draft_that_the_table_marks(with_open_round: Path) -> None:
    """In the line above the table too."""
    open_page("assessments", **OPEN)
    place = (OPEN["round"], "plan", 2)
    drafts.keep(session.store(), place, ("a", "Ida"), {"justification": "Ikke gemt"}, 0)
    screen = open_page("assessments", **OPEN)
    assert "0 of 10 answers are submitted" in words_on(screen) and "1 is a draft" in words_on(screen)
    table = screen.dataframe[0].value
    assert list(table["2"]) == ["✎ draft", "! late"]
    assert not {"Sent out", "Answers in"} & set(table)  # noted of no body
    day = date(2025, 8, 20)
    note_sent(session.store(), at_this_machine("Ida"), round_key=OPEN["round"], bodies=["plan"], day=day)
    table = open_page("assessments", **OPEN).dataframe[0].value
    assert list(table["Sent out"]) == ["20/08/2025", ""] and "Answers in" not in table


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"justification": "Uden trin."}, "Choose a step"),
        ({"rating": "4"}, "The reason, in words"),
        ({"justification": "Borger 010190-1234.", "rating": "4"}, "possible CPR number"),
    ],
)
def test_what_cannot_be_submitted_is_told_and_not_stored(
    with_open_round: Path, values: dict[str, str], sentence: str
) -> None:
    """A missing step, a missing reason, a CPR number: one sentence each, and the words stay in the form."""
    screen = open_page("assessments", **OPEN)
    fill(screen, **values)
    press(screen, "Submit")
    assert stored(with_open_round) is None
    assert session.plain(sentence) in screen.error[0].value
    assert next(
        each for each in screen.text_area if each.key == f"justification {PLACE}"
    ).value == values.get("justification", "")


def test_a_draft_needs_no_step(with_open_round: Path) -> None:
    """Unfinished words are kept."""
    screen = open_page("assessments", **OPEN)
    fill(screen, justification="Kun begyndt.")
    press(screen, "Save as draft")
    assert stored(with_open_round) == ("draft", None, 1, "Kun begyndt.")


def test_cannot_be_judged_is_an_answer(with_open_round: Path) -> None:
    """With its reason it is submitted, and it is no rating."""
    screen = open_page("assessments", **OPEN)
    fill(screen, justification="Ingen sager.", rating="not_assessable")
    press(screen, "Submit")
    assessment = queries.assessments.of_body(session.store(), "2022-2025/endterm", "plan", 1)
    assert assessment is not None and (assessment.not_assessable, assessment.rating, assessment.status) == (
        True,
        None,
        "submitted",
    )


def test_a_clash_shows_both_texts(with_open_round: Path) -> None:
    """Somebody saved in between: theirs is stored and shown, mine is still in the form."""
    screen = open_page("assessments", **OPEN)
    fill(screen, justification="Mine ord.", rating="4")
    place, theirs = (
        AssessmentPlace("2022-2025/endterm", "plan", 1),
        AssessmentAnswer({"justification": "Andres ord."}),
    )
    save_assessment(session.store(), at_this_machine("another"), place=place, answer=theirs, version=0)
    press(screen, "Submit")
    assert stored(with_open_round) == ("draft", None, 1, "Andres ord.")
    assert "Andres ord" in words_on(screen)
    assert (
        next(each for each in screen.text_area if each.key == f"justification {PLACE}").value == "Mine ord."
    )


@pytest.mark.parametrize("state", ["closed", "planned"])
def test_only_an_open_round_has_a_form(with_open_round: Path, state: str) -> None:
    """Closed and planned rounds say why nothing can be written."""
    store = Store(with_open_round)
    take_all(store, {"rounds": [ROUNDS[1] | {"status": state}]})
    store.close()
    screen = open_page("assessments", **OPEN)
    assert not screen.exception
    assert (len(screen.text_area), len(screen.info) >= 1) == (0, True)


def test_peoples_words_are_shown_as_text(with_open_round: Path) -> None:
    """No sign of theirs becomes bold, a picture, a formula, a link or HTML."""
    awkward = "**fed** <b>x</b> $x^2$ :material/home: [link](http://a.b) # top ![i](http://c.d/e.png)"
    store = Store(with_open_round)
    row = {
        "round": "2022-2025/endterm",
        "body": "plan",
        "principle": "1",
        "rating": "4",
        "status": "submitted",
        "justification": awkward,
        "worked_well": awkward,
    }
    take_all(store, {"assessments": [row]})
    store.close()
    screen = open_page("principle", **OPEN)
    assert awkward in [each.value for each in screen.text]
    assert any(session.plain(awkward) in each.value for each in screen.markdown)
    assert not any(awkward in each.value for each in screen.markdown)


def _fails() -> None:
    from pages.server.page_failure import tell_failure

    tell_failure(ValueError("a secret detail"))


def test_an_unusable_register_is_in_the_log(own_register: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Once, when the server starts: whoever looks after it need not open a page."""
    from pages.server.startup import try_register

    own_register.write_bytes(b"no database at all")
    try_register()
    (line,) = caplog.messages
    assert str(own_register) in line and "is damaged or is no register" in line


def test_an_unforeseen_error_is_one_sentence(own_register: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A person reads what to do and when it happened; the detail is in the log alone."""
    screen = AppTest.from_function(_fails, default_timeout=LIMIT).run()
    assert "Indlæs siden igen" in screen.error[0].value
    assert "secret" not in words_on(screen)
    assert "a secret detail" in caplog.text


@pytest.mark.thorough
@pytest.mark.no_cover
@pytest.mark.parametrize("page", sorted(PAGES.keys() - {"meeting"}))
def test_every_page_changes_its_language(with_demonstration: Path, page: str) -> None:
    """Whatever kinds of field are on it."""
    screen = open_page(page, lang="en", **LINKS.get(page, {}))
    press(screen, "Dansk")
    assert not screen.exception and not screen.error
    assert screen.query_params["lang"] == "da"
