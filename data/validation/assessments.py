"""Rules of assessments."""

from collections.abc import Iterator

import pandas as pd

from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Rule, Violation, cell, filled
from language import N_, Sentence


def _assessment_rating(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    both = filled(cells, "rating") & (cell(cells, "not_assessable") == "yes")
    yield Violation(both, "rating", Sentence(N_("stands beside “cannot be judged”; choose one of the two")))
    is_submitted = cell(cells, "status") == "submitted"
    has_step = filled(cells, "rating") | (cell(cells, "not_assessable") == "yes")
    no_step = Sentence(
        N_(
            "is empty: a submitted assessment needs a step from 1 to 5, or yes in not_assessable; write one"
            " of them, or keep the assessment as a draft"
        )
    )
    yield Violation(is_submitted & ~has_step, "rating", no_step)
    reason = Sentence(
        N_(
            "is empty: a submitted assessment needs its reason in words; write it, or keep the assessment as"
            " a draft"
        )
    )
    yield Violation(is_submitted & ~filled(cells, "justification"), "justification", reason)


def _assessment_body(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    pairs = zip(cells["round"], cells["body"], strict=True)
    is_known = cells["round"].isin(snapshot.keys_of("rounds")) & cells["body"].isin(
        snapshot.keys_of("bodies")
    )
    absent = pd.Series([pair not in snapshot.expected for pair in pairs], index=cells.index) & is_known
    reason = Sentence(
        N_("does not exist on the day the round opens: its words are kept, but it is not counted")
    )
    yield Violation(absent, "body", reason, notice=True)


ASSESSMENT_RULES: tuple[Rule, ...] = (_assessment_rating, _assessment_body)
