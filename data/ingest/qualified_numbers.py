"""Counts as people write them when they are not sure: “ca. 120”, “80-100”, “mindst 63”."""

import re

from data.errors import UnreadableCell
from data.ingest.numbers import read_whole_number
from data.ingest.plain_text import plain_line, with_plain_hyphens
from language import N_

WORDS = frozenset(
    [
        "ca",
        "cirka",
        "circa",
        "omkring",
        "omtrent",
        "omk",
        "knap",
        "knapt",
        "godt",
        "lidt",
        "næsten",
        "nær",
        "ved",
        "hen",
        "små",
        "nogle",
        "skønsmæssigt",
        "skønnet",
        "anslået",
        "vurderet",
        "estimeret",
        "formentlig",
        "over",
        "under",
        "mere",
        "flere",
        "mindre",
        "færre",
        "end",
        "mindst",
        "højst",
        "minimum",
        "maksimum",
        "maksimalt",
        "min",
        "max",
        "maks",
        "op",
        "til",
        "mod",
        "og",
        "vel",
        "fra",
        "mellem",
        "about",
        "around",
        "approximately",
        "approx",
        "roughly",
        "nearly",
        "almost",
        "some",
        "estimated",
        "more",
        "less",
        "fewer",
        "than",
        "at",
        "least",
        "most",
        "up",
        "to",
        "between",
        "and",
        "from",
        "well",
        "just",
    ]
)
"""What may stand before a number to say how sure it is, in small letters without a point."""
SIGNS = ("~", "≈", ">", "<", ">=", "<=", "≥", "≤")
NUMBER = r"\d+(?:[. ]\d{3})*"
SINGLE = re.compile(rf"(?P<words>[^\d]*?) ?(?P<first>{NUMBER})", re.IGNORECASE)
RANGE = re.compile(
    rf"(?P<words>[^\d]*?) ?(?P<first>{NUMBER})(?: ?- ?| til | to )(?P<last>{NUMBER})", re.IGNORECASE
)
BETWEEN = re.compile(
    rf"(?P<words>mellem|between|fra|from) (?P<first>{NUMBER}) (?:og|and|til|to) (?P<last>{NUMBER})",
    re.IGNORECASE,
)
MONEY = re.compile(r"[€$£]|\b(kr|dkk|eur|usd)\b", re.IGNORECASE)


def read_qualified(text: str) -> tuple[int | None, str | None]:
    """A count, and what is said of how sure it is; both None for an empty text.

    A word or a sign before the number is the second ("ca."). Of a range ("80-100", "mellem 80 og 100") the
    count is its lower end, and the range is the second, as it stands: whoever shows the two writes it alone.
    Raises :class:`UnreadableCell` for all else: money, two numbers with a stroke, a word that names
    something.
    """
    line = plain_line(re.sub("[\u00a0\u2009\u202f\n]", " ", text))
    if not line:
        return None, None
    if MONEY.search(line):
        raise UnreadableCell(N_("is an amount of money; write a count alone"))
    plain = with_plain_hyphens(line)
    if match := BETWEEN.fullmatch(plain) or RANGE.fullmatch(plain):
        return _range(match, plain)
    if (match := SINGLE.fullmatch(plain)) and match["words"] != "-":
        _refuse_other_words(match["words"])
        return read_whole_number(plain[match.start("first") :]), plain[: match.end("words")].strip() or None
    if re.fullmatch(r"\D*\d+ ?/ ?\d+\D*", plain):
        raise UnreadableCell(
            N_("holds two numbers with a stroke; write one number, or a range such as 80-100")
        )
    return read_whole_number(plain), None


def qualified_in_words(number: str, qualifier: str | None) -> str:
    """A count and what is said of it, as one writes them: “ca. 120”; a range stands alone."""
    if not qualifier:
        return number
    return qualifier if is_range(qualifier) else f"{qualifier} {number}"


def is_range(qualifier: str) -> bool:
    """Whether what is said of a count names numbers itself."""
    return bool(re.search(r"\d", qualifier))


def _range(match: re.Match[str], plain: str) -> tuple[int, str]:
    _refuse_other_words(match["words"])
    first, last = (read_whole_number(match[name]) for name in ("first", "last"))
    if first >= last:
        raise UnreadableCell(N_("is a range that begins with the larger number; write the smaller one first"))
    return first, re.sub(r"(?<=\d) ?- ?(?=\d)", "-", plain)


def _refuse_other_words(words: str) -> None:
    """Raises :class:`UnreadableCell` for a word that does not say how sure a number is: “bilag 3”."""
    if words.strip() in ("", *SIGNS):
        return
    for word in words.split():
        if word.rstrip(".,").lower() not in WORDS:
            raise UnreadableCell(
                N_(
                    "begins with “{word}”, which does not say how sure the number is; write the number alone,"
                    " or for instance ca. 120, over 40 or 80-100"
                ),
                word=word,
            )
