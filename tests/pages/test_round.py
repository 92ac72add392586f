"""A round from its plan to its erratum, page by page, without a browser."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextArea

from data import drafts, queries
from data.confidential import EVERY_BODY
from data.database import Store
from data.models import AssessmentPlace
from data.writing import RowChange, save_records
from evaluation.evaluate import find_round
from evaluation.snapshot import evaluation_json
from pages import session
from tests.support.registers import BODIES, ROUNDS, copy_with, take_all, thaw
from tests.support.screens import PAGES, ROOT, open_page, press, rows_on, words_on
from tests.support.waiting import LIMIT
from workflow.answers import AssessmentAnswer
from workflow.assessments import save_assessment
from workflow.person import at_this_machine

pytestmark = pytest.mark.thorough

OPEN, ENDED = "2026-2029/midterm", "2022-2025/endterm"
CLOSE = "Yes, close it for good"
MINE = {"lang": "en", "round": ROUNDS[1]["round"]}


@pytest.fixture
def with_open_round(own_register: Path) -> Path:
    """One committee, one centre, two open rounds, and an action of the first."""
    action = {
        "action": "a",
        "round": ROUNDS[0]["round"],
        "principle": "2",
        "text": "Svar alle.",
        "state": "started",
        "owner": "Center for By",
    }
    return copy_with(own_register, {"rounds": ROUNDS, "bodies": BODIES, "actions": [action]})


def another(screen: AppTest | None, page: str, **link: str) -> AppTest:
    """A second visitor of the same server."""
    other = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=LIMIT)
    for name, value in link.items():
        other.query_params[name] = value
    other.run()
    for name, value in link.items():
        other.query_params[name] = value
    return other.switch_page(PAGES[page]).run()


def answer(body: str, principle: int, words: str, version: int = 0) -> None:
    """Somebody else saves an assessment."""
    place = AssessmentPlace(ROUNDS[1]["round"], body, principle)
    reply = AssessmentAnswer({"justification": words}, rating=4, status="submitted")
    save_assessment(session.store(), at_this_machine("Bo"), place=place, answer=reply, version=version)


def conclude_everything() -> None:
    """Answers, conclusions and outcomes, so that nothing is missing."""
    for body in ("plan", "by"):
        for principle in range(1, 6):
            answer(body, principle, f"Ord fra {body} om {principle}.")
    rows = [
        RowChange("conclusions", {"round": ROUNDS[1]["round"], "principle": row, "text": "Ord."})
        for row in (*"12345", "proportionality")
    ]
    read = queries.exchange_rows.row(session.store(), "actions", {"action": "a"})
    assert read is not None
    save_records(
        session.store(),
        "Bo",
        [*rows, RowChange("actions", {**read, "state": "done", "outcome": "Det skete."}, read)],
    )


def test_a_new_term_is_created_with_two_rounds(with_open_round: Path) -> None:
    """One button; both rounds are planned and dated by halves of the term."""
    screen = open_page("rounds", **MINE)
    press(screen, session.plain("Create the election term 2030–2033 with its two rounds"))
    assert not screen.exception and len(screen.success) == 1
    rounds = {
        each.key: (each.status, str(each.period_from))
        for each in queries.rounds.oldest_first(session.store())
        if each.term == "2030-2033"
    }
    assert rounds == {
        "2030-2033/midterm": ("planned", "2030-01-01"),
        "2030-2033/endterm": ("planned", "2032-01-01"),
    }


def test_a_plan_is_saved_and_counted_back_from(with_open_round: Path) -> None:
    """Deadline and meeting days; the calendar shows what they mean."""
    screen, key = open_page("rounds", **MINE), ROUNDS[1]["round"]
    screen.date_input(key=f"answers_due_on {key}").set_value(date(2025, 11, 20))
    screen.date_input(key=f"meeting plan {key}").set_value(date(2025, 11, 3))
    press(screen, "Save the plan")
    assert not screen.exception and [each.value for each in screen.success] == [
        session.plain("The plan is saved.")
    ]
    assert queries.meetings.of_round(session.store(), key) == {"plan": date(2025, 11, 3)}
    calendar = str(screen.table[-1].value.values.tolist())
    assert all(
        day in calendar for day in ("06/10/2025", "24/10/2025", "03/11/2025", "10/11/2025", "20/11/2025")
    )
    screen.date_input(key=f"meeting plan {key}").set_value(None)
    press(screen, "Save the plan")
    assert queries.meetings.of_round(session.store(), key) == {}


def test_an_impossible_plan_is_told_and_not_saved(with_open_round: Path) -> None:
    """A deadline after the round closes."""
    screen, key = open_page("rounds", **MINE), ROUNDS[1]["round"]
    screen.date_input(key=f"answers_due_on {key}").set_value(date(2026, 11, 20))
    press(screen, "Save the plan")
    assert [each.value for each in screen.error] == [
        session.plain("“Answers due” must not lie after the round closes.")
    ]
    assert (
        next(each for each in queries.rounds.oldest_first(session.store()) if each.key == key).answers_due_on
        is None
    )


def test_a_planned_round_opens(with_open_round: Path) -> None:
    """From then on it can be written in."""
    link = {"lang": "en", "round": "2026-2029/endterm"}
    screen = open_page("rounds", **link)
    assert session.plain("is open too.") in words_on(screen)
    press(screen, "Yes, open it")
    assert not screen.exception and len(screen.success) == 1
    this_round = next(
        each for each in queries.rounds.oldest_first(session.store()) if each.key == link["round"]
    )
    assert (this_round.status, this_round.opens_on) == ("open", date.today())
    press(screen, "Put the round back to planned")
    assert not screen.exception
    assert (
        next(
            each for each in queries.rounds.oldest_first(session.store()) if each.key == link["round"]
        ).status
        == "planned"
    )


def test_a_round_with_answers_stays_open(with_open_round: Path) -> None:
    """Once anybody has answered, it can't be put back to planned."""
    assert "Put the round back to planned" in [each.label for each in open_page("rounds", **MINE).button]
    take_all(
        session.store(),
        {
            "assessments": [
                {"round": MINE["round"], "body": "plan", "principle": "1", "justification": "Et ord."}
            ]
        },
    )
    assert "Put the round back to planned" not in [each.label for each in open_page("rounds", **MINE).button]


def test_bodies_are_added_renamed_merged_and_split(with_open_round: Path) -> None:
    """Each on its own tab; what is left out is named, and then nothing is changed."""
    screen = open_page("organisation", **MINE)
    press(screen, "Add it")
    assert [each.value for each in screen.error] == [session.plain("Write the name. Nothing was changed.")]
    screen.radio(key="add level").set_value("centre")
    screen.text_input(key="add name").set_value("Center for Vand")
    screen.date_input(key="add from").set_value(date(2020, 1, 1))
    press(screen, "Add it")
    next(each for each in screen.selectbox if each.label == "Committee or centre").set_value("plan").run()
    screen.text_input(key="change name plan").set_value("Plan- og Byudvalget")
    press(screen, "Save the changes")
    screen.multiselect(key="merge bodies chosen").set_value(["plan", "by"])
    screen.text_input(key="merge name").set_value("Blandet")
    screen.date_input(key="merge day").set_value(date(2026, 1, 1))
    press(screen, "Merge")
    assert "cannot become one" in screen.error[0].value
    screen.multiselect(key="merge bodies chosen").set_value(["by", "center-for-vand"])
    press(screen, "Merge")
    screen.selectbox(key="split body chosen").set_value("plan")
    screen.text_area(key="split names").set_value("Planudvalget\n\nByudvalget")
    screen.date_input(key="split day").set_value(date(2026, 1, 1))
    press(screen, "Split")
    assert not screen.exception and not screen.error
    bodies = {
        body.name: (str(body.active_from), succeeds)
        for body, succeeds in queries.bodies.with_predecessors(session.store())
        if body.active_to is None
    }
    assert bodies == {
        "Blandet": ("2026-01-01", ("by", "center-for-vand")),
        "Planudvalget": ("2026-01-01", ("plan",)),
        "Byudvalget": ("2026-01-01", ("plan",)),
    }


@pytest.mark.parametrize(("typed", "stored"), [("85", 0.85), ("87,5 %", 0.875), ("87.5", 0.875)])
def test_a_norm_gets_a_value_from_a_day_on(with_open_round: Path, typed: str, stored: float) -> None:
    """Per cent as one writes it; the source is required."""
    screen = open_page("norms", **MINE, norm="frame_published")
    screen.text_input(key="value frame_published").set_value(typed)
    press(screen, "Save the norm")
    assert "needs its source" in screen.error[0].value
    screen.text_input(key="source frame_published").set_value("Økonomiudvalget 1. december 2026")
    press(screen, "Save the norm")
    assert not screen.exception and not screen.error
    newest = [norm for norm in queries.norms.dated(session.store()) if norm.key == "frame_published"][-1]
    assert newest.value == pytest.approx(stored)
    assert (newest.applies_from, newest.source) == (date.today(), "Økonomiudvalget 1. december 2026")


def test_a_norm_that_is_no_number_is_named(with_open_round: Path) -> None:
    """Nothing is saved."""
    screen = open_page("norms", **MINE, norm="groups")
    screen.text_input(key="value groups").set_value("mange")
    screen.text_input(key="source groups").set_value("Os")
    press(screen, "Save the norm")
    assert [each.value for each in screen.error] == [session.plain("“Value” is not a number.")]


def test_a_wording_gets_a_day(with_open_round: Path) -> None:
    """The break is in the trends from then on."""
    screen = open_page("norms", **MINE)
    screen.text_input(key="title_da 1").set_value("Ballerup Kommune sætter rammer")
    screen.date_input(key="applies_from 1").set_value(date(2027, 1, 1))
    screen.text_input(key="worded source 1").set_value("Kommunalbestyrelsen")
    press(screen, "Save the wording")
    assert not screen.exception and not screen.error
    assert (
        queries.principles.wording(session.store(), 1, date(2027, 1, 1), "da")[0]
        == "Ballerup Kommune sætter rammer"
    )
    assert [each.day for each in queries.principles.trend_breaks(session.store(), 1)] == [date(2027, 1, 1)]


def area(screen: AppTest, name: str = "justification", body: str = "plan", principle: int = 1) -> TextArea:
    """A field of the form."""
    return screen.text_area(key=f"{name} {ROUNDS[1]['round']}:{body}:{principle}")


def test_what_is_written_is_kept_and_gone_on_with(with_open_round: Path) -> None:
    """The browser closes; the next visit is offered the text, which is then submitted."""
    link = MINE | {"body": "plan", "principle": "1"}
    screen = open_page("assessments", **link)
    area(screen).set_value("Halvvejs i en sætn").run()
    assert queries.assessments.of_body(session.store(), MINE["round"], "plan", 1) is None
    again = another(screen, "assessments", **link)
    assert (area(again).value, session.plain("Not saved:") in words_on(again)) == ("", True)
    press(again, "Go on with it")
    assert area(again).value == "Halvvejs i en sætn"
    again.radio(key=f"rating {MINE['round']}:plan:1").set_value("3").run()
    press(again, "Submit")
    stored = queries.assessments.of_body(session.store(), MINE["round"], "plan", 1)
    assert stored is not None and (stored.justification, stored.rating, stored.status) == (
        "Halvvejs i en sætn",
        3,
        "submitted",
    )
    assert drafts.places(session.store(), MINE["round"]) == set()


def test_one_s_own_unsaved_text_is_there_after_another_page(with_open_round: Path) -> None:
    """The same visit goes on where it was."""
    link = MINE | {"body": "plan", "principle": "1"}
    screen = open_page("assessments", **link)
    area(screen).set_value("Midt i det").run()
    screen.switch_page(PAGES["method"]).run()
    screen.switch_page(PAGES["assessments"]).run()
    assert area(screen).value == "Midt i det"
    press(screen, "Undo what is not saved")
    assert (area(screen).value, drafts.places(session.store(), MINE["round"])) == ("", set())


def test_unsaved_text_can_be_thrown_away(with_open_round: Path) -> None:
    """By whoever finds it."""
    link = MINE | {"body": "plan", "principle": "1"}
    area(open_page("assessments", **link)).set_value("Glemt").run()
    again = another(None, "assessments", **link)
    press(again, "Throw it away")
    assert drafts.places(session.store(), MINE["round"]) == set()


def test_a_cpr_number_is_not_kept_either(with_open_round: Path) -> None:
    """Not even as unsaved text."""
    screen = open_page("assessments", **MINE, body="plan", principle="1")
    area(screen).set_value("Borger 010190-1234").run()
    assert [
        each.values.get("justification")
        for each in drafts.kept(session.store(), (MINE["round"], "plan", 1), readership=EVERY_BODY)
    ] == [None]


@pytest.mark.parametrize(
    ("choice", "text", "version"),
    [
        ("Save mine instead", "Mine ord.", 2),
        ("Keep the saved one", "Bos ord.", 1),
        ("Put both together", "Bos ord.", 1),
    ],
)
def test_a_clash_is_chosen(with_open_round: Path, choice: str, text: str, version: int) -> None:
    """Both texts are on the screen; nothing is written until one of three ways is taken."""
    screen = open_page("assessments", **MINE, body="plan", principle="1")
    area(screen).set_value("Mine ord.")
    screen.radio(key=f"rating {MINE['round']}:plan:1").set_value("2").run()
    answer("plan", 1, "Bos ord.")
    press(screen, "Submit")
    text_on_page = words_on(screen)
    assert session.plain("Saved by Bo") in text_on_page and "What you wrote, not saved yet" in text_on_page
    assert {"Bos ord.", "Mine ord."} <= {each.value for each in screen.text}
    press(screen, choice)
    stored = queries.assessments.of_body(session.store(), MINE["round"], "plan", 1)
    assert stored is not None and (stored.justification, stored.version) == (text, version)
    if choice == "Put both together":
        assert area(screen).value == "Bos ord.\n\nMine ord."
        press(screen, "Submit")
        joined = queries.assessments.of_body(session.store(), MINE["round"], "plan", 1)
        assert joined is not None and (joined.justification, joined.rating, joined.version) == (
            "Bos ord.\n\nMine ord.",
            2,
            2,
        )


def test_the_way_to_the_next_missing_answer(with_open_round: Path) -> None:
    """One click, from body to body, and round again."""
    answer("plan", 1, "Ord.")
    screen = open_page("assessments", **MINE, body="plan", principle="1")
    press(screen, "Go to the next one")
    assert area(screen, principle=2).value == ""
    assert screen.query_params["principle"] in ("2", ["2"])


def test_meeting_mode_saves_step_by_step(with_open_round: Path) -> None:
    """A reason and a step are submitted, a reason alone is a draft, nothing is nothing; the last screen
    stays.
    """
    link = MINE | {"body": "plan", "principle": "1"}
    screen = open_page("meeting", **link)
    assert not screen.exception and "Sets out clear frames" in screen.title[0].value
    area(screen).set_value("Udvalgets ord.")
    screen.radio(key=f"rating {MINE['round']}:plan:1").set_value("4")
    press(screen, "Save and go on")
    area(screen, principle=2).set_value("Kun ord.")
    press(screen, "Save and go on")
    press(screen, "Save and go on")
    press(screen, "Save and go back")
    stored = {
        each.principle: each.status for each in queries.assessments.of_round(session.store(), MINE["round"])
    }
    assert stored == {1: "submitted", 2: "draft"}
    assert "timely" in screen.title[0].value.lower() or screen.query_params["principle"] in ("3", ["3"])


def test_meeting_mode_shows_what_was_said_last_time(with_demonstration: Path) -> None:
    """By the body or those it took over from."""
    text = words_on(open_page("meeting", lang="en", round=OPEN, body="tku", principle="2"))
    assert session.plain("Said in the end-of-term round 2022–2025") in text
    assert "Trampestien" in text


@pytest.mark.parametrize("state", ["closed", "planned"])
def test_meeting_mode_needs_an_open_round(with_open_round: Path, state: str) -> None:
    """Otherwise it says so, with a way back."""
    take_all(open_store(with_open_round), {"rounds": [ROUNDS[1] | {"status": state}]})
    screen = open_page("meeting", **MINE)
    assert not screen.exception and len(screen.info) == 1 and not screen.text_area


def open_store(path: Path) -> Store:
    """The register that pages read."""
    return session.store()


def test_a_verdict_is_overridden_with_a_reason(with_open_round: Path) -> None:
    """Without one it is refused; with one it stands on the overview and the principle's page."""
    conclude_everything_but_conclusions()
    screen, place = open_page("principle", **MINE, principle="1"), f"conclusion {MINE['round']} 1"
    screen.selectbox(key=f"verdict_override {place}").set_value("partly")
    press(screen, "Save conclusion")
    assert "needs a reason" in screen.error[0].value
    screen.text_area(key=f"override_reason {place}").set_value("To af sagerne var særlige.")
    press(screen, "Save conclusion")
    assert not screen.error and not screen.exception
    assert session.plain("To af sagerne var særlige.") in words_on(
        open_page("principle", **MINE, principle="1")
    )
    (decided, *_) = rows_on(open_page("overview", **MINE))["rows"][0]["marks"]
    assert decided["text"] == "decided by the secretary"
    assert decided["hint"].endswith("The secretary's reason: To af sagerne var særlige.")


def conclude_everything_but_conclusions() -> None:
    """Answers only."""
    for body in ("plan", "by"):
        answer(body, 1, f"Ord fra {body}.")


def test_actions_are_followed_up_and_added(with_open_round: Path) -> None:
    """The carried one gets its outcome; a new one is planned."""
    screen = open_page("followup", **MINE)
    assert "Svar alle" in words_on(screen)
    screen.radio(key="state a").set_value("done")
    screen.text_area(key="outcome of a").set_value("Alle fik svar.")
    press(screen, "Save")
    stored = queries.exchange_rows.row(session.store(), "actions", {"action": "a"})
    assert stored is not None and (stored["state"], stored["outcome"], stored["owner"]) == (
        "done",
        "Alle fik svar.",
        "Center for By",
    )
    press(screen, "Add the action")
    assert [each.value for each in screen.error] == [
        session.plain("“Owner” must be filled in: somebody has to follow it up.")
    ]
    screen.text_area(key="new text").set_value("Skriv bedre breve.")
    screen.selectbox(key="new principle").set_value("3")
    screen.selectbox(key="new owner").set_value("Planudvalget")
    press(screen, "Add the action")
    assert [
        (each.text, each.principle, each.state, each.owner)
        for each in queries.actions.of_round(session.store(), MINE["round"])
    ] == [("Skriv bedre breve.", "3", "planned", "Planudvalget")]
    assert (screen.text_area(key="new text").value, screen.selectbox(key="new owner").value) == ("", None)


def test_what_is_refused_stays_in_its_fields(with_open_round: Path) -> None:
    """An action without an owner is refused by the field's name, and what was typed is still there."""
    screen = open_page("followup", **MINE)
    screen.text_area(key="new text").set_value("Skriv bedre breve.")
    press(screen, "Add the action")
    (error,) = screen.error
    assert error.value == session.plain("“Owner” must be filled in: somebody has to follow it up.")
    assert screen.text_area(key="new text").value == "Skriv bedre breve."


def test_a_missing_outcome_holds_the_round_back(with_open_round: Path) -> None:
    """No way to close; with the outcome there is one, which asks once more and counts what else is
    missing.
    """
    screen = open_page("closing", **MINE)
    assert not [button for button in screen.button if button.label == CLOSE]
    save_records(
        session.store(),
        "Bo",
        [
            RowChange(
                "actions",
                {
                    "action": "a",
                    "round": ROUNDS[0]["round"],
                    "principle": "2",
                    "text": "Svar alle.",
                    "outcome": "Ja.",
                },
                queries.exchange_rows.row(session.store(), "actions", {"action": "a"}),
            )
        ],
    )
    screen = open_page("closing", **MINE)
    counts = ("10 answers are missing.", "6 conclusions are missing.")
    assert all(session.plain(each) in words_on(screen) for each in counts)
    press(screen, CLOSE)
    assert not screen.exception and queries.closings.of_round(session.store(), MINE["round"]) is not None


def test_a_round_is_closed_frozen_and_corrected(with_open_round: Path) -> None:
    """Nothing missing: it is asked once more. Later edits change neither page nor checksum; an erratum
    stands beside.
    """
    session.store()
    conclude_everything()
    before = words_on(open_page("overview", **MINE))
    screen = open_page("closing", **MINE)
    assert session.plain("Nothing is missing. The round can close.") not in [
        each.value for each in screen.info
    ]
    press(screen, CLOSE)
    closing = queries.closings.of_round(session.store(), MINE["round"])
    assert closing is not None and closing.sha256 in [each.value for each in screen.code]
    save_records(
        session.store(),
        "Bo",
        [
            RowChange(
                "bodies",
                {"body": "by", "level": "centre", "name": "Andet navn"},
                queries.exchange_rows.row(session.store(), "bodies", {"body": "by"}),
            )
        ],
    )
    consultation = {
        "consultation": "ny",
        "title": "Ny sag",
        "start_on": "2025-01-01",
        "end_on": "2025-03-01",
        "frame_published_on": "2025-02-01",
    }
    take_all(session.store(), {"consultations": [consultation]})
    after = words_on(open_page("overview", **MINE))
    assert evaluation_json(session.store(), find_round(session.store(), MINE["round"])) == closing.result
    assert session.plain("0 consultations") in after and "0 consultations" in before.replace("\\", "")
    screen = open_page("closing", **MINE)
    assert session.plain("Records have been edited since") in words_on(screen)
    screen.text_area(key="erratum text").set_value("Der var én sag.")
    screen.text_area(key="erratum reason").set_value("Den var ikke registreret.")
    press(screen, "Add the erratum")
    assert not screen.error and not screen.exception
    for page in ("overview", "principle", "proportionality"):
        assert session.plain("Der var én sag.") in words_on(open_page(page, **MINE, principle="1"))
    assert not open_page("assessments", **MINE, body="plan", principle="1").text_area


def test_a_round_that_came_in_closed_can_be_frozen(with_demonstration: Path) -> None:
    """Asked once more, whatever is missing in it."""
    thaw(session.store())
    screen = open_page("closing", lang="en", round=ENDED)
    press(screen, "Yes, freeze it for good")
    assert not screen.exception and queries.closings.of_round(session.store(), ENDED) is not None
    assert "The frozen result matches its checksum." in words_on(screen)


def test_a_history_is_readable(with_open_round: Path) -> None:
    """From what to what, in the reader's words."""
    answer("plan", 1, "Første ord.")
    answer("plan", 1, "Andre ord.", version=1)
    screen = open_page("assessments", **MINE, body="plan", principle="1")
    screen.query_params["open"] = f"history assessments {MINE['round']}:plan:1"
    screen.run()
    text = (
        " ".join(str(cell) for row in screen.table[-1].value.values.tolist() for cell in row)
        if len(screen.table)
        else ""
    )
    assert session.plain("Reason: from “Første ord.” to “Andre ord.”") in text and "Bo" in text
