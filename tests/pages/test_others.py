"""The page *Andre kommuner*: ours within the others' spread, from five on, and nobody named who did not agree
to it.
"""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.database import Store
from tests.support.lakes import gathering, put, put_varied
from tests.support.screens import open_page, words_on

ROUND = "2026-2029/midterm"
ASKED = {"lang": "en", "round": ROUND}


@pytest.fixture(scope="module")
def lake_file(demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake of six others."""
    lake = tmp_path_factory.mktemp("lakes") / "lake"
    put_varied(demonstration_file, lake, 6)
    return lake


@pytest.fixture
def lake(lake_file: Path, with_demonstration: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same with our own register in it, and configured."""
    lake = Path(shutil.copytree(lake_file, tmp_path / "lake"))
    store = Store(with_demonstration)
    put(store, lake, gathering("0851", name="Aalborg"))
    store.close()
    monkeypatch.setenv("OEJENHOEJDE_LAKE", str(lake))
    return lake


def text_of(screen: AppTest) -> str:
    """The words on a page as they are read."""
    assert not screen.exception
    return words_on(screen).replace("\\", "")


def test_ours_is_marked_among_the_others(lake: Path) -> None:
    """Each principle has its chart; ours is not one of the others, and two are named."""
    text = text_of(open_page("others", **ASKED))
    assert "Beside 6 other municipalities." in text
    assert text.count("lie within the middle half of the others") + text.count("value of ours lies") == 6
    assert "Aalborg" not in text


def test_fewer_than_five_have_no_spread(lake: Path) -> None:
    """Four of another size are too few; so are none of the chosen kind."""
    for folder in sorted(lake.iterdir())[:2]:
        shutil.rmtree(folder)
    text = text_of(open_page("others", **ASKED))
    assert "Here there are 4" in text
    assert "There are too few others" in text
    text = text_of(open_page("others", **ASKED, size="large"))
    assert "Here there are 2" in text


def test_a_kind_of_consultation_is_counted_by_itself(lake: Path) -> None:
    """Only small ones, in ours as in theirs; the chart says so."""
    text = text_of(open_page("others", **ASKED, scale="small"))
    assert "Limited to: scale: small" in text
    assert "Beside 6 other municipalities." in text


def test_a_lake_that_cannot_be_read_is_a_sentence(lake: Path) -> None:
    """On the page, whatever is wrong with it; and where none is configured, who can do so."""
    (lake / "notes.txt").write_text("mine")
    assert "holds notes.txt, which no gathering wrote" in text_of(open_page("others", **ASKED))


def test_without_a_lake_the_page_says_who_can_set_one(with_demonstration: Path) -> None:
    """It is in no menu then, but a link may lead to it."""
    text = text_of(open_page("others", **ASKED))
    assert "IT operations gather the registers and set OEJENHOEJDE_LAKE" in text
