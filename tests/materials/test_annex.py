"""The annex: nothing is left out, in PDF and in Word alike."""

import io
import re
from pathlib import Path

import pikepdf
import pytest

from data import queries
from data.database import Store
from evaluation.evaluate import find_round
from evaluation.principles import INDICATORS
from language import speak
from materials.documents.annex.annex_document import annex_document, annex_name
from materials.documents.annex.coverage_chapter import coverage_chapter, round_cells
from materials.documents.blocks import Heading, Picture, Table
from materials.documents.round_material import RoundMaterial, round_material
from tests.materials.test_discussion_paper import squeezed, text_of_pdf, text_of_word
from tests.support.documents import annex_file, dot
from tests.support.registers import BODIES, ROUNDS, new_filled

CLOSED, OPEN = "2022-2025/endterm", "2026-2029/midterm"


@pytest.fixture(scope="module")
def material(demonstration: Store) -> RoundMaterial:
    """What the annex of the closed round is made from."""
    return round_material(demonstration, find_round(demonstration, CLOSED))


@pytest.fixture(scope="module")
def pdf(demonstration: Store) -> bytes:
    """The Danish annex of the closed round."""
    return annex_file(demonstration, CLOSED, speak("da"), "pdf")


def test_no_row_is_lost(demonstration: Store, material: RoundMaterial) -> None:
    """Each body's answer to each principle, each fact and its definition, each body asked, each sheet."""
    blocks = annex_document(demonstration, material, speak("en"), draw=dot).blocks
    tables = {block.caption.text: block for block in blocks if isinstance(block, Table) and block.caption}
    patterns = {
        "answers": "every answer of the level",
        "facts": "^The facts of",
        "definitions": "^Every fact",
        "asked": "^Who was asked",
    }
    counts = {
        name: sum(len(each.rows) for caption, each in tables.items() if re.search(pattern, caption))
        for name, pattern in patterns.items()
    }
    bodies = queries.bodies.expected(demonstration, CLOSED)
    assert counts == {
        "answers": 5 * len(bodies),
        "facts": len(INDICATORS),
        "definitions": len(INDICATORS),
        "asked": len(bodies),
    }
    keys = {key for each in material.statements for key in each.assessment.evidence}
    titles = {material.consultation_titles[key] for key in keys}
    headings = {block.text for block in blocks if isinstance(block, Heading)}
    assert titles and titles <= headings


def test_drafts_after_the_deadline_are_late(own_register: Path) -> None:
    """As on the pages: whoever has only begun has not answered."""
    row = {"round": ROUNDS[1]["round"], "body": "plan", "status": "draft", "justification": "Ord"}
    drafts = [{**row, "principle": number} for number in "12345"]
    store = new_filled(own_register, {"rounds": ROUNDS[1:], "bodies": BODIES[:1], "assessments": drafts})
    now = round_material(store, find_round(store, CLOSED))
    (asked,) = coverage_chapter(round_cells(store, now), now, speak("en"))
    store.close()
    assert isinstance(asked, Table)
    assert asked.rows[0][-1] == "28/11/2025, late"


@pytest.mark.thorough
def test_every_word_that_may_be_read_stands_in_both(
    demonstration: Store, material: RoundMaterial, pdf: bytes
) -> None:
    """Reasons, dissents and the rest of each body, in Word and in PDF; the checksum too."""
    assert material.closing is not None
    word = squeezed(text_of_word(annex_file(demonstration, CLOSED, speak("da"), "docx")))
    reasons = [each.assessment.justification or "" for each in material.statements if not each.withheld]
    dissents = [each.assessment.dissent or "" for each in material.statements if not each.withheld]
    expected = [*reasons, *dissents, material.closing.sha256]
    assert len(reasons) > 60 and [each for each in expected if squeezed(each) not in word] == []
    printed = re.sub(r"[\W\d_]", "", text_of_pdf(pdf))
    lost = [each for each in dissents if re.sub(r"[\W\d_]", "", each) not in printed]
    assert lost == []


def test_the_pdf_is_for_screen_readers(pdf: bytes) -> None:
    """Language, title, tags, and words for every figure."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        root = opened.Root
        assert str(root.Lang).startswith("da") and bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with opened.open_metadata() as details:
            assert details["dc:title"].startswith("Bilag: evaluering af de fem principper")
            assert details["pdfuaid:part"] == "1"
        figures = [
            each
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == pikepdf.Name.Figure
        ]
        assert [str(each.Alt)[:23] for each in figures] == ["Princip 1 og 4 er fulgt"]


def test_a_draft_and_a_confidential_version_say_so_on_each_page(demonstration: Store) -> None:
    """The watermark lies under each page; a file's name says both."""
    content = annex_file(demonstration, OPEN, speak("en"), "pdf", with_confidential=True)
    with pikepdf.open(io.BytesIO(content)) as opened:
        pages = len(opened.pages)
    text = text_of_pdf(content)
    assert text.count("Confidential version: it holds") == pages
    assert text.count("DRAFT") == pages
    material = round_material(demonstration, find_round(demonstration, OPEN), with_confidential=True)
    assert annex_name(material, "pdf", speak("en")) == "Annex - Mid-term 2026-2029 - draft - confidential.pdf"


def test_the_picture_stands_in_the_annex(demonstration: Store, material: RoundMaterial) -> None:
    """Once, with its caption."""
    blocks = annex_document(demonstration, material, speak("da"), draw=dot).blocks
    (picture,) = [block for block in blocks if isinstance(block, Picture)]
    assert picture.caption.text == "Hvad hvert udvalg og center svarede om de fem principper"
