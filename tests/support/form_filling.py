"""Filling in a form as Word or Excel would: answers by tag (``3.justification``) into the fields, nothing
else touched.
"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

from docx.oxml.ns import qn
from lxml import etree
from python_calamine import CalamineWorkbook

DOCUMENT = "word/document.xml"
ANSWERS = "xl/worksheets/sheet1.xml"


def edited(file: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one part changed."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(file)) as source,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, change(content) if name == part else content)
    return written.getvalue()


def fill_word(form: bytes, answers: Mapping[str, str]) -> bytes:
    """The Word form with these answers; each line break as Word writes it, each word in a run of its own,
    as Word often does.
    """

    def change(content: bytes) -> bytes:
        document = etree.fromstring(content)
        for control in document.iter(qn("w:sdt")):
            tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val"))
            if tag in answers:
                for placeholder in control.findall(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"):
                    placeholder.getparent().remove(placeholder)
                paragraph = control.find(f"{qn('w:sdtContent')}/{qn('w:p')}")
                for run in paragraph.findall(qn("w:r")):
                    paragraph.remove(run)
                _write(paragraph, answers[tag])
        return bytes(etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True))

    return edited(form, DOCUMENT, change)


def _write(paragraph: etree._Element, text: str) -> None:
    for number, line in enumerate(text.split("\n")):
        run = etree.SubElement(paragraph, qn("w:r"))
        if number:
            etree.SubElement(run, qn("w:br"))
        for part in re.findall(r"\S+\s*|\s+", line):
            piece = etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn("w:t"))
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            piece.text = part


def fill_excel(form: bytes, answers: Mapping[str, str]) -> bytes:
    """The Excel form with these answers, as inline texts in the cells beside their tags."""
    rows = excel_rows(form)

    def change(content: bytes) -> bytes:
        text = content.decode()
        for tag, answer in answers.items():
            cell = f"B{rows[tag]}"
            kind, element = (
                ("n", f"<v>{answer}</v>")
                if answer.isdigit()
                else ("inlineStr", f'<is><t xml:space="preserve">{escape(answer)}</t></is>')
            )
            text = re.sub(
                rf'<c r="{cell}"( s="\d+")?[^>]*?(/>|>.*?</c>)',
                rf'<c r="{cell}"\1 t="{kind}">' + element.replace("\\", r"\\") + "</c>",
                text,
            )
        return text.encode()

    return edited(form, ANSWERS, change)


def excel_rows(form: bytes) -> dict[str, int]:
    """The row of each field, by its tag."""
    sheet = (
        CalamineWorkbook.from_filelike(io.BytesIO(form))
        .get_sheet_by_index(0)
        .to_python(skip_empty_area=False)
    )
    return {str(row[2]): number for number, row in enumerate(sheet, start=1) if len(row) > 2 and row[2]}
