"""``make benchmark``: every speed that matters as a ratio against a peer in the same run; results are kept
beside this file.
"""

import argparse
import json
import os
import platform
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from data.database import Store
from tests.benchmark import (
    charts,
    documents,
    evaluation,
    foreign_import,
    lake,
    long_list,
    page_as_it_was,
    page_change,
    pages,
    scale,
    thirty,
)
from tests.benchmark.measurement import Measurement
from workflow.demonstration import create_demonstration

HERE = Path(__file__).parent
LIBRARIES = ("streamlit", "duckdb", "pandas", "polars", "plotly", "kaleido")
KEPT = 20
HEADER = (
    "| measurement | ours | peer | ratio | of turns | target | met | commit |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
)

Part = Callable[[Path, int], list[Measurement]]
"""Measures in the folder of a register, so many times."""


def main() -> int:
    """Measure, print, keep; gives the exit status (0 however the ratios are, 1 where something could not
    be measured).
    """
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PARTS, help="the other rows stay as they were")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions; nothing is kept")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that servers and browsers end with us
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "register.duckdb"
        create_demonstration(database).close()
        times = 3 if options.quick else 7
        try:
            measurements = [each for part in options.only or PARTS for each in PARTS[part](database, times)]
        except page_as_it_was.NoPageAsItWas as problem:
            print(problem, file=sys.stderr)
            return 1
    print(table(measurements))
    if not options.quick:
        keep(measurements, whole=options.only is None)
    return 0


def _in_process(measure: Callable[[Store, int], Measurement]) -> Part:
    """A part that reads the register itself."""

    def part(database: Path, times: int) -> list[Measurement]:
        store = Store(database)
        measurement = measure(store, times)
        store.close()
        return [measurement]

    return part


def _against_bare(peer: str, database: Path, times: int) -> list[Measurement]:
    return [pages.measure_overview(database, times, peer)]


PARTS: dict[str, Part] = {
    "evaluation": _in_process(lambda store, times: evaluation.measure(store, 5 * times)),
    "charts": _in_process(
        lambda store, times: charts.measure(store, *((4, 1) if times < 7 else (charts.CHARTS, 3)))
    ),
    "documents": _in_process(documents.measure),
    "as_it_was": lambda database, times: page_as_it_was.measure(database, 3 * times),
    "page_change": page_change.measure,
    **{peer: partial(_against_bare, peer) for peer in pages.PEERS},
    "thirty_seen": lambda database, times: [thirty.measure_seen(database, times)],
    "thirty": lambda database, times: [thirty.measure(database, times)],
    "thirty_bare": lambda database, times: [
        thirty.measure_bare(database, pages.own_figures(database), times)
    ],
    f"list_of_{long_list.LONG}": lambda database, times: [long_list.measure(database.parent, times)],
    "import_50000": lambda database, times: foreign_import.measure_all(database.parent, times),
    "national": lambda database, times: scale.measure_all(database.parent, times),
    "lake": lambda database, times: lake.measure_all(database.parent, times),
}


def table(measurements: list[Measurement]) -> str:
    """The measurements as Markdown."""
    return "\n".join([*HEADER, *rows(measurements).values()])


def rows(measurements: list[Measurement]) -> dict[str, str]:
    """A line of the table by what is measured in it."""
    return {
        m.what: f"| {m.what} | {m.ours_seconds:.3f} s | {m.peer_seconds:.3f} s | {m.ratio:.2f} |"
        f" {m.ratios[0]:.2f}–{m.ratios[-1]:.2f} | {m.judged} | {commit()} |"
        for m in measurements
    }


def keep(measurements: list[Measurement], *, whole: bool) -> None:
    """Append the ratios with machine and versions, and write the newest as a table, in which the rows that
    were not measured now stay as they were, with their commit.
    """
    kept_in, table_in = HERE / "results.json", HERE / "RESULTS.md"
    earlier: list[dict[str, Any]] = json.loads(kept_in.read_text(encoding="utf-8"))
    entry = {
        "on": date.today().isoformat(),
        "commit": commit(),
        "machine": machine(),
        "ratios": {m.name: round(m.ratio, 2) for m in measurements},
    }
    kept_in.write_text(
        json.dumps([*earlier, entry][-KEPT:], indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )
    stay = {} if whole else rows_in(table_in.read_text(encoding="utf-8"))
    lines = [*HEADER, *(stay | rows(measurements)).values()]
    heading = f"# Newest benchmark\n\n{entry['on']}. {machine()}\n\n"
    table_in.write_text(heading + "\n".join(lines) + "\n", encoding="utf-8")


def rows_in(text: str) -> dict[str, str]:
    """The lines of a table that was kept, by what is measured in them."""
    lines = [line for line in text.splitlines() if line.startswith("| ") and line not in HEADER]
    return {line.split(" | ")[0].removeprefix("| "): line for line in lines}


def machine() -> str:
    """Cores, memory, system and versions."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    memory_gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores, {memory_gib:.0f} GiB, {platform.system()}, Python"
        f" {platform.python_version()}; {libraries}."
    )


def commit() -> str:
    """The commit that was measured."""
    process = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return process.stdout.strip() or "unknown"


if __name__ == "__main__":
    sys.exit(main())
