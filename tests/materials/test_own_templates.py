"""A template of the municipality's own is tried before it is kept, and never stops a document later."""

import io
import zipfile

import pytest

from language import Sentence
from materials.archive import zipped
from materials.documents.word_template import TEMPLATE
from materials.office_files import UnusableTemplate
from materials.own_templates import TEMPLATES, check_template, usable
from tests.support.templates import changed_template, own_template, template_without


@pytest.mark.parametrize("kind", TEMPLATES)
def test_the_program_s_own_can_be_used(kind: str) -> None:
    """So can what somebody makes of it by restyling alone."""
    check_template(kind, TEMPLATES[kind].file.read_bytes())
    check_template("docx", own_template())


def trap() -> bytes:
    """An archive of 20 kB that unpacks to 70 MB."""
    return zipped({"word/document.xml": b" " * 70_000_000})


def locked() -> bytes:
    """The template with its parts marked as encrypted."""
    content = bytearray(TEMPLATE.read_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        start = archive.start_dir
    content[start + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "it is no Word document"),
        (b"PK\x03\x04 no archive", "it is no Word document"),
        (template_without("Paper Quote"), "lacks the style “Paper Quote”"),
        (template_without("heading 2"), "lacks the style “Heading 2”"),
        (changed_template("word/styles.xml", lambda text: text[:-400]), "something in it is damaged"),
        (
            changed_template(
                "word/styles.xml",
                lambda text: text.replace("<w:numPr>", "<w:x>").replace("</w:numPr>", "</w:x>"),
            ),
            "something in it is damaged",
        ),
        (TEMPLATE.read_bytes()[:4000], "it is no Word document"),
        (zipped({"word/document.xml": b"<a/>"}), "it is no Word document"),
        (locked(), "something in it is damaged"),
        (trap(), "unpacked it is larger than 60 MB"),
    ],
    ids=["empty", "other", "style", "heading", "xml", "numbers", "cut", "bare", "locked", "trap"],
)
def test_what_documents_cannot_be_set_in_is_refused(content: bytes, sentence: str) -> None:
    """With what it lacks where that can be told; never with a traceback."""
    with pytest.raises(UnusableTemplate, match=sentence):
        check_template("docx", content)


def test_one_that_no_longer_fits_is_left_out_and_told_of() -> None:
    """The others are used."""
    good, notices = usable({"docx": template_without("Paper Quote")}, {"docx": "Brevskabelon.docx"})
    assert good == {}
    assert [str(each) for each in notices] == [
        "The municipality's own template “Brevskabelon.docx” can't be used, and the one that comes with"
        " Øjenhøjde is used in its place. The template lacks the style “Paper Quote”. Add a style of that"
        " name in Word, or begin from the template that comes with Øjenhøjde."
    ]
    own = own_template()
    assert usable({"docx": own}, {"docx": "x.docx"}) == ({"docx": own}, tuple[Sentence, ...]())
