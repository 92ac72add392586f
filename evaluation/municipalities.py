"""The same round of many municipalities, each evaluated by its own norms, bodies and rounds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from data import queries
from data.errors import UserError
from data.lake.engine import OpenLake
from data.lake.gather import NO_EFFORTS
from data.lake.partition import Manifest
from data.models import Round
from evaluation.as_json import as_json
from evaluation.evaluate import evaluate_all
from evaluation.findings import Evaluation, Measurement, PrincipleFinding
from evaluation.snapshot import RoundSnapshot, details_of, result_of
from language import N_, Sentence

NOBODY_HAS_IT = N_("No municipality in the lake {lake} has the round {round}. They have: {rounds}.")


class NoSuchRound(UserError):
    """For whoever evaluates a lake: no municipality of it has that round."""


@dataclass(frozen=True)
class MunicipalEvaluation:
    """One municipality's whole evaluation, with its keys as its own register has them.

    ``text`` is its JSON, to the byte what that register gives; ``is_frozen`` where it is what was frozen.
    ``names`` are those of its bodies.
    """

    manifest: Manifest
    snapshot: RoundSnapshot
    text: str
    names: Mapping[str, str]
    is_frozen: bool

    @property
    def evaluation(self) -> Evaluation:
        return self.snapshot.evaluation


@dataclass(frozen=True)
class LakeEvaluation:
    """A round of every municipality that has it, in the order of their codes; ``without`` are the codes of
    those that have not.
    """

    round: str
    municipalities: tuple[MunicipalEvaluation, ...]
    without: tuple[str, ...]


def evaluate_lake(lake: OpenLake, round_key: str) -> LakeEvaluation:
    """Every municipality's evaluation of a round, by a handful of selects over all of them: of a frozen round
    what was frozen, of others what the rules say now. Raises :class:`NoSuchRound`,
    :class:`evaluation.evaluate.NotEvaluable` and :class:`evaluation.snapshot.DamagedSnapshot`.
    """
    chosen_rounds = rounds_of(lake, round_key)
    closings = queries.closings.frozen_texts(lake, [each.key for each in chosen_rounds])
    open_rounds = [each for each in chosen_rounds if each.key not in closings]
    snapshots = {key: details_of(closing) for key, closing in closings.items()}
    snapshots |= _reckoned(lake, open_rounds)
    names = _names(lake)
    municipalities = tuple(
        MunicipalEvaluation(
            manifest=lake.manifests[each.municipality],
            snapshot=snapshots[each.key],
            text=result_of(closings[each.key])
            if each.key in closings
            else as_json(snapshots[each.key].evaluation),
            names=names.get(each.municipality, {}),
            is_frozen=each.key in closings,
        )
        for each in chosen_rounds
    )
    present = {each.municipality for each in chosen_rounds}
    return LakeEvaluation(round_key, municipalities, tuple(sorted(lake.manifests.keys() - present)))


def rounds_of(lake: OpenLake, round_key: str) -> list[Round]:
    """This round of each municipality that has it, in the order of their codes. Raises
    :class:`NoSuchRound` where none has.
    """
    all_rounds = queries.rounds.oldest_first(lake)
    chosen_rounds = [each for each in all_rounds if each.key == _prefix(each.municipality) + round_key]
    if not chosen_rounds:
        known = dict.fromkeys(own_key(each.key, each.municipality) for each in all_rounds)
        values = {"lake": str(lake.path), "round": round_key, "rounds": ", ".join(known) or "–"}
        raise NoSuchRound(Sentence(NOBODY_HAS_IT, values))
    return sorted(chosen_rounds, key=lambda each: each.municipality)


def own_key(key: str, municipality: str) -> str:
    """A key as the municipality's own register has it."""
    return key.removeprefix(_prefix(municipality))


def _prefix(municipality: str) -> str:
    return f"{municipality}:"


def _reckoned(lake: OpenLake, open_rounds: Sequence[Round]) -> dict[str, RoundSnapshot]:
    days = [(each.municipality, each.opening_day) for each in open_rounds]
    return {
        each.key: RoundSnapshot(_own(evaluation, each.municipality), (), (), {}, NO_EFFORTS, norms)
        for each, evaluation, norms in zip(
            open_rounds,
            evaluate_all(lake, open_rounds),
            queries.norms.in_force_on(lake, days),
            strict=True,
        )
    }


def _names(lake: OpenLake) -> dict[str, dict[str, str]]:
    """The names of all bodies by municipality and their own keys."""
    names: dict[str, dict[str, str]] = {}
    for key, name in queries.bodies.names(lake).items():
        municipality, _, body = key.partition(":")
        names.setdefault(municipality, {})[body] = name
    return names


def _own(evaluation: Evaluation, municipality: str) -> Evaluation:
    """With every key as the municipality's own register has it."""
    return replace(
        evaluation,
        round=own_key(evaluation.round, municipality),
        principles=tuple(_own_finding(each, municipality) for each in evaluation.principles),
        proportionality=tuple(_own_measurement(each, municipality) for each in evaluation.proportionality),
    )


def _own_finding(finding: PrincipleFinding, municipality: str) -> PrincipleFinding:
    previous = finding.change.previous_round
    return replace(
        finding,
        change=replace(finding.change, previous_round=previous and own_key(previous, municipality)),
        indicators=tuple(_own_measurement(each, municipality) for each in finding.indicators),
        evidence={own_key(key, municipality): number for key, number in finding.evidence.items()},
    )


def _own_measurement(measurement: Measurement, municipality: str) -> Measurement:
    centres = tuple(own_key(key, municipality) for key in measurement.not_recorded or ())
    return replace(measurement, not_recorded=centres)
