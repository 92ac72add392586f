"""A list of fifty thousand rows in Excel, taken in by a kept profile: against the child that reads it
alone.
"""

import io
import random
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

from data.foreign.profile import ColumnUse, Profile
from data.foreign.read_file import read_foreign, table_of
from data.foreign.sheet import ForeignFile
from data.register import create_empty
from data.schema import CHOICE, DATE, INTEGER, NUMBER, TABLES, YES_NO, Column
from tests.benchmark.measurement import Measurement, seconds
from tests.support.registers import BODIES, take_all
from workflow.imports import ImportRequest, import_table, preview_import
from workflow.person import at_this_machine

ROWS, GIB = 50_000, 2**30
LEFT_OUT = ("consultation", "committee", "source", "source_key", "removed_at", "removed_by", "no_end")
COLUMNS = [column for column in TABLES["consultations"].columns if column.name not in LEFT_OUT]
WORDS = [
    "skole",
    "vej",
    "plan",
    "cykel",
    "park",
    "by",
    "hal",
    "bibliotek",
    "torv",
    "natur",
    "klima",
    "støj",
    "trafik",
    "lokal",
    "børn",
    "ældre",
]
WHEN = datetime(2027, 1, 1)


def measure_all(folder: Path, times: int) -> list[Measurement]:
    """Checked and stored, without the reading; the preview of a file that is there already; and the peak
    memory of a process that reads, checks and stores, in GiB.
    """
    content = long_list(ROWS)
    path = folder / "long.xlsx"
    path.write_bytes(content)
    turns = [_turn(folder / f"long {number}.duckdb", content) for number in range(min(times, 3))]
    stored = tuple((ours, read) for read, ours, _ in turns)
    again = tuple((preview, read) for read, _, preview in turns)
    return [
        Measurement(
            "import_50000",
            "50,000 rows of 40 columns of Excel checked and stored, against the child reading them",
            stored,
            3.0,
        ),
        Measurement("import_50000_again", "the preview of the same rows once they are stored", again, None),
        _memory(path),
    ]


def long_list(rows: int) -> bytes:
    """An ``.xlsx`` of so many made-up consultations, a column a field."""
    chance, buffer = random.Random(1), io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"constant_memory": True})
    sheet = book.add_worksheet("Liste")
    sheet.write_row(0, 0, [column.name for column in COLUMNS])
    for row in range(1, rows + 1):
        begins = date(2022, 1, 1) + timedelta(days=chance.randrange(1400))
        values = [_cell(column, (row, begins), chance) for column in COLUMNS]
        sheet.write_row(row, 0, values)
    book.close()
    return buffer.getvalue()


def profile() -> Profile:
    """How the list is read."""
    return Profile(
        "long",
        columns=tuple(ColumnUse(column.name, column.name) for column in COLUMNS),
        identity=("case_number",),
    )


def _cell(column: Column, place: tuple[int, date], chance: random.Random) -> Any:
    """A likely value: days in their order, texts of some words, a third of what is optional left empty."""
    row, begins = place
    if column.name == "title":
        return f"{' '.join(chance.sample(WORDS, 4)).capitalize()} {row}"
    if column.name == "case_number":
        return f"24-{row:06d}"
    if column.name == "centre":
        return "by"
    if chance.random() < 0.33 or column.name.endswith("_qualifier") or column.name == "not_open_reason":
        return ""
    if column.kind == DATE:
        days = [each.name for each in COLUMNS if each.kind == DATE]
        return (begins + timedelta(days=14 * days.index(column.name))).isoformat()
    if column.kind == CHOICE:
        return chance.choice(column.choices)
    if column.kind == YES_NO:
        return chance.choice(("yes", "no"))
    if column.kind in (INTEGER, NUMBER):
        return 0 if column.name == "contributions_answered" else chance.randrange(1, 900)
    if column.name == "methods":
        return chance.choice(("hearing", "survey", "workshop"))
    return " ".join(chance.choice(WORDS) for _ in range(10))


def _turn(database: Path, content: bytes) -> tuple[float, float, float]:
    """The seconds of the child, of checking and storing, and of the preview of the same once more."""
    files: list[ForeignFile] = []
    read = seconds(lambda: files.append(read_foreign("long.xlsx", content)))
    request = request_of(files[0])
    store = create_empty(database)
    take_all(store, {"bodies": BODIES})
    stored = seconds(lambda: import_table(store, at_this_machine("benchmark"), request, imported_at=WHEN))
    again = seconds(lambda: preview_import(store, request))
    store.close()
    return read, stored, again


def request_of(file: ForeignFile) -> ImportRequest:
    """The whole list, to be taken in."""
    return ImportRequest(table_of(file, file.sheets[0], 1), profile(), file.sha256)


def _memory(path: Path) -> Measurement:
    process = subprocess.run(
        [sys.executable, "-m", "tests.benchmark.foreign_import", str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    return Measurement(
        "import_50000_memory",
        "the peak memory in GiB of a process that takes them in, against one GiB",
        ((float(process.stdout), 1.0),),
        1.0,
    )


if __name__ == "__main__":
    whole = Path(sys.argv[1])
    register = create_empty(whole.with_suffix(".duckdb"))
    take_all(register, {"bodies": BODIES})
    whole_list = read_foreign(whole.name, whole.read_bytes())
    import_table(register, at_this_machine("benchmark"), request_of(whole_list), imported_at=WHEN)
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (peak,) = [line.split()[1] for line in status if line.startswith("VmHWM")]
    print(int(peak) * 1024 / GIB)
