"""The fields of a filled form as plain values: the choice that a text stands for, the consultations that
numbers stand for. Nothing is compared with what is stored here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.assessment_fields import FLAG, KEYS, TEXT, Field, asked_of
from language import N_, Sentence, Words, speak
from materials.forms.form_model import YES, choices
from materials.forms.form_reader import FilledForm

NO_CHOICE = N_("“{text}” is none of the choices under “{field}”. Choose one of: {choices}.")
NO_NUMBER = N_(
    "“{text}” is no number in the list of consultations. Write numbers from 1 to {last}, with commas between."
)
NO_SIGN = N_("“{field}” holds a sign that can't be read ({sign}). Write it again with letters.")
UNREADABLE = "\ufffd"
"""What the reader of forms puts for a sign that nobody can tell."""
PARTS, NUMBERS = re.compile(r"[,;\n]"), re.compile(r"[,;\s]+")


@dataclass(frozen=True)
class PlainAnswer:
    """What a form says about one principle: by the name of each field its value, as on a screen (a step as
    ``4`` or ``not_assessable``, a list of keys, yes as True), None where it is empty or can't be read.

    ``problems`` says what can't be read; ``is_empty`` that nobody has written anything.
    """

    values: Mapping[str, object]
    problems: tuple[Sentence, ...]
    is_empty: bool


def plain_answer(form: FilledForm, principle: int, level: str) -> PlainAnswer:
    """What a form of a body of this level says about a principle."""
    fields, words = asked_of(level), speak(form.seal.language)
    texts = {field.name: form.answers.get(f"{principle}.{field.name}", "").strip() for field in fields}
    values: dict[str, object] = {}
    problems: list[Sentence] = []
    for field in fields:
        value, problem = _value(field, texts[field.name], form.seal.consultations, words)
        values[field.name] = value
        problems += [problem] if problem else []
        if UNREADABLE in texts[field.name]:
            problems.append(Sentence(NO_SIGN, {"field": Sentence(field.form_label), "sign": UNREADABLE}))
    is_empty = not any(texts[field.name] for field in fields if field.kind != FLAG)
    return PlainAnswer(values, tuple(problems), is_empty)


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
    """The choice that a text stands for. It may be given as it is stored too: a step by its number alone."""
    value_by_label = choices(field, words)
    by_text = {label.lower(): value for label, value in value_by_label.items()}
    value = ({each: each for each in value_by_label.values()} | by_text).get(text.lower())
    problem = None
    if text and value is None:
        names = {"text": text, "field": Sentence(field.form_label), "choices": ", ".join(value_by_label)}
        problem = Sentence(NO_CHOICE, names)
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
