"""Slides of tables: as many as the rows take."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from materials.documents.blocks import Table
from materials.slides import slide_parts
from materials.slides.deck import Deck, Slide
from materials.slides.measures import Paragraph, box_of
from materials.slides.slide_template import kind_of, placeholders
from materials.slides.table_pages import ABOVE, SIDE, TableLook, largest_look, table_pages

LAYOUT = "Round Table"
PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own name for a table without fills and lines."""


def table_look(deck: Deck, numbers: Sequence[int] = ()) -> TableLook:
    """The place of a table in the template."""
    layout = deck.presentation.slide_layouts.get_by_name(LAYOUT)
    assert layout is not None, LAYOUT
    (place,) = [each for each in placeholders(layout) if kind_of(each) == "table"][:1]
    return TableLook(box_of(place), frozenset(numbers))


def add_table_slides(
    deck: Deck, title: str, table: Table, notes: Sequence[str], *, numbers: Sequence[int] = ()
) -> None:
    """The table under a title, on as many slides as its rows take; each says which of them it is."""
    look = table_look(deck, numbers)
    look = largest_look(table, look, deck.words)
    pages = table_pages(table, look, deck.words)
    for number, page in enumerate(pages, start=1):
        count = f" ({deck.words.share_of(number, len(pages))})" if len(pages) > 1 else ""
        add_table_slide(deck, f"{title}{count}", page, notes, look=look)


def add_table_slide(deck: Deck, title: str, table: Table, notes: Sequence[str], *, look: TableLook) -> Slide:
    """A table that fits its slide."""
    slide = deck.add(LAYOUT, title, notes)
    rows = [table.header, *table.rows]
    frame = slide.places["table"][0].insert_table(len(rows), len(table.header))
    caption = table.caption.text if table.caption else title
    slide_parts.describe(frame, caption)
    _set_style(frame.table)
    for column, width in zip(frame.table.columns, look.widths(table), strict=True):
        column.width = slide_parts.points(width)
    for number, row in enumerate(rows):
        height = look.height(row, table, is_head=not number)
        frame.table.rows[number].height = slide_parts.points(height)
        if len(row) == 1:
            frame.table.cell(number, 0).merge(frame.table.cell(number, len(table.header) - 1))
        for place in range(len(row)):
            texts = look.paragraphs(row, place, is_head=not number)
            _write(frame.table.cell(number, place), texts, slide.language)
        for place in range(len(table.header)):
            _finish(frame.table.cell(number, place), slide.language, is_shaded=len(row) == 1)
    frame.height = sum(row.height for row in frame.table.rows)
    return slide


def _set_style(table: Any) -> None:
    properties = table._tbl.tblPr
    properties.set("firstRow", "1")
    properties.set("bandRow", "0")
    properties.find(qn("a:tableStyleId")).text = PLAIN


def _write(cell: Any, paragraphs: Sequence[Paragraph], language: str) -> None:
    frame = cell.text_frame
    for place, paragraph in enumerate(paragraphs):
        target = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        slide_parts.write_paragraph(target, paragraph, language)


def _finish(cell: Any, language: str, *, is_shaded: bool) -> None:
    """Margins, a thin line below, and the fill of a heading."""
    cell.margin_left = cell.margin_right = slide_parts.points(SIDE)
    cell.margin_top = cell.margin_bottom = slide_parts.points(ABOVE)
    properties = cell._tc.get_or_add_tcPr()
    properties.append(
        parse_xml(
            f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="25000"/>'
            '<a:lumOff val="75000"/></a:schemeClr></a:solidFill></a:lnB>'
        )
    )
    if is_shaded:
        cell.fill.solid()
        cell.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    for paragraph in cell._tc.iter(qn("a:p")):
        if paragraph.find(qn("a:r")) is None and paragraph.find(qn("a:endParaRPr")) is None:
            paragraph.append(parse_xml(f'<a:endParaRPr {nsdecls("a")} lang="{language}" sz="1400"/>'))
