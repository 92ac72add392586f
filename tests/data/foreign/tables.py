"""Foreign tables as the tests write them, and what a register knows in them."""

import pandas as pd

from data.foreign.known_words import KnownWords
from data.foreign.sheet import ForeignTable

KNOWN = KnownWords(
    bodies={
        "trafik": "Center for Trafik",
        "skoler": "Center for Skoler og Institutioner",
        "teknisk": "Teknisk Udvalg",
    },
    methods={
        "hearing": ("Høring", "Hearing", "offentlig høring"),
        "citizens_meeting": ("Borgermøde", "Public meeting"),
    },
    titles={"2026-havn": "Havnen", "2026-skole": "Skolegård", "2025-skole": "Skolegård"},
    levels={"trafik": "centre", "skoler": "centre", "teknisk": "committee"},
    case_numbers={"2026-havn": "26-0001"},
    source_keys={"2026-havn": "H-1"},
    urls={"2026-havn": "https://inddragelse.example/processes/havnen"},
)


def table(header: str, *rows: str, separator: str = "|") -> ForeignTable:
    """A table of a file: names of columns, and rows from row 2, cells divided by a stroke."""
    names = header.split(separator)
    cells = [row.split(separator) for row in rows]
    frame = pd.DataFrame(cells, columns=names, index=range(2, len(rows) + 2), dtype=object)
    return ForeignTable("liste.xlsx", "", 1, frame)
