"""The questionnaire for participants: one page in Word and a text for the survey tool, from one
definition.
"""

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.shared import Mm, Pt
from pypdf import PdfReader

from data.schema import ASKED
from evaluation.questionnaire import CHOICES, QUESTIONS
from language import speak
from materials.documents.questionnaire import (
    BLANK,
    BOX,
    LONGEST_TITLE,
    questionnaire_name,
    survey_text,
    word_questionnaire,
)

STEPS = {
    "da": ["Slet ikke", "I mindre grad", "I nogen grad", "I høj grad", "I meget høj grad", "Ved ikke"],
    "en": [
        *("Not at all", "To a lesser degree", "To some degree", "To a high degree"),
        *("To a very high degree", "Don't know"),
    ],
}
TITLE = "Ny skolegård ved Måløvhøj"


def opened(title: str, language: str) -> Document:
    """The file, as Word opens it."""
    return docx.Document(io.BytesIO(word_questionnaire(title, speak(language))))


def pages_of(file: bytes, folder: Path) -> int:
    """How many pages LibreOffice sets the file on."""
    (folder / "page.docx").write_bytes(file)
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to"]
    subprocess.run([*command, "pdf", "--outdir", folder, folder / "page.docx"], check=True, timeout=600)
    return len(PdfReader(folder / "page.pdf").pages)


def test_there_is_a_question_for_everything_that_answers_are_kept_about() -> None:
    """The five principles and the question beside them, each another one, in the order of the records."""
    assert tuple(QUESTIONS) == ASKED
    assert len(set(QUESTIONS.values())) == 6


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_page_has_a_box_under_every_answer(language: str) -> None:
    """A row a question, numbered, a column an answer; title, day and that it is anonymous stand beside it."""
    document, words = opened(TITLE, language), speak(language)
    header, *rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert header == [words("Question"), *STEPS[language]]
    questions = [f"{number}. {words(text)}" for number, text in enumerate(QUESTIONS.values(), 1)]
    assert rows == [[question, *[BOX] * 6] for question in questions]
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert TITLE in text and BLANK in text
    assert ("anonyme" if language == "da" else "anonymous") in text


def test_every_text_can_be_read_by_the_elderly() -> None:
    """On A4, and no text of the page itself is smaller than 11 points."""
    document = opened(TITLE, "da")
    section = document.sections[0]
    assert section.page_width and section.page_height
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (210, 297)
    cells = [cell for row in document.tables[0].rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]
    styles = [paragraph.style for paragraph in paragraphs if paragraph.text and paragraph.style]
    assert {style.name for style in styles if style.font.size < Pt(11)} == set()


def test_without_a_title_there_is_a_line_to_write_it_on() -> None:
    """One for the consultation and one for the day."""
    lines = [paragraph.text for paragraph in opened(" ", "da").paragraphs if BLANK in paragraph.text]
    assert lines == [f"Inddragelse: {BLANK}", f"Dag: {BLANK}"]


def test_a_title_is_text_and_no_longer_than_the_page_has_room_for() -> None:
    """Line breaks and signs of other languages do no harm; the end of a very long one is left out."""
    hostile = "<w:b>{title}\n\x00 & =1+1 " + "x" * 400
    line = opened(hostile, "da").paragraphs[2].text
    assert line.startswith("Inddragelse: <w:b>{title} & =1+1 xxx")
    assert (len(line), line[-1]) == (len("Inddragelse: ") + LONGEST_TITLE, "…")


def test_the_same_title_gives_the_same_bytes() -> None:
    """No clock enters."""
    assert word_questionnaire(TITLE, speak("da")) == word_questionnaire(TITLE, speak("da"))


@pytest.mark.thorough
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice sets the page")
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("title", ["", "Lang titel " * 40], ids=["blank", "longest"])
def test_it_is_one_page(language: str, title: str, tmp_path: Path) -> None:
    """With the longest title too."""
    assert pages_of(word_questionnaire(title, speak(language)), tmp_path) == 1


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_text_for_the_survey_tool_has_a_paragraph_a_question(language: str) -> None:
    """The question with its number, and under it each answer on a line of its own."""
    words = speak(language)
    title, consultation, introduction, *questions, thanks = survey_text(TITLE, words).strip().split("\n\n")
    expected = [
        [f"{number}. {words(question)}", *(f"- {step}" for step in STEPS[language])]
        for number, question in enumerate(QUESTIONS.values(), 1)
    ]
    assert [paragraph.split("\n") for paragraph in questions] == expected
    assert consultation == TITLE
    assert ("anonyme" if language == "da" else "anonymous") in introduction


def test_the_answers_stand_in_the_order_in_which_they_are_counted() -> None:
    """From *not at all* to *to a very high degree*, and *don't know* last."""
    assert [speak("en")(text) for text in CHOICES.values()] == STEPS["en"]


def test_the_file_is_named_for_its_consultation() -> None:
    """So that it is found again."""
    assert questionnaire_name("Plan 12/3", speak("da")) == "Spørgeskema til deltagere - Plan 12 3.docx"
