"""The verdict's rules, in their order, with numbers reckoned by hand."""

import pytest

from evaluation.findings import Experience, Measurement, Standing
from evaluation.verdict import contradicted_by, propose
from tests.support.examples import ContradictionExample, Counts, VerdictExample

NORMS = {
    "coverage_min": 0.5,
    "contested_gap": 2,
    "contested_agreement": 0,
    "agreement_level_min": 5,
    "followed_median": 4,
    "not_followed_median": 2,
    "contradiction_share": 0.5,
    "experience_min": 5,
}


def standing(counts: Counts, expected: int = 4) -> Standing:
    """A level of four expected bodies unless said otherwise; everybody who answered gave a rating."""
    return Standing(expected=expected, answered=sum(counts), not_assessable=0, counts=counts)


def expected(counts: Counts) -> int:
    """Four, or as many as rated."""
    return max(4, sum(counts))


def verdict(committee: Counts, centre: Counts, **norms: float) -> tuple[str, list[tuple[str, str]]]:
    """What is proposed, and by which rules at which levels."""
    together: Counts = tuple(a + b for a, b in zip(committee, centre, strict=True))  # type: ignore[assignment]
    proposed, reasons = propose(
        standing(together, sum(map(expected, (committee, centre)))),
        standing(committee, expected(committee)),
        standing(centre, expected(centre)),
        NORMS | norms,
    )
    return proposed, [(reason.rule, reason.level) for reason in reasons]


#  committees' 1 2 3 4 5, then centres'
TABLE: list[VerdictExample] = [
    VerdictExample(
        "Both levels' median is at least 4.",
        (0, 0, 0, 4, 0),
        (0, 0, 0, 2, 2),
        "followed",
        [("followed_median", "committee"), ("followed_median", "centre")],
    ),
    VerdictExample(
        "One 3 among four leaves both middle ratings at 4.",
        (0, 0, 1, 3, 0),
        (0, 0, 0, 4, 0),
        "followed",
        [("followed_median", "committee"), ("followed_median", "centre")],
    ),
    VerdictExample(
        "With two 3s the lower middle rating is 3: not followed at both levels, nor not followed.",
        (0, 0, 2, 2, 0),
        (0, 0, 0, 4, 0),
        "partly",
        [("between", "committee"), ("between", "centre")],
    ),
    VerdictExample(
        "Both levels' median is at most 2.",
        (0, 4, 0, 0, 0),
        (2, 2, 0, 0, 0),
        "not_followed",
        [("not_followed_median", "committee"), ("not_followed_median", "centre")],
    ),
    VerdictExample(
        "With two 3s the upper middle rating is 3.",
        (0, 2, 2, 0, 0),
        (0, 4, 0, 0, 0),
        "partly",
        [("between", "committee"), ("between", "centre")],
    ),
    VerdictExample(
        "The medians lie two steps apart.",
        (0, 0, 0, 4, 0),
        (0, 4, 0, 0, 0),
        "contested",
        [("median_gap", "all")],
    ),
    VerdictExample(
        "From the upper middle rating 3 or the lower one down to 2 is one step: not far enough to be"
        " contested.",
        (0, 0, 2, 2, 0),
        (0, 4, 0, 0, 0),
        "partly",
        [("between", "committee"), ("between", "centre")],
    ),
    VerdictExample(
        "Between the nearest of the middle ratings, 4 and 3, lies one step.",
        (0, 0, 0, 2, 2),
        (0, 2, 2, 0, 0),
        "partly",
        [("between", "committee"), ("between", "centre")],
    ),
    VerdictExample(
        "The levels agree, but within each the bodies are split between the ends.",
        (2, 0, 0, 0, 2),
        (2, 0, 0, 0, 2),
        "contested",
        [("agreement", "all")],
    ),
    VerdictExample(
        "Six committees are split between the ends, and the centres agree: one level is enough.",
        (3, 0, 0, 0, 3),
        (0, 0, 9, 0, 0),
        "contested",
        [("agreement", "committee")],
    ),
    VerdictExample(
        "Four committees are too few to tell of a split within a level.",
        (2, 0, 0, 0, 2),
        (0, 0, 9, 0, 0),
        "partly",
        [("between", "committee"), ("between", "centre")],
    ),
    VerdictExample(
        "Half of the expected committees are enough.",
        (0, 0, 0, 2, 0),
        (0, 0, 0, 4, 0),
        "followed",
        [("followed_median", "committee"), ("followed_median", "centre")],
    ),
    VerdictExample(
        "One of four committees is too few, whatever the others said.",
        (0, 0, 0, 1, 0),
        (0, 0, 0, 4, 0),
        "insufficient",
        [("coverage", "committee")],
    ),
    VerdictExample(
        "Nobody answered.",
        (0, 0, 0, 0, 0),
        (0, 0, 0, 0, 0),
        "insufficient",
        [("coverage", "committee"), ("coverage", "centre")],
    ),
    VerdictExample(
        "One of four centres is too few, and this is looked at before contested.",
        (4, 0, 0, 0, 0),
        (0, 0, 0, 0, 1),
        "insufficient",
        [("coverage", "centre")],
    ),
]


@pytest.mark.parametrize("example", TABLE)
def test_the_first_rule_that_holds_decides(example: VerdictExample) -> None:
    """Insufficient before contested before followed before not followed before partly."""
    assert verdict(example.committee, example.centre) == (example.proposed, example.reasons)


def test_thresholds_are_norms() -> None:
    """A stricter norm turns the same answers into another verdict."""
    answers: tuple[Counts, Counts] = ((0, 0, 0, 4, 0), (0, 0, 0, 4, 0))
    assert (verdict(*answers)[0], verdict(*answers, followed_median=5)[0]) == ("followed", "partly")


@pytest.mark.parametrize(
    ("share", "expected_bodies", "proposed"), [(0.7, 10, "followed"), (0.71, 10, "insufficient")]
)
def test_coverage_is_exact(share: float, expected_bodies: int, proposed: str) -> None:
    """Seven of ten are seven tenths, and a hundredth more is not reached."""
    level = standing((0, 0, 0, 7, 0), expected_bodies)
    everyone = standing((0, 0, 0, 14, 0), 2 * expected_bodies)
    assert propose(everyone, level, level, NORMS | {"coverage_min": share})[0] == proposed


def test_no_expected_body_is_no_basis() -> None:
    """A municipality without centres gives no verdict, rather than half of one."""
    assert (
        propose(standing((0, 0, 0, 4, 0)), standing((0, 0, 0, 4, 0)), standing((0, 0, 0, 0, 0), 0), NORMS)[0]
        == "insufficient"
    )


def facts(*met: bool | None) -> tuple[Measurement, ...]:
    """Indicators that meet, miss or don't know their norm."""
    return tuple(
        Measurement("x", None, 1, 0, None if each is None else 1.0, "share", 0.5, each, 1) for each in met
    )


CONTRADICTIONS = [
    ContradictionExample("followed", (False, False, True), None, ("facts",)),
    ContradictionExample("followed", (False, True), None, ()),
    ContradictionExample("followed", (False, None, None), None, ("facts",)),
    ContradictionExample("followed", (None,), None, None),
    ContradictionExample("followed", (), None, None),
    ContradictionExample("not_followed", (True,), None, ("facts",)),
    ContradictionExample("not_followed", (False, True), None, ()),
    ContradictionExample("partly", (False, False), None, ()),
    ContradictionExample("contested", (True, True), None, ()),
    ContradictionExample("followed", (), (1, 2, 1, 1, 0), ("participants",)),
    ContradictionExample("followed", (), (2, 1, 1, 0, 0), None),
    ContradictionExample("followed", (True,), (2, 1, 1, 0, 0), ()),
    ContradictionExample("followed", (True,), (0, 3, 3, 0, 0), ()),
    ContradictionExample("followed", (False,), (0, 6, 0, 0, 0), ("facts", "participants")),
    ContradictionExample("followed", (False,), (0, 0, 0, 6, 0), ("facts",)),
    ContradictionExample("not_followed", (), (0, 0, 2, 3, 0), ("participants",)),
    ContradictionExample("not_followed", (False,), (0, 0, 3, 3, 0), ()),
    ContradictionExample("partly", (), (5, 0, 0, 0, 0), ()),
    ContradictionExample("insufficient", (), (0, 0, 0, 0, 5), ()),
]


@pytest.mark.parametrize("example", CONTRADICTIONS)
def test_contradiction_needs_most_facts_or_both_middle_values(example: ContradictionExample) -> None:
    """Exactly half is not most, and the unknown don't vote; four participants are too few to have middle
    values, and one value on the other side is not both. Without anything known there is nothing to say.
    """
    experience = example.answers and Experience(1, example.answers, 0, NORMS["experience_min"])
    voices = contradicted_by(example.verdict, facts(*example.met), experience or None, NORMS)
    assert voices == example.voices
