"""What a principle and an indicator are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Literal

from data.queries.indicator_counts import Measure
from evaluation.principles.reasons import Reasons
from evaluation.principles.scopes import Scope
from language import Sentence

Unit = Literal["share", "days", "groups", "hours"]
NormKind = Literal["at_least", "at_most", "reported"]


@dataclass(frozen=True)
class MissQuestion:
    """What a missed norm gives to talk about, in a body's discussion paper.

    The braces that ``text`` may have: of a share of consultations {scope}; of a middle value {value}, {known}
    and {norm}; of a share of a total {total}, in a sentence with a plural for those that lack. ``lone`` is
    said where only one case is known, for then nothing is in the middle. ``amounts`` are further braces: the
    norm whose value stands there, and its unit.
    """

    text: str | Sentence
    lone: str = ""
    amounts: Mapping[str, tuple[str, Unit]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Indicator:
    """A fact reckoned from consultations that speaks to one principle (None: to proportionality).

    ``id`` is also the name of this indicator's module, of its select in ``data/queries/indicators`` and of
    its norm; ``position`` its place among those of its principle. The texts are English, for
    :class:`language.Words` to say: ``numerator`` tells what is counted or measured, ``denominator`` over
    which consultations, ``unknown`` which of those can't be known; each is a sentence of its own. ``measure``
    is how many consultations (``share``), how much of a ``total`` over them, or the middle value
    (``median``). ``norm`` is a floor, a ceiling or none: then it is only reported. ``limits`` are the norms
    that a single consultation is held against, one or the two ends of a band. ``norm_labels`` name its norm
    and every other that it alone reads.

    ``missed`` is asked where the norm is missed; ``scope`` says which consultations a share is of, where that
    is not all. ``by_scale``: told by planned scale too. ``tells_silence``: centres that record nothing of
    this are named, and its select has columns ``centre`` and ``recorded``. ``reasons`` say why one
    consultation stands as it does.
    """

    id: str
    principle: int | None
    position: int
    label: str
    question: str
    numerator: str
    denominator: str
    unknown: str
    measure: Measure
    unit: Unit
    norm: NormKind
    source: str
    norm_labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    missed: MissQuestion | None = None
    scope: Scope | None = None
    by_scale: bool = False
    limits: tuple[str, ...] = ()
    tells_silence: bool = False
    reasons: Reasons = Reasons()


@dataclass(frozen=True)
class Principle:
    """A principle explained in our words; the adopted wording itself is data (``principles.csv``).

    ``participant_question`` is what participants are asked about their own experience; proportionality asks
    none. ``looks_for`` are the things a body looks for in its consultations. ``descriptors`` say what it
    would have seen for each step 1 to 5; proportionality has none, for it is not rated. Texts are English,
    for :class:`language.Words` to say.
    """

    number: int
    key: str
    question: str
    explanation: str
    looks_for: tuple[str, ...]
    participant_question: str = ""
    descriptors: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    sources: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()


def indicators_in(package: str, folder: Iterable[str]) -> tuple[Indicator, ...]:
    """The indicators of a principle: ``INDICATOR`` of every module in its folder, by position."""
    modules = (import_module(f"{package}.{module.name}") for module in iter_modules(folder))
    indicators: list[Indicator] = [module.INDICATOR for module in modules]
    return tuple(sorted(indicators, key=lambda indicator: (indicator.position, indicator.id)))
