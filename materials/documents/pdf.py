"""The paper as a tagged PDF, set by Typst: for screen readers (PDF/UA-1) and for the archive (PDF/A-2a).

The texts go in as data and are never read as markup.
"""

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import typst

from language import Words
from materials import fonts
from materials.charts.theme import MUTED, RULE, SHADE, TEXT
from materials.documents.blocks import Block, Document, Picture
from materials.documents.discussion_paper.contents import Paper
from materials.documents.discussion_paper.layout import document
from materials.documents.unbroken import with_unbroken_dates
from materials.documents.word_template import ACCENT

TEMPLATE = Path(__file__).parent / "document.typ"
NO_GLYPH = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
TRIES = 12


def pdf_paper(paper: Paper, words: Words) -> bytes:
    """A PDF of the paper; the same bytes for the same paper on the same machine."""
    return pdf_file(document(paper, words))


def pdf_file(content: Document) -> bytes:
    """A PDF of any document without forms; the same bytes for the same content on the same machine.

    A character that no typeface at hand can draw is shown by its number, as ``[U+1F984]``: a tagged PDF may
    not hold a blank in its place.
    """
    data = as_json(with_unbroken_dates(content))
    for _ in range(TRIES):
        try:
            return _compile(data)
        except typst.TypstError as problem:
            match = NO_GLYPH.search(problem.message)
            if match is None:
                raise
            data = _by_number(data, _unescaped(match[1]))
    return _compile(_by_number(data, "".join(each for each in set(data) if not _is_latin(each))))


def as_json(content: Document) -> str:
    """The document as the template reads it: each block with its kind."""
    values = asdict(content) | {
        "dated": [content.dated.year, content.dated.month, content.dated.day],
        "blocks": [_block(block) for block in content.blocks],
        "colours": {"text": TEXT, "muted": MUTED, "rule": RULE, "shade": SHADE, "accent": ACCENT},
    }
    return json.dumps(values, ensure_ascii=False)


def _block(block: Block) -> dict[str, object]:
    """A block as the template reads it: of a picture its bytes as numbers, for JSON knows no bytes."""
    values = asdict(block) | {"kind": type(block).__name__.lower()}
    return values | {"png": list(block.png)} if isinstance(block, Picture) else values


def _compile(data: str, kind: Literal["pdf", "png"] = "pdf") -> bytes:
    file = typst.compile(
        TEMPLATE,
        format=kind,
        pdf_standards=["ua-1", "a-2a"] if kind == "pdf" else [],
        sys_inputs={"paper": data},
        font_paths=[fonts.FOLDER],
        timestamp=datetime(2000, 1, 1, tzinfo=UTC),
    )
    assert isinstance(file, bytes)
    return file


def _by_number(data: str, characters: str) -> str:
    """The data with these characters as their code points."""
    return data.translate({ord(each): f"[U+{ord(each):04X}]" for each in characters if not each.isascii()})


def _unescaped(text: str) -> str:
    return ESCAPED.sub(lambda number: chr(int(number[1], 16)), text)


def _is_latin(character: str) -> bool:
    """Letters and signs that every typeface of ours has."""
    return ord(character) < 0x250 or 0x2010 <= ord(character) <= 0x2026
