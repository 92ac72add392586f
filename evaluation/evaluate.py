"""A whole evaluation: the counts of one round put together into findings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data import queries, register
from data.database import Store
from data.errors import UserError
from data.models import Round
from data.queries.answers import AnswerCount, Moves
from data.queries.experiences import ExperienceCounts
from data.queries.selection import Selection, of_rounds
from data.queries.steps import Judged
from data.record_source import RecordSource
from data.schema import MEANINGFUL
from evaluation.agreement import krippendorff_alpha
from evaluation.findings import Change, Evaluation, Experience, Gap, Measurement, PrincipleFinding, Standing
from evaluation.indicators import measure_each
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


def evaluate(store: RecordSource, chosen_round: Round) -> Evaluation:
    """Everything found about one round. Raises :class:`NotEvaluable` for missing norms."""
    return evaluate_all(store, (chosen_round,))[0]


def evaluate_all(source: RecordSource, chosen_rounds: Sequence[Round]) -> list[Evaluation]:
    """Everything found about each of several rounds, in their order: those of one register, or the same round
    of many municipalities. They are read by the same selects as one, however many they are.

    Raises :class:`NotEvaluable` for missing norms.
    """
    if not chosen_rounds:
        return []
    tallies, measured = _tallies(source, chosen_rounds)
    demonstrations = register.demonstrations(source)
    return [
        _evaluation(each, tally, consultations, is_demonstration=each.municipality in demonstrations)
        for each, tally, consultations in zip(chosen_rounds, tallies, measured, strict=True)
    ]


def _tallies(source: RecordSource, chosen_rounds: Sequence[Round]) -> tuple[list[_Tallied], list[int]]:
    """What is counted of each round, and how many consultations it has."""
    keys = [each.key for each in chosen_rounds]
    days = [(each.municipality, each.opening_day) for each in chosen_rounds]
    norms = [
        _with_thresholds(values, each)
        for values, each in zip(queries.norms.in_force_on(source, days), chosen_rounds, strict=True)
    ]
    previous = queries.rounds.previous_of(source, keys)
    answers = _answers(source, sorted({*keys, *previous.values()}))
    selections = of_rounds(source, chosen_rounds)
    measured = measure_each(source, list(map(Judged, selections, norms)))
    titles = queries.principles.titles_on(source, days)
    experience = queries.experiences.counts_of(source, selections)
    moves = queries.answers.moves(source, previous)
    overrides = queries.conclusions.overrides(source, keys)
    themes = queries.themes.counts_by_principle(source, keys)
    evidence = queries.assessments.evidence_counts(source, keys)
    tallies = [
        _Tallied(
            norms=norms[place],
            previous=previous.get(key),
            now=answers[key],
            before=answers[previous[key]] if key in previous else None,
            moves=moves.get(key, {}),
            measured=measured[place][1],
            titles=titles[place],
            overrides=overrides.get(key, {}),
            themes=themes.get(key, {}),
            evidence=evidence.get(key, {}),
            experiences=_experiences(experience[place], norms[place]),
        )
        for place, key in enumerate(keys)
    ]
    return tallies, [consultations for consultations, _ in measured]


def _evaluation(
    chosen_round: Round, tally: _Tallied, consultations: int, *, is_demonstration: bool
) -> Evaluation:
    """One round, judged."""
    principles = tuple(_finding(number, tally) for number in FIVE)
    return Evaluation(
        round=chosen_round.key,
        term=chosen_round.term,
        kind=chosen_round.kind,
        period_from=chosen_round.period_from,
        period_to=chosen_round.period_to,
        status=chosen_round.status,
        demonstration=is_demonstration,
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
    return _experiences(queries.experiences.counts(store, selection), norms)


def _experiences(
    counts_by_question: Mapping[str, ExperienceCounts], norms: Mapping[str, float]
) -> dict[str, Experience]:
    return {
        question: Experience(counts.consultations, counts.counts, counts.dont_know, norms["experience_min"])
        for question, counts in counts_by_question.items()
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


def _with_thresholds(norms: dict[str, float], chosen_round: Round) -> dict[str, float]:
    """The norms in force when the round opens. The thresholds of the verdict must be among them."""
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


def _answers(source: RecordSource, round_keys: Sequence[str]) -> dict[str, _Answers]:
    expected = queries.bodies.expected_counts(source, round_keys)
    counts = queries.answers.counts(source, round_keys)
    return {key: _Answers(expected[key], tuple(counts[key])) for key in round_keys}


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
