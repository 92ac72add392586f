"""Keys made of names."""

from collections.abc import Collection

from slugify import slugify

# As Danes write them without the letters, and not o and a, as python-slugify would.
LETTERS = (("ø", "oe"), ("å", "aa"), ("ö", "oe"), ("ä", "ae"))
LONGEST_KEY = 40


def free_key(name: str, keys: Collection[str], *, otherwise: str) -> str:
    """A short key of plain letters made of a name (``otherwise`` where it has none), different from the
    ``keys`` that are taken.
    """
    plain = slugify(name.lower(), replacements=LETTERS, max_length=LONGEST_KEY) or otherwise
    return next(
        key for key in (plain, *(f"{plain}-{number}" for number in range(2, 10_000))) if key not in keys
    )
