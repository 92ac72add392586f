"""An evaluation as the JSON that others rely on: keys sorted, numbers unrounded, the same input the same
bytes.
"""

import json
from dataclasses import asdict
from typing import Any

from evaluation.findings import Confidence, Evaluation, Experience, Measurement, PrincipleFinding, Standing


def as_json(evaluation: Evaluation) -> str:
    """The whole evaluation as text, ending in a line break."""
    return json.dumps(as_dict(evaluation), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def as_dict(evaluation: Evaluation) -> dict[str, Any]:
    """The whole evaluation as plain values; the layout is described in the README."""
    return {
        "round": evaluation.round,
        "term": evaluation.term,
        "kind": evaluation.kind,
        "period": [evaluation.period_from.isoformat(), evaluation.period_to.isoformat()],
        "status": evaluation.status,
        "as_of": evaluation.as_of.isoformat() if evaluation.as_of else None,
        "rules": evaluation.rules,
        "demonstration": evaluation.demonstration,
        "agreement_all": {"krippendorff_alpha_ordinal": evaluation.krippendorff_alpha},
        "principles": [_principle(finding) for finding in evaluation.principles],
        "proportionality": {
            "indicators": [_measurement(measurement) for measurement in evaluation.proportionality]
        },
        "experience_meaningful": _experience(evaluation.experience_meaningful),
    }


def _principle(finding: PrincipleFinding) -> dict[str, Any]:
    gap, change, verdict = finding.gap, finding.change, finding.verdict
    return {
        "principle": finding.principle,
        "title": finding.title_da,
        "all": _standing(finding.all),
        "committee": _standing(finding.committee),
        "centre": _standing(finding.centre),
        "gap": {"cliffs_delta": gap.cliffs_delta, "medians": [_pair(gap.committee), _pair(gap.centre)]},
        "change": {
            "previous_round": change.previous_round,
            "up": change.up,
            "same": change.same,
            "down": change.down,
            "sign_test_p": change.sign_test_p,
            "cliffs_delta": change.cliffs_delta,
        },
        "indicators": [_measurement(measurement) for measurement in finding.indicators],
        "verdict": {
            "proposed": verdict.proposed,
            "override": verdict.override,
            "reasons": [
                {"rule": r.rule, "level": r.level, "value": r.value, "norm": r.norm} for r in verdict.reasons
            ],
            **({"confidence": _confidence(verdict.confidence)} if verdict.confidence else {}),
            **({"minority": asdict(verdict.minority)} if verdict.minority else {}),
        },
        "experience": _experience(finding.experience),
        "contradiction": finding.contradiction,
        "themes": dict(finding.themes),
        "evidence": dict(finding.evidence),
    }


def _confidence(confidence: Confidence) -> dict[str, Any]:
    return {"grade": confidence.grade, "reasons": list(confidence.reasons)}


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "expected": standing.expected,
        "answered": standing.answered,
        "assessable": standing.assessable,
        "not_assessable": standing.not_assessable,
        "counts": _by_step(standing.counts),
        "median": _pair(standing.median),
        "agreement": standing.agreement,
    }


def _experience(experience: Experience | None) -> dict[str, Any] | None:
    if experience is None:
        return None
    return {
        "consultations": experience.consultations,
        "answers": experience.answers,
        "counts": _by_step(experience.counts),
        "dont_know": experience.dont_know,
        "median": _pair(experience.median),
    }


def _by_step(counts: tuple[int, ...]) -> dict[str, int]:
    return {str(step): number for step, number in enumerate(counts, start=1)}


def _measurement(measurement: Measurement) -> dict[str, Any]:
    by_scale = {
        scale: {"denominator": apart.denominator, "unknown": apart.unknown, "value": apart.value}
        for scale, apart in measurement.by_scale.items()
    }
    return {
        **({"by_scale": by_scale} if by_scale else {}),
        "indicator": measurement.indicator,
        "numerator": measurement.numerator,
        "denominator": measurement.denominator,
        "unknown": measurement.unknown,
        "value": measurement.value,
        "unit": measurement.unit,
        "norm": _limits(measurement.norm),
        "met": measurement.met,
        "waiting": measurement.waiting,
        "band": _limits(measurement.band),
        "not_recorded": list(measurement.not_recorded or ()),
    }


def _limits(norm: float | tuple[float, float] | None) -> float | list[float] | None:
    return list(norm) if isinstance(norm, tuple) else norm


def _pair(median: tuple[int, int] | None) -> list[int] | None:
    return list(median) if median else None
