"""How tall a row must be for its text: no program measures wrapped text in merged cells, and Excel measures
none while a file is opened.
"""

import textwrap

TALLEST = 409
"""Points: no row of a sheet can be taller."""
LINE = 1.4
"""Height of a line in sizes of its type, with room for what stands above and below the letters."""
LETTERS = 1.15
"""Letters of usual text that fit into the width of a digit; fewer where they are bold."""
BOLD = 0.93


def row_height(text: str, width: float, *, points: float = 11, is_bold: bool = False) -> float:
    """Points for a text that is wrapped in columns of this ``width``, in digits of 11 points; a little more
    rather than less. No more than a row can have.
    """
    letters = int(width * LETTERS * (BOLD if is_bold else 1) * 11 / points) - 1
    lines = sum(max(1, len(textwrap.wrap(line, letters))) for line in text.split("\n"))
    return min(TALLEST, round(lines * points * LINE + 3, 1))
