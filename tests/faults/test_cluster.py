"""A lake evaluated by a real Apache Spark, one of whose two workers is killed half-way."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.cluster.cluster_lake import ClusterLake
from data.database import Store
from data.lake.open_lake import Lake
from tests.data.cluster.test_cluster_evaluation import every_round
from tests.support.lakes import gathering, put
from tests.support.portable_selects import MORE, SELECTS, result
from tests.support.registers import thaw
from tests.support.spark import Spark, home, spark

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(home() is None, reason="Spark or Java 17 is not installed: make cluster"),
]
CODES = ("0101", "0151")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Spark]:
    """A master, two workers and a Spark Connect server."""
    with spark() as running:
        yield running


@pytest.fixture
def lake(with_demonstration: Path, tmp_path: Path) -> Path:
    """Two municipalities, whose rounds are worked out anew."""
    store = Store(with_demonstration)
    thaw(store)
    for code in CODES:
        put(store, tmp_path / "lake", gathering(code))
    store.close()
    return tmp_path / "lake"


def test_functions_give_the_same_on_spark(cluster: Spark, lake: Path) -> None:
    """Every one that an evaluation may use."""
    with Lake(lake) as opened, ClusterLake(lake, cluster.engine) as on_cluster:
        for name, select in {**SELECTS, **MORE}.items():
            assert repr(result(on_cluster, select)) == repr(result(opened, select)), name


def test_a_worker_may_be_killed_half_way(cluster: Spark, lake: Path) -> None:
    """The other one does its work again: to the byte what DuckDB gives."""
    with Lake(lake) as opened, ClusterLake(lake, cluster.engine) as on_cluster:
        expected = every_round(opened)
        start = time.monotonic()
        assert every_round(on_cluster) == expected
        whole = time.monotonic() - start
        killer = threading.Timer(whole / 3, cluster.kill_a_worker)
        killer.start()
        assert every_round(on_cluster) == expected
        killer.join()
    assert cluster.workers[0].poll() is not None
    assert cluster.workers[1].poll() is None
    seconds = time.monotonic() - start - whole
    print(f"{len(expected)} rounds: {whole:.0f} s, and {seconds:.0f} s with a worker killed")
