"""What a discussion paper holds, as frozen values: nothing is laid out here, and nothing said but in English sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data import reading, tallies
from data.records import Action, Assessment, Round
from data.register import is_demonstration
from data.store import Store
from data.tallies import Selection
from evaluation.assess import find_round
from evaluation.findings import Measurement
from evaluation.measuring import measure_all
from evaluation.principles import INDICATORS, PRINCIPLES, PROPORTIONALITY
from evaluation.wording import proportionality_question
from language import Sentence, Words
from materials.chart import short_title
from materials.paper.own import Owner, measured, own_efforts, own_rows
from materials.paper.questions import Grounds, questions
from materials.paper.sheets import Sheet, sheets


@dataclass(frozen=True)
class Fact:
    """One indicator over the body's own consultations, and over those of the whole municipality."""

    own: Measurement
    everyone: Measurement


@dataclass(frozen=True)
class Said:
    """What the body, or one it took over from (``name``), said of a principle last time.

    ``withheld``: its words are closed and another body's, so they are not here at all.
    """

    given: Assessment
    withheld: bool = False


@dataclass(frozen=True)
class Chapter:
    """One principle, or proportionality (``number`` 6, without wording): its facts, what was said and decided, what to discuss."""

    number: int
    title: str | None
    wording: str | None
    question: str
    facts: tuple[Fact, ...]
    said: tuple[Said, ...]
    actions: tuple[Action, ...]
    questions: tuple[Sentence, ...]


@dataclass(frozen=True)
class Paper:
    """A whole paper. ``took_over_from`` names the bodies whose consultations count as its own; ``previous`` is a round's key.

    ``data_on`` is the day of the register's newest change and the only date of the document.
    """

    round: str
    status: str
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
    sheets: tuple[Sheet, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact, in the order of the principles."""
        return tuple(fact for chapter in self.chapters for fact in chapter.facts)


@dataclass(frozen=True)
class _Read:
    """All that was read before anything was put together."""

    chosen: Round
    previous: str | None
    facts: tuple[Fact, ...]
    before: Mapping[str, Measurement]
    said: tuple[Said, ...]
    actions: tuple[Action, ...]
    effort: Sentence | None


def paper(store: Store, round_key: str, body: str, words: Words, *, meets_on: date | None = None) -> Paper:
    """A body's paper for a round. Only the principles' titles and wordings are of one language, that of ``words``.

    ``meets_on`` is the day of the body's meeting, where it is not the one that the register holds. The facts are reckoned
    from the records as they are now. Raises :class:`evaluation.assess.NotEvaluable` for an unknown round, KeyError for
    an unknown body.
    """
    chosen, names = find_round(store, round_key), reading.body_names(store)
    norms, owner = tallies.norms(store, chosen.opening_day), _owner(store, body)
    rows = own_rows(store, owner, chosen, norms)
    _, everyone = measure_all(store, Selection(chosen.period_from, chosen.period_to), norms)
    facts = tuple(Fact(own, everyone[name]) for name, own in measured(rows, norms).items())
    read = _earlier(store, chosen, owner, body, facts, norms, None if rows.empty else own_efforts(store, owner, chosen))
    return Paper(
        round=round_key,
        status=chosen.status,
        body=names[body],
        level=owner.level,
        took_over_from=tuple(names[each] for each in owner.lineage if each != body),
        period_from=chosen.period_from,
        period_to=chosen.period_to,
        meets_on=meets_on or reading.meetings(store, round_key).get(body),
        demonstration=is_demonstration(store),
        data_on=reading.changed_on(store) or chosen.period_to,
        previous=read.previous,
        chapters=tuple(_chapter(store, read, number, owner.level, norms, words) for number in range(1, 7)),
        sheets=sheets(store, list(rows["consultation"]), norms),
    )
