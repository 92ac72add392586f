"""A whole evaluation: the counts of one round put together into findings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data import queries
from data.database import Store
from data.errors import UserError
from data.models import Round
from data.queries.answers import AnswerCount, Moves
from data.queries.selection import Selection
from data.register import is_demonstration
from evaluation.agreement import krippendorff_alpha
from evaluation.findings import Change, Evaluation, Gap, Measurement, PrincipleFinding, Standing, Verdict
from evaluation.indicators import measure_all
from evaluation.ordinal import cliffs_delta, sign_test
from evaluation.principles import INDICATORS
from evaluation.verdict import THRESHOLDS, contradicts, propose
from language import N_, Sentence

LEVELS = ("committee", "centre")
FIVE = (1, 2, 3, 4, 5)


class NotEvaluable(UserError):
    """The round can't be evaluated as the register stands."""


@dataclass(frozen=True)
class _Answers:
    """The answers of one round, ready to be counted by principle and level."""

    expected: Mapping[str, int]
    counts: tuple[AnswerCount, ...]

    def standing(self, principle: int, levels: Iterable[str]) -> Standing:
        """How these levels together answered about one principle."""
        chosen = tuple(levels)
        mine = [count for count in self.counts if count.principle == principle and count.level in chosen]
        ratings = tuple(sum(count.bodies for count in mine if count.rating == step) for step in FIVE)
        basis = {
            word: sum(count.bodies for count in mine if count.basis == word)
            for word in ("strong", "fair", "thin")
        }
        return Standing(
            expected=sum(self.expected.get(level, 0) for level in chosen),
            answered=sum(count.bodies for count in mine),
            not_assessable=sum(count.bodies for count in mine if count.not_assessable),
            counts=ratings,  # type: ignore[arg-type]  # five by construction
            with_evidence=sum(count.bodies for count in mine if count.with_evidence),
            thin_counts=tuple(
                sum(count.bodies for count in mine if (count.rating, count.basis) == (step, "thin"))
                for step in FIVE
            ),
            **basis,
        )


def find_round(store: Store, round_key: str) -> Round:
    """The round of this key. Raises :class:`NotEvaluable` where there is none, naming those there are."""
    found = {each.key: each for each in queries.rounds.oldest_first(store)}
    if round_key not in found:
        values = {"round": round_key, "known": ", ".join(found) or "–"}
        raise NotEvaluable(Sentence(N_("There is no round {round}. The register knows: {known}."), values))
    return found[round_key]


@dataclass(frozen=True)
class _Tallied:
    """All that is counted before anything is judged, by principle where it belongs to one."""

    norms: Mapping[str, float]
    previous: str | None
    now: _Answers
    before: _Answers | None
    moves: Mapping[int, Moves]
    measured: Mapping[str, Measurement]
    titles: Mapping[int, tuple[str, str]]
    overrides: Mapping[int, tuple[str, str]]
    themes: Mapping[int, Mapping[str, int]]
    evidence: Mapping[int, Mapping[str, int]]


def evaluate(store: Store, round_key: str) -> Evaluation:
    """Everything found about one round. Raises :class:`NotEvaluable` for an unknown round or missing
    norms.
    """
    chosen = find_round(store, round_key)
    norms = _norms(store, chosen)
    previous = queries.rounds.previous(store, round_key)
    selection = Selection(chosen.period_from, chosen.period_to)
    consultations, measured = measure_all(store, selection, norms)
    tallied = _Tallied(
        norms=norms,
        previous=previous,
        now=_answers(store, round_key),
        before=_answers(store, previous) if previous else None,
        moves=queries.answers.moves(store, round_key, previous) if previous else {},
        measured=measured,
        titles=queries.principles.titles(store, chosen.opening_day),
        overrides=queries.conclusions.overrides(store, round_key),
        themes=queries.themes.counts_by_principle(store, round_key),
        evidence=queries.assessments.evidence_counts(store, round_key),
    )
    principles = tuple(_finding(number, tallied) for number in FIVE)
    return Evaluation(
        round=chosen.key,
        term=chosen.term,
        kind=chosen.kind,
        period_from=chosen.period_from,
        period_to=chosen.period_to,
        status=chosen.status,
        demonstration=is_demonstration(store),
        consultations=consultations,
        krippendorff_alpha=krippendorff_alpha([finding.all.counts for finding in principles]),
        principles=principles,
        proportionality=tuple(
            found for name, found in tallied.measured.items() if INDICATORS[name].principle is None
        ),
    )


def _finding(number: int, tallied: _Tallied) -> PrincipleFinding:
    """One principle, judged."""
    everyone, committee, centre = (
        tallied.now.standing(number, levels) for levels in (LEVELS, ("committee",), ("centre",))
    )
    indicators = tuple(
        found for name, found in tallied.measured.items() if INDICATORS[name].principle == number
    )
    proposed, reasons = propose(everyone, committee, centre, tallied.norms)
    title_da, title_en = tallied.titles[number]
    return PrincipleFinding(
        principle=number,
        title_da=title_da,
        title_en=title_en,
        all=everyone,
        committee=committee,
        centre=centre,
        gap=Gap(cliffs_delta(committee.counts, centre.counts), committee.median, centre.median),
        change=_change(number, everyone, tallied),
        indicators=indicators,
        verdict=Verdict(proposed, reasons, *tallied.overrides.get(number, (None, None))),
        contradiction=contradicts(proposed, indicators, tallied.norms),
        themes=tallied.themes.get(number, {}),
        evidence=tallied.evidence.get(number, {}),
    )


def _norms(store: Store, chosen: Round) -> dict[str, float]:
    """The norms in force when the round opens. The thresholds of the verdict must be among them."""
    norms = queries.norms.in_force(store, chosen.opening_day)
    if missing := [name for name in (*THRESHOLDS, "window_default_days") if name not in norms]:
        values = {"norms": ", ".join(missing), "day": chosen.opening_day.isoformat()}
        raise NotEvaluable(
            Sentence(
                N_(
                    "No value of the norm {norms} applies on {day}. Add one to norms.csv with an earlier"
                    " date."
                ),
                values,
            )
        )
    return norms


def _answers(store: Store, round_key: str) -> _Answers:
    return _Answers(
        queries.bodies.expected_counts(store, round_key), tuple(queries.answers.counts(store, round_key))
    )


def _change(number: int, everyone: Standing, tallied: _Tallied) -> Change:
    """What moved since the previous round; nothing where there was none."""
    if tallied.before is None:
        return Change(None, 0, 0, 0, None, None, dict.fromkeys(LEVELS))
    moves = tallied.moves.get(number, Moves(0, 0, 0))
    medians = {level: tallied.before.standing(number, (level,)).median for level in LEVELS}
    delta = cliffs_delta(everyone.counts, tallied.before.standing(number, LEVELS).counts)
    return Change(
        tallied.previous, moves.up, moves.same, moves.down, sign_test(moves.up, moves.down), delta, medians
    )
