"""Why a verdict was overridden stands wherever the verdict does."""

from datetime import date

from data.database import Store
from evaluation.as_text import as_text
from evaluation.evaluate import find_round
from evaluation.snapshot import round_snapshot
from evaluation.verdict_words import override_words
from language import speak
from materials.charts.answers import overview_answers, principle_answers
from materials.charts.chart import Scope

ROUNDS = ("2018-2021/midterm", "2018-2021/endterm", "2022-2025/midterm", "2022-2025/endterm")


def test_the_reason_is_in_the_text_and_on_the_pictures(demonstration: Store) -> None:
    """Of the two that the demonstration records hold, and of no other."""
    words, scope, overridden = speak("da"), Scope("r", date(2026, 1, 1), "closed"), 0
    for round_key in ROUNDS:
        snapshot = round_snapshot(demonstration, find_round(demonstration, round_key))
        evaluation = snapshot.evaluation
        overview = overview_answers(evaluation, snapshot.answers, scope, words)
        for finding in evaluation.principles:
            reason = override_words(finding)
            assert (reason is not None) is bool(finding.verdict.override)
            if reason:
                overridden += 1
                assert str(finding.verdict.override_reason) in words.say(reason)
                assert words.say(reason) in as_text(snapshot, words, {})
                assert words.say(reason) in overview.footer
                assert words.say(reason) in principle_answers(finding, snapshot.answers, scope, words).footer
    assert overridden == 2
