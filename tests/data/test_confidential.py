"""Whoever reads confidential words says for whom; who says nothing reads none."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from data import drafts, queries
from data.confidential import EVERY_BODY, NOBODY, Readership, of_body
from data.database import Store
from evaluation.evaluate import find_round
from evaluation.snapshot import assessments_of, round_snapshot
from tests.support.planted import BEFORE, ITSELF, NOW, PLANTED, PREDECESSOR, SUCCESSOR, owners_in

Reading = Callable[..., object]
PLACE = f"{BEFORE}:{ITSELF}:1"
READ: Mapping[str, Reading] = {
    "assessments of a round": lambda store, **to: queries.assessments.of_round(store, BEFORE, **to),
    "assessment of a body": lambda store, **to: queries.assessments.of_body(store, BEFORE, ITSELF, 1, **to),
    "assessments by key": lambda store, **to: queries.assessments.by_keys(store, [PLACE], **to),
    "drafts": lambda store, **to: drafts.kept(store, (NOW, ITSELF, 1), **to),
    "history": lambda store, **to: queries.history.of_record(store, "assessments", PLACE, **to),
    "frozen round": lambda store, **to: round_snapshot(store, find_round(store, BEFORE), **to).assessments,
    "open round": lambda store, **to: assessments_of(store, find_round(store, NOW), **to),
}
ALL: Mapping[str, set[str]] = {
    "assessments of a round": set(PLANTED) - {SUCCESSOR},
    "frozen round": set(PLANTED) - {SUCCESSOR},
    "open round": set(PLANTED) - {PREDECESSOR},
}
"""Whose words who may read every body's finds; elsewhere it is one body's place."""


@pytest.fixture(scope="module")
def planted(planted_file: Path) -> Iterator[Store]:
    """The register with the secrets, shared: read it, don't write to it."""
    store = Store(Path(shutil.copy(planted_file, planted_file.with_name("confidential.duckdb"))))
    yield store
    store.close()


@pytest.mark.parametrize("reading", READ)
def test_words_are_for_those_who_are_named(planted: Store, reading: str) -> None:
    """The body's own for the body, all for who may read every body's, and none for nobody in particular."""
    read = READ[reading]
    assert owners_in(str(read(planted))) == owners_in(str(read(planted, readership=NOBODY))) == set()
    assert owners_in(str(read(planted, readership=of_body("unknown")))) == set()
    assert owners_in(str(read(planted, readership=of_body(ITSELF)))) == {ITSELF}
    assert owners_in(str(read(planted, readership=EVERY_BODY))) == ALL.get(reading, {ITSELF})


def test_what_is_no_word_stays(planted: Store) -> None:
    """Step, basis and evidence of an answer whose words are withheld, and that they are."""
    (whole,) = queries.assessments.by_keys(planted, [PLACE], readership=EVERY_BODY)
    (withheld,) = queries.assessments.by_keys(planted, [PLACE])
    assert (withheld.rating, withheld.basis, withheld.evidence) == (whole.rating, whole.basis, whole.evidence)
    assert (withheld.is_withheld, whole.is_withheld, withheld.themes) == (True, False, ())


def test_a_row_that_is_written_back_has_no_confidential_words(planted: Store) -> None:
    """So that a change of other columns neither shows nor touches them."""
    key = {"round": BEFORE, "body": ITSELF, "principle": "1", "consultation": None}
    row = queries.exchange_rows.row(planted, "assessments", key)
    assert row and row["closed"] == "yes" and owners_in(str(row)) == set()


def test_some_bodies_words_are_no_others() -> None:
    """By their keys."""
    some = Readership(bodies=frozenset({"a", "b"}))
    assert [some.may_read(body) for body in ("a", "b", "c", None)] == [True, True, False, False]
