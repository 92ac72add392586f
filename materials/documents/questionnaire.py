"""What participants are asked, ready to use: a page in Word to tick on paper, and text to paste into a survey
tool.
"""

from collections.abc import Iterator
from datetime import date

from evaluation.questionnaire import (
    ANONYMOUS,
    CHOICES,
    INTRODUCTION,
    QUESTIONS,
    SUBTITLE,
    THANKS,
    TICK_ONE,
    TITLE,
)
from language import Words
from materials.documents.blocks import Block, Document, Table, Text, clean
from materials.documents.word import word_file
from materials.filenames import file_name

BOX = "\N{BALLOT BOX}"
BLANK = "_" * 30
WIDTHS = (40, *[10] * 6)
LONGEST_TITLE = 160
"""A longer title would push the last question to a second page."""
EDITION = date(2026, 11, 28)
"""The day on which the questions were last changed: the only date in the file."""


def word_questionnaire(title: str, words: Words) -> bytes:
    """A ``.docx`` of one page for a consultation: its title (empty: a line to write it on), a line for the
    day, and a box under each answer to each question. The same bytes for the same title.
    """
    return word_file(_document(title, words))


def survey_text(title: str, words: Words) -> str:
    """The same as plain text: a paragraph a question, and under it an answer a line, each after a dash."""
    questions = [
        "\n".join([f"{number}. {words(question)}", *(f"- {words(answer)}" for answer in CHOICES.values())])
        for number, question in enumerate(QUESTIONS.values(), 1)
    ]
    opening = [words(TITLE), _short(title), f"{words(INTRODUCTION)} {words(ANONYMOUS)}"]
    return "\n\n".join([*(text for text in opening if text), *questions, words(THANKS)]) + "\n"


def questionnaire_name(title: str, words: Words) -> str:
    """``Spørgeskema til deltagere - Ny skolegård.docx``."""
    return file_name(words("Questionnaire for participants"), title, kind="docx")


def _document(title: str, words: Words) -> Document:
    return Document(
        title=words(TITLE),
        subtitle=words(SUBTITLE),
        front=tuple(_front(title, words)),
        contents="",
        blocks=tuple(_blocks(words)),
        footer=words("Ballerup Kommune · The questions follow its five principles for involving citizens"),
        page="",
        language=words.code,
        dated=EDITION,
    )


def _front(title: str, words: Words) -> Iterator[Text]:
    yield Text(words("Consultation: {title}", title=_short(title) or BLANK), "lead")
    yield Text(words("Day: {day}", day=BLANK), "lead")


def _blocks(words: Words) -> Iterator[Block]:
    yield Text(f"{words(INTRODUCTION)} {words(TICK_ONE)}", "lead")
    boxes = (BOX,) * len(CHOICES)
    yield Table(
        (words("Question"), *(words(answer) for answer in CHOICES.values())),
        tuple((f"{number}. {words(text)}", *boxes) for number, text in enumerate(QUESTIONS.values(), 1)),
        WIDTHS,
        "form",
    )
    yield Text(f"{words(ANONYMOUS)} {words(THANKS)}", "lead")


def _short(title: str) -> str:
    text = " ".join(clean(title).split())
    return text if len(text) <= LONGEST_TITLE else text[: LONGEST_TITLE - 1].rstrip() + "…"
