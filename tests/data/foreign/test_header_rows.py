"""Which row names the columns, and the table under it."""

import pytest

from data.foreign.header_rows import is_data
from data.foreign.read_file import header_rows
from data.foreign.sheet import Sheet
from tests.data.foreign.made import likely_table

PLAIN = "Titel;Start;Slut;Antal"
DATA = "Cykelsti;1.2.2027;29.3.2027;63\nSkolegård;2.2.2027;1.4.2027;0\n"


@pytest.mark.parametrize(
    ("above", "row"),
    [
        ("", 1),
        ("Høringer i Solby Kommune\n", 2),
        ("Høringer i Solby Kommune;;;\n\nUdskrevet:;3. april 2027;;\n\n", 5),
        ("\n\n\n", 4),
        ("Oversigt over høringer, som kommunen har holdt, siden byrådet vedtog sine principper;;;\n", 2),
        ("LOGO;;;\nSolby;;;\nSagsliste;;;\n;;;\n", 5),
    ],
)
def test_the_header_under_what_stands_above_it(above: str, row: int) -> None:
    """Titles, logos, dates of printing, blank rows."""
    table = likely_table(f"{above}{PLAIN}\n{DATA}".encode())
    assert table.header_row == row
    assert list(table.cells.columns) == ["Titel", "Start", "Slut", "Antal"]
    assert list(table.cells.index) == [row + 1, row + 2]


@pytest.mark.parametrize(
    "text",
    [
        "Titel;Center;Metode\nSti;Trafik;Møde\nSkole;Skoler;Møde\nPark;Trafik;Brev\n",
        "Titel;Center;Metode\nSti;;Møde\n",
        "Titel\nSti\nSkole\n",
        "a;b\n1;2\n",
        "navn;bemærkning\nSti;\nSkole;\n",
    ],
)
def test_a_header_over_texts_alone(text: str) -> None:
    """The first row of several that could be one."""
    assert likely_table(text.encode()).header_row == 1


@pytest.mark.parametrize(
    ("header", "names"),
    [
        (
            "Titel;Periode;;Deltagere;\n;Start;Slut;Borgere;Foreninger",
            ["Titel", "Start", "Slut", "Borgere", "Foreninger"],
        ),
        (
            "Titel;Høring;;Møde;\n;Start;Slut;Start;Slut",
            ["Titel", "Høring / Start", "Høring / Slut", "Møde / Start", "Møde / Slut"],
        ),
        (
            "Titel;Periode;Periode;Deltagere;Deltagere\nTitel;Start;Slut;Antal;Heraf unge",
            ["Titel", "Start", "Slut", "Antal", "Heraf unge"],
        ),
    ],
    ids=["missing names", "repeated names", "merged headings"],
)
def test_a_header_of_two_rows(header: str, names: list[str]) -> None:
    """The lower row names the columns, the upper one where names would be missing or mean two things."""
    table = likely_table(f"{header}\nSti;1.2.2027;2.3.2027;5;2\nVej;1.3.2027;2.4.2027;6;3\n".encode())
    assert (table.header_row, list(table.cells.columns)) == (2, names)


def test_every_column_has_a_name_of_its_own() -> None:
    """A repeated name is numbered, one that is missing is the column's letter, an empty column is left
    out.
    """
    table = likely_table(b"Titel;Dato;;Dato;\nA;1.2.2027;x;2.3.2027;\nB;1.2.2027;;2.3.2027;\n")
    assert list(table.cells.columns) == ["Titel", "Dato", "(C)", "Dato (2)"]
    assert [str(notice) for notice in table.notices] == [
        "Column C has cells but no name. It is called by its letter here."
    ]


def test_which_rows_are_left_out() -> None:
    """Blank ones and repeated headers; a row of totals is kept, and told."""
    table = likely_table(f"{PLAIN}\n{DATA};;;\n{PLAIN}\nPark;1.2.2027;;4\nI alt;;;67\n".encode())
    assert list(table.cells["Titel"].items()) == [
        (2, "Cykelsti"),
        (3, "Skolegård"),
        (6, "Park"),
        (7, "I alt"),
    ]
    assert table.totals == (7,)
    assert str(table.notices[0]).startswith("Row 7 seems to hold totals.")


def test_an_empty_sheet_has_no_header() -> None:
    """And other rows are offered where the first guess is wrong."""
    assert header_rows(Sheet("", ())) == []
    assert sorted(header_rows(Sheet("", (("a", "b"), (), ("c", "d"))))) == [1, 3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", True),
        ("-1.200,50 %", True),
        (" 1 200 ", True),
        ("5%", True),
        ("9" * 50_000, True),
        ("9" * 50_000 + "x", False),
        ("1," * 50_000 + "%%", False),
        (".,", False),
        ("%", False),
        ("12 stk.", False),
        ("Antal", False),
    ],
)
def test_a_number_is_no_name_of_a_column(text: str, expected: bool) -> None:
    """However long it is: each letter of a cell is looked at a few times, and not once for every other."""
    assert is_data(text) is expected
