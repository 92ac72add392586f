"""What a round found, in a title and in the one sentence under it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from evaluation.findings import Evaluation, PrincipleFinding
from evaluation.ordinal import nearest_distance
from evaluation.scales import VERDICTS
from language import N_, Sentence

Findings = Sequence[PrincipleFinding]
FIRST: Mapping[str, tuple[str, str]] = {
    "followed": (N_("Principle {numbers} is followed"), N_("Principles {numbers} are followed")),
    "partly": (N_("Principle {numbers} is partly followed"), N_("Principles {numbers} are partly followed")),
    "not_followed": (N_("Principle {numbers} is not followed"), N_("Principles {numbers} are not followed")),
    "contested": (N_("Principle {numbers} is contested"), N_("Principles {numbers} are contested")),
    "insufficient": (
        N_("Principle {numbers} has an insufficient basis"),
        N_("Principles {numbers} have an insufficient basis"),
    ),
}
LATER: Mapping[str, tuple[str, str]] = {
    "partly": (N_("{numbers} partly"), N_("{numbers} partly")),
    "not_followed": (N_("{numbers} not"), N_("{numbers} not")),
    "contested": (N_("{numbers} is contested"), N_("{numbers} are contested")),
    "insufficient": (N_("{numbers} has an insufficient basis"), N_("{numbers} have an insufficient basis")),
}
ALL: Mapping[str, str] = {
    "followed": N_("All five principles are followed"),
    "partly": N_("All five principles are partly followed"),
    "not_followed": N_("None of the five principles is followed"),
    "contested": N_("All five principles are contested"),
    "insufficient": N_("There is not yet enough to judge any of the principles"),
}
HIGHER: Mapping[str, str] = {
    "committee": N_(
        "Committees and centres disagree about principle {number}: the committees see it {steps} higher."
    ),
    "centre": N_(
        "Committees and centres disagree about principle {number}: the centres see it {steps} higher."
    ),
}


def finding_title(findings: Findings) -> Sentence:
    """Which principles are followed and which are not: "Principles 1 and 4 are followed, 2 partly, 5 not"."""
    numbers = {
        verdict: tuple(str(each.principle) for each in findings if each.verdict.final == verdict)
        for verdict in VERDICTS
    }
    occurring = [verdict for verdict in VERDICTS if numbers[verdict]]
    if len(occurring) == 1:
        return Sentence(ALL[occurring[0]])
    parts = {
        f"part{place}": _part((LATER if place else FIRST)[verdict], numbers[verdict])
        for place, verdict in enumerate(occurring)
    }
    return Sentence(", ".join(f"{{{name}}}" for name in parts), parts)


def _part(texts: tuple[str, str], numbers: tuple[str, ...]) -> Sentence:
    return Sentence(texts[len(numbers) > 1], {"numbers": numbers})


def key_sentence(evaluation: Evaluation) -> Sentence:
    """What a reader should know beside the title: the first of these that holds. The levels disagree; facts
    or participants speak against a verdict; something moved by more than chance; a verdict is hard to rely
    on; else how near the levels lie.
    """
    findings = evaluation.principles
    return next(sentence for rule in _RULES for sentence in rule(findings))


def _disagreement(findings: Findings) -> Iterator[Sentence]:
    """The widest gap between the levels among the verdicts that it made contested."""
    gaps = [
        (_distance(each), each)
        for each in findings
        if any(reason.rule == "median_gap" for reason in each.verdict.reasons)
    ]
    if gaps:
        distance, finding = max(gaps, key=lambda gap: gap[0])
        are_committees_higher = (finding.gap.committee or (0, 0)) > (finding.gap.centre or (0, 0))
        values = {"number": finding.principle, "steps": _steps(distance)}
        yield Sentence(HIGHER["committee" if are_committees_higher else "centre"], values)


def _steps(distance: int) -> Sentence:
    return Sentence("{count} step", plural="{count} steps", count=distance)


def _contradiction(findings: Findings) -> Iterator[Sentence]:
    if numbers := _numbers(findings, lambda each: each.contradiction is True):
        yield Sentence(
            "Under principle {numbers} facts or participants point the other way.",
            {"numbers": numbers},
            plural="Under principles {numbers} facts or participants point the other way.",
            count=len(numbers),
        )


def _movement(findings: Findings) -> Iterator[Sentence]:
    moved = [each for each in findings if each.change.tells]
    risen = _numbers(moved, lambda each: each.change.up > each.change.down)
    fallen = _numbers(moved, lambda each: each.change.up < each.change.down)
    if risen:
        yield Sentence(
            "Principle {numbers} is rated higher than last time, more than chance would bring about.",
            {"numbers": risen},
            plural=(
                "Principles {numbers} are rated higher than last time, more than chance would bring about."
            ),
            count=len(risen),
        )
    if fallen:
        yield Sentence(
            "Principle {numbers} is rated lower than last time, more than chance would bring about.",
            {"numbers": fallen},
            plural="Principles {numbers} are rated lower than last time, more than chance would bring about.",
            count=len(fallen),
        )


def _low_confidence(findings: Findings) -> Iterator[Sentence]:
    if numbers := _numbers(findings, _is_unsure):
        yield Sentence(
            "The verdict on principle {numbers} is hard to rely on.",
            {"numbers": numbers},
            plural="The verdicts on principles {numbers} are hard to rely on.",
            count=len(numbers),
        )


def _nearness(findings: Findings) -> Iterator[Sentence]:
    """How far the levels' middle answers lie apart at most, of the principles that are judged."""
    judged = [each for each in findings if each.verdict.final != "insufficient"]
    distances = [_distance(each) for each in judged if each.gap.committee and each.gap.centre]
    if not distances:
        yield Sentence(N_("Committees and centres can't be laid side by side yet."))
    elif widest := max(distances):
        text = N_("Committees and centres lie at most {steps} apart.")
        yield Sentence(text, {"steps": _steps(widest)})
    else:
        yield Sentence(N_("Committees and centres see what both have rated alike."))


_RULES: tuple[Callable[[Findings], Iterator[Sentence]], ...] = (
    _disagreement,
    _contradiction,
    _movement,
    _low_confidence,
    _nearness,
)


def _distance(finding: PrincipleFinding) -> int:
    committee, centre = finding.gap.committee, finding.gap.centre
    return nearest_distance(committee, centre) if committee and centre else 0


def _is_unsure(finding: PrincipleFinding) -> bool:
    confidence = finding.verdict.confidence
    return confidence is not None and confidence.grade == "low"


def _numbers(findings: Findings, holds: Callable[[PrincipleFinding], bool]) -> tuple[str, ...]:
    return tuple(str(each.principle) for each in findings if holds(each))
