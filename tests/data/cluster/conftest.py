"""A cluster, shared by the tests that need one, and a lake that both engines have open."""

import sys
import warnings
from collections.abc import Iterator
from importlib import import_module

import pytest

from data.cluster.cluster_lake import ClusterLake
from data.database import Store
from data.lake.open_lake import Lake
from tests.support.clusters import TWO_WORKERS, sail
from tests.support.lakes import gathering, put

Both = tuple[Lake, ClusterLake]


@pytest.fixture(scope="session", autouse=True)
def pyspark_imported() -> None:
    """PySpark takes a worker of xdist, whose main module has no file, for a run of its own doctests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules["__main__"], "__file__", __file__, raising=False)
        with warnings.catch_warnings(action="ignore", category=FutureWarning):
            import_module("pyspark.sql.connect.session")


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """The address of a cluster with two workers."""
    with sail(**TWO_WORKERS) as (engine, _):
        yield engine


@pytest.fixture(scope="session")
def both(cluster: str, demonstration: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """A lake with the demonstration records, as DuckDB and as the cluster have it."""
    folder = tmp_path_factory.mktemp("lake") / "Fælles sø"
    put(demonstration, folder, gathering("0151"))
    with Lake(folder) as lake, ClusterLake(folder, cluster) as on_cluster:
        yield lake, on_cluster
