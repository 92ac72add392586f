"""Rules of conclusions."""

from collections.abc import Iterator

import pandas as pd

from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Rule, Violation, filled
from language import N_, Sentence


def _override(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    has_override = filled(cells, "verdict_override")
    yield Violation(
        has_override & ~filled(cells, "override_reason"),
        "override_reason",
        Sentence(N_("is empty: a verdict that differs from the proposed one needs a reason")),
    )
    condition = has_override & (cells["principle"] == "proportionality")
    yield Violation(
        condition,
        "verdict_override",
        Sentence(N_("has no place here: proportionality is a condition without a verdict of its own")),
    )


CONCLUSION_RULES: tuple[Rule, ...] = (_override,)
