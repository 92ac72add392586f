"""The evaluation of one round against the same numbers in pandas."""

from data.database import Store
from evaluation.as_json import as_dict
from evaluation.evaluate import evaluate, find_round
from tests.benchmark import pandas_evaluation
from tests.benchmark.measurement import Measurement, take_turns

ROUND = "2022-2025/endterm"


def measure(store: Store, times: int) -> Measurement:
    """Both sides agree on every number of every round, or it is no comparison; then they are timed on one."""
    frames = pandas_evaluation.read_frames(store)
    for round_key in frames["rounds"]["round"]:
        ours = pandas_evaluation.comparable(as_dict(evaluate(store, find_round(store, round_key))))
        peer = pandas_evaluation.evaluate(frames, round_key)
        assert ours == peer, (
            round_key,
            {name: (ours[name], peer.get(name)) for name in ours if ours[name] != peer.get(name)},
        )
    turns = take_turns(
        lambda: evaluate(store, find_round(store, ROUND)),
        lambda: pandas_evaluation.evaluate(frames, ROUND),
        times,
    )
    return Measurement("evaluation", "one round evaluated, against pandas on frames in memory", turns, 1.0)
