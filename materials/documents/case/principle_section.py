"""One principle in a case: verdict and confidence, conclusion, both levels' answers and words, dissent,
change, and what records and participants say beside it.
"""

from collections.abc import Iterator

from evaluation import change_words
from evaluation.earlier_words import CONFIDENTIAL, EarlierWords
from evaluation.findings import PrincipleFinding
from evaluation.other_voices import other_voices
from evaluation.round_names import round_in_sentence
from evaluation.scales import LEVELS, answer_words
from language import Words
from materials.charts.chart import numbered, verdict_with_marks
from materials.documents.blocks import Block, Heading, Text, clean
from materials.documents.round_blocks import levels_sentences, said, verdict_sentences
from materials.documents.round_material import RoundMaterial

BASES = ("strong", "fair", "thin", None)
LONGEST_QUOTE = 900
"""A text of more characters is quoted in part."""


def principle_section(finding: PrincipleFinding, material: RoundMaterial, words: Words) -> Iterator[Block]:
    """The section of one principle."""
    yield Heading(clean(numbered(finding, words)), 2)
    yield Text(verdict_with_marks(finding, words), "strong")
    conclusion = material.snapshot.conclusions.get(str(finding.principle))
    if conclusion and conclusion.text:
        yield Text(clean(conclusion.text))
    else:
        yield Text(words("The conclusion is not written yet."), "muted")
    verdict = verdict_sentences(finding, material, words)
    yield Text(clean(f"{verdict} {levels_sentences(finding, words)}"))
    yield from _voices(finding, material, words)
    yield Text(clean(_beside(finding, words)))


def _beside(finding: PrincipleFinding, words: Words) -> str:
    """Change since last time, the records and the participants, in one paragraph."""
    previous = finding.change.previous_round
    names = {previous: round_in_sentence(previous, words)} if previous else {}
    change = change_words.change_words(finding.change, names)
    return said([change, *other_voices(finding)], words)


def _voices(finding: PrincipleFinding, material: RoundMaterial, words: Words) -> Iterator[Block]:
    """A voice from each level, and every dissent that may be read."""
    mine = [each for each in material.statements if each.assessment.principle == finding.principle]
    for level in LEVELS:
        if voice := typical_voice(finding, [each for each in mine if each.assessment.level == level]):
            yield _voice(voice, words)
    for statement in mine:
        if statement.assessment.dissent:
            head = words("Minority opinion in {body}", body=statement.assessment.name)
            yield _quote(head, statement.assessment.dissent, statement, words)


def typical_voice(finding: PrincipleFinding, statements: list[EarlierWords]) -> EarlierWords | None:
    """The statement that stands for its level: nearest its middle answer, then best documented, then first in
    the organisation's order; None where no words of it may be read.
    """
    readable = [each for each in statements if each.assessment.justification and each.assessment.rating]
    if not readable:
        return None
    low, high = finding.standing(readable[0].assessment.level).median or (1, 5)

    def distance(statement: EarlierWords) -> tuple[int, int]:
        rating = statement.assessment.rating or low
        away = max(low - rating, rating - high, 0)
        return away, BASES.index(statement.assessment.basis)

    return min(readable, key=distance)


def _voice(statement: EarlierWords, words: Words) -> Text:
    """A body's reason after its name, its step and its basis."""
    assessment = statement.assessment
    parts = (assessment.name, *answer_words(assessment, words))
    head = " · ".join(part for part in parts if part)
    return _quote(head, assessment.justification or "", statement, words)


def _quote(head: str, text: str, statement: EarlierWords, words: Words) -> Text:
    """People's own words after who said them; confidential ones bear their mark."""
    mark = f"{words(CONFIDENTIAL)} " if statement.assessment.confidential else ""
    return Text(clean(f"{head}: {mark}{shortened(text, words)}"), "quote")


def shortened(text: str, words: Words) -> str:
    """A text as it is, or what of a very long one a case has room for, up to the end of a sentence, and where
    the rest stands.
    """
    if len(text) <= LONGEST_QUOTE:
        return text
    part = text[:LONGEST_QUOTE]
    end = max(part.rfind(mark) for mark in (". ", "? ", "! "))
    kept = part[: end + 1] if end > 0 else part.rpartition(" ")[0] or part
    return words("{text} […] The whole text stands in the annex.", text=kept)
