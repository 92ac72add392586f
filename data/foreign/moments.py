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
TWO_DAYS = N_(
    "can be read in two ways, {day_first} or {month_first}; say whether the day or the month stands first"
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
        shown = self.needed()
        if isinstance(shown, DayOrder) and chosen in (None, shown):
            return shown
        return None


def shown_order(texts: Iterable[str]) -> ShownOrder:
    """What the texts of a column show of its order. Between points the day stands first, unless one of them
    can only have the month there.
    """
    days = {_day_part(text) for text in texts}
    pointed = any(month_first(day) and separator_of(day) == "." for day in days)
    days = {day for day in days if separator_of(day) not in ((None,) if pointed else (None, "."))}
    return ShownOrder(
        any(day_first(day) for day in days),
        any(month_first(day) is not None for day in days),
        any(two_readings(day) is not None for day in days),
    )


def read_day(text: str, order: DayOrder | None) -> date:
    """The Danish day of a date or a point in time. A clock without an offset is dropped, and so is that of a
    country beside ours: a British deadline at 23:45 is no day later here.

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


def looks_like_day(text: str) -> bool:
    """Whether a text is a date, whole or not, in any order."""
    if INCOMPLETE.fullmatch(plain_line(text)) and not plain_line(text).isdigit():
        return True
    return any(_is_day(text, order) for order in DayOrder)


def _is_day(text: str, order: DayOrder) -> bool:
    try:
        read_day(text, order)
    except (UnreadableCell, OverflowError):
        return False
    return True


def _line(text: str) -> str:
    return HOUR_ALONE.sub("", with_plain_hyphens(plain_line(text)))


def _day_part(text: str) -> str:
    line = _line(text)
    match = CLOCK.fullmatch(line)
    return match["day"] if match else line


def _day(text: str, order: DayOrder | None) -> date:
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
