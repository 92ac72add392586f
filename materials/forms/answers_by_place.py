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


def answers_by_place(
    cells: Sequence[tuple[str, str]], seal: FormSignature, store: Store
) -> Mapping[str, str] | None:
    """The answers by their tags; ``cells`` are question and answer, a row each. None where the rows are not
    the questions that this body is asked, or where not even a hint stands in any of them: whoever took the
    fields away took the answers along.
    """
    levels = {body.key: body.level for body, _ in queries.bodies.with_predecessors(store)}
    if seal.body not in levels or not any(answer for _, answer in cells):
        return None
    words = speak(seal.language)
    expected = [(number, field) for number in FIVE for field in asked_of(levels[seal.body])]
    questions = ["".join(question.split()) for question, _ in cells]
    if questions != ["".join(words(field.form_label).split()) for _, field in expected]:
        return None
    placeholders = (words(CHOOSE), words(WRITE))
    return {
        f"{number}.{field.name}": _without_placeholder(answer, placeholders)
        for (number, field), (_, answer) in zip(expected, cells, strict=True)
    }


def _without_placeholder(text: str, placeholders: Sequence[str]) -> str:
    """The answer without the hint that stood in its field: a program that takes fields away leaves it as
    text.
    """
    for placeholder in placeholders:
        text = text.removeprefix(placeholder).removesuffix(placeholder).strip()
    return text
