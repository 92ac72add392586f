"""The list of consultations: words, round, filters, order and page are in its link."""

from pathlib import Path
from typing import Any

import pytest

from data.database import Store
from pages import session
from tests.support.registers import BODIES, new_empty, take_all
from tests.support.screens import open_page, press, rows_on, words_on
from workflow.consultations import stored_consultation

END = "2022-2025/endterm"


def titles(screen: Any) -> list[str]:
    """The titles of the page, in order."""
    return [row["title"] for row in rows_on(screen)["rows"]]


@pytest.mark.usefixtures("with_demonstration")
def test_a_newcomer_finds_the_cycle_path() -> None:
    """By the words that people say."""
    screen = open_page("consultations", lang="da", round=END, search="den med cykelstien")
    assert not screen.exception
    assert titles(screen) == ["Cykelsti og træer på Vesterled Allé"]
    assert rows_on(screen)["rows"][0]["query"] == {
        "page": "pages/records/consultation.py",
        "consultation": "D24-22",
    }


@pytest.mark.usefixtures("with_demonstration")
def test_hits_outside_the_round_are_one_click_away() -> None:
    """None in this round is not none at all."""
    screen = open_page("consultations", lang="en", round=END, search="skoleveje")
    assert "0 consultations of 123" in words_on(screen)
    assert not screen.get("bidi_component")
    press(screen, "2 more outside the chosen round: show them")
    assert titles(screen) == ["Skolevejene omkring Nordhøj Skole", "Sikre skoleveje på Skråningen"]
    assert screen.query_params["in_round"] in ("false", ["false"])


@pytest.mark.usefixtures("with_demonstration")
def test_a_filter_says_how_many_each_choice_leaves() -> None:
    """And as many are there once it is chosen."""
    screen = open_page("consultations", lang="en", round=END)
    scale = next(box for box in screen.selectbox if box.label == "Scale")
    assert scale.options == ["All (28)", "Large (7)", "Medium (9)", "Small (12)"]
    large = open_page("consultations", lang="en", round=END, scale="large")
    assert len(titles(large)) == 7
    assert "7 consultations of 123" in words_on(large)


@pytest.mark.usefixtures("with_demonstration")
def test_a_link_leads_to_a_page_in_an_order() -> None:
    """The rest of the alphabet stands on the last page; another order begins at the first one."""
    screen = open_page("consultations", lang="en", round=END, in_round="false", sort="title", list_page="4")
    assert titles(screen)[-1] == "Åbningstid og lukkedage i dagtilbud"
    assert {column["key"]: column["order"] for column in rows_on(screen)["columns"]}["title"] == "ascending"
    assert "page 4 of 4" in words_on(screen)
    next(box for box in screen.selectbox if box.label == "Order").select("-title").run()
    assert titles(screen)[0] == "Åbningstid og lukkedage i dagtilbud"


@pytest.mark.usefixtures("with_demonstration")
def test_a_page_beyond_the_last_is_no_error() -> None:
    """A link from when there were more."""
    screen = open_page("consultations", lang="en", round=END, in_round="false", list_page="99", sort="nope")
    assert not screen.exception
    assert len(titles(screen)) == 40


def test_several_get_the_same_in_one_saving(with_demonstration: Path) -> None:
    """All hits of a search are chosen with one press; the preview says what would change, one press
    undoes.
    """
    screen = open_page("consultations", lang="en", round=END, search="lokalplan", choose="true")
    keys = [row["key"] for row in rows_on(screen)["rows"]]
    assert rows_on(screen)["choice"]["chosen"] == []
    assert not [each for each in screen.button if each.label.startswith("Save for")]
    press(screen, next(each.label for each in screen.button if each.label.startswith("Choose")))
    assert rows_on(screen)["choice"]["chosen"] == keys
    screen.multiselect(key="together columns").set_value(["feedback_on", "scale", "methods"]).run()
    assert "What would change" not in words_on(screen)
    screen.text_input(key="together feedback_on").set_value("1-5-26").run()
    screen.selectbox(key="together scale").set_value("").run()
    screen.multiselect(key="together methods").set_value(["Letter"]).run()
    assert not screen.exception and "What would change" in words_on(screen)
    before = {key: stored_consultation(session.store(), key) for key in keys}
    press(screen, next(each.label for each in screen.button if each.label.startswith("Save for")))
    after = [stored_consultation(session.store(), key) or {} for key in keys]
    assert {(row["feedback_on"], row["scale"]) for row in after} == {("2026-05-01", None)}
    assert all(str(row["methods"]).endswith("Letter") for row in after)
    press(screen, "Undo the last change of several")
    assert not screen.exception
    assert {key: stored_consultation(session.store(), key) for key in keys} == before


@pytest.mark.usefixtures("with_demonstration")
def test_what_can_not_be_read_is_saved_for_nobody() -> None:
    """It is said, and the button waits."""
    screen = open_page("consultations", lang="en", round=END, search="lokalplan", choose="true")
    press(screen, next(each.label for each in screen.button if each.label.startswith("Choose")))
    screen.multiselect(key="together columns").set_value(["feedback_on", "scale"]).run()
    screen.selectbox(key="together scale").set_value("large").run()
    screen.text_input(key="together feedback_on").set_value("i maj").run()
    assert "is not a date" in words_on(screen)
    saves = [each for each in screen.button if each.label.startswith("Save for")]
    assert [each.disabled for each in saves] == [True]


def test_likely_duplicates_are_told_of(with_open_round: Path) -> None:
    """Folded away, and only where there are any."""
    store = Store(with_open_round)
    days = {"start_on": "2025-03-01", "end_on": "2025-03-10"}
    titles = {"a": "Ny sti ved åen", "b": "Ny bro i byen"}
    rows = [{"consultation": key, "title": title, **days} for key, title in titles.items()]
    take_all(store, {"consultations": rows})
    store.close()
    assert "probably the same" not in words_on(open_page("consultations", lang="en", round=END))
    row = {"consultation": "c", "title": "Stien ved åen, ny", **days}
    take_all(session.store(), {"consultations": [row]})
    screen = open_page("consultations", lang="en", round=END)
    assert [each.label for each in screen.expander if "probably" in each.label] == [
        "1 pair is probably the same consultation, registered twice"
    ]


def test_an_empty_register_says_so_first(own_register: Path) -> None:
    """No search where nothing can be found."""
    store = new_empty(own_register)
    take_all(store, {"bodies": BODIES})
    store.close()
    screen = open_page("consultations", lang="en")
    assert not screen.exception
    assert not screen.text_input
    assert "The register holds no consultations yet" in words_on(screen)
