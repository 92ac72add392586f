"""Days as other systems write them."""

from datetime import date

import pytest

from data.errors import UnreadableCell
from data.foreign.moments import read_day, read_period, shown_order
from data.foreign.profile import DayOrder

DAY, MONTH = DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-03-01", "2027-03-01"),
        ("2027/02/01", "2027-02-01"),
        ("20271105", "2027-11-05"),
        ("20271105.0", "2027-11-05"),
        ("1. marts 2027", "2027-03-01"),
        ("01.03.2027", "2027-03-01"),
        ("2027-01-31T23:00:00+00:00", "2027-02-01"),
        ("2027-03-29T21:59:00+00:00", "2027-03-29"),
        ("2027-03-29T21:59:59.000Z", "2027-03-29"),
        ("2027-03-01 23:30:00 UTC", "2027-03-02"),
        ("2027-03-01 23:30:00 +0000", "2027-03-02"),
        ("2027-03-29T23:59:00+02:00", "2027-03-29"),
        ("2027-06-17T23:45:00+01:00", "2027-06-17"),
        ("2027-01-31T18:30:00-05:00", "2027-02-01"),
        ("2027-02-18 23:30:00", "2027-02-18"),
        ("2027-03-30 00:00:00", "2027-03-30"),
        ("14/03/2027 18:00", "2027-03-14"),
        ("1. marts 2027 kl. 18.00", "2027-03-01"),
        ("1. marts 2027 kl. 18", "2027-03-01"),
        ("03/14/2027 11:30 PM", "2027-03-14"),
    ],
)
def test_a_moment_is_its_danish_day(text: str, day: str) -> None:
    """UTC is moved to Denmark, a local clock is dropped, and so is one of a country near ours."""
    assert read_day(text, None).isoformat() == day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2017-04", "not a whole date"),
        ("2027", "not a whole date"),
        ("april 2027", "not a whole date"),
        ("2013.0", "not a whole date"),
        ("1. kvartal 2027", "not a whole date"),
        ("03/04/2027", "read in two ways, 2027-04-03 or 2027-03-04"),
        ("2027-02-30", "does not exist"),
        ("24-3-27", "a year of two figures"),
        ("snarest", "is not a date"),
        ("46508", "a spreadsheet's number of a day"),
        ("1/2-29/3", "is not a date"),
        ("", "is not a date"),
    ],
)
def test_what_is_no_whole_day_is_refused(text: str, reason: str) -> None:
    """Nothing is guessed: neither a day of the month nor which figure is the month."""
    with pytest.raises(UnreadableCell, match=reason):
        read_day(text, None)


def test_the_order_of_day_and_month_is_followed() -> None:
    """What a person said decides, and a date that contradicts it is refused."""
    assert [read_day("03/04/2027", order).isoformat() for order in (DAY, MONTH)] == [
        "2027-04-03",
        "2027-03-04",
    ]
    assert [read_day("3/4/27", order).isoformat() for order in (DAY, MONTH)] == ["2027-04-03", "2027-03-04"]
    with pytest.raises(UnreadableCell, match="has the month first"):
        read_day("03/14/2027", DAY)


@pytest.mark.parametrize(
    ("texts", "needed"),
    [
        (["03/04/2027", "14/03/2027"], DAY),
        (["03/04/2027", "03/14/2027"], MONTH),
        (["03/04/2027", "05/06/2027"], False),
        (["03-04-2027 18:00"], False),
        (["03/04/2027", "14/03/2027", "03/14/2027"], False),
        (["2027-03-04", "2027/03/04", "4. marts 2027", ""], None),
        (["03.04.2027", "05.06.2027"], None),
        (["04/04/2027"], None),
        (["03.04.2027", "03.14.2027"], MONTH),
        (["30-4-27"], False),
        (["30-4-27", "14-03-2027"], DAY),
        (["01/02/2027 - 14/03/2027"], DAY),
        (["01/02/2027 - 03/04/2027"], False),
    ],
)
def test_a_column_shows_its_order(texts: list[str], needed: object) -> None:
    """One figure over 12 shows it; without one a person is asked, and ISO and points need none."""
    assert shown_order(texts).needed() == needed


def test_a_chosen_order_that_the_column_contradicts_is_none() -> None:
    """Neither the person nor the file is overruled in silence."""
    assert [shown_order(["03/04/2027", "03/14/2027"]).order(order) for order in (DAY, MONTH, None)] == [
        None,
        MONTH,
        MONTH,
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("01.02.2027 - 29.03.2027", ("2027-02-01", "2027-03-29")),
        ("1/2-29/3 2027", ("2027-02-01", "2027-03-29")),
        ("1. februar – 29. marts 2027", ("2027-02-01", "2027-03-29")),
        ("fra 1. feb. til 29. marts 2027", ("2027-02-01", "2027-03-29")),
        ("2027-02-01-2027-03-29", ("2027-02-01", "2027-03-29")),
        ("15. december - 10. januar 2028", None),
        ("29.03.2027 - 01.02.2027", None),
        ("2027-02-01", None),
        ("1/2-29/3", None),
        ("80-100", None),
        ("-" * 5000, None),
    ],
)
def test_a_period_in_one_cell_is_both_its_days(text: str, days: tuple[str, str] | None) -> None:
    """The first may lack its year where nothing else can be meant."""
    period = read_period(text, None)
    assert (period and tuple(day.isoformat() for day in period)) == days


def test_a_period_that_can_be_read_in_two_ways_is_refused() -> None:
    """As a single date is, unless the order was said."""
    with pytest.raises(UnreadableCell, match="read in two ways"):
        read_period("01/02/2027 - 03/04/2027", None)
    assert read_period("01/02/2027 - 03/04/2027", MONTH) == (date(2027, 1, 2), date(2027, 3, 4))
