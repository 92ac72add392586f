"""The proposed verdict, and what stands beside the one that stands: minority, confidence, contradiction."""

from fractions import Fraction
from typing import Any

from tests.support.reckoning.assessments import counted_assessments
from tests.support.reckoning.measures import Selection
from tests.support.reckoning.records import LEVELS, Records, Row, several
from tests.support.reckoning.rounds import expected_bodies, level_of, rule_of
from tests.support.reckoning.statistics import agreement

Standings = dict[str, dict[str, Any]]
Reason = dict[str, Any]


def proposed_verdict(
    records: Records, this: Row, of_all: dict[str, Any], standings: Standings
) -> tuple[str, list[Reason]]:
    """The first rule that holds, in the order of the domain, and what it looked at."""
    thin = coverage_reasons(records, this, standings)
    if thin:
        return "insufficient", thin
    contested = contested_reasons(records, this, of_all, standings)
    if contested:
        return "contested", contested
    followed, not_followed = (
        rule_of(records, this, name) for name in ("followed_median", "not_followed_median")
    )
    lower = {level: standings[level]["median"][0] for level in LEVELS}
    upper = {level: standings[level]["median"][1] for level in LEVELS}
    if all(lower[level] >= followed for level in LEVELS):
        return "followed", [reason("followed_median", level, lower[level], followed) for level in LEVELS]
    if all(upper[level] <= not_followed for level in LEVELS):
        return "not_followed", [
            reason("not_followed_median", level, upper[level], not_followed) for level in LEVELS
        ]
    return "partly", [reason("between", level, lower[level], followed) for level in LEVELS]


def coverage_reasons(records: Records, this: Row, standings: Standings) -> list[Reason]:
    """The levels at which too few gave an assessable rating."""
    share = rule_of(records, this, "coverage_min")
    return [
        reason("coverage", level, standings[level]["assessable"], share * standings[level]["expected"])
        for level in LEVELS
        if standings[level]["assessable"] == 0
        or standings[level]["assessable"] < share * standings[level]["expected"]
    ]


def contested_reasons(
    records: Records, this: Row, of_all: dict[str, Any], standings: Standings
) -> list[Reason]:
    """Levels that lie apart, and bodies that disagree: all of them, or those of a level that has enough."""
    gap, least = rule_of(records, this, "contested_gap"), rule_of(records, this, "contested_agreement")
    enough = rule_of(records, this, "agreement_level_min")
    committee, centre = standings["committee"]["median"], standings["centre"]["median"]
    apart = min(
        abs(one - other)
        for one in range(committee[0], committee[1] + 1)
        for other in range(centre[0], centre[1] + 1)
    )
    reasons = [reason("median_gap", "all", apart, gap)] if apart >= gap else []
    for level in ("all", *LEVELS):
        standing = of_all if level == "all" else standings[level]
        agree = agreement_of(standing)
        if agree is not None and agree < least and (level == "all" or standing["assessable"] >= enough):
            reasons.append(reason("agreement", level, float(agree), least))
    return reasons


def agreement_of(standing: dict[str, Any]) -> Fraction | None:
    """A of a standing, exactly."""
    return agreement([standing["counts"][rating] for rating in "12345"])


def reason(rule: str, level: str, value: float, norm: Fraction) -> Reason:
    """What a rule looked at, as the interfaces have it."""
    return {"rule": rule, "level": level, "value": value, "norm": float(norm)}


# Beside the verdict


def minority_of(records: Records, this: Row, stands: str, standings: Standings) -> dict[str, Any]:
    """How many of each level rate against the verdict that stands, and whether that is to be marked."""
    against = {"followed": "12", "not_followed": "45"}.get(stands, "")
    bodies = {level: sum(standings[level]["counts"][rating] for rating in against) for level in LEVELS}
    many, share = rule_of(records, this, "minority_bodies"), rule_of(records, this, "minority_share")
    marked = bool(against) and (
        sum(bodies.values()) >= many
        or any(
            standings[level]["assessable"]
            and Fraction(bodies[level], standings[level]["assessable"]) >= share
            for level in LEVELS
        )
    )
    return {**bodies, "marked": bool(marked)}


def confidence_of(
    records: Records, this: Row, principle: str, judged: tuple[str, dict[str, Any]]
) -> dict[str, Any]:
    """How far the verdict can be relied on, and what takes from it; ``judged`` is the proposed verdict and
    the minority.
    """
    proposed, minority = judged
    if proposed == "insufficient":
        return {"grade": None, "reasons": []}
    rated = [row for row in counted_assessments(records, this, principle) if row.get("rating")]
    thin = len([row for row in rated if row.get("basis") == "thin"])
    with_evidence = len([row for row in rated if several(row.get("evidence"))])
    holds = {
        "coverage": is_poorly_covered(records, this, rated),
        "thin_basis": thin >= rule_of(records, this, "confidence_thin") * len(rated),
        "evidence": with_evidence < rule_of(records, this, "confidence_evidence") * len(rated),
        "agreement": minority["marked"] or is_any_level_divided(records, this, rated),
    }
    reasons = [name for name, does in holds.items() if does]
    return {"grade": ("high", "moderate", "low")[min(len(reasons), 2)], "reasons": reasons}


def is_poorly_covered(records: Records, this: Row, rated: list[Row]) -> bool:
    """Whether too few of the expected bodies of a level have rated."""
    share, everyone = rule_of(records, this, "confidence_coverage"), expected_bodies(records, this)
    return any(
        len(of_level(records, rated, level))
        < share * len([body for body in everyone if level_of(records, body) == level])
        for level in LEVELS
    )


def is_any_level_divided(records: Records, this: Row, rated: list[Row]) -> bool:
    """Whether the bodies of a level agree too little, however few they are."""
    least = rule_of(records, this, "confidence_agreement")
    for level in LEVELS:
        ratings = [row["rating"] for row in of_level(records, rated, level)]
        agree = agreement([ratings.count(rating) for rating in "12345"])
        if agree is not None and agree < least:
            return True
    return False


def of_level(records: Records, rows: list[Row], level: str) -> list[Row]:
    """The assessments by bodies of one level."""
    return [row for row in rows if level_of(records, row["body"]) == level]


def contradiction_of(
    selection: Selection, stands: str, mets: list[bool | None], experience: dict[str, Any] | None
) -> bool | None:
    """None where there is neither a judged indicator nor a middle value of the participants; else whether
    most of the ones, or both of the others, speak against the verdict that stands.
    """
    judged = [met for met in mets if met is not None]
    middle = experience["median"] if experience else None
    if not judged and middle is None:
        return None
    most = rule_of(selection.records, selection.this, "contradiction_share") * len(judged)
    meets, misses = judged.count(True), judged.count(False)
    low = middle is not None and max(middle) <= 2
    high = middle is not None and min(middle) >= 4
    if stands == "followed":
        return misses > most or low
    return stands == "not_followed" and (meets > most or high)
