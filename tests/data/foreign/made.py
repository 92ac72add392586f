"""Small files as other systems write them."""

import io
import zipfile
from collections.abc import Callable

import xlsxwriter

from data.foreign.read_file import header_rows, read_foreign, table_of
from data.foreign.sheet import ForeignTable, Sheet

ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODS_START = (
    f'<office:document-content xmlns:office="{ODF}:office:1.0" xmlns:table="{ODF}:table:1.0"'
    f' xmlns:text="{ODF}:text:1.0" xmlns:style="{ODF}:style:1.0" xmlns:number="{ODF}:datastyle:1.0"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
)


def xlsx(fill: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None]) -> bytes:
    """A workbook with a sheet ``Liste`` that ``fill`` writes."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content)
    fill(book, book.add_worksheet("Liste"))
    book.close()
    return content.getvalue()


def xlsx_rows(*rows: tuple[object, ...]) -> bytes:
    """A workbook of plain cells."""

    def fill(_: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)

    return xlsx(fill)


def packed(parts: dict[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def ods(tables: str, styles: str = "") -> bytes:
    """An .ods with these tables and styles."""
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": (
                f"{ODS_START}<office:automatic-styles>{styles}</office:automatic-styles>{body}"
                "</office:document-content>"
            ),
        }
    )


def sheet_of(content: bytes) -> Sheet:
    """The only sheet of a file."""
    (sheet,) = read_foreign("fil", content).sheets
    return sheet


def rows_of(content: bytes) -> list[tuple[str, ...]]:
    """The rows of a file's only sheet."""
    return list(sheet_of(content).rows)


def notices_of(content: bytes) -> list[str]:
    """What is told of a file, in English."""
    return [str(notice) for notice in read_foreign("fil", content).notices]


def likely_table(content: bytes) -> ForeignTable:
    """The table under the likeliest header of a file's only sheet."""
    file = read_foreign("fil", content)
    (sheet,) = file.sheets
    return table_of(file, sheet, header_rows(sheet)[0])
