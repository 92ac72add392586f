"""Findings in plain sentences: why a verdict was reached, what changed, how much the answers rest on."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from data.queries.scale_bands import scale_bands
from evaluation.findings import Change, Measurement, Median, PrincipleFinding, Reason, Standing
from evaluation.principles import INDICATORS
from evaluation.scales import LEVELS, RATINGS, VERDICTS
from evaluation.units import norm_words, quantity, value_words
from language import N_, Sentence

WHO: Mapping[str, str] = {"all": N_("All bodies"), **LEVELS}
NOBODY_TO_ASK: Mapping[str, str] = {
    "committee": N_("There are no committees to ask in this round."),
    "centre": N_("There are no centres to ask in this round."),
}
MOSTLY = 2 / 3
"""Of those who rated it, more than this share on one step agree largely."""
NEARLY_ALL, HALF, NEGLIGIBLE = 0.9, 0.5, 0.147
"""Cliff's deltas: 0.9 means that at least nine of ten pairs lie one way, more than a half that most do; under
0.147 it is called negligible (Romano and others 2006).
"""


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
    camps = _camps(standing.counts)
    steps = [step for step, number in enumerate(standing.counts, start=1) if number]
    values: dict[str, object] = {
        "who": Sentence(WHO[level]),
        "low": Sentence(RATINGS[steps[0]]),
        "high": Sentence(RATINGS[steps[-1]]),
    }
    if len(camps) == 2:
        values |= {"few": camps[0][0], "many": camps[1][0], "first": camps[0][1], "second": camps[1][1]}
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


def _camps(counts: Sequence[int]) -> list[tuple[int, str]]:
    """The bodies by stretches of neighbouring steps that are used: how many, and which steps (``1–2``)."""
    used = [step for step, number in enumerate(counts, start=1) if number]
    stretches: list[list[int]] = []
    for step in used:
        if stretches and stretches[-1][-1] == step - 1:
            stretches[-1].append(step)
        else:
            stretches.append([step])
    return [
        (
            sum(counts[step - 1] for step in stretch),
            str(stretch[0]) if len(stretch) == 1 else f"{stretch[0]}–{stretch[-1]}",
        )
        for stretch in stretches
    ]


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
    """How far the bodies agree, in words that their counts carry: one body more or less moves the figure too
    much to show it.
    """
    rated, most = standing.assessable, max(standing.counts)
    steps = [step for step, number in enumerate(standing.counts, start=1) if number]
    if not rated:
        return Sentence(N_("Nobody has rated it."))
    if rated == 1:
        return Sentence(N_("Only one has rated it."))
    values = {
        "most": most,
        "rated": rated,
        "step": Sentence(RATINGS[standing.counts.index(most) + 1]),
        "low": Sentence(RATINGS[steps[0]]),
        "high": Sentence(RATINGS[steps[-1]]),
    }
    if len(steps) == 1:
        return Sentence(N_("All {rated} who rated it answered “{step}”."), values)
    if most > MOSTLY * rated:
        return Sentence(N_("The bodies largely agree: {most} of {rated} answered “{step}”."), values)
    if len(_camps(standing.counts)) == 2:
        (few, first), (many, second) = _camps(standing.counts)
        return Sentence(
            N_("The answers gather in two camps, {few} at {first} and {many} at {second}."),
            {"few": few, "first": first, "many": many, "second": second},
        )
    if steps[-1] - steps[0] == 1:
        return Sentence(N_("The answers are divided between “{low}” and “{high}”."), values)
    return Sentence(N_("The answers are spread from “{low}” to “{high}”."), values)


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


def delta_words(change: Change) -> Sentence | None:
    """How all ratings of this round lie against those of the round before, pair by pair; None where the sign
    test tells of nothing, or there is nothing to compare.

    Cliff's delta is how often a rating now is higher than one then, less how often it is lower; it says
    nothing of how much.
    """
    if change.cliffs_delta is None or not change.tells:
        return None
    size, is_higher = abs(change.cliffs_delta), change.cliffs_delta > 0
    if size >= NEARLY_ALL:
        higher = N_("Of all pairs of a rating now and one from last time, nearly all lie higher now.")
        lower = N_("Of all pairs of a rating now and one from last time, nearly all lie lower now.")
    elif size > HALF:
        higher = N_("Of all pairs of a rating now and one from last time, most lie higher now.")
        lower = N_("Of all pairs of a rating now and one from last time, most lie lower now.")
    elif size >= NEGLIGIBLE:
        higher = N_("Of all pairs of a rating now and one from last time, more lie higher now than lower.")
        lower = N_("Of all pairs of a rating now and one from last time, more lie lower now than higher.")
    else:
        higher = lower = N_("All ratings taken together lie about as high as last time.")
    return Sentence(higher if is_higher else lower)


def weight_words(change: Change) -> Sentence:
    """Whether the moves say more than chance; small numbers are said in words."""
    if change.up == change.down:
        return Sentence(N_("As many rose as fell.")) if change.up else Sentence(N_("Nobody moved."))
    if change.paired < change.pairs_min:
        return Sentence(
            "{count} body is too few to conclude.",
            plural="{count} bodies are too few to conclude.",
            count=change.paired,
        )
    if change.tells:
        return Sentence(N_("More than chance would bring about."))
    return Sentence(N_("Chance alone could bring this about."))
