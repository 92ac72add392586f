"""The two languages, and a text together with the values it speaks of."""

import gettext
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from babel.core import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

LANGUAGES: Mapping[str, str] = {"da": "Dansk", "en": "English"}
DEFAULT = "da"
"""The language of who has chosen none."""
LOCALES: Mapping[str, str] = {"da": "da_DK", "en": "en_GB"}
DENMARK = ZoneInfo("Europe/Copenhagen")
DANISH = Path(__file__).parent / "catalogues" / "da.po"


def local_time(moment: datetime) -> datetime:
    """A moment that is kept in UTC, by the clock in Denmark."""
    return moment.replace(tzinfo=UTC).astimezone(DENMARK)


def start_of_day(day: date) -> datetime:
    """The moment at which a Danish day begins, in UTC."""
    return datetime.combine(day, time.min, DENMARK).astimezone(UTC).replace(tzinfo=None)


def local_day(moment: datetime) -> date:
    """The Danish day of a moment that is kept in UTC."""
    return local_time(moment).date()


def N_(text: str) -> str:
    """Mark a text for translation where it is defined; it is translated where it is said."""
    return text


@dataclass(frozen=True)
class Share:
    """A share from 0 to 1, to be said in per cent with so many decimals at most."""

    value: float
    decimals: int = 0


@dataclass(frozen=True)
class Sentence:
    """An English text with ``{names}`` and the values to put there, not yet said in any language.

    ``plural`` and ``count`` go together: the plural text, and the number that decides which of the two is
    said. A value that is itself a :class:`Sentence` is said in the same language; a date is written as the
    language does, a datetime (in UTC) by the clock in Denmark, a :class:`Share` in per cent, and a tuple as a
    list: "one, two and three".
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    plural: str | None = None
    count: int = 1

    def __str__(self) -> str:
        return speak("en").say(self)


class Words:
    """One language: its texts, numbers and dates."""

    def __init__(self, code: str, catalogue: gettext.NullTranslations) -> None:
        self.code = code
        self.locale = LOCALES[code]
        self._catalogue = catalogue

    def __call__(self, text: str, /, **values: object) -> str:
        """The text in this language, with its values."""
        return self.say(Sentence(text, values))

    def many(self, singular: str, plural: str, count: int, /, **values: object) -> str:
        """The text in the form that ``count`` asks for; ``{count}`` is among its values."""
        return self.say(Sentence(singular, values, plural, count))

    def say(self, sentence: Sentence) -> str:
        """A sentence in this language."""
        if sentence.plural is None:
            text = self._catalogue.gettext(sentence.text) if sentence.text else ""
        else:
            text = self._catalogue.ngettext(sentence.text, sentence.plural, sentence.count)
        if "{" not in text:
            return text
        values = {name: self._value(value) for name, value in sentence.values.items()}
        return text.format_map(
            {"count": self.number(sentence.count), **values} if sentence.plural else values
        )

    def _value(self, value: object) -> object:
        match value:
            case Sentence():
                return self.say(value)
            case Share():
                return self.percent(value.value, value.decimals)
            case tuple():
                return self.listed([str(self._value(each)) for each in value])
            case datetime():
                return self.moment(value)
            case date():
                return self.date(value)
            case bool():
                return self("yes") if value else self("no")
            case int() | float():
                return self.number(value)
            case _:
                return value

    def number(self, value: float | int, decimals: int = 1) -> str:
        """A number as the language writes it, with at most ``decimals`` decimals: 1.234,5 in Danish."""
        return _number(round(value, decimals), decimals, self.locale)

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share from 0 to 1 in per cent, with at most so many decimals."""
        whole = str(Locale.parse(self.locale).percent_formats[None].pattern)
        pattern = whole.replace("0", "0." + "#" * decimals) if decimals else whole
        return format_percent(Decimal(str(share)), format=pattern, locale=self.locale)

    def date(self, day: date | None, length: Literal["long", "short"] = "long") -> str:
        """A date in words, as 23. november 2026; an empty text where there is none. ``short`` gives
        23.11.2026.
        """
        return "" if day is None else format_date(day, length, locale=self.locale)

    def iso_date(self, text: str) -> str:
        """A stored date (2026-11-23) in words; any other text as it is."""
        try:
            return self.date(date.fromisoformat(text[:10]))
        except ValueError:
            return text

    def moment(self, at: datetime) -> str:
        """A point in time, given in UTC, as the clock in Denmark showed it: 23. november 2026 kl. 14.30."""
        local = local_time(at)
        time = format_time(local, "short", tzinfo=DENMARK, locale=self.locale)
        return self("{day} at {time}", day=self.date(local.date()), time=time)

    def listed(self, parts: Sequence[str]) -> str:
        """``one, two and three``; an empty text where there is nothing to list."""
        return format_list(parts, locale=self.locale)

    def share_of(self, part: int, total: int) -> str:
        """``7 af 9``: a count and what it is out of."""
        return self("{known} of {total}", known=part, total=total)


@lru_cache(maxsize=4096)
def _number(value: float | int, decimals: int, locale: str) -> str:
    return format_decimal(value, format="#,##0." + "#" * decimals, locale=locale)


@cache
def speak(code: str) -> Words:
    """The words of a language (``da`` or ``en``). Raises KeyError for any other."""
    locale = LOCALES[code]
    if code == "en":
        return Words(code, gettext.NullTranslations())  # the code holds the English
    # Compiled here, once a process and in about 0.04 s for 1,300 texts: no compiled file that can be older
    # than the texts, that lies in git, or that a read-only installation has to write.
    with DANISH.open("rb") as source:
        catalogue = read_po(source, locale=locale)
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    buffer.seek(0)
    return Words(code, gettext.GNUTranslations(buffer))
