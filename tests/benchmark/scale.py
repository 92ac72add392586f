"""The evaluation of one round in registers of municipal and national size: against pandas and polars,
against a bare scan, and as they grow.
"""

import subprocess
import sys
from pathlib import Path
from typing import Any

from data.database import Store
from evaluation.as_json import as_dict
from evaluation.evaluate import evaluate, find_round
from tests.benchmark import pandas_evaluation, polars_evaluation
from tests.benchmark.big_register import ROUND, create_big
from tests.benchmark.measurement import Measurement, seconds, take_turns

NATIONAL = 1_000_000
GIB = 2**30
# The columns that the evaluation reads, hashed so that none of them is skipped.
SCANS = (
    (
        "select sum(hash(start_on, end_on, frame_published_on, frame_decided_on, planned_end_on, proposal_on,"
        " decided_on, feedback_on, not_open, not_open_reason, contributions, contributions_answered, effect,"
        " new_method, businesses_relevant, participants, hours_spent, statutory_days, plan_kind, scale,"
        " centre, committee, methods, run_by_municipality, case_number, open_to_influence, presented_on,"
        " clarified_on, nothing_fixed, decision_expected, consultation)) from consultations"
    ),
    (
        'select sum(hash(consultation, "group", sought_out, took_part, beyond_affected)) from'
        " consultation_groups"
    ),
    (
        "select sum(hash(assessment, round, body, principle, consultation, rating, not_assessable, basis,"
        " status)) from assessments"
    ),
)


def measure_all(folder: Path, times: int) -> list[Measurement]:
    """Every measurement at national scale, and the growth from a tenth of it."""
    big, small = (
        create_big(folder / "national.duckdb", NATIONAL),
        create_big(folder / "tenth.duckdb", NATIONAL // 10),
    )
    measurements = [
        _against_scan(big, times),
        _growth(big, small, times),
        _against(big, pandas_evaluation, 0.2, min(times, 3)),
        _against(big, polars_evaluation, 1.0, times),
    ]
    big.close()
    small.close()
    return [*measurements, _memory(folder / "national.duckdb")]


def _against_scan(store: Store, times: int) -> Measurement:
    turns = take_turns(
        lambda: evaluate(store, find_round(store, ROUND)), lambda: [store.rows(scan) for scan in SCANS], times
    )
    return Measurement(
        "national_scan",
        "a round of a million records evaluated, against a bare scan of the columns read",
        turns,
        3.0,
    )


def _growth(big: Store, small: Store, times: int) -> Measurement:
    """Ten times the records: the peer's side is ten times the seconds of the smaller register."""
    evaluate(big, find_round(big, ROUND)), evaluate(small, find_round(small, ROUND))
    turns = tuple(
        (
            seconds(lambda: evaluate(big, find_round(big, ROUND))),
            10 * seconds(lambda: evaluate(small, find_round(small, ROUND))),
        )
        for _ in range(times)
    )
    return Measurement(
        "growth", "a million records, against ten times the time for a tenth of them", turns, 1.0
    )


def _against(store: Store, peer: Any, target: float, times: int) -> Measurement:
    """Against a ``peer`` (a module with ``read_frames`` and ``evaluate``). Both agree on every number, or
    it is no comparison.
    """
    name = peer.__name__.rpartition(".")[2].removesuffix("_evaluation")
    frames = peer.read_frames(store)
    assert rounded(
        pandas_evaluation.comparable(as_dict(evaluate(store, find_round(store, ROUND))))
    ) == rounded(peer.evaluate(frames, ROUND))
    turns = take_turns(
        lambda: evaluate(store, find_round(store, ROUND)), lambda: peer.evaluate(frames, ROUND), times
    )
    return Measurement(f"national_{name}", f"the same against {name} on frames in memory", turns, target)


def rounded(tree: Any) -> Any:
    """Numbers to twelve digits, at any depth: two middle values have a half that libraries reckon in
    different orders.
    """
    if isinstance(tree, dict):
        return {name: rounded(value) for name, value in tree.items()}
    if isinstance(tree, list):
        return [rounded(value) for value in tree]
    return float(f"{tree:.12g}") if isinstance(tree, float) else tree


def _memory(path: Path) -> Measurement:
    """The most memory that a process of its own held while it evaluated, in GiB, against one GiB."""
    process = subprocess.run(
        [sys.executable, "-m", "tests.benchmark.scale", str(path)], capture_output=True, text=True, check=True
    )
    return Measurement(
        "national_memory", "its peak memory in GiB, against one GiB", ((float(process.stdout), 1.0),), 1.0
    )


if __name__ == "__main__":
    register = Store(Path(sys.argv[1]))
    evaluate(register, find_round(register, ROUND))
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (peak,) = [
        line.split()[1] for line in status if line.startswith("VmHWM")
    ]  # getrusage would count the parent's too
    print(int(peak) * 1024 / GIB)
