"""The five principles in words, the facts that speak to each, and proportionality beside them: one file
each.
"""

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

BY_SCALE: Mapping[str, Indicator] = {"hours_per_participant": INDICATORS["hours_per_participant"]}
"""The indicators that are told apart by planned scale too."""

__all__ = ["BY_SCALE", "INDICATORS", "PRINCIPLES", "PROPORTIONALITY", "Indicator", "Principle"]
