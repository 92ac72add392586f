"""One cell: what is taken in, and what is refused with a sentence."""

import pytest

from data.cells import Unfit, canonical, contact_details, possible_cpr
from data.tables import CHOICE, DATE, INTEGER, KEYS, NUMBER, TEXT, YES_NO, Column

GOOD = [
    (DATE, "2024-02-29", "2024-02-29"),
    (DATE, "29-02-2024", "2024-02-29"),
    (DATE, "1.3.2024", "2024-03-01"),
    (DATE, "01/03/2024", "2024-03-01"),
    (DATE, "20240301", "2024-03-01"),
    (DATE, "23. november 2026", "2026-11-23"),
    (DATE, "3 May 2021", "2021-05-03"),
    (DATE, "onsdag den 1. oktober 2025", "2025-10-01"),
    (INTEGER, "1.250", "1250"),
    (INTEGER, "0", "0"),
    (NUMBER, "1.234,5", "1234.5"),
    (NUMBER, "12.5", "12.5"),
    (NUMBER, "-3", "-3.0"),
    (YES_NO, "Ja", "yes"),
    (YES_NO, "no", "no"),
    (KEYS, " b; a ;;b", "a;b"),
    (TEXT, "linje\r\nlinje", "linje\nlinje"),
    (TEXT, "'=1+1", "=1+1"),
    (TEXT, "  ", None),
]
BAD = [
    (DATE, "31-02-2025"),
    (DATE, "efteråret 2018"),
    (DATE, "2018"),
    (DATE, "13/25/2020"),
    (INTEGER, "knap 50"),
    (INTEGER, "-1"),
    (INTEGER, "12,5"),
    (INTEGER, "#REF!"),
    (NUMBER, "mange"),
    (NUMBER, "nan"),
    (YES_NO, "måske"),
    (TEXT, "a\x00b"),
    (TEXT, "x" * 20_001),
]


@pytest.mark.parametrize(("kind", "text", "stored"), GOOD)
def test_good_cells_become_canonical(kind: str, text: str, stored: str | None) -> None:
    """Dates, numbers and answers in all the ways people write them end in one form."""
    assert canonical(Column("any", kind), text) == stored


@pytest.mark.parametrize(("kind", "text"), BAD)
def test_bad_cells_are_refused_with_a_sentence(kind: str, text: str) -> None:
    """Nothing is guessed: what can't be read is refused, and the refusal says why."""
    with pytest.raises(Unfit) as refused:
        canonical(Column("any", kind), text)
    assert str(refused.value.sentence)


def test_methods_keep_their_order() -> None:
    """The first method named is the main one; other lists of keys are sorted."""
    assert canonical(Column("methods", KEYS), "workshop; borgermøde") == "workshop;borgermøde"


def test_a_required_cell_must_be_filled() -> None:
    """An empty cell is refused only where the column needs a value."""
    with pytest.raises(Unfit):
        canonical(Column("title", TEXT, required=True), " ")
    assert canonical(Column("status", CHOICE, choices=("draft",), empty_means="draft"), "") == "draft"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kontakt 010190-1234 om sagen", True),
        ("ring 3112851234", True),
        ("sag 01.02.05-P16-14-24", False),
        ("3213901234", False),
        ("beløb 1234567890123", False),
    ],
)
def test_possible_cpr_numbers_are_seen(text: str, found: bool) -> None:
    """Ten digits that begin with a date may be a CPR number, with or without a valid modulus 11."""
    assert possible_cpr(text) is found


@pytest.mark.parametrize(
    ("text", "found"), [("skriv til anna@example.dk", True), ("tlf. 20 30 40 50", True), ("i 2024 kom 1.250 svar", False)]
)
def test_contact_details_are_seen(text: str, found: bool) -> None:
    """E-mail addresses and phone numbers are noticed."""
    assert contact_details(text) is found
