"""The rows of a foreign file that could not be taken in, with why, to be mended and taken in again by the
same profile.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data.errors import RecordProblem
from data.foreign.consultation_keys import identity_cells, identity_of
from data.foreign.profile import Profile, RowIs
from data.foreign.sheet import ForeignTable
from language import N_, Words, speak
from materials.workbook.plain_book import PlainBook

REASON = N_("Why the row was not taken in")
LEFT_OUT = N_(
    "These columns of {file} are not here, because they have no place in the register and may hold names or"
    " addresses. They can be taken along when the file is fetched."
)
TAKEN_ALONG = N_(
    "These columns of {file} have no place in the register and stand here all the same. They may hold names"
    " or addresses: delete the file when the rows are mended."
)
WIDTH, REASON_WIDTH, WIDEST, LINE = 12, 48, 50, 15.5


@dataclass(frozen=True)
class RejectedRows:
    """The file's table, how it is understood, and by row what is wrong with it (with parts and events at the
    first row of the group, all of whose rows are given back).
    """

    table: ForeignTable
    profile: Profile
    problems: Mapping[int, Sequence[RecordProblem]]


def rejected_rows(rejected: RejectedRows, words: Words, *, with_unplaced: bool = False) -> bytes:
    """An ``.xlsx`` with the reason in the first column and the file's own columns behind it: those with a
    place, and the others only ``with_unplaced``. A second sheet names them either way.
    """
    cells, reason = _rows(rejected), words(REASON)
    used = _used_columns(rejected.profile)
    ours = {speak(code)(REASON) for code in ("da", "en")}
    others = [name for name in cells.columns if name not in used and name not in ours]
    columns = [name for name in cells.columns if name in used or (with_unplaced and name in others)]
    book = PlainBook(reason)
    sheet = book.sheet(rejected.profile.sheet or words("Rows"))
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, REASON_WIDTH)
    for place, name in enumerate([reason, *columns]):
        book.write(sheet, (0, place), name, style="heading")
        if place:
            sheet.set_column(place, place, _width(name, cells[name]))
    for place, (row, texts) in enumerate(cells[columns].iterrows(), start=1):
        reasons = _reasons(rejected.problems.get(int(str(row)), ()), words)
        book.write(sheet, (place, 0), "\n".join(reasons), style="reason")
        sheet.set_row(place, LINE * max(1, sum(1 + len(text) // REASON_WIDTH for text in reasons)))
        for column, text in enumerate(texts, start=1):
            book.write(sheet, (place, column), text)
    if others:
        _name_others(book, (rejected.table.file, others), words, is_there=with_unplaced)
    return book.content()


def _rows(rejected: RejectedRows) -> pd.DataFrame:
    """The rows that were rejected, and all others of the consultations that they stand for."""
    cells = rejected.table.cells
    is_rejected = cells.index.isin(list(rejected.problems))
    if rejected.profile.row_is in (RowIs.PART, RowIs.EVENT):
        texts = [
            identity_of(text, rejected.profile) for text in identity_cells(rejected.table, rejected.profile)
        ]
        identities = pd.Series(texts, index=cells.index)
        of_group = identities.isin(list(identities[is_rejected])) & (identities != "")
        is_rejected = is_rejected | of_group.to_numpy()
    return cells[is_rejected]


def _used_columns(profile: Profile) -> set[str]:
    """What the profile reads; without one of these a mended row would be another one."""
    fills = {use.column for use in profile.columns if use.fills}
    return fills | {*profile.identity, profile.event_column, profile.date_column}


def _reasons(problems: Sequence[RecordProblem], words: Words) -> list[str]:
    """What is wrong, each problem once, with the column that it lies in."""
    reasons = (
        words("{column}: {reason}", column=each.column, reason=words.say(each.reason))
        if each.column
        else words.say(each.reason)
        for each in problems
    )
    return list(dict.fromkeys(reasons))


def _name_others(book: PlainBook, left: tuple[str, list[str]], words: Words, *, is_there: bool) -> None:
    """In two rows, so that no program takes the sheet for the longer table."""
    file, names = left
    sheet = book.sheet(words("Columns without a place"))
    sheet.set_column(0, 0, 100)
    book.write(sheet, (0, 0), words(TAKEN_ALONG if is_there else LEFT_OUT, file=file), style="wrapped")
    sheet.set_row(0, 3 * LINE)
    book.write(sheet, (1, 0), "\n".join(names), style="wrapped")
    sheet.set_row(1, min(400, LINE * (len(names) + 1)))


def _width(name: str, texts: pd.Series) -> int:
    longest = max(texts.str.len().max() if len(texts) else 0, len(name))
    return int(min(WIDEST, max(WIDTH, longest + 2)))
