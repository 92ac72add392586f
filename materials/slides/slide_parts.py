"""Parts of a slide that python-pptx does not make: footers, watermarks, notes, and texts in a language."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from materials.slides.measures import EMU, Box, Paragraph, width_of

PALE = "#e9ecef"
TURN = -20
NUMBER_ID = "{B5A9C6E4-3D0B-4B0F-9C55-0E6F4E6D0001}"
DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def rgb(text: str) -> RGBColor:
    """A colour as python-pptx takes it."""
    value: RGBColor = RGBColor.from_string(text.lstrip("#").upper())
    return value


def write(frame: Any, paragraphs: Sequence[Paragraph], language: str) -> None:
    """The paragraphs in a shape, without margins of their own where it is no placeholder."""
    if not frame._parent.is_placeholder:
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for place, paragraph in enumerate(paragraphs):
        target = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        write_paragraph(target, paragraph, language)


def write_paragraph(target: Any, paragraph: Paragraph, language: str) -> None:
    """One paragraph, each of its lines a run."""
    for place, line in enumerate(paragraph.text.split("\n")):
        if place:
            target.add_line_break()
        run = target.add_run()
        run.text = line
        run._r.get_or_add_rPr().set("lang", language)
        font = run.font
        font.size, font.bold = Pt(paragraph.size), paragraph.bold
        if paragraph.is_italic:
            font.italic = True
        if paragraph.is_muted:
            mute(font)


def mute(font: Any) -> None:
    """A text that is read after the others: a paler ink of the template's."""
    font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    font.color.brightness = 0.15


def colour(shape: Any, fill: str) -> None:
    """Every text of a shape in a colour."""
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.color.rgb = rgb(fill)


def centre(shape: Any) -> None:
    """A shape's text in its middle."""
    shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    for paragraph in shape.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.CENTER


def describe(shape: Any, text: str) -> None:
    """What a picture, a chart or a table says, for those who have it read aloud."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", text)


def decorate(shape: Any) -> None:
    """Mark a shape as one that says nothing, so that nobody has it read aloud."""
    shape._element.xpath(".//p:cNvPr")[0].append(parse_xml(DECORATIVE))


def put_behind(slide: Any, shape: Any, place: int = 0) -> None:
    """Put a shape behind all others but the first so many."""
    slide.shapes._spTree.remove(shape._element)
    slide.shapes._spTree.insert(2 + place, shape._element)


def add_watermark(slide: Any, text: str, page: Box, language: str) -> None:
    """Large pale letters across the slide, behind all that stands on it."""
    size = 170.0
    size = min(size, size * 0.6 * page.width / width_of(text, size, bold=True))
    width, height = width_of(text, size, bold=True) * 1.05, size * 1.3
    box = Box((page.width - width) / 2, (page.height - height) / 2, width, height)
    shape = slide.shapes.add_textbox(*box.emu)
    shape.name, shape.rotation = text, TURN
    write(shape.text_frame, [Paragraph(text, size, bold=True)], language)
    shape.text_frame.word_wrap = False
    centre(shape)
    colour(shape, PALE)
    decorate(shape)
    put_behind(slide, shape)


def add_footer(slide: Any, placeholder: Any, text: str | None, language: str) -> None:
    """The layout's footer on a slide, with this text; without one, the slide's number."""
    element = deepcopy(placeholder._element)
    element.xpath(".//p:cNvPr")[0].set("id", str(slide.shapes._next_shape_id))
    properties = element.find(qn("p:spPr"))
    for child in list(properties):
        properties.remove(child)
    body = element.find(qn("p:txBody"))
    for tag in ("a:lstStyle", "a:bodyPr"):
        part = body.find(qn(tag))
        for name in list(part.attrib):
            del part.attrib[name]
        for child in list(part):
            part.remove(child)
    for paragraph in body.findall(qn("a:p")):
        body.remove(paragraph)
    paragraph = parse_xml(f"<a:p {nsdecls('a')}><a:r><a:rPr lang='{language}'/><a:t/></a:r></a:p>")
    if text is None:
        paragraph = parse_xml(
            f"<a:p {nsdecls('a')}><a:fld id='{NUMBER_ID}' type='slidenum'><a:rPr"
            f" lang='{language}'/><a:t/></a:fld></a:p>"
        )
        text = str(slide.part.package.presentation_part.presentation.slides.index(slide) + 1)
    paragraph.find(f".//{qn('a:t')}").text = text
    body.append(paragraph)
    slide.shapes._spTree.append(element)


def add_notes(slide: Any, notes: Sequence[str], language: str) -> None:
    """What the presenter reads under the slide."""
    frame = slide.notes_slide.notes_text_frame
    for place, text in enumerate(notes):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = text
        run._r.get_or_add_rPr().set("lang", language)


def size_of(layout: Any, master: Any) -> float:
    """The size of a layout's title, in points."""
    for place in layout.placeholders:
        if place.placeholder_format.idx == 0:
            sizes = place._element.xpath(".//a:lstStyle/a:lvl1pPr/a:defRPr/@sz")
            sizes += master._element.xpath("p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr/@sz")
            if sizes:
                return int(sizes[0]) / 100
    return 26


def keep_size_of_template(shape: Any) -> None:
    """Let the template say how large a text is."""
    for properties in shape._element.iter(qn("a:rPr")):
        properties.attrib.pop("sz", None)


def keep_weight_of_template(shape: Any) -> None:
    """Let the template say whether a text is bold."""
    for properties in shape._element.iter(qn("a:rPr")):
        properties.attrib.pop("b", None)


def rectangle(shapes: Any, box: Box, kind: Any, name: str) -> Any:
    """A box with a text of its own among the shapes of a slide or a group, without a shadow."""
    shape = shapes.add_shape(kind, *box.emu)
    shape.name = name
    for effect in shape._element.iter(qn("a:effectRef")):
        effect.set("idx", "0")
    return shape


def points(length: float) -> int:
    """A length in the file's unit."""
    return round(length * EMU)
