"""What the next council may begin with: contradictions, what is not followed yet, and what is not known."""

from collections import Counter
from collections.abc import Iterator, Sequence

from data.database import Store
from data.queries.indicator_counts import indicator_rows
from data.queries.selection import of_round
from evaluation.fact_words import contradiction_words, fact_words
from evaluation.findings import PrincipleFinding
from evaluation.gaps import Incomplete, incomplete
from evaluation.lacking_words import field_words
from evaluation.principles import INDICATORS
from evaluation.scales import VERDICTS
from language import Words
from materials.charts.chart import numbered
from materials.documents.blocks import Block, Heading, Items, clean
from materials.documents.round_material import RoundMaterial

MOST_FIELDS = 3
"""So many of the fields that are lacking most are named."""


def to_look_at(store: Store, material: RoundMaterial, words: Words) -> Iterator[Block]:
    """A list; nothing where there is nothing to look at."""
    findings = material.evaluation.principles
    items = [
        *_contradictions(findings, words),
        *_not_followed(findings, words),
        *_not_known(findings, words),
        *_lacking(store, material, words),
    ]
    if items:
        yield Heading(words("What you may look at first"), 1)
        yield Items(tuple(clean(item) for item in items))


def _contradictions(findings: Sequence[PrincipleFinding], words: Words) -> Iterator[str]:
    for finding in findings:
        if sentence := contradiction_words(finding):
            yield f"{numbered(finding, words)}: {words.say(sentence)}"


def _not_followed(findings: Sequence[PrincipleFinding], words: Words) -> Iterator[str]:
    """Each principle that is not followed, with the facts that miss their norm."""
    for finding in findings:
        if finding.verdict.final == "followed":
            continue
        missed = tuple(fact_words(each) for each in finding.indicators if each.met is False)
        name = numbered(finding, words)
        verdict = words(VERDICTS[finding.verdict.final]).lower()
        if missed:
            yield words(
                "{principle}: {verdict}. The records don't meet the norm for {facts}.",
                principle=name,
                verdict=verdict,
                facts=missed,
            )
        else:
            yield words("{principle}: {verdict}.", principle=name, verdict=verdict)


def _not_known(findings: Sequence[PrincipleFinding], words: Words) -> Iterator[str]:
    """The facts that are not known of most consultations."""
    unknown = tuple(
        f"“{words(INDICATORS[each.indicator].label)}”"
        for finding in findings
        for each in finding.indicators
        if each.unknown > each.known
    )
    if unknown:
        yield words("Not recorded of most consultations: {facts}.", facts=unknown)


def _lacking(store: Store, material: RoundMaterial, words: Words) -> Iterator[str]:
    """How many consultations lack a field that a fact waits for, as the register stands, and which fields
    most often.
    """
    selection = of_round(store, material.round)
    rows = indicator_rows(store, selection, list(INDICATORS), norms=material.snapshot.norms)
    gaps = incomplete(rows)
    if gaps:
        yield words.many(
            "In the register as it stood on {day}, {count} consultation of {total} lacks something that a"
            " fact can't be told without, most often {fields}.",
            "In the register as it stood on {day}, {count} consultations of {total} lack something that a"
            " fact can't be told without, most often {fields}.",
            len(gaps),
            day=material.register_on,
            total=len({row.consultation for row in rows}),
            fields=tuple(field_words(column) for column in _most_often(gaps)),
        )


def _most_often(gaps: Sequence[Incomplete]) -> list[str]:
    counts = Counter(gap.column for each in gaps for gap in each.gaps)
    return [column for column, _ in counts.most_common(MOST_FIELDS)]
