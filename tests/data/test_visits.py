"""Visits of people who signed in, whatever the clock does."""

from datetime import datetime, timedelta

import pytest

from data import visits
from data.database import Store

NOON, IDLE = datetime(2026, 11, 29, 12), timedelta(minutes=30)
VISIT = "5" * 64


@pytest.mark.parametrize(
    ("minutes", "is_open"), [(0, True), (30, True), (31, False), (-30, True), (-31, False), (-60 * 24, False)]
)
def test_a_visit_goes_on_while_it_is_near_in_time(empty: Store, minutes: int, is_open: bool) -> None:
    """One that a wrong clock noted as seen far ahead doesn't last until then, and nobody is there by it."""
    visits.begin(empty, VISIT, ("1", "Ida"), NOON)
    now = NOON + timedelta(minutes=minutes)
    assert visits.is_open(empty, VISIT, idle=IDLE, now=now) is is_open
    assert len(visits.open_visits(empty, idle=IDLE, now=now)) == is_open
    assert visits.is_open(empty, "another", idle=IDLE, now=NOON) is None


@pytest.mark.parametrize(("seconds", "noted"), [(30, 0), (90, 90), (-30, -30), (-600, -600)])
def test_a_visit_is_noted_now_and_then(empty: Store, seconds: int, noted: int) -> None:
    """Not each time, but at once after the clock was set back."""
    visits.begin(empty, VISIT, ("1", "Ida"), NOON)
    visits.note_seen(empty, VISIT, NOON + timedelta(seconds=seconds))
    ((_, _, _, seen_at),) = visits.open_visits(empty, idle=IDLE, now=NOON)
    assert seen_at == NOON + timedelta(seconds=noted)
