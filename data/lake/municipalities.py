"""Which municipalities there are: their official codes, by which a lake keeps them apart."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from data.errors import UserError
from language import N_, Sentence

LIST = Path(__file__).parents[1] / "seed" / "municipalities.csv"
UNKNOWN = N_(
    "{code} is not the code of a Danish municipality. It has three or four digits, such as 151 or 0151 for"
    " Ballerup."
)


class UnknownMunicipality(UserError):
    """For whoever gathers a register: there is no municipality of this code."""


@cache
def names() -> Mapping[str, str]:
    """The name of each municipality by its code of four digits."""
    with LIST.open(encoding="utf-8") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file, delimiter=";")}


def municipality_code(text: str) -> str:
    """The code in four digits; the zero in front may be left out. Raises :class:`UnknownMunicipality`.

    >>> municipality_code("151")
    '0151'
    """
    code = text.strip().zfill(4)
    if code not in names():
        raise UnknownMunicipality(Sentence(UNKNOWN, {"code": text}))
    return code
