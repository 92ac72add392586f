"""What must be told of a sheet that was read."""

from collections.abc import Iterator
from typing import Protocol

from language import N_, Sentence

HIDDEN_SHEET = N_("{sheet} is hidden in the file. It was read all the same.")
MONTHS = N_(
    "{sheet}, column {columns}: dates are shown there without their day, so the day that was read (the 1st,"
    " mostly) may be meant by nobody."
)


class Marks(Protocol):
    """What is known of a sheet beside its values."""

    @property
    def errors(self) -> dict[tuple[int, int], str]: ...
    @property
    def month_columns(self) -> set[int]: ...
    @property
    def hidden_rows(self) -> int: ...
    @property
    def hidden_columns(self) -> int: ...


def sheet_notices(sheet: str, *, hidden: bool, marks: Marks) -> Iterator[Sentence]:
    """Hidden sheets, rows and columns, cells with errors, months without a day."""
    values: dict[str, object] = {"sheet": sheet}
    if hidden:
        yield Sentence(HIDDEN_SHEET, values)
    if marks.hidden_rows:
        yield Sentence(
            "{sheet}: {count} hidden row was read too; a filter may hide it.",
            values,
            "{sheet}: {count} hidden rows were read too; a filter may hide them.",
            marks.hidden_rows,
        )
    if marks.hidden_columns:
        yield Sentence(
            "{sheet}: {count} hidden column was read too.",
            values,
            "{sheet}: {count} hidden columns were read too.",
            marks.hidden_columns,
        )
    if marks.errors:
        yield Sentence(
            "{sheet}: {count} cell holds an error of the spreadsheet, such as {word}.",
            {**values, "word": next(iter(marks.errors.values()))},
            "{sheet}: {count} cells hold an error of the spreadsheet, such as {word}.",
            len(marks.errors),
        )
    if marks.month_columns:
        columns = ", ".join(column_letters(column) for column in sorted(marks.month_columns)[:20])
        yield Sentence(MONTHS, {**values, "columns": columns})


def column_letters(column: int) -> str:
    """A column counted from 0 as a spreadsheet names it: A, B, …, AA."""
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
