"""The principles in words: short enough where space is short, and in Danish all the way."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pandas as pd
import pytest

from data.import_pipeline import read_folder
from data.register import REFERENCE
from evaluation import scales
from evaluation.principles import INDICATORS, PRINCIPLES, PROPORTIONALITY, Principle
from language import LANGUAGES, catalogue, speak
from language.words import DANISH

LONGEST_LABEL = 45


def texts() -> Iterator[str]:
    """Every text that the principles, their indicators and the scales say."""
    for principle in (*PRINCIPLES.values(), PROPORTIONALITY):
        yield from (
            principle.question,
            principle.explanation,
            *principle.looks_for,
            *principle.descriptors.values(),
        )
        yield from principle.sources
    for indicator in INDICATORS.values():
        yield from (indicator.label, indicator.question, indicator.source)
        yield from (indicator.numerator, indicator.denominator, indicator.unknown)
    for scale in (scales.RATINGS, scales.VERDICTS, scales.BASES, scales.LEVELS, scales.NORM_LABELS):
        yield from scale.values()


def test_every_text_is_in_the_catalogue() -> None:
    """Nothing was written without N_, which the catalogue would not see."""
    danish = catalogue.read(DANISH)
    assert [text for text in texts() if text not in danish] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_labels_are_short(code: str) -> None:
    """An indicator's label fits beside a bar in either language."""
    labels = [speak(code)(indicator.label) for indicator in INDICATORS.values()]
    assert [label for label in labels if len(label) > LONGEST_LABEL] == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("principle", PRINCIPLES.values(), ids=lambda principle: principle.key)
def test_each_step_has_its_own_descriptor(principle: Principle, code: str) -> None:
    """Five steps, each described in one or two sentences, no two alike."""
    texts = {step: speak(code)(text) for step, text in principle.descriptors.items()}
    assert sorted(texts) == [1, 2, 3, 4, 5]
    assert len(set(texts.values())) == 5
    assert {
        step: text for step, text in texts.items() if len(re.findall(r"[.!?](?:\s|$)", text)) not in (1, 2)
    } == {}


def test_proportionality_is_a_condition() -> None:
    """It has a question and an explanation, but no rating, so no descriptors."""
    assert dict(PROPORTIONALITY.descriptors) == {}
    assert PROPORTIONALITY.question and PROPORTIONALITY.explanation and PROPORTIONALITY.looks_for


def test_every_norm_of_an_empty_register_has_a_label() -> None:
    """The labels and the norms that a new register starts with are the same."""
    assert set(reference("norms")["norm"]) == set(scales.NORM_LABELS)


def test_every_indicator_has_a_norm() -> None:
    """Each indicator is held against a norm of its own name and unit; a band has two, and what is only
    reported none.
    """
    norms = reference("norms").drop_duplicates("norm").set_index("norm")["unit"]
    named = {"at_least": ("",), "at_most": ("",), "within": ("_min", "_max"), "reported": ()}
    wanted = {
        name + end: indicator.unit for name, indicator in INDICATORS.items() for end in named[indicator.norm]
    }
    assert {name: norms[name] for name in wanted} == wanted


def test_every_norm_has_a_label() -> None:
    """The method page names each of them."""
    assert set(reference("norms")["norm"]) <= set(scales.NORM_LABELS)


def test_rounds_of_an_empty_register() -> None:
    """Each term has two planned rounds that cover its years between them, without gap or overlap."""
    terms, rounds = reference("terms"), reference("rounds")
    for _, term in terms.iterrows():
        midterm, endterm = (
            row for _, row in rounds[rounds["term"] == term["term"]].sort_values("period_from").iterrows()
        )
        assert (midterm["kind"], endterm["kind"]) == ("midterm", "endterm")
        assert (midterm["period_from"], endterm["period_to"]) == (term["starts_on"], term["ends_on"])
        assert (midterm["period_to"][4:], endterm["period_from"][4:]) == ("-12-31", "-01-01")
        assert int(endterm["period_from"][:4]) == int(midterm["period_to"][:4]) + 1
    assert all(one < other for one, other in pairwise(rounds["period_from"]))
    assert set(rounds["status"]) == {"planned"}
    assert set(rounds["opens_on"]) | set(rounds["closes_on"]) == {""}


def reference(name: str) -> pd.DataFrame:
    """An exchange file of the empty register, as text."""
    return next(sheet.cells for table, sheet in read_folder(REFERENCE) if table.name == name)
