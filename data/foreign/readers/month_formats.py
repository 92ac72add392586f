"""Formats that show a date's month or year alone: its day is the 1st by accident."""

import re

NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


def shows_no_day(code: str) -> bool:
    """Whether a spreadsheet's format of dates shows no day: ``mmm-yy``, ``yyyy``."""
    signs = set(NOT_SHOWN.sub("", code.split(";")[0]).lower())
    if signs & set("å0#?") and "y" not in signs and "m" not in signs:
        return False
    return bool(signs & set("myå")) and not signs & set("dhs0#?")
