"""How a verdict comes about, and what each fact counts, from the rules that the evaluation itself uses."""

from collections.abc import Iterator, Sequence

from data.models import Norm
from evaluation.confidence_words import rules_words
from evaluation.method import (
    BESIDE_THE_VERDICT,
    CLOSING,
    COUNTING,
    FACTS,
    LIMITS,
    STATISTICS,
    VERDICT_RULES,
    rule_words,
)
from evaluation.principles import INDICATORS
from evaluation.scales import NORM_LABELS, ROWS, VERDICTS
from evaluation.units import norm_quantity
from evaluation.verdict import RULES
from language import Words
from materials.documents.blocks import Block, Heading, Items, Text, clean, table
from materials.documents.round_blocks import table_caption
from materials.documents.round_material import RoundMaterial


def method_chapter(norms: Sequence[Norm], material: RoundMaterial, words: Words) -> Iterator[Block]:
    """The rules with the norms of the round; ``norms`` are those that were in force when it opened."""
    yield Text(words.say(rules_words(material.evaluation)))
    if material.evaluation.rules != RULES:
        yield Text(
            words("This chapter explains the rules in force today; those of the round were others."), "notice"
        )
    values = material.snapshot.norms
    rows = [
        (words(VERDICTS[verdict]), words.say(rule_words(rule, values)))
        for verdict, rule in VERDICT_RULES.items()
    ]
    caption = words("The verdicts: the first rule that holds decides")
    yield table([(words("Verdict"), words("Rule")), *rows], (25, 75), table_caption(caption, words))
    for heading, rules in (
        (words("Beside the verdict: confidence and minority"), BESIDE_THE_VERDICT),
        (words("What counts"), COUNTING),
        (words("When a fact is known, late or waiting"), FACTS),
        (words("What stays when a round is closed"), CLOSING),
        (words("Figures behind the words"), STATISTICS),
        (words("What this can't show"), LIMITS),
    ):
        yield Heading(heading, 2)
        yield Items(tuple(clean(words.say(rule_words(rule, values))) for rule in rules))
    yield Heading(words("Norms"), 2)
    norm_rows = [
        (
            words(NORM_LABELS[norm.key]) if norm.key in NORM_LABELS else norm.key,
            words.say(norm_quantity(values.get(norm.key, norm.value), norm.unit or "")),
            words.date(norm.applies_from, "short"),
            norm.source or "–",
        )
        for norm in norms
    ]
    header = (words("Norm"), words("Value"), words("From"), words("Source"))
    caption = words("The norms that the round is judged by")
    yield table([header, *norm_rows], (42, 14, 14, 30), table_caption(caption, words))


def definitions_chapter(words: Words) -> Iterator[Block]:
    """A row a fact: what it asks, what is counted, over which consultations, and which can't be known."""
    rows = [
        (
            words(indicator.label),
            words(ROWS[str(indicator.principle or "proportionality")], number=indicator.principle),
            " ".join(
                words(text)
                for text in (
                    indicator.question,
                    indicator.numerator,
                    indicator.denominator,
                    indicator.unknown,
                )
            ),
        )
        for indicator in INDICATORS.values()
    ]
    header = (words("Fact"), words("Under"), words("What it asks and counts"))
    yield table([header, *rows], (28, 15, 57), table_caption(words("Every fact and what it counts"), words))
