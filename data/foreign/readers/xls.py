"""The older Excel file, .xls, by xlrd: it tells errors, hidden rows and formats, which python-calamine
does not in this format.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

import xlrd
from xlrd.sheet import Sheet as XlsSheet

from data.errors import UnreadableFile
from data.foreign.readers.cell_text import cell_text
from data.foreign.readers.kinds import PASSWORD
from data.foreign.readers.merged_cells import Merge, merge_notices, with_merges
from data.foreign.readers.month_formats import ELAPSED, shows_no_day
from data.foreign.readers.notices import sheet_notices
from data.foreign.readers.raw_sheet import RawSheet
from data.foreign.readers.xlsx_marks import SheetMarks
from language import Sentence


def read_xls(raw: bytes, name: str) -> Iterator[RawSheet]:
    """The worksheets in their order, the hidden ones too. Raises :class:`UnreadableFile` where the file has
    a password.
    """
    try:
        book = xlrd.open_workbook(
            file_contents=raw, formatting_info=True, on_demand=True, logfile=io.StringIO()
        )
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise UnreadableFile(Sentence(PASSWORD, {"file": name})) from None
        raise
    for sheet_name in book.sheet_names():
        sheet = book.sheet_by_name(sheet_name)
        merges = [Merge(top, left, below - 1, beside - 1) for top, below, left, beside in sheet.merged_cells]
        marks = _marks(book, sheet)
        notices = [
            *sheet_notices(sheet_name, hidden=bool(sheet.visibility), marks=marks),
            *merge_notices(sheet_name, merges),
        ]
        yield RawSheet(sheet_name, with_merges(_rows(book, sheet), merges), notices)
        book.unload_sheet(sheet_name)


def _rows(book: xlrd.Book, sheet: XlsSheet) -> Iterator[Sequence[str]]:
    lapses = _styles(book, lambda code: bool(ELAPSED.search(code)))
    for number in range(sheet.nrows):
        cells = [
            _text(book, kind, value)
            for kind, value in zip(sheet.row_types(number), sheet.row_values(number), strict=True)
        ]
        for column, kind in enumerate(sheet.row_types(number) if lapses else ()):
            if kind == xlrd.XL_CELL_DATE and sheet.cell_xf_index(number, column) in lapses:
                cells[column] = cell_text(timedelta(days=sheet.cell_value(number, column)))
        yield cells


def _styles(book: xlrd.Book, fits: Callable[[str], bool]) -> frozenset[int]:
    """The numbers of the cell styles whose format fits."""
    codes = {key for key, each in book.format_map.items() if fits(each.format_str or "")}
    return frozenset(number for number, style in enumerate(book.xf_list) if style.format_key in codes)


def _text(book: xlrd.Book, kind: int, value: object) -> str:
    if kind == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(value, "#ERROR!"))
    if kind == xlrd.XL_CELL_BOOLEAN:
        return cell_text(bool(value))
    if kind == xlrd.XL_CELL_DATE and isinstance(value, float):
        try:
            moment = xlrd.xldate_as_datetime(value, book.datemode)
        except (ValueError, OverflowError):
            return cell_text(value)
        if value >= 1:
            return cell_text(moment)
        return cell_text((moment + timedelta(microseconds=500_000)).time().replace(microsecond=0))
    return cell_text(value)


def _marks(book: xlrd.Book, sheet: XlsSheet) -> SheetMarks:
    marks = SheetMarks(
        hidden_rows=sum(bool(row.hidden) for row in sheet.rowinfo_map.values()),
        hidden_columns=sum(
            bool(column.hidden) for place, column in sheet.colinfo_map.items() if place < sheet.ncols
        ),
    )
    months = _styles(book, shows_no_day)
    for number in range(sheet.nrows):
        kinds = sheet.row_types(number)
        for column, kind in enumerate(kinds):
            if kind == xlrd.XL_CELL_ERROR:
                marks.errors[number, column] = _text(book, kind, sheet.cell_value(number, column))
            elif months and kind == xlrd.XL_CELL_DATE and sheet.cell_xf_index(number, column) in months:
                marks.month_columns.add(column)
    return marks
