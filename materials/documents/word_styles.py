"""How the Word document looks: A4, one accent, its own styles for text, tables and lists, and numbered
headings.
"""

import io
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell

from materials.charts.theme import MUTED, RULE, SHADE, TEXT

ACCENT = "#1f4e79"
HEADER_FILL = SHADE
FONT = "Calibri"
LOCALES = {"da": "da-DK", "en": "en-GB"}
STYLES: Mapping[str, str] = {
    "normal": "Normal",
    "lead": "Paper Lead",
    "muted": "Paper Muted",
    "strong": "Paper Strong",
    "quote": "Paper Quote",
    "notice": "Paper Notice",
}
HEADINGS, NUMBERS = 71, 72
EPOCH = (1980, 1, 1, 0, 0, 0)


def prepare(document: WordDocument, language: str) -> None:
    """Page, language and styles of an empty document."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin, section.footer_distance = Mm(20), Mm(22), Mm(10)
    _speak(document, language)
    _texts(document)
    _headings(document)
    _numbering(document)
    _table_style(document)


def describe(document: WordDocument, title: str, subject: str, edition: tuple[str, date]) -> None:
    """Title, subject, language and the day of the data (``edition``); never the clock."""
    language, day = edition
    properties = document.core_properties
    properties.title, properties.subject, properties.language = title, subject, LOCALES[language]
    properties.author = properties.last_modified_by = "Øjenhøjde"
    properties.comments, properties.keywords, properties.revision = "", "", 1
    properties.created = properties.modified = datetime(day.year, day.month, day.day)


def same_bytes(document: WordDocument) -> bytes:
    """The file packed without the clock: the archive's members bear a fixed day."""
    draft, result = io.BytesIO(), io.BytesIO()
    document.save(draft)
    with zipfile.ZipFile(draft) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, EPOCH), source.read(name), zipfile.ZIP_DEFLATED)
    return result.getvalue()


def shade(cell: _Cell, colour: str) -> None:
    """Fill a cell."""
    cell._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour[1:]}"/>')
    )


def start_list(document: WordDocument) -> int:
    """A numbered list that begins at 1: its number in the document."""
    numbering = document.part.numbering_part.element
    number = numbering.add_num(NUMBERS)
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


def _texts(document: WordDocument) -> None:
    _style(document, "Normal", size=10.5, after=5, line=1.15)
    _style(document, "Title", size=25, colour=ACCENT, bold=True, before=40, after=4)
    _style(document, "Subtitle", size=14, colour=MUTED, after=14)
    for border in document.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
    _style(document, "Paper Lead", size=11.5, after=2)
    _style(document, "Paper Muted", size=9.5, colour=MUTED, after=4)
    _style(document, "Paper Strong", bold=True, before=3, after=4)
    _style(document, "Paper Notice", bold=True, colour="#8a4304", after=5)
    quote = _style(document, "Paper Quote", after=6)
    quote.paragraph_format.left_indent = Mm(5)
    _rule_at_left(quote)
    _style(document, "Paper Header", size=9, bold=True, before=1.5, after=1.5)
    _style(document, "Paper Name", size=9, before=1, after=1)
    _style(document, "Paper Cell", size=9, before=1, after=1)
    _style(document, "Paper Space", size=4, after=0)
    _style(document, "Paper Contents", size=13, colour=ACCENT, bold=True, before=22, after=6)
    _style(document, "toc 1", before=5, after=1, bold=True)
    _style(document, "toc 2", size=10, after=1).paragraph_format.left_indent = Mm(6)
    _style(document, "List Bullet", after=2)
    _style(document, "List Number", after=4)
    _style(document, "Footer", size=8.5, colour=MUTED).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT


def _headings(document: WordDocument) -> None:
    for level, size, space_before, space_after in ((1, 19, 0, 8), (2, 15, 14, 5), (3, 11.5, 10, 3)):
        style = _style(
            document,
            f"Heading {level}",
            size=size,
            colour=ACCENT,
            bold=True,
            before=space_before,
            after=space_after,
        )
        style.paragraph_format.keep_with_next = True
        if level < 3:
            properties = style.element.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = level - 1, HEADINGS


def _style(document: WordDocument, name: str, **look: Any) -> ParagraphStyle:
    """A paragraph style of ours, or Word's own made to look like ours."""
    names = {style.name for style in document.styles}
    style = (
        document.styles[name]
        if name in names
        else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc"))
    )
    assert isinstance(style, ParagraphStyle)
    if name not in names:
        style.base_style = document.styles["Normal"]
    font, spacing = style.font, style.paragraph_format
    font.name, font.bold, font.italic = FONT, look.get("bold", False), False
    _one_typeface(style)
    font.color.rgb = RGBColor.from_string(look.get("colour", TEXT)[1:].upper())
    if "size" in look:
        font.size = Pt(look["size"])
    spacing.space_before, spacing.space_after = Pt(look.get("before", 0)), Pt(look.get("after", 4))
    if "line" in look:
        spacing.line_spacing = look["line"]
    return style


def _one_typeface(style: ParagraphStyle) -> None:
    """Word's own styles name a theme's typeface too, which would go before ours."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _rule_at_left(style: ParagraphStyle) -> None:
    """A thin line beside people's own words."""
    border = (
        f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="12" w:space="8" w:color="{RULE[1:]}"/></w:pBdr>'
    )
    style.element.get_or_add_pPr().insert_element_before(
        parse_xml(border), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )


def _numbering(document: WordDocument) -> None:
    """Numbers for headings (1, 1.1) and for questions (1., 2.)."""
    numbering = document.part.numbering_part.element
    level = (
        '<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{style}<w:suff'
        ' w:val="{after}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}"'
        ' w:hanging="{left}"/></w:pPr></w:lvl>'
    )
    headings = "".join(
        level.format(
            at=place, style=f'<w:pStyle w:val="Heading{place + 1}"/>', after="space", text=text, left=0
        )
        for place, text in enumerate(("%1", "%1.%2"))
    )
    questions = level.format(at=0, style="", after="tab", text="%1.", left=397)
    for number, levels, kind in ((HEADINGS, headings, "multilevel"), (NUMBERS, questions, "singleLevel")):
        abstract = (
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType'
            f' w:val="{kind}"/>{levels}</w:abstractNum>'
        )
        numbering.insert(0, parse_xml(abstract))
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{HEADINGS}"><w:abstractNumId w:val="{HEADINGS}"/></w:num>')
    )


def _table_style(document: WordDocument) -> None:
    """Thin lines between the rows and nothing else."""
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE[1:]}"'
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="PaperTable"><w:name'
            ' w:val="Paper Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top'
            f' {rule}/><w:bottom {rule}/><w:insideH {rule}/></w:tblBorders><w:tblCellMar><w:left w:w="70"'
            ' w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        )
    )
