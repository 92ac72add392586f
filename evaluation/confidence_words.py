"""How far a verdict can be relied on, who stands against it, and what a fact still waits for, in sentences
that follow the numbers and the norms in force.
"""

from collections.abc import Callable, Iterator, Mapping

from evaluation.confidence import levels_of_low_agreement, levels_of_thin_coverage
from evaluation.findings import AGAINST, Evaluation, Measurement, PrincipleFinding, Standing, Verdict
from evaluation.scales import LEVELS
from evaluation.units import norm_quantity
from language import N_, Sentence

Norms = Mapping[str, float]
GRADES: Mapping[str, str] = {"high": N_("high"), "moderate": N_("moderate"), "low": N_("low")}
NOT_WORKED_OUT = N_("Confidence and minority: not worked out when this round closed")
FACTS_NOT_WORKED_OUT = N_("Waiting and not recorded: not worked out when this round closed")
RULES: Mapping[str, str] = {
    "": N_("the rules before November 2026"),
    "2026-11": N_("the rules of November 2026"),
}
"""The judging rules by their name in the evaluation; rounds frozen before they had a name have none."""


def grade_words(verdict: Verdict) -> Sentence | None:
    """``Confidence: low``; that it was not worked out, in rounds frozen before it was. None where the basis
    is insufficient and the verdict says so itself.
    """
    if verdict.confidence is None:
        return Sentence(NOT_WORKED_OUT)
    if verdict.confidence.grade:
        return Sentence(N_("Confidence: {grade}"), {"grade": Sentence(GRADES[verdict.confidence.grade])})
    if verdict.final == "insufficient":
        return None
    return Sentence(N_("Confidence: not stated, for the basis is insufficient"))


def because_words(finding: PrincipleFinding, norms: Norms) -> Sentence | None:
    """What lowers the confidence, with its counts and its limits; None where nothing does."""
    confidence = finding.verdict.confidence
    if confidence is None or not confidence.reasons:
        return None
    reasons = tuple(
        sentence for reason in confidence.reasons for sentence in _REASONS[reason](finding, norms)
    )
    return Sentence(N_("because {reasons}"), {"reasons": reasons})


def confidence_words(finding: PrincipleFinding, norms: Norms) -> Sentence | None:
    """Both in one: ``Confidence: moderate, because 4 of 7 committees gave a rating (under 75 %)``."""
    grade, because = grade_words(finding.verdict), because_words(finding, norms)
    if grade and because:
        return Sentence(N_("{confidence}, {because}"), {"confidence": grade, "because": because})
    return grade


def minority_words(finding: PrincipleFinding) -> Sentence | None:
    """Who stands against the verdict: as a minority where it is marked, else as those who do; None where
    nobody does, or it was not worked out.
    """
    minority, steps = finding.verdict.minority, AGAINST.get(finding.verdict.final, ())
    if minority is None or not minority.bodies:
        return None
    counts = {"committee": minority.committee, "centre": minority.centre}
    values = {
        "bodies": tuple(
            _of_level(level, count, finding.standing(level).assessable)
            for level, count in counts.items()
            if count
        ),
        "steps": f"{steps[0]}–{steps[-1]}",
    }
    text = (
        N_("Minority: {bodies} answer {steps}")
        if minority.marked
        else N_("Against the verdict: {bodies} answer {steps}")
    )
    return Sentence(text, values)


def short_marks(verdict: Verdict) -> Iterator[Sentence]:
    """What stands after the verdict's word where there is room for little: the grade, and a marked
    minority.
    """
    if verdict.confidence is None:
        yield Sentence(N_("confidence not worked out"))
    elif verdict.confidence.grade:
        yield Sentence(N_("confidence: {grade}"), {"grade": Sentence(GRADES[verdict.confidence.grade])})
    if verdict.minority and verdict.minority.marked:
        yield Sentence(N_("minority: {bodies} against"), {"bodies": verdict.minority.bodies})


def waits_too_much(measurement: Measurement) -> bool:
    """Whether a value that is shown is not held against its norm, because more wait than are known."""
    return bool(
        measurement.waiting
        and measurement.value is not None
        and measurement.norm is not None
        and measurement.waiting > measurement.known
    )


def waiting_words(measurement: Measurement) -> Sentence | None:
    """``3 still wait``, and what that means for the norm; None where nothing waits, or it was not worked
    out.
    """
    if not measurement.waiting:
        return None
    if waits_too_much(measurement):
        return Sentence(
            "{count} still waits: shown but not judged, because more wait than are known",
            plural="{count} still wait: shown but not judged, because more wait than are known",
            count=measurement.waiting,
        )
    return Sentence("{count} still waits", plural="{count} still wait", count=measurement.waiting)


def not_recorded_words(measurement: Measurement, names: Mapping[str, str]) -> Sentence | None:
    """``Center for By never records it``, by the bodies' ``names``; None where every centre does."""
    if not measurement.not_recorded:
        return None
    centres = tuple(names.get(key, key) for key in measurement.not_recorded)
    return Sentence(
        "{centres} never records it",
        {"centres": centres},
        plural="{centres} never record it",
        count=len(centres),
    )


def rules_words(evaluation: Evaluation) -> Sentence:
    """Which judging rules a round was judged by."""
    text = RULES.get(evaluation.rules)
    rules = Sentence(text) if text else evaluation.rules
    return Sentence(N_("Judged by {rules}."), {"rules": rules})


def _coverage(finding: PrincipleFinding, norms: Norms) -> Iterator[Sentence]:
    standings = _standings(finding)
    for level in levels_of_thin_coverage(standings, norms):
        bodies = _of_level(level, standings[level].assessable, standings[level].expected)
        values = {"bodies": bodies, "limit": norm_quantity(norms["confidence_coverage"], "share")}
        yield Sentence(N_("{bodies} gave a rating (under {limit})"), values)


def _thin_basis(finding: PrincipleFinding, norms: Norms) -> Iterator[Sentence]:
    standings = _standings(finding).values()
    values = {
        "thin": sum(sum(standing.thin_counts) for standing in standings),
        "limit": norm_quantity(norms["confidence_thin"], "share"),
    }
    yield Sentence(
        "{thin} of {count} rating rests on a thin basis (from {limit})",
        values,
        plural="{thin} of {count} ratings rest on a thin basis (from {limit})",
        count=sum(standing.assessable for standing in standings),
    )


def _evidence(finding: PrincipleFinding, norms: Norms) -> Iterator[Sentence]:
    standings = _standings(finding).values()
    values = {
        "named": sum(standing.rated_with_evidence for standing in standings),
        "limit": norm_quantity(norms["confidence_evidence"], "share"),
    }
    yield Sentence(
        "{named} of {count} rating points to a consultation (under {limit})",
        values,
        plural="{named} of {count} ratings point to a consultation (under {limit})",
        count=sum(standing.assessable for standing in standings),
    )


def _agreement(finding: PrincipleFinding, norms: Norms) -> Iterator[Sentence]:
    """A marked minority, and the levels whose bodies agree too little. No figure: see the method page."""
    if finding.verdict.minority and finding.verdict.minority.marked:
        yield Sentence(N_("a minority stands against it"))
    if levels := levels_of_low_agreement(_standings(finding), norms):
        yield Sentence(DISAGREE[levels])


DISAGREE: Mapping[tuple[str, ...], str] = {
    ("committee",): N_("the committees agree less than the limit asks"),
    ("centre",): N_("the centres agree less than the limit asks"),
    ("committee", "centre"): N_("committees and centres each agree less than the limit asks"),
}
_REASONS: Mapping[str, Callable[[PrincipleFinding, Norms], Iterator[Sentence]]] = {
    "coverage": _coverage,
    "thin_basis": _thin_basis,
    "evidence": _evidence,
    "agreement": _agreement,
}


def _standings(finding: PrincipleFinding) -> dict[str, Standing]:
    return {level: finding.standing(level) for level in LEVELS}


def _of_level(level: str, bodies: int, total: int) -> Sentence:
    """``4 of 7 committees``."""
    if level == "committee":
        return Sentence(
            "{bodies} of {count} committee",
            {"bodies": bodies},
            plural="{bodies} of {count} committees",
            count=total,
        )
    return Sentence(
        "{bodies} of {count} centre", {"bodies": bodies}, plural="{bodies} of {count} centres", count=total
    )
