"""What is counted of the states and values that indicators give."""

from pathlib import Path
from typing import Any

import pytest

from data import queries
from data.database import Store
from data.queries.indicator_counts import IndicatorCount, Measure, counted_columns
from data.queries.read import sql
from data.queries.scale_bands import Band, scale_bands
from data.queries.selection import of_round
from data.queries.steps import Judged, parameters, with_steps

STATES: list[tuple[Measure, str, tuple[int | float | None, ...]]] = [
    # A consultation that has to wait is neither known nor unknown, and one that is no case is none of the
    # three.
    (
        "share",
        "('known', 1, null), ('known', 0, null), ('unknown', null, null), ('waiting', null, null),"
        " ('no_case', null, null)",
        (2, 1, 1, 1, 2, None),
    ),
    ("total", "('known', 3, 4), ('known', 5, 6), ('no_case', null, null)", (2, 0, 0, 8, 10, None)),
    (
        "median",
        "('known', 1.5, null), ('known', 2.5, null), ('waiting', null, null)",
        (2, 0, 1, None, None, 2.0),
    ),
    ("median", "('waiting', null, null)", (0, 0, 1, None, None, None)),
]


@pytest.mark.parametrize(("measure", "rows", "counted"), STATES, ids=[rows for _, rows, _ in STATES])
def test_each_state_is_counted_by_itself(
    empty: Store, measure: Measure, rows: str, counted: tuple[int | float | None, ...]
) -> None:
    """Known, unknown and waiting, then the numerator, the denominator and the middle value."""
    judged = f"(values {rows}) as judged (state, value, out_of)"
    (row,) = empty.records(f"select {counted_columns(measure)} from {judged}")
    assert IndicatorCount(**row) == IndicatorCount(*counted)  # type: ignore[arg-type]  # six numbers


def test_the_groups_that_are_counted_are_those_that_are_listed(with_demonstration: Path) -> None:
    """As many, none among them, and not known of the same consultations."""
    store = Store(with_demonstration)
    with store.transaction() as cursor:
        cursor.execute("update consultation_groups set took_part = false where consultation = 'D26-04'")
    judged = [
        Judged(of_round(store, each), queries.norms.in_force(store, each.opening_day))
        for each in queries.rounds.oldest_first(store)
    ]
    rows = store.rows(
        f"{with_steps(store, attendance=sql('attendance'))} select g.groups, len(a.groups)"
        " from group_participation g left join attendance a on a.consultation = g.consultation",
        **parameters(store, judged),
    )
    store.close()
    assert {counted for counted, _ in rows} > {None, 0, 1}
    assert [row for row in rows if row[0] != row[1]] == []


SMALL, MEDIUM = {"scale_small_max_hours": 60.0}, {"scale_medium_max_hours": 250.0}
BANDS: list[tuple[dict[str, float], dict[str, Any]]] = [
    ({}, {}),
    (SMALL, {"small": Band(None, 60)}),
    (MEDIUM, {"large": Band(250, None)}),
    (SMALL | MEDIUM, {"small": Band(None, 60), "medium": Band(60, 250), "large": Band(250, None)}),
]


@pytest.mark.parametrize(("norms", "bands"), BANDS)
def test_a_band_needs_the_norms_of_its_ends(norms: dict[str, float], bands: dict[str, Band]) -> None:
    """Without them nothing is said of that scale."""
    assert scale_bands(norms) == bands


@pytest.mark.parametrize(
    ("hours", "fits"),
    [(60, (False, True)), (60.5, (True, False)), (250, (True, False)), (251, (False, True))],
)
def test_the_upper_end_of_a_band_is_in_it(hours: float, fits: tuple[bool, bool]) -> None:
    """The lower one is not: it belongs to the scale below."""
    medium = Band(60, 250)
    assert (medium.fits(hours), medium.is_below(hours) or medium.is_above(hours)) == fits
