"""Days off are added, changed, removed and copied; what is left out is named, and then nothing is changed."""

from datetime import date

import pytest

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, CommandRefused, RecordRefused
from data.models import DaysOff
from tests.workflow.conftest import IDA
from workflow.days_off import DaysOffEntry, add_days_off, change_days_off, copy_year, remove_days_off

pytestmark = pytest.mark.thorough

BRIDGE = DaysOffEntry(
    "Dagen efter Kristi himmelfart", date(2041, 5, 31), date(2041, 5, 31), "Byrådet 1.1.2041"
)
STORED = DaysOff(BRIDGE.name, date(2041, 5, 31), date(2041, 5, 31), BRIDGE.source)


def periods(store: Store, year: int) -> list[tuple[str, str, str]]:
    """Name, first and last day of a year's periods."""
    rows = queries.days_off.of_year(store, year)
    return [(days.name, str(days.starts_on), str(days.ends_on)) for days in rows]


def actions(store: Store, record: str) -> list[tuple[str, str]]:
    """What was done to a period and by whom, newest first."""
    return [(entry.action, entry.who) for entry in queries.history.of_record(store, "days_off", record)]


def test_a_period_is_added_and_removed(store: Store) -> None:
    """The history keeps both."""
    add_days_off(store, IDA, BRIDGE)
    assert queries.days_off.of_year(store, 2041) == [STORED]
    remove_days_off(store, IDA, STORED)
    assert queries.days_off.of_year(store, 2041) == []
    assert actions(store, f"2041-05-31:{BRIDGE.name}") == [("removed", "Ida"), ("created", "Ida")]


def test_a_period_is_changed_where_it_is(store: Store) -> None:
    """Another last day or source is a change of the same row."""
    add_days_off(store, IDA, BRIDGE)
    entry = DaysOffEntry(BRIDGE.name, date(2041, 5, 31), date(2041, 6, 2), "")
    change_days_off(store, IDA, days_before=STORED, entry=entry)
    assert queries.days_off.of_year(store, 2041) == [
        DaysOff(BRIDGE.name, date(2041, 5, 31), date(2041, 6, 2), None)
    ]
    assert actions(store, f"2041-05-31:{BRIDGE.name}") == [("changed", "Ida"), ("created", "Ida")]


def test_another_name_or_first_day_is_another_row(store: Store) -> None:
    """The old one is removed and the new one created, all or nothing."""
    add_days_off(store, IDA, BRIDGE)
    moved = DaysOffEntry(" Bededag ", date(2041, 5, 30), date(2041, 5, 31))
    change_days_off(store, IDA, days_before=STORED, entry=moved)
    assert periods(store, 2041) == [("Bededag", "2041-05-30", "2041-05-31")]
    assert actions(store, f"2041-05-31:{BRIDGE.name}")[0] == ("removed", "Ida")
    bededag = queries.days_off.of_year(store, 2041)[0]
    wrong = DaysOffEntry("Bededag", date(2041, 6, 30), date(2041, 5, 31))
    with pytest.raises(RecordRefused):
        change_days_off(store, IDA, days_before=bededag, entry=wrong)
    assert periods(store, 2041) == [("Bededag", "2041-05-30", "2041-05-31")]


def test_the_second_of_two_people_is_told(store: Store) -> None:
    """Nobody changes or removes what somebody else has changed since."""
    add_days_off(store, IDA, BRIDGE)
    longer = DaysOffEntry(BRIDGE.name, date(2041, 5, 31), date(2041, 6, 2), "Byrådet")
    change_days_off(store, IDA, days_before=STORED, entry=longer)
    with pytest.raises(ChangedMeanwhile):
        change_days_off(store, IDA, days_before=STORED, entry=BRIDGE)
    with pytest.raises(ChangedMeanwhile):
        remove_days_off(store, IDA, STORED)
    assert periods(store, 2041) == [(BRIDGE.name, "2041-05-31", "2041-06-02")]


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (DaysOffEntry(" ", date(2041, 5, 31), date(2041, 5, 31)), "Write the name"),
        (DaysOffEntry("Fri", None, date(2041, 5, 31)), "choose the first and the last day"),
        (DaysOffEntry("Fri", date(2041, 5, 31), None), "choose the first and the last day"),
        (BRIDGE, "of this name from that day already"),
    ],
)
def test_what_lacks_something_is_not_added(store: Store, entry: DaysOffEntry, sentence: str) -> None:
    """It says what."""
    add_days_off(store, IDA, BRIDGE)
    with pytest.raises(CommandRefused, match=sentence):
        add_days_off(store, IDA, entry)
    assert queries.days_off.of_year(store, 2041) == [STORED]


def test_a_very_long_period_is_told_and_stored(store: Store) -> None:
    """It may be a typing error."""
    notices = add_days_off(store, IDA, DaysOffEntry("Lukket", date(2041, 1, 1), date(2041, 12, 31)))
    assert [str(each.reason) for each in notices] == ["makes a period of 365 days; check both days"]


def test_a_year_is_copied_to_the_next(store: Store) -> None:
    """Whole weeks keep their number, other periods their dates; a leap day becomes the 28th, and a name that
    is there already stays as it is.
    """
    for name, first, last in (
        ("Uge 7", date(2044, 2, 15), date(2044, 2, 21)),
        ("Juli", date(2044, 7, 1), date(2044, 7, 31)),
        ("Skuddag", date(2044, 2, 29), date(2044, 3, 1)),
        ("Jul", date(2044, 12, 24), date(2045, 1, 2)),
    ):
        add_days_off(store, IDA, DaysOffEntry(name, first, last))
    add_days_off(store, IDA, DaysOffEntry("Juli", date(2045, 7, 3), date(2045, 7, 30)))
    copy_year(store, IDA, 2044)
    assert periods(store, 2045) == [
        ("Jul", "2044-12-24", "2045-01-02"),
        ("Uge 7", "2045-02-13", "2045-02-19"),
        ("Skuddag", "2045-02-28", "2045-03-01"),
        ("Juli", "2045-07-03", "2045-07-30"),
        ("Jul", "2045-12-24", "2046-01-02"),
    ]
    with pytest.raises(CommandRefused, match="2045 has every period of 2044 already"):
        copy_year(store, IDA, 2044)


def test_week_53_becomes_the_last_week(store: Store) -> None:
    """2043 has 53 weeks, 2044 has 52."""
    add_days_off(store, IDA, DaysOffEntry("Uge 53", date(2043, 12, 28), date(2044, 1, 3)))
    copy_year(store, IDA, 2043)
    assert ("Uge 53", "2044-12-26", "2045-01-01") in periods(store, 2044)
