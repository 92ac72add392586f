"""A whole evaluation reckoned a second time: plain loops over the rows of exchange files, written from the
text of the domain and the interfaces alone and sharing nothing with the program but the holidays library.

Where the program and this reckoning differ, read the domain text: either may be wrong. ``rules`` (which set
of rules judged) is not reckoned.
"""

from typing import Any

from tests.support.reckoning.assessments import (
    alpha_of,
    change_of,
    counted_assessments,
    evidence_of,
    ratings,
    standing,
    themes_of,
)
from tests.support.reckoning.consultations import consultations_of
from tests.support.reckoning.experiences import experience_of
from tests.support.reckoning.measures import INDICATORS, Selection, indicator_of
from tests.support.reckoning.records import LEVELS, PRINCIPLES, Records, Row
from tests.support.reckoning.rounds import (
    expected_bodies,
    level_of,
    opening_day,
    override_of,
    the_round,
    title_of,
)
from tests.support.reckoning.statistics import delta
from tests.support.reckoning.verdict import (
    confidence_of,
    contradiction_of,
    minority_of,
    proposed_verdict,
)

__all__ = ["Records", "reckon"]


def reckon(records: Records, round_key: str) -> dict[str, Any]:
    """The evaluation of a round as the interfaces describe it."""
    this = the_round(records, round_key)
    selection = Selection(records, this, consultations_of(records, this))
    return {
        "round": round_key,
        "term": this["term"],
        "kind": this["kind"],
        "period": [this["period_from"], this["period_to"]],
        "status": this["status"],
        "as_of": opening_day(this).isoformat(),
        "demonstration": any(
            row.get("source") == "demonstration" for row in records.get("consultations", [])
        ),
        "agreement_all": {"krippendorff_alpha_ordinal": alpha_of(records, this)},
        "principles": [principle_of(selection, principle) for principle in PRINCIPLES],
        "proportionality": {
            "indicators": [indicator_of(selection, name) for name in INDICATORS["proportionality"]]
        },
        "experience_meaningful": experience_of(selection, "meaningful"),
    }


def principle_of(selection: Selection, principle: str) -> dict[str, Any]:
    """One principle: how the levels rated it, what the records say of it, and the verdict."""
    records, this = selection.records, selection.this
    counted = counted_assessments(records, this, principle)
    by_level = {
        level: [row for row in counted if level_of(records, row["body"]) == level] for level in LEVELS
    }
    of_all, standings = standings_of(records, this, principle)
    indicators = [indicator_of(selection, name) for name in INDICATORS[principle]]
    experience = experience_of(selection, principle)
    override = override_of(records, this, principle)
    proposed, reasons = proposed_verdict(records, this, of_all, standings)
    stands = override or proposed
    minority = minority_of(records, this, stands, standings)
    return {
        "principle": int(principle),
        "title": title_of(records, this, principle),
        "all": of_all,
        **standings,
        "gap": {
            "cliffs_delta": delta(ratings(by_level["committee"]), ratings(by_level["centre"])),
            "medians": [standings[level]["median"] for level in LEVELS],
        },
        "change": change_of(records, this, principle),
        "indicators": indicators,
        "verdict": {
            "proposed": proposed,
            "override": override,
            "reasons": reasons,
            "confidence": confidence_of(records, this, principle, (proposed, minority)),
            "minority": minority,
        },
        "experience": experience,
        "contradiction": contradiction_of(
            selection, stands, [indicator["met"] for indicator in indicators], experience
        ),
        "themes": themes_of(counted, records.get("assessments", [])),
        "evidence": evidence_of(counted),
    }


def standings_of(
    records: Records, this: Row, principle: str
) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """How all bodies stand on a principle, and those of each level."""
    counted, everyone = counted_assessments(records, this, principle), expected_bodies(records, this)
    by_level = {
        level: standing(
            [body for body in everyone if level_of(records, body) == level],
            [row for row in counted if level_of(records, row["body"]) == level],
        )
        for level in LEVELS
    }
    return standing(everyone, counted), by_level
