"""An evaluation in words, for the command line."""

from collections.abc import Iterator, Sequence

from evaluation import phrases
from evaluation.findings import Evaluation, Measurement, PrincipleFinding
from evaluation.principles import INDICATORS
from evaluation.scales import LEVELS, VERDICTS
from evaluation.units import norm_words, quantity
from language import Words


def as_text(evaluation: Evaluation, words: Words) -> str:
    """The whole evaluation, a paragraph a principle."""
    period = words(
        "Consultations from {start} to {end}", start=evaluation.period_from, end=evaluation.period_to
    )
    number = words.many("{count} consultation", "{count} consultations", evaluation.consultations)
    lines = [evaluation.round, f"{period}: {number}"]
    if evaluation.demonstration:
        lines.append(
            words(
                "Demonstration: all records are fictitious, and no real committee or centre has said any of"
                " this."
            )
        )
    for finding in evaluation.principles:
        lines += ["", *_paragraph(finding, words)]
    lines += ["", *_proportionality(evaluation.proportionality, words)]
    return "\n".join(lines) + "\n"


def _paragraph(finding: PrincipleFinding, words: Words) -> Iterator[str]:
    yield f"{finding.principle}. {finding.title(words.code)}"
    yield f"  {words(VERDICTS[finding.verdict.final])}"
    if override := phrases.override_words(finding):
        yield f"  {words.say(override)}"
    for reason in phrases.verdict_reasons(finding):
        yield f"  {words.say(reason)}"
    for level, label in LEVELS.items():
        yield f"  {words(label)}: {words.say(phrases.coverage_words(finding.standing(level)))}"
    yield f"  {words.say(phrases.change_words(finding.change, {}))}"
    for measurement in finding.indicators:
        yield f"  {words(INDICATORS[measurement.indicator].label)}: {measured(measurement, words)}"
    if contradiction := phrases.contradiction_words(finding):
        yield f"  {words.say(contradiction)}"


def _proportionality(measurements: Sequence[Measurement], words: Words) -> Iterator[str]:
    yield words("Proportionality")
    for each in measurements:
        yield f"  {words(INDICATORS[each.indicator].label)}: {measured(each, words)}"


def measured(measurement: Measurement, words: Words) -> str:
    """The value with its norm and what is known: ``57 % (norm: at least 90 %; 21 of 28 known)``."""
    if measurement.value is None:
        return words("not known for any consultation")
    values = {
        "value": quantity(measurement.value, measurement.unit),
        "known": words(
            "{known} of {total} known", known=measurement.known, total=measurement.known + measurement.unknown
        ),
    }
    norm = norm_words(measurement.norm, INDICATORS[measurement.indicator], measurement.unit)
    return (
        words("{value} ({norm}; {known})", norm=norm, **values)
        if norm
        else words("{value} ({known})", **values)
    )
