"""How long people had to respond: the period it is held against, and its days by kind, counted on a calendar
by hand.
"""

from datetime import date

import pytest

from data.database import Store
from data.queries.response_windows import ResponseWindow, planned_window, response_windows
from data.queries.selection import Selection
from tests.support.registers import take_all

ALL = Selection(date(2000, 1, 1), date(2030, 12, 31))
NORMS = {"window_default_days": 28.0}
WINDOWS: list[tuple[dict[str, str], ResponseWindow | None]] = [
    # Monday 14 to Monday 21 April 2025: three weekdays of Easter, three others; no method tells whether there
    # was a period.
    ({"start_on": "2025-04-14", "end_on": "2025-04-21"}, ResponseWindow(None, 7, 28, False, 6, 3, 0, True)),
    # Monday 30 June to Sunday 6 July 2025: five weekdays, four of them in July; a hearing, whatever its
    # capitals.
    (
        {"start_on": "2025-06-30", "end_on": "2025-07-06", "methods": "workshop;Offentlig HØRING"},
        ResponseWindow(True, 6, 28, False, 5, 0, 4, True),
    ),
    # A weekend, Saturday and Sunday; a workshop has no period to respond in.
    (
        {"start_on": "2025-03-01", "end_on": "2025-03-02", "methods": "workshop;noget andet"},
        ResponseWindow(False, 1, 28, False, 0, 0, 0, True),
    ),
    # Christmas week: Christmas Day and Boxing Day are public holidays, the 24th and the 31st recorded days
    # off.
    (
        {"start_on": "2024-12-23", "end_on": "2024-12-31", "methods": "noget andet"},
        ResponseWindow(None, 8, 28, False, 7, 2, 4, True),
    ),
    # 2005 has no recorded days off.
    ({"start_on": "2005-12-30", "end_on": "2006-01-02"}, ResponseWindow(None, 3, 28, False, 2, 0, 0, False)),
    # A local plan: by law 56 days until the reform of 15 June 2017, 28 from then on; what is recorded counts
    # where it is longer.
    (
        {"start_on": "2017-06-14", "end_on": "2017-06-14", "plan_kind": "local_plan"},
        ResponseWindow(True, 0, 56, True, 1, 0, 0, True),
    ),
    (
        {"start_on": "2017-06-15", "end_on": "2017-06-15", "plan_kind": "local_plan"},
        ResponseWindow(True, 0, 28, True, 1, 0, 0, True),
    ),
    (
        {"start_on": "2017-06-15", "end_on": "2017-06-15", "plan_kind": "local_plan", "statutory_days": "7"},
        ResponseWindow(True, 0, 28, True, 1, 0, 0, True),
    ),
    (
        {"start_on": "2017-06-15", "end_on": "2017-06-15", "plan_kind": "local_plan", "statutory_days": "42"},
        ResponseWindow(True, 0, 42, True, 1, 0, 0, True),
    ),
    # Backwards, or without an end, there is none.
    ({"start_on": "2025-03-04", "end_on": "2025-03-03"}, None),
    ({"start_on": "2025-03-04"}, None),
]


@pytest.mark.parametrize(("dates", "window"), WINDOWS, ids=[str(dates) for dates, _ in WINDOWS])
def test_a_window_by_hand(empty: Store, dates: dict[str, str], window: ResponseWindow | None) -> None:
    """One consultation, beside another one whose window is another."""
    other = {"consultation": "other", "title": "Anden", "start_on": "2010-01-04", "end_on": "2026-12-31"}
    take_all(empty, {"consultations": [{"consultation": "one", "title": "Sag", **dates}, other]})
    assert response_windows(empty, ALL, NORMS).get("one") == window


@pytest.mark.parametrize(("days", "long_enough"), [(27, False), (28, True)])
def test_a_window_is_long_enough_from_its_period_on(days: int, long_enough: bool) -> None:
    """The day that makes the period full is enough."""
    assert ResponseWindow(True, days, 28, False, 20, 2, 5, True).long_enough is long_enough


@pytest.mark.parametrize(
    ("weekdays", "is_recorded", "lost_share"), [(20, True, 7 / 20), (0, True, None), (20, False, None)]
)
def test_the_share_that_is_lost(weekdays: int, is_recorded: bool, lost_share: float | None) -> None:
    """Of the weekdays; not known without any, or where days off are not recorded."""
    assert ResponseWindow(True, 27, 28, False, weekdays, 2, 5, is_recorded).lost_share == lost_share


@pytest.mark.parametrize(("row", "window"), [each for each in WINDOWS if "end_on" in each[0]])
def test_a_planned_window_is_reckoned_as_one_that_was_held(
    empty: Store, row: dict[str, str], window: ResponseWindow | None
) -> None:
    """By the same select, whatever days are recorded of it otherwise."""
    days = date.fromisoformat(row["start_on"]), date.fromisoformat(row["end_on"])
    other = {"start_on": "2026-01-05", "end_on": "2026-01-06"}
    take_all(empty, {"consultations": [{"consultation": "c1", "title": "Sag", **row, **other}]})
    assert planned_window(empty, "c1", days, NORMS) == window
