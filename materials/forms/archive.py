"""All forms of a round in one archive."""

from collections.abc import Sequence

from data.database import Store
from data.models import Body, Round
from data.register import seal_key
from evaluation.round_names import round_in_words
from language import Words
from materials.archive import zipped
from materials.filenames import file_name
from materials.forms.excel import excel_form
from materials.forms.form_model import build_form
from materials.forms.word import word_form


def form_name(body: Body, round_key: str, kind: str, words: Words) -> str:
    """``Skema - Planudvalget - Midtvejsevaluering 2026-2029.docx``."""
    return file_name(words("Form"), body.name, round_in_words(round_key, words), kind=kind)


def draw(store: Store, chosen_round: Round, body: str, kind: str, words: Words) -> bytes:
    """One body's form: ``docx`` or ``xlsx``."""
    make = {"docx": word_form, "xlsx": excel_form}[kind]
    return make(build_form(store, chosen_round, body, words), words, seal_key(store))


def all_forms(store: Store, chosen_round: Round, bodies: Sequence[Body], words: Words) -> bytes:
    """A ZIP with the Word and the Excel form of each of some bodies; the same bytes for the same records."""
    return zipped(
        (
            form_name(body, chosen_round.key, kind, words),
            draw(store, chosen_round, body.key, kind, words),
        )
        for body in bodies
        for kind in ("docx", "xlsx")
    )
