"""Names of files that people read in a folder, not keys."""

import re

# Not slugify: people read these names, so that Danish letters, spaces and capitals stay.
NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST = 120


def file_name(*parts: str, kind: str) -> str:
    """``Skema - Planudvalget - Midtvejsevaluering 2026-2029.docx``: the parts as every system takes them
    in a name, and the kind.
    """
    clean_parts = (" ".join(NOT_IN_NAMES.sub(" ", part.replace("–", "-")).split()) for part in parts)
    return f"{' - '.join(part for part in clean_parts if part)[:LONGEST].rstrip(' .')}.{kind}"
