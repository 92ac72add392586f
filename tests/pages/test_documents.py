"""Charts and documents: the round's documents are chosen, looked at and downloaded, one by one or all at
once, one click from where one closes.
"""

import io
import zipfile

import pytest
from streamlit.testing.v1 import AppTest

from evaluation.evaluate import find_round
from language import speak
from materials.charts import export
from materials.round_files import KINDS
from materials.round_parts import Made
from pages import session
from pages.components.round_shelf import Edition, MadeFiles, shelf_of
from tests.support.registers import thaw
from tests.support.screens import everything_on, open_page, press, words_on

pytestmark = pytest.mark.usefixtures("with_demonstration")
CLOSED, OPEN = "2022-2025/endterm", "2026-2029/midterm"


@pytest.fixture
def without_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """No browser is found."""
    export.close()
    monkeypatch.setenv(export.SETTING, "/nowhere/chromium")


def downloads(screen: AppTest) -> list[str]:
    """What can be downloaded."""
    return [button.proto.label for button in screen.get("download_button")]


def test_everything_can_be_downloaded_by_itself() -> None:
    """A button a file, and one for files that are made together; a closed round is no draft."""
    screen = open_page("documents", round=CLOSED)
    assert not screen.exception
    shelf = shelf_of(find_round(session.store(), CLOSED), Edition(speak("da"), False))
    labels = {part.label for part in shelf.all_parts}
    assert {"Sag (Word)", "Bilag (PDF)", "Bilag (Word)", "Diagrammer til slides (PNG)"} <= labels
    assert sorted(downloads(screen)) == sorted([*labels, "Diagrammer: alle i én ZIP-fil"])
    assert "udkast" not in words_on(screen)


def test_one_click_makes_everything(without_browser: None) -> None:
    """Then it can be downloaded, and sizes stand by the names. Without a browser what is missing is said
    once, and can be tried again; the same register is not asked twice.
    """
    screen = open_page("documents", lang="en", round=CLOSED)
    assert "Download everything (ZIP)" not in downloads(screen)
    press(screen, "Make everything")
    assert not screen.exception
    assert "Download everything (ZIP)" in downloads(screen)
    (warning,) = [each.value for each in screen.warning]
    assert warning.startswith("90 files could not be made")
    assert any("docx · " in each.value.replace("\\", "") and "kB" in each.value for each in screen.caption)
    shelf = shelf_of(find_round(session.store(), CLOSED), Edition(speak("en"), False))
    with zipfile.ZipFile(io.BytesIO(shelf.zip_of_all())) as archive:
        names = archive.namelist()
    assert "Case - End of term 2022-2025.docx" in names and "Charts/index.html" in names
    press(screen, "Try again")
    assert "Download everything (ZIP)" not in downloads(screen)


def test_a_document_is_seen_before_it_is_downloaded(without_browser: None) -> None:
    """Its first pages as pictures that say which document they are of; made when it is asked for."""
    screen = open_page("documents", lang="en", round=CLOSED)
    assert not screen.get("image")
    screen.query_params["open"] = "preview case"
    screen.run()
    assert not screen.exception
    assert any("The first 3 of " in each.value for each in screen.caption)
    assert [each.proto.imgs[0].alt for each in screen.get("image")] == [
        f"Case - End of term 2022-2025.docx, page {number} as a picture. The file itself can be read aloud."
        for number in (1, 2, 3)
    ]


def test_files_that_were_asked_for_longest_ago_are_let_go_of() -> None:
    """So that memory stays bounded; what is larger than all the room is there until the next."""
    files = MadeFiles(most_bytes=100)
    for key, size in (("a", 40), ("b", 40)):
        files.keep(key, Made({key: bytes(size)}))
    assert files.get("a")
    files.keep("c", Made({"c": bytes(40)}))
    assert [bool(files.get(key)) for key in "abc"] == [True, False, True]
    files.keep("d", Made({"d": bytes(400)}))
    assert [bool(files.get(key)) for key in "abcd"] == [False, False, False, True]


def test_every_kind_says_what_it_is_for() -> None:
    """In Danish too."""
    danish = speak("da")
    assert [key for key, kind in KINDS.items() if danish(kind.purpose) == kind.purpose] == []


def test_an_open_round_is_said_to_be_a_draft() -> None:
    """Before anything is downloaded, in the words of the documents themselves."""
    screen = open_page("documents", lang="en", round=OPEN)
    assert session.plain("Draft: the round is open, and every number in it can still change.") in words_on(
        screen
    )


def test_a_round_that_came_in_closed_is_a_draft_until_it_is_frozen() -> None:
    """As its documents say on every page."""
    thaw(session.store())
    screen = open_page("documents", lang="en", round=CLOSED)
    assert session.plain("Draft: the round is closed, but not frozen, and every number in it") in words_on(
        screen
    )


def test_the_confidential_version_warns() -> None:
    """Where it is chosen, and not before."""
    screen = open_page("documents", lang="en", round=CLOSED)
    assert not screen.warning
    next(each for each in screen.radio if each.label == "Version").set_value("confidential").run()
    assert [each.value for each in screen.warning] == [
        "Confidential version: it holds confidential words and must not be published."
    ]


@pytest.mark.parametrize("page", ["overview", "closing"])
def test_it_is_one_click_away(page: str) -> None:
    """From the overview and from closing."""
    assert speak("da")("Case and annex for the committee") in everything_on(open_page(page, round=CLOSED))
