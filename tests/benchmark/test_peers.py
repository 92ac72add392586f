"""The peers of the benchmark reckon what the program reckons, or the comparison is none."""

from pathlib import Path
from typing import Any

import pytest

from data.database import Store
from evaluation.as_json import as_dict
from evaluation.evaluate import evaluate, find_round
from tests.benchmark import pandas_evaluation, polars_evaluation
from tests.benchmark.big_register import ROUND, create_big
from tests.benchmark.scale import rounded

pytestmark = [pytest.mark.thorough, pytest.mark.no_cover]


@pytest.mark.parametrize("peer", [pandas_evaluation, polars_evaluation], ids=["pandas", "polars"])
@pytest.mark.parametrize(
    "round_key",
    ["2018-2021/midterm", "2018-2021/endterm", "2022-2025/midterm", "2022-2025/endterm", "2026-2029/midterm"],
)
def test_a_peer_agrees_on_the_demonstration_records(demonstration: Store, peer: Any, round_key: str) -> None:
    """Every number of every round."""
    evaluation = pandas_evaluation.comparable(
        as_dict(evaluate(demonstration, find_round(demonstration, round_key)))
    )
    assert rounded(peer.evaluate(peer.read_frames(demonstration), round_key)) == rounded(evaluation)


@pytest.mark.parametrize("peer", [pandas_evaluation, polars_evaluation], ids=["pandas", "polars"])
def test_a_peer_agrees_on_a_large_register(tmp_path: Path, peer: Any) -> None:
    """Two thousand consultations over six terms."""
    store = create_big(tmp_path / "big.duckdb", 2_000)
    evaluation = pandas_evaluation.comparable(as_dict(evaluate(store, find_round(store, ROUND))))
    assert rounded(peer.evaluate(peer.read_frames(store), ROUND)) == rounded(evaluation)
    store.close()
