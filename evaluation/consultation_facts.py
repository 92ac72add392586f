"""One consultation's facts against the norms, each with the reason in a sentence: what the evaluation of its
round counts of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from data import queries
from data.database import Store
from data.models import Round
from data.queries.consultation_facts import told_by
from data.queries.indicator_counts import IndicatorRow, indicator_rows
from data.queries.selection import of_round
from evaluation.fact_values import values_of
from evaluation.indicators import meets, norm_of
from evaluation.lacking_words import lacking_words
from evaluation.principles import INDICATORS
from evaluation.principles.definition import Indicator
from evaluation.principles.reasons import Reason, Reasons
from evaluation.units import limit_words
from language import N_, Sentence

Outcome = Literal["met", "missed", "reported", "unknown", "waiting", "no_case"]
OUTCOMES: Mapping[Outcome, str] = {
    "met": N_("Met"),
    "missed": N_("Not met"),
    "reported": N_("Known"),
    "unknown": N_("Can't be told"),
    "waiting": N_("Waiting"),
    "no_case": N_("Not counted"),
}
"""What becomes of a fact in one consultation; ``reported`` is known, and held against no norm."""
UNTOLD = N_("A norm that it is held against has no value, or what is recorded does not tell.")


@dataclass(frozen=True)
class ConsultationFact:
    """One indicator in one consultation. ``norm`` is that of its round (None: only reported); ``lacking`` the
    columns that would make it known, filled in or mended.
    """

    indicator: str
    outcome: Outcome
    reason: Sentence
    norm: Sentence | None
    lacking: tuple[str, ...]


def consultation_facts(store: Store, chosen_round: Round, consultation: str) -> tuple[ConsultationFact, ...]:
    """Every indicator in the order of the principles; empty where the round does not count the consultation.

    The norms are those in force on the day the round opens, and what is recorded of the round's others
    counts too, as it does in the evaluation.
    """
    norms = queries.norms.in_force(store, chosen_round.opening_day)
    selection = of_round(store, chosen_round)
    record = told_by(store, selection, norms, consultation)
    if record is None:
        return ()
    groups = queries.consultations.group_rows(store, consultation)
    rows = indicator_rows(store, selection, list(INDICATORS), norms=norms, consultation=consultation)
    by_indicator = {row.indicator: row for row in rows}
    values = values_of(record, groups, norms)
    return tuple(_fact(INDICATORS[name], by_indicator[name], values, norms) for name in INDICATORS)


def reason_words(
    indicator: Indicator, row: IndicatorRow, outcome: Outcome, values: Mapping[str, Any]
) -> Sentence:
    """Why a consultation stands so under an indicator: the first reason all of whose values are known, else
    what is missing or does not fit.
    """
    for reason in _reasons(indicator.reasons, outcome):
        if _can_be_said(reason, {**values, "is_kept_for_none": row.lacking == _KEPT.get(indicator.id)}):
            return Sentence(reason.text, values)
    return lacking_words(row.lacking, values) or Sentence(UNTOLD)


_KEPT = {
    "feedback_given": ("feedback_on",),
    "in_discussion": ("presented_on",),
    "clarified": ("clarified_on",),
}
"""The dates whose absence is a no, unless no consultation of the round has one."""


def _fact(
    indicator: Indicator, row: IndicatorRow, values: Mapping[str, Any], norms: Mapping[str, float]
) -> ConsultationFact:
    norm = norm_of(indicator, norms)
    outcome = _outcome(indicator, row, norm)
    reason = reason_words(indicator, row, outcome, values)
    return ConsultationFact(indicator.id, outcome, reason, _norm_words(indicator, norm), row.lacking)


def _norm_words(indicator: Indicator, norm: float | None) -> Sentence | None:
    """The norm of the round: of what a share is is said."""
    limit = limit_words(norm, indicator)
    texts = {
        "share": N_("norm: {limit} of the consultations"),
        "total": N_("norm: {limit} of the contributions"),
        "median": N_("norm: {limit}"),
    }
    return Sentence(texts[indicator.measure], {"limit": limit}) if limit else None


def _outcome(indicator: Indicator, row: IndicatorRow, norm: float | None) -> Outcome:
    if row.state != "known":
        return row.state
    is_met = None if norm is None else meets(indicator, row, norm)
    return "reported" if is_met is None else "met" if is_met else "missed"


def _reasons(reasons: Reasons, outcome: Outcome) -> tuple[Reason, ...]:
    if outcome == "reported":
        return reasons.known
    own: tuple[Reason, ...] = getattr(reasons, outcome)
    return (*own, *reasons.known) if outcome in ("met", "missed") else own


def _can_be_said(reason: Reason, values: Mapping[str, Any]) -> bool:
    return (not reason.when or bool(values[reason.when])) and all(
        values[name] is not None for name in reason.names
    )
