"""The verdict's rules, in their order, with numbers reckoned by hand."""

import pytest

from evaluation.findings import Measurement, Standing
from evaluation.verdict import contradicts, propose

NORMS = {
    "coverage_min": 0.5,
    "contested_gap": 2,
    "contested_agreement": 0,
    "followed_median": 4,
    "not_followed_median": 2,
    "contradiction_share": 0.5,
}
Counts = tuple[int, int, int, int, int]


def standing(counts: Counts, expected: int = 4) -> Standing:
    """A level of four expected bodies unless said otherwise; everybody who answered gave a rating."""
    return Standing(expected=expected, answered=sum(counts), not_assessable=0, counts=counts)


def verdict(committee: Counts, centre: Counts, **norms: float) -> tuple[str, list[tuple[str, str]]]:
    """What is proposed, and by which rules at which levels."""
    together: Counts = tuple(a + b for a, b in zip(committee, centre, strict=True))  # type: ignore[assignment]
    proposed, reasons = propose(standing(together, 8), standing(committee), standing(centre), NORMS | norms)
    return proposed, [(reason.rule, reason.level) for reason in reasons]


#  committees' 1 2 3 4 5   centres' 1 2 3 4 5   why
TABLE: list[tuple[Counts, Counts, str, list[tuple[str, str]]]] = [
    (
        (0, 0, 0, 4, 0),
        (0, 0, 0, 2, 2),
        "followed",
        [("followed_median", "committee"), ("followed_median", "centre")],
    ),
    (
        (0, 0, 1, 3, 0),
        (0, 0, 0, 4, 0),
        "followed",
        [("followed_median", "committee"), ("followed_median", "centre")],
    ),
    ((0, 0, 2, 2, 0), (0, 0, 0, 4, 0), "partly", [("between", "committee"), ("between", "centre")]),
    (
        (0, 4, 0, 0, 0),
        (2, 2, 0, 0, 0),
        "not_followed",
        [("not_followed_median", "committee"), ("not_followed_median", "centre")],
    ),
    ((0, 2, 2, 0, 0), (0, 4, 0, 0, 0), "partly", [("between", "committee"), ("between", "centre")]),
    ((0, 0, 0, 4, 0), (0, 4, 0, 0, 0), "contested", [("median_gap", "all")]),
    ((0, 0, 2, 2, 0), (0, 4, 0, 0, 0), "partly", [("between", "committee"), ("between", "centre")]),
    ((0, 0, 0, 2, 2), (0, 2, 2, 0, 0), "partly", [("between", "committee"), ("between", "centre")]),
    ((2, 0, 0, 0, 2), (2, 0, 0, 0, 2), "contested", [("agreement", "all")]),
    (
        (0, 0, 0, 2, 0),
        (0, 0, 0, 4, 0),
        "followed",
        [("followed_median", "committee"), ("followed_median", "centre")],
    ),
    ((0, 0, 0, 1, 0), (0, 0, 0, 4, 0), "insufficient", [("coverage", "committee")]),
    ((0, 0, 0, 0, 0), (0, 0, 0, 0, 0), "insufficient", [("coverage", "committee"), ("coverage", "centre")]),
    ((4, 0, 0, 0, 0), (0, 0, 0, 0, 1), "insufficient", [("coverage", "centre")]),
]


@pytest.mark.parametrize(("committee", "centre", "proposed", "rules"), TABLE)
def test_the_first_rule_that_holds_decides(
    committee: Counts, centre: Counts, proposed: str, rules: list[tuple[str, str]]
) -> None:
    """Insufficient before contested before followed before not followed before partly."""
    assert verdict(committee, centre) == (proposed, rules)


def test_thresholds_are_norms() -> None:
    """A stricter norm turns the same answers into another verdict."""
    answers: tuple[Counts, Counts] = ((0, 0, 0, 4, 0), (0, 0, 0, 4, 0))
    assert (verdict(*answers)[0], verdict(*answers, followed_median=5)[0]) == ("followed", "partly")


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


@pytest.mark.parametrize(
    ("verdict", "met", "contradiction"),
    [
        ("followed", (False, False, True), True),
        ("followed", (False, True), False),
        ("followed", (False, None, None), True),
        ("followed", (None,), None),
        ("followed", (), None),
        ("not_followed", (True,), True),
        ("not_followed", (False, True), False),
        ("partly", (False, False), False),
        ("contested", (True, True), False),
    ],
)
def test_contradiction_needs_most_of_the_known_facts(
    verdict: str, met: tuple[bool | None, ...], contradiction: bool | None
) -> None:
    """Exactly half is not most, the unknown don't vote, and without any known fact there is nothing to
    say.
    """
    assert contradicts(verdict, facts(*met), NORMS) is contradiction
