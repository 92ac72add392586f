"""Charts and documents: the round's documents are chosen and downloaded, one click from where one closes."""

from pathlib import Path

import pytest

from language import speak
from tests.support.screens import everything_on, open_page, words_on

CLOSED, OPEN = "2022-2025/endterm", "2026-2029/midterm"
DANISH = [
    "Sag (Word)",
    "Slides (PowerPoint)",
    "Bilag (PDF)",
    "Bilag (Word)",
    "Overleveringsbrev (Word)",
    "Regneark (Excel)",
    "Åbne data (ZIP)",
]


def test_case_and_annex_can_be_downloaded(own_register: Path) -> None:
    """By their Danish names; a closed round is no draft."""
    screen = open_page("documents", round=CLOSED)
    assert not screen.exception
    assert [button.proto.label for button in screen.get("download_button")] == DANISH
    assert "udkast" not in words_on(screen)


def test_an_open_round_is_said_to_be_a_draft(own_register: Path) -> None:
    """Before anything is downloaded."""
    screen = open_page("documents", lang="en", round=OPEN)
    assert "the documents are marked as drafts" in words_on(screen)


def test_the_confidential_version_warns(own_register: Path) -> None:
    """Where it is chosen, and not before."""
    screen = open_page("documents", lang="en", round=CLOSED)
    assert not screen.warning
    screen.radio(key="documents version").set_value("confidential").run()
    assert [each.value for each in screen.warning] == [
        "Confidential version: it holds confidential words and must not be published."
    ]


@pytest.mark.parametrize("page", ["overview", "closing"])
def test_it_is_one_click_away(own_register: Path, page: str) -> None:
    """From the overview and from closing."""
    assert speak("da")("Case and annex for the committee") in everything_on(open_page(page, round=CLOSED))
