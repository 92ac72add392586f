"""The catalogues hold exactly the texts of the code, all of them in Danish."""

import re

import pytest

from language import upkeep
from language.extraction import find_texts, unseen_plurals
from language.words import CATALOGUES, LANGUAGES

NAMES = ("Øjenhøjde",)


@pytest.fixture(scope="module", params=LANGUAGES)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_nothing_untranslated(code: str) -> None:
    """Every text of the code is translated. Where one isn't: python -m language."""
    merged = upkeep.merge(code, upkeep.read(CATALOGUES / f"{code}.po"), find_texts())
    assert upkeep.untranslated(merged) == []


def test_nothing_obsolete(code: str) -> None:
    """No catalogue keeps a text that the code has no longer, or lacks one that it has."""
    stored = upkeep.read(CATALOGUES / f"{code}.po")
    assert upkeep.change(stored, upkeep.merge(code, stored, find_texts())) == upkeep.Change(len(stored), 0, 0)


def test_names_in_braces_agree(code: str) -> None:
    """Text and translation put in the same values."""
    assert upkeep.mismatched(upkeep.read(CATALOGUES / f"{code}.po")) == []


def test_every_plural_is_seen() -> None:
    """Both forms of a plural stand in the call itself; through a variable the catalogue can't pair them."""
    assert unseen_plurals() == []


def test_the_code_speaks_english() -> None:
    """No Danish letter stands in a text of the code, but for names."""
    danish = [found for found in find_texts() if re.search("[æøåÆØÅ]", _without_names(str(found.text)))]
    assert danish == []


def test_catalogues_are_in_shape(code: str) -> None:
    """Writing a catalogue again changes nothing: sorted, no line numbers, no dates, so that merges stay
    small.
    """
    path = CATALOGUES / f"{code}.po"
    before = path.read_bytes()
    copy = path.with_name(f"{code}.copy.po")
    try:
        upkeep.save(code, upkeep.read(path), copy)
        assert copy.read_bytes() == before
    finally:
        copy.unlink(missing_ok=True)


def _without_names(text: str) -> str:
    for name in NAMES:
        text = text.replace(name, "")
    return text
