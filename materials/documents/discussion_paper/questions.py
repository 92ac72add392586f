"""Questions to discuss, by rules from the data: what misses its norm, what has turned, what speaks against
last time's words.

Each principle has questions of its own that are good without any data. Nothing is asked that the numbers
don't carry: a sentence with a figure names how many consultations it is known for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.models import Action, Assessment
from evaluation.findings import Measurement
from evaluation.principles import INDICATORS
from evaluation.scales import RATINGS
from evaluation.units import norm_words, quantity
from language import N_, Sentence
from materials.documents.discussion_paper.question_texts import (
    ALWAYS,
    DAILY,
    LONE_RAISED,
    MISSED,
    SCOPES,
    SUBSETS,
)

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
    said: tuple[Assessment, ...]
    actions: tuple[Action, ...]
    norms: Mapping[str, float]
    effort: Sentence | None


def questions(grounds: Grounds) -> tuple[Sentence, ...]:
    """Three or four questions: the principle's own first, then what the facts raise, then what last time's
    words raise.
    """
    first, *others = (Sentence(text) for text in ALWAYS[grounds.number])
    raised = list(_raised(grounds))[:MOST_RAISED]
    then = next(_from_last_time(grounds), None)
    asked = [first, *raised, *([then] if then else [])]
    if grounds.level == "centre" and grounds.number in DAILY:
        others.insert(0, Sentence(DAILY[grounds.number]))
    return tuple([*asked, *others][: max(FEWEST, min(len(asked) + 1, MOST))])


def _raised(grounds: Grounds) -> Iterator[Sentence]:
    """A question for each fact that misses its norm, in the principle's order; for proportionality what
    the hours show.
    """
    if grounds.number == 6 and grounds.effort and not any(found.met is False for found in grounds.facts):
        yield grounds.effort
    for found in grounds.facts:
        if found.met is False and (said := missed(found, grounds.norms)):
            yield said


def missed(found: Measurement, norms: Mapping[str, float]) -> Sentence | None:
    """The question that a missed norm raises; None where there is none to ask."""
    match INDICATORS[found.indicator].measure:
        case "total":
            return _unanswered(found)
        case "median":
            return _middle(found)
    lacking = found.denominator - (found.numerator or 0)
    one, all_of_them, some = SCOPES[SUBSETS.get(found.indicator) or ("known" if found.unknown else "any")]
    text = one if found.denominator == 1 else all_of_them if lacking == found.denominator else some
    scope = Sentence(text, {"missed": lacking, "count": found.denominator})
    values: dict[str, object] = {"scope": scope}
    if found.indicator == "on_plan":
        values["days"] = quantity(norms["on_plan_days"], "days")
    return Sentence(MISSED[found.indicator], values)


def _unanswered(found: Measurement) -> Sentence:
    """Contributions are counted, not consultations."""
    lacking = found.denominator - (found.numerator or 0)
    if found.denominator == 1:
        return Sentence(
            N_("The only contribution is not recorded as answered. Did it get an answer in another way?")
        )
    return Sentence(
        "{count} of {total} contributions is not recorded as answered. Did it get an answer in another way?",
        {"total": found.denominator},
        plural="{count} of {total} contributions are not recorded as answered. Who got no answer, and why?",
        count=lacking,
    )


def _middle(found: Measurement) -> Sentence | None:
    """A middle value; with one known case it is that case's own."""
    indicator, value = INDICATORS[found.indicator], found.value
    if value is None:
        return None
    key = found.indicator
    if isinstance(found.norm, tuple):
        key += "_below" if value < found.norm[0] else "_above"
    values = {
        "value": quantity(value, found.unit),
        "norm": norm_words(found.norm, indicator),
        "known": found.known,
    }
    return Sentence(LONE_RAISED[key] if found.known == 1 else MISSED[key], values)


def _from_last_time(grounds: Grounds) -> Iterator[Sentence]:
    """What speaks against last time's step, then a fact that kept to its norm and no longer does, then a
    promise nobody knows of.
    """
    yield from _contradictions(grounds)
    yield from _turned(grounds)
    for action in grounds.actions:
        if not action.outcome:
            yield Sentence(
                N_(
                    "It was decided to do this: “{action}”. No outcome is recorded. What has come of it so"
                    " far?"
                ),
                {"action": action.text.rstrip(" .")},
            )


def _contradictions(grounds: Grounds) -> Iterator[Sentence]:
    """A step last time against most of the facts now, where at least two can be held against a norm."""
    held = [found for found in grounds.facts if found.met is not None]
    for given in grounds.said:
        against = [found for found in held if given.rating and found.met is (given.rating <= LOW)]
        plain = given.rating is None or LOW < given.rating < HIGH
        if (
            plain
            or len(held) < ENOUGH_FACTS
            or len(against) <= grounds.norms["contradiction_share"] * len(held)
        ):
            continue
        values = {
            "name": given.name,
            "step": Sentence(RATINGS[given.rating]),  # type: ignore[index]  # a rating, or it was plain
            "number": str(given.rating),
            "against": len(against),
            "held": len(held),
        }
        if given.rating and given.rating >= HIGH:
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
    for found in grounds.facts:
        then = grounds.before.get(found.indicator)
        if (
            then is None
            or found.met is not False
            or not then.met
            or min(found.known, then.known) < ENOUGH_KNOWN
        ):
            continue
        if then.value is not None and found.value is not None:
            values = {
                "label": Sentence(INDICATORS[found.indicator].label),
                "before": quantity(then.value, then.unit),
                "now": quantity(found.value, found.unit),
                "known_before": then.known,
                "known": found.known,
            }
            yield Sentence(
                N_(
                    "“{label}” was {before} in the last period (known for {known_before}) and is {now} now"
                    " (known for {known}). What lies behind the change?"
                ),
                values,
            )
