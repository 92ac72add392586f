"""From two levels' answers to a proposed verdict, by rules tried in a fixed order.

insufficient basis → contested → followed → not followed → partly followed. Every threshold is a norm, read
exactly as it is written.
"""

from collections.abc import Mapping

from evaluation.confidence import confidence_in, minority_against
from evaluation.exact import exact
from evaluation.findings import Experience, Measurement, Reason, Standing, Verdict
from evaluation.ordinal import nearest_distance

RULES = "2026-11"
"""The judging rules in force here, as the CHANGELOG names them."""
Proposal = tuple[str, tuple[Reason, ...]]
THRESHOLDS = (
    "coverage_min",
    "contested_gap",
    "contested_agreement",
    "agreement_level_min",
    "followed_median",
    "not_followed_median",
    "contradiction_share",
    "minority_bodies",
    "minority_share",
    "confidence_coverage",
    "confidence_thin",
    "confidence_evidence",
    "confidence_agreement",
    "experience_min",
    "change_p",
    "change_pairs",
    "window_default_days",
)
"""The norms without which no round can be evaluated."""


def judge(
    everyone: Standing,
    committee: Standing,
    centre: Standing,
    norms: Mapping[str, float],
    override: tuple[str | None, str | None] | None = None,
) -> Verdict:
    """The proposed verdict, the secretary's own (its key and reason) where there is one, and beside them how
    far the verdict can be relied on and who stands against it.
    """
    proposed, reasons = propose(everyone, committee, centre, norms)
    final, reason = override or (None, None)
    minority = minority_against(final or proposed, committee, centre, norms)
    return Verdict(
        proposed,
        reasons,
        final,
        reason,
        confidence=confidence_in(proposed, {"committee": committee, "centre": centre}, minority, norms),
        minority=minority,
    )


def propose(
    everyone: Standing, committee: Standing, centre: Standing, norms: Mapping[str, float]
) -> Proposal:
    """The first verdict whose rule holds, with the figures that made it hold."""
    levels = {"committee": committee, "centre": centre}
    if thin := _thin_levels(levels, norms):
        return "insufficient", thin
    if split := _splits(everyone, levels, norms):
        return "contested", split
    lower = {level: standing.median[0] for level, standing in levels.items() if standing.median}
    upper = {level: standing.median[1] for level, standing in levels.items() if standing.median}
    if min(lower.values()) >= norms["followed_median"]:
        return "followed", _reasons("followed_median", lower, norms["followed_median"])
    if max(upper.values()) <= norms["not_followed_median"]:
        return "not_followed", _reasons("not_followed_median", upper, norms["not_followed_median"])
    return "partly", _reasons("between", lower, norms["followed_median"])


def contradicted_by(
    verdict: str,
    indicators: tuple[Measurement, ...],
    experience: Experience | None,
    norms: Mapping[str, float],
) -> tuple[str, ...] | None:
    """Which of ``facts`` and ``participants`` contradict the verdict that stands: most judged indicators
    point against it, or both middle values of the participants do. None where neither was there to compare.
    """
    results = [indicator.met for indicator in indicators if indicator.met is not None]
    is_asked = experience is not None and experience.median is not None
    if not results and not is_asked:
        return None
    against = {"followed": results.count(False), "not_followed": results.count(True)}.get(verdict, 0)
    speaks = {
        "facts": against > exact(norms["contradiction_share"]) * len(results),
        "participants": experience is not None and experience.speaks_against(verdict),
    }
    return tuple(voice for voice, does in speaks.items() if does)


def _thin_levels(levels: Mapping[str, Standing], norms: Mapping[str, float]) -> tuple[Reason, ...]:
    """The levels at which too few of the expected bodies could judge."""
    minimum_by_level = {
        level: exact(norms["coverage_min"]) * standing.expected for level, standing in levels.items()
    }
    return tuple(
        Reason("coverage", level, standing.assessable, float(minimum_by_level[level]))
        for level, standing in levels.items()
        if standing.assessable == 0 or standing.assessable < minimum_by_level[level]
    )


def _splits(
    everyone: Standing, levels: Mapping[str, Standing], norms: Mapping[str, float]
) -> tuple[Reason, ...]:
    """Whether the levels lie far apart, and whether the bodies disagree: all of them, or those of a level
    that is large enough to tell.
    """
    medians = [standing.median for standing in levels.values() if standing.median]
    distance = nearest_distance(*medians)
    reasons = []
    if distance >= norms["contested_gap"]:
        reasons.append(Reason("median_gap", "all", distance, norms["contested_gap"]))
    large = {
        level: standing
        for level, standing in levels.items()
        if standing.assessable >= norms["agreement_level_min"]
    }
    for level, standing in {"all": everyone, **large}.items():
        agreement = standing.exact_agreement
        if agreement is not None and agreement < exact(norms["contested_agreement"]):
            reasons.append(Reason("agreement", level, float(agreement), norms["contested_agreement"]))
    return tuple(reasons)


def _reasons(rule: str, values: Mapping[str, int], norm: float) -> tuple[Reason, ...]:
    return tuple(Reason(rule, level, value, norm) for level, value in values.items())
