"""Which files of a folder are exchange files, and which only look like some."""

from difflib import get_close_matches
from pathlib import Path

from data.errors import UnreadableFile
from data.ingest.csv_file import SourceTable, read_csv_file
from data.schema import BOOKKEEPING, TABLES, Table
from language import N_, Sentence

OUR_OWN = {"history.csv"}
"""An export holds it too; it is never taken in."""


def read_folder(path: Path) -> list[tuple[Table, SourceTable]]:
    """The exchange files of a folder in the order in which they depend on one another, however their names
    are spelt in capitals. Raises :class:`UnreadableFile`, and OSError where the folder can't be looked into.
    """
    file_by_name: dict[str, Path] = {}
    for file in csv_files(path):
        name = file.stem.lower()
        if name in file_by_name:
            raise UnreadableFile(
                Sentence(
                    N_("{file} and {other} are both files of {table}. Put all rows into one of them."),
                    {"file": file.name, "other": file_by_name[name].name, "table": name},
                )
            )
        if name in TABLES:
            file_by_name[name] = file
    if not file_by_name:
        raise UnreadableFile(_nothing_in(path))
    return [
        (table, read_csv_file(file_by_name[table.name]))
        for table in TABLES.values()
        if table.name in file_by_name
    ]


def passed_over(path: Path) -> list[Sentence]:
    """A sentence for every CSV file of a folder that is not taken in."""
    return [
        _not_ours(file.name)
        for file in csv_files(path)
        if file.stem.lower() not in TABLES and file.name.lower() not in OUR_OWN
    ]


def holds_every_table(path: Path) -> bool:
    """Whether a folder is a whole register, as an export is."""
    return path.is_dir() and {*BOOKKEEPING, *(file.stem.lower() for file in csv_files(path))} >= set(TABLES)


def is_foreign(path: Path, kind: str | None, *, named: bool) -> bool:
    """Whether a file is one of another system: said to be (``named``), or of no exchange file's name or
    columns.
    """
    if path.is_dir() or kind is not None:
        return False
    if named or path.stem.lower() not in TABLES or path.suffix.lower() != ".csv":
        return True
    table = TABLES[path.stem.lower()]
    header = set(read_csv_file(path).cells.columns)
    return not header >= set(table.key) and 2 * len(header & set(table.names)) < len(header)


def csv_files(path: Path) -> list[Path]:
    """The CSV files that lie in a folder, hidden ones aside."""
    return sorted(
        file for file in path.iterdir() if file.suffix.lower() == ".csv" and not file.name.startswith(".")
    )


def _not_ours(name: str) -> Sentence:
    near = get_close_matches(name.lower(), [table.file for table in TABLES.values()], n=1)
    if near:
        return Sentence(
            N_("{file} is not taken in: is it meant to be {meant}? Then give it that name."),
            {"file": name, "meant": near[0]},
        )
    return Sentence(N_("{file} is not taken in: no exchange file has that name."), {"file": name})


def _nothing_in(path: Path) -> Sentence:
    others = [file.name for file in csv_files(path) if file.name.lower() not in OUR_OWN][:5]
    if others:
        return Sentence(
            N_("{file} holds no exchange file (such as consultations.csv); found instead: {others}."),
            {"file": str(path), "others": tuple(others)},
        )
    return Sentence(N_("{file} holds no exchange file (such as consultations.csv)."), {"file": str(path)})
