"""What people write where they were to choose: with or without the step's number, in capitals or not, in
Danish or English whatever language the form was sent in.
"""

import re
from collections.abc import Mapping
from functools import cache

from data.assessment_fields import STEP, Field
from language import LANGUAGES, speak
from materials.forms.form_model import choices

STEP_AND_WORDS = re.compile(r"([1-5])\s*[·.:,;)–—-]*\s*(.*)")
"""``3``, ``3 · I nogen grad``, ``3. I nogen grad``, ``3 - i nogen grad``."""
AROUND = " .,;:!\"'“”„»«()·"


def chosen_value(field: Field, text: str) -> str | None:
    """The stored value that a text stands for; None where it stands for none, or for two at once ("3 · I høj
    grad").
    """
    values, plain = _values(field), _plain(text)
    if plain in values:
        return values[plain]
    match = STEP_AND_WORDS.fullmatch(plain) if field.kind == STEP else None
    if match is None:
        return None
    step, label = match.groups()
    return (
        step if values.get(_plain(label), step) == step and (not label or _plain(label) in values) else None
    )


@cache
def _values(field: Field) -> Mapping[str, str]:
    """Every spelling of every choice: its label in both languages, without its number too, and as it is
    stored. Danish adjectives stand alone too: *stærk* for *stærkt*.
    """
    values: dict[str, str] = {}
    for code in LANGUAGES:
        for label, value in choices(field, speak(code)).items():
            spelling = _plain(label)
            match = STEP_AND_WORDS.fullmatch(spelling)
            spellings = {spelling, _plain(match[2]) if match else spelling}
            if code == "da" and field.name == "basis":
                spellings.add(spelling.removesuffix("t"))
            values |= dict.fromkeys(spellings, value)
    return values | {value: value for value in list(values.values())}


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(AROUND).casefold()
