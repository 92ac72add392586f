"""An evaluation in words, for the command line."""

from collections.abc import Iterator, Mapping, Sequence

from evaluation import (
    change_words,
    confidence_words,
    experience_words,
    fact_words,
    standing_words,
    verdict_words,
)
from evaluation.findings import Experience, Measurement, PrincipleFinding
from evaluation.principles import INDICATORS
from evaluation.round_names import round_in_sentence, round_in_words
from evaluation.scales import LEVELS, VERDICTS
from evaluation.snapshot import RoundSnapshot
from evaluation.units import norm_words, value_words
from language import Words


def as_text(snapshot: RoundSnapshot, words: Words, names: Mapping[str, str]) -> str:
    """The whole evaluation of a round, a paragraph a principle. ``names`` are those of the bodies that the
    round does not know itself.
    """
    evaluation, names = snapshot.evaluation, {**names, **snapshot.body_names}
    period = words(
        "Consultations from {start} to {end}", start=evaluation.period_from, end=evaluation.period_to
    )
    number = words.many("{count} consultation", "{count} consultations", evaluation.consultations)
    lines = [
        round_in_words(evaluation.round, words),
        f"{period}: {number}",
        words.say(confidence_words.rules_words(evaluation)),
    ]
    if evaluation.demonstration:
        lines.append(
            words(
                "Demonstration: all records are fictitious, and no real committee or centre has said any of"
                " this."
            )
        )
    for finding in evaluation.principles:
        lines += ["", *_verdict(finding, snapshot.norms, words), *_beside(finding, words, names)]
    lines += ["", *_proportionality(evaluation.proportionality, words, names)]
    lines += _meaningful(evaluation.experience_meaningful, words)
    return "\n".join(lines) + "\n"


def _verdict(finding: PrincipleFinding, norms: Mapping[str, float], words: Words) -> Iterator[str]:
    """The verdict, how far it can be relied on, who stands against it, and why it was reached."""
    yield f"{finding.principle}. {finding.title(words.code)}"
    yield f"  {words(VERDICTS[finding.verdict.final])}"
    for sentence in (
        confidence_words.confidence_words(finding, norms),
        confidence_words.minority_words(finding),
    ):
        if sentence:
            yield f"  {words.say(sentence)}"
    if override := verdict_words.override_words(finding):
        yield f"  {words.say(override)}"
    for reason in verdict_words.verdict_reasons(finding):
        yield f"  {words.say(reason)}"


def _beside(finding: PrincipleFinding, words: Words, names: Mapping[str, str]) -> Iterator[str]:
    """Who answered, what changed, and the facts."""
    levels_in_reasons = {reason.level for reason in finding.verdict.reasons if reason.rule == "coverage"}
    for level, label in LEVELS.items():
        if level not in levels_in_reasons:
            yield f"  {words(label)}: {words.say(standing_words.coverage_words(finding.standing(level)))}"
    previous = finding.change.previous_round
    names_of_rounds = {previous: round_in_sentence(previous, words)} if previous else {}
    yield f"  {words.say(change_words.change_words(finding.change, names_of_rounds))}"
    for measurement in finding.indicators:
        yield f"  {words(INDICATORS[measurement.indicator].label)}: {measured(measurement, words, names)}"
    if finding.experience:
        yield f"  {words('Participants')}: {words.say(experience_words.experience_words(finding.experience))}"
    for sentence in experience_words.pointing_words(finding):
        yield f"  {words.say(sentence)}"
    if contradiction := fact_words.contradiction_words(finding):
        yield f"  {words.say(contradiction)}"


def _proportionality(
    measurements: Sequence[Measurement], words: Words, names: Mapping[str, str]
) -> Iterator[str]:
    yield words("Proportionality")
    for each in measurements:
        yield f"  {words(INDICATORS[each.indicator].label)}: {measured(each, words, names)}"


def _meaningful(experience: Experience | None, words: Words) -> Iterator[str]:
    """What participants answered on the whole; nothing where nobody was asked."""
    if experience:
        yield ""
        yield words("Meaningful and relevant to the participants")
        yield f"  {words.say(experience_words.experience_words(experience))}"


def measured(measurement: Measurement, words: Words, names: Mapping[str, str]) -> str:
    """The value with its norm, what is known, what waits and who records nothing of it: ``57 % (norm: at
    least 90 %; 21 of 28 known); 2 still wait``.
    """
    remarks = (
        confidence_words.waiting_words(measurement),
        confidence_words.not_recorded_words(measurement, names),
    )
    return "; ".join([_value(measurement, words), *(words.say(remark) for remark in remarks if remark)])


def _value(measurement: Measurement, words: Words) -> str:
    if measurement.value is None:
        return words("not known for any consultation")
    values = {
        "value": value_words(measurement),
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
