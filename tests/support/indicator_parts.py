"""What belongs to an indicator, and which of it is missing."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields

from evaluation.principles import Indicator
from evaluation.principles.reasons import Reasons
from language import Sentence

ENDS = {"at_least": ("",), "at_most": ("",), "reported": ()}
"""What follows the indicator's name in the names of its norms."""


@dataclass(frozen=True)
class Parts:
    """All that indicators are made of: ``indicators`` by the name of their module, ``selects`` by file name,
    ``norms`` with their unit, and ``danish`` the texts that have a translation.
    """

    indicators: Mapping[str, Indicator]
    selects: Collection[str]
    norms: Mapping[str, str]
    danish: Collection[str]


def missing_parts(parts: Parts) -> list[str]:
    """A sentence for each part that an indicator lacks."""
    lone = sorted(set(parts.selects) - parts.indicators.keys())
    modules = [f"{name}: no module of this name in evaluation/principles/<principle>/" for name in lone]
    return modules + [
        f"{name}: {lack}" for name, each in parts.indicators.items() for lack in _lacks(name, each, parts)
    ]


def _lacks(name: str, indicator: Indicator, parts: Parts) -> Iterator[str]:
    if indicator.id != name:
        yield f"its id is {indicator.id}, not the name of its module"
    if name not in parts.selects:
        yield f"no select data/queries/indicators/{name}.sql"
    for norm in (name + end for end in ENDS[indicator.norm]):
        if parts.norms.get(norm) != indicator.unit:
            yield f"no row of the norm {norm} with the unit {indicator.unit} in data/seed/reference/norms.csv"
        if norm not in indicator.norm_labels:
            yield f"no label of the norm {norm} in norm_labels"
    yield from _lacking_limits(indicator, parts)
    if indicator.norm != "reported" and indicator.missed is None:
        yield "nothing is asked where its norm is missed"
    if not (indicator.reasons.known or indicator.reasons.met):
        yield "no reason why one consultation meets or misses it"
    for text in texts(indicator):
        if text not in parts.danish:
            yield f"no Danish in language/catalogues/da.po of “{text}”"


def _lacking_limits(indicator: Indicator, parts: Parts) -> Iterator[str]:
    for limit in indicator.limits:
        if limit not in parts.norms:
            yield f"no row of its limit {limit} in data/seed/reference/norms.csv"
        if limit not in indicator.norm_labels:
            yield f"no label of the norm {limit} in norm_labels"


def texts(indicator: Indicator) -> Iterator[str]:
    """Every text of an indicator that a person reads."""
    yield from (indicator.label, indicator.question, indicator.source)
    yield from (indicator.numerator, indicator.denominator, indicator.unknown)
    yield from indicator.norm_labels.values()
    for each in fields(Reasons):
        yield from (reason.text for reason in getattr(indicator.reasons, each.name))
    for question in (indicator.missed,):
        if question:
            yield question.text.text if isinstance(question.text, Sentence) else question.text
            yield from (question.lone,) if question.lone else ()
    if indicator.scope:
        yield from (indicator.scope.only_one, indicator.scope.all_of_them, indicator.scope.some)
