"""Personal data in a text: numbers that may be CPR numbers, e-mail addresses and phone numbers."""

import re
from collections.abc import Iterator

from stdnum.dk import cpr
from stdnum.exceptions import ValidationError

UNSEEN = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
"""Characters that take no room: they can stand inside a number without being seen."""
_Z = f"[{UNSEEN}]*"
_SPACE = rf"[\s{UNSEEN}]{{0,4}}"
_DASH = "[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]"


def _digits(many: int) -> str:
    return _Z.join([r"\d"] * many)


_DAY_AND_NUMBER = re.compile(rf"(?<!\d){_digits(6)}{_SPACE}{_DASH}?{_SPACE}{_digits(4)}(?!\d)")
# With points in the date, a dash must follow: "den 12.03.24 1200 breve" is a date and a count.
_POINTED = re.compile(
    rf"(?<![\d.]){_digits(2)}{_Z}\.{_SPACE}{_digits(2)}{_Z}\.{_SPACE}{_digits(2)}{_SPACE}{_DASH}{_SPACE}{_digits(4)}(?!\d)"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_PHONE = re.compile(r"(?<![\d.,])(?:\+45 ?)?[2-9]\d(?: ?\d\d){3}(?![\d.,])")
_MASK = "••••••-••••"


def possible_cpr(text: str) -> bool:
    """Whether ten digits in the text could be a CPR number: the first six are a date, however the number is
    divided.

    A day raised by 60 counts, as such numbers are given too. Modulus 11 is no test of validity.
    """
    return any(_found(text, _DAY_AND_NUMBER, _POINTED))


def possible_cpr_in_key(text: str) -> bool:
    """The same for a key, a case number or an address, where points and letters belong: only ten digits by
    themselves.
    """
    return any(not _touches_a_word(text, match) for match in _found(text, _DAY_AND_NUMBER))


def masked(text: str) -> str:
    """The text with every possible CPR number made unreadable."""
    places = [match.span() for match in _found(text, _DAY_AND_NUMBER, _POINTED)]
    for start, end in sorted(places, reverse=True):
        text = text[:start] + _MASK + text[end:]
    return text


def contact_details(text: str) -> bool:
    """Whether the text seems to hold an e-mail address or a Danish phone number."""
    return bool(("@" in text and _EMAIL.search(text)) or _PHONE.search(text))


def _found(text: str, *patterns: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            if _is_birth_date(re.sub(r"\D", "", match[0])):
                yield match


def _touches_a_word(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    return before.isalnum() or after.isalnum()


def _is_birth_date(number: str) -> bool:
    day = int(number[:2])
    try:
        cpr.get_birth_date(f"{day - 60 if day > 60 else day:02d}{number[2:]}")
    except (ValidationError, ValueError):
        return False
    return True
