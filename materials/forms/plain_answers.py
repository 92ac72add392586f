"""The fields of a filled form as plain values: the choice that a text stands for, the consultations that
numbers stand for. Nothing is compared with what is stored here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.assessment_fields import FLAG, KEYS, TEXT, Field, asked_of
from language import LANGUAGES, N_, Sentence, Words, speak
from materials.forms.choice_reader import chosen_value
from materials.forms.form_model import YES, choices
from materials.forms.form_reader import FilledForm
from materials.forms.texts import CHOOSE, WRITE

NO_CHOICE = N_("“{text}” is none of the choices under “{field}”. Choose one of: {choices}.")
NO_NUMBER = N_(
    "“{text}” is no number in the list of consultations. Write numbers from 1 to {last}, with commas between."
)
NO_SIGN = N_("“{field}” holds a sign that can't be read ({sign}). Write it again with letters.")
UNREADABLE = "\ufffd"
"""What the reader of forms puts for a sign that nobody can tell."""
PARTS, NUMBERS = re.compile(r"[,;\n]"), re.compile(r"(?:[,;&\s]|\bog\b|\band\b)+", re.IGNORECASE)


@dataclass(frozen=True)
class PlainAnswer:
    """What a form says about one principle: by the name of each field its value, as on a screen (a step as
    ``4`` or ``not_assessable``, a list of keys, yes as True), None where it is empty or can't be read.

    ``texts`` is what was written in each field; ``problems`` says what can't be read, by the name of the
    field; ``is_empty`` that nobody has written anything.
    """

    values: Mapping[str, object]
    texts: Mapping[str, str]
    problems: Mapping[str, Sentence]
    is_empty: bool


def plain_answer(form: FilledForm, principle: int, level: str) -> PlainAnswer:
    """What a form of a body of this level says about a principle."""
    fields, words = asked_of(level), speak(form.seal.language)
    texts = {field.name: _written(form.answers.get(f"{principle}.{field.name}", "")) for field in fields}
    values: dict[str, object] = {}
    problems: dict[str, Sentence] = {}
    for field in fields:
        value, problem = _value(field, texts[field.name], form.seal.consultations, words)
        values[field.name] = value
        if problem:
            problems[field.name] = problem
        elif UNREADABLE in texts[field.name]:
            problems[field.name] = Sentence(
                NO_SIGN, {"field": Sentence(field.form_label), "sign": UNREADABLE}
            )
    is_empty = not any(texts[field.name] for field in fields if field.kind != FLAG)
    return PlainAnswer(values, texts, problems, is_empty)


def _written(text: str) -> str:
    """What a person wrote: nothing where the field's hint still stands."""
    hints = {speak(code)(hint) for code in LANGUAGES for hint in (CHOOSE, WRITE)}
    return "" if text.strip() in hints else text.strip()


def _value(
    field: Field, text: str, consultations: Sequence[str], words: Words
) -> tuple[object, Sentence | None]:
    """What a text in a field stands for, and what can't be read in it."""
    if field.kind == TEXT:
        return text, None
    if field.kind == KEYS:
        return _cited(text, consultations) if field.refers_to else (list(_parts(text)), None)
    return _choice(field, text, words)


def _choice(field: Field, text: str, words: Words) -> tuple[object, Sentence | None]:
    """The choice that a text stands for, however it is written."""
    value, problem = chosen_value(field, text), None
    if text and value is None:
        labels = ", ".join(choices(field, words))
        problem = Sentence(NO_CHOICE, {"text": text, "field": Sentence(field.form_label), "choices": labels})
    return (value == YES if field.kind == FLAG else value), problem


def _cited(text: str, consultations: Sequence[str]) -> tuple[list[str], Sentence | None]:
    """The consultations that numbers stand for; none of them where one stands for nothing."""
    keys = []
    for part in NUMBERS.split(text.rstrip(".")):
        if part and not (part.isdecimal() and 1 <= int(part) <= len(consultations)):
            return [], Sentence(NO_NUMBER, {"text": part, "last": len(consultations)})
        if part:
            keys.append(consultations[int(part) - 1])
    return keys, None


def _parts(text: str) -> Iterator[str]:
    return (part.strip() for part in PARTS.split(text) if part.strip())
