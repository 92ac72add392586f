"""What can be made of a round for the committee's table: kinds of material, their parts and their files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from language import N_
from materials.chart_parts import chart_index, chart_list, chart_parts
from materials.documents.annex.annex_document import annex_document, annex_name
from materials.documents.blocks import Document
from materials.documents.case.case_document import case_document, case_name
from materials.documents.handover.handover_letter import handover_document, handover_name, has_handover
from materials.documents.minutes import (
    bodies_with_minutes,
    minutes_document,
    minutes_names,
    minutes_text,
)
from materials.documents.pdf import pdf_file
from materials.documents.plain_text import text_file
from materials.documents.word import word_file
from materials.open_data.package import open_data, open_data_name
from materials.round_parts import Kind, Order, Part, one_file
from materials.slides.slides_file import slides_file, slides_name
from materials.workbook.round_workbook import round_workbook, workbook_name


def _case(order: Order) -> list[Part]:
    words, material = order.words, order.material
    document = partial(case_document, material, words, headings=order.headings)
    return [_word_part(words("Case (Word)"), case_name(material, words), document, order)]


def _slides(order: Order) -> list[Part]:
    words, material = order.words, order.material
    make = partial(slides_file, material, words, order.templates.get("pptx"))
    return [one_file(words("Slides (PowerPoint)"), slides_name(material, words), make)]


def _annex(order: Order) -> list[Part]:
    words, material = order.words, order.material
    document = cache(partial(annex_document, order.store, material, words))  # once for both
    name = annex_name(material, "pdf", words)
    return [
        one_file(words("Annex (PDF)"), name, lambda: pdf_file(document()), document),
        _word_part(words("Annex (Word)"), annex_name(material, "docx", words), document, order),
    ]


def _minutes(order: Order) -> list[Part]:
    words, material = order.words, order.material
    bodies = bodies_with_minutes(material)
    if not bodies:
        return []
    documents = [partial(minutes_document, order.store, material, body, words) for body in bodies]
    texts = [partial(minutes_text, order.store, material, body, words) for body in bodies]
    names, text_names = (
        tuple(minutes_names(material, bodies, kind, words).values()) for kind in ("docx", "txt")
    )
    template = order.templates.get("docx")
    make = partial(_word_files, documents, template)
    return [
        Part(words("Minutes texts (Word)"), names, make, documents[0]),
        Part(words("Minutes texts (plain text)"), text_names, partial(_text_files, texts)),
    ]


def _word_files(documents: Iterable[Callable[[], Document]], template: bytes | None) -> Iterator[bytes]:
    return (word_file(document(), template) for document in documents)


def _text_files(texts: Iterable[Callable[[], str]]) -> Iterator[bytes]:
    return (text_file(text()) for text in texts)


def _handover(order: Order) -> list[Part]:
    words, material = order.words, order.material
    if not has_handover(material):
        return []
    document = partial(handover_document, order.store, material, words)
    return [_word_part(words("Handover letter (Word)"), handover_name(material, words), document, order)]


def _workbook(order: Order) -> list[Part]:
    words, material = order.words, order.material
    make = partial(round_workbook, order.store, material, words)
    return [one_file(words("Workbook (Excel)"), workbook_name(material, words), make)]


def _open_data(order: Order) -> list[Part]:
    words, material = order.words, order.material
    make = partial(open_data, order.store, material, words)
    return [one_file(words("Open data (ZIP)"), open_data_name(material, words), make)]


def _word_part(label: str, name: str, document: Callable[[], Document], order: Order) -> Part:
    """A document in Word, from the municipality's own template where there is one."""
    template = order.templates.get("docx")
    return one_file(label, name, lambda: word_file(document(), template), document)


KINDS: Mapping[str, Kind] = {
    "case": Kind(
        N_("Case"),
        N_(
            "For the agenda: what was decided last time and what became of it, what the round found,"
            " principle by principle, with the picture. Recommendation and decision are left to be written."
        ),
        _case,
    ),
    "slides": Kind(
        N_("Slides"),
        N_(
            "For the meeting: what the round found, a message a slide, with charts that can be edited in"
            " PowerPoint, and notes for the one who presents."
        ),
        _slides,
    ),
    "annex": Kind(
        N_("Annex"),
        N_(
            "All that the case rests on: every answer in the committee's or centre's own words,"
            " facts with definitions, memory sheets, method, corrections and checksum."
        ),
        _annex,
    ),
    "minutes": Kind(
        N_("Minutes texts"),
        N_(
            "For the own minutes of each committee and centre: what it answered about each"
            " principle, in its own words. The text of a single one can also be copied from its"
            " page."
        ),
        _minutes,
    ),
    "handover": Kind(
        N_("Handover letter"),
        N_(
            "At the end of a term, to the next council: what the principles taught this one, what is left to"
            " do, and what to look at first."
        ),
        _handover,
    ),
    "workbook": Kind(
        N_("Workbook"),
        N_(
            "To reckon and sort in: results, every answer, indicators, experience and"
            " consultations in Excel, each a sheet, with what every column means."
        ),
        _workbook,
    ),
    "open_data": Kind(
        N_("Open data"),
        N_(
            "To publish and for machines: the same tables as CSV and Parquet with a description"
            " (Data Package, DCAT). Always open: without what committees and centres wrote, also"
            " where the confidential version is chosen."
        ),
        _open_data,
    ),
    "charts": Kind(
        N_("Charts"),
        N_(
            "Each chart drawn for a slide and for a page, as PNG, SVG and PDF, with its numbers as CSV and"
            " Excel. In the ZIP a page shows them all."
        ),
        chart_parts,
        chart_index,
        chart_list,
    ),
}
"""What can be made, by its name after ``--only``, in the order in which it is shown and made."""
