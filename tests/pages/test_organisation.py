"""The page of the organisation: a pasted list is shown before it is stored, and the fields are empty
after.
"""

from pathlib import Path

from data import queries
from pages import session
from tests.support.screens import open_page, press, words_on


def test_a_pasted_list_is_shown_and_then_added(with_open_round: Path) -> None:
    """What each line does stands above the button; a line that can't be read holds all of it back."""
    screen = open_page("organisation", lang="en")
    screen.text_area(key="list text").set_value("Vandcentret\tcenter\t2022\nPLANUDVALGET\nHavn\tx").run()
    assert not screen.exception
    assert "Mend or delete line 3 first" in words_on(screen)
    assert screen.button(key="list add").disabled
    screen.text_area(key="list text").set_value(
        "Vandcentret\tcenter\t2022\nPLANUDVALGET\nHavneudvalget"
    ).run()
    screen.button(key="list add").click().run()
    assert not screen.exception
    assert [each.value for each in screen.success] == [
        session.plain("2 are added: Vandcentret and Havneudvalget.")
    ]
    assert screen.text_area(key="list text").value == ""
    bodies = {
        body.name: (body.level, str(body.active_from))
        for body, _ in queries.bodies.with_predecessors(session.store())
    }
    assert (bodies["Vandcentret"], bodies["Havneudvalget"]) == (
        ("centre", "2022-01-01"),
        ("committee", "None"),
    )


def test_the_fields_are_empty_once_a_body_is_added(with_open_round: Path) -> None:
    """The next one can be written at once; what was refused stays to be mended."""
    screen = open_page("organisation", lang="en")
    screen.text_input(key="add name").set_value("Center for Vand")
    press(screen, "Add it")
    assert screen.text_input(key="add name").value == ""
    screen.text_input(key="add name").set_value("I alt")
    press(screen, "Add it")
    assert screen.text_input(key="add name").value == "I alt"
