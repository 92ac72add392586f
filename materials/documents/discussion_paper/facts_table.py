"""The facts on one page: the body's own beside the norm and the whole municipality, in words a meeting can
read.
"""

from collections.abc import Iterator

from evaluation.findings import Measurement
from evaluation.phrases import known_words
from evaluation.principles import INDICATORS
from evaluation.units import norm_words, quantity
from language import Words
from materials.documents.discussion_paper.contents import Fact, Paper

FEW = 5
"""Below so many known consultations a share is said as a count, for one more or less would move it far."""


def at_a_glance(paper: Paper, words: Words) -> Iterator[str]:
    """What stands over the table: how many consultations, whose, and how many facts meet their norm."""
    number = len(paper.profiles)
    yield (
        words.many(
            "{body} had {count} consultation in the period.",
            "{body} had {count} consultations in the period.",
            number,
            body=paper.body,
        )
        if number
        else words(
            "{body} had no consultation in the period. The values of the whole municipality are shown alone.",
            body=paper.body,
        )
    )
    if paper.took_over_from:
        yield words(
            "Those of {bodies} count as its own, for it took over from them.", bodies=paper.took_over_from
        )
    held = [fact.own for fact in paper.facts if fact.own.met is not None]
    met = sum(found.met is True for found in held)
    if held:
        yield words.many(
            "{met} of {count} fact that can be held against a norm meets it.",
            "{met} of {count} facts that can be held against a norm meet it.",
            len(held),
            met=met,
        )
    if any(0 < fact.own.known < FEW for fact in paper.facts):
        yield words(
            "“Few cases” means that fewer than {few} consultations are known: read them one by one rather"
            " than in per cent.",
            few=FEW,
        )


def facts_table(paper: Paper, words: Words) -> list[tuple[str, ...]]:
    """The header, then under each principle its facts; without a consultation of its own only the
    municipality's values.
    """
    own = bool(paper.profiles)
    here = (words("Here"), words("Known")) if own else ()
    header = (
        words("Question"),
        *here,
        words("Norm"),
        *((words("Result"),) if own else ()),
        words("Whole municipality"),
    )
    if not own:
        header = (
            words("Question"),
            words("Whole municipality"),
            words("Known"),
            words("Norm"),
            words("Result"),
        )
    rows: list[tuple[str, ...]] = [header]
    for chapter in paper.chapters:
        title = f"{chapter.number}. {chapter.title}" if chapter.title else words("Proportionality")
        rows += [
            (title,),
            *(_own_row(fact, words) if own else _others_row(fact, words) for fact in chapter.facts),
        ]
    return rows


def _own_row(fact: Fact, words: Words) -> tuple[str, ...]:
    found = fact.own
    question = words(INDICATORS[found.indicator].question)
    return (
        question,
        value(found, words),
        known(found, words),
        norm(found, words),
        result(found, words),
        value(fact.everyone, words),
    )


def _others_row(fact: Fact, words: Words) -> tuple[str, ...]:
    found = fact.everyone
    return (
        words(INDICATORS[found.indicator].question),
        value(found, words),
        known(found, words),
        norm(found, words),
        result(found, words),
    )


def value(found: Measurement, words: Words) -> str:
    """The value with its unit; a share of few as a count, and "no known case" rather than 0 %."""
    if found.value is None:
        return words("no known case")
    if INDICATORS[found.indicator].measure == "share" and found.known < FEW:
        return words.share_of(found.numerator or 0, found.denominator)
    return words.say(quantity(found.value, found.unit))


def known(found: Measurement, words: Words) -> str:
    """``3 of 7``: for how many of the consultations it speaks to it is known."""
    return words.share_of(found.known, found.known + found.unknown)


def norm(found: Measurement, words: Words) -> str:
    """``at least 90 %``, or that there is none."""
    if found.norm is None:
        return words("no norm")
    if isinstance(found.norm, tuple):
        return words("from {low} to {high}", low=found.norm[0], high=quantity(found.norm[1], found.unit))
    amount = quantity(found.norm, found.unit)
    at_least = INDICATORS[found.indicator].norm == "at_least"
    return words("at least {amount}", amount=amount) if at_least else words("at most {amount}", amount=amount)


def result(found: Measurement, words: Words) -> str:
    """Whether the norm is met, in words; few cases say so."""
    if found.norm is None:
        return words("only reported")
    if found.met is None:
        return words("cannot be said")
    said = words("norm met") if found.met else words("norm not met")
    return words("{result}, few cases", result=said) if found.known < FEW else said


def fact_line(fact: Fact, words: Words) -> str:
    """One fact in a line: what it is, its value, for how many it is known, its norm, and the whole
    municipality's value.
    """
    found = fact.own
    label = words(INDICATORS[found.indicator].label)
    if found.value is None:
        return words(
            "{label}: {value} here; {everyone} in the whole municipality",
            label=label,
            value=value(found, words),
            everyone=value(fact.everyone, words),
        )
    parts = [
        value(found, words),
        words.say(known_words(found)),
        _norm_and_result(found, words),
    ]
    return words(
        "{label}: {facts}; {everyone} in the whole municipality",
        label=label,
        facts=" · ".join(parts),
        everyone=value(fact.everyone, words),
    )


def _norm_and_result(found: Measurement, words: Words) -> str:
    said = norm_words(found.norm, INDICATORS[found.indicator])
    return f"{words.say(said)}, {result(found, words)}" if said else words("no norm")
