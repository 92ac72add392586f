"""All forms of a round in one archive."""

import io
import zipfile

from data import reading
from data.register import seal_key
from data.store import Store
from language import Words
from materials.forms.asked import ask
from materials.forms.excel import excel_form
from materials.forms.word import word_form

EPOCH = (1980, 1, 1, 0, 0, 0)


def file_name(round_key: str, body: str, kind: str) -> str:
    """``tku-2026-2029-midterm.docx``."""
    return f"{body}-{round_key.replace('/', '-')}.{kind}"


def draw(store: Store, round_key: str, body: str, kind: str, words: Words) -> bytes:
    """One body's form: ``docx`` or ``xlsx``."""
    make = {"docx": word_form, "xlsx": excel_form}[kind]
    return make(ask(store, round_key, body, words), words, seal_key(store))


def all_forms(store: Store, round_key: str, words: Words) -> bytes:
    """A ZIP with the Word and the Excel form of every body that is asked; the same bytes for the same records."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for body in reading.expected_bodies(store, round_key):
            for kind in ("docx", "xlsx"):
                name = zipfile.ZipInfo(file_name(round_key, body.body, kind), EPOCH)
                archive.writestr(name, draw(store, round_key, body.body, kind, words), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
