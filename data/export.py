"""Every table as an exchange file: all of them or none, and nothing of anybody else's written over.

A Danish Excel opens the files rightly by double click: UTF-8 with a mark, semicolons between cells, decimal
commas, and nothing in them that it would calculate.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from data.database import Store
from data.errors import ForeignExport
from data.formula_guard import with_guard
from data.schema import KEY, KEYS, NUMBER, TABLES, TEXT
from data.upsert import export_select
from language import N_, Sentence

HISTORY = "history.csv"
HISTORY_COLUMNS = ("entry", "happened_at", "who", "action", "kind", "record", "before", "after")
GUARDED = (TEXT, KEY, KEYS)


def export(store: Store, folder: Path) -> dict[str, int]:
    """Write every table as an exchange file, and the history beside them; gives the number of rows by file.

    The files appear together, when all of them are written; an earlier export in the folder is replaced.
    Raises :class:`ForeignExport` where the folder holds such files that no export wrote, OSError where it
    can't be written.
    """
    with new_export(folder) as beside:
        return write_tables(store, beside)


@contextmanager
def new_export(folder: Path) -> Iterator[Path]:
    """A folder to write the files of an export into, which then appear together in ``folder``; nothing is
    changed there after an error. Raises as :func:`export` does.
    """
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _refuse_others(folder)
        beside = Path(tempfile.mkdtemp(prefix=".export-", dir=folder))
        try:
            yield beside
            for file in sorted(beside.iterdir()):
                file.replace(folder / file.name)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except BaseException:
        if is_new:
            shutil.rmtree(folder, ignore_errors=True)
        raise


def write_tables(store: Store, folder: Path) -> dict[str, int]:
    """Write every table and the history into a folder that is empty; gives the number of rows by file."""
    count_by_file = {}
    for table in TABLES.values():
        guarded_columns = [column.name for column in table.columns if column.kind in GUARDED]
        rows = store.frame(export_select(table))
        for column in table.columns:
            if column.kind == NUMBER:
                rows[column.name] = rows[column.name].map(_with_comma, na_action="ignore")
        count_by_file[table.file] = _write_csv(rows, guarded_columns, folder / table.file)
    history = store.frame(f"select {', '.join(HISTORY_COLUMNS)} from history order by entry")
    count_by_file[HISTORY] = _write_csv(history, ["who", "record"], folder / HISTORY)
    return count_by_file


def _write_csv(frame: pd.DataFrame, guarded_columns: list[str], path: Path) -> int:
    """``guarded_columns`` hold what people wrote: no spreadsheet shall calculate it."""
    for name in guarded_columns:
        frame[name] = frame[name].map(with_guard, na_action="ignore")
    frame.to_csv(path, index=False, sep=";", lineterminator="\r\n", encoding="utf-8-sig")
    return len(frame)


def _with_comma(number: str) -> str:
    """A Danish spreadsheet takes 12.5 for the 12th of May."""
    return number if "e" in number else number.replace(".", ",")


def _refuse_others(folder: Path) -> None:
    """An export leaves a history beside the tables; where there is none, the tables are somebody's own."""
    there = [
        table.file
        for table in TABLES.values()
        if (folder / table.file).exists() or (folder / table.file).is_symlink()
    ]
    if there and not _is_history(folder / HISTORY):
        raise ForeignExport(
            Sentence(
                N_(
                    "{folder} holds {file}, which no export wrote. Nothing was written: choose another"
                    " folder."
                ),
                {"folder": str(folder), "file": there[0]},
            )
        )


def _is_history(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8-sig") as file:
            return file.readline().strip() in (";".join(HISTORY_COLUMNS), ",".join(HISTORY_COLUMNS))
    except (OSError, UnicodeError):
        return False
