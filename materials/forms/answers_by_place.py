"""Answers by their place in the tables of a Word form, for a file whose fields another program took away.

What was asked is sealed: where every question stands as it was sent out, the row of an answer tells which
field it is.
"""

from collections.abc import Mapping, Sequence

from data import queries
from data.assessment_fields import asked_of
from data.database import Store
from language import speak
from materials.forms.form_model import FIVE
from materials.forms.signature import FormSignature
from materials.forms.texts import CHOOSE, WRITE

Cells = Sequence[tuple[str, str]]
"""Question and answer, a row each."""


def answers_by_place(cells: Cells, seal: FormSignature, store: Store) -> Mapping[str, str] | None:
    """The answers by their tags. None where the rows are not the fields of the form, or where not even a hint
    stands in any of them: whoever took the fields away took the answers along.
    """
    fields = seal.fields or _fields_by_label(cells, seal, store)
    tags = [f"{number}.{name}" for number in FIVE for name in fields]
    if not tags or len(tags) != len(cells) or not any(answer for _, answer in cells):
        return None
    hints = [speak(seal.language)(hint) for hint in (CHOOSE, WRITE)]
    return {tag: _without_hint(answer, hints) for tag, (_, answer) in zip(tags, cells, strict=True)}


def _fields_by_label(cells: Cells, seal: FormSignature, store: Store) -> Sequence[str]:
    """The fields of a form of a former version, whose seal does not name them: those that its body is asked
    now, where the questions are theirs; else none.
    """
    levels = {body.key: body.level for body, _ in queries.bodies.with_predecessors(store)}
    words, fields = speak(seal.language), asked_of(levels.get(seal.body, ""))
    labels = ["".join(words(field.form_label).split()) for field in fields] * len(FIVE)
    is_same = labels == ["".join(question.split()) for question, _ in cells]
    return [field.name for field in fields] if is_same else []


def _without_hint(text: str, hints: Sequence[str]) -> str:
    """The answer without the hint that stood in its field: a program that takes fields away leaves it as
    text.
    """
    for hint in hints:
        text = text.removeprefix(hint).removesuffix(hint).strip()
    return text
