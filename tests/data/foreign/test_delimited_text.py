"""Delimited text: what stands between the cells, letters, and how rows are counted."""

import pytest

from tests.data.foreign.made import notices_of, rows_of

TEXT = "titel;by\nÆble;Ærø\n"
CELLS = [("titel", "by"), ("Æble", "Ærø")]


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        *(TEXT.replace(";", sign).encode() for sign in ",\t|"),
    ],
)
def test_the_same_cells_however_it_was_saved(content: bytes) -> None:
    """Encodings, line ends and delimiters."""
    assert rows_of(content) == CELLS


def test_old_letters_are_told() -> None:
    """Who reads them sees whether they stand as they should."""
    assert [notice.partition(".")[0] for notice in notices_of(TEXT.encode("cp1252"))] == [
        "fil is not saved as UTF-8 and was read as Windows text"
    ]
    assert notices_of(TEXT.encode()) == []


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('titel,note\n"a; b; c","x"\n"d; e; f","y"\n', [("a; b; c", "x"), ("d; e; f", "y")]),
        ("titel;tal\nA;1,5\nB;2,5\n", [("A", "1,5"), ("B", "2,5")]),
        ("id;emner\n1;a, b, c, d\n2;a\n3;b, c\n", [("1", "a, b, c, d"), ("2", "a"), ("3", "b, c")]),
        ("titel\nSti, vej og bro\nSkole\n", [("Sti, vej og bro",), ("Skole",)]),
        ("sep=^\ntitel^by\nA;^B,\n", [("titel", "by"), ("A;", "B,")]),
    ],
    ids=["quoted semicolons", "decimal commas", "lists within cells", "one column", "said in the first line"],
)
def test_what_stands_between_the_cells(text: str, cells: list[tuple[str, ...]]) -> None:
    """Fields are counted over all rows, quotation marks respected."""
    assert rows_of(text.encode())[-len(cells) :] == cells


def test_rows_as_a_person_counts_them() -> None:
    """A cell of two lines is part of one row, and a blank line is a row."""
    assert rows_of(b'titel;by\n"to\nlinjer";A\n\nsidst;B\n') == [
        ("titel", "by"),
        ("to\nlinjer", "A"),
        (),
        ("sidst", "B"),
    ]


def test_a_table_that_only_begins_like_json() -> None:
    """Some programs put names in brackets."""
    assert rows_of(b"[id];[titel]\n1;A\n") == [("[id]", "[titel]"), ("1", "A")]


def test_a_web_page_under_another_name() -> None:
    """Its tables are read, merged cells and all, and it is told."""
    page = (
        "<html><meta charset=utf-8><table><tr><td>menu</td></tr></table><table><tr><th"
        " colspan=2>Periode</th><th>Titel</th></tr><tr><td>1.2.2027</td><td"
        " rowspan=2>slut</td><td>Æble</td></tr><tr><td>2.2.2027</td><td>B</td></tr></table>"
    )
    assert rows_of(page.encode()) == [
        ("Periode", "Periode", "Titel"),
        ("1.2.2027", "slut", "Æble"),
        ("2.2.2027", "slut", "B"),
    ]
    assert notices_of(page.encode()) == ["fil is a web page, whatever its name says. Its tables were read."]
