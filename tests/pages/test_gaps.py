"""The page of missing facts: what it lists, what its links say, and what it says of what was filled in."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.database import Store
from pages import session
from tests.support.registers import BODIES, take_all
from tests.support.screens import open_page, words_on
from workflow.consultation_entry import Values
from workflow.consultations import save_consultation, stored_consultation
from workflow.person import at_this_machine

HERE = {"lang": "en", "round": "2022-2025/endterm"}
OTHER = {
    "body": "skole",
    "level": "centre",
    "name": "Center for Skole og *unge*",
    "active_from": "2018-01-01",
}
WHOLE = {
    "start_on": "2025-02-03",
    "end_on": "2025-03-28",
    "methods": "hearing",
    "new_method": "no",
    "scale": "small",
    "planned_end_on": "2025-03-28",
    "frame_decided_on": "2025-01-03",
    "frame_published_on": "2025-01-06",
    "nothing_fixed": "yes",
    "participants": "30",
    "contributions": "9",
    "contributions_answered": "8",
    "hours_spent": "20",
    "proposal_on": "2025-02-20",
    "effect": "minor",
    "decided_on": "2025-05-02",
    "presented_on": "2025-05-02",
    "feedback_on": "2025-05-05",
    "clarified_on": "2025-01-02",
}
GROUP = {"group": "citizens", "sought_out": "no", "took_part": "no", "beyond_affected": "no"}


@pytest.fixture
def register(with_open_round: Path) -> Path:
    """One consultation in whose record two fields lack, another centre's without a frame, and a whole one."""
    rows: list[dict[str, str]] = [
        {"consultation": "one", "title": "Ny *sti*", "centre": "by", **WHOLE, "end_on": "", "new_method": ""},
        {"consultation": "two", "title": "Ny skole", "centre": "skole", **WHOLE, "frame_published_on": ""},
        {"consultation": "three", "title": "Ny bro", **WHOLE},
    ]
    store = Store(with_open_round)
    groups = [{"consultation": row["consultation"], **GROUP} for row in rows]
    take_all(store, {"bodies": [*BODIES, OTHER], "consultations": rows, "consultation_groups": groups})
    store.close()
    return with_open_round


def links(screen: AppTest) -> list[tuple[str, str]]:
    """The links of the page into consultations: label and query."""
    page_links: list[Any] = [each.proto for each in screen.get("page_link")]
    return [
        (each.label.replace("\\", ""), each.query_string)
        for each in page_links
        if "consultation=" in each.query_string
    ]


def test_the_one_that_tells_the_most_comes_first_with_its_fields(register: Path) -> None:
    """Each field with how many facts wait for it, and the link to it in the form."""
    screen = open_page("gaps", **HERE)
    assert not screen.exception
    assert "2 consultations of 3 lack something" in words_on(screen)
    assert links(screen) == [
        ("Ny *sti*", "consultation=one"),
        ("Ended: 4 facts", "consultation=one&edit=true&field=end_on"),
        ("New method tried: 1 fact", "consultation=one&edit=true&field=new_method"),
        ("Ny skole", "consultation=two"),
        ("Frame published: 1 fact", "consultation=two&edit=true&field=frame_published_on"),
    ]


def test_known_now_and_when_all_is_filled_in(register: Path) -> None:
    """Of each fact that can't be told of all; and the counts by centre."""
    known, centres = (table.value for table in open_page("gaps", **HERE).table)
    rows = {row.iloc[0]: list(row.iloc[1:]) for _, row in known.iterrows()}
    assert rows["Frame published by the start"] == [2, 3]
    assert rows["Tried something new"] == [2, 3]
    assert [list(row) for row in centres.to_numpy()] == [
        ["Center for By", 1, 5],
        [session.plain("Center for Skole og *unge*"), 1, 1],
    ]


def test_a_centre_and_a_period_are_in_the_link(register: Path) -> None:
    """What is chosen leaves its own; the counts of the others stay beside their names."""
    screen = open_page("gaps", centre="skole", **HERE)
    assert [label for label, _ in links(screen)] == ["Ny skole", "Frame published: 1 fact"]
    choices = next(each for each in screen.selectbox if each.label == "Centre")
    assert choices.options == ["All (6)", "Center for By (5)", "Center for Skole og *unge* (1)"]
    assert [label for label, _ in links(open_page("gaps", period="2025-Q2", **HERE))] == []


def test_what_was_filled_in_is_said_and_n_grows(register: Path) -> None:
    """In the same visit, also where the answer misses a norm."""
    screen = open_page("gaps", **HERE)
    assert not screen.success
    read = stored_consultation(session.store(), "two")
    assert read
    save_consultation(
        session.store(), at_this_machine("Bo"), "two", values={"frame_published_on": "2025-03-01"}, read=read
    )
    screen.run()
    assert not screen.exception
    assert [each.value for each in screen.success] == [
        "  \n".join(
            session.plain(line)
            for line in ("Known since you began to fill in:", "“Frame published by the start”: n 2 → 3 of 3")
        )
    ]


def test_nothing_missing_says_what_was_looked_at(register: Path) -> None:
    """One centre's own, or all."""
    filled: dict[str, Values] = {
        "one": {"end_on": "2025-03-28", "new_method": False},
        "two": {"frame_published_on": "2025-01-06"},
    }
    for key, values in filled.items():
        read = stored_consultation(session.store(), key)
        assert read
        save_consultation(session.store(), at_this_machine("Bo"), key, values=values, read=read)
    screen = open_page("gaps", **HERE)
    assert "Nothing is missing: 3 consultations were looked at" in words_on(screen)
    assert links(screen) == []


def test_a_round_without_consultations_says_so(with_open_round: Path) -> None:
    """There is nothing to fill in."""
    assert "The round has no consultations yet." in words_on(open_page("gaps", **HERE))


def test_a_closed_round_keeps_its_result(with_demonstration: Path) -> None:
    """What is filled in doesn't move it, and the way to the open one is there."""
    screen = open_page("gaps", **HERE)
    assert "The round is closed and keeps its result." in words_on(screen)
    assert any(each.label.startswith("Go to the open round") for each in screen.button)


def test_a_consultation_says_why_and_leads_to_what_lacks(register: Path) -> None:
    """Its facts in short and each with its reason; a button opens its field, and after that the way back."""
    screen = open_page("consultation", consultation="two", **HERE)
    text = words_on(screen)
    assert session.plain("13 met, 5 not met and 1 can't be told") in text
    cells = [cell for table in screen.table for cell in table.value.to_numpy().ravel()]
    assert [cell for cell in cells if cell.startswith(session.plain("Missing: “Frame published”."))]
    next(
        each for each in screen.button if each.label == session.plain("Fill in “Frame published”")
    ).click().run()
    assert not screen.exception
    assert screen.text_input(key="consultation field two frame_published_on").value == ""
    assert [each.proto.label for each in screen.get("page_link")][:2] == [
        "All consultations",
        "Back to missing facts",
    ]
    screen.text_input(key="consultation field two frame_published_on").set_value("6-1-25").run()
    assert not screen.exception
    assert any("n 2 → 3 of 3" in each.value for each in screen.success)


def test_dates_in_an_impossible_order_lead_to_their_field(register: Path) -> None:
    """One click from the sentence."""
    read = stored_consultation(session.store(), "three")
    assert read
    save_consultation(
        session.store(), at_this_machine("Bo"), "three", values={"end_on": "2025-01-03"}, read=read
    )
    screen = open_page("consultation", consultation="three", **HERE)
    assert "The dates are in an odd order" in words_on(screen)
    next(each for each in screen.button if each.label == "Mend the dates").click().run()
    assert not screen.exception
    assert screen.text_input(key="consultation field three end_on").value == "03-01-2025"
