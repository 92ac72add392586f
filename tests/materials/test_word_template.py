"""The template of Word documents may be restyled in Word; what documents ask of it must stay."""

import re
from pathlib import Path

import docx
from docx.styles.style import ParagraphStyle

from materials.documents.word_template import STYLES, TEMPLATE, open_template, start_list

ROOT = Path(__file__).parents[2]


def test_the_template_has_every_style_that_is_used() -> None:
    """Those that a block names, and those that stand in the code."""
    sources = [*(ROOT / "materials/documents").rglob("*.py"), *(ROOT / "materials/forms").rglob("*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    names = set(STYLES.values()) | set(
        re.findall(r'"(Paper [A-Z][a-z]+|List [A-Z][a-z]+|Title|Subtitle)"', code)
    )
    names |= {"toc 1", "toc 2", "Heading 1", "Heading 2", "Heading 3", "Footer"}
    assert names - {style.name for style in docx.Document(str(TEMPLATE)).styles} == set()


def test_a_restyled_numbering_is_followed() -> None:
    """Word gives lists other numbers when it saves: the one that the style names is taken."""
    document = open_template("da")
    style = document.styles["List Number"]
    assert isinstance(style, ParagraphStyle)
    numbering = document.part.numbering_part.element
    style_number = style.element.pPr.numPr.numId
    abstract = numbering.num_having_numId(style_number.val).abstractNumId.val
    style_number.val = numbering.add_num(abstract).numId
    first, second = start_list(document), start_list(document)
    assert first != second
    assert {numbering.num_having_numId(each).abstractNumId.val for each in (first, second)} == {abstract}
