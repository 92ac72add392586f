"""What participants answered: typed in, told where it is wrong, and shown beside committees and centres."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.database import Store
from evaluation.evaluate import find_round
from materials.documents.memory_sheet import memory_sheet
from pages import session
from tests.support.registers import take_all
from tests.support.screens import everything_on, open_page, press, words_on
from workflow.experiences import Survey, save_experiences, surveys
from workflow.person import at_this_machine

HERE = {"lang": "en", "round": "2022-2025/endterm", "consultation": "legeplads"}
FEW, ENOUGH = (0, 0, 0, 1, 3, 0), (0, 1, 0, 11, 0, 2)


@pytest.fixture
def register(with_open_round: Path) -> Path:
    """Two consultations of the open round, run by its centre; the second was asked."""
    store = Store(with_open_round)
    names = {"legeplads": "Ny *legeplads*", "busrute": "Busrute"}
    rows = [
        {
            "consultation": key,
            "title": title,
            "start_on": "2025-03-01",
            "end_on": "2025-03-10",
            "centre": "by",
        }
        for key, title in names.items()
    ]
    take_all(store, {"consultations": rows})
    busrute = Survey("busrute", None, "papir", {"1": ENOUGH, "2": FEW})
    save_experiences(store, at_this_machine("Ida"), busrute)
    store.close()
    return with_open_round


def field(screen: AppTest, question: str, column: str, survey: str = "new") -> str:
    """The key of a field: its number of the visit stands before it."""
    return next(
        str(each.key)
        for each in screen.text_input
        if str(each.key).endswith(f" {survey} {question} {column}")
    )


def type_in(screen: AppTest, texts: dict[tuple[str, str], str], survey: str = "new") -> None:
    """Fill in fields and save."""
    for (question, column), text in texts.items():
        screen.text_input(key=field(screen, question, column, survey)).set_value(text)
    press(screen, "Save the answers")
    assert not screen.exception


def table_rows(screen: AppTest, column: str) -> list[list[str]]:
    """The rows of the table that has this column."""
    table = next(each.value for each in screen.table if column in each.value.columns)
    return [[str(cell) for cell in row] for row in table.itertuples(index=False)]


def test_counts_are_typed_in_and_told(register: Path) -> None:
    """The invitation goes, what was saved is said and shown, and the fields hold it."""
    screen = open_page("experiences", **HERE)
    assert "No answers are entered for this consultation yet" in words_on(screen)
    type_in(screen, {("1", "n4"): "1.004", ("1", "dont_know"): " 2 ", ("meaningful", "n5"): "7"})
    assert surveys(session.store(), "legeplads") == [
        Survey("legeplads", None, "", {"1": (0, 0, 0, 1004, 0, 2), "meaningful": (0, 0, 0, 0, 7, 0)})
    ]
    assert [each.value for each in screen.success] == [
        session.plain("Saved: answers from up to 1,006 participants.")
    ]
    assert "No answers are entered" not in words_on(screen)
    assert screen.text_input(key=field(screen, "1", "n4", ":")).value == "1004"


def test_what_can_not_be_read_is_told_beside_its_question(register: Path) -> None:
    """Nothing is saved, and what was typed stays."""
    screen = open_page("experiences", **HERE)
    type_in(screen, {("1", "n4"): "12,5", ("1", "n5"): "-1", ("3", "n1"): "mange", ("2", "n1"): "4"})
    errors = [each.value for each in screen.error]
    assert errors[0] == session.plain("Nothing was saved: 3 fields below can't be read.")
    assert [error.count("is not a whole number") for error in errors[1:]] == [2, 1]
    assert surveys(session.store(), "legeplads") == []
    assert screen.text_input(key=field(screen, "3", "n1")).value == "mange"
    type_in(screen, {("1", "n4"): "12", ("1", "n5"): "", ("3", "n1"): ""})
    assert [each.counts for each in surveys(session.store(), "legeplads")] == [
        {"1": (0, 0, 0, 12, 0, 0), "2": (4, 0, 0, 0, 0, 0)}
    ]
    assert not screen.error


def test_nothing_typed_is_told(register: Path) -> None:
    """In words, not by silence."""
    screen = open_page("experiences", **HERE)
    type_in(screen, {})
    assert [each.value for each in screen.error] == [
        session.plain("Type how many gave each answer, to one question at least. Nothing was saved.")
    ]


def test_two_people_on_the_same_answers(register: Path) -> None:
    """The second is told, keeps what was typed, and sees what is stored with one click."""
    screen = open_page("experiences", **HERE | {"consultation": "busrute"})
    (read,) = surveys(session.store(), "busrute")
    theirs = Survey("busrute", None, "papir", {"1": (5, 0, 0, 0, 0, 0)})
    save_experiences(session.store(), at_this_machine("Bo"), theirs, read=read)
    type_in(screen, {("1", "n1"): "2"}, ":papir")
    assert surveys(session.store(), "busrute") == [theirs]
    assert any("Somebody else" in each.value for each in screen.warning)
    assert screen.text_input(key=field(screen, "1", "n1", ":papir")).value == "2"
    type_in(screen, {("1", "n1"): "3"}, ":papir")
    assert surveys(session.store(), "busrute") == [theirs]
    press(screen, "Show what is stored now")
    assert screen.text_input(key=field(screen, "1", "n1", ":papir")).value == "5"
    type_in(screen, {("1", "n1"): "3"}, ":papir")
    assert [each.counts for each in surveys(session.store(), "busrute")] == [{"1": (3, 0, 0, 0, 0, 0)}]


def test_answers_are_removed_and_put_back(register: Path) -> None:
    """What was removed is named, and one click undoes it."""
    screen = open_page("experiences", **HERE | {"consultation": "busrute"})
    before = surveys(session.store(), "busrute")
    press(screen, "Yes, remove it")
    assert surveys(session.store(), "busrute") == []
    assert "papir · up to 14 participants" in screen.success[0].value.replace("\\", "")
    press(screen, "Put them back")
    assert not screen.exception
    assert surveys(session.store(), "busrute") == before
    assert "Put them back" not in [button.label for button in screen.button]


def test_the_round_s_consultations_lead_to_their_answers(register: Path) -> None:
    """Those with answers and those without, each a click away; a title is never read as Markdown."""
    screen = open_page("experiences", **HERE)
    assert [each.label for each in screen.expander][-2:] == ["1 has answers", "1 has no answers"]
    screen.button(key="open experiences busrute").click().run()
    assert screen.query_params["consultation"] in ("busrute", ["busrute"])
    assert not screen.exception
    labels = [button.label for button in screen.button]
    assert session.plain("Ny *legeplads*") in labels


def test_the_questionnaire_bears_the_consultation_s_title(register: Path) -> None:
    """The texts to copy in both languages, and two files."""
    screen = open_page("experiences", **HERE)
    texts = [each.value for each in screen.code]
    assert [text.split("\n")[0] for text in texts] == [
        "Hvordan var det at være med?",
        "How was it for you to take part?",
    ]
    assert all("Ny *legeplads*" in text for text in texts)


def test_few_answers_are_said_and_not_shown(register: Path) -> None:
    """Four could be guessed one by one: only how many stands there. Enough are shown with their middle."""
    screen = open_page("experiences", **HERE | {"consultation": "busrute"})
    first, second, third, *_ = table_rows(screen, "Middle answer")
    middle = session.plain("“To a high degree” (4)")
    assert first[1:] == ["12.0", middle, "0.0", "1.0", "0.0", "11.0", "0.0", "2.0"]
    assert second[1:] == ["4.0", "too few to say", *["nan"] * 6]
    assert third[1:] == ["nan", "not asked", *["nan"] * 6]
    assert session.plain("Only 4 participants answered. That is too few to say anything.") in words_on(screen)


def test_how_many_it_takes_is_said_by_the_round_that_counts_it(register: Path) -> None:
    """As in its memory sheet, whichever round is chosen; that all answered “don't know” is not too few."""
    norm = {"norm": "experience_min", "value": "3", "unit": "answers", "applies_from": "2026-01-01"}
    take_all(session.store(), {"norms": [norm | {"source": "Byrådet"}]})
    unknown = Survey("busrute", None, "skema", {"3": (0, 0, 0, 0, 0, 9)})
    save_experiences(session.store(), at_this_machine("Ida"), unknown)
    counted_by = find_round(session.store(), HERE["round"])
    sheet = memory_sheet(session.store(), "busrute", counted_by)
    for chosen in (HERE["round"], "2026-2029/midterm"):
        screen = open_page("experiences", lang="en", round=chosen, consultation="busrute")
        _, second, third, *_ = table_rows(screen, "Middle answer")
        assert (second[2], third[2]) == ("too few to say", session.plain("only “don't know”"))
    assert not sheet.experiences["2"].are_enough


def test_a_principle_has_its_own_row_of_participants(register: Path) -> None:
    """Beside committees and centres, never added to them."""
    screen = open_page("principle", **HERE, principle="1")
    rows = table_rows(screen, "Who")
    assert [(row[0], row[1], row[6]) for row in rows] == [
        ("Committees", "0.0", "0.0"),
        ("Centres", "0.0", "0.0"),
        ("Participants", "12.0", "11.0"),
    ]


@pytest.mark.parametrize(
    ("principle", "sentence"),
    [("2", "Only 4 participants answered."), ("3", "No participant was asked.")],
)
def test_a_principle_says_few_and_none(register: Path, principle: str, sentence: str) -> None:
    """Instead of a middle answer."""
    screen = open_page("principle", **HERE, principle=principle)
    assert session.plain(sentence) in words_on(screen)
    assert table_rows(screen, "Who")[2][3:] == ["nan"] * 6


def test_a_body_shows_the_participants_of_its_own_consultations(register: Path) -> None:
    """Those of the centre that ran them, with the whole municipality's middle answer at the end."""
    screen = open_page("body", lang="en", round="2022-2025/endterm", body="by")
    high = session.plain("“To a high degree” (4)")
    assert table_rows(screen, "Middle answer")[0][1:4] == ["12.0", high, high]


def test_a_body_without_participants_says_so(register: Path) -> None:
    """No consultation was the committee's."""
    screen = open_page("body", lang="en", round="2022-2025/endterm", body="plan")
    assert "No participant in its consultations was asked." in words_on(screen)


def test_a_consultation_s_own_view_has_its_answers(register: Path) -> None:
    """And leads to where they are typed in."""
    screen = open_page("consultations", **HERE | {"consultation": "busrute"})
    assert table_rows(screen, "Middle answer")[0][1] == "12.0"
    assert 'page: "experiences"' in everything_on(screen)


def test_a_consultation_that_did_not_ask_says_so(register: Path) -> None:
    """In its own view."""
    assert "No answers are entered." in words_on(open_page("consultations", **HERE))


def test_a_consultation_of_another_round_can_be_typed_in_too(register: Path) -> None:
    """Its link works; the page says that the chosen round does not count it."""
    screen = open_page("experiences", **HERE | {"round": "2022-2025/midterm"})
    assert not screen.exception
    assert "The chosen round does not count this consultation." in words_on(screen)


def test_without_consultations_there_is_still_a_questionnaire(with_open_round: Path) -> None:
    """To print before the register has anything."""
    screen = open_page("experiences", lang="en")
    assert not screen.exception
    assert "The register holds no consultations yet" in words_on(screen)
    assert len(screen.code) == 2
