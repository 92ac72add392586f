"""What a cluster evaluates is what DuckDB evaluates: to the byte."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import queries
from data.ballerup.translation import translate
from data.cluster.cluster_lake import ClusterLake
from data.database import Store
from data.import_pipeline import take_in
from data.lake.engine import OpenLake
from data.lake.open_lake import Lake
from evaluation.as_json import as_json
from evaluation.evaluate import evaluate_all
from tests.data.test_command_line import run
from tests.support.ballerup import SAMPLE
from tests.support.lakes import gathering, put
from tests.support.registers import new_empty, new_filled, thaw
from tests.support.scenarios import Records, registers

CODES = ("0101", "0147", "0153", "0155", "0157", "0159", "0161", "0163")


def every_round(lake: OpenLake) -> dict[str, str]:
    """The evaluation of each round of each municipality, worked out anew, by its key."""
    chosen_rounds = queries.rounds.oldest_first(lake)
    evaluations = evaluate_all(lake, chosen_rounds)
    return {
        each.key: as_json(evaluation) for each, evaluation in zip(chosen_rounds, evaluations, strict=True)
    }


def assert_equal_on_both(lake: Path, engine: str) -> int:
    """Gives how many evaluations were equal."""
    with Lake(lake) as opened, ClusterLake(lake, engine) as on_cluster:
        expected = every_round(opened)
        assert every_round(on_cluster) == expected
    return len(expected)


def test_the_demonstration_and_real_records(cluster: str, with_demonstration: Path, tmp_path: Path) -> None:
    """All five demonstration rounds with answers and the planned one, worked out anew, beside every round
    that Ballerup's public records fall in.
    """
    demonstration = Store(with_demonstration)
    thaw(demonstration)
    real = new_empty(tmp_path / "real.duckdb")
    take_in(real, translate(SAMPLE)[0], "tester")
    for code, store in (("0151", real), ("0253", demonstration)):
        put(store, tmp_path / "lake", gathering(code))
        store.close()
    assert assert_equal_on_both(tmp_path / "lake", cluster) > 10


@pytest.mark.thorough
@pytest.mark.no_cover
@settings(
    max_examples=int(os.environ.get("REGISTERS", "25")) // 100 or 1,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(several=st.lists(registers(), min_size=5, max_size=len(CODES)))
def test_any_registers(
    cluster: str, tmp_path_factory: pytest.TempPathFactory, several: list[tuple[Records, str]]
) -> None:
    """Whatever their rounds, bodies, norms, methods, days off and themes are."""
    folder = tmp_path_factory.mktemp("random")
    for code, (records, _) in zip(CODES, several, strict=False):
        store = new_filled(folder / f"{code}.duckdb", records)
        put(store, folder / "lake", gathering(code))
        store.close()
    assert assert_equal_on_both(folder / "lake", cluster) >= len(several)


def test_the_command_prints_the_same(cluster: str, with_demonstration: Path, tmp_path: Path) -> None:
    """Of a frozen round too, and nothing beside it."""
    store = Store(with_demonstration)
    put(store, tmp_path / "lake", gathering("0151"))
    store.close()
    for round_key in ("2018-2021/endterm", "2022-2025/endterm"):
        arguments = ("evaluation", round_key, "--lake", str(tmp_path / "lake"), "--engine")
        by_duckdb, by_cluster = run(*arguments, "duckdb"), run(*arguments, cluster)
        assert by_cluster == by_duckdb
        assert by_cluster[0] == 0
