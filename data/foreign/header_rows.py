"""Which row names the columns: under title rows, logos and blank rows, or two rows whose upper one names
groups of columns.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from data.ingest.plain_text import plain_line

LOOKED_AT, BELOW = 60, 40
"""So many rows are looked at as headers, and so many below each as its data."""
MOST_OFFERED = 10
LONGEST_NAME = 80
NUMBER = re.compile(r"[-+]?(?=[.,\s]*\d)[\d.,\s]+%?")
DAY = re.compile(r"\d{4}-\d\d-\d\d.*|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}.*|\d{8}")
ADDRESS = re.compile(r"https?://\S+|[\w.+-]+@[\w-]+\.\w+")
TRUTHS = frozenset({"yes", "no", "ja", "nej", "true", "false"})
JOINED = " / "
Rows = Sequence[Sequence[str]]


def likeliest_header_rows(rows: Rows) -> list[int]:
    """The rows that may name the columns, likeliest first, counted from 1; at most ten, and none for an
    empty sheet.

    A likely one has a short text of its own over every column that is filled below it, and none of them is
    a number, a day or an address.
    """
    filled = ((number, row) for number, row in enumerate(rows, start=1) if any(row))
    candidates = [number for number, _ in islice(filled, LOOKED_AT)]
    scores = {number: _score(rows, number) for number in candidates}
    return sorted(candidates, key=lambda number: (-scores[number], number))[:MOST_OFFERED]


def header_names(rows: Rows, header_row: int) -> list[str]:
    """The names in a header row as they stand; empty where a column has none. A name that is missing, or
    repeated in its row (``Deltagere / Antal``), is completed from the row above where that one names groups
    of columns.
    """
    names = _plain(rows[header_row - 1])
    if header_row < 2:
        return names
    above = _plain(rows[header_row - 2])
    if not _names_groups(above, names):
        return names
    width = max(len(above), len(names))
    names, groups = _padded(names, width), _spread(_padded(above, width), _padded(names, width))
    repeated = {name for name, count in Counter(names).items() if count > 1}
    return [
        f"{group}{JOINED}{name}" if name in repeated and group not in ("", name) else name or group
        for group, name in zip(groups, names, strict=True)
    ]


def _names_groups(above: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a row names groups of the columns below: several texts, no data, and it is needed, since names
    are missing or repeated without it.
    """
    texts = [text for text in above if text]
    if len(set(texts)) < 2 or any(is_data(text) or len(text) > LONGEST_NAME for text in texts):
        return False
    if any(is_data(name) for name in names if name):
        return False
    row = _padded(names, len(above))
    filled = [name for name in row if name]
    is_repeated = len(set(filled)) < len(filled)
    is_missing = any(text and not name for text, name in zip(above, row, strict=False))
    return bool(filled) and (is_repeated or is_missing)


def _spread(groups: Sequence[str], names: Sequence[str]) -> list[str]:
    """A group's name over the named columns up to the next group."""
    result: list[str] = []
    for group, name in zip(groups, names, strict=True):
        before = result[-1] if result else ""
        result.append(group or (before if name else ""))
    return result


def _score(rows: Rows, number: int) -> float:
    """From about -1 to 3: the share of the filled columns that it names, of texts of its own, of what is no
    data, and how far the cells below differ from it.
    """
    names = header_names(rows, number)
    below = [row for row in rows[number : number + BELOW] if any(row) and row != rows[number - 1]]
    filled = Counter(place for row in below for place, cell in enumerate(row) if cell)
    filled_places = {place for place, count in filled.items() if count >= max(1, len(below) * 0.05)}
    named = [name for name in names if name]
    if not named:
        return -1
    coverage = _share(
        sum(place < len(names) and bool(names[place]) for place in filled_places), filled_places
    )
    data = sum(is_data(name) for name in named) / len(named)
    short = sum(len(name) <= LONGEST_NAME for name in named) / len(named)
    unique = len(set(named)) / len(named)
    score = 1.2 * coverage + unique + short * 0.3 - 2 * data + 0.5 * _contrast(names, below)
    if len(named) == 1 and len(filled_places) > 1:
        score -= 1
    if _plain(rows[number - 1]) != names:
        score -= 0.15  # a row that needs no other one is likelier
    return score if below else score - 1


def _contrast(names: Sequence[str], below: Sequence[Sequence[str]]) -> float:
    """The share of the named columns whose cells are data, or which never say their own name again; less
    where a name is one of the column's values.
    """
    if not below:
        return 0
    total = 0.0
    columns = [(place, name) for place, name in enumerate(names) if name]
    for place, name in columns:
        cells = [row[place] for row in below if place < len(row) and row[place]]
        if name in (plain_line(cell) for cell in cells):
            total -= 1
        elif cells and sum(map(is_data, cells)) > len(cells) / 2 and not is_data(name):
            total += 1
    return total / len(columns)


def _share(part: int, whole: Sequence[int] | set[int]) -> float:
    return part / len(whole) if whole else 0


def is_data(text: str) -> bool:
    """Whether a cell can be no name of a column: a number, a day, an address, a truth."""
    return bool(
        NUMBER.fullmatch(text) or DAY.fullmatch(text) or ADDRESS.fullmatch(text) or text.lower() in TRUTHS
    )


def _plain(row: Sequence[str]) -> list[str]:
    return [" ".join(plain_line(cell).split()) for cell in row]


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))]
