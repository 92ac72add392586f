"""What a principle and an indicator are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Measure = Literal["share", "median"]
Unit = Literal["share", "days", "groups"]


@dataclass(frozen=True)
class Indicator:
    """A fact reckoned from consultations that speaks to one principle (None: to proportionality).

    The texts are English, for :class:`language.Words` to say: ``numerator`` tells what is counted or measured,
    ``denominator`` over which consultations, ``unknown`` which of those can't be known; each is a sentence of its own.
    ``at_least`` is whether the norm is a floor; otherwise it is a ceiling.
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
    at_least: bool
    source: str


@dataclass(frozen=True)
class Principle:
    """A principle explained in our words; the adopted wording itself is data (``principles.csv``).

    ``looks_for`` are the things a body looks for in its consultations. ``descriptors`` say what it would have seen for
    each step 1 to 5; proportionality has none, for it is not rated. Texts are English, for :class:`language.Words` to say.
    """

    number: int
    key: str
    question: str
    explanation: str
    looks_for: tuple[str, ...]
    descriptors: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    sources: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()
