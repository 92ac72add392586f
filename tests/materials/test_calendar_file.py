"""The calendar file, opened again by a reader of its own."""

from datetime import UTC, date, datetime
from typing import Any

from icalendar import Calendar

from data.models import Round
from evaluation.calendar import plan
from evaluation.calendar_warnings import PlannedBody
from language import speak
from materials.calendar_file import CalendarOrder, calendar_file

NORMS = {"plan_paper_days": 28, "plan_agenda_days": 8, "plan_answer_days": 7}
ROUND = Round(
    "2026-2029/midterm",
    "2026-2029",
    "midterm",
    "open",
    date(2026, 1, 1),
    date(2027, 12, 31),
    date(2028, 1, 10),
    date(2028, 4, 28),
    date(2028, 3, 31),
)
AT = datetime(2026, 11, 29, 8)
NAME = "By-, Trafik- og Klimaudvalget; æ ø å, et langt navn på et udvalg, der må deles over flere linjer"


def written(meets_on: date | None, *, version: int = 7, name: str = NAME) -> bytes:
    """The file of a round with one body that meets on this day."""
    bodies = [PlannedBody(name, plan(ROUND, "tku", meets_on, NORMS), None)]
    return calendar_file(CalendarOrder(ROUND, bodies, b"secret", version, AT), speak("da"))


def events(content: bytes) -> dict[str, Any]:
    """Its events by what they are called."""
    return {str(each["summary"]): each for each in Calendar.from_ical(content).walk("VEVENT")}


def test_every_day_is_an_event_of_a_whole_day() -> None:
    """Name, first day and the day after it, in Danish; a body without a meeting has no days of its own."""
    days = {
        name: (each.decoded("dtstart"), each.decoded("dtend"))
        for name, each in events(written(date(2028, 3, 8))).items()
    }
    assert days == {
        "Runden åbner": (date(2028, 1, 10), date(2028, 1, 11)),
        "Svarfrist": (date(2028, 3, 31), date(2028, 4, 1)),
        "Runden lukker": (date(2028, 4, 28), date(2028, 4, 29)),
        f"Drøftelsesoplæg og skema sendt ud: {NAME}": (date(2028, 2, 9), date(2028, 2, 10)),
        f"Sagen lukkes til dagsordenen: {NAME}": (date(2028, 2, 29), date(2028, 3, 1)),
        f"Møde: {NAME}": (date(2028, 3, 8), date(2028, 3, 9)),
        f"Svarfrist: {NAME}": (date(2028, 3, 15), date(2028, 3, 16)),
    }
    assert set(events(written(None))) == {"Runden åbner", "Svarfrist", "Runden lukker"}


def test_a_second_file_changes_the_days_of_the_first() -> None:
    """The same UIDs, each once, with a greater number, though day and name are others."""
    first = events(written(date(2028, 3, 8))).values()
    second = events(written(date(2028, 3, 15), version=9, name="Klimaudvalget")).values()
    uids = [str(each["uid"]) for each in first]
    assert len(set(uids)) == 7
    assert sorted(uids) == sorted(str(each["uid"]) for each in second)
    assert {each["sequence"] for each in first} == {7} and {each["sequence"] for each in second} == {9}


def test_the_file_holds_to_the_standard() -> None:
    """RFC 5545: lines of 75 bytes that end in CR LF, commas and semicolons escaped, and in each event what it
    must have.
    """
    content = written(date(2028, 3, 8))
    lines = content.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert b"By-\\, Trafik- og Klimaudvalget\\; " in content
    calendar = Calendar.from_ical(content)
    assert (calendar["version"], calendar["method"], bool(calendar["prodid"])) == ("2.0", "PUBLISH", True)
    for each in calendar.walk("VEVENT"):
        assert each.decoded("dtstamp") == AT.replace(tzinfo=UTC)
        assert each["dtstart"].params["VALUE"] == "DATE" and each["transp"] == "TRANSPARENT"
