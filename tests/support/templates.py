"""Templates of a municipality's own, made from the one that comes with the program."""

import io
import re
import zipfile
from collections.abc import Callable

from materials.archive import zipped
from materials.documents.word_template import TEMPLATE


def own_template(colour: str = "c00000") -> bytes:
    """A template with headings in another colour."""
    return changed_template(
        "word/styles.xml", lambda text: re.sub(r'(<w:color w:val=")[0-9A-Fa-f]{6}', rf"\g<1>{colour}", text)
    )


def template_without(style: str) -> bytes:
    """A template in which a style has another name."""
    return changed_template("word/styles.xml", lambda text: text.replace(f'w:val="{style}"', 'w:val="Gone"'))


def changed_template(part: str, change: Callable[[str], str]) -> bytes:
    """The program's template with one of its parts changed."""
    with zipfile.ZipFile(TEMPLATE) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**files, part: change(files[part].decode()).encode()})


def part_of(document: bytes, part: str) -> str:
    """The text of one part of a document."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read(part).decode()
