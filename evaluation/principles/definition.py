from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Indicator:
    id: str
    principle: int | None
    label: str
    question: str
    numerator: str
    denominator: str
    unknown: str
    measure: str
    unit: str
    at_least: bool
    source: str


@dataclass(frozen=True)
class Principle:
    number: int
    key: str
    question: str
    explanation: str
    looks_for: tuple[str, ...]
    descriptors: Mapping[int, str]
    sources: tuple[str, ...]
    indicators: tuple[Indicator, ...]
