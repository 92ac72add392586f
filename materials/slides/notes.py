"""What the presenter reads under each slide: how many answered, how it was reached, and where it is from."""

from evaluation import standing_words
from evaluation.confidence_words import rules_words
from evaluation.findings import PrincipleFinding, Standing
from evaluation.scales import LEVELS
from language import Words
from materials.charts.legend import NOT_ANSWERED
from materials.documents.round_blocks import errata_blocks
from materials.documents.round_material import RoundMaterial


def notes_of(material: RoundMaterial, words: Words, *own: str) -> list[str]:
    """A slide's own notes, then the method and the source."""
    return [*(text for text in own if text), method(material, words), source(material, words)]


def method(material: RoundMaterial, words: Words) -> str:
    """How verdicts come about, in short, and by which rules."""
    text = words(
        "Method: each committee and each centre gives one answer of its own, from 1 (not at all) to 5 (to a"
        " very high degree), with its reasons. Answers are counted and have a middle value; they are never"
        " averaged. The two levels' middle values decide the verdict; facts and participants stand beside it."
    )
    return f"{text} {words.say(rules_words(material.evaluation))}"


def source(material: RoundMaterial, words: Words) -> str:
    """Where the numbers are from, and as of which day."""
    parts = [material.scope(words).footer(words)]
    if material.closing:
        parts.append(words("Checksum (SHA-256): {sum}", sum=material.closing.sha256))
    return " · ".join(parts)


def standing_notes(finding: PrincipleFinding, words: Words) -> list[str]:
    """For each level how many answered, what they chose, what it stands on and how far they agree."""
    return [
        words(
            "{level}, answers from {rated}: {counts}. {coverage}. {strength} {agreement}",
            level=words(label),
            rated=words.share_of(finding.standing(level).assessable, finding.standing(level).expected),
            counts=counts_in_words(finding.standing(level), words),
            coverage=standing_words.coverage_words(finding.standing(level)),
            strength=standing_words.strength_words(finding.standing(level)),
            agreement=standing_words.agreement_words(finding.standing(level)),
        )
        for level, label in LEVELS.items()
    ]


def counts_in_words(standing: Standing, words: Words) -> str:
    """``trin 1: 0, trin 2: 1, …``: how many chose each step, could not judge, and have not answered."""
    parts = [
        words("step {step}: {count}", step=str(step), count=count)
        for step, count in enumerate(standing.counts, start=1)
    ]
    parts.append(f"{words('n/a')}: {words.number(standing.not_assessable)}")
    parts.append(f"{words(NOT_ANSWERED).lower()}: {words.number(standing.not_answered)}")
    return ", ".join(parts)


def errata_notes(material: RoundMaterial, words: Words, row: str | None = None) -> list[str]:
    """What was corrected after the closing about a principle; about anything, where none is named."""
    threads = [each for each in material.errata if row is None or each.is_about(row=row)]
    if not threads:
        return []
    texts = [getattr(block, "text", "") for block in errata_blocks(material, words)]
    return [" ".join(texts)]
