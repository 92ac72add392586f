"""The discussion papers of a round in one archive."""

from collections.abc import Sequence

from data.database import Store
from data.models import Body, Round
from evaluation.round_names import round_in_words
from language import Words
from materials.archive import zipped
from materials.documents.discussion_paper.contents import paper
from materials.documents.pdf import pdf_paper
from materials.documents.word import word_paper
from materials.filenames import file_name


def draw_paper(store: Store, chosen_round: Round, body: str, kind: str, words: Words) -> bytes:
    """One body's paper: ``docx`` or ``pdf``."""
    make = {"docx": word_paper, "pdf": pdf_paper}[kind]
    return make(paper(store, chosen_round, body, words), words)


def all_papers(store: Store, chosen_round: Round, bodies: Sequence[Body], words: Words) -> bytes:
    """A ZIP with the papers of some bodies, in Word and as PDF; the same bytes for the same records."""
    return zipped(
        (
            paper_name(body, chosen_round.key, kind, words),
            draw_paper(store, chosen_round, body.key, kind, words),
        )
        for body in bodies
        for kind in ("docx", "pdf")
    )


def paper_name(body: Body, round_key: str, kind: str, words: Words) -> str:
    """``Drøftelsesoplæg - Planudvalget - Midtvejsevaluering 2026-2029.pdf``."""
    return file_name(words("Discussion paper"), body.name, round_in_words(round_key, words), kind=kind)
