"""The form in Word: everything is locked but the content controls, one for each field, tagged
``principle.field``.

The seal stands in the document's properties, where nobody sees it.
"""

from docx.document import Document as WordDocument
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from data.assessment_fields import Field
from language import Words
from materials.documents.word_template import (
    HEADER_FILL,
    add_paragraph,
    open_template,
    set_style,
    set_widths,
    shade,
    without_number,
)
from materials.forms.form_model import Form, PrincipleFields, choices
from materials.forms.signature import sign, signature_of
from materials.forms.texts import CHOOSE, WRITE, heading, introduction, last_time, listed
from materials.forms.word_reader import locked_text
from materials.forms.word_seal import keep_seal
from materials.office_files import describe, same_bytes

FIELD_WIDTHS, LIST_WIDTHS = (32, 68), (10, 65, 25)
"""Shares of the page's width: question and answer; number, title and days."""
ABOVE_HEADING = Mm(6)
ROOM_AND_BREAK = '<w:t xml:space="preserve"> </w:t><w:br/>'
"""A program that loses the break keeps the words apart."""


def word_form(form: Form, words: Words, key: bytes) -> bytes:
    """A ``.docx`` of the form, sealed with the register's ``key``; the same bytes for the same form."""
    document = open_template(words.code)
    describe(document, heading(form, words), form.name, (words.code, form.round.opening_day))
    add_paragraph(document, heading(form, words), style="Title")
    for text in introduction(form, words):
        add_paragraph(document, text, style="Paper Lead")
    for principle in form.principles:
        _principle(document, form, principle, words)
    _consultations(document, form, words)
    _protect(document)
    stamp = sign(signature_of(form, words, locked_text(document.element.body)), key)
    keep_seal(document, stamp)
    return same_bytes(document)


def _principle(document: WordDocument, form: Form, principle: PrincipleFields, words: Words) -> None:
    title = add_paragraph(document, principle.title, style="Heading 1")
    title.paragraph_format.space_before = ABOVE_HEADING
    add_paragraph(document, principle.question, style="Paper Strong")
    for statement in principle.last:
        add_paragraph(
            document, words("Last time: {text}", text=last_time(statement, words)), style="Paper Quote"
        )
    for label, meaning in principle.steps.items():
        paragraph = add_paragraph(document, style="Paper Muted")
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(meaning)
    table = document.add_table(rows=0, cols=2, style="Paper Table")
    for field in form.fields:
        question, answer = table.add_row().cells
        set_style(question.paragraphs[0], "Paper Header")
        question.paragraphs[0].add_run(words(field.form_label))
        shade(question, HEADER_FILL)
        control = _control_of(field, principle, words)
        answer._tc.insert(answer._tc.index(answer.paragraphs[0]._p), control)
        set_style(answer.paragraphs[-1], "Paper Space")
    set_widths(table, FIELD_WIDTHS)


def _control_of(field: Field, principle: PrincipleFields, words: Words) -> BaseOxmlElement:
    """A list to choose from, or room for words."""
    tag, label = f"{principle.number}.{field.name}", f"{principle.number}. {words(field.form_label)}"
    answer = principle.answers.get(field.name, "")
    if not field.is_chosen:
        return _control(tag, label, answer, '<w:text w:multiLine="1"/>', placeholder=words(WRITE))
    items = "".join(
        f"<w:listItem w:displayText={_quoted(text)} w:value={_quoted(text)}/>"
        for text in choices(field, words)
    )
    return _control(
        tag, label, answer, f"<w:dropDownList>{items}</w:dropDownList>", placeholder=words(CHOOSE)
    )


def _control(tag: str, label: str, text: str, kind: str, *, placeholder: str = "") -> BaseOxmlElement:
    """A content control of its own paragraph: it can be filled in, not taken away. ``placeholder`` stands
    where nothing is written.
    """
    look = "" if text else '<w:rPr><w:color w:val="767676"/></w:rPr>'
    lines = ROOM_AND_BREAK.join(
        f'<w:t xml:space="preserve">{_escaped(line)}</w:t>' for line in (text or placeholder).split("\n")
    )
    return parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias w:val={_quoted(label[:60])}/><w:tag"
        f' w:val={_quoted(tag)}/><w:lock w:val="sdtLocked"/>'
        f"{'' if text else '<w:showingPlcHdr/>'}{kind}</w:sdtPr>"
        f"<w:sdtContent><w:p><w:r>{look}{lines}</w:r></w:p></w:sdtContent></w:sdt>"
    )


def _consultations(document: WordDocument, form: Form, words: Words) -> None:
    heading_paragraph = add_paragraph(document, words("Your consultations in the period"), style="Heading 1")
    without_number(heading_paragraph)
    heading_paragraph.paragraph_format.space_before = ABOVE_HEADING
    rows = listed(form, words)
    if not rows:
        add_paragraph(document, words("None is recorded."))
        return
    table = document.add_table(rows=0, cols=len(LIST_WIDTHS), style="Paper Table")
    for row in ((words("Number"), words("Title"), words("Days")), *rows):
        style = "Paper Cell" if table.rows else "Paper Header"
        for cell, text in zip(table.add_row().cells, row, strict=True):
            set_style(cell.paragraphs[0], style)
            cell.paragraphs[0].add_run(text)
    set_widths(table, LIST_WIDTHS)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _protect(document: WordDocument) -> None:
    """Forms only: Word lets nothing be written outside the content controls."""
    settings = document.settings.element
    protection = parse_xml(f'<w:documentProtection {nsdecls("w")} w:edit="forms" w:enforcement="1"/>')
    tab_stop = settings.find(qn("w:defaultTabStop"))
    settings.insert(0 if tab_stop is None else list(settings).index(tab_stop), protection)


def _escaped(text: str) -> str:
    clean_text = "".join(c for c in text if c.isprintable() or c == "\t")
    return clean_text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(text: str) -> str:
    return '"' + _escaped(text).replace('"', "&quot;") + '"'
