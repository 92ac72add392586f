"""Names of files: readable, and taken by every system."""

import pytest

from materials.filenames import LONGEST, file_name


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
    ],
)
def test_a_name_has_no_sign_that_a_system_refuses(parts: tuple[str, ...], expected: str) -> None:
    """Danish letters stay; dashes are short, and what no file may be called is a space."""
    assert file_name(*parts, kind="docx") == expected
