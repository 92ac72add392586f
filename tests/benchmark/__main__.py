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

from tests.benchmark import charts, evaluation, pages, scale, thirty
from tests.benchmark.measurement import Measurement
from workflow.demonstration import create_demonstration

HERE = Path(__file__).parent
LIBRARIES = ("streamlit", "duckdb", "pandas", "polars", "plotly", "kaleido")
KEPT = 20


def main() -> int:
    """Measure, print, keep; gives the exit status (0 however the ratios are, 1 where something could not
    be measured).
    """
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parts = ["evaluation", "charts", *pages.PEERS, "thirty_seen", "thirty", "thirty_bare", "national"]
    parser.add_argument("--only", choices=parts)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    asked = parser.parse_args()
    times = 3 if asked.quick else 7
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that servers and browsers end with us
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "register.duckdb"
        store = create_demonstration(database)
        found: list[Measurement] = []
        in_process: dict[str, Callable[[], Measurement]] = {
            "evaluation": lambda: evaluation.measure(store, 5 * times),
            "charts": lambda: charts.measure(store, *((4, 1) if asked.quick else (charts.CHARTS, 3))),
        }
        served: dict[str, Callable[[], Measurement]] = {
            **{peer: partial(pages.measure_overview, database, times, peer) for peer in pages.PEERS},
            "thirty_seen": lambda: thirty.measure_seen(database, times),
            "thirty": lambda: thirty.measure(database, times),
            "thirty_bare": lambda: thirty.measure_bare(database, pages.own_figures(database), times),
        }
        found += [run() for name, run in in_process.items() if asked.only in (None, name)]
        store.close()
        found += [run() for name, run in served.items() if asked.only in (None, name)]
        if asked.only in (None, "national"):
            found += scale.measure_all(Path(folder), times)
    print(table(found))
    if asked.only is None:
        keep(found)
    return 0


def table(found: list[Measurement]) -> str:
    """The measurements as Markdown."""
    lines = [
        "| measurement | ours | peer | ratio | of turns | target | met |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {m.what} | {m.ours_seconds:.3f} s | {m.peer_seconds:.3f} s | {m.ratio:.2f} |"
        f" {m.ratios[0]:.2f}–{m.ratios[-1]:.2f} | {m.judged} |"
        for m in found
    ]
    return "\n".join(lines)


def keep(found: list[Measurement]) -> None:
    """Append the ratios with machine and versions, and write the newest as a table."""
    kept_in = HERE / "results.json"
    earlier: list[dict[str, Any]] = (
        json.loads(kept_in.read_text(encoding="utf-8")) if kept_in.exists() else []
    )
    entry = {
        "on": date.today().isoformat(),
        "commit": commit(),
        "machine": machine(),
        "ratios": {m.name: round(m.ratio, 2) for m in found},
    }
    kept_in.write_text(
        json.dumps([*earlier, entry][-KEPT:], indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )
    text = f"# Newest benchmark\n\n{entry['on']}, commit {entry['commit']}. {machine()}\n\n{table(found)}\n"
    (HERE / "RESULTS.md").write_text(text, encoding="utf-8")


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
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or "unknown"


if __name__ == "__main__":
    sys.exit(main())
