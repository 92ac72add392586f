"""Numbers as people write them: comma or point before the decimals, points or spaces between thousands."""

import re

from data.errors import UnreadableCell
from language import N_

DANISH = re.compile(r"-?(\d{1,15}|\d{1,3}([. ])\d{3}(\2\d{3})*),\d+")
PLAIN = re.compile(r"-?(\d{1,15}|\d{1,3}( \d{3})+)(\.\d+)?(e-\d{1,2})?")
THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3}){2,}")
AMBIGUOUS = re.compile(r"(-?[1-9]\d{0,2})([.,])(\d{3})")
"""One separator with three digits after it: thousands to one person, decimals to another."""
WITH_UNIT = re.compile(r"(-?\d+(?:[.,]\d+)?) ?(%|[^\W\d][^\d]*)")


def read_number(text: str) -> float:
    """A decimal number. Raises :class:`UnreadableCell` where it is none, or can be read in two ways."""
    spaced = _spaced(text)
    if found := AMBIGUOUS.fullmatch(spaced):
        raise UnreadableCell(
            N_("can be read in two ways; write {whole} or {decimal}"),
            whole=found[1] + found[3],
            decimal=_decimal(found),
        )
    if DANISH.fullmatch(spaced):
        return float(re.sub("[. ]", "", spaced).replace(",", "."))
    if PLAIN.fullmatch(spaced):
        return float(spaced.replace(" ", ""))
    if THOUSANDS.fullmatch(spaced):
        return float(spaced.replace(".", ""))
    if re.fullmatch(r"-?[\d.,]*,[\d.,]*\.\d*", spaced):
        raise UnreadableCell(
            N_(
                "has a point after a comma; write decimals after one comma or one point, and nothing between"
                " the thousands"
            )
        )
    if not re.search(r"\d", spaced):
        raise UnreadableCell(N_("is not a number"))
    raise _with_unit(spaced) or UnreadableCell(
        N_("is not a number; write digits alone, such as 12.5 or 12,5")
    )


def read_whole_number(text: str) -> int:
    """A whole number from 0 up, points or spaces between thousands. Raises :class:`UnreadableCell`."""
    spaced = _spaced(text)
    digits = re.sub(r"[. ](?=\d{3}(\D|$))", "", spaced)
    if re.fullmatch(r"\d{1,9}", digits):
        return int(digits)
    raise (None if "%" in spaced else _with_unit(spaced)) or UnreadableCell(
        N_(
            "is not a whole number from 0 up; write what the source says of an uncertain number in the column"
            " beside it"
        )
    )


def _spaced(text: str) -> str:
    return re.sub("[\u00a0\u2009\u202f]", " ", text)


def _decimal(found: re.Match[str]) -> str:
    """The number with decimals that can't be taken for thousands: 1.0 for 1.000, 12.3450 for 12.345."""
    decimals = found[3].rstrip("0") or "0"
    return f"{found[1]}{found[2]}{decimals}{'0' if len(decimals) == 3 else ''}"


def _with_unit(spaced: str) -> UnreadableCell | None:
    """How to write a number that has its unit in the same cell; None where it is something else."""
    found = WITH_UNIT.fullmatch(spaced)
    if found is None:
        return None
    if found[2] == "%":
        share = float(found[1].replace(",", ".")) / 100
        return UnreadableCell(
            N_("is written in per cent; write a share as a number from 0 to 1: {share}"), share=f"{share:g}"
        )
    return UnreadableCell(N_("holds more than a number; write {digits} alone"), digits=found[1])
