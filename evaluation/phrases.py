"""Findings in plain sentences: why a verdict was reached, what changed, how much the answers rest on."""

from collections.abc import Mapping

import pandas as pd

from data.queries.scale_bands import scale_bands
from evaluation.findings import Change, Measurement, Median, PrincipleFinding, Standing
from evaluation.ordinal import delta_word
from evaluation.principles import INDICATORS
from evaluation.scales import LEVELS, RATINGS, VERDICTS
from evaluation.units import norm_words, quantity
from language import N_, Sentence

ENOUGH_PAIRS = 10
SIGNIFICANT = 0.05


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
    medians = {"committees": median_words(finding.gap.committee), "centres": median_words(finding.gap.centre)}
    sentences = []
    for reason in finding.verdict.reasons:
        standing = finding.standing(reason.level)
        match reason.rule:
            case "coverage":
                values = {
                    "level": Sentence(LEVELS[reason.level]),
                    "given": standing.assessable,
                    "expected": standing.expected,
                }
                sentences.append(
                    Sentence(
                        N_("{level}: {given} of {expected} could judge and answered. That is too few."),
                        values,
                    )
                )
            case "median_gap":
                sentences.append(
                    Sentence(
                        N_(
                            "Committees and centres see it differently: committees {committees}, centres"
                            " {centres}."
                        ),
                        medians,
                    )
                )
            case "agreement":
                sentences.append(
                    Sentence(
                        N_("The bodies pull in opposite directions: many stand at each end of the scale.")
                    )
                )
    texts = {
        "followed": N_("Both levels rate it high: committees {committees}, centres {centres}."),
        "not_followed": N_("Both levels rate it low: committees {committees}, centres {centres}."),
        "partly": N_("Neither high nor low at both levels: committees {committees}, centres {centres}."),
    }
    if finding.verdict.proposed in texts:
        sentences.append(Sentence(texts[finding.verdict.proposed], medians))
    return sentences


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


def coverage_words(standing: Standing) -> Sentence:
    """How many of the expected bodies answered, and how many of those could not judge."""
    values = {"answered": standing.answered, "expected": standing.expected, "unable": standing.not_assessable}
    if standing.not_assessable:
        return Sentence(N_("{answered} of {expected} answered, {unable} of them could not judge"), values)
    return Sentence(N_("{answered} of {expected} answered"), values)


def change_words(change: Change, names: Mapping[str, Sentence | str]) -> Sentence:
    """How the paired bodies moved since the previous round, and whether that says anything. ``names``:
    rounds in words.
    """
    if change.previous_round is None:
        return Sentence(N_("There is no earlier round to compare with."))
    values = {
        "round": names.get(change.previous_round, change.previous_round),
        "up": change.up,
        "same": change.same,
        "down": change.down,
    }
    if not change.paired:
        return Sentence(N_("No body rated it both now and in {round}."), values)
    counts = Sentence(N_("{up} higher, {same} the same, {down} lower than in {round}"), values)
    return Sentence(N_("{counts}. {weight}"), {"counts": counts, "weight": weight_words(change)})


def strength_words(standing: Standing) -> Sentence:
    """What the answers stand on."""
    values = {
        "strong": standing.strong,
        "fair": standing.fair,
        "thin": standing.thin,
        "pointing": standing.with_evidence,
        "answered": standing.answered,
    }
    return Sentence(
        N_(
            "Basis: {strong} strong, {fair} fair, {thin} thin. {pointing} of {answered} point to a"
            " consultation."
        ),
        values,
    )


def agreement_words(standing: Standing) -> Sentence:
    """How far the bodies agree, in words: one body more or less moves the figure too much to show it."""
    if standing.agreement is None:
        return Sentence(N_("Nobody has rated it yet."))
    if sum(number > 0 for number in standing.counts) == 1:
        return Sentence(N_("Everyone who rated gave the same rating."))
    if standing.agreement >= 0.5:
        return Sentence(N_("The bodies largely agree."))
    if standing.agreement >= 0:
        return Sentence(N_("The answers are spread."))
    return Sentence(N_("The bodies are split between the ends of the scale."))


def contradiction_words(finding: PrincipleFinding) -> Sentence | None:
    """Where the records speak against the verdict, with the facts that do; or None."""
    if not finding.contradiction:
        return None
    known_facts = [fact for fact in finding.indicators if fact.met is not None]
    against = speaking_against(finding)
    values = {
        "against": len(against),
        "known": len(known_facts),
        "facts": tuple(fact_words(fact) for fact in against),
    }
    if finding.verdict.proposed == "followed":
        text = N_(
            "The bodies say that it was followed, but {against} of {known} facts in the records miss their"
            " norm: {facts}."
        )
    else:
        text = N_(
            "The bodies say that it was not followed, but {against} of {known} facts in the records meet"
            " their norm: {facts}."
        )
    return Sentence(text, values)


def contradiction_in_short(finding: PrincipleFinding) -> Sentence | None:
    """How many of the known facts speak against the verdict, where most do; or None."""
    if not finding.contradiction:
        return None
    values = {
        "against": len(speaking_against(finding)),
        "known": sum(fact.met is not None for fact in finding.indicators),
    }
    if finding.verdict.proposed == "followed":
        return Sentence(
            N_("The records point the other way: {against} of {known} facts miss their norm."), values
        )
    return Sentence(
        N_("The records point the other way: {against} of {known} facts meet their norm."), values
    )


def speaking_against(finding: PrincipleFinding) -> list[Measurement]:
    """The facts that miss their norm where the verdict is "followed", or meet it where it is "not
    followed".
    """
    target = {"followed": False, "not_followed": True}.get(finding.verdict.proposed)
    return [fact for fact in finding.indicators if target is not None and fact.met is target]


def fact_words(fact: Measurement) -> Sentence:
    """A fact with its value and norm: ``“Long enough to respond” (43 %, norm: at least 90 %)``."""
    indicator = INDICATORS[fact.indicator]
    if fact.value is None:
        return Sentence(N_("“{label}” (not known)"), {"label": Sentence(indicator.label)})
    values = {
        "label": Sentence(indicator.label),
        "value": quantity(fact.value, fact.unit),
        "norm": norm_words(fact.norm, indicator, fact.unit),
    }
    return Sentence(N_("“{label}” ({value}, {norm})") if fact.norm else N_("“{label}” ({value})"), values)


def known_words(fact: Measurement) -> Sentence:
    """For how many of the consultations that a fact speaks to it is known."""
    return Sentence(
        "known for {known} of {count} consultation",
        {"known": fact.known},
        plural="known for {known} of {count} consultations",
        count=fact.known + fact.unknown,
    )


def proportionality_question(efforts: pd.DataFrame, norms: Mapping[str, float]) -> Sentence:
    """What the effort raises to talk about: matters that took less or more than their planned scale calls
    for.

    ``efforts`` has a row a consultation with scale and hours_spent, missing where not known.
    """
    known_efforts = efforts[efforts["scale"].notna() & efforts["hours_spent"].notna()]
    bands = scale_bands(norms)
    if known_efforts.empty or not {"small", "large"} <= bands.keys():
        return Sentence(N_("The records do not say enough about hours and scale to raise a question."))
    hours, scale = known_efforts["hours_spent"], known_efforts["scale"]
    large, tiny = int((scale == "large").sum()), int((scale == "small").sum())
    little = int(hours[scale == "large"].map(bands["large"].is_below).sum())
    much = int(hours[scale == "small"].map(bands["small"].is_above).sum())
    of_large = Sentence(
        "{little} of {count} large matter took at most {hours}.",
        {"little": little, "hours": quantity(bands["large"].above or 0, "hours")},
        plural="{little} of {count} large matters took at most {hours}.",
        count=large,
    )
    of_small = Sentence(
        "{much} of {count} small matter took more than {hours}.",
        {"much": much, "hours": quantity(bands["small"].up_to or 0, "hours")},
        plural="{much} of {count} small matters took more than {hours}.",
        count=tiny,
    )
    if not large and not tiny:
        return Sentence(
            N_("Only medium matters have known hours, so there is no question of too little or too much.")
        )
    questions = {
        (True, True): N_("Did the large ones get what they called for, and were the small ones worth it?"),
        (True, False): N_("Did the large matters get what they called for?"),
        (False, True): N_("Was it worth it, or could it have been simpler?"),
        (False, False): N_("The effort followed the size of the matter: what made that possible?"),
    }
    sentences = [
        *([of_large] if large else []),
        *([of_small] if tiny else []),
        Sentence(questions[little > 0, much > 0]),
    ]
    return Sentence(
        " ".join(f"{{{place}}}" for place in ("first", "second", "third")[: len(sentences)]),
        dict(zip(("first", "second", "third"), sentences, strict=False)),
    )


DELTA_SAID = {
    "small": (
        N_("All ratings taken together are a little higher."),
        N_("All ratings taken together are a little lower."),
    ),
    "medium": (
        N_("All ratings taken together are clearly higher."),
        N_("All ratings taken together are clearly lower."),
    ),
    "large": (
        N_("All ratings taken together are much higher."),
        N_("All ratings taken together are much lower."),
    ),
}


def delta_words(change: Change) -> Sentence | None:
    """How all ratings of this round, paired or not, lie against those of the round before; None where either
    has none.

    The word is that of Cliff's delta: see :func:`evaluation.ordinal.delta_word`.
    """
    if change.cliffs_delta is None:
        return None
    word = delta_word(change.cliffs_delta)
    if word == "negligible":
        return Sentence(N_("All ratings taken together lie about as high."))
    higher, lower = DELTA_SAID[word]
    return Sentence(higher if change.cliffs_delta > 0 else lower)


def weight_words(change: Change) -> Sentence:
    """Whether the moves say more than chance; small numbers are said in words."""
    if change.up == change.down:
        return Sentence(N_("As many rose as fell.")) if change.up else Sentence(N_("Nobody moved."))
    if change.sign_test_p is not None and change.sign_test_p < SIGNIFICANT:
        return Sentence(N_("More than chance would bring about."))
    if change.paired < ENOUGH_PAIRS:
        return Sentence(
            "{count} body is too few to conclude.",
            plural="{count} bodies are too few to conclude.",
            count=change.paired,
        )
    return Sentence(N_("Chance alone could bring this about."))
