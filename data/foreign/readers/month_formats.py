"""Formats that show a date's month or year alone: its day is the 1st by accident."""

import re

NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')

ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)


def shows_no_day(code: str) -> bool:
    """Whether a spreadsheet's format of dates shows no day: ``mmm-yy``, ``yyyy``."""
    if ELAPSED.search(code):
        return False
    signs = set(NOT_SHOWN.sub("", code.split(";")[0]).lower())
    return bool(signs & set("my")) and not signs & set("dhs0#?@")
