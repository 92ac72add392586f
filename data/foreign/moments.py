"""Days as other systems write them: points in time with an offset, clocks, figures with the day or the month
first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from data.errors import UnreadableCell
from data.foreign.profile import DayOrder
from data.ingest.dates import day_first, month_first, read_date, separator_of, two_readings
from data.ingest.plain_text import plain_line, with_plain_hyphens
from language import N_
from language.words import DENMARK

CLOCK = re.compile(
    r"(?P<day>.*?\d)(?:t|,? +(?:kl\.? ?)?|,? ?kl\.? ?)"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.]\d\d(?:[.,]\d+)?)?(?P<half> ?[ap]\.?m\.?)?"
    r" ?(?P<zone>z|utc|gmt|cet|cest|[+-]\d\d(?::?\d\d)?)?",
    re.IGNORECASE,
)
HOUR_ALONE = re.compile(r",? +kl\.? ?\d{1,2}$", re.IGNORECASE)
INCOMPLETE = re.compile(
    r"(19|20)\d\d(\.0)?|(19|20)\d\d[-/.](0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])[-/.](19|20)\d\d"
    r"|[a-zæøå]+\.? (19|20)\d\d|(19|20)\d\d ?[-/]? ?[qk][1-4]|[qk]?[1-4]\.? ?(kvartal)? ?(19|20)\d\d"
    r"|uge \d{1,2}.*|(forår|sommer|efterår|vinter)\w* (19|20)\d\d",
    re.IGNORECASE,
)
BETWEEN_DAYS = re.compile(r" ?(?:-| til og med | t\.?o\.?m\.? | til | to ) ?", re.IGNORECASE)
BEFORE_PERIOD = re.compile(r"^(?:fra|from|perioden|i perioden) (?:den )?", re.IGNORECASE)
SPACED_YEAR = re.compile(r"^(\d{1,2})([./])(\d{1,2})[. ] ?(\d{4})$")
WITHOUT_YEAR = re.compile(r"\d{1,2}(?:(?P<mark>[./])\d{1,2}\.?|\. ?[a-zæøå]+\.?)", re.IGNORECASE)
LONGEST_PERIOD = 80
SHORT_YEAR = re.compile(r"(\d{1,2}[-./] ?\d{1,2}[-./] ?)(\d\d)")
SHAPE = re.compile(r"\d{1,2}([-./]) ?\d{1,2}\1 ?(\d{4}|\d\d)|\d{4}([-./])\d{1,2}\3\d{1,2}")
"""Figures that were meant as a day, though there may be no such day."""
TWO_DAYS = N_(
    "can be read in two ways, {day_first} or {month_first}; say whether the day or the month stands first"
)
YEAR_OF_TWO = N_(
    "has a year of two figures; say whether the day or the month stands first, or write the year with four"
)
NOT_WHOLE = N_("is not a whole date; a day needs year, month and day")
OTHER_ORDER = N_("has the month first, and the dates of this file have the day first; write {iso}")


@dataclass(frozen=True)
class ShownOrder:
    """What the dates of a column show: some that can only have the day first, or only the month, and some
    that can be read both ways.
    """

    day_first: bool = False
    month_first: bool = False
    ambiguous: bool = False

    def needed(self) -> DayOrder | None | bool:
        """The order that the column shows; False where a person must say, None where no date needs one."""
        if self.day_first == self.month_first:
            return False if self.ambiguous else None
        return DayOrder.DAY_FIRST if self.day_first else DayOrder.MONTH_FIRST

    def order(self, chosen: DayOrder | None) -> DayOrder | None:
        """The order to read the column by; None where what was chosen and what it shows contradict."""
        if not self.day_first and not self.month_first:
            return chosen
        order_in_dates = self.needed()
        if isinstance(order_in_dates, DayOrder) and chosen in (None, order_in_dates):
            return order_in_dates
        return None


def shown_order(texts: Iterable[str]) -> ShownOrder:
    """What the texts of a column show of its order. Between points the day stands first, unless one of them
    can only have the month there. A year of two figures shows nothing: 24-3-27 may begin with it.
    """
    days = {_day_part(piece) for text in texts for piece in (text, *_pieces(text))}
    has_short_years = any(SHORT_YEAR.fullmatch(day) for day in days)
    pointed = any(month_first(day) and separator_of(day) == "." for day in days)
    days = {day for day in days if separator_of(day) not in ((None,) if pointed else (None, "."))}
    return ShownOrder(
        any(day_first(day) for day in days),
        any(month_first(day) is not None for day in days),
        has_short_years or any(two_readings(day) is not None for day in days),
    )


def read_day(text: str, order: DayOrder | None) -> date:
    """The Danish day of a date or a point in time. A clock without an offset is dropped, and so is that of a
    country beside ours: a British deadline at 23:45 is no day later here. With an order, a year of two
    figures is one of this century.

    Raises :class:`UnreadableCell` for what is no whole date, and where a date can be read in two ways and no
    order says how.
    """
    line = _line(text)
    if INCOMPLETE.fullmatch(line):
        raise UnreadableCell(NOT_WHOLE)
    match = CLOCK.fullmatch(line)
    if match is None:
        return _day(line, order)
    clock = _clock(match)
    if clock is None:
        return _day(line, order)
    zone, day = _zone(match["zone"]), _day(match["day"], order)
    return day if zone is None else _danish_day(datetime.combine(day, clock, zone))


def _danish_day(moment: datetime) -> date:
    """The day as it is written where its offset is that of a clock near ours; of UTC the day in Denmark."""
    local = moment.astimezone(DENMARK)
    offsets = (moment.utcoffset() or timedelta(), local.utcoffset() or timedelta())
    is_near = offsets[0] != timedelta() and abs(offsets[0] - offsets[1]) <= timedelta(hours=1)
    return moment.date() if is_near else local.date()


def read_period(text: str, order: DayOrder | None) -> tuple[date, date] | None:
    """The first and the last day of a text that names both (“1. februar - 29. marts 2027”); None for any
    other text. The first may lack its year where it lies before the last in the same year.

    Raises :class:`UnreadableCell` where it can be read in two ways, and no order says how.
    """
    if order is not None or (period := _period(text, None)):
        return _period(text, order) if order is not None else period
    readings = [period for each in DayOrder if (period := _period(text, each))]
    if len(readings) > 1 and readings[0] != readings[1]:
        raise UnreadableCell(
            TWO_DAYS, day_first=readings[0][0].isoformat(), month_first=readings[1][0].isoformat()
        )
    return readings[0] if readings else None


def _period(text: str, order: DayOrder | None) -> tuple[date, date] | None:
    line = BEFORE_PERIOD.sub("", _line(text))
    for match in BETWEEN_DAYS.finditer(line) if len(line) <= LONGEST_PERIOD else ():
        ends = SPACED_YEAR.sub(r"\1\2\3\2\4", line[match.end() :])
        last = _or_none(ends, order)
        if last is None or (order is DayOrder.MONTH_FIRST and day_first(ends)):
            continue
        begins = line[: match.start()]
        first = _or_none(begins, order)
        if first is None and (year := WITHOUT_YEAR.fullmatch(begins)):
            first = _or_none(f"{begins.rstrip('. ')}{year['mark'] or ' '}{last.year}", order)
        if first is not None and first <= last:
            return first, last
    return None


def looks_like_day(text: str) -> bool:
    """Whether a text is meant as a date, whole or not, in any order."""
    if SHAPE.fullmatch(_line(text)):
        return True
    if INCOMPLETE.fullmatch(plain_line(text)) and not plain_line(text).isdigit():
        return True
    return any(_or_none(text, order) is not None for order in DayOrder)


def _or_none(text: str, order: DayOrder | None) -> date | None:
    try:
        return read_day(text, order)
    except (UnreadableCell, OverflowError):
        return None


def _line(text: str) -> str:
    return HOUR_ALONE.sub("", with_plain_hyphens(plain_line(text)))


def _pieces(text: str) -> list[str]:
    """What stands on both sides of the hyphens and words of a period."""
    return BETWEEN_DAYS.split(_line(text)) if len(text) <= LONGEST_PERIOD else []


def _day_part(text: str) -> str:
    line = _line(text)
    match = CLOCK.fullmatch(line)
    return match["day"] if match else line


def _day(text: str, order: DayOrder | None) -> date:
    if short := SHORT_YEAR.fullmatch(text):
        if order is None:
            raise UnreadableCell(YEAR_OF_TWO)
        text = f"{short[1]}20{short[2]}"
    readings = two_readings(text)
    if other := month_first(text):
        if order is DayOrder.DAY_FIRST:
            raise UnreadableCell(OTHER_ORDER, iso=other.isoformat())
        return other
    if readings is None or separator_of(text) == "." and order is None:
        return read_date(text)
    if order is None:
        raise UnreadableCell(TWO_DAYS, day_first=readings[0].isoformat(), month_first=readings[1].isoformat())
    return readings[0] if order is DayOrder.DAY_FIRST else readings[1]


def _clock(match: re.Match[str]) -> time | None:
    """The time of day; None where there is no such time."""
    hour, minute, half = (
        int(match["hour"]),
        int(match["minute"] or 0),
        (match["half"] or "").strip(" .").lower(),
    )
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _zone(text: str | None) -> timezone | None:
    """The offset that a time is given with; None for the local clock."""
    name = (text or "").lower()
    if name in ("", "cet", "cest"):
        return None
    if name in ("z", "utc", "gmt"):
        return UTC
    hours, minutes = int(name[1:3]), int(name[3:].strip(":") or 0)
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if name.startswith("-") else offset) if offset < timedelta(hours=24) else UTC
