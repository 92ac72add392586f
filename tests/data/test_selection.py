"""Counting only some consultations: each filter alone, groupings, and a theme put on assessments."""

from datetime import date
from typing import Any

import pytest

from data import queries
from data.database import Store
from data.errors import RecordRefused
from data.queries.indicator_counts import Count, count_indicators
from data.queries.selection import Selection
from data.writing import RowChange, save_records
from tests.support.registers import BODIES, ROUNDS, take_all
from workflow.assessments import add_theme
from workflow.person import at_this_machine

TESTER = at_this_machine("tester")

YEAR = date(2024, 1, 1), date(2024, 12, 31)
CONSULTATIONS = [
    {
        "consultation": "a",
        "title": "A",
        "end_on": "2024-01-01",
        "centre": "by",
        "methods": "workshop;høring",
        "scale": "small",
        "new_method": "yes",
    },
    {
        "consultation": "b",
        "title": "B",
        "end_on": "2024-12-31",
        "committee": "plan",
        "methods": "høring",
        "scale": "large",
        "new_method": "no",
    },
    {
        "consultation": "c",
        "title": "C",
        "start_on": "2024-06-30",
        "methods": "borgermøde",
        "new_method": "yes",
    },
    {"consultation": "d", "title": "D", "end_on": "2025-01-01", "new_method": "yes"},
    {
        "consultation": "e",
        "title": "E",
        "end_on": "2024-05-05",
        "new_method": "yes",
        "run_by_municipality": "no",
    },
]


@pytest.fixture
def filled(empty: Store) -> Store:
    with empty.transaction() as cursor:
        cursor.execute("delete from rounds")
    assessments = [
        {
            "round": ROUNDS[0]["round"],
            "body": body,
            "principle": "1",
            "rating": "4",
            "basis": "fair",
            "justification": "Et ord.",
            "status": "submitted",
            "themes": "frist",
        }
        for body in ("plan", "by")
    ]
    take_all(
        empty,
        {"rounds": ROUNDS, "bodies": BODIES, "consultations": CONSULTATIONS, "assessments": assessments},
    )
    return empty


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, (3, 2)),  # first and last day are in, an open one counts by its start, another's own is out
        ({"centre": "by"}, (1, 1)),
        ({"committee": "plan"}, (1, 0)),
        ({"scale": "large"}, (1, 0)),
        ({"method": "høring"}, (2, 1)),
        ({"bodies": ("by", "plan")}, (2, 1)),  # either as centre or as committee
        ({"bodies": ("plan",)}, (1, 0)),
        ({"bodies": ("by",), "scale": "large"}, (0, 0)),
        ({"method": "hør"}, (0, 0)),  # a method, not a part of its name
        ({"centre": "by", "scale": "large"}, (0, 0)),
    ],
)
def test_each_filter(filled: Store, chosen: dict[str, Any], expected: tuple[int, int]) -> None:
    """How many consultations are selected, and how many of them tried something new."""
    counts = [Count("new_method", "share")]
    (everything,) = count_indicators(filled, Selection(*YEAR, **chosen), counts, norms={})[None]
    assert (everything.consultations, everything.counts["new_method"].numerator or 0) == expected


GROUPS = [
    ("centre", {"by": 1}),
    ("committee", {"plan": 1}),
    ("scale", {"large": 1, "small": 1}),
    ("method", {"borgermøde": 1, "høring": 2, "workshop": 1}),
    ("quarter", {"2024-01-01": 1, "2024-04-01": 1, "2024-10-01": 1}),
]


@pytest.mark.parametrize(("grouping", "expected"), GROUPS)
def test_each_grouping(filled: Store, grouping: str, expected: dict[str, int]) -> None:
    """One with two methods stands under both; one without a centre stands under none."""
    counts = [Count("new_method", "share", grouping)]
    groups = count_indicators(filled, Selection(*YEAR), counts, norms={})[grouping]
    assert {str(group.key)[:10]: group.consultations for group in groups} == expected


def test_a_theme_is_added_once_and_nothing_else_changed(filled: Store) -> None:
    """The second time there is nothing to add; rating and words stay."""
    keys = [f"{ROUNDS[0]['round']}:{body}:1" for body in ("plan", "by")]
    add_theme(filled, TESTER, theme="tid; ro", keys=keys)
    once = queries.assessments.of_round(filled, ROUNDS[0]["round"])
    add_theme(filled, TESTER, theme="frist", keys=keys)
    twice = queries.assessments.of_round(filled, ROUNDS[0]["round"])
    assert twice == once
    assert [(each.rating, each.justification, set(each.themes)) for each in twice] == [
        (4, "Et ord.", {"frist", "tid, ro"})
    ] * 2


def test_a_closed_round_takes_no_theme_and_no_conclusion(filled: Store) -> None:
    """Neither by this way in."""
    take_all(filled, {"rounds": [{**ROUNDS[0], "status": "closed"}]})
    with pytest.raises(RecordRefused):
        add_theme(filled, TESTER, theme="ro", keys=[f"{ROUNDS[0]['round']}:by:1"])
    with pytest.raises(RecordRefused):
        save_records(
            filled,
            "tester",
            [RowChange("conclusions", {"round": ROUNDS[0]["round"], "principle": "1", "text": "For sent."})],
        )


UNCOUNTED = [
    ("about one consultation", {"body": "plan", "consultation": "c1"}, None),
    ("by a body that is not asked", {"body": "new"}, None),
    ("a draft", {"body": "plan", "status": "draft"}, None),
    ("that counts", {"body": "plan"}, "2022-2025/midterm"),
]


@pytest.mark.parametrize(("which", "fields", "previous"), UNCOUNTED)
def test_a_planned_round_is_held_once_an_answer_counts(
    empty: Store, which: str, fields: dict[str, str], previous: str | None
) -> None:
    """Nobody compares with a round in which nothing was said that counts."""
    rounds = [{**ROUNDS[0], "status": "planned"}, ROUNDS[1]]
    bodies = [*BODIES, {"body": "new", "level": "centre", "name": "Nyt center", "active_from": "2024-06-01"}]
    answer = {
        "round": rounds[0]["round"],
        "principle": "1",
        "rating": "4",
        "justification": "Ord.",
        "status": "submitted",
    }
    consultations = [{"consultation": "c1", "title": "Torvet"}]
    take_all(
        empty,
        {
            "rounds": rounds,
            "bodies": bodies,
            "consultations": consultations,
            "assessments": [answer | fields],
        },
    )
    assert queries.rounds.previous(empty, rounds[1]["round"]) == previous
