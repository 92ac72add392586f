"""Rules of the headings of a case: one short line."""

from collections.abc import Iterator

import pandas as pd

from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Rule, Violation
from language import N_, Sentence

LONGEST = 100
"""Letters that a heading has at most: more is a sentence."""


def _one_short_line(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    texts = cells["heading"].fillna("")
    reason = Sentence(N_("is no heading: it is one line of at most {most} letters"), {"most": LONGEST})
    yield Violation(texts.str.contains("\n") | (texts.str.len() > LONGEST), "heading", reason)


HEADING_RULES: tuple[Rule, ...] = (_one_short_line,)
