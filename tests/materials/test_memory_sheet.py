"""A memory sheet: one consultation in Word and as PDF, with what was counted of it, and no words of
others.
"""

import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from data.database import Store
from evaluation.evaluate import find_round
from language import Words, speak
from materials.documents.blocks import Heading, Table, Text
from materials.documents.memory_sheet import document, draw_memory_sheet, memory_sheet, memory_sheet_name
from tests.materials.test_discussion_paper import squeezed, text_of_pdf, text_of_word
from tests.support.registers import BODIES, ROUNDS, new_filled
from workflow.consultations import remove_consultation
from workflow.person import at_this_machine

ROUND = "2022-2025/endterm"
ODD = r"#set text(red) [a] *b* $x$ <w:b> & ~ @ref"
CLOSED_WORDS = "Hemmeligt om naboerne"


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Store]:
    """A consultation with an odd title, dates the wrong way round, and an assessment in closed words."""
    records = {
        "rounds": ROUNDS,
        "bodies": BODIES,
        "consultations": [
            {
                "consultation": "sti",
                "title": ODD,
                "centre": "by",
                "committee": "plan",
                "start_on": "2025-03-31",
                "end_on": "2025-04-21",
                "methods": "hearing",
                "decided_on": "2025-04-01",
                "case_number": "25/7",
            }
        ],
        "consultation_groups": [{"consultation": "sti", "group": "citizens", "took_part": "yes"}],
        "experiences": [
            {"consultation": "sti", "principle": "1", "asked_on": "2025-05-01", "n4": "8", "source": "skema"}
        ],
        "assessments": [
            {
                "round": ROUND,
                "body": "by",
                "principle": "1",
                "rating": "2",
                "basis": "thin",
                "closed": "yes",
                "status": "submitted",
                "justification": CLOSED_WORDS,
                "evidence": "sti",
            }
        ],
    }
    store = new_filled(tmp_path / "sheet.duckdb", records)
    yield store
    store.close()


def test_word_and_pdf_hold_the_same(register: Store) -> None:
    """Both are opened again: title, record, facts with reasons, participants and pointers, on two pages at
    most; in both languages; closed words in neither.
    """
    chosen = find_round(register, ROUND)
    for code, texts in {
        "en": (
            "Memory sheet of a consultation",
            "It ran 21 days, from 31 March 2025 to 21 April 2025; the usual period is 28 days.",
            "Can't be told:",
            "Center for By, principle 1, End of term 2022–2025",
            "“To a high degree” (4)",
            "Case 25/7",
        ),
        "da": (
            "Huskeark om en inddragelse",
            (
                "Den løb i 21 dage, fra den 31. marts 2025 til den 21. april 2025; den sædvanlige frist er 28"
                " dage."
            ),
            "Ukendt:",
            "Center for By, princip 1, Slutevaluering 2022–2025",
            "”I høj grad” (4)",
            "25/7",
        ),
    }.items():
        word, pdf = (
            draw_memory_sheet(register, "sti", chosen, kind, speak(code)) for kind in ("docx", "pdf")
        )
        opened = PdfReader(io.BytesIO(pdf))
        for text in (squeezed(text_of_word(word)), squeezed(text_of_pdf(pdf))):
            assert [each for each in (ODD, *texts) if squeezed(each) not in text] == []
            assert squeezed(CLOSED_WORDS) not in text
        assert len(opened.pages) <= 2
        assert str(opened.root_object["/Lang"]).startswith(code)


def test_what_it_does_not_meet_has_its_reason_and_nothing_is_left_out(register: Store, words: Words) -> None:
    """Every fact stands once, in a row or in a line; an odd order of days is the first thing said."""
    sheet = memory_sheet(register, "sti", find_round(register, ROUND))
    blocks = document(sheet, words).blocks
    notices = [block.text for block in blocks if isinstance(block, Text) and block.style == "notice"]
    assert notices == [
        "The dates are in an odd order: “Decided” lies before “Ended”. No fact uses the two together."
    ]
    table = next(block for block in blocks if isinstance(block, Table) and block.header[-1] == "Why")
    lines = [
        block.text
        for block in blocks
        if isinstance(block, Text)
        and block.text.startswith(("Met:", "Can't be told:", "Not counted:", "Waiting:"))
    ]
    assert len(table.rows) + sum(line.count("“") for line in lines) == len(sheet.facts) == 22
    assert {row[1] for row in table.rows} <= {"Not met", "Known"}


def test_tables_of_word_and_pdf_are_whole(register: Store, words: Words) -> None:
    """As many rows in Word as were laid out; headings without numbers."""
    chosen = find_round(register, ROUND)
    content = document(memory_sheet(register, "sti", chosen), words)
    opened = docx.Document(io.BytesIO(draw_memory_sheet(register, "sti", chosen, "docx", words)))
    rows = [len(table.rows) for table in opened.tables]
    assert rows == [len(block.rows) + 1 for block in content.blocks if isinstance(block, Table)]
    assert {block.level for block in content.blocks if isinstance(block, Heading)} == {3}
    assert not list(opened.element.body.iter(qn("w:hyperlink")))


def test_a_removed_one_says_so(register: Store, words: Words) -> None:
    """When and by whom, before anything else; no round counts it."""
    remove_consultation(register, at_this_machine("Bo *B*"), "sti", removed_at=datetime(2025, 9, 1, 10, 30))
    content = document(memory_sheet(register, "sti", find_round(register, ROUND)), words)
    first = content.blocks[0]
    assert isinstance(first, Text)
    assert (first.style, first.text) == (
        "notice",
        (
            "Removed from the register 1 September 2025 at 12:30 by Bo *B*. No evaluation that is not closed"
            " counts it."
        ),
    )
    texts = [block.text for block in content.blocks if isinstance(block, Text)]
    assert "No round counts it, so it is held against no norms." in texts


def test_the_same_record_gives_the_same_bytes(register: Store, words: Words) -> None:
    """And a name that every system takes."""
    for kind in ("docx", "pdf"):
        assert draw_memory_sheet(register, "sti", None, kind, words) == draw_memory_sheet(
            register, "sti", None, kind, words
        )
    assert memory_sheet_name("Sti: ja/nej?", "pdf", speak("da")) == "Huskeark - Sti ja nej.pdf"
