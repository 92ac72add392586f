"""The list of consultations: words, round, filters, order and page are in its link."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.registers import BODIES, new_empty, take_all
from tests.support.screens import open_page, press, rows_on, words_on

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


def test_an_empty_register_says_so_first(own_register: Path) -> None:
    """No search where nothing can be found."""
    store = new_empty(own_register)
    take_all(store, {"bodies": BODIES})
    store.close()
    screen = open_page("consultations", lang="en")
    assert not screen.exception
    assert not screen.text_input
    assert "The register holds no consultations yet" in words_on(screen)
