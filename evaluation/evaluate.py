"""A whole evaluation: the counts of one round put together into findings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data import queries
from data.database import Store
from data.errors import UserError
from data.models import Round
from data.queries.answers import AnswerCount, Moves
from data.queries.selection import Selection, of_round
from data.register import is_demonstration
from data.schema import MEANINGFUL
from evaluation.agreement import krippendorff_alpha
from evaluation.findings import Change, Evaluation, Experience, Gap, Measurement, PrincipleFinding, Standing
from evaluation.indicators import measure_all
from evaluation.ordinal import cliffs_delta, sign_test
from evaluation.principles import INDICATORS
from evaluation.verdict import RULES, THRESHOLDS, contradicted_by, judge
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
        chosen_levels = tuple(levels)
        mine = [
            count for count in self.counts if count.principle == principle and count.level in chosen_levels
        ]
        ratings = tuple(sum(count.bodies for count in mine if count.rating == step) for step in FIVE)
        basis = {
            word: sum(count.bodies for count in mine if count.basis == word)
            for word in ("strong", "fair", "thin")
        }
        return Standing(
            expected=sum(self.expected.get(level, 0) for level in chosen_levels),
            answered=sum(count.bodies for count in mine),
            not_assessable=sum(count.bodies for count in mine if count.not_assessable),
            counts=ratings,  # type: ignore[arg-type]  # five by construction
            with_evidence=sum(count.bodies for count in mine if count.with_evidence),
            rated_with_evidence=sum(
                count.bodies for count in mine if count.with_evidence and count.rating is not None
            ),
            thin_counts=tuple(
                sum(count.bodies for count in mine if (count.rating, count.basis) == (step, "thin"))
                for step in FIVE
            ),
            **basis,
        )


def find_round(store: Store, round_key: str) -> Round:
    """The round of this key. Raises :class:`NotEvaluable` where there is none, naming those there are."""
    round_by_key = {each.key: each for each in queries.rounds.oldest_first(store)}
    if round_key not in round_by_key:
        values = {"round": round_key, "known": ", ".join(round_by_key) or "–"}
        raise NotEvaluable(Sentence(N_("There is no round {round}. The register knows: {known}."), values))
    return round_by_key[round_key]


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
    experiences: Mapping[str, Experience]


def evaluate(store: Store, chosen_round: Round) -> Evaluation:
    """Everything found about one round. Raises :class:`NotEvaluable` for missing norms."""
    norms, round_key = _norms(store, chosen_round), chosen_round.key
    previous = queries.rounds.previous(store, round_key)
    selection = of_round(store, chosen_round)
    consultations, measurements = measure_all(store, selection, norms)
    tally = _Tallied(
        norms=norms,
        previous=previous,
        now=_answers(store, round_key),
        before=_answers(store, previous) if previous else None,
        moves=queries.answers.moves(store, round_key, previous) if previous else {},
        measured=measurements,
        titles=queries.principles.titles(store, chosen_round.opening_day),
        overrides=queries.conclusions.overrides(store, round_key),
        themes=queries.themes.counts_by_principle(store, round_key),
        evidence=queries.assessments.evidence_counts(store, round_key),
        experiences=experiences(store, selection, norms),
    )
    principles = tuple(_finding(number, tally) for number in FIVE)
    return Evaluation(
        round=chosen_round.key,
        term=chosen_round.term,
        kind=chosen_round.kind,
        period_from=chosen_round.period_from,
        period_to=chosen_round.period_to,
        status=chosen_round.status,
        demonstration=is_demonstration(store),
        consultations=consultations,
        krippendorff_alpha=krippendorff_alpha([finding.all.counts for finding in principles]),
        principles=principles,
        proportionality=tuple(
            measurement for name, measurement in tally.measured.items() if INDICATORS[name].principle is None
        ),
        as_of=chosen_round.opening_day,
        rules=RULES,
        experience_meaningful=tally.experiences.get(MEANINGFUL),
    )


def experiences(store: Store, selection: Selection, norms: Mapping[str, float]) -> dict[str, Experience]:
    """What participants of the selected consultations answered, by question (``1`` to ``5``,
    ``meaningful``); a question that nobody was asked is left out.
    """
    return {
        question: Experience(counts.consultations, counts.counts, counts.dont_know, norms["experience_min"])
        for question, counts in queries.experiences.counts(store, selection).items()
    }


def _finding(number: int, tally: _Tallied) -> PrincipleFinding:
    """One principle, judged."""
    everyone, committee, centre = (
        tally.now.standing(number, levels) for levels in (LEVELS, ("committee",), ("centre",))
    )
    indicators = tuple(
        measurement for name, measurement in tally.measured.items() if INDICATORS[name].principle == number
    )
    verdict = judge(everyone, committee, centre, tally.norms, tally.overrides.get(number))
    experience = tally.experiences.get(str(number))
    against = contradicted_by(verdict.final, indicators, experience, tally.norms)
    title_da, title_en = tally.titles[number]
    return PrincipleFinding(
        principle=number,
        title_da=title_da,
        title_en=title_en,
        all=everyone,
        committee=committee,
        centre=centre,
        gap=Gap(cliffs_delta(committee.counts, centre.counts), committee.median, centre.median),
        change=_change(number, everyone, tally),
        indicators=indicators,
        verdict=verdict,
        contradiction=None if against is None else bool(against),
        themes=tally.themes.get(number, {}),
        evidence=tally.evidence.get(number, {}),
        experience=experience,
        contradicted_by=against or (),
    )


def _norms(store: Store, chosen_round: Round) -> dict[str, float]:
    """The norms in force when the round opens. The thresholds of the verdict must be among them."""
    norms = queries.norms.in_force(store, chosen_round.opening_day)
    if missing := [name for name in THRESHOLDS if name not in norms]:
        values = {"norms": ", ".join(missing), "day": chosen_round.opening_day.isoformat()}
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


def _change(number: int, everyone: Standing, tally: _Tallied) -> Change:
    """What moved since the previous round; nothing where there was none."""
    if tally.before is None:
        return Change(None, 0, 0, 0, None, None, dict.fromkeys(LEVELS))
    moves = tally.moves.get(number, Moves(0, 0, 0))
    medians = {level: tally.before.standing(number, (level,)).median for level in LEVELS}
    delta = cliffs_delta(everyone.counts, tally.before.standing(number, LEVELS).counts)
    return Change(
        tally.previous,
        moves.up,
        moves.same,
        moves.down,
        sign_test(moves.up, moves.down),
        delta,
        medians,
        significant_below=tally.norms["change_p"],
        pairs_min=tally.norms["change_pairs"],
    )
