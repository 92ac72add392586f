"""Dates that no line break parts."""

from datetime import date

import pytest

from materials.documents.blocks import Document, Items, Table, Text
from materials.documents.unbroken import unbroken_dates, with_unbroken_dates

TEXTS = [
    ("den 23. november 2026.", "den 23.~november~2026."),
    ("on 3 May 2026", "on 3~May~2026"),
    ("1. januar 2026 til 31. december 2027", "1.~januar~2026 til 31.~december~2027"),
    ("13.04.2026 – 05.06.2026", "13.04.2026~– 05.06.2026"),
    ("3. maj", "3.~maj"),
    ("2 maybe 3 marks", "2 maybe 3 marks"),
    ("trin 3. Mange", "trin 3. Mange"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "unbroken"), TEXTS)
def test_day_month_and_year_stay_together(text: str, unbroken: str) -> None:
    """In both languages; a word that begins like a month is none."""
    assert unbroken_dates(text) == unbroken.replace("~", "\u00a0")


def test_a_whole_document_is_gone_through() -> None:
    """Front, texts, lists and tables; what is no text stays."""
    day, unbroken = "3. maj 2026", "3.\u00a0maj\u00a02026"
    blocks = (Text(day), Items((day,)), Table((day,), ((day, "–"),), (50, 50)))
    content = Document(day, day, (Text(day),), "", blocks, day, "", "da", date(2026, 5, 3))
    expected = (Text(unbroken), Items((unbroken,)), Table((unbroken,), ((unbroken, "–"),), (50, 50)))
    result = with_unbroken_dates(content)
    assert (result.blocks, result.front, result.title) == (expected, (Text(unbroken),), unbroken)
    assert (result.dated, result.numbered) == (date(2026, 5, 3), True)
