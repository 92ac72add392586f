"""A round of 98 municipalities evaluated from a lake, against a bare scan of the columns that it reads; and
as the lake grows.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import duckdb

from data import migrations
from data.cluster.cluster_lake import ClusterLake
from data.lake.municipalities import names
from data.lake.open_lake import Lake
from data.lake.partition import MANIFEST, LakeFile, Manifest, partition_folder
from data.lake.tables import LAKE_TABLES, LakeTable
from data.parquet import ROWS_A_GROUP
from evaluation.municipalities import evaluate_lake
from tests.benchmark.big_register import ROUND, create_big
from tests.benchmark.measurement import Measurement, seconds, take_turns
from tests.benchmark.scale import GIB, SCANS
from tests.support.spark import home, spark

MILLION = 1_000_000
SETTING = "BENCHMARK_LAKE"
"""Of how many million consultations a further lake is; 100 takes half an hour and 10 GB of disk."""
MOST_GIB = 6.0


def measure_all(folder: Path, times: int) -> list[Measurement]:
    """At a million and ten million consultations, and how the time grows between them."""
    small, large = (create_lake(folder / f"lake{size}", size * MILLION) for size in (1, 10))
    measurements = [*_measured(small, 1, times), *_measured(large, 10, min(times, 3)), _growth(large, small)]
    measurements += _on_spark(small)
    if further := int(os.environ.get(SETTING, "0")):
        measurements += _measured(create_lake(folder / "further", further * MILLION), further, 1)
    return measurements


def create_lake(lake: Path, consultations: int) -> Path:
    """A lake of all municipalities with so many consultations together, over six terms."""
    per_municipality = consultations // len(names())
    register = create_big(lake.with_suffix(".duckdb"), per_municipality)
    register.close()
    with duckdb.connect() as connection:
        connection.execute(f"attach '{register.path}' as register (read_only)")
        connection.execute("use register")
        for code in sorted(names()):
            _partition(connection, lake, code)
    register.path.unlink()
    return lake


def _partition(connection: duckdb.DuckDBPyConnection, lake: Path, code: str) -> None:
    """As a gathering writes it; the database writes the files itself, since there are many rows."""
    folder = partition_folder(lake, code) / "0"
    folder.mkdir(parents=True)
    files = {}
    for table in LAKE_TABLES.values():
        path = folder / table.file
        select = table.select.replace("$prefix", f"'{code}:'")
        form = f"format parquet, compression zstd, row_group_size {ROWS_A_GROUP}"
        copy = f"copy ({_cast(table, select)}) to '{path}' ({form})"
        (rows,) = connection.execute(copy).fetchone() or (0,)
        files[table.file] = LakeFile(rows, path.stat().st_size, "")
    manifest = Manifest(
        code, code, migrations.newest(), "benchmark", datetime(2026, 11, 29), files, folder="0"
    )
    (folder.parent / MANIFEST).write_text(manifest.as_json(), encoding="utf-8")


def _cast(table: LakeTable, select: str) -> str:
    types = {
        "text": "varchar",
        "key": "varchar",
        "integer": "bigint",
        "number": "double",
        "moment": "timestamp",
    }
    columns = ", ".join(
        f'cast("{name}" as {types.get(kind, kind)}) as "{name}"' for name, kind in table.kinds.items()
    )
    return f"select {columns} from ({select}) as typed"


def _measured(lake: Path, millions: int, times: int) -> Sequence[Measurement]:
    """The time against a bare scan, and the memory of a process of its own."""
    scans = [
        scan.replace("basis, status", "basis, is_counted").replace(" status", " is_counted") for scan in SCANS
    ]

    def evaluate() -> None:
        with Lake(lake) as opened:
            evaluate_lake(opened, ROUND)

    def scan() -> None:
        with Lake(lake) as opened:
            for each in scans:
                opened.rows(each)

    what = f"a round of 98 municipalities in a lake of {millions} million consultations"
    return [
        Measurement(
            f"lake_{millions}", f"{what}, against a bare scan", take_turns(evaluate, scan, times), 3.0
        ),
        Measurement(
            f"lake_{millions}_memory", f"{what}: peak memory in GiB, against 6", (_memory(lake),), 1.0
        ),
    ]


def _growth(large: Path, small: Path) -> Measurement:
    """Ten times the records: the peer's side is ten times the seconds of the smaller lake."""

    def evaluate(lake: Path) -> None:
        with Lake(lake) as opened:
            evaluate_lake(opened, ROUND)

    turns = tuple((seconds(lambda: evaluate(large)), 10 * seconds(lambda: evaluate(small))) for _ in range(3))
    return Measurement(
        "lake_growth", "ten million in a lake, against ten times the time for one million", turns, 1.0
    )


def _on_spark(lake: Path) -> list[Measurement]:
    """What a real Apache Spark with two workers takes for the same, where it is installed (``make cluster``):
    two turns, for its first is slower.
    """
    if home() is None:
        return []

    def evaluate(opened: Lake | ClusterLake) -> None:
        with opened:
            evaluate_lake(opened, ROUND)

    with spark() as cluster:
        turns = tuple(
            (
                seconds(lambda: evaluate(ClusterLake(lake, cluster.engine))),
                seconds(lambda: evaluate(Lake(lake))),
            )
            for _ in range(2)
        )
    what = "the same million on Apache Spark with two workers here, against DuckDB"
    return [Measurement("lake_1_on_spark", what, turns, None)]


def _memory(lake: Path) -> tuple[float, float]:
    process = subprocess.run(
        [sys.executable, "-m", "tests.benchmark.lake", str(lake)], capture_output=True, text=True, check=True
    )
    return float(process.stdout), MOST_GIB


if __name__ == "__main__":
    with Lake(Path(sys.argv[1])) as of_all:
        evaluate_lake(of_all, ROUND)
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (peak,) = [line.split()[1] for line in status if line.startswith("VmHWM")]
    print(int(peak) * 1024 / GIB)
