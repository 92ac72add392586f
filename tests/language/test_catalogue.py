"""The catalogue holds exactly the texts of the code, all of them in Danish."""

import re
import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from language import catalogue
from language.__main__ import main
from language.words import DANISH

NAMES = ("Øjenhøjde",)


@pytest.fixture(scope="module")
def template() -> Catalog:
    return catalogue.template()


@pytest.fixture(scope="module")
def updated(template: Catalog) -> Catalog:
    """The catalogue of the repository after an update."""
    texts = catalogue.read(DANISH)
    texts.update(template, no_fuzzy_matching=True)
    return texts


def test_no_english_text_without_danish(updated: Catalog) -> None:
    """Every text of the code is translated and puts in the same values. Where not: python -m language."""
    assert catalogue.problems(updated) == []


def test_nothing_obsolete(updated: Catalog) -> None:
    """The catalogue keeps no text that the code has no longer."""
    assert list(updated.obsolete) == []


def test_every_plural_is_seen() -> None:
    """Both forms of a plural stand in the call itself; through a variable the catalogue can't pair them."""
    assert catalogue.unseen_plurals() == []


def test_the_code_speaks_english(template: Catalog) -> None:
    """No Danish letter stands in a text of the code, but for names."""
    texts = [str(message.id) for message in template]
    assert [text for text in texts if re.search("[æøåÆØÅ]", _without_names(text))] == []


@pytest.mark.thorough
def test_the_command_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The catalogue is as ``python -m language`` leaves it: sorted, without places and dates, nothing new."""
    copy = Path(shutil.copy(DANISH, tmp_path))
    size = len(catalogue.read(copy))
    assert main([], path=copy) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"da.po: {size} texts, 0 new, 0 dropped",
        "Everything has its Danish.",
    ]
    assert copy.read_bytes() == DANISH.read_bytes()


def _without_names(text: str) -> str:
    for name in NAMES:
        text = text.replace(name, "")
    return text
