"""The page of days off and methods: what one does there is stored, and empty places say what is missing."""

from datetime import date
from pathlib import Path

from data import queries
from data.database import Store
from data.models import DaysOff, Method
from pages import session
from tests.support.registers import take_all
from tests.support.screens import open_page, press, words_on


def test_a_period_is_added_and_its_year_shown(with_open_round: Path) -> None:
    """A year without days off says so; the form is emptied once the period is stored."""
    screen = open_page("days_off", lang="en", year="2026")
    screen.text_input(key="days off name new").set_value("Grundlovsuge")
    screen.date_input(key="days off starts_on new").set_value(date(2041, 6, 3))
    screen.date_input(key="days off ends_on new").set_value(date(2041, 6, 7))
    press(screen, "Add the days off")
    assert not screen.exception
    assert queries.days_off.of_year(session.store(), 2041) == [
        DaysOff("Grundlovsuge", date(2041, 6, 3), date(2041, 6, 7), None)
    ]
    assert [each.value for each in screen.success] == [session.plain("“Grundlovsuge” is added.")]
    assert screen.text_input(key="days off name new").value == ""
    assert screen.query_params["year"] == "2041"


def test_a_period_is_moved_removed_and_its_year_empty(with_open_round: Path) -> None:
    """The moved period stays chosen; without it the year says that nothing is recorded."""
    store = Store(with_open_round)
    take_all(store, {"days_off": [{"starts_on": "2041-06-03", "ends_on": "2041-06-07", "name": "Uge"}]})
    store.close()
    screen = open_page("days_off", lang="en", year="2041")
    screen.date_input(key="days off starts_on 2041-06-03:Uge").set_value(date(2041, 6, 4))
    press(screen, "Save the days off")
    assert screen.query_params["period"] == "2041-06-04:Uge"
    screen.button(key="remove 2041-06-04:Uge").click().run()
    assert not screen.exception
    assert queries.days_off.of_year(session.store(), 2041) == []
    assert "2041" not in [str(year) for year in queries.days_off.years(session.store())]


def test_a_year_is_copied(with_open_round: Path) -> None:
    """And the next one is shown."""
    screen = open_page("days_off", lang="en", year="2040")
    press(screen, "Copy to 2041")
    assert not screen.exception
    names = [days.name for days in queries.days_off.of_year(session.store(), 2041)]
    assert names == ["Vinterferie (uge 7)", "Sommerferie (juli)", "Efterårsferie (uge 42)", "Jul og nytår"]
    assert screen.query_params["year"] == "2041"


def test_unlisted_words_are_listed_with_one_click(with_open_round: Path) -> None:
    """As a method with or without a period to respond in, or as another word for one."""
    store = Store(with_open_round)
    rows = [{"consultation": key, "title": key, "methods": key} for key in ("Gadefest", "Postkort", "Quiz")]
    take_all(store, {"consultations": rows})
    store.close()
    screen = open_page("days_off", lang="en")
    screen.button(key="list Postkort True").click().run()
    screen.button(key="list Gadefest False").click().run()
    screen.selectbox(key="alias Quiz").set_value("gadefest").run()
    assert not screen.exception
    listed = {method.key: method for method in queries.methods.listed(session.store())}
    assert (listed["postkort"], listed["gadefest"]) == (
        Method("postkort", "Postkort", "Postkort", True),
        Method("gadefest", "Gadefest", "Gadefest", False, ("Quiz",)),
    )
    assert "Every method that a consultation names is listed." in words_on(screen)


def test_without_days_off_and_methods_the_page_invites(with_open_round: Path) -> None:
    """Both can be begun from there."""
    store = Store(with_open_round)
    with store.transaction() as cursor:
        cursor.execute("delete from days_off")
        cursor.execute("delete from methods")
    store.close()
    screen = open_page("days_off", lang="en")
    assert not screen.exception
    labels = [button.label for button in screen.button]
    assert (len(screen.info), "Add the days off" in labels, "Add the method" in labels) == (2, True, True)
