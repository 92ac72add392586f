"""What LibreOffice makes of the documents: every word is on a page, and no page is empty."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import docx
import pikepdf
import pptx
import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests.office.conftest import OFFICE, Made

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]
WORD = re.compile(r"[a-zæøå]{3,}", re.IGNORECASE)
FONTS = {"/FontFile", "/FontFile2", "/FontFile3"}


def words_of(text: str) -> Counter[str]:
    """The words of three letters and more; a line may break within one, so each is small and whole."""
    return Counter(each.lower() for each in WORD.findall(text))


def squeezed(pages: Path) -> str:
    """All text of a PDF without a space, for a word may be broken over lines."""
    text = "".join(page.extract_text() for page in PdfReader(pages).pages)
    return re.sub(r"[\s\u00ad\u2010-]", "", text).lower()


def lost(words: Counter[str], pages: Path) -> list[str]:
    """The words that stand on no page."""
    text = squeezed(pages)
    return sorted(word for word in words if word not in text)


def word_texts(path: Path) -> Iterator[str]:
    """Every paragraph and every cell of a Word document."""
    document = docx.Document(str(path))
    yield from (paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        yield from (cell.text for row in table.rows for cell in row.cells)


def slide_texts(path: Path) -> Iterator[str]:
    """Every text and every cell of the slides; charts are drawn from their numbers."""
    for slide in pptx.Presentation(str(path)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            if shape.has_table:
                yield from (cell.text for row in shape.table.rows for cell in row.cells)


def test_every_word_of_a_word_document_is_on_a_page(made: Made) -> None:
    """Whatever the round is like; and no page is without words."""
    for document in made.files("docx"):
        pages = made.pages(document)
        assert lost(words_of(" ".join(word_texts(document))), pages) == [], document.name
        texts = [page.extract_text().strip() for page in PdfReader(pages).pages]
        assert all(texts), document.name


def test_every_slide_is_a_page_with_all_its_words(made: Made) -> None:
    """One page each, wider than high."""
    for document in made.files("pptx"):
        pages = PdfReader(made.pages(document)).pages
        assert len(pages) == len(pptx.Presentation(str(document)).slides)
        assert lost(words_of(" ".join(slide_texts(document))), made.pages(document)) == []
        assert {round(page.mediabox.width / page.mediabox.height, 2) for page in pages} == {1.78}


def test_every_sheet_is_printed_with_its_header(made: Made) -> None:
    """Each sheet's columns stand on some page."""
    for document in made.files("xlsx"):
        headers: Counter[str] = Counter()
        for name in CalamineWorkbook.from_path(document).sheet_names:
            rows = CalamineWorkbook.from_path(document).get_sheet_by_name(name).to_python()
            headers += words_of(" ".join(str(cell) for row in rows[:1] for cell in row))
        assert lost(headers, made.pages(document)) == []


def test_every_pdf_can_be_read_aloud(made: Made) -> None:
    """Language, title, tags, a text for each picture, a header for each table, every letter's font inside."""
    for document in made.files("pdf"):
        with pikepdf.open(document) as pdf:
            root, objects = pdf.Root, [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
            assert str(root.Lang)[:2] in ("da", "en")
            assert root.MarkInfo.Marked and root.ViewerPreferences.DisplayDocTitle
            with pdf.open_metadata() as metadata:
                assert metadata["dc:title"] and metadata["pdfuaid:part"] == "1"
            figures = [each for each in objects if each.get("/S") == pikepdf.Name.Figure]
            assert all(str(each.get("/Alt", "")) for each in figures)
            tables = sum(each.get("/S") == pikepdf.Name.Table for each in objects)
            headers = sum(each.get("/S") == pikepdf.Name.TH for each in objects)
            assert headers >= tables
            fonts = [each for each in objects if each.get("/Type") == pikepdf.Name.FontDescriptor]
            assert fonts and all(FONTS & set(each.keys()) for each in fonts)
