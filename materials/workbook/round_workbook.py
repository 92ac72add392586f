"""A round as one workbook: what it is, its tables, and what every fact and column means."""

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from data.database import Store
from language import Words
from materials.documents.round_material import (
    RoundMaterial,
    confidential_notice,
    document_name,
    draft_notice,
    norms_of_round,
    source_line,
)
from materials.round_tables.assessments import assessments
from materials.round_tables.consultations import consultations
from materials.round_tables.errata import errata
from materials.round_tables.experience import experience
from materials.round_tables.indicators import definitions, indicators
from materials.round_tables.results import results
from materials.round_tables.table_model import RoundTable
from materials.workbook.about_sheet import about_rows, title_of
from materials.workbook.cells import cells_of
from materials.workbook.definitions_sheet import definition_columns, definition_rows
from materials.workbook.plain_book import Cell, PlainBook, safe_text
from materials.workbook.table_sheet import TableColumn, row_height, write_table

ABOUT_WIDTHS, TITLE_HEIGHT = (34, 96), 30


def workbook_name(material: RoundMaterial, words: Words) -> str:
    """``Regneark - Slutevaluering 2022-2025.xlsx``."""
    return document_name(material, words("Workbook"), "xlsx", words)


def round_workbook(store: Store, material: RoundMaterial, words: Words) -> bytes:
    """The whole ``.xlsx`` in the words of one language; the same bytes for the same material. Raises as what
    the material is read from.
    """
    book = PlainBook(title_of(material, words), language=words.code, created=material.data_on)
    tables = tuple(_tables(store, material, words))
    norms = norms_of_round(store, material)
    _write_about(book, _sheet(book, material, "About", words), about_rows(material, tables, words))
    for each in tables:
        columns = [TableColumn(words(column.title), column.width) for column in each.sheet_columns]
        rows = cells_of(each, words)
        write_table(book, _sheet(book, material, each.title, words), columns, rows)
    facts = definitions(norms, words)
    rows = definition_rows(tables, facts, words)
    write_table(book, _sheet(book, material, facts.title, words), definition_columns(words), rows)
    return book.content()


def _tables(store: Store, material: RoundMaterial, words: Words) -> Iterator[RoundTable]:
    yield results(material, words)
    yield assessments(material, words)
    yield indicators(material, words)
    yield experience(material, words)
    yield consultations(store, material)
    if material.errata:
        yield errata(material)


def _sheet(book: PlainBook, material: RoundMaterial, title: str, words: Words) -> Worksheet:
    """A sheet whose printed pages say what the round's documents say on theirs."""
    notices = [
        draft_notice(material, words),
        confidential_notice(words) if material.with_confidential else "",
    ]
    return book.sheet(
        words(title),
        header=" ".join(notice for notice in notices if notice),
        footer=source_line(material, words),
        page=words("Page {page} of {pages}", page="{page}", pages="{pages}"),
    )


def _write_about(book: PlainBook, sheet: Worksheet, rows: list[tuple[str, Cell]]) -> None:
    """Labels beside their values, the title above them."""
    (title, _), *others = rows
    for column, width in enumerate(ABOUT_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, TITLE_HEIGHT)
    sheet.write_string(0, 0, safe_text(title), book.styles["title"])
    for number, (label, cell) in enumerate(others, start=1):
        sheet.set_row(number, row_height((label, cell), ABOUT_WIDTHS))
        sheet.write_string(number, 0, safe_text(label), book.styles["label"])
        if isinstance(cell, int):
            sheet.write_number(number, 1, cell, book.styles["left"])
        else:
            book.write_cell(sheet, (number, 1), cell)
