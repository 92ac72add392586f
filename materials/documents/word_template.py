"""What every Word document begins with: ``template.docx``, which holds page, styles and the numbers of
headings.

How documents look is changed in Word, in the styles of that file: each style that bears a name in
:data:`STYLES` or ``Paper …`` must keep it. A paper without a table of contents is set closer
(:data:`CLOSER`), unless the template is the municipality's own.
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.parts.story import StoryPart
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from language import N_, Sentence
from materials.charts.theme import SHADE
from materials.office_files import LOCALES, UnusableTemplate

ACCENT = "#1f4e79"
HEADER_FILL = SHADE
STYLES: Mapping[str, str] = {
    "normal": "Normal",
    "lead": "Paper Lead",
    "muted": "Paper Muted",
    "strong": "Paper Strong",
    "quote": "Paper Quote",
    "notice": "Paper Notice",
}
WIDTH_MM = 166
"""The text's width."""
TEMPLATE = Path(__file__).with_name("template.docx")


CLOSER: Mapping[str, tuple[float, float, float]] = {
    "Title": (21, 0, 3),
    "Subtitle": (13, 0, 8),
    "Heading 1": (15, 13, 4),
    "Heading 2": (12.5, 9, 3),
    "Normal": (10.5, 0, 4),
    "Caption": (9, 5, 3),
    "Paper Quote": (10.5, 0, 4),
}
"""Points of type, and of room above and below, by style, in a paper of a few pages."""
DENSE: Mapping[str, tuple[float, float]] = {
    "Normal": (9.5, 3),
    "Title": (20, 2),
    "Subtitle": (12, 4),
    "Heading 3": (11.5, 2),
    "List Bullet": (9.5, 1),
    "List Number": (9.5, 1),
    "Paper Lead": (10.5, 2),
    "Paper Muted": (9, 2),
    "Paper Strong": (9.5, 1),
    "Paper Quote": (9.5, 2),
    "Paper Notice": (9.5, 3),
    "Paper Header": (8.5, 1),
    "Paper Name": (8.5, 1),
    "Paper Cell": (8.5, 1),
}
"""Points of type, and of room below, by style."""
NAMED = (
    "Normal",
    "Title",
    "Subtitle",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Header",
    "Footer",
    "Caption",
    "List Bullet",
    "List Number",
    "toc 1",
    "toc 2",
    "Paper Header",
    "Paper Name",
    "Paper Cell",
    "Paper Space",
    "Paper Contents",
    "Paper Table",
)
"""The styles beside :data:`STYLES` that documents for a committee are set in."""
NO_TEMPLATE = N_("The template can't be read: it is no Word document (.docx).")
LACKS_STYLE = N_(
    "The template lacks the style “{style}”. Add a style of that name in Word, or begin from the template"
    " that comes with Øjenhøjde."
)


def open_template(language: str, template: bytes | None = None) -> WordDocument:
    """An empty document in this language, from the municipality's own ``template`` or that of the program.
    Raises :class:`materials.office_files.UnusableTemplate` for one that is no Word document, or lacks a
    style.
    """
    document = docx.Document(str(TEMPLATE)) if template is None else _own_template(template)
    _speak(document, language)
    return document


def _own_template(content: bytes) -> WordDocument:
    """A template that was replaced, emptied of what stands in it but for its page."""
    try:
        document = docx.Document(io.BytesIO(content))
    except (zipfile.BadZipFile, KeyError, ValueError, PackageNotFoundError) as problem:
        raise UnusableTemplate(Sentence(NO_TEMPLATE)) from problem
    names = {style.name for style in document.styles}
    for name in (*NAMED, *STYLES.values()):
        if name not in names:
            raise UnusableTemplate(Sentence(LACKS_STYLE, {"style": name}))
    body = document.element.body
    for element in [each for each in body if each.tag != qn("w:sectPr")]:
        body.remove(element)
    return document


def set_closer(document: WordDocument) -> None:
    """Smaller headings and less room around texts, for a paper of a few pages."""
    for name, (size, before, after) in CLOSER.items():
        style: Any = document.styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    normal: Any = document.styles["Normal"]
    normal.paragraph_format.line_spacing = 1.08


def add_paragraph(document: WordDocument, text: str = "", style: str = "Normal") -> Paragraph:
    """A paragraph at the end, in a style of the template."""
    paragraph = document.add_paragraph(text)
    set_style(paragraph, style)
    return paragraph


def set_style(paragraph: Paragraph, name: str) -> None:
    """Give a paragraph a style of the template. python-docx would look through all styles each time."""
    part = paragraph.part
    if part not in _IDS:
        _IDS[part] = _style_ids(part)
    paragraph._p.style = _IDS[part][name]


_IDS: WeakKeyDictionary[StoryPart, Mapping[str, str | None]] = WeakKeyDictionary()


def _style_ids(part: StoryPart) -> Mapping[str, str | None]:
    """The identifiers of paragraph styles by name; None for the one that a paragraph has anyway."""
    styles = part._document_part.styles
    default = styles.default(WD_STYLE_TYPE.PARAGRAPH)
    return {style.name: None if style == default else style.style_id for style in styles if style.name}


def set_densely(document: WordDocument) -> None:
    """Smaller type and less room between the lines, for a paper that is to be short."""
    for name, (size, after) in DENSE.items():
        style: Any = document.styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.line_spacing = 0.95
        style.paragraph_format.space_after = Pt(after)
    section = document.sections[0]
    section.top_margin, section.bottom_margin = Mm(15), Mm(16)
    section.footer_distance = Mm(8)
    heading: Any = document.styles["Heading 3"]
    heading.paragraph_format.space_before = Pt(6)


def shade(cell: _Cell, colour: str) -> None:
    """Fill a cell."""
    cell._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour[1:]}"/>')
    )


def set_widths(table: Table, shares: Sequence[int]) -> None:
    """Give the columns of a table these shares of the page's width, in per cent; no row is torn by a page's
    end.
    """
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(WIDTH_MM * share / 100)
        for cell in column.cells:
            cell.width = Mm(WIDTH_MM * share / 100)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def without_number(heading: Paragraph) -> None:
    """Let a heading go without the number that its style gives it."""
    heading._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
    heading.paragraph_format.left_indent = heading.paragraph_format.first_line_indent = Mm(0)


def start_list(document: WordDocument) -> int:
    """A list as the style ``List Number`` numbers it that begins at 1: its number in the document."""
    numbering = document.part.numbering_part.element
    style_number = document.styles["List Number"].element.pPr.numPr.numId.val
    number = numbering.add_num(numbering.num_having_numId(style_number).abstractNumId.val)
    number.add_lvlOverride(0).add_startOverride(1)
    return int(number.numId)


def _speak(document: WordDocument, language: str) -> None:
    """The language of every text, so that it is spelled and read aloud as it should be."""
    for properties in document.styles.element.iter(qn("w:rPrDefault")):
        for tag in properties.iter(qn("w:lang")):
            tag.set(qn("w:val"), LOCALES[language])
    tag = OxmlElement("w:themeFontLang")
    tag.set(qn("w:val"), LOCALES[language])
    settings = document.settings.element
    for old_tag in settings.findall(qn("w:themeFontLang")):
        settings.replace(old_tag, tag)
