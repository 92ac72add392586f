"""Registers gathered into one lake give, each, what they give by themselves: to the byte."""

import json
import os
import tempfile
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import queries
from data.ballerup.translation import translate
from data.database import Store
from data.import_pipeline import take_in
from data.lake.open_lake import Lake
from data.lake.partition import Manifest
from evaluation.as_text import as_text
from evaluation.distribution import Quartiles, distribution, quartiles
from evaluation.evaluate import evaluate_all, find_round
from evaluation.municipalities import NoSuchRound, evaluate_lake
from evaluation.snapshot import round_snapshot
from language import speak
from tests.data.test_command_line import run
from tests.support.ballerup import SAMPLE
from tests.support.lakes import gathering, own_texts, put
from tests.support.registers import new_empty, new_filled
from tests.support.scenarios import Records, registers

CODES = ("0151", "0253", "0101")


def texts_in(lake: Path, code: str, rounds: list[str]) -> dict[str, str]:
    """One municipality's evaluations, read from a lake."""
    with Lake(lake) as opened:
        return {
            key: each.text
            for key in rounds
            for each in evaluate_lake(opened, key).municipalities
            if each.manifest.municipality == code
        }


def assert_equal_in_one_lake(stores: dict[str, Store], lake: Path) -> None:
    """Every round of every register."""
    for code, store in stores.items():
        put(store, lake, gathering(code))
    for code, store in stores.items():
        own = own_texts(store)
        texts = texts_in(lake, code, list(own))
        assert {key: _differences(text, texts[key]) for key, text in own.items() if texts[key] != text} == {}


def _differences(own: str, text: str) -> list[str]:
    """The lines that two texts don't share, few of them."""
    return list(unified_diff(own.splitlines(), text.splitlines(), lineterm="", n=12))[:80]


def test_real_and_made_up_registers_are_themselves_in_a_lake(
    with_demonstration: Path, tmp_path: Path
) -> None:
    """The demonstration's rounds, frozen and open, beside Ballerup's public records."""
    demonstration = Store(with_demonstration)
    real = new_empty(tmp_path / "real.duckdb")
    take_in(real, translate(SAMPLE)[0], "tester")
    assert_equal_in_one_lake({"0151": real, "0253": demonstration}, tmp_path / "lake")
    for store in (demonstration, real):
        store.close()


@pytest.mark.thorough
@pytest.mark.no_cover
@settings(
    max_examples=int(os.environ.get("REGISTERS", "25")) // 5 or 1,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(registers(), min_size=2, max_size=3))
def test_any_registers_are_themselves_in_a_lake(several: list[tuple[Records, str]]) -> None:
    """Whatever their rounds, bodies, norms, methods, days off and themes are, none reaches another."""
    with tempfile.TemporaryDirectory() as folder:
        stores = {
            code: new_filled(Path(folder) / f"{code}.duckdb", records)
            for code, (records, _) in zip(CODES, several, strict=False)
        }
        assert_equal_in_one_lake(stores, Path(folder) / "lake")
        for store in stores.values():
            store.close()


def test_many_rounds_of_one_register_are_evaluated_by_one_round_of_selects(demonstration: Store) -> None:
    """As many selects as one round takes, and the same findings."""
    rounds = queries.rounds.oldest_first(demonstration)
    selects: list[str] = []

    class Counting:
        """The register, and what it was asked."""

        steps = demonstration.steps

        def rows(self, sql: str, **values: object) -> list[tuple[object, ...]]:
            selects.append(sql)
            return demonstration.rows(sql, **values)

        def records(self, sql: str, **values: object) -> list[dict[str, object]]:
            selects.append(sql)
            return demonstration.records(sql, **values)

    together = evaluate_all(Counting(), rounds)
    number = len(selects)
    assert together == [evaluate_all(Counting(), [each])[0] for each in rounds]
    assert number <= 20 < len(selects)


@pytest.fixture
def lake_of_two(with_demonstration: Path, tmp_path: Path) -> Path:
    """The demonstration's register, and one of the same terms without a record."""
    store = Store(with_demonstration)
    put(store, tmp_path / "lake", gathering("0151", name="Ballerup", inhabitants=53_000))
    store.close()
    empty = new_filled(tmp_path / "empty.duckdb", {})
    put(empty, tmp_path / "lake", gathering("0253"))
    empty.close()
    return tmp_path / "lake"


def test_the_command_holds_each_text_and_the_distribution(
    lake_of_two: Path, with_demonstration: Path
) -> None:
    """The text as it stands, also inside the JSON; in words, the same as of the register; no register is
    needed for it.
    """
    own = run("evaluation", "2022-2025/endterm", OEJENHOEJDE_DATABASE=str(with_demonstration))[1]
    arguments = ("evaluation", "2022-2025/endterm", "--lake", str(lake_of_two))
    nowhere = {"OEJENHOEJDE_DATABASE": "/nowhere/register.duckdb"}
    status, output, _ = run(*arguments, **nowhere)
    assert status == 0
    assert own in output
    document = json.loads(output)
    assert document["municipalities"]["0151"]["evaluation"] == json.loads(own)
    assert (document["municipalities"]["0151"]["name"], document["municipalities"]["0253"]["name"]) == (
        "Ballerup",
        None,
    )
    assert document["distribution"]["verdicts"]["1"] == {
        "followed": 1,
        "partly": 0,
        "not_followed": 0,
        "contested": 0,
        "insufficient": 1,
    }
    store = Store(with_demonstration)
    snapshot = round_snapshot(store, find_round(store, "2022-2025/endterm"))
    own_words = as_text(snapshot, speak("en"), queries.bodies.names(store))
    store.close()
    assert own_words in run(*arguments, "--format", "text", OEJENHOEJDE_LANGUAGE="en", **nowhere)[1]


def test_a_round_that_nobody_has_is_refused_by_name(lake_of_two: Path) -> None:
    """With those there are."""
    with Lake(lake_of_two) as lake, pytest.raises(NoSuchRound, match="They have: 2018-2021/midterm, "):
        evaluate_lake(lake, "1999/endterm")


QUARTILES = [
    ([], None),
    ([3.0], Quartiles(3, 3, 3, 3, 3)),
    ([1.0, 2.0], Quartiles(1, 1.25, 1.5, 1.75, 2)),
    ([4.0, 1.0, 3.0, 2.0], Quartiles(1, 1.75, 2.5, 3.25, 4)),
    ([0.0, 0.0, 0.0, 0.5, 1.0], Quartiles(0, 0, 0, 0.5, 1)),
]


@pytest.mark.parametrize(("values", "expected"), QUARTILES)
def test_quartiles(values: list[float], expected: Quartiles | None) -> None:
    """Worked out by hand; the order in which values come does not matter."""
    assert quartiles(values) == expected


def test_what_is_not_known_is_no_value(lake_of_two: Path) -> None:
    """Of the municipality without a record nothing is known, and it draws no quartile down."""
    with Lake(lake_of_two) as lake:
        result = evaluate_lake(lake, "2022-2025/endterm")
    assert [type(each.manifest) for each in result.municipalities] == [Manifest, Manifest]
    spreads = distribution([each.evaluation for each in result.municipalities]).spreads
    alone = distribution([result.municipalities[0].evaluation]).spreads
    assert {(each.known, each.unknown) for each in spreads.values()} == {(1, 1)}
    assert {name: each.quartiles for name, each in spreads.items()} == {
        name: each.quartiles for name, each in alone.items()
    }
