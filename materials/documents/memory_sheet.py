"""A memory sheet as a document of its own: what one consultation was, on a page or two, for a committee that
meets it again years later.

It holds the record, what was counted of it and who points to it; no words of any assessment stand in it, so
that no confidential ones can.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from data import queries
from data.database import Store
from data.models import Round
from data.register import is_demonstration
from evaluation.consultation_experience import consultation_experiences, norms_of
from evaluation.consultation_facts import OUTCOMES, ConsultationFact, Outcome, consultation_facts
from evaluation.experience_words import experience_in_short
from evaluation.findings import Experience
from evaluation.principles import INDICATORS
from evaluation.questionnaire import QUESTIONS
from evaluation.round_names import round_in_sentence, round_in_words
from language import Words
from materials.documents.blocks import Block, Document, Heading, Items, Text, clean, table
from materials.documents.discussion_paper.consultation_profiles import (
    ConsultationProfile,
    consultation_profile,
)
from materials.documents.discussion_paper.profile_layout import profile_body
from materials.documents.pdf import pdf_file
from materials.documents.word import word_file
from materials.filenames import file_name

TOLD_WHY: tuple[Outcome, ...] = ("missed", "reported")
"""What becomes of a fact that a row gives the reason for; the others are named in a line under the rows."""


@dataclass(frozen=True)
class MemorySheet:
    """What a sheet holds. ``round`` counts the consultation (None: no round does, and it has no facts);
    ``pointers`` are round, body and principle of the assessments that point to it. ``removed`` is when and by
    whom it was removed from the register, if it was.
    """

    profile: ConsultationProfile
    round: Round | None
    facts: tuple[ConsultationFact, ...]
    experiences: dict[str, Experience]
    pointers: tuple[tuple[str, str, int], ...]
    removed: tuple[datetime, str] | None
    demonstration: bool
    data_on: date


def memory_sheet(store: Store, consultation: str, counted_by: Round | None) -> MemorySheet:
    """The sheet of one consultation of the register, as the round that counts it counts it."""
    record = queries.consultations.one(store, consultation).iloc[0]
    last_changed = queries.history.last_changed_on(store)
    norms = norms_of(store, counted_by)
    is_removed = isinstance(record["removed_by"], str)
    return MemorySheet(
        profile=consultation_profile(store, record, counted_by, norms),
        round=counted_by,
        facts=consultation_facts(store, counted_by, consultation) if counted_by else (),
        experiences=consultation_experiences(store, consultation, norms),
        pointers=tuple(queries.assessments.citing(store, consultation)),
        removed=(record["removed_at"].to_pydatetime(), record["removed_by"]) if is_removed else None,
        demonstration=is_demonstration(store),
        data_on=last_changed or date(1970, 1, 1),
    )


def draw_memory_sheet(
    store: Store, consultation: str, counted_by: Round | None, kind: str, words: Words
) -> bytes:
    """The sheet as ``docx`` or ``pdf``; the same bytes for the same record."""
    content = document(memory_sheet(store, consultation, counted_by), words)
    return {"docx": word_file, "pdf": pdf_file}[kind](content)


def memory_sheet_name(title: str, kind: str, words: Words) -> str:
    """``Huskeseddel - Ny skolegård.pdf``."""
    return file_name(words("Memory sheet"), title, kind=kind)


def document(sheet: MemorySheet, words: Words) -> Document:
    """The sheet in the words of one language, with no table of contents."""
    footer = [words("Øjenhøjde, Ballerup Kommune"), words("Data as of {day}", day=sheet.data_on)]
    if sheet.demonstration:
        footer.append(words("Demonstration records"))
    return Document(
        title=clean(sheet.profile.title),
        subtitle=words("Memory sheet of a consultation"),
        front=(),
        contents="",
        blocks=tuple(_blocks(sheet, words)),
        footer=clean(" · ".join(footer)),
        page=words("Page {page} of {pages}", page="{page}", pages="{pages}"),
        language=words.code,
        dated=sheet.data_on,
    )


def _blocks(sheet: MemorySheet, words: Words) -> Iterator[Block]:
    if sheet.removed:
        moment, who = sheet.removed
        yield Text(
            clean(
                words(
                    "Removed from the register {moment} by {who}. No evaluation that is not closed"
                    " counts it.",
                    moment=words.moment(moment),
                    who=who,
                )
            ),
            "notice",
        )
    yield from profile_body(sheet.profile, words)
    yield from _facts(sheet, words)
    yield from _experiences(sheet, words)
    if sheet.pointers:
        yield Heading(words("Pointed to by"), 3)
        say = partial(words, "{name}, principle {number}, {round}")
        yield Items(
            tuple(
                clean(say(name=name, number=str(principle), round=round_in_words(key, words)))
                for key, name, principle in sheet.pointers
            )
        )


def _facts(sheet: MemorySheet, words: Words) -> Iterator[Block]:
    """The norms that it does not meet, each with the reason; the other facts in a line for each kind."""
    yield Heading(words("Its facts against the norms"), 3)
    if sheet.round is None or not sheet.facts:
        yield Text(words("No round counts it, so it is held against no norms."), "muted")
        return
    text = words(
        "As {round} counts what is recorded today, by the norms in force on {day}.",
        round=round_in_sentence(sheet.round.key, words),
        day=sheet.round.opening_day,
    )
    yield Text(clean(text), "muted")
    rows = [
        (words(INDICATORS[fact.indicator].label), words(OUTCOMES[fact.outcome]), words.say(fact.reason))
        for fact in sheet.facts
        if fact.outcome in TOLD_WHY
    ]
    if rows:
        yield table([(words("Fact"), words("Result"), words("Why")), *rows], (30, 12, 58))
    for outcome, label in OUTCOMES.items():
        names = _named(sheet.facts, outcome, words)
        if names and outcome not in TOLD_WHY:
            yield Text(words("{outcome}: {facts}.", outcome=words(label), facts=names))


def _named(facts: Sequence[ConsultationFact], outcome: Outcome, words: Words) -> tuple[str, ...]:
    return tuple(
        words("“{field}”", field=words(INDICATORS[fact.indicator].label))
        for fact in facts
        if fact.outcome == outcome
    )


def _experiences(sheet: MemorySheet, words: Words) -> Iterator[Block]:
    if sheet.experiences:
        yield Heading(words("What the participants answered"), 3)
        rows = [
            (words(QUESTIONS[question]), words.say(experience_in_short(experience)))
            for question, experience in sheet.experiences.items()
        ]
        yield table([(words("Question"), words("Middle answer")), *rows], (70, 30))
