"""Keys made of names."""

from collections.abc import Collection, Iterable
from itertools import count

from slugify import slugify

# As Danes write them without the letters, and not o and a, as python-slugify would.
LETTERS = (("ø", "oe"), ("å", "aa"), ("ö", "oe"), ("ä", "ae"))
LONGEST_KEY = 40


def free_key(name: str, keys: Collection[str], *, otherwise: str) -> str:
    """A short key of plain letters made of a name (``otherwise`` where it has none), different from the
    ``keys`` that are taken.
    """
    return FreeKeys(keys).next(name, otherwise=otherwise)


class FreeKeys:
    """Keys for many names, each different from those that are taken and from one another."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._taken = set(keys)
        self._numbers: dict[str, int] = {}

    def next(self, name: str, *, otherwise: str) -> str:
        """As :func:`free_key`, and taken from now on."""
        plain = slugify(name.lower(), replacements=LETTERS, max_length=LONGEST_KEY) or otherwise
        key = plain
        for number in count(self._numbers.get(plain, 2)):
            if key not in self._taken:
                break
            key = f"{plain}-{number}"
            self._numbers[plain] = number + 1
        self._taken.add(key)
        return key
