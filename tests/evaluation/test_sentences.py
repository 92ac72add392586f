"""Every sentence about a principle, in both languages: what it claims holds for the numbers.

Each text has its claim here; a sentence without one fails. ``tests/test_random_registers.py`` tries them on
random registers.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from data import queries
from data.database import Store
from evaluation import change_words, experience_words, fact_words, standing_words, verdict_words
from evaluation.evaluate import evaluate, find_round
from evaluation.exact import exact
from evaluation.findings import Experience, PrincipleFinding, Standing
from evaluation.scales import LEVELS, RATINGS, VERDICTS
from evaluation.units import exact_value
from language import LANGUAGES, Sentence, Words, speak

Values = Mapping[str, str]


@dataclass(frozen=True)
class Case:
    """A finding, what the sentence is about, the norms in force, and the ratings of the round before."""

    finding: PrincipleFinding
    standing: Standing
    norms: Mapping[str, float]
    before: Sequence[int]
    words: Words


Claim = Callable[[Values, Case], bool]


def step_of(text: str, words: Words) -> int:
    """The step that a text names, in this language."""
    return next(step for step, name in RATINGS.items() if words(name) == text)


def middle_steps(text: str) -> list[int]:
    """The steps in brackets of a middle answer: ``(4)`` or ``(3–4)``; none of “no rating”."""
    match = re.search(r"\((\d)(?:–(\d))?\)", text)
    return [] if match is None else [int(match[1]), int(match[2] or match[1])]


def medians_are_said(values: Values, case: Case) -> bool:
    gap = case.finding.gap
    return [middle_steps(values[level]) for level in ("committees", "centres")] == [
        list(pair or ()) for pair in (gap.committee, gap.centre)
    ]


def both_at_least(values: Values, case: Case) -> bool:
    limit = middle_steps(values["step"])[0]
    lows = [middle_steps(values[level])[0] for level in ("committees", "centres")]
    return medians_are_said(values, case) and min(lows) >= limit == case.norms["followed_median"]


def both_at_most(values: Values, case: Case) -> bool:
    limit = middle_steps(values["step"])[0]
    highs = [middle_steps(values[level])[1] for level in ("committees", "centres")]
    return medians_are_said(values, case) and max(highs) <= limit == case.norms["not_followed_median"]


def neither_both_high_nor_both_low(values: Values, case: Case) -> bool:
    lows, highs = zip(*(middle_steps(values[level]) for level in ("committees", "centres")), strict=True)
    high, low = case.norms["followed_median"], case.norms["not_followed_median"]
    return medians_are_said(values, case) and min(lows) < high and max(highs) > low


def levels_lie_apart(values: Values, case: Case) -> bool:
    first, second = (middle_steps(values[level]) for level in ("committees", "centres"))
    distance = min(abs(a - b) for a in range(first[0], first[1] + 1) for b in range(second[0], second[1] + 1))
    return medians_are_said(values, case) and distance >= case.norms["contested_gap"]


def too_few(values: Values, case: Case) -> bool:
    level = next(key for key, name in LEVELS.items() if case.words(name) == values["level"])
    standing, needed = case.finding.standing(level), exact(case.norms["coverage_min"])
    rated, bodies = int(values["given"]), int(values["expected"])
    return (rated, bodies) == (standing.assessable, standing.expected) and (
        rated == 0 or rated < needed * bodies
    )


def two_camps(values: Values, case: Case) -> bool:
    """Two stretches of steps with an unused one between them, with as many bodies each as is said."""
    standing = standing_of(values, case)
    first, second = (steps_of(values[name]) for name in ("first", "second"))
    bodies = [sum(standing.counts[step - 1] for step in steps) for steps in (first, second)]
    return (
        bodies == [int(values["few"]), int(values["many"])]
        and sum(bodies) == standing.assessable
        and second[0] - first[-1] > 1
        and all(standing.counts[step - 1] for step in (*first, *second))
    )


def steps_of(text: str) -> list[int]:
    low, _, high = text.partition("–")
    return list(range(int(low), int(high or low) + 1))


def standing_of(values: Values, case: Case) -> Standing:
    """That of the level named in the sentence, else that which it is about."""
    if "who" not in values:
        return case.standing
    who = {case.words(text): level for level, text in verdict_words.WHO.items()}
    return case.finding.standing(who[values["who"]])


def spread(values: Values, case: Case) -> bool:
    counts = standing_of(values, case).counts
    used = [step for step, number in enumerate(counts, start=1) if number]
    low, high = (step_of(values[name], case.words) for name in ("low", "high"))
    return (low, high) == (used[0], used[-1]) and low < high


def neighbours(values: Values, case: Case) -> bool:
    low, high = (step_of(values[name], case.words) for name in ("low", "high"))
    return spread(values, case) and high - low == 1


def largely(values: Values, case: Case) -> bool:
    """More than two of three on one step."""
    most, rated, counts = int(values["most"]), int(values["rated"]), case.standing.counts
    step = step_of(values["step"], case.words)
    return counts[step - 1] == most and rated == sum(counts) and 3 * most > 2 * rated


def everyone(values: Values, case: Case) -> bool:
    rated = int(values["rated"])
    return rated > 1 and case.standing.counts[step_of(values["step"], case.words) - 1] == rated == sum(
        case.standing.counts
    )


def pairs(case: Case) -> tuple[Fraction, Fraction]:
    """Of all pairs of a rating now and one then, the shares that lie higher and lower now."""
    now = case.finding.all.counts
    total = sum(now) * sum(case.before)
    higher = sum(a * b for i, a in enumerate(now) for j, b in enumerate(case.before) if i > j)
    lower = sum(a * b for i, a in enumerate(now) for j, b in enumerate(case.before) if i < j)
    return Fraction(higher, total), Fraction(lower, total)


def tells(case: Case) -> bool:
    change = case.finding.change
    p = change.sign_test_p
    return p is not None and p < case.norms["change_p"] and change.paired >= case.norms["change_pairs"]


def pair_claim(side: int, least: Fraction) -> Claim:
    return lambda values, case: tells(case) and pairs(case)[side] >= least


def more_than_other(side: int) -> Claim:
    return lambda values, case: tells(case) and pairs(case)[side] > pairs(case)[1 - side]


def against(meet: bool, how: str) -> Claim:
    """So many of the facts that can be held against a norm do what the sentence says."""

    def claim(values: Values, case: Case) -> bool:
        known = [fact.met for fact in case.finding.indicators if fact.met is not None]
        count = known.count(meet)
        numbers = {name: int(text) for name, text in values.items()}
        return {
            "only": len(known) == 1 == count,
            "all": len(known) == count == numbers.get("known") and count > 1,
            "some": (numbers.get("against"), numbers.get("known")) == (count, len(known))
            and count < len(known),
        }[how]

    return claim


def results(case: Case) -> list[bool]:
    """Of the facts that can be held against a norm, whether each meets it."""
    return [fact.met for fact in case.finding.indicators if fact.met is not None]


def voices(case: Case) -> tuple[bool, bool]:
    """Whether the facts contradict the verdict, and whether the participants do."""
    final, known = case.finding.verdict.final, results(case)
    most = exact(case.norms["contradiction_share"]) * len(known)
    facts = (final == "followed" and known.count(False) > most) or (
        final == "not_followed" and known.count(True) > most
    )
    middle = middle_of(case)
    people = bool(middle) and (
        (final == "followed" and max(middle) <= 2) or (final == "not_followed" and min(middle) >= 4)
    )
    return facts, people


def experience_of(case: Case) -> Experience:
    experience = case.finding.experience
    assert experience is not None
    return experience


def answers_of(case: Case) -> int:
    return sum(experience_of(case).counts)


def middle_of(case: Case) -> list[int]:
    """Both middle answers of the participants; none where they are too few."""
    if case.finding.experience is None or answers_of(case) < max(1, case.norms["experience_min"]):
        return []
    counts = experience_of(case).counts
    ratings = [step for step, number in enumerate(counts, start=1) for _ in range(number)]
    return [ratings[(len(ratings) - 1) // 2], ratings[len(ratings) // 2]]


def middle_is_said(values: Values, case: Case) -> bool:
    return middle_steps(values["median"]) == middle_of(case) != []


def participants_alone(values: Values, case: Case) -> bool:
    return voices(case) == (False, True) and middle_is_said(values, case)


def both_voices(values: Values, case: Case) -> bool:
    return voices(case) == (True, True) and middle_is_said(values, case)


def undecided(case: Case) -> bool:
    return case.finding.verdict.final in ("partly", "contested")


CLAIMS: Mapping[str, Claim] = {
    "Both levels answer {step} or higher: committees {committees}, centres {centres}.": both_at_least,
    "Both levels answer {step} or lower: committees {committees}, centres {centres}.": both_at_most,
    "The levels are not both high, and not both low either: committees {committees}, centres {centres}.": (
        neither_both_high_nor_both_low
    ),
    "Committees and centres see it differently: committees {committees}, centres {centres}.": (
        levels_lie_apart
    ),
    "{level}: {given} of {expected} gave a rating. That is too few.": too_few,
    "There are no committees to ask in this round.": lambda values, case: not case.finding.committee.expected,
    "There are no centres to ask in this round.": lambda values, case: not case.finding.centre.expected,
    "{who}: the answers gather in two camps, {few} at {first} and {many} at {second}.": two_camps,
    "{who}: the answers are spread from “{low}” to “{high}”.": spread,
    "The answers gather in two camps, {few} at {first} and {many} at {second}.": two_camps,
    "The answers are spread from “{low}” to “{high}”.": spread,
    "The answers are divided between “{low}” and “{high}”.": neighbours,
    "They largely agree: {most} of {rated} answered “{step}”.": largely,
    "All {rated} who rated it answered “{step}”.": everyone,
    "Only one has rated it.": lambda values, case: case.standing.assessable == 1,
    "Nobody has rated it.": lambda values, case: case.standing.assessable == 0,
    "As many rose as fell.": lambda values, case: (
        case.finding.change.up == case.finding.change.down and case.finding.change.up > 0
    ),
    "Nobody moved.": lambda values, case: case.finding.change.up == case.finding.change.down == 0,
    "{count} answer is too few to conclude.": lambda values, case: (
        int(values["count"]) == case.finding.change.paired < case.norms["change_pairs"]
    ),
    "More than chance would bring about.": lambda values, case: tells(case),
    "Chance alone could bring this about.": lambda values, case: (
        (case.finding.change.sign_test_p or 1) >= case.norms["change_p"]
    ),
    "Of all pairs of a rating now and one from last time, nearly all lie higher now.": pair_claim(
        0, Fraction(9, 10)
    ),
    "Of all pairs of a rating now and one from last time, nearly all lie lower now.": pair_claim(
        1, Fraction(9, 10)
    ),
    "Of all pairs of a rating now and one from last time, most lie higher now.": pair_claim(
        0, Fraction(1, 2)
    ),
    "Of all pairs of a rating now and one from last time, most lie lower now.": pair_claim(1, Fraction(1, 2)),
    "Of all pairs of a rating now and one from last time, more lie higher now than lower.": more_than_other(
        0
    ),
    "Of all pairs of a rating now and one from last time, more lie lower now than higher.": more_than_other(
        1
    ),
    "All ratings taken together lie about as high as last time.": lambda values, case: (
        tells(case) and abs(pairs(case)[0] - pairs(case)[1]) < Fraction(3, 20)
    ),
    "the only fact with a norm misses it": against(False, "only"),
    "the only fact with a norm meets it": against(True, "only"),
    "all {known} facts with a norm miss it": against(False, "all"),
    "all {known} facts with a norm meet it": against(True, "all"),
    "{against} of {known} facts with a norm miss it": against(False, "some"),
    "{against} of {known} facts with a norm meet it": against(True, "some"),
    "The verdict is “{verdict}”, but {short}: {facts}.": lambda values, case: (
        values["verdict"] == case.words(VERDICTS[case.finding.verdict.final])
        and voices(case) == (True, False)
    ),
    "The records point the other way: {short}.": lambda values, case: voices(case) == (True, False),
    "The verdict is “{verdict}”, but the participants' middle answer is {median}.": lambda values, case: (
        values["verdict"] == case.words(VERDICTS[case.finding.verdict.final])
        and participants_alone(values, case)
    ),
    (
        "The verdict is “{verdict}”, but {short}: {facts}. The participants speak against it too: their"
        " middle answer is {median}."
    ): lambda values, case: (
        values["verdict"] == case.words(VERDICTS[case.finding.verdict.final]) and both_voices(values, case)
    ),
    "The participants point the other way: their middle answer is {median}.": (
        lambda values, case: participants_alone(values, case)
    ),
    (
        "Records and participants point the other way: {short}, and the participants' middle answer is"
        " {median}."
    ): lambda values, case: both_voices(values, case),
    "No participant was asked.": lambda values, case: case.finding.experience is None,
    "not asked": lambda values, case: case.finding.experience is None,
    "{count} participant answered “don't know”, and nobody gave another answer.": lambda values, case: (
        answers_of(case) == 0 and int(values["count"]) == experience_of(case).dont_know
    ),
    "only “don't know”": lambda values, case: answers_of(case) == 0,
    "Only {count} participant answered. That is too few to say anything.": lambda values, case: (
        0 < int(values["count"]) == answers_of(case) < case.norms["experience_min"]
    ),
    "{count} answer, too few": lambda values, case: (
        0 < int(values["count"]) == answers_of(case) < case.norms["experience_min"]
    ),
    (
        "{count} consultation asked its participants. {answers} answered and {unknown} did not know; the"
        " middle answer is {median}."
    ): lambda values, case: (
        middle_is_said(values, case)
        and int(values["count"]) == experience_of(case).consultations
        and int(values["answers"]) == answers_of(case)
        and int(values["unknown"]) == experience_of(case).dont_know > 0
    ),
    "{count} consultation asked its participants. {answers} answered; the middle answer is {median}.": (
        lambda values, case: (
            middle_is_said(values, case)
            and int(values["count"]) == experience_of(case).consultations
            and int(values["answers"]) == answers_of(case)
            and experience_of(case).dont_know == 0
        )
    ),
    "{median}, {count} answer": lambda values, case: (
        middle_is_said(values, case) and int(values["count"]) == answers_of(case)
    ),
    "The participants point neither way: their middle answer is {median}.": lambda values, case: (
        undecided(case)
        and middle_is_said(values, case)
        and (middle_steps(values["median"])[1] > 2 and middle_steps(values["median"])[0] < 4)
    ),
    "The participants point to “followed”: their middle answer is {median}.": lambda values, case: (
        undecided(case) and middle_is_said(values, case) and middle_steps(values["median"])[0] >= 4
    ),
    "The participants point to “not followed”: their middle answer is {median}.": lambda values, case: (
        undecided(case) and middle_is_said(values, case) and middle_steps(values["median"])[1] <= 2
    ),
    "The records point neither way: {met} of {known} facts with a norm meet it.": lambda values, case: (
        undecided(case)
        and int(values["known"]) == len(results(case)) == 2 * results(case).count(True)
        and int(values["met"]) == results(case).count(True)
    ),
    "The records point to “followed”: {met} of {count} fact with a norm meets it.": lambda values, case: (
        undecided(case)
        and 2 * int(values["met"]) > int(values["count"]) == len(results(case))
        and int(values["met"]) == results(case).count(True)
    ),
    "The records point to “not followed”: {missed} of {count} fact with a norm misses it.": (
        lambda values, case: (
            undecided(case)
            and 2 * int(values["missed"]) > int(values["count"]) == len(results(case))
            and int(values["missed"]) == results(case).count(False)
        )
    ),
}


def sentences(finding: PrincipleFinding) -> Iterator[tuple[Sentence, Standing]]:
    """Every sentence about a principle, and the answers that it is about."""
    yield from ((sentence, finding.all) for sentence in verdict_words.verdict_reasons(finding))
    for level in ("all", *LEVELS):
        yield standing_words.agreement_words(finding.standing(level)), finding.standing(level)
    change = finding.change
    several = [fact_words.contradiction_words(finding), fact_words.contradiction_in_short(finding)]
    several += [
        experience_words.experience_words(finding.experience),
        experience_words.experience_in_short(finding.experience),
        *experience_words.pointing_words(finding),
    ]
    if change.paired:
        several += [change_words.weight_words(change), change_words.delta_words(change)]
    yield from ((each, finding.all) for each in several if each)
    nested = [each.values["short"] for each in several if each and "short" in each.values]
    yield from ((each, finding.all) for each in nested if isinstance(each, Sentence))


def values_in(sentence: Sentence, words: Words) -> Values:
    """The values of a sentence as a reader finds them in the text."""
    text = words.say(sentence)
    plain = Sentence(sentence.text, plural=sentence.plural, count=sentence.count)
    template = words.say(Sentence(plain.text, Braces(), plain.plural, plain.count))
    pattern = re.sub(r"⟨(\w+)⟩", r"(?P<\1>.+?)", re.escape(template))
    match = re.fullmatch(pattern, text)
    assert match, (pattern, text)
    return match.groupdict()


class Braces(dict[str, object]):
    """Every value is its own name in angle brackets."""

    def items(self) -> Any:
        return [(name, f"⟨{name}⟩") for name in NAMES]


NAMES = sorted({name for text in CLAIMS for name in re.findall(r"\{(\w+)\}", text)})


def assert_every_claim_holds(store: Store, round_key: str) -> set[str]:
    """All sentences of a round, in both languages; gives the texts that were said."""
    chosen_round = find_round(store, round_key)
    evaluation = evaluate(store, chosen_round)
    norms = queries.norms.in_force(store, chosen_round.opening_day)
    previous = evaluation.principles[0].change.previous_round
    before = evaluate(store, find_round(store, previous)).principles if previous else None
    texts = set()
    for place, finding in enumerate(evaluation.principles):
        counts = before[place].all.counts if before else (0,) * 5
        for sentence, standing in sentences(finding):
            assert sentence.text in CLAIMS, f"no claim of “{sentence.text}”"
            for code in LANGUAGES:
                words = speak(code)
                case = Case(finding, standing, norms, counts, words)
                assert CLAIMS[sentence.text](values_in(sentence, words), case), words.say(sentence)
            texts.add(sentence.text)
        for fact in finding.indicators:
            assert_value_is_told_from_its_norm(fact)
    return texts


def assert_value_is_told_from_its_norm(fact: Any) -> None:
    """What is shown lies on the same side of the norm as what was reckoned, and is never all or nothing by
    rounding.
    """
    if fact.value is None or fact.unit != "share" or fact.norm is None:
        return
    text = speak("en").say(fact_words.fact_words(fact))
    shares = re.findall(r"\(([\d.,]+)%, norm: at (?:least|most) ([\d.,]+)%\)", text)
    assert shares, text
    value, norm = (Fraction(each.replace(",", "")) / 100 for each in shares[0])
    assert norm == exact(fact.norm), text
    real = exact_value(fact)
    for limit in (exact(fact.norm), Fraction(0), Fraction(1)):
        assert (value > limit, value < limit) == (real > limit, real < limit), text


def test_the_demonstration_says_nothing_untrue(demonstration: Store) -> None:
    """Every round, and many different sentences."""
    texts: set[str] = set()
    for each in queries.rounds.oldest_first(demonstration):
        texts |= assert_every_claim_holds(demonstration, each.key)
    assert len(texts) >= 12
