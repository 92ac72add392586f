"""Text that was decoded by another code page than it was encoded by: a whole file of old bytes, or letters
of UTF-8 that were read as something else before the file was saved.
"""

import re
from collections.abc import Callable

Encoder = Callable[[str], bytes]
DANISH = frozenset("æøåÆØÅéÉäöüÄÖÜ")
FOREIGN_PAGES = {"mac_roman": "Mac Roman", "cp865": "DOS (865)"}
"""What Danish files still come in, apart from cp1252; by the name of the codec."""
PUNCTUATION = frozenset("’‘-–—·/“”")
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
SLOPPY_1252 = {
    **{
        bytes([code]).decode("cp1252"): code
        for code in range(128, 256)
        if code not in (129, 141, 143, 144, 157)
    },
    **{chr(code): code for code in (129, 141, 143, 144, 157)},
}
"""Of each character its byte; the five that the code page leaves open are themselves."""
SUSPECT = re.compile("[ÂÃâ¬√‚┬├Ô][^\x00-\x7f]")
"""The first byte of such letters in UTF-8, by each of the three code pages, with another behind it."""
MEANT = re.compile("[\u00a1-\u00ff\u2010-\u2044\u20ac\u2122]+")
"""What Danish text is made of, beyond ASCII."""


def foreign_page(raw: bytes) -> str | None:
    """The code page in which bytes that are no UTF-8 make more sense than in cp1252, as a person calls it;
    None where it is cp1252.
    """
    scores = {name: _sense(raw.decode(codec)) for codec, name in FOREIGN_PAGES.items()}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] > _sense(raw.decode("cp1252", errors="replace")) else None


def decoded_once_more(text: str) -> str | None:
    """What a text was before its letters of UTF-8 were read as another code page (``BÃ¸rn``, ``2025 â€“``);
    None where it was never anything else.
    """
    if not SUSPECT.search(text):
        return None
    mended = BEYOND_ASCII.sub(lambda match: _mended(match[0]), text)
    return None if mended == text else mended


def _mended(letters: str) -> str:
    """A run of letters beyond ASCII, each that can be so put right."""
    for encode in (_as_1252, _as_mac, _as_dos):
        result = "".join(_pairs(letters, encode))
        if result != letters:
            return result
    return letters


def _pairs(letters: str, encode: Encoder) -> list[str]:
    parts, place = [], 0
    while place < len(letters):
        size = next((n for n in (3, 2) if _read_as(letters[place : place + n], n, encode)), 1)
        parts.append(_read_as(letters[place : place + size], size, encode) or letters[place])
        place += size
    return parts


def _read_as(letters: str, size: int, encode: Encoder) -> str | None:
    """The one character of Danish text that so many letters are in UTF-8; None where they are none."""
    if len(letters) < size or size == 1:
        return None
    try:
        character = encode(letters).decode("utf-8")
    except (UnicodeError, KeyError):
        return None
    return character if len(character) == 1 and MEANT.fullmatch(character) else None


def _as_1252(letters: str) -> bytes:
    return bytes(SLOPPY_1252[letter] for letter in letters)


def _as_mac(letters: str) -> bytes:
    return letters.encode("mac_roman")


def _as_dos(letters: str) -> bytes:
    return letters.encode("cp850")


def _sense(text: str) -> int:
    """How many Danish letters stand in words, less the signs and capitals that stand within one."""
    good = odd = 0
    for match in re.finditer(r"[^\x00-\x7f]", text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        letter = match[0]
        within = before.isalpha() and after.isalpha()
        if letter in DANISH:
            is_capital_within = letter.isupper() and before.islower()
            is_small_before_capital = letter.islower() and not before.isalpha() and after.isupper()
            odd += is_capital_within or is_small_before_capital
            good += (before.isalpha() or after.isalpha()) and not is_capital_within
        else:
            odd += letter not in PUNCTUATION and within
    return good - odd
