"""The municipality's own templates: the kinds of file there can be one for, and whether documents can be set
in it.
"""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from language import N_, Sentence
from materials.documents import word_template
from materials.documents.blocks import Block, Caption, Document, Heading, Items, Style, Table, Text
from materials.documents.word import word_file
from materials.office_files import UnusableTemplate
from materials.slides import slide_template

MOST_UNPACKED = 60_000_000
"""Bytes that the parts of a template have at most, all together: one that unpacks to more is a trap."""
TOO_LARGE = N_("The template can't be read: unpacked it is larger than 60 MB.")
NOT_USABLE = N_(
    "Documents can't be set in the template: something in it is damaged, or not what it is called. Begin from"
    " the template that comes with Øjenhøjde."
)
NO_LONGER = N_(
    "The municipality's own template “{file}” can't be used, and the one that comes with Øjenhøjde is used in"
    " its place. {reason}"
)
UNREADABLE = (
    AttributeError,
    IndexError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,  # of lxml: a part that is no XML
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What the libraries raise of a file that is damaged, has a password, or has its parts in disorder."""


@dataclass(frozen=True)
class TemplateKind:
    """A kind of file that a template can be for: what its program and its documents are called, the template
    that comes with the program, and a trial of another one, which raises :class:`UnusableTemplate`.
    """

    program: str
    documents: str
    file: Path
    trial: Callable[[bytes], object]


def _word_trial(template: bytes) -> None:
    """Set every block there is: what a style lacks beside its name shows only then."""
    word_file(_EVERY_BLOCK, template)


STYLES: tuple[Style, ...] = ("normal", "lead", "muted", "strong", "quote", "notice")
_CAPTION = Caption("Table", "Trial")
_BLOCKS: tuple[Block, ...] = (
    *(Heading("Trial", level) for level in (1, 2, 3)),
    *(Text("Trial", style) for style in STYLES),
    Items(("Trial",)),
    Items(("Trial",), numbered=True),
    Table(("Trial", "Trial"), (("Trial",), ("Trial", "Trial")), (50, 50), caption=_CAPTION),
)
_EVERY_BLOCK = Document(
    title="Trial",
    subtitle="Trial",
    front=(Text("Trial"),),
    contents="Trial",
    blocks=_BLOCKS,
    footer="Trial",
    page="{page} {pages}",
    language="da",
    dated=date(2000, 1, 1),
    watermark="Trial",
    header="Trial",
)
TEMPLATES: Mapping[str, TemplateKind] = {
    "docx": TemplateKind(
        "Word", N_("Case, annex and other documents in Word"), word_template.TEMPLATE, _word_trial
    ),
    "pptx": TemplateKind("PowerPoint", N_("Slides"), slide_template.TEMPLATE, slide_template.open_template),
}
"""By the ending of the file."""


def check_template(kind: str, content: bytes) -> None:
    """Raises :class:`UnusableTemplate` for a file that documents can't be set in, with what it lacks."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            is_trap = sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED
    except UNREADABLE:
        is_trap = False  # no archive: the trial says so
    if is_trap:
        raise UnusableTemplate(Sentence(TOO_LARGE))
    try:
        TEMPLATES[kind].trial(content)
    except UNREADABLE as problem:
        raise UnusableTemplate(Sentence(NOT_USABLE)) from problem


def usable(
    templates: Mapping[str, bytes], names: Mapping[str, str]
) -> tuple[dict[str, bytes], tuple[Sentence, ...]]:
    """Those of the ``templates`` that documents can be set in, and a sentence about each other one; ``names``
    are their files'.
    """
    good: dict[str, bytes] = {}
    refusals = []
    for kind, content in templates.items():
        if kind not in TEMPLATES:
            continue
        try:
            check_template(kind, content)
            good[kind] = content
        except UnusableTemplate as refusal:
            refusals.append(Sentence(NO_LONGER, {"file": names[kind], "reason": refusal.sentence}))
    return good, tuple(refusals)
