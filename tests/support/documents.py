"""Documents of a round without a browser, and what is read back from them."""

import base64
import io
from typing import Any

import docx

from data.database import Store
from evaluation.evaluate import find_round
from language import Words
from materials.charts.chart import Chart
from materials.documents.annex.annex_document import annex_document
from materials.documents.case.case_document import case_document
from materials.documents.handover.handover_letter import handover_document
from materials.documents.minutes import bodies_with_minutes, minutes_document, minutes_text
from materials.documents.pdf import pdf_file
from materials.documents.round_material import round_material
from materials.documents.word import word_file
from materials.slides.slides_file import slides_file

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A picture of one dot, in place of the browser's."""


def dot(_: Chart) -> bytes:
    """A chart drawn without a browser."""
    return DOT


def case_file(store: Store, round_key: str, words: Words, **version: bool) -> bytes:
    """The case of a round in Word."""
    material = round_material(store, find_round(store, round_key), **version)
    return word_file(case_document(material, words, draw=dot))


def annex_file(store: Store, round_key: str, words: Words, kind: str, **version: bool) -> bytes:
    """The annex of a round."""
    material = round_material(store, find_round(store, round_key), **version)
    content = annex_document(store, material, words, draw=dot)
    return {"pdf": pdf_file, "docx": word_file}[kind](content)


def slides_content(store: Store, round_key: str, words: Words, **version: bool) -> bytes:
    """The slides of a round."""
    return slides_file(round_material(store, find_round(store, round_key), **version), words)


def minutes_files(store: Store, round_key: str, words: Words, **version: bool) -> list[bytes]:
    """The minutes text of every body that has submitted anything, in Word."""
    material = round_material(store, find_round(store, round_key), **version)
    return [
        word_file(minutes_document(store, material, body, words)) for body in bodies_with_minutes(material)
    ]


def minutes_texts(store: Store, round_key: str, words: Words, **version: bool) -> str:
    """The same as plain text, all in one."""
    material = round_material(store, find_round(store, round_key), **version)
    return "\n".join(minutes_text(store, material, body, words) for body in bodies_with_minutes(material))


def handover_file(store: Store, round_key: str, words: Words, **version: bool) -> bytes:
    """The handover letter of a round that ends a term."""
    material = round_material(store, find_round(store, round_key), **version)
    return word_file(handover_document(store, material, words))


def tables_of(content: bytes) -> dict[str, list[list[str]]]:
    """The tables of a Word document by the caption that each bears, as rows of texts."""
    tables: dict[str, list[list[str]]] = {}
    for table in docx.Document(io.BytesIO(content)).tables:
        caption: Any = table._tbl.tblPr.xpath("w:tblCaption/@w:val")
        if caption:
            tables[caption[0]] = [[cell.text for cell in row.cells] for row in table.rows]
    return tables
