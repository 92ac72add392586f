"""The facts on one page: the body's own beside the norm and the whole municipality, in words a meeting can
read.
"""

from collections.abc import Iterator

from evaluation.confidence_words import not_recorded_words, waiting_words, waits_too_much
from evaluation.fact_words import known_words
from evaluation.findings import Measurement
from evaluation.principles import INDICATORS
from evaluation.units import limit_words, norm_words, value_words
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
    measurements = [fact.own for fact in paper.facts if fact.own.met is not None]
    met_count = sum(measurement.met is True for measurement in measurements)
    if measurements:
        yield _against_norms(met_count, len(measurements), words)
    if any(0 < fact.own.known < FEW for fact in paper.facts):
        yield words(
            "“Few cases” means that fewer than {few} consultations are known: read them one by one rather"
            " than in per cent.",
            few=FEW,
        )


def _against_norms(met: int, count: int, words: Words) -> str:
    """How many facts meet their norm; "all" where all of several do."""
    if 1 < met == count:
        return words("All {count} facts that can be held against a norm meet it.", count=count)
    return words.many(
        "{met} of {count} fact that can be held against a norm meets it.",
        "{met} of {count} facts that can be held against a norm meet it.",
        count,
        met=met,
    )


def facts_table(paper: Paper, words: Words) -> list[tuple[str, ...]]:
    """The header, then under each principle its facts; without a consultation of its own only the
    municipality's values.
    """
    has_own = bool(paper.profiles)
    own_columns = (words("Here"), words("Known")) if has_own else ()
    header = (
        words("Question"),
        *own_columns,
        words("Norm"),
        *((words("Result"),) if has_own else ()),
        words("Whole municipality"),
    )
    if not has_own:
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
            *(_own_row(fact, words) if has_own else _others_row(fact, words) for fact in chapter.facts),
        ]
    return rows


def _own_row(fact: Fact, words: Words) -> tuple[str, ...]:
    measurement = fact.own
    question = words(INDICATORS[measurement.indicator].question)
    return (
        question,
        value(measurement, words),
        known(measurement, words),
        norm(measurement, words),
        result(measurement, words),
        value(fact.everyone, words),
    )


def _others_row(fact: Fact, words: Words) -> tuple[str, ...]:
    measurement = fact.everyone
    return (
        words(INDICATORS[measurement.indicator].question),
        value(measurement, words),
        known(measurement, words),
        norm(measurement, words),
        result(measurement, words),
    )


def value(measurement: Measurement, words: Words) -> str:
    """The value with its unit; a share of few as a count, and "no known case" rather than 0 %."""
    is_share = INDICATORS[measurement.indicator].measure == "share"
    if measurement.value is not None and is_share and measurement.known < FEW:
        return words.share_of(measurement.numerator or 0, measurement.denominator)
    return words.say(value_words(measurement))


def known(measurement: Measurement, words: Words) -> str:
    """``3 of 7, 2 waiting``: for how many of the consultations it speaks to it is known, and how many still
    wait.
    """
    share = words.share_of(measurement.known, measurement.known + measurement.unknown)
    if not measurement.waiting:
        return share
    return words("{known}, {waiting} waiting", known=share, waiting=measurement.waiting)


def norm(measurement: Measurement, words: Words) -> str:
    """``at least 90 %``, or that there is none."""
    limit = limit_words(measurement.norm, INDICATORS[measurement.indicator], measurement.unit)
    return words.say(limit) if limit else words("no norm")


def result(measurement: Measurement, words: Words) -> str:
    """Whether the norm is met, in words; few cases say so."""
    if measurement.norm is None:
        return words("only reported")
    if waits_too_much(measurement):
        return words("not judged: more wait than are known")
    if measurement.met is None:
        return words("cannot be said")
    text = words("met") if measurement.met else words("not met")
    return words("{result}, few cases", result=text) if measurement.known < FEW else text


def fact_line(fact: Fact, words: Words) -> str:
    """One fact in a line: what it is, its value, for how many it is known, its norm, and the whole
    municipality's value.
    """
    measurement = fact.own
    label = words(INDICATORS[measurement.indicator].label)
    if measurement.value is None:
        return words(
            "{label}: {value} here; {everyone} in the whole municipality",
            label=label,
            value=" · ".join([value(measurement, words), *_remarks(fact, words)]),
            everyone=value(fact.everyone, words),
        )
    parts = [
        value(measurement, words),
        words.say(known_words(measurement)),
        _norm_and_result(measurement, words),
        *_remarks(fact, words),
    ]
    return words(
        "{label}: {facts}; {everyone} in the whole municipality",
        label=label,
        facts=" · ".join(parts),
        everyone=value(fact.everyone, words),
    )


def _remarks(fact: Fact, words: Words) -> list[str]:
    """How many of its own still wait, and which centres record nothing of it."""
    sentences = (waiting_words(fact.own), not_recorded_words(fact.own, fact.body_names))
    return [words.say(sentence) for sentence in sentences if sentence]


def _norm_and_result(measurement: Measurement, words: Words) -> str:
    sentence = norm_words(measurement.norm, INDICATORS[measurement.indicator], measurement.unit)
    return f"{words.say(sentence)}, {result(measurement, words)}" if sentence else words("no norm")
