"""Numbers as people write them: comma or point before the decimals, points or spaces between thousands."""

import re

from data.errors import UnreadableCell
from language import N_

GROUPS = r"[1-9]\d{0,2}(?P<mark>[. ])\d{3}(?:(?P=mark)\d{3})*"
"""The one rule of thousands: groups of three digits with one kind of separator, and no nought before them."""
DANISH = re.compile(rf"-?(?:\d{{1,15}}|{GROUPS}),\d+")
PLAIN = re.compile(r"-?(\d{1,15}|[1-9]\d{0,2}( \d{3})+)(\.\d+)?(e-\d{1,2})?")
THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(\.\d{3}){2,}")
AMBIGUOUS = re.compile(r"(-?0*[1-9]\d{0,2})([.,])(\d{3})")
"""One separator with three digits after it: thousands to one person, decimals to another."""
WHOLE = re.compile(rf"(\d+|{GROUPS})(?:[.,]0{{1,2}}|,0+)?")
"""A program's ``244.0`` is a whole number; with three noughts after a point it could be 244 thousand."""
MOST_DIGITS = 9
"""Of a whole number."""
WITH_UNIT = re.compile(r"(-?\d{1,15}(?:[.,]\d{1,15})?) ?(%|[^\W\d][^\d]*)")


def read_number(text: str) -> float:
    """A decimal number. Raises :class:`UnreadableCell` where it is none, or can be read in two ways."""
    figure = _spaced(text)
    if match := AMBIGUOUS.fullmatch(figure):
        raise UnreadableCell(
            N_("can be read in two ways; write {whole} or {decimal}"),
            whole=match[1] + match[3],
            decimal=_decimal(match),
        )
    if DANISH.fullmatch(figure):
        return float(re.sub("[. ]", "", figure).replace(",", "."))
    if PLAIN.fullmatch(figure):
        return float(figure.replace(" ", ""))
    if THOUSANDS.fullmatch(figure):
        return float(figure.replace(".", ""))
    if re.fullmatch(r"-?[\d.,]*,[\d.,]*\.\d*", figure):
        raise UnreadableCell(
            N_(
                "has a point after a comma; write decimals after one comma or one point, and nothing between"
                " the thousands"
            )
        )
    if not re.search(r"\d", figure):
        raise UnreadableCell(N_("is not a number"))
    raise _with_unit(figure) or UnreadableCell(
        N_("is not a number; write digits alone, such as 12.5 or 12,5")
    )


def read_whole_number(text: str, *, qualifier: str = "") -> int:
    """A whole number from 0 to 999 999 999, points or spaces between thousands, as :func:`read_number` has
    them. Raises :class:`UnreadableCell`, which names the column of the ``qualifier`` (“nearly 50”) where
    there is one.
    """
    figure = _spaced(text)
    if match := WHOLE.fullmatch(figure):
        digits = re.sub("[. ]", "", match[1])
        if len(digits.lstrip("0")) > MOST_DIGITS:
            raise UnreadableCell(N_("is too large: at most 999,999,999; check the number"))
        return int(digits[-MOST_DIGITS:])
    raise (None if "%" in figure else _with_unit(figure)) or _no_whole_number(qualifier)


def _no_whole_number(qualifier: str) -> UnreadableCell:
    if not qualifier:
        return UnreadableCell(N_("is not a whole number from 0 up; write digits alone"))
    return UnreadableCell(
        N_(
            "is not a whole number from 0 up; write digits alone, and what the source says of an uncertain"
            " number in {column}"
        ),
        column=qualifier,
    )


def _spaced(text: str) -> str:
    return re.sub("[\u00a0\u2009\u202f]", " ", text)


def _decimal(match: re.Match[str]) -> str:
    """The number with decimals that can't be taken for thousands: 1.0 for 1.000, 12.3450 for 12.345."""
    decimals = match[3].rstrip("0") or "0"
    return f"{match[1]}{match[2]}{decimals}{'0' if len(decimals) == 3 else ''}"


def _with_unit(figure: str) -> UnreadableCell | None:
    """How to write a number that has its unit in the same cell; None where it is something else."""
    match = WITH_UNIT.fullmatch(figure)
    if match is None:
        return None
    if match[2] == "%":
        share = float(match[1].replace(",", ".")) / 100
        return UnreadableCell(
            N_("is written in per cent; write a share as a number from 0 to 1: {share}"), share=f"{share:g}"
        )
    return UnreadableCell(N_("holds more than a number; write {digits} alone"), digits=match[1])
