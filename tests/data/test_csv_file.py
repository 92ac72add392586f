"""CSV files as people send them."""

from pathlib import Path

import pytest

from data.errors import UnreadableFile
from data.ingest.csv_file import parse_csv, read_csv_file

TEXT = "title,note\nÆblehøring,ærø\n"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace("\n", "\r\n").encode(),
        b"\n\n" + TEXT.encode(),
        TEXT.replace("title,note", "Title,NOTE,,").encode(),
    ],
    ids=[
        "utf-8",
        "bom",
        "cp1252",
        "utf-16",
        "semicolon",
        "tab",
        "crlf",
        "blank rows first",
        "unnamed trailing columns",
    ],
)
def test_encodings_and_separators(raw: bytes) -> None:
    """Whoever saved it, the same cells are read, æ and all."""
    assert parse_csv(raw, "a.csv").cells.to_numpy().tolist() == [["Æblehøring", "ærø"]]


def test_rows_are_numbered_as_a_person_counts() -> None:
    """The header is row 1; blank rows are left out but counted, and a cell may hold a line break."""
    sheet = parse_csv(b'title\n"two\nlines"\n\nlast\n', "a.csv")
    assert dict(sheet.cells["title"]) == {2: "two\nlines", 4: "last"}


def test_more_cells_than_columns_are_pointed_at() -> None:
    """A comma outside quotation marks shifts cells: the row is named, not cut in silence."""
    assert parse_csv(b"a,b\n1,2,3\n", "a.csv").surplus == (2,)


@pytest.mark.parametrize(
    "raw",
    [b"", b"\n \n", b"PK\x03\x04\x00\x00\x81", b"a,a\n1,2\n"],
    ids=["empty", "blank", "a zip file", "a name twice"],
)
def test_what_is_no_table_is_refused(raw: bytes) -> None:
    """An empty file, something else under the name of a CSV, and unclear headers get a sentence."""
    with pytest.raises(UnreadableFile) as refused:
        parse_csv(raw, "a.csv")
    assert "a.csv" in str(refused.value)


@pytest.mark.parametrize(
    ("raw", "row"),
    [
        (b'a,b\n1,x\n2,"y\n3,z\n4,u\n', 3),
        (b'a,b\n1,x\n2,"y\n3,"z"\n', 3),
        (b'a,b\n1,"two\nlines"\n2,"x" y\n3,z\n', 3),
        (b'a;b\n"1;x\n2;y\n', 2),
    ],
    ids=["never closed", "closed by the next one", "closed too early", "in the first cell"],
)
def test_a_quotation_mark_without_its_partner_swallows_nothing(raw: bytes, row: int) -> None:
    """The row in which it opens is named; a mark that opens no cell is a character like any other."""
    with pytest.raises(UnreadableFile, match=f"a.csv, row {row}:"):
        parse_csv(raw, "a.csv")
    assert parse_csv(b'a,b\n1,5" r\xc3\xb8r\n', "a.csv").cells.to_numpy().tolist() == [["1", '5" rør']]


def test_one_letter_of_another_encoding_garbles_no_others() -> None:
    """The row that holds it is named, blank rows and rows of two lines counted as a person does."""
    raw = 'title\nblåbærgrød\n\n"to\nlinjer"\n'.encode() + "Ærø".encode("cp1252") + "\nrødgrød\n".encode()
    with pytest.raises(UnreadableFile, match="a.csv, row 5:"):
        parse_csv(raw, "a.csv")


def test_one_odd_letter_in_a_cp1252_file_is_no_reason_to_refuse() -> None:
    """Two letters that happen to look like UTF-8 among many that don't."""
    raw = "title\nblåbærgrød\nÃ¥\n".encode("cp1252")
    assert list(parse_csv(raw, "a.csv").cells["title"]) == ["blåbærgrød", "Ã¥"]


def test_danish_letters_beside_a_nul_are_no_text(tmp_path: Path) -> None:
    """All of it is UTF-8, so that no row is stored in another way; the NUL makes it no text."""
    path = tmp_path / "meetings.csv"
    path.write_bytes("round;body\n2022-2025/endterm;økonomi\x00\n".encode())
    with pytest.raises(UnreadableFile, match="is not a text file"):
        read_csv_file(path)
