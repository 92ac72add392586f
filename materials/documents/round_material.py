"""What case and annex are made from: one round as its result stands, what was decided before it, and whose
words the reader may read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from data import queries
from data.confidential import EVERY_BODY, NOBODY
from data.database import Store
from data.models import Action, Assessment, Closing, Norm, Round
from data.register import is_demonstration
from evaluation.earlier_words import EarlierWords, as_published
from evaluation.errata import ErratumThread, threads
from evaluation.evaluate import find_round
from evaluation.findings import Evaluation
from evaluation.round_names import round_in_words
from evaluation.round_states import STATES, draft_words
from evaluation.snapshot import RoundSnapshot, round_snapshot
from language import N_, Words
from materials.charts.chart import Scope
from materials.documents.blocks import Block, Document, Text, clean
from materials.filenames import file_name, round_in_file_name

NO_CHECKSUM = N_("There is no frozen result yet, and so no checksum.")


@dataclass(frozen=True)
class RoundMaterial:
    """One round, read once for all its documents. ``snapshot`` is the frozen result of a closed round; its
    assessments hold no word that the reader may not read, and ``statements`` say where words are withheld;
    ``drafts`` are what bodies have begun and not submitted, which only their own minutes show.

    ``previous`` is the round held before it (None: there was none), ``promises`` what was decided after that
    one, ``decisions`` what was decided after this one. ``body_names`` and ``consultation_titles`` are by key.
    ``register_on`` is the day of the register's newest change: what is not frozen with a round is as it was
    then.
    """

    round: Round
    snapshot: RoundSnapshot
    statements: tuple[EarlierWords, ...]
    drafts: tuple[EarlierWords, ...]
    errata: tuple[ErratumThread, ...]
    closing: Closing | None
    previous: RoundSnapshot | None
    promises: tuple[Action, ...]
    decisions: tuple[Action, ...]
    body_names: Mapping[str, str]
    consultation_titles: Mapping[str, str]
    demonstration: bool
    data_on: date
    register_on: date
    with_confidential: bool

    @property
    def evaluation(self) -> Evaluation:
        return self.snapshot.evaluation

    @property
    def is_draft(self) -> bool:
        """Whether the round can still change."""
        return draft_words(self.snapshot.state) is not None

    def statement(self, body: str, principle: int) -> EarlierWords | None:
        """What a body submitted about a principle, or None."""
        place = (body, principle)
        return next(
            (each for each in self.statements if (each.assessment.body, each.assessment.principle) == place),
            None,
        )

    def scope(self, words: Words) -> Scope:
        """What a chart in these documents speaks of."""
        return Scope(
            round_in_words(self.round.key, words),
            self.data_on,
            self.snapshot.state,
            self.demonstration,
            round_in_file_name=round_in_file_name(self.round.key, words),
            body_names=self.body_names,
            is_draft=self.is_draft,
        )


def round_material(store: Store, chosen_round: Round, *, with_confidential: bool = False) -> RoundMaterial:
    """What the documents of a round read. Raises :class:`evaluation.evaluate.NotEvaluable`, and
    :class:`evaluation.snapshot.DamagedSnapshot` where a frozen text was tampered with.
    """
    readership = EVERY_BODY if with_confidential else NOBODY
    snapshot = round_snapshot(store, chosen_round, readership)
    readable = [as_published(each, with_confidential=with_confidential) for each in snapshot.assessments]
    statements = tuple(each for each in readable if each.assessment.status == "submitted")
    drafts = tuple(each for each in readable if each.assessment.status == "draft")
    previous = queries.rounds.previous(store, chosen_round.key)
    register_on = queries.history.last_changed_on(store) or snapshot.closed_on or chosen_round.period_to
    return RoundMaterial(
        round=chosen_round,
        snapshot=replace(snapshot, assessments=_assessments(statements)),
        statements=statements,
        drafts=drafts,
        errata=threads(queries.closings.errata(store, chosen_round.key)),
        closing=queries.closings.of_round(store, chosen_round.key),
        previous=round_snapshot(store, find_round(store, previous)) if previous else None,
        promises=tuple(queries.actions.of_round(store, previous)) if previous else (),
        decisions=tuple(queries.actions.of_round(store, chosen_round.key)),
        body_names={**queries.bodies.names(store), **snapshot.body_names},
        consultation_titles=queries.consultations.titles(store),
        demonstration=is_demonstration(store),
        data_on=snapshot.closed_on or register_on,
        register_on=register_on,
        with_confidential=with_confidential,
    )


def _assessments(statements: tuple[EarlierWords, ...]) -> tuple[Assessment, ...]:
    return tuple(each.assessment for each in statements)


def without_confidential(material: RoundMaterial) -> RoundMaterial:
    """The same round as everybody may read it."""
    statements, drafts = (
        tuple(
            each if each.withheld else as_published(each.assessment, with_confidential=False)
            for each in entries
        )
        for entries in (material.statements, material.drafts)
    )
    return replace(
        material,
        statements=statements,
        drafts=drafts,
        snapshot=replace(material.snapshot, assessments=_assessments(statements)),
        with_confidential=False,
    )


def norms_of_round(store: Store, material: RoundMaterial) -> list[Norm]:
    """Each norm with the date and the source that were in force when the round opened."""
    latest = {
        norm.key: norm
        for norm in queries.norms.dated(store)
        if norm.applies_from <= material.round.opening_day
    }
    return [norm for key, norm in latest.items() if key in material.snapshot.norms]


def round_document(
    material: RoundMaterial, title: str, blocks: tuple[Block, ...], words: Words, *, contents: str = ""
) -> Document:
    """A document about the round: what it is stands under its title, source and day at the foot of each page,
    and on each page too that it is a draft or holds confidential words. With ``contents`` its headings are
    numbered.
    """
    return Document(
        title=clean(title),
        subtitle=clean(round_in_words(material.round.key, words)),
        front=tuple(_front(material, words)),
        contents=contents,
        blocks=blocks,
        footer=clean(source_line(material, words)),
        page=words("Page {page} of {pages}", page="{page}", pages="{pages}"),
        language=words.code,
        dated=material.data_on,
        watermark=words("DRAFT") if material.is_draft else "",
        header=confidential_notice(words) if material.with_confidential else "",
        numbered=bool(contents),
    )


def source_line(material: RoundMaterial, words: Words) -> str:
    """What stands at the foot of each page: the source, the day of the data, and that it is made up."""
    parts = [words("Øjenhøjde, Ballerup Kommune"), words("Data as of {day}", day=material.data_on)]
    if material.demonstration:
        parts.append(words("Demonstration records"))
    return " · ".join(parts)


def draft_notice(material: RoundMaterial, words: Words) -> str:
    """What documents of a round that can still change say of themselves; empty where it keeps its result."""
    sentence = draft_words(material.snapshot.state)
    return words.say(sentence) if sentence else ""


def demonstration_notice(words: Words) -> str:
    """What documents about made-up records say of themselves."""
    return words("Demonstration: the records are made up and say nothing about the municipality.")


def confidential_notice(words: Words) -> str:
    """What stands on each page of the version with confidential words."""
    return words("Confidential version: it holds confidential words and must not be published.")


def _front(material: RoundMaterial, words: Words) -> list[Text]:
    evaluation = material.evaluation
    period = words("Period: {first} to {last}", first=evaluation.period_from, last=evaluation.period_to)
    status = words(STATES[material.snapshot.state])
    if material.closing and material.snapshot.closed_on:
        status = words("The round closed on {day}.", day=material.snapshot.closed_on)
    texts = [Text(f"{period} · {status}", "muted")]
    if notice := draft_notice(material, words):
        texts.append(Text(notice, "notice"))
    if material.demonstration:
        texts.append(Text(demonstration_notice(words), "notice"))
    if material.errata:
        count = len(material.errata)
        texts.append(
            Text(
                words.many(
                    "{count} erratum has been noted since the round closed; see below.",
                    "{count} errata have been noted since the round closed; see below.",
                    count,
                ),
                "notice",
            )
        )
    return texts


def document_name(material: RoundMaterial, name: str, kind: str, words: Words) -> str:
    """``Sag - Slutevaluering 2022-2025.docx``; a draft and a confidential version say so."""
    marks = [
        words("DRAFT").lower() if material.is_draft else "",
        words("confidential") if material.with_confidential else "",
    ]
    return file_name(name, round_in_words(material.round.key, words), *marks, kind=kind)
