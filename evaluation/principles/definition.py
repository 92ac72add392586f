"""What a principle and an indicator are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Measure = Literal["share", "total", "median"]
Unit = Literal["share", "days", "groups", "hours"]
NormKind = Literal["at_least", "at_most", "within", "reported"]


@dataclass(frozen=True)
class Indicator:
    """A fact reckoned from consultations that speaks to one principle (None: to proportionality).

    The texts are English, for :class:`language.Words` to say: ``numerator`` tells what is counted or
    measured, ``denominator`` over which consultations, ``unknown`` which of those can't be known; each is a
    sentence of its own. ``measure`` is how many consultations (``share``), how much of a ``total`` over them,
    or the middle value (``median``). ``norm`` is a floor, a ceiling, a band (its ends are the norms ``…_min``
    and ``…_max``) or none: then it is only reported.
    """

    id: str
    principle: int | None
    label: str
    question: str
    numerator: str
    denominator: str
    unknown: str
    measure: Measure
    unit: Unit
    norm: NormKind
    source: str


@dataclass(frozen=True)
class Principle:
    """A principle explained in our words; the adopted wording itself is data (``principles.csv``).

    ``looks_for`` are the things a body looks for in its consultations. ``descriptors`` say what it would have
    seen for each step 1 to 5; proportionality has none, for it is not rated. Texts are English, for
    :class:`language.Words` to say.
    """

    number: int
    key: str
    question: str
    explanation: str
    looks_for: tuple[str, ...]
    descriptors: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    sources: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()
