"""How long people had to respond: the period it is held against, and its days by kind, counted on a calendar
by hand.
"""

from datetime import date

import pytest

from data.database import Store
from data.queries.response_windows import ResponseWindow, response_windows
from data.queries.selection import Selection
from tests.support.registers import take_all

ALL = Selection(date(2000, 1, 1), date(2030, 12, 31))
NORMS = {"window_default_days": 28.0}
WINDOWS: list[tuple[dict[str, str], ResponseWindow | None]] = [
    # Monday 14 to Monday 21 April 2025: three weekdays of Easter, three others.
    ({"start_on": "2025-04-14", "end_on": "2025-04-21"}, ResponseWindow(7, 28, False, 3, 3, 0, 3)),
    # Monday 30 June to Sunday 6 July 2025: five working days, four of them in July.
    ({"start_on": "2025-06-30", "end_on": "2025-07-06"}, ResponseWindow(6, 28, False, 5, 0, 4, 4)),
    # A weekend, Saturday and Sunday.
    ({"start_on": "2025-03-01", "end_on": "2025-03-02"}, ResponseWindow(1, 28, False, 0, 0, 0, 0)),
    # A local plan: by law 56 days until the reform of 15 June 2017, 28 from then on; what is recorded goes
    # first.
    (
        {"start_on": "2017-06-14", "end_on": "2017-06-14", "plan_kind": "local_plan"},
        ResponseWindow(0, 56, True, 1, 0, 0, 0),
    ),
    (
        {"start_on": "2017-06-15", "end_on": "2017-06-15", "plan_kind": "local_plan"},
        ResponseWindow(0, 28, True, 1, 0, 0, 0),
    ),
    (
        {"start_on": "2017-06-15", "end_on": "2017-06-15", "plan_kind": "local_plan", "statutory_days": "7"},
        ResponseWindow(0, 7, True, 1, 0, 0, 0),
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


@pytest.mark.parametrize(("days", "long_enough", "lost_share"), [(27, False, 7 / 28), (28, True, 7 / 29)])
def test_a_window_is_long_enough_from_its_period_on(days: int, long_enough: bool, lost_share: float) -> None:
    """The share that is lost is of the days from start to end, both counted."""
    window = ResponseWindow(days, 28, False, 20, 0, 0, 7)
    assert (window.long_enough, window.lost_share) == (long_enough, lost_share)
