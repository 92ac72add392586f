"""The discussion papers of a round in one archive."""

import io
import zipfile

from data import reading
from data.store import Store
from language import Words
from materials.paper.contents import paper
from materials.paper.pdf import pdf_paper
from materials.paper.word import word_paper
from materials.paper.wordlook import EPOCH


def draw_paper(store: Store, round_key: str, body: str, kind: str, words: Words) -> bytes:
    """One body's paper: ``docx`` or ``pdf``."""
    make = {"docx": word_paper, "pdf": pdf_paper}[kind]
    return make(paper(store, round_key, body, words), words)


def all_papers(store: Store, round_key: str, words: Words) -> bytes:
    """A ZIP with the paper of every body that is asked, in Word and as PDF; the same bytes for the same records."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for body in reading.expected_bodies(store, round_key):
            for kind in ("docx", "pdf"):
                name = zipfile.ZipInfo(paper_name(round_key, body.body, kind), EPOCH)
                archive.writestr(name, draw_paper(store, round_key, body.body, kind, words), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def paper_name(round_key: str, body: str, kind: str) -> str:
    """``paper-tku-2026-2029-midterm.pdf``."""
    return f"paper-{body}-{round_key.replace('/', '-')}.{kind}"
