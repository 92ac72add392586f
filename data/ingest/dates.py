"""A day as people write it, in figures or in words, and what is odd about it."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from data.errors import UnreadableCell
from data.ingest.plain_text import plain_line, with_plain_hyphens
from language import N_, Sentence
from language.words import DENMARK

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
"""No record can be older or younger: such a year is a slip of the keyboard."""
USUAL_YEARS = range(1990, 2061)

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar january jan",
            "februar february feb febr",
            "marts march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sep sept",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = ("man", "tirs", "ons", "tors", "fre", "lør", "søn")
WEEKDAY = re.compile(rf"^({'|'.join(WEEKDAYS)})(?:dag)?\.?,? (?=\S)")
PROGRAM_TIME = re.compile(r"\d{4}-\d\d-\d\d[t ]\d\d:\d\d")
FIGURES = re.compile(r"(\d{1,2})([-./]) ?(\d{1,2})\2 ?(\d{4})")
CLOCK = re.compile(r"(?<=\d)(t| |, ?| kl\.? )\d{1,2}[:.]\d\d([:.]\d\d)?$")
NO_DATE = N_("is not a date; write it as 2026-11-23 or 23-11-2026")
SHORT_YEAR = re.compile(r"^(\d{1,2}[-./ ] ?(?:\d{1,2}[-./ ] ?|[a-z]+\.? ))(\d{2})$")
SPREADSHEET_BEGINS = date(1899, 12, 30)


def read_date(text: str) -> date:
    """ISO, 23-11-2026, 23.11.2026, 23/11/2026, 2026/11/23, 20261123 or 23. november 2026, with or without the
    weekday before it; and midnight of a day, in Denmark where the time has an offset.

    Raises :class:`UnreadableCell`.
    """
    words = _plain(text)
    if PROGRAM_TIME.match(words):
        return _day_of_time(words)
    year, month, day = _parts(words)
    try:
        result = date(year, month, day)
    except ValueError:
        raise UnreadableCell(N_("is a date that does not exist")) from None
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise UnreadableCell(N_("lies in a year that can't be meant; look for a typing error in the year"))
    return result


def read_typed_date(text: str) -> date:
    """A day as it is typed into a field that shows how it was read: also with two figures for a year of this
    century (24-3-27). Files don't get this: there, 24-3-27 could be a day in 2024. Raises
    :class:`UnreadableCell`.
    """
    return read_date(SHORT_YEAR.sub(r"\g<1>20\2", _plain(text)))


def odd_date(text: str) -> Iterator[Sentence]:
    """What should be told of a cell that :func:`read_date` can read: a weekday that is another one, a year
    far away.
    """
    day = read_date(text)
    weekday = WEEKDAY.match(_lined(text))
    if weekday and WEEKDAYS[day.weekday()] != weekday[1]:
        yield Sentence(N_("names another weekday than that date has; check the date"))
    if day.year not in USUAL_YEARS:
        yield Sentence(N_("lies far from our time; check the year"))


def _lined(text: str) -> str:
    return " ".join(with_plain_hyphens(plain_line(text)).lower().split())


def _plain(text: str) -> str:
    """The text without weekday, article and midnight."""
    words = re.sub(r"^(d\. ?|den )", "", WEEKDAY.sub("", _lined(text)))
    words = re.sub(r"(?<=\d)(t| |, ?| kl\.? )0?0[:.]00([:.]00([.,]0+)?)?$", "", words)
    return re.sub(r"^(\d{8})\.0$", r"\1", words)


def _day_of_time(words: str) -> date:
    """The day that begins at a program's point in time, in Denmark or in UTC. Raises :class:`UnreadableCell`
    for any other time of day.
    """
    try:
        moment = datetime.fromisoformat(words.upper())
        local = moment.astimezone(DENMARK) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        raise _no_date(words) from None
    is_midnight_utc = moment.tzinfo and moment.astimezone(UTC).time() == time()
    if local.time() != time() and not is_midnight_utc:
        raise _with_clock(local.date())
    return local.date()


def _with_clock(day: date) -> UnreadableCell:
    return UnreadableCell(
        N_("holds a time of day; write the day alone, {iso} if that is the day in Denmark"),
        iso=day.isoformat(),
    )


def _with_clock_of(words: str) -> UnreadableCell:
    """How to write a text that is a day and a time of day; what is no day then is none at all."""
    try:
        year, month, day = _parts(CLOCK.sub("", words))
        return _with_clock(date(year, month, day))
    except (UnreadableCell, ValueError):
        return UnreadableCell(NO_DATE)


def month_first(text: str) -> date | None:
    """The day of a text in which the month can only stand first (03/14/2024); None for any other text."""
    match = FIGURES.fullmatch(_plain(text))
    if match is None or int(match[3]) <= 12:
        return None
    return _existing(int(match[4]), int(match[1]), int(match[3]))


def separator_of(text: str) -> str | None:
    """What stands between the figures of a date that ends with its year; None for any other text."""
    match = FIGURES.fullmatch(_plain(text))
    return match[2] if match else None


def day_first(text: str) -> bool:
    """Whether the day can only stand first, as in 14/03/2024."""
    match = FIGURES.fullmatch(_plain(text))
    return match is not None and int(match[1]) > 12


def two_readings(text: str) -> tuple[date, date] | None:
    """The two days that 03/04/2024 can be: day first, and month first. None where there is one alone."""
    match = FIGURES.fullmatch(_plain(text))
    if match is None or match[1].zfill(2) == match[3].zfill(2):
        return None
    year, first, second = int(match[4]), int(match[1]), int(match[3])
    usual, other = _existing(year, second, first), _existing(year, first, second)
    return (usual, other) if usual and other else None


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _parts(words: str) -> tuple[int, int, int]:
    if match := re.fullmatch(r"(\d{4})([-/]?)(\d{2})\2(\d{2})|(\d{4})([-/])(\d{1,2})\6(\d{1,2})", words):
        year, month, day = (match[1], match[3], match[4]) if match[1] else (match[5], match[7], match[8])
        return int(year), int(month), int(day)
    if match := re.fullmatch(r"(\d{1,2})[-./] ?(\d{1,2})[-./] ?(\d{4})", words):
        return int(match[3]), int(match[2]), int(match[1])
    match = re.fullmatch(r"(\d{1,2})(?:\. ?| )([a-z]+)\.? (\d{4})", words)
    if match and match[2] in MONTHS:
        return int(match[3]), MONTHS[match[2]], int(match[1])
    raise _no_date(words)


def _no_date(words: str) -> UnreadableCell:
    """What a text that is no date can be instead, and how to write it."""
    if re.fullmatch(r"[2-6]\d{4}([.,]\d+)?", words):
        day = SPREADSHEET_BEGINS + timedelta(days=int(words[:5]))
        return UnreadableCell(
            N_(
                "is a spreadsheet's number of a day, probably {day}; write {iso}, or format the column as"
                " dates and save again"
            ),
            day=day,
            iso=day.isoformat(),
        )
    if CLOCK.search(words):
        return _with_clock_of(words)
    if re.fullmatch(r"(19|20)\d{2}", words):
        return UnreadableCell(
            N_("is only a year; write the whole date, or leave the cell empty and name the year in a text")
        )
    return UnreadableCell(NO_DATE)
