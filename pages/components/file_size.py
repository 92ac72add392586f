"""How large a file is, as a file manager says it."""

from language import Words

KILO, MEGA, GIGA = 1_000, 1_000_000, 1_000_000_000


def size_in_words(size: int, words: Words) -> str:
    """``476 kB``, ``5,2 MB`` or ``68,7 GB``; never less than one kB."""
    if size < MEGA:
        return f"{words.number(max(round(size / KILO), 1))} kB"
    if size < GIGA:
        return f"{words.number(size / MEGA)} MB"
    return f"{words.number(size / GIGA)} GB"
