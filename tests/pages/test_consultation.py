"""One consultation's page: registered, written field by field, told where it is wrong, removed and put
back.
"""

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.database import Store
from data.models import HistoryEntry
from language import speak
from pages import session
from pages.components.history import history_rows
from tests.support.registers import take_all
from tests.support.screens import open_page, press, words_on
from workflow.consultations import (
    Group,
    groups_of,
    remove_consultation,
    save_consultation,
    stored_consultation,
)
from workflow.person import at_this_machine

IDA = at_this_machine("Ida")
KEY = "2025-legeplads"
HERE = {"lang": "en", "round": "2022-2025/endterm", "consultation": KEY}


@pytest.fixture
def register(with_open_round: Path) -> Path:
    """One consultation of the open round."""
    store = Store(with_open_round)
    row = {"consultation": KEY, "title": "Ny *legeplads*", "start_on": "2025-03-01", "end_on": "2025-03-10"}
    take_all(store, {"consultations": [row]})
    store.close()
    return with_open_round


def edit() -> AppTest:
    """The page with its fields open."""
    screen = open_page("consultation", **HERE)
    next(each for each in screen.toggle if each.label == "Edit").set_value(True).run()
    assert not screen.exception
    return screen


def type_in(screen: AppTest, column: str, text: str) -> None:
    """Write in a field and leave it."""
    screen.text_input(key=f"consultation field {KEY} {column}").set_value(text).run()
    assert not screen.exception


def stored(*columns: str) -> list[str | None]:
    """Some columns of the consultation as they are stored."""
    row = stored_consultation(session.store(), KEY)
    assert row
    return [row[column] for column in columns]


def errors(screen: AppTest) -> list[str]:
    """What is said to be wrong, or met."""
    return [each.value for each in (*screen.error, *screen.warning)]


def test_an_unknown_link_leads_to_the_list_and_to_a_new_one(register: Path) -> None:
    """It says that there is none of this link."""
    screen = open_page("consultation", lang="en", consultation="nope")
    assert "The register holds no consultation by this link" in words_on(screen)
    assert [each.label for each in screen.button if each.label == "Register"] == ["Register"]


def test_it_is_read_in_the_order_of_its_life(register: Path) -> None:
    """With a title of its own, and the answers not known as dashes."""
    text = words_on(open_page("consultation", **HERE))
    stages = ("Clarification", "Frame", "Time to take part", "Input", "Decision", "Feedback")
    places = [text.index(f"**{stage}**") for stage in (*stages, "What the participants answered")]
    assert session.plain("Ny *legeplads*") in text and places == sorted(places)


def test_a_new_one_needs_only_a_title(with_open_round: Path) -> None:
    """What is wrong stands in the form, and what was typed stays; then its own page opens with its fields."""
    screen = open_page("consultation", lang="en")
    press(screen, "Register")
    assert errors(screen) == [session.plain("Write the title. Nothing was saved.")]
    screen.text_input(key="register title").set_value("Ny sti")
    screen.text_input(key="register start_on").set_value("24-13-27")
    press(screen, "Register")
    assert errors(screen) == [session.plain("“24-13-27” is a date that does not exist. Nothing was saved.")]
    assert screen.text_input(key="register title").value == "Ny sti"
    screen.text_input(key="register start_on").set_value("24-3-27")
    press(screen, "Register")
    assert not screen.exception
    assert [each.value for each in screen.title] == ["Ny sti"]
    assert screen.text_input(key="consultation field 2027-ny-sti start_on").value == "24-03-2027"


def test_a_field_is_saved_as_it_is_left(register: Path) -> None:
    """Days, numbers with a word before them, and that there is no end; each shown as it was read."""
    screen = edit()
    type_in(screen, "decided_on", "24-5-25")
    assert session.plain("Saved: 24 May 2025") in words_on(screen)
    type_in(screen, "participants", "ca. 1.200")
    type_in(screen, "hours_spent", "12,5")
    screen.radio(key=f"consultation field {KEY} new_method").set_value("no").run()
    screen.selectbox(key=f"consultation field {KEY} centre").set_value("by").run()
    columns = ("decided_on", "participants", "participants_qualifier", "hours_spent", "new_method", "centre")
    assert stored(*columns) == ["2025-05-24", "1200", "ca.", "12.5", "no", "by"]
    assert screen.text_input(key=f"consultation field {KEY} participants").value == "ca. 1200"
    screen.radio(key=f"consultation field {KEY} new_method").set_value("").run()
    type_in(screen, "end_on", "no end date")
    assert stored("new_method", "end_on", "no_end") == [None, None, "yes"]
    assert screen.radio(key=f"consultation field {KEY} no_end").value == "yes"


def test_how_a_number_was_read_is_shown_and_taken_back(register: Path) -> None:
    """A thousand with a point, and a range; one click brings back what stood there."""
    screen = edit()
    type_in(screen, "hours_spent", "30")
    type_in(screen, "hours_spent", "1.200")
    assert session.plain("Saved: “1.200” is read as 1200.") in words_on(screen)
    assert screen.text_input(key=f"consultation field {KEY} hours_spent").value == "1200"
    press(screen, "Undo")
    assert (errors(screen), stored("hours_spent")) == ([], ["30"])
    type_in(screen, "participants", "80–100")
    assert screen.text_input(key=f"consultation field {KEY} participants").value == "80-100"
    assert stored("participants", "participants_qualifier") == ["80", "80-100"]


def test_fields_saved_in_one_sitting_are_one_entry_of_the_history() -> None:
    """Of one person within minutes; nothing in between is left out, and removing stands alone."""
    moments = [datetime(2026, 11, 28, 12, minute) for minute in (3, 5, 30, 31)]
    versions = [
        {"title": "Sti"},
        {"title": "Sti", "scale": "small"},
        {"title": "Sti", "scale": "large"},
        {"title": "Sti", "scale": "large", "contributions": 3},
        {"title": "Sti", "scale": "large", "contributions": 3, "removed_at": "2026-11-28 12:31:00"},
    ]
    entries = [
        HistoryEntry(moment, "Ida", "changed", json.dumps(before), json.dumps(after))
        for moment, before, after in zip(moments, versions, versions[1:], strict=False)
    ]
    rows = history_rows(entries[::-1], speak("en"), together=True)
    assert [row["What"].count("  \n") for row in rows] == [1, 1, 2]
    assert rows[2]["What"].index("Small") < rows[2]["What"].index("Large")


def test_what_can_not_be_read_stays_and_is_told(register: Path) -> None:
    """Nothing is lost, nothing is stored; mended, the message goes."""
    screen = edit()
    type_in(screen, "end_on", "i marts")
    assert errors(screen) == [
        session.plain("Not saved: “i marts” is not a date; write it as 2026-11-23 or 23-11-2026.")
    ]
    assert screen.text_input(key=f"consultation field {KEY} end_on").value == "i marts"
    type_in(screen, "title", "")
    assert session.plain("Write the title. Nothing was saved.") in errors(screen)
    type_in(screen, "title", "Legeplads")
    type_in(screen, "end_on", "12.3.2025")
    assert (errors(screen), stored("end_on", "title")) == ([], ["2025-03-12", "Legeplads"])


def test_an_impossible_order_is_told_at_both_days_and_mended_there(register: Path) -> None:
    """It is stored all the same."""
    screen = edit()
    type_in(screen, "start_on", "1-4-25")
    sentence = "“Ended” lies before “Started”. Mend one of them; no fact uses the two together."
    assert (errors(screen), stored("start_on")) == ([session.plain(sentence)] * 2, ["2025-04-01"])
    type_in(screen, "end_on", "30-4-25")
    assert errors(screen) == []


def test_two_people_in_one_field_see_both(register: Path) -> None:
    """Nothing is overwritten until one has seen it."""
    for button, kept in (("Save mine", "30"), ("Take theirs", "40")):
        screen = edit()
        type_in(screen, "participants", "")
        read = stored_consultation(session.store(), KEY)
        assert read
        save_consultation(session.store(), at_this_machine("Bo"), KEY, values={"participants": 40}, read=read)
        type_in(screen, "participants", "30")
        assert errors(screen) == [
            session.plain("Somebody else has saved “40” here meanwhile. Yours is not saved.")
        ]
        assert (
            stored("participants"),
            screen.text_input(key=f"consultation field {KEY} participants").value,
        ) == (
            ["40"],
            "30",
        )
        press(screen, button)
        assert (errors(screen), stored("participants")) == ([], [kept])
        assert screen.text_input(key=f"consultation field {KEY} participants").value == kept


def test_groups_have_three_answers_each(register: Path) -> None:
    """A group is added, answered and taken away."""
    screen = edit()
    screen.selectbox(key=f"add group {KEY}").set_value("young_people").run()
    screen.radio(key=f"group {KEY} young_people took_part").set_value("no").run()
    assert groups_of(session.store(), KEY) == [Group("young_people", took_part=False)]
    screen.button(key=f"remove group {KEY} young_people").click().run()
    assert not screen.exception
    assert groups_of(session.store(), KEY) == []


def test_it_is_removed_copied_and_put_back(register: Path) -> None:
    """Removed, its link says so, the list has it no more, and one click brings it back."""
    screen = open_page("consultation", **HERE)
    press(screen, "Yes, remove it")
    assert "It is left out of the list" in words_on(screen) and not screen.toggle
    assert "The register holds no consultations yet" in words_on(open_page("consultations", lang="en"))
    screen = open_page("consultation", **HERE)
    press(screen, "Put it back")
    assert not screen.exception
    assert stored("removed_at", "removed_by", "end_on") == [None, None, "2025-03-10"]
    screen.text_input(key=f"copy title {KEY}").set_value("Ny bane")
    press(screen, "Copy")
    assert not screen.exception
    assert [each.value for each in screen.title] == ["Ny bane"]


def test_two_that_are_the_same_become_one_and_two_again(register: Path) -> None:
    """Put side by side and merged as chosen; the old link says where it went, and one click parts them."""
    other = {"consultation": "legeplads-2", "title": "Legeplads, ny", "start_on": "2025-03-01"}
    numbers = {"participants": "80", "participants_qualifier": "80-100"}
    mine = {"consultation": KEY, "title": "Ny *legeplads*", "participants": "90"}
    take_all(session.store(), {"consultations": [other | numbers]})
    take_all(session.store(), {"consultations": [mine]})
    screen = open_page("consultation", **HERE, merge="legeplads-2")
    choices = {str(each.key).split()[-1]: each.options for each in screen.radio}
    assert choices["participants"] == ["90", session.plain("80-100")]
    screen.radio(key=f"merge {KEY} legeplads-2 participants").set_value("other").run()
    press(screen, "Merge the two")
    assert not screen.exception and "is merged into" in words_on(screen)
    assert stored("participants", "participants_qualifier", "title") == ["80", "80-100", "Ny *legeplads*"]
    old = open_page("consultation", **HERE | {"consultation": "legeplads-2"})
    assert "Merged into" in words_on(old) and not old.toggle
    press(old, "Part them again")
    assert not old.exception and "is a consultation of its own again" in words_on(old)
    assert stored("participants", "participants_qualifier") == ["90", None]


def test_why_no_evaluation_counts_it_is_said(register: Path) -> None:
    """It was not the municipality's, or its days lie in no round's period: never both, and not of a removed
    one.
    """
    outside, others = "No round's period holds its dates", "It was not run by the municipality"
    texts = {}
    for values in ({"run_by_municipality": "no"}, {"run_by_municipality": None, "end_on": date(2040, 1, 1)}):
        read = stored_consultation(session.store(), KEY) or {}
        save_consultation(session.store(), IDA, KEY, values=values, read=read)
        text = words_on(open_page("consultation", **HERE))
        texts[values["run_by_municipality"]] = (outside in text, others in text)
    assert texts == {"no": (False, True), None: (True, False)}
    remove_consultation(session.store(), IDA, KEY, removed_at=datetime(2026, 11, 29, 12))
    assert outside not in words_on(open_page("consultation", **HERE))


def test_a_closed_round_is_said_to_keep_its_result(with_demonstration: Path) -> None:
    """Where the consultation belongs to one."""
    key = session.store().rows(
        "select consultation from counted_consultations where counted_on between '2019-01-01' and"
        " '2019-10-01' order by 1 limit 1"
    )[0][0]
    screen = open_page("consultation", lang="en", consultation=key)
    assert "That round keeps its result" in words_on(screen)
