"""The adopted text, sentence by sentence: nothing is left out, and what nothing measures is said so."""

from datetime import date

import pytest

from data import queries
from data.adopted_text import adopted_sentences
from data.database import Store
from evaluation.adopted_text import COVERAGE, SentenceCoverage
from evaluation.principles import INDICATORS, PRINCIPLES

ADOPTED = date(2020, 1, 1)
"""A day on which the first wording applies."""


def test_every_sentence_of_the_adopted_text_has_its_row() -> None:
    """And no row is of a sentence that nobody adopted."""
    assert list(COVERAGE) == [sentence.key for sentence in adopted_sentences()]


def test_every_indicator_is_named() -> None:
    """By at least one sentence, and none that there isn't."""
    named = {name for coverage in COVERAGE.values() for name in coverage.indicators}
    assert named == set(INDICATORS)


def test_facts_speak_to_sentences_of_their_own_principle() -> None:
    """A sentence under a principle is measured by that principle's facts."""
    foreign = [
        (key, name)
        for key, coverage in COVERAGE.items()
        for name in coverage.indicators
        if key[0].isdigit() and INDICATORS[name].principle != int(key[0])
    ]
    assert foreign == []


@pytest.mark.parametrize("coverage", COVERAGE.items(), ids=lambda each: each[0])
def test_what_nothing_measures_is_said(coverage: tuple[str, SentenceCoverage]) -> None:
    """A sentence without an indicator says that it has none."""
    _, row = coverage
    assert row.indicators or row.gap


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_sentences_are_the_principles_as_adopted(empty: Store, language: str) -> None:
    """Title and wording of each principle are made of its sentences, word for word."""
    for number in PRINCIPLES:
        title, wording, _ = queries.principles.wording(empty, number, ADOPTED, language)
        sentences = [each.text(language) for each in adopted_sentences() if each.part == str(number)]
        assert (sentences[0], " ".join(sentences[1:])) == (title, wording)


def test_the_rest_of_the_text_is_there() -> None:
    """Ten sentences before the principles, three about resources, two about follow-up."""
    parts = [sentence.part for sentence in adopted_sentences()]
    assert [parts.count(part) for part in ("introduction", "resources", "follow-up")] == [10, 3, 2]
