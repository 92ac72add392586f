"""What consultations lack for the evaluation: which fields, in which order, and what filling them in
gives.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from data import queries
from data.database import Store
from data.queries.indicator_counts import IndicatorRow, indicator_rows
from data.queries.selection import of_round
from evaluation.evaluate import find_round
from evaluation.gaps import Gap, Incomplete, Known, by_centre, incomplete, known_by_indicator
from evaluation.indicators import measure_all
from evaluation.lacking_words import FIELDS, GROUP_FIELDS
from evaluation.principles import INDICATORS
from tests.support.registers import BODIES, ROUNDS, new_filled, take_all

ROUND = "2022-2025/endterm"
OLD, NEW = date(2025, 3, 1), date(2025, 4, 1)


def a_row(consultation: str, indicator: str, *lacking: str, **other: Any) -> IndicatorRow:
    """An unknown one that lacks fields, unless told otherwise."""
    row = IndicatorRow(
        consultation, consultation.upper(), "by", OLD, indicator, "unknown", None, None, lacking
    )
    return replace(row, **other)


ROWS = [
    a_row("a", "on_plan", "end_on", "planned_end_on"),
    a_row("a", "decision_days", "end_on"),
    a_row("a", "new_method", state="known", value=1),
    a_row("b", "new_method", "new_method", counted_on=NEW, centre=None),
    a_row("c", "new_method", "new_method"),
    a_row("c", "on_plan"),
    a_row("c", "decision_days", state="waiting"),
    a_row("d", "new_method", state="no_case"),
]


def test_what_tells_the_most_comes_first() -> None:
    """Consultations by the facts that would become known, then the newest; fields by the facts that wait for
    them, then by the order of its life. What waits, is late, or no field would tell, lacks nothing.
    """
    two = ("on_plan", "decision_days")
    assert incomplete(ROWS) == (
        Incomplete("a", "A", "by", OLD, (Gap("end_on", two), Gap("planned_end_on", ("on_plan",))), two),
        Incomplete("b", "B", None, NEW, (Gap("new_method", ("new_method",)),), ("new_method",)),
        Incomplete("c", "C", "by", OLD, (Gap("new_method", ("new_method",)),), ("new_method",)),
    )


def test_known_before_and_after() -> None:
    """One that no field would tell stays unknown."""
    counts = known_by_indicator(ROWS)
    assert counts == {
        "new_method": Known(1, 2, 2),
        "decision_days": Known(0, 1, 1),
        "on_plan": Known(0, 2, 1),
    }
    assert [(each.total, each.at_most) for each in counts.values()] == [(3, 3), (1, 1), (2, 1)]


def test_centres_have_their_counts() -> None:
    """Consultations and facts; those without a centre under None."""
    assert by_centre(incomplete(ROWS)) == {"by": (2, 3), None: (1, 1)}


def rows_of(store: Store, round_key: str) -> list[IndicatorRow]:
    """What the page of gaps reads."""
    chosen = find_round(store, round_key)
    norms = queries.norms.in_force(store, chosen.opening_day)
    return indicator_rows(store, of_round(store, chosen), list(INDICATORS), norms=norms)


def assert_gaps_are_the_unknown(store: Store, round_key: str) -> None:
    """Known and unknown are those of the evaluation; all that is listed is unknown there; every field has a
    name.
    """
    chosen = find_round(store, round_key)
    norms = queries.norms.in_force(store, chosen.opening_day)
    measured = measure_all(store, of_round(store, chosen), norms)[1]
    rows = rows_of(store, round_key)
    counts_by_indicator = known_by_indicator(rows)
    nothing = Known(0, 0, 0)
    for name, measurement in measured.items():
        counts = counts_by_indicator.get(name, nothing)
        assert (counts.known, counts.unknown) == (measurement.known, measurement.unknown), name
        listed = sum(name in each.indicators for each in incomplete(rows))
        assert listed == counts.fillable <= counts.unknown, name
    assert {gap.column for each in incomplete(rows) for gap in each.gaps} <= FIELDS.keys()


def test_the_gaps_are_the_evaluations_unknown(demonstration: Store) -> None:
    """In every round of the demonstration."""
    for each in queries.rounds.oldest_first(demonstration):
        assert_gaps_are_the_unknown(demonstration, each.key)


FILLED = {
    "start_on": "2025-02-03",
    "end_on": "2025-03-28",
    "methods": "hearing",
    "new_method": "no",
    "scale": "small",
    "planned_end_on": "2025-03-28",
    "frame_decided_on": "2025-01-03",
    "frame_published_on": "2025-01-06",
    "open_to_influence": "Farven",
    "not_open": "Stedet",
    "participants": "30",
    "contributions": "9",
    "contributions_answered": "8",
    "hours_spent": "20",
    "proposal_on": "2025-02-20",
    "effect": "minor",
    "decided_on": "2025-05-02",
    "presented_on": "2025-05-02",
    "feedback_on": "2025-05-05",
    "clarified_on": "2025-01-02",
}


def test_what_is_filled_in_becomes_known(tmp_path: Path) -> None:
    """Consultations with hardly anything, one with everything the wrong way round: when what they lack is
    filled in, nothing lacks any more, and as many are known as was said; the number known never falls on the
    way.
    """
    odd = {"contributions": "1", "contributions_answered": "3", "methods": "noget", "effect": "unknown"}
    consultations = [
        {"consultation": "a", "title": "A", "end_on": "2025-03-28", "businesses_relevant": "yes"},
        {
            "consultation": "b",
            "title": "B",
            "start_on": "2025-04-01",
            "end_on": "2025-03-28",
            "decided_on": "2025-03-01",
            "feedback_on": "2025-02-01",
            **odd,
        },
        {"consultation": "c", "title": "C", "start_on": "2025-02-03"},
    ]
    store = new_filled(
        tmp_path / "register.duckdb", {"rounds": ROUNDS, "bodies": BODIES, "consultations": consultations}
    )
    before = known_by_indicator(rows_of(store, ROUND))
    lowest = {name: each.known for name, each in before.items()}
    for _ in range(3):  # an end shows that a decision is lacking, and a decision what became of the input
        for each in incomplete(rows_of(store, ROUND)):
            row = next(own for own in consultations if own["consultation"] == each.consultation)
            columns = [gap.column for gap in each.gaps if gap.column not in GROUP_FIELDS]
            row |= {column: FILLED[column] for column in columns} | (
                {"decided_on": FILLED["decided_on"]} if "end_on" in columns else {}
            )
            group = {
                "consultation": each.consultation,
                "group": "citizens",
                "sought_out": "no",
                "took_part": "no",
                "beyond_affected": "no",
            }
            take_all(store, {"consultations": [row], "consultation_groups": [group]})
            now = known_by_indicator(rows_of(store, ROUND))
            assert all(now[name].known >= known for name, known in lowest.items())
            lowest = {name: counts.known for name, counts in now.items()}
    assert incomplete(rows_of(store, ROUND)) == ()
    lacked = {name: each.at_most for name, each in before.items() if each.fillable}
    assert {name: now[name].known for name in lacked} == lacked
    store.close()
