"""The facts on one page: the body's own beside the norm and the whole municipality, in words a meeting can
read.
"""

from collections.abc import Iterator, Sequence

from evaluation.confidence_words import not_recorded_words
from evaluation.fact_words import result_words
from evaluation.findings import Measurement
from evaluation.principles import INDICATORS
from evaluation.units import limit_words, value_words
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
    if are_all_few(paper):
        yield words(
            "Every fact rests on fewer than {few} known consultations: read them one by one rather than in"
            " per cent.",
            few=FEW,
        )
    elif any(0 < fact.own.known < FEW for fact in paper.facts):
        yield words(
            "“Few cases” means that fewer than {few} consultations are known: read them one by one rather"
            " than in per cent.",
            few=FEW,
        )


def are_all_few(paper: Paper) -> bool:
    """Whether no fact that is known at all is known of more than a few."""
    known_counts = [fact.own.known for fact in paper.facts if fact.own.known]
    return bool(known_counts) and max(known_counts) < FEW


def left_out(paper: Paper, words: Words) -> str:
    """Which facts the table leaves out, for no case of them is known; empty where it holds all."""
    labels = tuple(
        words(INDICATORS[fact.own.indicator].label) for fact in paper.facts if not _is_known(fact, paper)
    )
    return words("No case is known of: {facts}.", facts=labels) if labels else ""


def not_recorded_lines(facts: Sequence[Fact], words: Words) -> Iterator[str]:
    """Which centres record nothing of a fact that is known of others, a line a fact."""
    for fact in facts:
        sentence = not_recorded_words(fact.own, fact.body_names)
        if sentence and fact.own.value is not None:
            label = words(INDICATORS[fact.own.indicator].label)
            yield words("{label}: {facts}", label=label, facts=words.say(sentence))


def _is_known(fact: Fact, paper: Paper) -> bool:
    return (fact.own if paper.profiles else fact.everyone).value is not None


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
    """The header, then under each principle those of its facts that are known; without a consultation of
    its own only the municipality's values.
    """
    shared = (words("Known"), words("Norm"), words("Result"))
    header = (
        (words("Fact"), words("Here"), *shared, words("Whole municipality"))
        if paper.profiles
        else (words("Fact"), words("Whole municipality"), *shared)
    )
    rows: list[tuple[str, ...]] = [header]
    for chapter in paper.chapters:
        facts = [fact for fact in chapter.facts if _is_known(fact, paper)]
        if facts:
            title = f"{chapter.number}. {chapter.title}" if chapter.title else words("Proportionality")
            rows += [(title,), *(_row(fact, paper, words) for fact in facts)]
    return rows


def _row(fact: Fact, paper: Paper, words: Words) -> tuple[str, ...]:
    measurement = fact.own if paper.profiles else fact.everyone
    cells = (
        words(INDICATORS[measurement.indicator].label),
        value(measurement, words),
        known(measurement, words),
        norm(measurement, words),
        result(measurement, words, tells_few=not are_all_few(paper) or not paper.profiles),
    )
    return (*cells, value(fact.everyone, words)) if paper.profiles else cells


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


def result(measurement: Measurement, words: Words, *, tells_few: bool = True) -> str:
    """Whether the norm is met, in words; few cases say so, unless all are few and it is said once."""
    text = words.say(result_words(measurement, with_reason=True))
    is_of_few = measurement.met is not None and measurement.known < FEW
    return words("{result}, few cases", result=text) if tells_few and is_of_few else text
