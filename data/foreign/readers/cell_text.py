"""A typed cell as text, in the one form that :mod:`data.foreign.sheet` tells."""

import re
from datetime import date, datetime, time, timedelta

FOR_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
SURROGATES = re.compile("[\ud800-\udfff]")
MOST_EXACT = 1e15
"""A spreadsheet keeps fifteen digits of a number."""


def cell_text(value: object) -> str:
    """A day without its midnight, a whole number without decimals, a truth as yes or no."""
    if isinstance(value, str):
        return SURROGATES.sub("\ufffd", value) if not value.isascii() else value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number_text(value)
    return _time_text(value)


def number_text(value: float) -> str:
    """12.345 becomes 12.3450: with three decimals it could be read as thousands."""
    if isinstance(value, int) or (value.is_integer() and abs(value) < 1e21):
        return str(int(value)) if abs(value) < MOST_EXACT else f"{value:.0f}"
    text = f"{value:.15g}"
    return f"{text}0" if FOR_THOUSANDS.fullmatch(text) else text


def _time_text(value: object) -> str:
    match value:
        case datetime():
            whole = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
            return whole.date().isoformat() if whole.time() == time() else whole.isoformat(" ")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("seconds" if value.second else "minutes")
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            clock = f"{minutes // 60}:{minutes % 60:02}"
            return f"{clock}:{seconds:02}" if seconds else clock
    return str(value)
