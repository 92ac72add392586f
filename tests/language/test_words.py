"""What a person reads: texts, numbers and dates in both languages."""

from datetime import date, datetime
from typing import Literal

import pytest

from language import N_, Sentence, speak

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("code", "value", "expected"),
    [
        ("da", 1234.5, "1.234,5"),
        ("en", 1234.5, "1,234.5"),
        ("da", 7, "7"),
        ("en", 7, "7"),
        ("da", 4.0, "4"),
        ("da", 0.06, "0,1"),
        ("da", 1_000_000, "1.000.000"),
    ],
)
def test_number(code: str, value: float, expected: str) -> None:
    """A number is written as the language does, with one decimal at most and none that is zero."""
    assert speak(code).number(value) == expected


def test_decimals_on_request() -> None:
    """More decimals are shown only where they are asked for."""
    assert speak("da").number(0.125, 3) == "0,125"


@pytest.mark.parametrize(
    ("code", "share", "expected"),
    [("da", 0.12, "12\u00a0%"), ("en", 0.12, "12%"), ("da", 0, "0\u00a0%"), ("da", 1, "100\u00a0%")],
)
def test_percent(code: str, share: float, expected: str) -> None:
    """A share is whole per cent, with a space before the sign in Danish."""
    assert speak(code).percent(share) == expected


@pytest.mark.parametrize(
    ("code", "length", "expected"),
    [
        ("da", "long", "23. november 2026"),
        ("en", "long", "23 November 2026"),
        ("da", "short", "23.11.2026"),
        ("en", "short", "23/11/2026"),
    ],
)
def test_date(code: str, length: Literal["long", "short"], expected: str) -> None:
    """A date is written as the language does, long and short."""
    assert speak(code).date(DAY, length) == expected


def test_no_date() -> None:
    """Where there is no date there is no text."""
    assert speak("da").date(None) == ""


@pytest.mark.parametrize(
    ("code", "count", "expected"),
    [
        ("da", 0, "0 inddragelser"),
        ("da", 1, "1 inddragelse"),
        ("da", 1234, "1.234 inddragelser"),
        ("en", 0, "0 consultations"),
        ("en", 1, "1 consultation"),
        ("en", 1234, "1,234 consultations"),
    ],
)
def test_plural(code: str, count: int, expected: str) -> None:
    """One is one and everything else is many, zero too; the count is written as the language does."""
    assert speak(code).many("{count} consultation", "{count} consultations", count) == expected


def test_text_with_values() -> None:
    """Numbers, dates and shares of a whole go into a text in its language."""
    words = speak("da")
    assert (
        words("Consultations from {start} to {end}", start=date(2024, 1, 1), end=DAY)
        == "Inddragelser fra 1. januar 2024 til 23. november 2026"
    )
    assert words.share_of(7, 9) == "7 af 9"


@pytest.mark.parametrize(("code", "expected"), [("da", "”I høj grad” (4)"), ("en", "“To a high degree” (4)")])
def test_sentence_within_a_sentence(code: str, expected: str) -> None:
    """A sentence among the values is said in the same language."""
    inner = Sentence(N_("To a high degree"))
    assert speak(code).say(Sentence(N_("“{step}” ({number})"), {"step": inner, "number": 4})) == expected


def test_braces_in_a_value() -> None:
    """People's text is put in as it stands, whatever braces it holds."""
    assert speak("da")("{file}: {reason}", file="{x}.csv", reason="100 % {count}") == "{x}.csv: 100 % {count}"


def test_sentence_as_text_is_english() -> None:
    """A sentence in a log is English."""
    assert (
        str(Sentence("Consultations from {start} to {end}", {"start": DAY, "end": DAY}))
        == "Consultations from 23 November 2026 to 23 November 2026"
    )


def test_unknown_text_and_language() -> None:
    """A text nobody has translated is said as it is; a language there isn't is an error."""
    assert speak("da")("Nobody has translated {this}", this="det") == "Nobody has translated det"
    with pytest.raises(KeyError):
        speak("sv")


@pytest.mark.parametrize(
    ("code", "parts", "expected"),
    [
        ("da", [], ""),
        ("da", ["a"], "a"),
        ("da", ["a", "b"], "a og b"),
        ("da", ["a", "b {x}", "c"], "a, b {x} og c"),
        ("en", ["a", "b", "c"], "a, b and c"),
    ],
)
def test_list(code: str, parts: list[str], expected: str) -> None:
    """Several are listed as the language does, with no comma before the last; braces in a part stay."""
    assert speak(code).listed(parts) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [("da", "23. november 2026 kl. 14.05"), ("en", "23 November 2026 at 14:05")],
)
def test_moment(code: str, expected: str) -> None:
    """A point in time is said as the clock in Denmark showed it."""
    assert speak(code).moment(datetime(2026, 11, 23, 13, 5)) == expected
