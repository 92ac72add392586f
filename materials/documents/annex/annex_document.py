"""The annex: the same blocks as PDF and in Word."""

from collections.abc import Iterator

from data import queries
from data.database import Store
from data.queries.selection import of_round, selected
from evaluation import experience_words
from evaluation.effort import within_band_words
from evaluation.overview_words import finding_title, key_sentence
from evaluation.principles import PROPORTIONALITY
from evaluation.round_names import round_in_sentence
from language import Words
from materials.documents.annex.coverage_chapter import coverage_chapter, round_cells
from materials.documents.annex.method_chapter import definitions_chapter, method_chapter
from materials.documents.annex.principle_chapter import principle_chapter
from materials.documents.blocks import Block, Document, Heading, Text, clean
from materials.documents.case.earlier_treatment import actions_table, live_notice
from materials.documents.discussion_paper.consultation_profiles import (
    ConsultationProfile,
    consultation_profile,
)
from materials.documents.discussion_paper.profile_layout import profile_blocks
from materials.documents.round_blocks import (
    Draw,
    answers_picture,
    draw_png,
    errata_blocks,
    facts_table,
    results_table,
    said,
)
from materials.documents.round_material import (
    NO_CHECKSUM,
    RoundMaterial,
    document_name,
    norms_of_round,
    round_document,
)


def annex_name(material: RoundMaterial, kind: str, words: Words) -> str:
    """``Bilag - Slutevaluering 2022-2025.pdf``."""
    return document_name(material, words("Annex"), kind, words)


def annex_document(store: Store, material: RoundMaterial, words: Words, *, draw: Draw = draw_png) -> Document:
    """The annex in the words of one language."""
    title = words("Annex: evaluation of the five principles for involving citizens")
    blocks = (
        *_at_a_glance(material, draw, words),
        *errata_blocks(material, words),
        *_principles(store, material, words),
        *_proportionality(material, words),
        *_decisions(material, words),
        Heading(words("Who was asked"), 1),
        *coverage_chapter(round_cells(store, material), material, words),
        Heading(words("Method"), 1),
        *method_chapter(norms_of_round(store, material), material, words),
        Heading(words("Facts and their definitions"), 1),
        *definitions_chapter(words),
        *_memory_sheets(store, material, words),
        Heading(words("Checksum"), 1),
        *_checksum(material, words),
    )
    return round_document(material, title, blocks, words, contents=words("Contents"))


def _at_a_glance(material: RoundMaterial, draw: Draw, words: Words) -> Iterator[Block]:
    evaluation = material.evaluation
    yield Heading(words("At a glance"), 1)
    yield Text(clean(said([finding_title(evaluation.principles), key_sentence(evaluation)], words)), "lead")
    yield results_table(evaluation.principles, words)
    yield from answers_picture(material, draw, words)


def _principles(store: Store, material: RoundMaterial, words: Words) -> Iterator[Block]:
    yield Heading(words("The principles, one by one"), 1)
    for finding in material.evaluation.principles:
        day = material.round.opening_day
        _, wording, _ = queries.principles.wording(store, finding.principle, day, words.code)
        yield from principle_chapter(finding, wording, material, words)


def _proportionality(material: RoundMaterial, words: Words) -> Iterator[Block]:
    """The condition beside the principles, which has no verdict."""
    yield Heading(words("Proportionality"), 1)
    yield Text(words(PROPORTIONALITY.question), "strong")
    conclusion = material.snapshot.conclusions.get("proportionality")
    yield Text(
        clean(
            (conclusion and conclusion.text) or words("Nothing is concluded yet about effort against need.")
        )
    )
    yield Text(words.say(within_band_words(material.snapshot.efforts, material.snapshot.norms)))
    caption = words("The facts of proportionality")
    yield facts_table(material.evaluation.proportionality, material, caption, words)
    experience = words.say(experience_words.experience_words(material.evaluation.experience_meaningful))
    yield Text(words("Was it meaningful and relevant to the participants? {answer}", answer=experience))


def _decisions(material: RoundMaterial, words: Words) -> Iterator[Block]:
    """What was decided after the round before, with what became of it, and after this one."""
    yield Heading(words("Follow-up"), 1)
    previous = material.previous.evaluation.round if material.previous else None
    pairs = [(previous, material.promises), (material.round.key, material.decisions)]
    if not any(actions for _, actions in pairs):
        yield Text(words("No action is recorded."))
    for round_key, actions in pairs:
        if round_key and actions:
            name = round_in_sentence(round_key, words)
            caption = words("What was decided after {round}, and what became of it", round=name)
            yield actions_table(actions, caption, words)
    if material.promises or material.decisions:
        yield from live_notice(material, words)


def _memory_sheets(store: Store, material: RoundMaterial, words: Words) -> Iterator[Block]:
    """A sheet for each consultation that any body pointed to."""
    yield Heading(words("Memory sheets of the consultations pointed to"), 1)
    profiles = _profiles(store, material)
    if not profiles:
        yield Text(words("No assessment points to a consultation."))
        return
    text = words("The sheets show the register as it stood on {day}.", day=material.register_on)
    yield Text(text, "muted")
    for profile in profiles:
        yield from profile_blocks(profile, words, new_page=False)


def _profiles(store: Store, material: RoundMaterial) -> list[ConsultationProfile]:
    """In the order of the keys, removed ones too; a key that the register does not hold has no sheet."""
    keys = {key for statement in material.statements for key in statement.assessment.evidence}
    counted = {each.key for each in selected(store, of_round(store, material.round))}
    profiles = []
    for key in sorted(keys):
        rows = queries.consultations.one(store, key)
        if len(rows):
            counted_by = material.round if key in counted else None
            profiles.append(consultation_profile(store, rows.iloc[0], counted_by, material.snapshot.norms))
    return profiles


def _checksum(material: RoundMaterial, words: Words) -> Iterator[Block]:
    closing = material.closing
    if closing is None:
        yield Text(words(NO_CHECKSUM))
        return
    yield Text(
        words(
            "Closed on {moment} by {who}, program version {version}.",
            moment=words.moment(closing.closed_at),
            who=closing.who,
            version=closing.program,
        )
    )
    yield Text(words("Checksum (SHA-256) of the evaluation as JSON"), "muted")
    yield Text(closing.sha256, "strong")
