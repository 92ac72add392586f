"""Parts of a Word document that python-docx does not make: numbered captions, pictures with words for those
who can't see them, fields, and what lies under each page.
"""

import io
from xml.sax.saxutils import quoteattr

from docx.document import Document as WordDocument
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from materials.documents.blocks import Caption, Document, Picture
from materials.documents.word_template import WIDTH_MM, add_paragraph

TALLEST_MM = 160
"""How tall a picture may be."""
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
WATERMARK = """<w:r {namespaces}><w:rPr><w:noProof/></w:rPr><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
path="m@7,l@8,m@5,21600l@6,21600e">
<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>
<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>
<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/>
</v:shapetype>
<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt={text}
style="position:absolute;margin-left:0;margin-top:0;width:430pt;height:130pt;rotation:315;z-index:-251658752;\
mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;\
mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#e9ecef" stroked="f">
<v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" string={text}/></v:shape>
</w:pict></w:r>"""
"""The shape that Word itself makes for a watermark, so that its own button takes it away."""


def add_picture(word_document: WordDocument, picture: Picture, number: int) -> None:
    """The picture over the width of the text, with its words and its caption under it."""
    paragraph = add_paragraph(word_document)
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(io.BytesIO(picture.png), width=Mm(WIDTH_MM))
    if shape.height > Mm(TALLEST_MM):
        shape.width = Mm(round(WIDTH_MM * Mm(TALLEST_MM) / shape.height))
        shape.height = Mm(TALLEST_MM)
    properties = shape._inline.docPr
    properties.set("descr", picture.alt)
    properties.set("title", picture.caption.text)
    add_caption(word_document, picture.caption, number, stays_with_next=False)


def add_caption(word_document: WordDocument, caption: Caption, number: int, *, stays_with_next: bool) -> None:
    """``Figure 1. The answers``, with a number that Word reckons anew and can make a list of."""
    paragraph = add_paragraph(word_document, f"{caption.label} ", style="Caption")
    paragraph.paragraph_format.keep_with_next = stays_with_next
    run = paragraph.add_run()
    for element in (
        field_char("begin"),
        field_code(rf" SEQ {caption.label} \* ARABIC "),
        field_char("separate"),
    ):
        run._r.append(element)
    run.add_text(str(number))
    run._r.append(field_char("end"))
    paragraph.add_run(f". {caption.text}")


def mark_pages(word_document: WordDocument, content: Document) -> None:
    """What each page bears: a line at its top, and a watermark under it."""
    if not (content.header or content.watermark):
        return
    paragraph = word_document.sections[0].header.paragraphs[0]
    paragraph.add_run(content.header).bold = True
    if content.watermark:
        namespaces, text = f"{nsdecls('w')} {VML}", quoteattr(content.watermark)
        xml = WATERMARK.replace("\\\n", "").format(namespaces=namespaces, text=text)
        paragraph._p.append(parse_xml(xml))


def field_char(kind: str) -> BaseOxmlElement:
    """The beginning, middle or end of a field."""
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    return element


def field_code(text: str) -> BaseOxmlElement:
    """What a field reckons."""
    element = OxmlElement("w:instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = text
    return element
