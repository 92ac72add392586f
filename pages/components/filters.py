"""Filters of a whole page: kept in its link, written out in words on it, and on every chart that leaves
it.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import streamlit as st

from data import queries
from data.models import Assessment
from data.queries.selection import Selection
from evaluation.scales import LEVELS, SCALES
from language import N_, Words
from pages import session


@dataclass(frozen=True)
class Filters:
    """What a page is limited to; an empty text means everything. ``period`` is a year (``2024``) or a
    quarter (``2024-Q3``).
    """

    level: str = ""
    centre: str = ""
    committee: str = ""
    method: str = ""
    scale: str = ""
    period: str = ""

    def narrow(self, selection: Selection) -> Selection:
        """Those of a selection that fit, of the part of its period that is chosen."""
        first, last = days(self.period) if self.period else (date.min, date.max)
        return replace(
            selection,
            period_from=max(first, selection.period_from),
            period_to=min(last, selection.period_to),
            carried_days=tuple(day for day in selection.carried_days if first <= day <= last),
            centre=self.centre or None,
            committee=self.committee or None,
            scale=self.scale or None,
            method=self.method or None,
        )

    def fits(self, assessment: Assessment) -> bool:
        """Whether an assessment is of the level and the body chosen."""
        body = self.centre or self.committee
        return (not self.level or assessment.level == self.level) and (
            not body or assessment.body in (self.centre, self.committee)
        )

    @property
    def limits_words(self) -> bool:
        """Whether some assessments are left out: filters of consultations alone leave out none."""
        return bool(self.level or self.centre or self.committee)

    def in_words(self, words: Words) -> str | None:
        """The filters as a page and a chart say them; None where nothing is left out."""
        names = queries.bodies.names(session.store())
        parts = (
            words(LEVELS[self.level]) if self.level else "",
            names.get(self.centre, ""),
            names.get(self.committee, ""),
            self.method,
            words("scale: {scale}", scale=words(SCALES[self.scale]).lower()) if self.scale else "",
            period_in_words(self.period, words),
        )
        return " · ".join(part for part in parts if part) or None


ALL = ("level", "centre", "committee", "method", "scale", "period")
OF_CONSULTATIONS = ALL[1:]
LABELS = {
    "level": N_("Level"),
    "centre": N_("Centre"),
    "committee": N_("Committee"),
    "method": N_("Method"),
    "scale": N_("Scale"),
    "period": N_("Period"),
}


def choose_filters(
    period_from: date, period_to: date, words: Words, *, only: Collection[str] = ALL
) -> Filters:
    """The filters of this page, folded away; what is chosen stands in words under them. ``only`` those
    that mean something here.
    """
    by_level = queries.bodies.keys_by_level(session.store())
    options = {
        "level": list(LEVELS),
        "centre": by_level["centre"],
        "committee": by_level["committee"],
        "method": queries.consultations.methods(session.store()),
        "scale": list(SCALES),
        "period": periods(period_from, period_to),
    }
    choices = {name: ["", *options[name]] for name in only if options[name]}
    in_words = {name: _or_all(_speak(name, words), words) for name in choices}
    return _choose(choices, in_words, words)


def filters_in_link(choices: Mapping[str, Collection[str]]) -> Filters:
    """What the address says, by filter one of its choices."""
    return Filters(**{name: session.choice_in_link(name, list(keys), "") for name, keys in choices.items()})


def choose_counted(counts: Mapping[str, Mapping[str, int]], words: Words) -> Filters:
    """The same, where each choice says how many it leaves (``""`` is all); what leaves none is no choice,
    unless it is the one in the address.
    """
    chosen = filters_in_link(counts)
    choices = {
        name: [key for key, count in by_key.items() if count or key in ("", getattr(chosen, name))]
        for name, by_key in counts.items()
        if len(by_key) > 1
    }
    in_words = {name: _with_count(name, counts[name], words) for name in choices}
    return _choose(choices, in_words, words)


def _choose(
    choices: Mapping[str, list[str]], in_words: Mapping[str, Callable[[str], str]], words: Words
) -> Filters:
    text = filters_in_link(choices).in_words(words)
    with session.fold(words("Filters"), "filters", icon=":material/filter_alt:"):
        columns = st.columns(3)
        values = {}
        for place, (name, keys) in enumerate(choices.items()):
            with columns[place % 3]:
                values[name] = session.choose(
                    name, keys, "", label=words(LABELS[name]), in_words=in_words[name]
                )
        if text:
            st.button(
                words("Remove all filters"),
                icon=":material/filter_alt_off:",
                on_click=_remove,
                args=(tuple(values),),
            )
    if text:
        st.markdown(f":material/filter_alt: {session.plain(words('Limited to: {filters}', filters=text))}")
    return Filters(**values)


def _speak(name: str, words: Words) -> Callable[[str], str]:
    """How the choices of a filter are said."""
    if name in ("centre", "committee"):
        names = queries.bodies.names(session.store())
        return lambda key: names.get(key, key)
    labels = {"level": LEVELS, "scale": SCALES}
    if name in labels:
        return lambda key: words(labels[name][key])
    return (lambda key: period_in_words(key, words)) if name == "period" else str


def _with_count(name: str, counts: Mapping[str, int], words: Words) -> Callable[[str], str]:
    speak = _or_all(_speak(name, words), words)
    return lambda key: f"{speak(key)} ({words.number(counts[key])})"


def _or_all(speak: Callable[[str], str], words: Words) -> Callable[[str], str]:
    return lambda key: speak(key) if key else words("All")


def _remove(names: tuple[str, ...]) -> None:
    for name in names:
        session.keep_in_link(name, "")


def periods(period_from: date, period_to: date) -> list[str]:
    """The years and quarters that lie in a period, in order."""
    keys = []
    for year in range(period_from.year, period_to.year + 1):
        for key in (str(year), *(f"{year}-Q{quarter}" for quarter in (1, 2, 3, 4))):
            first, last = days(key)
            if last >= period_from and first <= period_to:
                keys.append(key)
    return keys


def days(period: str) -> tuple[date, date]:
    """First and last day of ``2024`` or ``2024-Q3``."""
    year, _, quarter = period.partition("-Q")
    first_month, months = (3 * int(quarter) - 2, 3) if quarter else (1, 12)
    after = date(int(year) + (first_month + months > 12), (first_month + months - 1) % 12 + 1, 1)
    return date(int(year), first_month, 1), after - timedelta(days=1)


def period_in_words(period: str, words: Words) -> str:
    """``2024`` or ``3. kvartal 2024``."""
    year, _, quarter = period.partition("-Q")
    return words("quarter {quarter} of {year}", quarter=quarter, year=year) if quarter else year
