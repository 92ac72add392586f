"""The words of a file beside those that are stored: what was stored in an older way stays as it is, and what
was garbled on its way back is refused.
"""

from collections.abc import Iterator

import duckdb
import pandas as pd

from data.errors import RecordProblem, short
from data.formula_guard import without_guard
from data.ingest.code_pages import decoded_once_more
from data.ingest.csv_file import SourceTable
from data.ingest.plain_text import LINE_ENDS
from data.schema import KEYS, TEXT, Table
from data.upsert import stored_columns
from language import N_, Sentence

GARBLED = N_(
    "is what is stored already, “{meant}”, with its letters read wrongly on the way; save the file as CSV"
    " (UTF-8), or leave the cell as it was"
)


def as_stored(
    cursor: duckdb.DuckDBPyConnection, table: Table, sheet: SourceTable, cells: pd.DataFrame
) -> tuple[pd.DataFrame, set[tuple[int, str]]]:
    """The cells, and where (row and column) the file has a text word for word as it is stored although it
    would be written in another form now: that is no change, and no fault of the file.
    """
    texts = {
        name: _written(sheet, cells, name)
        for name in _text_columns(table, cells)
        if (sheet.cells.loc[cells.index, name] != cells[name].fillna("")).any()
    }
    names = [name for name, text in texts.items() if (text != cells[name].fillna("")).any()]
    if not names:
        return cells, set()
    stored, cells, kept = stored_columns(cursor, table, cells, names), cells.copy(), set()
    for name in names:
        is_same = (
            stored[name].notna() & (stored[name] == texts[name]) & (texts[name] != cells[name].fillna(""))
        )
        cells.loc[is_same, name] = stored.loc[is_same, name]
        kept |= {(int(row), name) for row in cells.index[is_same]}
    return cells, kept


def garbled(
    cursor: duckdb.DuckDBPyConnection, table: Table, sheet: SourceTable, cells: pd.DataFrame
) -> Iterator[RecordProblem]:
    """An error for every text that is the stored one once it is decoded again."""
    mended = {name: _mended(cells[name]) for name in _text_columns(table, cells)}
    names = [name for name, texts in mended.items() if not texts.empty]
    if not names:
        return
    stored = stored_columns(cursor, table, cells, names)
    for name in names:
        for row in mended[name].index[mended[name] == stored.loc[mended[name].index, name]]:
            raw, meant = str(sheet.cells.loc[row, name]), short(str(mended[name].loc[row]))
            yield RecordProblem(sheet.name, int(row), name, raw, Sentence(GARBLED, {"meant": meant}))


def _text_columns(table: Table, cells: pd.DataFrame) -> list[str]:
    return [
        column.name
        for column in table.columns
        if column.kind in (TEXT, KEYS) and column.name in cells and column.name not in table.key
    ]


def _written(sheet: SourceTable, cells: pd.DataFrame, name: str) -> pd.Series:
    """A column as the file has it, without guards and the spaces around it."""
    raw = sheet.cells.loc[cells.index, name]
    by_text = {text: without_guard(LINE_ENDS.sub("\n", text).strip()) for text in raw.unique()}
    return pd.Series([by_text[text] for text in raw], index=raw.index, dtype=object)


def _mended(texts: pd.Series) -> pd.Series:
    """By row, what those texts were that look as if they were decoded wrongly."""
    by_text = {text: decoded_once_more(text) for text in texts.dropna().unique()}
    mended = {text: meant for text, meant in by_text.items() if meant is not None}
    rows = {row: mended[text] for row, text in texts.items() if text in mended} if mended else {}
    return pd.Series(rows, dtype=object)
