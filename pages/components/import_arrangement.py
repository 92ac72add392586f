"""Where the rows of a file stand: as answered, or else where they most likely do."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.foreign.profile import Profile
from data.foreign.proposal import KnownWords, propose_profile
from data.foreign.read_file import header_rows, table_of
from data.foreign.sheet import ForeignFile, Sheet
from pages.components.import_questionnaire import looks_like_survey
from pages.components.import_state import answer, once

FIT, MOST_SHEETS, FIRST_ROWS, LOOKED_AT = 0.7, 20, 10, 200
"""A kept profile is proposed where the file has at least this share of its columns."""


@dataclass(frozen=True)
class Arrangement:
    """Where the rows stand, and by which kept profile they are read (empty: none)."""

    profile: str
    sheet: int
    header_row: int


def arrangement_of(file: ForeignFile, kept: Mapping[str, Profile], known: KnownWords) -> Arrangement:
    """Where the rows stand, as answered or else as is likeliest: where a kept profile finds its columns,
    else the sheet that looks most like a list of consultations.
    """
    sha = file.sha256
    likeliest = once("arrangement", (sha, *kept), lambda: _likeliest(file, kept, known))
    profile = answer(f"{sha} profile", likeliest.profile)
    sheet = answer(f"{sha} sheet", likeliest.sheet)
    rows = [*header_rows(file.sheets[sheet]), 1]
    row = likeliest.header_row if sheet == likeliest.sheet else rows[0]
    return Arrangement(profile if profile in kept else "", sheet, answer(f"{sha} header row {sheet}", row))


def _likeliest(file: ForeignFile, kept: Mapping[str, Profile], known: KnownWords) -> Arrangement:
    fits = [
        (share, -sheet, -place, Arrangement(profile.name, sheet, row))
        for sheet, rows in enumerate(file.sheets)
        for place, row in enumerate(header_rows(rows)[:5])
        for profile in kept.values()
        if (share := _share(profile, rows, row)) >= FIT
    ]
    if fits:
        return max(fits, key=lambda each: each[:3])[3]
    for number, sheet in enumerate(file.sheets[:MOST_SHEETS]):
        for row, cells in enumerate(sheet.rows[:FIRST_ROWS], start=1):
            if looks_like_survey(cells):
                return Arrangement("", number, row)
    scores = [(_score(file, number, known), -number) for number in range(min(len(file.sheets), MOST_SHEETS))]
    largest = -max(scores)[1]
    return Arrangement("", largest, next(iter(header_rows(file.sheets[largest])), 1))


def _score(file: ForeignFile, number: int, known: KnownWords) -> tuple[bool, int, int]:
    """How much a sheet looks like a list of consultations: it has a title, so many columns with a place, so
    many rows.
    """
    sheet = file.sheets[number]
    rows = header_rows(sheet)
    if len(file.sheets) == 1 or not rows:
        return False, 0, len(sheet.rows) if rows else 0
    beginning = replace(sheet, rows=sheet.rows[: rows[0] + LOOKED_AT])
    columns = propose_profile(table_of(file, beginning, rows[0]), known, name="").columns
    return "title" in [use.fills for use in columns], len(columns), len(sheet.rows)


def _share(profile: Profile, sheet: Sheet, row: int) -> float:
    """Which share of a profile's columns a row names."""
    names = {_plain_name(cell) for cell in sheet.rows[row - 1]}
    columns = [use.column for use in profile.columns]
    return sum(_plain_name(column) in names for column in columns) / max(1, len(columns))


def _plain_name(text: str) -> str:
    return " ".join(text.split()).casefold()
