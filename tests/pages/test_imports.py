"""The page that takes in a file: its questions, what it shows before it stores, and the way back."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data import queries
from evaluation.questionnaire import QUESTIONS
from language import speak
from pages import session
from tests.support.excel_lists import CYCLE_PATH, IMPOSSIBLE, SCHOOL_YARD, excel_list
from tests.support.screens import everything_on, open_page, press, words_on

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LIST = excel_list(CYCLE_PATH, SCHOOL_YARD, IMPOSSIBLE)


def upload(screen: AppTest, content: bytes = LIST, name: str = "Liste 2027.xlsx") -> None:
    """Put a file into the field."""
    screen.file_uploader[0].set_value((name, content, XLSX)).run()
    assert not screen.exception


def go_on(screen: AppTest, times: int = 1) -> None:
    """Press Continue."""
    for _ in range(times):
        press(screen, "Continue")
        assert not screen.exception


def titles() -> list[str]:
    """What the register holds."""
    return sorted(queries.consultations.register(session.store())["title"])


def test_a_list_is_asked_about_shown_and_taken_in(with_open_round: Path) -> None:
    """Each question stands once the one before is answered; the misspelt body is proposed; the good rows are
    stored and the bad one told with its row and column.
    """
    screen = open_page("imports", lang="en")
    upload(screen)
    assert [each.value for each in screen.header][:2] == ["1. The file", "2. The rows"]
    assert "3 rows" in words_on(screen) and "row 4" in words_on(screen)
    go_on(screen)
    places = {each.label: each.value for each in screen.selectbox}
    assert places["Place of Titel"] == "title"
    assert places["Place of Ansvarlig"] == ""
    go_on(screen)
    meanings = {each.label: each for each in screen.selectbox}
    assert (meanings["“Centr for By” means"].value, meanings["“CfB” means"].value) == ("by", None)
    assert screen.button(key="import continue values").disabled
    meanings["“CfB” means"].select("by").run()
    go_on(screen)
    assert [(each.label, each.value) for each in screen.metric] == [
        ("New", "2"),
        ("Changed", "0"),
        ("Unchanged", "0"),
        ("Rejected", "1"),
    ]
    assert titles() == []
    assert screen.button(key="import store").disabled
    (choice,) = [each for each in screen.radio if "can't be taken in" in each.label]
    choice.set_value("accept").run()
    screen.button(key="import store").click().run()
    assert not screen.exception
    assert titles() == ["Cykelsti på Åvej", "Ny skolegård i Ådalen"]
    assert [each.value for each in screen.success] == [
        session.plain("“Liste 2027.xlsx” is taken in: 2 new, 0 changed, 0 unchanged, 1 rejected.")
    ]


def test_an_import_is_undone_after_a_question(with_open_round: Path) -> None:
    """It is told which, and stays in the list as undone."""
    screen = taken_in()
    screen.button(key="undo list 1").click().run()
    assert not screen.exception
    assert titles() == []
    assert session.plain("“Liste 2027.xlsx” is undone.") in [each.value for each in screen.success]
    assert "Undone" in words_on(screen)
    assert [each for each in screen.button if each.label == "Yes, undo the import"] == []


def taken_in() -> AppTest:
    """The page after the good list was taken in."""
    screen = open_page("imports", lang="en")
    upload(screen, excel_list(CYCLE_PATH, SCHOOL_YARD))
    go_on(screen, 3)
    screen.button(key="import store").click().run()
    assert not screen.exception
    return screen


def test_a_kept_list_is_read_without_a_question(with_open_round: Path) -> None:
    """The answers are kept by name: a second file of the kind shows at once what it would do, and the same
    rows do nothing.
    """
    screen = taken_in()
    upload(screen, excel_list(CYCLE_PATH, SCHOOL_YARD, IMPOSSIBLE[:3]), "Liste 2028.xlsx")
    assert [each.label for each in screen.button if each.label == "Continue"] == []
    assert {each.label: each.value for each in screen.metric}["Unchanged"] == "2"
    assert {each.label: each.value for each in screen.metric}["New"] == "1"


def test_answers_stay_through_the_other_language_and_other_pages(with_open_round: Path) -> None:
    """A place that was chosen by hand stays chosen, and so it is for a mended file with the same columns."""
    screen = open_page("imports", lang="en")
    upload(screen)
    go_on(screen)
    place_of(screen, "Ansvarlig").select("started_by").run()
    screen.query_params["lang"] = "da"
    screen.run()
    assert place_of(screen, "Ansvarlig").value == "started_by"
    screen.switch_page("pages/records/consultations.py").run()
    screen.query_params["lang"] = "en"
    screen.switch_page("pages/records/imports.py").run()
    assert place_of(screen, "Ansvarlig").value == "started_by"
    press(screen, "Another file")
    upload(screen, excel_list(CYCLE_PATH))
    assert place_of(screen, "Ansvarlig").value == "started_by"


def place_of(screen: AppTest, column: str):  # type: ignore[no-untyped-def]
    """The list with the places of a column, in whatever language."""
    return next(each for each in screen.selectbox if each.label.endswith(f" {column}"))


def test_two_columns_cannot_have_one_place(with_open_round: Path) -> None:
    """It is told which they are, and one can't go on."""
    screen = open_page("imports", lang="en")
    upload(screen)
    go_on(screen)
    place_of(screen, "Ansvarlig").select("title").run()
    assert [each.value for each in screen.warning] == [
        session.plain(
            "The columns “Titel” and “Ansvarlig” have the same place. Let one of them keep it, and choose"
            " another for the rest."
        )
    ]
    assert screen.button(key="import continue columns").disabled


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_list_is_told_in_a_sentence(with_open_round: Path, content: bytes) -> None:
    """The field for a file stays, and nothing else is asked."""
    screen = open_page("imports", lang="en")
    upload(screen, content)
    assert len(screen.error) == 1 and "Liste 2027" in screen.error[0].value
    assert len(screen.file_uploader) == 1


def test_a_files_text_is_shown_as_text(with_open_round: Path) -> None:
    """Neither a heading nor a value of the file becomes markup."""
    screen = open_page("imports", lang="en")
    content = "Titel;**Fed** :material/home:;Startdato\n<b>x</b> [a](http://b.dk);*kursiv*;1.3.2027\n"
    upload(screen, content.encode(), "Liste.csv")
    go_on(screen)
    text = words_on(screen) + "".join(each.label for each in screen.selectbox)
    assert session.plain("**Fed** :material/home:") in text
    assert "[a](http" not in text and "*kursiv*" not in text.replace(r"\*", "")


@pytest.mark.parametrize("page", ["consultations", "experiences", "trends"])
def test_an_empty_register_leads_to_the_page(with_open_round: Path, page: str) -> None:
    """Where there are no consultations yet, the list that one keeps is one click away."""
    assert "Take in a file" in everything_on(open_page(page, lang="en"))


def test_persons_answers_are_counted_and_never_shown(with_open_round: Path) -> None:
    """A survey tool's export is known by its questions; what the register gets is counts for one
    consultation, and no answer of a person stands on the page.
    """
    screen = taken_in()
    questions = [speak("da")(QUESTIONS[key]) for key in ("1", "2", "3")]
    rows = [
        ["Navn", *questions],
        ["Bente", "I høj grad", "Slet ikke", "Ved ikke"],
        ["Ole", "I høj grad", "", "3"],
    ]
    upload(screen, "\n".join(";".join(row) for row in rows).encode(), "Svar.csv")
    assert "Bente" not in everything_on(screen)
    go_on(screen)
    consultation = next(each for each in screen.selectbox if "Which consultation" in each.label)
    consultation.select("2027-cykelsti-paa-aavej").run()
    go_on(screen)
    assert "Bente" not in everything_on(screen)
    screen.button(key="import store").click().run()
    assert not screen.exception
    answers = queries.experiences.of_consultation(session.store(), "2027-cykelsti-paa-aavej")
    assert [(each.principle, each.counts) for each in answers] == [
        ("1", (0, 0, 0, 2, 0)),
        ("2", (1, 0, 0, 0, 0)),
        ("3", (0, 0, 1, 0, 0)),
    ]
