"""The last sheet: every fact with what it asks and counts, every code that is a step or a verdict, and every
column.
"""

from collections.abc import Iterator, Sequence

from evaluation.scales import RATINGS
from language import N_, Words
from materials.round_tables.common_columns import ROW_NAMES, UNITS
from materials.round_tables.indicators import NORM_KIND
from materials.round_tables.table_model import Column, RoundTable, Row
from materials.workbook.cells import cell_of
from materials.workbook.plain_book import Cell
from materials.workbook.table_sheet import TableColumn

KINDS = {
    "text": N_("text"),
    "list": N_("texts, with semicolons between"),
    "integer": N_("whole number"),
    "number": N_("number"),
    "amount": N_("number in the unit of the row"),
    "date": N_("day"),
    "boolean": N_("yes or no"),
}
HEADINGS = (
    (N_("Kind"), 10),
    (N_("Where"), 16),
    (N_("Name"), 34),
    (N_("What it says"), 80),
    (N_("Unit"), 18),
    (N_("Norm is"), 10),
    (N_("Norm"), 9),
    (N_("Norm from"), 12),
    (N_("Source"), 50),
)
ROWS_WITH_NUMBER = N_("principle {number}")


def definition_columns(words: Words) -> list[TableColumn]:
    """The columns of the sheet."""
    return [TableColumn(words(heading), width) for heading, width in HEADINGS]


def definition_rows(tables: Sequence[RoundTable], facts: RoundTable, words: Words) -> list[list[Cell]]:
    """A row a fact, a row a step, and a row a column of each sheet."""
    return [*_facts(facts, words), *_steps(words), *_columns(tables, words)]


def _facts(facts: RoundTable, words: Words) -> Iterator[list[Cell]]:
    columns = {column.name: column for column in facts.columns}
    for row in facts.rows:
        texts = (row["question"], row["counts"], row["looks_at"], row["not_known"])
        yield [
            words("Fact"),
            _principle(row, words),
            cell_of(columns["label"], row, words),
            " ".join(str(text) for text in texts if text),
            words(UNITS[str(row["unit"])]),
            cell_of(NORM_KIND, row, words),
            cell_of(columns["norm"], row, words),
            cell_of(columns["norm_from"], row, words),
            "; ".join(str(row[name]) for name in ("source", "norm_source") if row[name]),
        ]


def _principle(row: Row, words: Words) -> str:
    code = str(row["principle"])
    if code.isdigit():
        return words(ROWS_WITH_NUMBER, number=code)
    return words(ROW_NAMES[code])


def _steps(words: Words) -> Iterator[list[Cell]]:
    for step in sorted(RATINGS):
        yield [words("Step"), None, str(step), words(RATINGS[step]), *[None] * 5]


def _columns(tables: Sequence[RoundTable], words: Words) -> Iterator[list[Cell]]:
    for table in tables:
        for column in table.sheet_columns:
            yield [
                words("Column"),
                words(table.title),
                words(column.title),
                words(column.meaning),
                words(_kind(column)),
                *[None] * 4,
            ]


def _kind(column: Column) -> str:
    return KINDS[column.kind]
