"""How far a verdict can be relied on, and who stands against it, by rows reckoned by hand."""

import pytest

from evaluation.confidence import confidence_in, minority_against
from evaluation.findings import Minority, Standing
from tests.support.examples import Counts

NORMS = {
    "minority_bodies": 3,
    "minority_share": 0.33,
    "confidence_coverage": 0.75,
    "confidence_thin": 0.5,
    "confidence_evidence": 0.5,
    "confidence_agreement": 0.3,
}
NOBODY = Minority(0, 0, False)


def standing(counts: Counts, *, expected: int = 4, thin: int = 0, evidence: int = 4) -> Standing:
    """A level that rated; so many on a thin basis, and so many that name a consultation."""
    return Standing(
        expected=expected,
        answered=sum(counts),
        not_assessable=0,
        counts=counts,
        thin_counts=(0, 0, 0, thin, 0),
        rated_with_evidence=evidence,
    )


SURE = standing((0, 0, 0, 4, 0))
CONFIDENCES = [
    ("Nothing speaks against it.", SURE, SURE, NOBODY, "high", ()),
    ("Three of four are three quarters.", standing((0, 0, 0, 3, 0)), SURE, NOBODY, "high", ()),
    (
        "Two of three are less.",
        standing((0, 0, 0, 2, 0), expected=3),
        SURE,
        NOBODY,
        "moderate",
        ("coverage",),
    ),
    (
        "Four of eight ratings stand on a thin basis.",
        standing((0, 0, 0, 4, 0), thin=4),
        SURE,
        NOBODY,
        "moderate",
        ("thin_basis",),
    ),
    ("Three of eight do not count.", standing((0, 0, 0, 4, 0), thin=3), SURE, NOBODY, "high", ()),
    (
        "Three of eight ratings name a consultation.",
        standing((0, 0, 0, 4, 0), evidence=0),
        standing((0, 0, 0, 4, 0), evidence=3),
        NOBODY,
        "moderate",
        ("evidence",),
    ),
    ("Four of eight are half.", standing((0, 0, 0, 4, 0), evidence=0), SURE, NOBODY, "high", ()),
    (
        "Two at each end, in a small level too; that both levels are split is one reason.",
        standing((2, 0, 0, 0, 2)),
        standing((2, 0, 0, 0, 2)),
        NOBODY,
        "moderate",
        ("agreement",),
    ),
    (
        "A marked minority counts as disagreement.",
        SURE,
        SURE,
        Minority(3, 0, True),
        "moderate",
        ("agreement",),
    ),
    (
        "Two reasons are low, and so are three.",
        standing((0, 0, 0, 2, 0), thin=2, evidence=0),
        standing((0, 0, 0, 2, 0), thin=2, evidence=0),
        NOBODY,
        "low",
        ("coverage", "thin_basis", "evidence"),
    ),
]


@pytest.mark.parametrize(
    ("why", "committee", "centre", "minority", "grade", "reasons"),
    CONFIDENCES,
    ids=[row[0] for row in CONFIDENCES],
)
def test_confidence_falls_a_step_for_each_reason(
    why: str, committee: Standing, centre: Standing, minority: Minority, grade: str, reasons: tuple[str, ...]
) -> None:
    """High, moderate for one, low for more; in the order of the domain."""
    confidence = confidence_in("followed", {"committee": committee, "centre": centre}, minority, NORMS)
    assert (confidence.grade, confidence.reasons) == (grade, reasons), why


def test_an_insufficient_basis_has_no_confidence() -> None:
    """There is nothing to rely on, and no grade is made up."""
    confidence = confidence_in("insufficient", {"committee": SURE, "centre": SURE}, NOBODY, NORMS)
    assert (confidence.grade, confidence.reasons) == (None, ())


MINORITIES = [
    ("followed", (1, 1, 0, 5, 0), (0, 0, 0, 7, 0), (2, 0, False)),
    ("followed", (1, 1, 0, 5, 0), (0, 1, 0, 7, 0), (2, 1, True)),  # three bodies together
    ("followed", (0, 1, 0, 2, 0), (0, 0, 0, 7, 0), (1, 0, True)),  # one of three is a third
    ("followed", (0, 1, 0, 3, 0), (0, 0, 0, 7, 0), (1, 0, False)),  # one of four is not
    ("not_followed", (0, 4, 0, 0, 0), (0, 4, 0, 1, 2), (0, 3, True)),
    ("not_followed", (0, 4, 4, 0, 0), (0, 4, 0, 0, 0), (0, 0, False)),  # 3 stands against nothing
    ("partly", (4, 0, 0, 0, 4), (4, 0, 0, 0, 4), (0, 0, False)),
    ("contested", (4, 0, 0, 0, 4), (4, 0, 0, 0, 4), (0, 0, False)),
    ("followed", (0, 0, 0, 0, 0), (0, 0, 0, 0, 0), (0, 0, False)),
]


@pytest.mark.parametrize(("verdict", "committee", "centre", "minority"), MINORITIES)
def test_a_minority_by_hand(
    verdict: str, committee: Counts, centre: Counts, minority: tuple[int, int, bool]
) -> None:
    """Who stands at the other end of the scale than the verdict, and whether that is marked."""
    opponents = minority_against(verdict, standing(committee), standing(centre), NORMS)
    assert (opponents.committee, opponents.centre, opponents.marked) == minority
