"""A workbook of texts, numbers and days: nothing in it is a formula or a link, whatever a cell begins
with.
"""

import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from data.formula_guard import with_guard
from data.ingest.cells import UNPRINTABLE


@dataclass(frozen=True)
class Number:
    """A number with a format of its own, such as ``0 %``."""

    value: float
    number_format: str


Cell = str | int | float | bool | date | Number | None
LONGEST_CELL = 32_767
"""Characters that a cell of Excel holds."""
LONGEST_SHEET_NAME = 31
LONGEST_EDGE = 255
"""Characters that the header or the footer of a printed page holds."""
NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
CREATED = date(2000, 1, 1)
DAYS = {"da": "dd-mm-yyyy"}
ISO_DAY = "yyyy-mm-dd"
FONT = {"font_name": "Calibri", "font_size": 11}
CUT = "…"
PROPERTIES = "docProps/core.xml"
CELL: dict[str, Any] = {"valign": "top", "bottom": 1, "bottom_color": "#d0d7de"}
HEADING: dict[str, Any] = {
    "bold": True,
    "bg_color": "#e8eef5",
    "bottom": 1,
    "text_wrap": True,
    "valign": "vcenter",
}
STYLES: dict[str, dict[str, Any]] = {
    "heading": HEADING,
    "text heading": {**HEADING, "align": "left", "indent": 1},
    "number heading": {**HEADING, "align": "right"},
    "plain": {"valign": "top"},
    "wrapped": {"valign": "top", "text_wrap": True},
    "cell": {**CELL, "align": "left", "indent": 1, "text_wrap": True},
    "number": {**CELL, "align": "right"},
    "left": {**CELL, "align": "left", "indent": 1},
    "label": {**CELL, "text_wrap": True, "bold": True},
    "title": {"bold": True, "font_size": 16},
    "muted": {"italic": True, "font_color": "#59636e", "valign": "top"},
    "reason": {"text_wrap": True, "valign": "top", "bg_color": "#fff4d6"},
    "day": {"num_format": "dd-mm-yyyy", "valign": "top"},
    "muted day": {"num_format": "dd-mm-yyyy", "italic": True, "font_color": "#59636e", "valign": "top"},
}


class PlainBook:
    """A workbook under way; :meth:`content` closes it. Days are written as its ``language`` writes them; the
    same content ``created`` on the same day is the same file.
    """

    def __init__(self, title: str, *, language: str = "", created: date = CREATED) -> None:
        self._buffer = io.BytesIO()
        self._book: Workbook = xlsxwriter.Workbook(
            self._buffer,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        moment = datetime(created.year, created.month, created.day)
        self._book.set_properties({"title": title, "author": "Øjenhøjde", "created": moment})
        self._language = language
        self.styles: dict[str, Format] = {
            name: self._book.add_format({**FONT, **style}) for name, style in STYLES.items()
        }
        self._number_styles: dict[str, Format] = {}

    @property
    def day_style(self) -> Format:
        """How a day is written: as in Danish, or ISO in any other language."""
        return self.number_style(DAYS.get(self._language, ISO_DAY), align="left", indent=1)

    def number_style(self, number_format: str, **style: Any) -> Format:
        """The style of numbers in a format of Excel's, such as ``0.0 %``."""
        if number_format not in self._number_styles:
            own = {**FONT, **STYLES["number"], "num_format": number_format, **style}
            self._number_styles[number_format] = self._book.add_format(own)
        return self._number_styles[number_format]

    def sheet(self, name: str, *, header: str = "", footer: str = "", page: str = "") -> Worksheet:
        """A further sheet, printed on its side and as wide as the paper. ``header`` and ``footer`` stand on
        each printed page, and so does ``page``, with ``{page}`` and ``{pages}`` for their numbers.
        """
        sheet = self._book.add_worksheet(sheet_name(name))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        if header:
            sheet.set_header(f"&C&B{_on_the_edge(header)}"[:LONGEST_EDGE])
        if footer:
            number = page.format(page="&P", pages="&N")
            sheet.set_footer(f"&L{_on_the_edge(footer)[: LONGEST_EDGE - 40]}&R{number}")
        return sheet

    def write(self, sheet: Worksheet, place: tuple[int, int], text: str, *, style: str = "plain") -> None:
        """Write a text, never anything that is calculated; one that is too long for a cell is cut."""
        sheet.write_string(*place, text[:LONGEST_CELL], self.styles[style])

    def write_cell(self, sheet: Worksheet, place: tuple[int, int], cell: Cell) -> None:
        """Write a value as what it is; a text that a spreadsheet would calculate is guarded."""
        style = self.styles["cell"]
        match cell:
            case None:
                sheet.write_blank(*place, None, style)
            case bool():
                sheet.write_boolean(*place, cell, style)
            case str():
                sheet.write_string(*place, safe_text(cell), style)
            case Number():
                sheet.write_number(*place, cell.value, self.number_style(cell.number_format))
            case date():
                sheet.write_datetime(*place, datetime(cell.year, cell.month, cell.day), self.day_style)
            case _:
                sheet.write_number(*place, cell, self.styles["number"])

    def content(self) -> bytes:
        """The whole ``.xlsx``."""
        self._book.close()
        content = self._buffer.getvalue()
        return _in_language(content, self._language) if self._language else content


def safe_text(text: str) -> str:
    """A text that a cell can hold and that no spreadsheet calculates; what is too long for a cell is cut,
    with a mark.
    """
    plain = with_guard(UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    return plain if len(plain) <= LONGEST_CELL else plain[: LONGEST_CELL - 1] + CUT


def sheet_name(text: str) -> str:
    """A name that a sheet can have."""
    return text.translate(NOT_IN_SHEET_NAMES).strip(" '")[:LONGEST_SHEET_NAME].strip(" '") or "Ark1"


def _on_the_edge(text: str) -> str:
    """A text in a header or footer, where a lone & begins a code."""
    return text.replace("&", "&&")


def _in_language(content: bytes, language: str) -> bytes:
    """The workbook with its language among its properties, which XlsxWriter does not write."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == PROPERTIES:
                end = "</cp:coreProperties>"
                stated = f"<dc:language>{escape(language)}</dc:language>{end}"
                data = data.decode().replace(end, stated).encode()
            new.writestr(part, data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
