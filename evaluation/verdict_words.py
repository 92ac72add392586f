"""Why a verdict was reached, and what the secretary decided otherwise, in sentences that follow the norms."""

from collections.abc import Iterator, Mapping

from evaluation.findings import Median, PrincipleFinding, Reason, Standing
from evaluation.scales import LEVELS, RATINGS, VERDICTS
from evaluation.standing_words import camps
from language import N_, Sentence

WHO: Mapping[str, str] = {"all": N_("All committees and centres"), **LEVELS}
NOBODY_TO_ASK: Mapping[str, str] = {
    "committee": N_("There are no committees to ask in this round."),
    "centre": N_("There are no centres to ask in this round."),
}


def median_words(median: Median | None) -> Sentence:
    """The middle answer by the scale's own word, a pair as two words; "no rating" where there is none."""
    if median is None:
        return Sentence(N_("no rating"))
    low, high = median
    if low == high:
        return Sentence(N_("“{step}” ({number})"), {"step": Sentence(RATINGS[low]), "number": str(low)})
    values = {"low": Sentence(RATINGS[low]), "high": Sentence(RATINGS[high]), "numbers": f"{low}–{high}"}
    return Sentence(N_("between “{low}” and “{high}” ({numbers})"), values)


def verdict_reasons(finding: PrincipleFinding) -> list[Sentence]:
    """Why the proposed verdict was reached, a sentence for each rule that decided it."""
    sentences = [sentence for reason in finding.verdict.reasons if (sentence := _rule_words(finding, reason))]
    return [*sentences, *_between_words(finding)]


def contested_words(finding: PrincipleFinding) -> list[Sentence]:
    """How the answers stand against each other; empty where they don't, whatever the secretary decided."""
    return verdict_reasons(finding) if finding.verdict.proposed == "contested" else []


def _rule_words(finding: PrincipleFinding, reason: Reason) -> Sentence | None:
    """One rule that held; None for those that say the same of each level, which are told together."""
    match reason.rule:
        case "coverage":
            return _coverage_reason(finding.standing(reason.level), reason)
        case "median_gap":
            return Sentence(
                N_("Committees and centres see it differently: committees {committees}, centres {centres}."),
                _medians(finding),
            )
        case "agreement":
            return _split_words(finding.standing(reason.level), reason.level)
    return None


def _coverage_reason(standing: Standing, reason: Reason) -> Sentence:
    values = {
        "level": Sentence(LEVELS[reason.level]),
        "given": standing.assessable,
        "expected": standing.expected,
    }
    if not standing.expected:
        return Sentence(NOBODY_TO_ASK[reason.level])
    return Sentence(N_("{level}: {given} of {expected} gave a rating. That is too few."), values)


def _split_words(standing: Standing, level: str) -> Sentence:
    """How the bodies lie apart: in two camps where an unused step or more divides them, else spread."""
    stretches = camps(standing.counts)
    steps = [step for step, number in enumerate(standing.counts, start=1) if number]
    values: dict[str, object] = {
        "who": Sentence(WHO[level]),
        "low": Sentence(RATINGS[steps[0]]),
        "high": Sentence(RATINGS[steps[-1]]),
    }
    if len(stretches) == 2:
        values |= {
            "few": stretches[0][0],
            "many": stretches[1][0],
            "first": stretches[0][1],
            "second": stretches[1][1],
        }
        return Sentence(
            N_("{who}: the answers gather in two camps, {few} at {first} and {many} at {second}."), values
        )
    return Sentence(N_("{who}: the answers are spread from “{low}” to “{high}”."), values)


def _between_words(finding: PrincipleFinding) -> Iterator[Sentence]:
    """What both levels' middle answers are to the norms, for the verdicts that they decide."""
    medians = _medians(finding)
    norms = {reason.rule: reason.norm for reason in finding.verdict.reasons}
    match finding.verdict.proposed:
        case "followed":
            text = N_("Both levels answer {step} or higher: committees {committees}, centres {centres}.")
            yield Sentence(text, medians | {"step": _step(norms["followed_median"])})
        case "not_followed":
            text = N_("Both levels answer {step} or lower: committees {committees}, centres {centres}.")
            yield Sentence(text, medians | {"step": _step(norms["not_followed_median"])})
        case "partly":
            yield Sentence(
                N_(
                    "The levels are not both high, and not both low either: committees {committees}, centres"
                    " {centres}."
                ),
                medians,
            )


def _step(norm: float) -> Sentence | float:
    """A norm as the step it names; a number where it names none."""
    rating = RATINGS.get(int(norm)) if norm == int(norm) else None
    values = {"step": Sentence(rating or ""), "number": str(int(norm))}
    return Sentence(N_("“{step}” ({number})"), values) if rating else norm


def _medians(finding: PrincipleFinding) -> dict[str, object]:
    return {
        "committees": median_words(finding.gap.committee),
        "centres": median_words(finding.gap.centre),
    }


def override_words(finding: PrincipleFinding) -> Sentence | None:
    """What the rules propose and why the secretary decided otherwise; None where the proposed verdict
    stands.
    """
    if not finding.verdict.override:
        return None
    values = {
        "proposed": Sentence(VERDICTS[finding.verdict.proposed]),
        "reason": finding.verdict.override_reason,
    }
    return Sentence(N_("The rules propose “{proposed}”. The secretary's reason: {reason}"), values)
