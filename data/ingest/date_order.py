"""Whether a file writes the day or the month first: one date that can only be read month first puts every
other of its kind in doubt.
"""

from collections.abc import Iterable, Mapping

from data.ingest.csv_file import SourceTable
from data.ingest.dates import day_first, month_first, separator_of, two_readings
from data.schema import DATE, Table
from language import N_, Sentence

MONTH_FIRST = N_("has the month first; write {iso}")
IN_DOUBT = N_(
    "can be read in two ways, because “{other}” in this file has the month first; write {day_first} or"
    " {month_first}"
)


def doubtful_dates(table: Table, sheet: SourceTable) -> dict[str, dict[str, Sentence]]:
    """By column and text, why a date is not taken in. A column that shows by a date such as 14/03/2024 that
    it has the day first, and holds none with the month first, is in no doubt.
    """
    texts_by_column = {
        column.name: list(sheet.cells[column.name].unique())
        for column in table.columns
        if column.kind == DATE and column.name in sheet.cells
    }
    witnesses = _witnesses(text for texts in texts_by_column.values() for text in texts)
    if not witnesses:
        return {}
    return {name: _of_column(texts, witnesses) for name, texts in texts_by_column.items()}


def _of_column(texts: list[str], witnesses: Mapping[str, str]) -> dict[str, Sentence]:
    own_witnesses = _witnesses(texts)
    sure = {separator_of(text) for text in texts if day_first(text)} - own_witnesses.keys()
    reasons = {}
    for text in texts:
        separator = separator_of(text)
        if separator is None or separator not in witnesses or separator in sure:
            continue
        if day := month_first(text):
            reasons[text] = Sentence(MONTH_FIRST, {"iso": day.isoformat()})
        elif days := two_readings(text):
            other = own_witnesses.get(separator) or witnesses[separator]
            values = {"other": other, "day_first": days[0].isoformat(), "month_first": days[1].isoformat()}
            reasons[text] = Sentence(IN_DOUBT, values)
    return reasons


def _witnesses(texts: Iterable[str]) -> dict[str, str]:
    """By separator, a date that can only be read month first."""
    return {str(separator_of(text)): text for text in texts if month_first(text)}
