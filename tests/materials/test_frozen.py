"""Pictures of a closed round are drawn from what was frozen: the same to the byte after every edit of the
records.
"""

import shutil
from datetime import date
from pathlib import Path

from data.database import Store
from evaluation.evaluate import find_round
from evaluation.snapshot import RoundSnapshot, round_snapshot
from language import Words
from materials.charts.answers import overview_answers
from materials.charts.bodies import bodies
from materials.charts.change import change
from materials.charts.chart import Chart, Scope
from materials.charts.effort import effort
from materials.charts.facts import facts
from materials.charts.perspectives import perspectives
from tests.evaluation.test_snapshot import close, disturb
from tests.support.registers import thaw

ROUND = "2022-2025/endterm"


def drawn(settled: RoundSnapshot, words: Words) -> list[tuple[str, str]]:
    """Every chart of a round: its name, and a fingerprint of all that is on it."""
    scope = Scope(ROUND, settled.closed_on or date(2026, 11, 23), "closed", True)
    titles = {finding.principle: finding.title_da for finding in settled.evaluation.principles}
    charts: list[Chart] = [
        overview_answers(settled.evaluation, settled.answers, scope, words),
        perspectives(settled.evaluation, scope, words),
        change(settled.evaluation, scope, words),
        bodies(settled.answers, titles, scope, words),
        effort(settled.efforts, settled.norms, scope, words),
        *(facts(finding.indicators, scope, words) for finding in settled.evaluation.principles),
    ]
    return [(chart.name, chart.fingerprint) for chart in charts]


def test_every_picture_stays_the_same(demonstration_file: Path, tmp_path: Path, words: Words) -> None:
    """Ten charts, before and after consultations, norms, bodies and wording were edited."""
    store = Store(Path(shutil.copy(demonstration_file, tmp_path / "copy.duckdb")))
    thaw(store)
    close(store, ROUND)
    before = drawn(round_snapshot(store, find_round(store, ROUND)), words)
    disturb(store)
    assert drawn(round_snapshot(store, find_round(store, ROUND)), words) == before
    store.close()
