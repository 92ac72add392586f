"""The facts of the records in sentences, and where they speak against the verdict."""

from evaluation.findings import Measurement, PrincipleFinding
from evaluation.principles import INDICATORS
from evaluation.scales import VERDICTS
from evaluation.units import norm_words, value_words
from language import N_, Sentence


def contradiction_words(finding: PrincipleFinding) -> Sentence | None:
    """Where the records speak against the verdict that stands, with the facts that do; or None."""
    if not finding.contradiction:
        return None
    values = {
        "verdict": Sentence(VERDICTS[finding.verdict.final]),
        "short": _facts_against(finding),
        "facts": tuple(fact_words(fact) for fact in speaking_against(finding)),
    }
    return Sentence(N_("The verdict is “{verdict}”, but {short}: {facts}."), values)


def contradiction_in_short(finding: PrincipleFinding) -> Sentence | None:
    """How many of the known facts speak against the verdict, where most do; or None."""
    if not finding.contradiction:
        return None
    return Sentence(N_("The records point the other way: {short}."), {"short": _facts_against(finding)})


def _facts_against(finding: PrincipleFinding) -> Sentence:
    """How many of the facts that can be held against a norm miss it, or meet it."""
    known = sum(fact.met is not None for fact in finding.indicators)
    against = len(speaking_against(finding))
    miss = finding.verdict.final == "followed"
    if known == 1:
        text = N_("the only fact with a norm misses it") if miss else N_("the only fact with a norm meets it")
    elif against == known:
        text = (
            N_("all {known} facts with a norm miss it")
            if miss
            else N_("all {known} facts with a norm meet it")
        )
    else:
        text = (
            N_("{against} of {known} facts with a norm miss it")
            if miss
            else N_("{against} of {known} facts with a norm meet it")
        )
    return Sentence(text, {"against": against, "known": known})


def speaking_against(finding: PrincipleFinding) -> list[Measurement]:
    """The facts that miss their norm where the verdict is "followed", or meet it where it is "not
    followed".
    """
    target = {"followed": False, "not_followed": True}.get(finding.verdict.final)
    return [fact for fact in finding.indicators if target is not None and fact.met is target]


def fact_words(fact: Measurement) -> Sentence:
    """A fact with its value and norm: ``“Long enough to respond” (43 %, norm: at least 90 %)``."""
    indicator = INDICATORS[fact.indicator]
    if fact.value is None:
        return Sentence(N_("“{label}” (not known)"), {"label": Sentence(indicator.label)})
    values = {
        "label": Sentence(indicator.label),
        "value": value_words(fact),
        "norm": norm_words(fact.norm, indicator, fact.unit),
    }
    return Sentence(
        N_("“{label}” ({value}, {norm})") if fact.norm is not None else N_("“{label}” ({value})"), values
    )


def known_words(fact: Measurement) -> Sentence:
    """For how many of the consultations that a fact speaks to it is known."""
    return Sentence(
        "known for {known} of {count} consultation",
        {"known": fact.known},
        plural="known for {known} of {count} consultations",
        count=fact.known + fact.unknown,
    )
