"""Names of files that people read in a folder, not keys."""

import re
from collections.abc import Mapping

from slugify import slugify

from language import N_, Words

# Not slugify: people read these names, so that Danish letters, spaces and capitals stay.
NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST = 120
DANISH = (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("Æ", "ae"), ("Ø", "oe"), ("Å", "aa"))
KINDS: Mapping[str, str] = {"midterm": N_("midterm {term}"), "endterm": N_("end {term}")}


def file_name(*parts: str, kind: str) -> str:
    """``Skema - Planudvalget - Midtvejsevaluering 2026-2029.docx``: the parts as every system takes them
    in a name, and the kind.
    """
    clean_parts = (" ".join(NOT_IN_NAMES.sub(" ", part.replace("–", "-")).split()) for part in parts)
    return f"{' - '.join(part for part in clean_parts if part)[:LONGEST].rstrip(' .')}.{kind}"


def file_stem(*parts: str) -> str:
    """``princip-3_slut-2022-2025``: the parts in small plain letters, words joined by hyphens, parts by
    underscores: names that a script, a web address and every system take.
    """
    words = (slugify(part.replace("–", "-"), replacements=DANISH) for part in parts)
    return "_".join(word for word in words if word)[:LONGEST]


def round_in_file_name(key: str, words: Words) -> str:
    """``slut-2022-2025`` for ``2022-2025/endterm``; the key itself where it is of no known kind."""
    term, _, kind = key.partition("/")
    return words(KINDS[kind], term=term) if kind in KINDS else key
