"""How large a file is, as a file manager says it."""

from language import Words

KILO, MEGA = 1_000, 1_000_000


def size_in_words(size: int, words: Words) -> str:
    """``476 kB`` or ``5,2 MB``; never less than one kB."""
    if size < MEGA:
        return f"{words.number(max(round(size / KILO), 1))} kB"
    return f"{words.number(size / MEGA)} MB"
