"""Files that are no tables, or attack whoever opens them: each gets a sentence, and nothing hangs."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from data.errors import UnreadableFile
from data.foreign.read_file import read_foreign
from tests.data.foreign.made import ODS_START, ods, packed, rows_of, xlsx_rows

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BIG_BYTES = 60_000_000
"""How much the parent may grow over a hostile file, in bytes."""


def compound(part: str) -> bytes:
    """An older file of Office with a part of this name."""
    return OLE + bytes(500) + part.encode("utf-16-le") + bytes(500)


REFUSED = {
    "nothing": (b"", "is empty"),
    "blank": (b"\xef\xbb\xbf\n \r\n", "is empty"),
    "no cells": (xlsx_rows(), "is empty"),
    "noughts": (bytes(1000), "is empty"),
    "PDF": (b"%PDF-1.7\n", "is a PDF"),
    "picture": (b"\x89PNG\r\n\x1a\n", "is a picture"),
    "Word": (packed({"word/document.xml": "<a/>"}), "is a text document"),
    "old Word": (compound("WordDocument"), "is a text document"),
    "rich text": (b"{\\rtf1\\ansi", "is a text document"),
    "slides": (packed({"ppt/presentation.xml": "<a/>"}), "is a presentation"),
    "packed files": (packed({"a.csv": "a,b"}), "is a packed folder"),
    "binary workbook": (packed({"xl/workbook.bin": "x"}), "form of spreadsheet that is not read"),
    "spreadsheet as XML": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "form of spreadsheet that is not read",
    ),
    "password": (compound("EncryptedPackage"), "has a password"),
    "password of LibreOffice": (
        packed(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "META-INF/manifest.xml": "<manifest:encryption-data/>",
                "content.xml": "x",
            }
        ),
        "has a password",
    ),
    "web page": (b"<!DOCTYPE html><html><body>Hej</body></html>", "is a web page without a table"),
    "broken archive": (b"PK\x03\x04" + bytes(range(256)) * 40, "is damaged"),
    "broken workbook": (packed({"xl/workbook.xml": "<a"}), "is damaged"),
    "old workbook, broken": (compound("Workbook"), "is damaged"),
    "cut short": (xlsx_rows(("a", "b"))[:3000], "is damaged"),
    "bomb": (packed({"xl/workbook.xml": "x", "a": b" " * 50_000_000}), "unpacks to far more"),
    "many parts": (packed({"xl/workbook.xml": "x", **{f"{n}": "" for n in range(6_000)}}), "unpacks to"),
    "NUL": (b"a;b\n1;\x002\n", "is not a text file"),
    "binary": (bytes((n * 7919 + 13) % 256 for n in range(5_000)), "is not a text file"),
    "Mac": ("Høst på Ærø;Århus\nSmørrebrød;Rønne\n".encode("mac_roman"), "code page Mac Roman"),
    "open quotation mark": (b'a;b\n"x;1\ny;2\n', "row 2: a cell begins with a quotation mark"),
    "a million columns": (b",".join([b"c"] * 1_000_000), "row 1: there are more than 2,000 columns"),
    "many keys": (json.dumps([{f"c{n}": 1 for n in range(3_000)}]).encode(), "more than 2,000 columns"),
    "wide sheet": (xlsx_rows(tuple(range(16_384)), tuple(range(16_384))), "more than 2,000 columns"),
    "wide repetition": (
        ods(
            '<table:table table:name="A"><table:table-row><table:table-cell office:value-type="float"'
            ' office:value="1" table:number-columns-repeated="16384"/></table:table-row></table:table>'
        ),
        "more than 2,000 columns",
    ),
    "many repeated rows": (
        ods(
            '<table:table table:name="A"><table:table-row'
            ' table:number-rows-repeated="1048576"><table:table-cell office:value-type="float"'
            ' office:value="1" table:number-columns-repeated="900"/></table:table-row></table:table>'
        ),
        "more than 5,000,000 cells",
    ),
    "entities": (
        packed(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>' + ODS_START,
            }
        ),
        "is damaged",
    ),
    "deep list": (b"[" * 1_000_000, "lists within lists so deep"),
    "deep object": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "lists within lists so deep"),
    "broken JSON": (b'{"a": 1,\n "b": }', "line 2: this is no valid JSON"),
    "no records": (b"[1, 2, 3]", "holds no list of records"),
    "empty list": (b"[]", "holds no list of records"),
}


def memory() -> int:
    """What this process holds now, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 if Path("/proc").exists() else 0


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_a_sentence_for_what_is_no_table(content: bytes, reason: str) -> None:
    """It names the file and what is wrong, and this process is no larger than before."""
    before = memory()
    with pytest.raises(UnreadableFile) as refused:
        read_foreign("liste.xls", content)
    assert str(refused.value).startswith("liste.xls")
    assert reason in str(refused.value)
    assert memory() - before < BIG_BYTES


def test_what_is_told_by_content_and_not_by_name() -> None:
    """A CSV under the name of a workbook, and the other way round."""
    assert read_foreign("a.xlsx", b"a;b\n1;2\n").sheets[0].rows == (("a", "b"), ("1", "2"))
    assert read_foreign("a.csv", xlsx_rows(("a", "b"))).sheets[0].rows == (("a", "b"),)


def test_strange_values_do_no_harm() -> None:
    """Half a character, endless numbers, what is no number."""
    text = rb'[{"a": "\ud800x", "b": ' + b"9" * 10_000 + b', "c": NaN, "d": 1e999}]'
    assert rows_of(text)[1] == ("\ufffdx", "9" * 10_000, "NaN", "1e999")


def test_a_formula_is_no_more_than_its_text() -> None:
    """Nothing is calculated, opened or fetched."""
    row = ("=cmd|'/c calc'!A1", '=HYPERLINK("http://x.example")')
    assert rows_of(f"{row[0]}\t{row[1]}\n".encode()) == [(row[0], '=HYPERLINK("http://x.example")')]


@pytest.mark.thorough
def test_many_damaged_bytes_never_end_in_a_raw_error() -> None:
    """Bytes changed and cut off in files of each kind: read, or refused with a sentence."""
    chance = random.Random(20261128)
    originals = [
        xlsx_rows(("Titel", "Antal"), ("A", 1)),
        (Path(__file__).with_name("made_by_libreoffice.xls")).read_bytes(),
        ods('<table:table table:name="A"><table:table-row/></table:table>'),
        b'[{"a": [{"b": 1}], "c": "\\u00e6"}]',
        'Titel;Antal\n"Æble";1\n'.encode(),
    ]
    for number in range(40):
        content = bytearray(originals[number % len(originals)])
        for _ in range(chance.randint(1, 20)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        if chance.random() < 0.3:
            del content[chance.randrange(1, len(content)) :]
        try:
            read_foreign("fil", bytes(content))
        except UnreadableFile as refusal:
            assert "fil" in str(refusal)


def test_the_child_loads_little() -> None:
    """Neither screens nor database nor frames."""
    script = "import data.foreign.read_in_child, data.foreign.survey_counts, sys; print(*sys.modules)"
    root = Path(__file__).parents[3]
    loaded = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"streamlit", "duckdb", "pandas", "numpy", "plotly"} & set(loaded)
