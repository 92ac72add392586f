"""Registers to evaluate, as rows of exchange files: random ones, and small ones to work out by hand."""

from tests.support.scenarios.drawn import registers
from tests.support.scenarios.hand_evaluation import HAND_EVALUATION
from tests.support.scenarios.hand_made import HAND, HAND_ROUND
from tests.support.scenarios.reorganised import (
    OVERLAPPING,
    OVERLAPPING_COUNTS,
    REORGANISED,
    REORGANISED_CHANGES,
    REORGANISED_ROUND,
)
from tests.support.scenarios.rows import Records, Row

__all__ = [
    "HAND",
    "HAND_EVALUATION",
    "HAND_ROUND",
    "OVERLAPPING",
    "OVERLAPPING_COUNTS",
    "REORGANISED",
    "REORGANISED_CHANGES",
    "REORGANISED_ROUND",
    "Records",
    "Row",
    "registers",
]
