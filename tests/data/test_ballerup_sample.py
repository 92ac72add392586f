"""A sample of the real records, which every checkout has: all of it goes in, with its gaps, and nothing is
invented.
"""

import csv
from pathlib import Path

import pytest

from data.ballerup.translation import recognises, translate
from data.database import Store
from data.import_pipeline import take_in
from evaluation.evaluate import evaluate

SAMPLE = Path(__file__).parent / "ballerup_sample"


@pytest.fixture
def sample(empty: Store) -> Store:
    """A register with the sample."""
    outcomes = take_in(empty, translate(SAMPLE)[0], "tester")
    assert not [problem for outcome in outcomes for problem in outcome.errors]
    return empty


def rows_of_file() -> list[dict[str, str]]:
    """The sample as its file has it."""
    with (SAMPLE / "consultations.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_all_of_it_is_taken_in(sample: Store) -> None:
    """By its columns it is known for what it is; each row becomes a consultation of the same title."""
    assert recognises(SAMPLE)
    titles = {title for (title,) in sample.rows("select title from consultations")}
    assert titles == {row["title"].strip() for row in rows_of_file()}


def test_taking_in_again_changes_nothing(sample: Store) -> None:
    """Keys are made of titles, not of ids that shift from build to build."""
    outcomes = take_in(sample, translate(SAMPLE)[0], "tester")
    assert [(each.new, each.changed, each.rejected) for each in outcomes] == [(0, 0, 0)] * len(outcomes)


def test_what_is_not_stated_stays_unknown(sample: Store) -> None:
    """No count becomes zero, no date is made up."""
    stated = sum(
        bool(row["responses_count"]) and row["responses_unit"] != "stemmer" for row in rows_of_file()
    )
    dated = sum(bool(row["consultation_end"]) for row in rows_of_file())
    ((counted, ended),) = sample.rows("select count(contributions), count(end_on) from consultations")
    assert (
        counted <= stated
        and ended <= dated
        and sample.rows("select 1 from consultations where contributions = 0") == []
    )


def test_its_rounds_can_be_evaluated(sample: Store) -> None:
    """With no assessment there is no basis, and the facts say what they know."""
    found = evaluate(sample, "2018-2021/endterm")
    assert {each.verdict.proposed for each in found.principles} == {"insufficient"}
