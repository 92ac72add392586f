"""Dates that no line break parts: the one place where documents and forms keep day, month and year
together.
"""

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from babel.dates import get_month_names

from language.words import LOCALES

NO_BREAK = "\u00a0"
MONTHS = sorted({name for locale in LOCALES.values() for name in get_month_names(locale=locale).values()})
DAY = rf"(?P<day>\b\d{{1,2}}\.?) (?P<month>{'|'.join(MONTHS)})\b(?: (?P<year>\d{{4}}\b))?"
DATE = re.compile(DAY, re.IGNORECASE)
RANGE = re.compile(r"(\d{2}[./]\d{2}[./]\d{4}) – (?=\d)")
"""Two short dates: the dash stays with the first one."""
Content = TypeVar("Content")


def unbroken_dates(text: str) -> str:
    """The text with spaces that don't break within its dates: 23. november 2026, 23 November 2026."""
    return RANGE.sub(rf"\1{NO_BREAK}– ", DATE.sub(_unbroken, text))


def with_unbroken_dates(content: Content) -> Content:
    """A document, a block or a tuple of them with every date in it unbroken."""
    return _mapped(content)  # type: ignore[no-any-return]


def _unbroken(date: re.Match[str]) -> str:
    return NO_BREAK.join(part for part in date.groups() if part)


def _mapped(value: Any) -> Any:
    if isinstance(value, str):
        return unbroken_dates(value)
    if isinstance(value, tuple):
        return _mapped_all(value)
    if is_dataclass(value) and not isinstance(value, type):
        values = {each.name: getattr(value, each.name) for each in fields(value)}
        return replace(value, **{name: _mapped(each) for name, each in values.items()})
    return value


def _mapped_all(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(_mapped(each) for each in values)
