"""Names of files: readable, and taken by every system."""

import io
import zipfile

import pytest

from materials.archive import zipped
from materials.filenames import LONGEST, file_name, numbered


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            ("Skema", "By-, Trafik- og Klimaudvalget", "Midtvejsevaluering 2026–2029"),
            "Skema - By-, Trafik- og Klimaudvalget - Midtvejsevaluering 2026-2029.docx",
        ),
        (("Lang nok tid?", 'A/B: "C" <D>|E*'), "Lang nok tid - A B C D E.docx"),
        (("", "Æ\n\tØ"), "Æ Ø.docx"),
        (("x" * 300,), "x" * LONGEST + ".docx"),
        (("Skema", "x" * 300, "Slut 2022-2025"), f"Skema - {'x' * 95} - Slut 2022-2025.docx"),
        (("Skema", "😀" * 300, "Slut 2022-2025"), f"Skema - {'😀' * 43} - Slut 2022-2025.docx"),
    ],
)
def test_a_name_has_no_sign_that_a_system_refuses(parts: tuple[str, ...], expected: str) -> None:
    """Danish letters stay; dashes are short, and what no file may be called is a space."""
    assert file_name(*parts, kind="docx") == expected


def test_names_that_some_system_takes_for_one_are_numbered() -> None:
    """Capitals and the way that å is composed make no other file; folders do."""
    names = ["a.docx", "A.docx", "a (2).docx", "\u00e5", "a\u030a", "x/a.docx", "a.docx"]
    assert list(numbered(names)) == [
        "a.docx",
        "A (2).docx",
        "a (2) (2).docx",
        "\u00e5",
        "a\u030a (2)",
        "x/a.docx",
        "a (3).docx",
    ]


def test_no_file_of_an_archive_lies_over_another() -> None:
    """Three bodies whose names are alike in their first hundred letters have three files."""
    names = [file_name("Skema", "Udvalget for " * 20 + end, "Slut 2022-2025", kind="docx") for end in "abc"]
    with zipfile.ZipFile(io.BytesIO(zipped([(name, name.encode()) for name in names]))) as archive:
        files = archive.namelist()
        assert len(set(files)) == 3 and all("Slut 2022-2025" in file for file in files)
        assert all(len(file.encode()) < 255 for file in files)
