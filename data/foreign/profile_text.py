"""A profile as JSON text, and back."""

import re
from dataclasses import replace
from functools import cache

from pydantic import TypeAdapter, ValidationError

from data.foreign.profile import Profile

UNPRINTABLE = re.compile("[\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|[\U0001fffe-\U0010ffff]")


def profile_as_text(profile: Profile) -> str:
    """The settings as JSON, without columns that have no place; the same text for the same profile."""
    text = _adapter().dump_json(with_places(profile)).decode()
    return UNPRINTABLE.sub(lambda letter: _escaped(letter[0]), text)


def with_places(profile: Profile) -> Profile:
    """The profile without columns that have no place."""
    return replace(profile, columns=tuple(use for use in profile.columns if use.fills))


def profile_of(text: str) -> Profile:
    """The profile that a text holds. Raises ValueError where it holds none."""
    try:
        return _adapter().validate_json(text)
    except ValidationError as problem:
        raise ValueError("no profile") from problem


@cache
def _adapter() -> TypeAdapter[Profile]:
    return TypeAdapter(Profile)


def _escaped(letter: str) -> str:
    """As JSON spells a letter that no document can hold."""
    units = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
