"""A form that came back: opened safely, checked to be ours and untouched, and read field by field. Nothing
is stored here.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook

from data.database import Store
from data.errors import UserError
from data.register import seal_key
from language import N_, Sentence
from materials.forms.excel import ANSWER, QUESTION, SEAL_SHEET, TAG
from materials.forms.form_model import LAYOUT
from materials.forms.signature import FormSignature, fingerprint, verify
from materials.forms.word import SEAL, locked_text

LARGEST_BYTES = 10_000_000
LARGEST_UNPACKED = 60_000_000
MOST_PARTS = 2_000
ENCRYPTED = b"\xd0\xcf\x11\xe0"

TOO_LARGE = N_("{file} is too large to be a form. Take in the form itself, without pictures.")
NO_FORM = N_("{file} is no form of this program. Take in the Word or Excel form that was sent out.")
LOCKED_UP = N_(
    "{file} has a password or is in an old format. Save it as .docx or .xlsx without a password, and take it"
    " in again."
)
BROKEN = N_("{file} is damaged and can't be opened. Ask for the form again.")
TAMPERED = N_(
    "{file} was changed outside its fields, so it can't be told what was asked. Send out the form anew, and"
    " have it filled in again."
)
FOREIGN = N_("{file} was not sent out by this register, or its seal was changed. Send out the form anew.")
OLD_LAYOUT = N_("{file} is a form of an older version of the program. Send out the form anew.")


class FormRefused(UserError):
    """The file is not taken in."""

    def __init__(self, text: str, file: str) -> None:
        super().__init__(Sentence(text, {"file": file}))


@dataclass(frozen=True)
class FilledForm:
    """What a form says of itself, and the text in each of its fields by tag (``3.justification``)."""

    file: str
    seal: FormSignature
    answers: Mapping[str, str]


def read_form(file: str, content: bytes, store: Store) -> FilledForm:
    """A filled form in Word or Excel. Raises :class:`FormRefused`."""
    parts = _parts(file, content)
    if "word/document.xml" in parts:
        stamp, locked, answers = _word(file, content)
    elif "xl/workbook.xml" in parts:
        stamp, locked, answers = _excel(file, content)
    else:
        raise FormRefused(NO_FORM, file)
    seal = verify(stamp, seal_key(store))
    if seal is None:
        raise FormRefused(FOREIGN, file)
    if seal.layout != LAYOUT:
        raise FormRefused(OLD_LAYOUT, file)
    if fingerprint(locked) != seal.locked:
        raise FormRefused(TAMPERED, file)
    return FilledForm(file, seal, answers)


def _parts(file: str, content: bytes) -> set[str]:
    """The names in the archive, once it is sure that it unpacks to no more than a form can hold."""
    if len(content) > LARGEST_BYTES:
        raise FormRefused(TOO_LARGE, file)
    if content.startswith(ENCRYPTED):
        raise FormRefused(LOCKED_UP, file)
    try:
        found = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except zipfile.BadZipFile:
        raise FormRefused(NO_FORM if not content.startswith(b"PK") else BROKEN, file) from None
    if len(found) > MOST_PARTS or sum(each.file_size for each in found) > LARGEST_UNPACKED:
        raise FormRefused(TOO_LARGE, file)
    return {each.filename for each in found}


def _word(file: str, content: bytes) -> tuple[str, str, dict[str, str]]:
    """Seal, locked text and answers of a Word form."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            body = etree.fromstring(archive.read("word/document.xml"), parser)
    except (etree.XMLSyntaxError, zipfile.BadZipFile, OSError, EOFError):
        raise FormRefused(BROKEN, file) from None
    controls = {
        tag.get(qn("w:val")): each
        for each in body.iter(qn("w:sdt"))
        for tag in each.findall(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    }
    if SEAL not in controls:
        raise FormRefused(NO_FORM, file)
    stamp = _text(controls.pop(SEAL))
    return stamp, locked_text(body), {str(tag): _text(each) for tag, each in controls.items()}


def _text(control: etree._Element) -> str:
    """What was written in a content control; nothing where its placeholder still shows."""
    if control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None:
        return ""
    paragraphs = list(control.iter(qn("w:p"))) or [control]
    return "\n".join("".join(_signs(each)) for each in paragraphs).strip()


def _signs(paragraph: etree._Element) -> list[str]:
    kinds = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " "}
    return [
        node.text or "" if node.tag == qn("w:t") else kinds[node.tag]
        for node in paragraph.iter(qn("w:t"), *kinds)
    ]


def _excel(file: str, content: bytes) -> tuple[str, str, dict[str, str]]:
    """Seal, locked texts and answers of an Excel form."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names
        }
    except (CalamineError, OSError, ValueError):
        raise FormRefused(BROKEN, file) from None
    if SEAL_SHEET not in sheets or not sheets[SEAL_SHEET] or not sheets[SEAL_SHEET][0]:
        raise FormRefused(NO_FORM, file)
    stamp = str(sheets.pop(SEAL_SHEET)[0][0])
    if len(sheets) < 2:
        raise FormRefused(TAMPERED, file)
    first, second = list(sheets.values())[:2]
    rows = [[_cell(value) for value in row] + [""] * 3 for row in first]
    answers = {row[TAG]: row[ANSWER].strip() for row in rows if row[TAG]}
    locked = [text for row in rows for text in (row[QUESTION], row[TAG]) if text]
    return stamp, " ".join([*locked, *(_cell(value) for row in second for value in row)]), answers


def _cell(value: object) -> str:
    """A cell as it was written: a whole number without decimals."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
