"""The five principles in words, the facts that speak to each, and proportionality: a folder each."""

from collections.abc import Mapping

from evaluation.principles.breadth import BREADTH
from evaluation.principles.definition import Indicator, Principle
from evaluation.principles.frames import FRAMES
from evaluation.principles.openness import OPENNESS
from evaluation.principles.proportionality import PROPORTIONALITY
from evaluation.principles.sufficient_time import SUFFICIENT_TIME
from evaluation.principles.timing import TIMING

PRINCIPLES: Mapping[int, Principle] = {
    principle.number: principle for principle in (FRAMES, OPENNESS, TIMING, SUFFICIENT_TIME, BREADTH)
}
INDICATORS: Mapping[str, Indicator] = {
    indicator.id: indicator
    for principle in (*PRINCIPLES.values(), PROPORTIONALITY)
    for indicator in principle.indicators
}

__all__ = ["INDICATORS", "PRINCIPLES", "PROPORTIONALITY", "Indicator", "Principle"]
