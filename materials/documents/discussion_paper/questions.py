"""Questions to discuss, by rules from the data: what misses its norm, what has turned, what speaks against
last time's words.

Each principle has questions of its own that are good without any data. Nothing is asked that the numbers
don't carry: a sentence with a figure names how many consultations it is known for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from data.models import Action, Assessment
from evaluation.findings import Measurement
from evaluation.principles import INDICATORS
from evaluation.principles.definition import MissQuestion
from evaluation.principles.scopes import ANY, KNOWN
from evaluation.scales import RATINGS
from evaluation.units import norm_quantity, norm_words, quantity, value_words
from language import N_, Sentence
from materials.documents.discussion_paper.question_texts import ALWAYS, DAILY

FEWEST, MOST, MOST_RAISED = 3, 4, 2
HIGH, LOW, ENOUGH_FACTS = 4, 2, 2
ENOUGH_KNOWN = 5
"""Consultations that must be known, now and before, for a change between two periods to be asked about."""


@dataclass(frozen=True)
class Grounds:
    """What questions under one principle are raised from: the body's facts now and before, and what was said
    and decided.

    ``number`` 6 is proportionality; ``effort`` is the question that the hours raise there, or None.
    """

    number: int
    level: str
    facts: tuple[Measurement, ...]
    before: Mapping[str, Measurement]
    earlier_assessments: tuple[Assessment, ...]
    actions: tuple[Action, ...]
    norms: Mapping[str, float]
    effort: Sentence | None


def questions(grounds: Grounds) -> tuple[Sentence, ...]:
    """Three or four questions: the principle's own first, then what the facts raise, then what last time's
    words raise.
    """
    first, *others = (Sentence(text) for text in ALWAYS[grounds.number])
    raised_questions = list(_raised(grounds))[:MOST_RAISED]
    follow_up = next(_from_last_time(grounds), None)
    first_questions = [first, *raised_questions, *([follow_up] if follow_up else [])]
    if grounds.level == "centre" and grounds.number in DAILY:
        others.insert(0, Sentence(DAILY[grounds.number]))
    return tuple([*first_questions, *others][: max(FEWEST, min(len(first_questions) + 1, MOST))])


def _raised(grounds: Grounds) -> Iterator[Sentence]:
    """A question for each fact that misses its norm, in the principle's order; for proportionality what
    the hours show.
    """
    if (
        grounds.number == 6
        and grounds.effort
        and not any(measurement.met is False for measurement in grounds.facts)
    ):
        yield grounds.effort
    for measurement in grounds.facts:
        if measurement.met is False and (question := missed(measurement, grounds.norms)):
            yield question


def missed(measurement: Measurement, norms: Mapping[str, float]) -> Sentence | None:
    """The question that a missed norm raises; None where there is none to ask."""
    indicator, value = INDICATORS[measurement.indicator], measurement.value
    question = indicator.missed
    if question is None or value is None:
        return None
    match indicator.measure:
        case "total":
            return _lacking(measurement, question)
        case "median":
            values = {
                "value": quantity(value, measurement.unit),
                "norm": norm_words(measurement.norm, indicator),
                "known": measurement.known,
            }
            return _sentence(question.lone if measurement.known == 1 else question.text, values)
    amounts = {brace: norm_quantity(norms[norm], unit) for brace, (norm, unit) in question.amounts.items()}
    return _sentence(question.text, {"scope": _scope(measurement), **amounts})


def _scope(measurement: Measurement) -> Sentence:
    """In which consultations the norm of a share is missed."""
    indicator, count = INDICATORS[measurement.indicator], measurement.denominator
    numerator = measurement.numerator or 0
    miss_count = count - numerator if indicator.norm == "at_least" else numerator
    scope = indicator.scope or (KNOWN if measurement.unknown else ANY)
    text = scope.only_one if count == 1 else scope.all_of_them if miss_count == count else scope.some
    return Sentence(text, {"missed": miss_count, "count": count})


def _lacking(measurement: Measurement, question: MissQuestion) -> Sentence:
    """What a total is made of is counted, not consultations."""
    if measurement.denominator == 1:
        return Sentence(question.lone)
    return _sentence(
        question.text,
        {"total": measurement.denominator},
        count=measurement.denominator - (measurement.numerator or 0),
    )


def _sentence(text: str | Sentence, values: Mapping[str, object], count: int = 1) -> Sentence:
    return replace(text, values=values, count=count) if isinstance(text, Sentence) else Sentence(text, values)


def _from_last_time(grounds: Grounds) -> Iterator[Sentence]:
    """What speaks against last time's step, then a fact that kept to its norm and no longer does, then a
    promise nobody knows of.
    """
    yield from _contradictions(grounds)
    yield from _turned(grounds)
    if any(not action.outcome for action in grounds.actions):
        yield Sentence(N_("What has come so far of what was decided and has no outcome recorded?"))


def _contradictions(grounds: Grounds) -> Iterator[Sentence]:
    """A step last time against most of the facts now, where at least two can be held against a norm."""
    measurements = [measurement for measurement in grounds.facts if measurement.met is not None]
    for assessment in grounds.earlier_assessments:
        contradictions = [
            measurement
            for measurement in measurements
            if assessment.rating and measurement.met is (assessment.rating <= LOW)
        ]
        is_neutral = assessment.rating is None or LOW < assessment.rating < HIGH
        if (
            is_neutral
            or len(measurements) < ENOUGH_FACTS
            or len(contradictions) <= grounds.norms["contradiction_share"] * len(measurements)
        ):
            continue
        values = {
            "name": assessment.name,
            "step": Sentence(RATINGS[assessment.rating]),  # type: ignore[index]  # a rating, or it was neutral
            "number": str(assessment.rating),
            "against": len(contradictions),
            "held": len(measurements),
        }
        if assessment.rating and assessment.rating >= HIGH:
            yield Sentence(
                N_(
                    "Last time, {name} chose “{step}” ({number}). In this period, {against} of the {held}"
                    " facts that can be held against a norm miss it. What has changed, or what do the facts"
                    " not show?"
                ),
                values,
            )
        else:
            yield Sentence(
                N_(
                    "Last time, {name} chose “{step}” ({number}). In this period, {against} of the {held}"
                    " facts that can be held against a norm meet it. What has changed, or what do the facts"
                    " not show?"
                ),
                values,
            )


def _turned(grounds: Grounds) -> Iterator[Sentence]:
    """A fact that met its norm in the period before and misses it now, where enough is known of both."""
    for measurement in grounds.facts:
        measurement_before = grounds.before.get(measurement.indicator)
        if (
            measurement_before is None
            or measurement.met is not False
            or not measurement_before.met
            or min(measurement.known, measurement_before.known) < ENOUGH_KNOWN
        ):
            continue
        if measurement_before.value is not None and measurement.value is not None:
            values = {
                "label": Sentence(INDICATORS[measurement.indicator].label),
                "before": value_words(measurement_before),
                "now": value_words(measurement),
                "known_before": measurement_before.known,
                "known": measurement.known,
            }
            yield Sentence(
                N_(
                    "“{label}” was {before} in the last period (known for {known_before}) and is {now} now"
                    " (known for {known}). What lies behind the change?"
                ),
                values,
            )
