"""Excel's .xlsx and .xlsm, values by python-calamine; what it passes over is added from the sheets' XML."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from data.foreign.readers.cell_text import cell_text
from data.foreign.readers.far_cells import MOST_PLACES, without_far_cells
from data.foreign.readers.merged_cells import Merge, merge_notices, with_merges
from data.foreign.readers.notices import column_letters, sheet_notices
from data.foreign.readers.raw_sheet import RawSheet
from data.foreign.readers.xlsx_marks import (
    SheetMarks,
    month_styles,
    sheet_marks,
    sheet_parts,
)
from language import N_, Sentence

FAR_LEFT_OUT = N_(
    "{sheet}: cells far from the others were left out (as far as row {row}, column {column}). Delete them in"
    " the file if they are meant for nothing."
)


def read_xlsx(path: Path) -> Iterator[RawSheet]:
    """The worksheets in their order, the hidden ones too."""
    content: Path | io.BytesIO = path
    with ZipFile(path) as archive:
        marks = _marks(archive)
        far = {name: each for name, each in marks.items() if _places(each) > MOST_PLACES}
        if far:
            parts = sheet_parts(archive)
            content = io.BytesIO(without_far_cells(archive, [parts[name] for name in far]))
    book = (
        CalamineWorkbook.from_path(content)
        if isinstance(content, Path)
        else CalamineWorkbook.from_filelike(content)
    )
    for about in book.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        hidden = about.visible != SheetVisibleEnum.Visible
        sheet_mark = marks.get(about.name, SheetMarks())
        yield _sheet(book.get_sheet_by_name(about.name), sheet_mark, hidden=hidden, far=about.name in far)


def _sheet(sheet: CalamineSheet, marks: SheetMarks, *, hidden: bool, far: bool) -> RawSheet:
    merges = [Merge(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    notices = [
        *sheet_notices(sheet.name, hidden=hidden, marks=marks),
        *merge_notices(sheet.name, merges),
    ]
    if far:
        row, column = marks.last
        values = {"sheet": sheet.name, "row": str(row + 1), "column": column_letters(column)}
        notices.append(Sentence(FAR_LEFT_OUT, values))
    return RawSheet(sheet.name, with_merges(_rows(sheet, marks), merges), notices)


def _rows(sheet: CalamineSheet, marks: SheetMarks) -> Iterator[Sequence[str]]:
    """Every row from the first, every column from A, an error as the word that the sheet shows for it."""
    errors: dict[int, dict[int, str]] = {}
    for (row, column), word in marks.errors.items():
        errors.setdefault(row, {})[column] = word
    before = [""] * (sheet.start[1] if sheet.start else 0)
    number = -1
    for number, values in enumerate(sheet.iter_rows() if sheet.start else ()):
        cells = before + [cell_text(value) for value in values]
        yield _with_errors(cells, errors[number]) if number in errors else cells
    for below in range(number + 1, max(errors, default=-1) + 1):
        yield _with_errors([], errors.get(below, {}))


def _with_errors(cells: list[str], errors: dict[int, str]) -> list[str]:
    cells += [""] * (max(errors, default=-1) + 1 - len(cells))
    for column, word in errors.items():
        cells[column] = word
    return cells


def _marks(archive: ZipFile) -> dict[str, SheetMarks]:
    """The marks by sheet; none for a sheet whose XML only the other reader understands."""
    result: dict[str, SheetMarks] = {}
    names = set(archive.namelist())
    try:
        styles = month_styles(archive)
        for sheet, part in sheet_parts(archive).items():
            if part in names:
                result[sheet] = sheet_marks(archive, part, styles)
    except (etree.XMLSyntaxError, ValueError, TypeError):
        return result
    return result


def _places(marks: SheetMarks) -> int:
    return (marks.last[0] + 1) * (marks.last[1] + 1)
