"""Counts that people are not sure of: what is read, what is refused, and how they are written again."""

import pytest

from data.errors import UnreadableCell
from data.ingest.qualified_numbers import qualified_in_words, read_qualified


@pytest.mark.parametrize(
    ("text", "count", "qualifier"),
    [
        ("120", 120, None),
        ("0", 0, None),
        ("", None, None),
        ("1.200", 1200, None),
        ("1 200", 1200, None),
        ("ca. 120", 120, "ca."),
        ("Ca.1.200", 1200, "Ca."),
        ("over 40", 40, "over"),
        ("mere end 100", 100, "mere end"),
        ("mindst 63", 63, "mindst"),
        ("> 40", 40, ">"),
        ("80-100", 80, "80-100"),
        ("80 – 100", 80, "80-100"),
        ("1.200-1.500", 1200, "1.200-1.500"),
        ("ca. 80-100", 80, "ca. 80-100"),
        ("mellem 80 og 100", 80, "mellem 80 og 100"),
        ("80 til 100", 80, "80 til 100"),
    ],
)
def test_a_count_is_read_with_what_is_said_of_it(text: str, count: int | None, qualifier: str | None) -> None:
    """The lower end of a range is the count, and the range stays beside it."""
    assert read_qualified(text) == (count, qualifier)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("€ 50", "is an amount of money"),
        ("50 kr.", "is an amount of money"),
        ("40/65", "holds two numbers with a stroke"),
        ("TU 4/5", "holds two numbers with a stroke"),
        ("bilag 3", "begins with “bilag”"),
        ("100-80", "begins with the larger number"),
        ("12,5", "is not a whole number"),
        ("-5", "is not a whole number"),
        ("10-12-2024", "is not a whole number"),
        ("120 deltagere", "write 120 alone"),
        ("ukendt", "is not a whole number"),
    ],
)
def test_what_is_no_count_is_refused(text: str, reason: str) -> None:
    """Nothing is guessed, and the sentence says how to write it."""
    with pytest.raises(UnreadableCell, match=reason):
        read_qualified(text)


def test_a_range_is_written_once() -> None:
    """It stands alone, where a word stands before its number."""
    assert [
        qualified_in_words("80", "80-100"),
        qualified_in_words("120", "ca."),
        qualified_in_words("0", None),
    ] == ["80-100", "ca. 120", "0"]
