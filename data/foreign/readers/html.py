"""A page of tables under another name: many systems save one as .xls."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree, html

from data.errors import UnreadableFile
from data.foreign.readers.delimited import text_of
from data.foreign.readers.merged_cells import Merge, with_merges
from data.foreign.readers.raw_sheet import RawSheet
from language import N_, Sentence

WEB_PAGE = N_(
    "{file} is a web page without a table. Export the list as a spreadsheet (.xlsx) or CSV, and take that in."
)
FROM_PAGE = N_("{file} is a web page, whatever its name says. Its tables were read.")
WIDEST_SPAN = 200


def read_html(raw: bytes, name: str) -> Iterator[RawSheet]:
    """The tables of a page that hold no other table and have more than one cell in a row. Raises
    :class:`data.errors.UnreadableFile`.
    """
    parser = html.HTMLParser(no_network=True, remove_comments=True, encoding="utf-8")
    try:
        page = html.document_fromstring(text_of(raw, name).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise UnreadableFile(Sentence(WEB_PAGE, {"file": name})) from None
    tables = [table for table in page.iter("table") if table.find(".//table") is None]
    sheets = [sheet for table in tables if len(max(sheet := _rows(table), key=len, default=[])) > 1]
    if not sheets:
        raise UnreadableFile(Sentence(WEB_PAGE, {"file": name}))
    notice = Sentence(FROM_PAGE, {"file": name})
    for number, rows in enumerate(sheets, start=1):
        yield RawSheet(str(number) if len(sheets) > 1 else "", rows, [notice] if number == 1 else [])


def _rows(table: html.HtmlElement) -> list[Sequence[str]]:
    """The rows, each merged cell's text in the first place that it covers, then in all."""
    rows: list[list[str]] = []
    merges: list[Merge] = []
    merged_places: set[tuple[int, int]] = set()
    for number, row in enumerate(table.iter("tr")):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            while (number, len(cells)) in merged_places:
                cells.append("")
            right, down = _span(cell, "colspan"), _span(cell, "rowspan")
            place = len(cells)
            if right > 1 or down > 1:
                merges.append(Merge(number, place, number + down - 1, place + right - 1))
                merged_places |= {
                    (number + below, place + beside) for below in range(down) for beside in range(right)
                }
            cells += [" ".join(cell.text_content().split()), *[""] * (right - 1)]
        rows.append(cells)
    return list(with_merges(rows, merges))


def _span(cell: html.HtmlElement, name: str) -> int:
    text = cell.get(name, "1")
    return min(int(text), WIDEST_SPAN) if re.fullmatch(r"[1-9]\d{0,8}", text) else 1
