"""How far a verdict can be relied on, and who stands against it: beside the verdict, never inside it.

The grades follow the idea of CERQual (Lewin and others 2018): high until something speaks against it, each
reason named.
"""

from collections.abc import Mapping

from evaluation.exact import exact
from evaluation.findings import AGAINST, Confidence, Minority, Standing

GRADES = ("high", "moderate", "low")


def minority_against(
    verdict: str, committee: Standing, centre: Standing, norms: Mapping[str, float]
) -> Minority:
    """The rated bodies that stand against a verdict; marked where they are many together, or a good part of
    one level.
    """
    steps = AGAINST.get(verdict, ())
    bodies = [
        (sum(standing.counts[step - 1] for step in steps), standing.assessable)
        for standing in (committee, centre)
    ]
    share, total = exact(norms["minority_share"]), sum(count for count, _ in bodies)
    is_marked = total > 0 and (
        total >= norms["minority_bodies"] or any(count and count >= share * rated for count, rated in bodies)
    )
    return Minority(bodies[0][0], bodies[1][0], is_marked)


def levels_of_thin_coverage(levels: Mapping[str, Standing], norms: Mapping[str, float]) -> tuple[str, ...]:
    """The levels of which too few of the expected bodies rated."""
    limit = exact(norms["confidence_coverage"])
    return tuple(
        level for level, standing in levels.items() if standing.assessable < limit * standing.expected
    )


def levels_of_low_agreement(levels: Mapping[str, Standing], norms: Mapping[str, float]) -> tuple[str, ...]:
    """The levels whose bodies agree too little; none where agreement can't be judged."""
    limit = exact(norms["confidence_agreement"])
    agreements = {level: standing.exact_agreement for level, standing in levels.items()}
    return tuple(
        level for level, agreement in agreements.items() if agreement is not None and agreement < limit
    )


def confidence_in(
    proposed: str, levels: Mapping[str, Standing], minority: Minority, norms: Mapping[str, float]
) -> Confidence:
    """High, a grade lower for each reason that holds; no grade where the basis is insufficient."""
    if proposed == "insufficient":
        return Confidence(None, ())
    rated = sum(standing.assessable for standing in levels.values())
    thin = sum(sum(standing.thin_counts) for standing in levels.values())
    with_evidence = sum(standing.rated_with_evidence for standing in levels.values())
    holds = {
        "coverage": bool(levels_of_thin_coverage(levels, norms)),
        "thin_basis": thin >= exact(norms["confidence_thin"]) * rated,
        "evidence": with_evidence < exact(norms["confidence_evidence"]) * rated,
        "agreement": minority.marked or bool(levels_of_low_agreement(levels, norms)),
    }
    reasons = tuple(reason for reason, is_so in holds.items() if is_so)
    return Confidence(GRADES[min(len(reasons), 2)], reasons)
