"""One cell: what is taken in, and what is refused with a sentence."""

import pytest

from data.ingest.cells import UnreadableCell, canonical, oddities
from data.schema import CHOICE, DATE, INTEGER, KEY, KEYS, MOMENT, NUMBER, TEXT, YES_NO, Column
from language import speak

GOOD = [
    (DATE, "2024-02-29", "2024-02-29"),
    (DATE, "29-02-2024", "2024-02-29"),
    (DATE, "1.3.2024", "2024-03-01"),
    (DATE, "01/03/2024", "2024-03-01"),
    (DATE, "20240301", "2024-03-01"),
    (DATE, "23. november 2026", "2026-11-23"),
    (DATE, "3 May 2021", "2021-05-03"),
    (DATE, "onsdag den 1. oktober 2025", "2025-10-01"),
    (DATE, "den  1. februar  2025", "2025-02-01"),
    (DATE, "lør 1. febr. 2025", "2025-02-01"),
    (DATE, "2025/02/01", "2025-02-01"),
    (DATE, "2025-2-1", "2025-02-01"),
    (INTEGER, "1.250", "1250"),
    (INTEGER, "1\u00a0250", "1250"),
    (INTEGER, "0", "0"),
    (INTEGER, "244.0", "244"),
    (INTEGER, "244,00", "244"),
    (INTEGER, "1.250,0", "1250"),
    (INTEGER, "1.234.567", "1234567"),
    (INTEGER, "-", None),
    (INTEGER, "\u0661\u0662", "12"),
    (INTEGER, "0" * 5_000 + "7", "7"),
    (NUMBER, "nan", None),
    (DATE, "2024-02-28T23:00:00.000Z", "2024-02-29"),
    (DATE, "2024-07-01T00:00:00Z", "2024-07-01"),
    (DATE, "2024-03-01T00:00:00.000000", "2024-03-01"),
    (DATE, "01-03-2024 00.00", "2024-03-01"),
    (DATE, "20240301.0", "2024-03-01"),
    (DATE, "01\u201103\u20112024", "2024-03-01"),
    (TEXT, "bla\u030a\u00a0\u200bba\u00ader", "blå baer"),
    (KEY, "a\u00a0\u00a0b", "a b"),
    (KEY, "na", "na"),
    (KEY, "N/A", None),
    (TEXT, "na", None),
    (TEXT, "Nat", "Nat"),
    (TEXT, "NaT", None),
    (KEYS, "Trafik;trafik;\u200bTRAFIK", "Trafik"),
    (NUMBER, "1.234,5", "1234.5"),
    (NUMBER, "12.5", "12.5"),
    (NUMBER, "0.125", "0.125"),
    (NUMBER, "0,125", "0.125"),
    (NUMBER, "12.3450", "12.345"),
    (NUMBER, "1 234,5", "1234.5"),
    (NUMBER, "12.345.678", "12345678.0"),
    (NUMBER, "1e-05", "1e-05"),
    (NUMBER, "-3", "-3.0"),
    (MOMENT, "2026-11-23 14:30:00", "2026-11-23 14:30:00"),
    (MOMENT, "2026-11-24T00:30:00+02:00", "2026-11-23 22:30:00"),
    (MOMENT, "2026-11-23T14:30:00Z", "2026-11-23 14:30:00"),
    (KEY, "'-a", "-a"),
    (KEYS, "'=b;a", "=b;a"),
    (TEXT, "\u200b\ufeff ", None),
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
    (INTEGER, "0.125"),
    (INTEGER, "0 125"),
    (INTEGER, "01.500"),
    (INTEGER, "1234.567"),
    (INTEGER, "1 234.567"),
    (INTEGER, "2440.000"),
    (INTEGER, "244.5"),
    (NUMBER, "0 125"),
    (NUMBER, "01.500"),
    (DATE, "2024-03-01 12:00:00"),
    (DATE, "2024-02-28T22:30:00.000Z"),
    (TEXT, "a\uffffb"),
    (TEXT, "a\U0001fffeb"),
    (TEXT, "#NAVN?"),
    (TEXT, "#REF!"),
    (KEY, "2,02405E+11"),
    (YES_NO, "måske"),
    (NUMBER, "1,234.5"),
    (NUMBER, "12.34,5"),
    (NUMBER, "1 2"),
    (TEXT, "a\x00b"),
    (TEXT, "a\x85b"),
    (TEXT, "a\x9bb"),
    (MOMENT, "i morgen"),
    (MOMENT, "0001-01-01T00:00:00+10:00"),
    (TEXT, "x" * 20_001),
    (KEYS, "tid;" + "x" * 201),
    (KEYS, ";".join(f"tema {number}" for number in range(201))),
    (KEYS, "tid;" * 5_001),
    *[
        (kind, text)
        for kind in (INTEGER, NUMBER, DATE, MOMENT)
        for text in (
            "²",
            "9" * 5_000,
            "1" + "0" * 5_000,
            "1e999",
            "-1e999",
            "--5",
            "5²",
            "½",
            "0x10",
            "1_000",
            "+",
        )
    ],
    *[(INTEGER, text) for text in ("-0", "1e5", "9" * 5_000 + " %", "9" * 5_000 + " kr.", "Infinity")],
    *[(NUMBER, text) for text in ("9" * 5_000 + " %", "9" * 5_000 + " kr.", "inf", "-Infinity")],
]


@pytest.mark.parametrize(("kind", "text", "stored"), GOOD)
def test_good_cells_become_canonical(kind: str, text: str, stored: str | None) -> None:
    """Dates, numbers and answers in all the ways people write them end in one form."""
    assert canonical(Column("any", kind), text) == stored


@pytest.mark.parametrize(("kind", "text"), BAD)
def test_bad_cells_are_refused_with_a_sentence(kind: str, text: str) -> None:
    """Nothing is guessed: what can't be read is refused, and the refusal says why."""
    with pytest.raises(UnreadableCell) as refused:
        canonical(Column("any", kind), text)
    assert str(refused.value.sentence)


def test_methods_keep_their_order() -> None:
    """The first method named is the main one; other lists of keys are sorted."""
    assert canonical(Column("methods", KEYS), "workshop; borgermøde") == "workshop;borgermøde"


def test_a_required_cell_must_be_filled() -> None:
    """An empty cell is refused only where the column needs a value."""
    with pytest.raises(UnreadableCell):
        canonical(Column("title", TEXT, required=True), " ")
    assert canonical(Column("status", CHOICE, choices=("draft",), empty_means="draft"), "") == "draft"


WHOLE_NUMBERS = [
    ("contributions", "2000000000", "is too large: at most 999,999,999; check the number"),
    ("participants", "1.000.000.000", "is too large: at most 999,999,999; check the number"),
    (
        "contributions",
        "knap 50",
        (
            "is not a whole number from 0 up; write digits alone, and what the source says of an uncertain"
            " number in contributions_qualifier"
        ),
    ),
    ("contributions_answered", "knap 50", "is not a whole number from 0 up; write digits alone"),
    ("statutory_days", "-1", "is not a whole number from 0 up; write digits alone"),
]


@pytest.mark.parametrize(("name", "text", "sentence"), WHOLE_NUMBERS)
def test_a_whole_number_is_refused_with_its_true_reason(name: str, text: str, sentence: str) -> None:
    """Too large is no other kind of number, and only a column that exists is advised."""
    with pytest.raises(UnreadableCell) as refused:
        canonical(Column(name, INTEGER), text)
    assert str(refused.value.sentence) == sentence


def test_the_largest_whole_number_is_taken_in() -> None:
    """Noughts before it count for nothing."""
    assert canonical(Column("contributions", INTEGER), "0999999999") == "999999999"


HOW_TO_WRITE_IT = [
    (NUMBER, "1.000", "write 1000 or 1.0"),
    (NUMBER, "12.500", "write 12500 or 12.5"),
    (NUMBER, "1,234", "write 1234 or 1,2340"),
    (NUMBER, "90 %", "from 0 to 1: 0.9"),
    (NUMBER, "28 dage", "write 28 alone"),
    (INTEGER, "28 dage", "write 28 alone"),
    (DATE, "45678", "write 2025-01-21"),
    (DATE, "2018", "is only a year"),
    (DATE, "1. marsvin 2025", "is not a date"),
    (DATE, "0205-02-01", "typing error in the year"),
    (DATE, "2205-02-01", "typing error in the year"),
]


@pytest.mark.parametrize(("kind", "text", "hint"), HOW_TO_WRITE_IT)
def test_a_refusal_says_how_to_write_it(kind: str, text: str, hint: str) -> None:
    """What can be meant in two ways is not decided by the program, and what is nearly right is spelt out."""
    with pytest.raises(UnreadableCell) as refused:
        canonical(Column("any", kind), text)
    assert hint in str(refused.value.sentence)


def test_choices_are_named_as_the_screens_call_them() -> None:
    """The word for the file, and what it means."""
    with pytest.raises(UnreadableCell) as refused:
        canonical(Column("level", CHOICE, choices=("committee", "centre")), "udvalg")
    assert (
        speak("da").say(refused.value.sentence)
        == "er ikke en af disse: committee (Udvalg) og centre (Center)"
    )


@pytest.mark.parametrize(
    ("kind", "text", "notices"),
    [
        (DATE, "fredag den 23. november 2026", 1),
        (DATE, "mandag den 23. november 2026", 0),
        (DATE, "1989-12-31", 1),
        (DATE, "2061-01-01", 1),
        (DATE, "2060-12-31", 0),
        (DATE, "", 0),
        (TEXT, "BlÃ¥bÃ¦rgrÃ¸d", 1),
        (TEXT, "gr\ufffdd", 1),
        (TEXT, "blåbærgrød", 0),
        (KEYS, "hÃ¸ring", 1),
    ],
)
def test_what_is_odd_is_told_and_taken_in(kind: str, text: str, notices: int) -> None:
    """Another weekday, a year far away, letters read wrongly: none is a reason to refuse."""
    column = Column("any", kind)
    assert ((canonical(column, text) or "") == "") == (text == "")
    assert len(list(oddities(column, text))) == notices
