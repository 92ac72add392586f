"""The paper as a Word document: real headings, lists and tables, so that it can be edited, searched and
read aloud.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from language import Words
from materials.documents.blocks import (
    Block,
    Document,
    Heading,
    Items,
    Picture,
    Table,
    TableStyle,
    Text,
    caption_numbers,
)
from materials.documents.discussion_paper.contents import Paper
from materials.documents.discussion_paper.layout import document
from materials.documents.unbroken import with_unbroken_dates
from materials.documents.word_parts import (
    add_caption,
    add_picture,
    field_char,
    field_code,
    mark_pages,
)
from materials.documents.word_template import (
    HEADER_FILL,
    STYLES,
    WIDTH_MM,
    add_paragraph,
    open_template,
    set_closer,
    set_densely,
    set_style,
    shade,
    start_list,
    without_number,
)
from materials.office_files import describe, same_bytes

NAME = 120
"""A text of more characters is no name that has to stay with what follows."""
SHORT, SHORT_UNNAMED = 3, 9
"""Tables of so many rows at most stand on one page: with their caption, and without one. LibreOffice loses
the rows of the latter where a page ends after the first.
"""


@dataclass(frozen=True)
class TableLook:
    """Names of styles: of a table, of its header, of its first column and of its other cells."""

    table: str
    header: str
    first: str
    other: str


LOOKS: Mapping[TableStyle, TableLook] = {
    "facts": TableLook("Paper Table", "Paper Header", "Paper Name", "Paper Cell"),
    "form": TableLook("Paper Form", "Paper Choice", "Paper Question", "Paper Box"),
}


def word_paper(paper: Paper, words: Words) -> bytes:
    """A ``.docx`` of the paper; the same bytes for the same paper."""
    return word_file(document(paper, words))


def word_file(content: Document, template: bytes | None = None) -> bytes:
    """A ``.docx`` of any document; the same bytes for the same content. Raises
    :class:`materials.office_files.UnusableTemplate` for a ``template`` that lacks a style.
    """
    content = with_unbroken_dates(content)
    word_document = open_template(content.language, template)
    if not content.contents and template is None:  # a template of one's own is as it was meant
        set_closer(word_document)
    if content.dense:
        set_densely(word_document)
    describe(word_document, content.title, content.subtitle, (content.language, content.dated))
    title = add_paragraph(word_document, content.title, style="Title")
    if not content.contents:  # what follows stands on the same page, and needs the room
        title.paragraph_format.space_before = Mm(0)
    add_paragraph(word_document, content.subtitle, style="Subtitle")
    for text in content.front:
        add_paragraph(word_document, text.text, style=STYLES[text.style])
    if content.contents:
        _contents(word_document, content)
    numbers = caption_numbers(content.blocks)
    for number, block in enumerate(content.blocks):
        match block:
            case Heading():
                _heading(word_document, block, number, is_numbered=content.numbered)
            case Picture():
                add_picture(word_document, block, numbers[number])
            case _:
                stays = _stays_with_next(content.blocks[number : number + 2])
                _add(word_document, block, numbers[number], stays_with_next=stays)
    mark_pages(word_document, content)
    _footer(word_document, content)
    return same_bytes(word_document)


def _heading(word_document: WordDocument, block: Heading, number: int, *, is_numbered: bool) -> None:
    """A heading that the table of contents can lead to; the style numbers it unless it is told not to."""
    paragraph = add_paragraph(word_document, block.text, style=f"Heading {block.level}")
    paragraph.paragraph_format.page_break_before = block.new_page
    if not is_numbered:
        without_number(paragraph)
    _bookmark(paragraph, number)


def _stays_with_next(blocks: Sequence[Block]) -> bool:
    """Whether the first of two blocks names what the second says: neither ends a page alone."""
    first, *others = blocks
    if not isinstance(first, Text) or not others:
        return False
    is_short = len(first.text) <= NAME
    is_name = is_short and isinstance(others[0], Text) and others[0].style == "quote" != first.style
    is_lead_in = isinstance(others[0], Table) and first.style == "muted"
    return first.style == "strong" or is_name or is_lead_in


def _add(word_document: WordDocument, block: Block, caption_number: int, *, stays_with_next: bool) -> None:
    match block:
        case Text():
            for part in block.text.split("\n\n"):
                paragraph = add_paragraph(word_document, part, style=STYLES[block.style])
                if stays_with_next:
                    paragraph.paragraph_format.keep_with_next = True
        case Items():
            list_number = start_list(word_document) if block.numbered else None
            for item in block.items:
                _list_item(word_document, item, list_number)
        case Table():
            if block.caption:
                add_caption(word_document, block.caption, caption_number, stays_with_next=True)
            _table(word_document, block)


def _list_item(word_document: WordDocument, text: str, list_number: int | None) -> None:
    if list_number is None:
        add_paragraph(word_document, text, style="List Bullet")
        return
    paragraph = add_paragraph(word_document, text, style="List Number")
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = list_number


def _table(word_document: WordDocument, block: Table) -> None:
    """A table whose first row is said again on each page, and no row of which is torn by a page's end."""
    table = word_document.add_table(rows=0, cols=len(block.header), style=LOOKS[block.style].table)
    table.autofit = False
    if block.caption:
        caption = OxmlElement("w:tblCaption")
        caption.set(qn("w:val"), block.caption.text)
        table._tbl.tblPr.append(caption)
    for row in (block.header, *block.rows):
        _row(table, row, LOOKS[block.style], is_header=row is block.header)
    for column, share in zip(table.columns, block.widths, strict=True):
        column.width = Mm(WIDTH_MM * share / 100)
        for cell in column.cells:
            if (
                len(cell._tc.getparent().findall(qn("w:tc"))) > 1
            ):  # not a heading over rows, which spans them all
                cell.width = Mm(WIDTH_MM * share / 100)
    if len(block.rows) <= (SHORT if block.caption else SHORT_UNNAMED):
        for row in table.rows[:-1]:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
    spacer = add_paragraph(word_document, style="Paper Space")
    spacer.paragraph_format.keep_with_next = False


def _row(table: WordTable, texts: tuple[str, ...], look: TableLook, *, is_header: bool) -> None:
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    for name in ("w:cantSplit", *(["w:tblHeader"] if is_header else [])):
        properties.append(OxmlElement(name))
    cells = list(row.cells)
    if len(texts) == 1:
        cells = [cells[0].merge(cells[-1])]
    for place, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        strong = is_header or len(texts) == 1
        _cell(cell, text, look.header if strong else look.first if place == 0 else look.other)
        if strong:
            shade(cell, HEADER_FILL)
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _cell(cell: _Cell, text: str, style: str) -> None:
    set_style(cell.paragraphs[0], style)
    cell.paragraphs[0].add_run(text)


def _contents(word_document: WordDocument, content: Document) -> None:
    """A table of contents that is complete as it stands, with links; Word can bring it up to date."""
    add_paragraph(word_document, content.contents, style="Paper Contents")
    headings = [
        (number, block)
        for number, block in enumerate(content.blocks)
        if isinstance(block, Heading) and block.level < 3
    ]
    paragraphs = [
        (add_paragraph(word_document, style=f"toc {block.level}"), number, text)
        for (number, block), text in zip(headings, _numbered(b for _, b in headings), strict=True)
    ]
    first, last = paragraphs[0][0], paragraphs[-1][0]
    for kind in ("begin", None, "separate"):
        run = first.add_run()._r
        run.append(field_char(kind) if kind else field_code(r' TOC \o "1-2" \h \n '))
    for paragraph, number, text in paragraphs:
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), f"_Toc{number:06}")
        link.append(paragraph.add_run(text)._r)
        paragraph._p.append(link)
    last.add_run()._r.append(field_char("end"))


def _numbered(headings: Iterable[Heading]) -> Iterable[str]:
    """The headings' texts with the numbers that Word sets before them."""
    chapter = section = 0
    for heading in headings:
        chapter, section = (chapter + 1, 0) if heading.level == 1 else (chapter, section + 1)
        yield f"{chapter}  {heading.text}" if heading.level == 1 else f"{chapter}.{section}  {heading.text}"


def _bookmark(paragraph: Paragraph, number: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:name"), f"_Toc{number:06}")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    paragraph._p.insert_element_before(start, "w:r")
    paragraph._p.append(end)


def _footer(word_document: WordDocument, content: Document) -> None:
    """The source, and "Page 3 of 20" with numbers that Word reckons."""
    paragraph = word_document.sections[0].footer.paragraphs[0]
    after = " · " if content.dense else "\n"
    paragraph.add_run(f"{content.footer}{after}" if content.page else content.footer)
    for part in re.split(r"(\{pages?\})", content.page):
        run = paragraph.add_run()
        if part in ("{page}", "{pages}"):
            field = "PAGE" if part == "{page}" else "NUMPAGES"
            for element in (field_char("begin"), field_code(f" {field} "), field_char("separate")):
                run._r.append(element)
            run.add_text("1")
            run._r.append(field_char("end"))
        else:
            run.add_text(part)
