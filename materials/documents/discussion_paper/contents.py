"""What a discussion paper holds, as frozen values: nothing is laid out here, and nothing said but in
English sentences.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date

from data import confidential, queries
from data.database import Store
from data.models import Action, Round
from data.queries.effort import efforts
from data.queries.selection import of_round, own_consultations
from data.register import is_demonstration
from data.schema import MEANINGFUL
from evaluation.earlier_words import EarlierWords, earlier_words
from evaluation.effort import raised_question
from evaluation.evaluate import experiences, find_round
from evaluation.findings import Experience, Measurement
from evaluation.indicators import measure_all
from evaluation.principles import INDICATORS, PRINCIPLES, PROPORTIONALITY
from evaluation.questionnaire import QUESTIONS
from evaluation.round_states import round_state
from language import Sentence, Words
from materials.charts.chart import short_title
from materials.documents.discussion_paper.consultation_profiles import (
    ConsultationProfile,
    consultation_profiles,
)
from materials.documents.discussion_paper.questions import Grounds, questions


@dataclass(frozen=True)
class Fact:
    """One indicator over the body's own consultations, and over those of the whole municipality.

    ``body_names`` are names by key, for the centres that record nothing of it.
    """

    own: Measurement
    everyone: Measurement
    body_names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ParticipantAnswers:
    """What participants answered to one question: those of the body's own consultations, and those of the
    whole municipality. None where nobody was asked.
    """

    question: str
    own: Experience | None
    everyone: Experience | None


@dataclass(frozen=True)
class Chapter:
    """One principle, or proportionality (``number`` 6, without wording): its facts, what participants
    answered (None under proportionality, about which they are not asked), what was said and decided, what to
    discuss.
    """

    number: int
    title: str | None
    wording: str | None
    question: str
    facts: tuple[Fact, ...]
    participants: ParticipantAnswers | None
    earlier_words: tuple[EarlierWords, ...]
    actions: tuple[Action, ...]
    questions: tuple[Sentence, ...]


@dataclass(frozen=True)
class Paper:
    """A whole paper. ``took_over_from`` names the bodies whose consultations count as its own; ``previous``
    is a round's key.

    ``data_on`` is the day of the register's newest change and the only date of the document.
    """

    round: str
    state: str
    body: str
    level: str
    took_over_from: tuple[str, ...]
    period_from: date
    period_to: date
    meets_on: date | None
    demonstration: bool
    data_on: date
    previous: str | None
    chapters: tuple[Chapter, ...]
    meaningful: ParticipantAnswers
    profiles: tuple[ConsultationProfile, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact, in the order of the principles."""
        return tuple(fact for chapter in self.chapters for fact in chapter.facts)


@dataclass(frozen=True)
class _Source:
    """Where everything is read from: one body in one round."""

    store: Store
    chosen: Round
    body: str
    level: str
    lineage: Set[str]
    norms: Mapping[str, float]

    @property
    def previous(self) -> Round | None:
        """The latest round before this one that was held."""
        key = queries.rounds.previous(self.store, self.chosen.key)
        return find_round(self.store, key) if key else None


@dataclass(frozen=True)
class _Read:
    """What all chapters are made of."""

    facts: tuple[Fact, ...]
    before: Mapping[str, Measurement]
    earlier_words: tuple[EarlierWords, ...]
    actions: tuple[Action, ...]
    effort: Sentence | None
    participants: Mapping[str, ParticipantAnswers]


def paper(
    store: Store, chosen_round: Round, body: str, words: Words, *, meets_on: date | None = None
) -> Paper:
    """A body's paper for a round. Only the principles' titles and wordings are of one language, that of
    ``words``.

    ``meets_on`` is the day of the body's meeting, where it is not the one that the register holds. The facts
    are reckoned from the records as they are now. Raises KeyError for an unknown body.
    """
    names = queries.bodies.names(store)
    source = _source(store, chosen_round, body)
    material, previous_round = _read(source), source.previous
    return Paper(
        round=chosen_round.key,
        state=_state(store, chosen_round),
        body=names[body],
        level=source.level,
        took_over_from=tuple(names[each] for each in names if each in source.lineage and each != body),
        period_from=chosen_round.period_from,
        period_to=chosen_round.period_to,
        meets_on=meets_on or queries.meetings.of_round(store, chosen_round.key).get(body),
        demonstration=is_demonstration(store),
        data_on=queries.history.last_changed_on(store) or chosen_round.period_to,
        previous=previous_round.key if previous_round else None,
        chapters=tuple(_chapter(source, material, number, words) for number in range(1, 7)),
        meaningful=material.participants[MEANINGFUL],
        profiles=consultation_profiles(store, own_consultations(store, chosen_round, body), source.norms),
    )


def _state(store: Store, chosen_round: Round) -> str:
    closing = queries.closings.of_round(store, chosen_round.key)
    return round_state(chosen_round.status, is_frozen=closing is not None)


def _source(store: Store, chosen_round: Round, body: str) -> _Source:
    level = {each.key: each.level for each, _ in queries.bodies.with_predecessors(store)}[body]
    norms = queries.norms.in_force(store, chosen_round.opening_day)
    return _Source(store, chosen_round, body, level, queries.bodies.lineage(store, body), norms)


def _read(source: _Source) -> _Read:
    """The facts now and before, and what was said and decided last time."""
    store, chosen_round, norms, previous_round = source.store, source.chosen, source.norms, source.previous
    _, all_measurements = measure_all(store, of_round(store, chosen_round), norms)
    body_names = queries.bodies.names(store)
    facts = tuple(
        Fact(own_measurement, all_measurements[name], body_names)
        for name, own_measurement in _own(source, chosen_round, norms).items()
    )
    effort, participants = _effort(source), _participants(source)
    if previous_round is None:
        return _Read(facts, {}, (), (), effort, participants)
    norms_before = queries.norms.in_force(store, previous_round.opening_day)
    facts_before = _own(source, previous_round, norms_before)
    readership = confidential.of_body(source.body)
    statements = earlier_words(store, previous_round.key, reader=source.body, readership=readership)
    actions = tuple(queries.actions.of_round(store, previous_round.key))
    return _Read(facts, facts_before, statements, actions, effort, participants)


def _participants(source: _Source) -> Mapping[str, ParticipantAnswers]:
    """What was answered to each question, in the order in which they are asked."""
    store, norms = source.store, source.norms
    own = experiences(store, own_consultations(store, source.chosen, source.body), norms)
    everyone = experiences(store, of_round(store, source.chosen), norms)
    return {
        key: ParticipantAnswers(question, own.get(key), everyone.get(key))
        for key, question in QUESTIONS.items()
    }


def _own(source: _Source, chosen_round: Round, norms: Mapping[str, float]) -> dict[str, Measurement]:
    """Every indicator over the body's own consultations of a round."""
    _, measurement_by_name = measure_all(
        source.store, own_consultations(source.store, chosen_round, source.body), norms
    )
    return measurement_by_name


def _effort(source: _Source) -> Sentence | None:
    """What the hours raise to talk about; None where they raise nothing."""
    rows = efforts(source.store, own_consultations(source.store, source.chosen, source.body))
    return raised_question(rows, source.norms)


def _chapter(source: _Source, material: _Read, number: int, words: Words) -> Chapter:
    row = str(number) if number in PRINCIPLES else "proportionality"
    principle = PRINCIPLES.get(number, PROPORTIONALITY)
    title, wording = None, None
    if number in PRINCIPLES:
        full_title, wording, _ = queries.principles.wording(
            source.store, number, source.chosen.opening_day, words.code
        )
        title = short_title(full_title)
    facts = tuple(
        fact
        for fact in material.facts
        if INDICATORS[fact.own.indicator].principle == (number if title else None)
    )
    statements = tuple(each for each in material.earlier_words if each.assessment.principle == number)
    actions = tuple(action for action in material.actions if action.principle == row)
    grounds = Grounds(
        number=number,
        level=source.level,
        facts=tuple(fact.own for fact in facts),
        before=material.before,
        earlier_assessments=tuple(each.assessment for each in statements),
        actions=actions,
        norms=source.norms,
        effort=material.effort,
    )
    return Chapter(
        number=number,
        title=title,
        wording=wording,
        question=principle.question,
        facts=facts,
        participants=material.participants.get(row),
        earlier_words=statements,
        actions=actions,
        questions=questions(grounds),
    )
