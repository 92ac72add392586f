"""The minutes text of a body: what it answered about each principle, ready to be pasted into the minutes of
its meeting.
"""

from collections.abc import Iterator, Mapping, Sequence
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
from materials.documents.blocks import Block, Document, Heading, Text, clean
from materials.documents.plain_text import plain_text
from materials.documents.round_blocks import errata_blocks
from materials.documents.round_material import (
    RoundMaterial,
    confidential_notice,
    demonstration_notice,
    document_name,
    draft_notice,
    round_document,
    source_line,
)

LONGEST_NAME = 50
"""So many characters of a body's name stand in that of its file, which then has room for its marks."""


def bodies_with_minutes(material: RoundMaterial) -> list[str]:
    """The keys of the bodies that have submitted or begun anything, in the organisation's order; those that
    answered without being asked come last.
    """
    bodies = {each.assessment.body for each in (*material.statements, *material.drafts)}
    bodies_of_round = dict.fromkeys(answer.body for answer in material.snapshot.answers)
    others = dict.fromkeys(each.assessment.body for each in material.statements)
    return [body for body in bodies_of_round | others if body in bodies]


def minutes_document(store: Store, material: RoundMaterial, body: str, words: Words) -> Document:
    """The minutes text of one body in the words of one language, with the errata that concern it."""
    own = _with_own_errata(material, body)
    title = words("Minutes text: {body}", body=material.body_names[body])
    blocks = (*_body_blocks(store, own, body, words), *errata_blocks(own, words, level=2))
    return round_document(own, clean(title), blocks, words)


def minutes_text(store: Store, material: RoundMaterial, body: str, words: Words) -> str:
    """The same as plain text, to be copied: it begins with what is pasted, and ends with what the file says
    of itself.
    """
    own = _with_own_errata(material, body)
    notices = [
        confidential_notice(words) if material.with_confidential else "",
        draft_notice(material, words),
        demonstration_notice(words) if material.demonstration else "",
        source_line(material, words),
    ]
    blocks = [*_body_blocks(store, own, body, words), *errata_blocks(own, words, level=2)]
    return "\n".join([plain_text(blocks), "", *(each for each in notices if each)])


def minutes_names(
    material: RoundMaterial, bodies: Sequence[str], kind: str, words: Words
) -> Mapping[str, str]:
    """``Protokoltekst - Planudvalget - Slutevaluering 2022-2025.docx`` by the bodies' keys; where two would
    be called the same, their keys stand in them.
    """
    names = {body: material.body_names[body][:LONGEST_NAME].rstrip() for body in bodies}
    counts = [name.casefold() for name in names.values()]
    return {
        body: document_name(
            material,
            f"{words('Minutes text')} - {name if counts.count(name.casefold()) == 1 else f'{name} {body}'}",
            kind,
            words,
        )
        for body, name in names.items()
    }


def _body_blocks(store: Store, material: RoundMaterial, body: str, words: Words) -> Iterator[Block]:
    meets_on = queries.meetings.of_round(store, material.round.key).get(body)
    yield Text(clean(_opening(meets_on, material, words)))
    own = [each for each in (*material.statements, *material.drafts) if each.assessment.body == body]
    titles = _titles(store, own, material, words)
    for finding in material.evaluation.principles:
        yield Heading(clean(numbered(finding, words)), 2)
        statement = next((each for each in own if each.assessment.principle == finding.principle), None)
        yield from _answer(statement, titles, words)


def _opening(meets_on: date | None, material: RoundMaterial, words: Words) -> str:
    """What was discussed, and when where the day is known; that it is to be where the day is to come."""
    name = round_in_sentence(material.round.key, words)
    if meets_on is None:
        return words("The five principles for involving citizens were discussed for {round}.", round=name)
    text = words(
        "On {day} the five principles for involving citizens were discussed for {round}.",
        day=meets_on,
        round=name,
    )
    if meets_on > material.register_on:
        text = words(
            "The five principles for involving citizens are discussed for {round} at the meeting on {day}.",
            day=meets_on,
            round=name,
        )
    return text


def _answer(statement: EarlierWords | None, titles: Mapping[str, str], words: Words) -> Iterator[Block]:
    """Step and basis, the reason, what else was written, and the consultations that were pointed to."""
    if statement is None:
        yield Text(words("Nothing is submitted about this principle."), "muted")
        return
    assessment = statement.assessment
    if assessment.status != "submitted":
        yield Text(words("Draft: begun, but not submitted."), "notice")
    answer = " · ".join(part for part in answer_words(assessment, words) if part)
    yield Text(clean(words("Assessment: {answer}.", answer=answer or words("No step"))), "strong")
    if statement.withheld:
        yield Text(words(WITHHELD), "muted")
    elif assessment.confidential:
        yield Text(words(CONFIDENTIAL), "notice")
    if assessment.justification:
        yield Text(clean(assessment.justification))
    for label, text in remarks(assessment):
        yield Text(clean(f"{words(label)}: {text}"))
    if assessment.evidence:
        own_titles = tuple(titles[key] for key in assessment.evidence)
        yield Text(clean(words("Points to: {titles}.", titles=own_titles)))


def _titles(
    store: Store, statements: Sequence[EarlierWords], material: RoundMaterial, words: Words
) -> Mapping[str, str]:
    """The consultations pointed to as they are named in minutes: the title, and the case number where it is
    known.
    """
    keys = {key for each in statements for key in each.assessment.evidence}
    numbers = queries.consultations.case_numbers(store, keys)
    titles = {key: material.consultation_titles.get(key, key) for key in keys}
    return {
        key: words("{title} (case {number})", title=title, number=numbers[key]) if key in numbers else title
        for key, title in titles.items()
    }


def _with_own_errata(material: RoundMaterial, body: str) -> RoundMaterial:
    """The material with the errata of this body, or of none in particular."""
    return replace(
        material, errata=tuple(each for each in material.errata if each.newest.body in (None, body))
    )
