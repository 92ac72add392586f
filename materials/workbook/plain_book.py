"""A workbook of texts: nothing in it is a formula or a link, whatever a cell begins with."""

import io
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
"""Characters that a cell of Excel holds."""
LONGEST_SHEET_NAME = 31
NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
STYLES: dict[str, dict[str, Any]] = {
    "heading": {"bold": True, "bg_color": "#e8eef5", "bottom": 1, "text_wrap": True, "valign": "vcenter"},
    "plain": {"valign": "top"},
    "wrapped": {"valign": "top", "text_wrap": True},
    "title": {"bold": True, "font_size": 16},
    "muted": {"italic": True, "font_color": "#59636e", "valign": "top"},
    "reason": {"text_wrap": True, "valign": "top", "bg_color": "#fff4d6"},
    "day": {"num_format": "dd-mm-yyyy", "valign": "top"},
    "muted day": {"num_format": "dd-mm-yyyy", "italic": True, "font_color": "#59636e", "valign": "top"},
}


class PlainBook:
    """A workbook under way; :meth:`content` closes it."""

    def __init__(self, title: str) -> None:
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
        self._book.set_properties({"title": title, "author": "Øjenhøjde"})
        self.styles: dict[str, Format] = {
            name: self._book.add_format({"font_name": "Calibri", "font_size": 11, **style})
            for name, style in STYLES.items()
        }

    def sheet(self, name: str) -> Worksheet:
        """A further sheet, printed on its side and as wide as the paper."""
        sheet = self._book.add_worksheet(sheet_name(name))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def write(self, sheet: Worksheet, place: tuple[int, int], text: str, *, style: str = "plain") -> None:
        """Write a text, never anything that is calculated; one that is too long for a cell is cut."""
        sheet.write_string(*place, text[:LONGEST_CELL], self.styles[style])

    def content(self) -> bytes:
        """The whole ``.xlsx``."""
        self._book.close()
        return self._buffer.getvalue()


def sheet_name(text: str) -> str:
    """A name that a sheet can have."""
    return text.translate(NOT_IN_SHEET_NAMES).strip(" '")[:LONGEST_SHEET_NAME].strip(" '") or "Ark1"
