"""How one verdict of a round came about, step by step with its own numbers: the rules in the order in which
they are tried, and what each looked at. Nothing is judged here; the verdict is the one that was reached.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evaluation import ordinal
from evaluation.findings import PrincipleFinding, Standing
from evaluation.method import VERDICT_RULES
from evaluation.scales import LEVELS
from evaluation.units import norm_quantity, quantity
from evaluation.verdict_words import median_words
from language import N_, Sentence

Norms = Mapping[str, float]
FIGURES_DECIMALS = 2


@dataclass(frozen=True)
class TriedRule:
    """One rule: the verdict it leads to, what it looked at, and whether it holds. None: it was not tried,
    because one before it held.
    """

    verdict: str
    figures: tuple[Sentence, ...]
    holds: bool | None


@dataclass(frozen=True)
class Doubt:
    """One thing that lowers confidence: its key, what was found of it, the limit, and whether it did."""

    reason: str
    figures: tuple[Sentence, ...]
    limit: Sentence
    lowers: bool


def tried_rules(finding: PrincipleFinding, norms: Norms) -> list[TriedRule]:
    """Every rule of a verdict in its order, with this principle's figures as far as they were tried."""
    order = list(VERDICT_RULES)
    deciding = order.index(finding.verdict.proposed)
    return [
        TriedRule(
            verdict,
            tuple(_FIGURES[verdict](finding, norms)) if place <= deciding else (),
            None if place > deciding else place == deciding,
        )
        for place, verdict in enumerate(order)
    ]


def ordered_answers(standing: Standing) -> tuple[Sequence[int], Sequence[int]]:
    """The ratings of a level from the lowest to the highest, and the places of the middle ones: one, or two
    of an even number.

    >>> ordered_answers(Standing(5, 4, 0, (0, 1, 1, 2, 0)))
    ([2, 3, 4, 4], [1, 2])
    """
    ratings = [step for step, count in enumerate(standing.counts, start=1) for _ in range(count)]
    last = len(ratings) - 1
    return ratings, sorted({last // 2, -(-last // 2)}) if ratings else []


def doubts(finding: PrincipleFinding, norms: Norms) -> list[Doubt]:
    """What confidence was held against; empty where the basis is insufficient, or it was not worked out."""
    confidence = finding.verdict.confidence
    if confidence is None or confidence.grade is None:
        return []
    return [
        Doubt(
            reason, tuple(_DOUBTS[reason](finding)), _limit(norm, unit, norms), reason in confidence.reasons
        )
        for reason, (norm, unit) in LIMITS.items()
    ]


LIMITS = {
    "coverage": ("confidence_coverage", "share"),
    "thin_basis": ("confidence_thin", "share"),
    "evidence": ("confidence_evidence", "share"),
    "agreement": ("confidence_agreement", "agreement"),
}
"""The norm that each reason is held against, with its unit."""
REASONS: Mapping[str, str] = {
    "coverage": N_("Too few gave a rating"),
    "thin_basis": N_("Much rests on a thin basis"),
    "evidence": N_("Few point to a consultation"),
    "agreement": N_("They disagree, or a minority is marked"),
}
"""What each reason is called."""


def _limit(norm: str, unit: str, norms: Norms) -> Sentence:
    amount: object = norm_quantity(norms[norm], unit) if norm in norms else "–"
    text = N_("from {amount}") if norm == "confidence_thin" else N_("under {amount}")
    return Sentence(text, {"amount": amount})


def _levels(finding: PrincipleFinding) -> Iterator[tuple[Sentence, Standing]]:
    for level, label in LEVELS.items():
        yield Sentence(label), finding.standing(level)


def _coverage(finding: PrincipleFinding, _: Norms) -> Iterator[Sentence]:
    for level, standing in _levels(finding):
        values = {"level": level, "given": standing.assessable, "expected": standing.expected}
        yield Sentence(N_("{level}: {given} of {expected} gave a rating"), values)


def _split(finding: PrincipleFinding, norms: Norms) -> Iterator[Sentence]:
    committee, centre = (finding.standing(level).median for level in LEVELS)
    if committee and centre:
        distance = ordinal.nearest_distance(committee, centre)
        yield Sentence(
            "{count} step between the two middle answers",
            {},
            "{count} steps between the two middle answers",
            distance,
        )
    large = norms.get("agreement_level_min", 0)
    everyone = [(Sentence(N_("All")), finding.all)]
    for level, standing in (*everyone, *_levels(finding)):
        is_tried = level.text == "All" or standing.assessable >= large
        if is_tried and standing.agreement is not None:
            yield _agreement(level, standing)


def _agreement(level: Sentence, standing: Standing) -> Sentence:
    figure = quantity(round(standing.agreement or 0, FIGURES_DECIMALS), "agreement")
    return Sentence(N_("{level}: agreement A {figure}"), {"level": level, "figure": figure})


def _middles(finding: PrincipleFinding, _: Norms) -> Iterator[Sentence]:
    for level, standing in _levels(finding):
        yield Sentence(N_("{level}: {median}"), {"level": level, "median": median_words(standing.median)})


def _nothing(_: PrincipleFinding, __: Norms) -> Iterator[Sentence]:
    yield Sentence(N_("None of the rules above holds."))


_FIGURES = {
    "insufficient": _coverage,
    "contested": _split,
    "followed": _middles,
    "not_followed": _middles,
    "partly": _nothing,
}


def _thin(finding: PrincipleFinding) -> Iterator[Sentence]:
    thin = sum(sum(standing.thin_counts) for _, standing in _levels(finding))
    yield Sentence(N_("{part} of {whole} ratings"), {"part": thin, "whole": _rated(finding)})


def _evidence(finding: PrincipleFinding) -> Iterator[Sentence]:
    pointing = sum(standing.rated_with_evidence for _, standing in _levels(finding))
    yield Sentence(N_("{part} of {whole} ratings"), {"part": pointing, "whole": _rated(finding)})


def _agreements(finding: PrincipleFinding) -> Iterator[Sentence]:
    yield from (_agreement(level, each) for level, each in _levels(finding) if each.agreement is not None)
    minority = finding.verdict.minority
    if minority is not None and minority.marked:
        yield Sentence(N_("A minority is marked"))


def _rated(finding: PrincipleFinding) -> int:
    return sum(standing.assessable for _, standing in _levels(finding))


_DOUBTS = {
    "coverage": lambda finding: _coverage(finding, {}),
    "thin_basis": _thin,
    "evidence": _evidence,
    "agreement": _agreements,
}
