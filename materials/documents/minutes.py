"""The minutes text of a body: what it answered about each principle, ready to be pasted into the minutes of
its meeting.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from data import queries
from data.assessment_fields import remarks
from data.database import Store
from evaluation.earlier_words import CONFIDENTIAL, WITHHELD, EarlierWords
from evaluation.round_names import round_in_sentence
from evaluation.scales import answer_words
from language import Words
from materials.charts.chart import numbered
from materials.documents.blocks import Block, Document, Heading, Items, Text, clean
from materials.documents.round_blocks import errata_blocks
from materials.documents.round_material import RoundMaterial, document_name, round_document


def bodies_with_minutes(material: RoundMaterial) -> list[str]:
    """The keys of the bodies that have submitted anything, in the organisation's order."""
    return list(dict.fromkeys(each.assessment.body for each in material.statements))


def minutes_document(store: Store, material: RoundMaterial, body: str, words: Words) -> Document:
    """The minutes text of one body in the words of one language."""
    title = words("Minutes text: {body}", body=material.body_names[body])
    blocks = (*_body_blocks(store, material, body, words), *errata_blocks(_own_errata(material, body), words))
    return round_document(material, clean(title), blocks, words)


def minutes_name(material: RoundMaterial, body: str, words: Words) -> str:
    """``Protokoltekst - Planudvalget - Slutevaluering 2022-2025.docx``."""
    return document_name(material, f"{words('Minutes text')} - {material.body_names[body]}", "docx", words)


def minutes_text(store: Store, material: RoundMaterial, body: str, words: Words) -> str:
    """The same as plain text, to be copied; what stands around it in Word is left out."""
    return "\n".join(line for block in _body_blocks(store, material, body, words) for line in _lines(block))


def _body_blocks(store: Store, material: RoundMaterial, body: str, words: Words) -> Iterator[Block]:
    yield Text(
        clean(_opening(queries.meetings.of_round(store, material.round.key).get(body), material, words))
    )
    for finding in material.evaluation.principles:
        yield Heading(clean(numbered(finding, words)), 2)
        yield from _answer(material.statement(body, finding.principle), material, words)


def _opening(meets_on: date | None, material: RoundMaterial, words: Words) -> str:
    """What was discussed, and when where the day is known."""
    name = round_in_sentence(material.round.key, words)
    if meets_on is None:
        return words("The five principles for involving citizens were discussed for {round}.", round=name)
    return words(
        "On {day} the five principles for involving citizens were discussed for {round}.",
        day=meets_on,
        round=name,
    )


def _answer(statement: EarlierWords | None, material: RoundMaterial, words: Words) -> Iterator[Block]:
    """Step and basis, the reason, what else was written, and the consultations that were pointed to."""
    if statement is None:
        yield Text(words("Nothing is submitted about this principle."), "muted")
        return
    assessment = statement.assessment
    answer = " · ".join(part for part in answer_words(assessment, words) if part)
    yield Text(clean(words("Assessment: {answer}.", answer=answer)), "strong")
    if statement.withheld:
        yield Text(words(WITHHELD), "muted")
    elif assessment.confidential:
        yield Text(words(CONFIDENTIAL), "notice")
    if assessment.justification:
        yield Text(clean(assessment.justification))
    for label, text in remarks(assessment):
        yield Text(clean(f"{words(label)}: {text}"))
    if assessment.evidence:
        titles = tuple(_title(key, material) for key in assessment.evidence)
        yield Text(clean(words("Points to: {titles}.", titles=titles)))


def _title(key: str, material: RoundMaterial) -> str:
    return material.consultation_titles.get(key, key)


def _own_errata(material: RoundMaterial, body: str) -> RoundMaterial:
    """The material with the errata of this body, or of none in particular."""
    return replace(
        material, errata=tuple(each for each in material.errata if each.newest.body in (None, body))
    )


def _lines(block: Block) -> Iterator[str]:
    """A block as lines of plain text; a heading has an empty one above it."""
    match block:
        case Heading():
            yield from ("", block.text)
        case Text():
            yield block.text
        case Items():
            yield from (f"- {item}" for item in block.items)
