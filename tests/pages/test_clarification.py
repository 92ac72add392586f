"""The guide through a clarification: begun with a title, warned of beside the field, agreed by one click."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages import session
from tests.support.screens import open_page, press, words_on
from workflow.clarification import save_fields, stored_fields
from workflow.person import at_this_machine

KEY = "ny-sti"
START = date.today() + timedelta(days=60)


@pytest.fixture
def screen(with_open_round: Path) -> AppTest:
    """A new one, begun with its title."""
    screen = open_page("clarification", lang="en")
    screen.text_input(key="clarification title").set_value("Ny *sti*")
    press(screen, "Begin the clarification")
    assert not screen.exception
    return screen


def type_in(screen: AppTest, column: str, text: str) -> None:
    """Write in a field and leave it."""
    screen.text_input(key=f"consultation field {KEY} {column}").set_value(text).run()
    assert not screen.exception


def warned(screen: AppTest) -> str:
    """What is warned of."""
    return plainly("\n".join(each.value for each in screen.warning))


def plainly(text: str) -> str:
    """What a person reads: without the signs that keep people's text from being Markdown."""
    return text.replace("\\", "")


def stored(*columns: str) -> list[str | None]:
    """Some fields as they are stored."""
    row = stored_fields(session.store(), KEY)
    assert row
    return [row[column] for column in columns]


def test_it_begins_with_a_title(with_open_round: Path) -> None:
    """An unknown link says so; without a title nothing is registered."""
    screen = open_page("clarification", lang="en", consultation="nope")
    assert "The register holds no consultation by this link" in words_on(screen)
    press(screen, "Begin the clarification")
    assert [each.value for each in screen.error] == [session.plain("Write the title. Nothing was saved.")]


def test_six_questions_each_say_where_they_come_from(screen: AppTest) -> None:
    """The principle's own words are at hand; an empty plan is not warned of."""
    assert [each.value for each in screen.title] == [session.plain("Clarification: Ny *sti*")]
    text = words_on(screen)
    sources = [f"*From principle {number}: " for number in range(1, 6)] + ["*From the words on resources: "]
    places = [text.index(source) for source in sources]
    assert places == sorted(places)
    assert "Citizens and businesses must know as clearly as possible" in text
    assert "Relevance and meaning are what guides." in text
    assert warned(screen) == ""


def test_a_warning_stands_beside_its_field_until_it_is_mended(screen: AppTest) -> None:
    """A window that is too short, and a decision in it."""
    screen.multiselect(key=f"consultation field {KEY} methods").set_value(["Hearing"]).run()
    type_in(screen, "planned_start_on", f"{START:%d-%m-%Y}")
    type_in(screen, "planned_end_on", f"{START + timedelta(days=13):%d-%m-%Y}")
    type_in(screen, "planned_decision_on", f"{START + timedelta(days=12):%d-%m-%Y}")
    assert "There are 13 days to respond. The norm is at least 28 days." in warned(screen)
    assert "The decision is taken before people have been heard." in warned(screen)
    assert "Nobody is sought out beyond those who are affected." in warned(screen)
    type_in(screen, "planned_end_on", f"{START + timedelta(days=90):%d-%m-%Y}")
    type_in(screen, "planned_decision_on", f"{START + timedelta(days=150):%d-%m-%Y}")
    screen.multiselect(key=f"consultation field {KEY} planned_groups_beyond").set_value(
        ["young people"]
    ).run()
    assert "days to respond. The norm" not in warned(screen) and "before people" not in warned(screen)
    assert "Nobody is sought out" not in warned(screen)
    assert stored("planned_groups_beyond") == ["young_people"]


def test_it_is_agreed_and_agreed_anew(screen: AppTest) -> None:
    """With today as the day; what changes afterwards is told."""
    type_in(screen, "planned_start_on", f"{START:%d-%m-%Y}")
    press(screen, "The clarification is agreed")
    today = date.today().isoformat()
    assert stored("agreed_on", "clarified_on", "agreed_start_on") == [today, today, START.isoformat()]
    assert "The plan is kept as it is now." in plainly(words_on(screen))
    type_in(screen, "planned_start_on", f"{START + timedelta(days=7):%d-%m-%Y}")
    assert "Changed since it was agreed: Planned start." in plainly(words_on(screen))
    screen.date_input(key=f"agreed on {KEY}").set_value(date.today() + timedelta(days=1))
    press(screen, "The clarification is agreed")
    assert "The day has not come yet." in plainly(words_on(screen))


def test_two_people_in_one_field_see_both(screen: AppTest) -> None:
    """Nothing is overwritten until one has seen it."""
    field = f"consultation field {KEY} beyond_how"
    read = stored_fields(session.store(), KEY)
    assert read
    save_fields(session.store(), at_this_machine("Bo"), KEY, values={"beyond_how": "Plakater"}, read=read)
    screen.text_area(key=field).set_value("Breve").run()
    assert "Somebody else has saved “Plakater” here meanwhile." in warned(screen)
    press(screen, "Save mine")
    assert stored("beyond_how") == ["Breve"]


def test_the_plan_stands_beside_what_came_of_it(with_demonstration: Path) -> None:
    """On the consultation's own page, under its clarification, with the way to it. That no group took part is
    said.
    """
    screen = open_page("consultation", lang="en", consultation="D26-04")
    text = words_on(screen)
    assert session.plain("The plan as it was agreed on 13 November 2025.") in text
    (table,) = [each.value for each in screen.table if "Difference" in each.value]
    assert table["Difference"].tolist() == [
        "as planned",
        "21 days later",
        "14 days later",
        "132 hours more",
        "as planned",
        "without Experts; also Businesses",
    ]
    with session.store().transaction() as cursor:
        cursor.execute("update consultation_groups set took_part = false where consultation = 'D26-04'")
    (table,) = [each.value for each in screen.run().table if "Difference" in each.value]
    assert table["Actual"].tolist()[-1] == "None" and "–" not in table["Difference"].tolist()


def test_one_that_has_started_is_not_warned_of(with_demonstration: Path) -> None:
    """It can still be read and written."""
    screen = open_page("clarification", lang="en", consultation="D26-13")
    assert "It started on 14 September 2026." in plainly(words_on(screen)) and warned(screen) == ""
