"""Rules of templates: a file of an Office program in base64, and not too large."""

import base64
import binascii
from collections.abc import Iterator

import pandas as pd

from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Rule, Violation
from language import N_, Sentence

LARGEST = 5_000_000
"""Bytes of a template: many times what styles, a logo and a letterhead take."""
ARCHIVE = b"PK"
"""What every .docx and .pptx begins with."""


def _is_a_file(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    files = cells["content"].map(decoded)
    unreadable = Sentence(N_("is no template that can be read; take in the file as it was exported"))
    yield Violation(files.map(lambda file: not file.startswith(ARCHIVE)).astype(bool), "content", unreadable)
    large = Sentence(N_("is larger than 5 MB; make the pictures in the template smaller"))
    yield Violation(files.map(lambda file: len(file) > LARGEST).astype(bool), "content", large)


def decoded(text: str | None) -> bytes:
    """The file that stands in base64; empty where it is none."""
    try:
        return base64.b64decode(text or "", validate=True)
    except (binascii.Error, ValueError):
        return b""


TEMPLATE_RULES: tuple[Rule, ...] = (_is_a_file,)
