"""Words with which people say that something is not known."""

from data.foreign.headers import folded
from data.ingest.empty_words import is_nothing
from data.ingest.plain_text import plain_line

UNKNOWN = frozenset(
    [
        "ukendt",
        "uvist",
        "ikke opgjort",
        "ikke oplyst",
        "ikke kendt",
        "ikke registreret",
        "ikke talt",
        "ikke optalt",
        "ikke angivet",
        "ej oplyst",
        "ej opgjort",
        "ved ikke",
        "vides ikke",
        "mangler",
        "afventer",
        "følger",
        "unknown",
        "not known",
        "not counted",
        "not recorded",
        "not stated",
        "not available",
        "tba",
        "tbd",
        "tbc",
        "endnu ikke fastsat",
        "ikke fastsat",
        "ingen oplysninger",
        "uoplyst",
        "kendes ikke",
        "ikke fastlagt",
        "ikke afklaret",
    ]
)


def says_nothing(text: str) -> bool:
    """Whether a cell is empty, or a sign or word for nothing (``-``, ``N/A``)."""
    line = plain_line(text)
    return not line or is_nothing(line)


def says_unknown(text: str) -> bool:
    """Whether a cell says in words that something is not known (“ukendt”, “ikke opgjort”)."""
    return folded(text).strip(" .()") in UNKNOWN
