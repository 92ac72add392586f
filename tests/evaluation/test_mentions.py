"""What a part of a round mentions is counted as the whole is."""

import pytest

from data.confidential import EVERY_BODY
from data.database import Store
from evaluation.evaluate import find_round
from evaluation.mentions import evidence_of, themes_of
from evaluation.snapshot import assessments_of, round_snapshot


@pytest.mark.parametrize("key", ["2022-2025/midterm", "2022-2025/endterm", "2026-2029/midterm"])
def test_all_assessments_mention_what_the_evaluation_counts(demonstration: Store, key: str) -> None:
    """Also for who may read confidential words: their themes are counted for nobody."""
    this_round = find_round(demonstration, key)
    findings = round_snapshot(demonstration, this_round).evaluation.principles
    assessments = assessments_of(demonstration, this_round, EVERY_BODY)
    for finding in findings:
        own = [each for each in assessments if each.principle == finding.principle]
        assert themes_of(own) == dict(finding.themes)
        assert evidence_of(own) == dict(finding.evidence)


def test_a_part_mentions_its_own_alone(demonstration: Store) -> None:
    """One body names each of its consultations once, and nobody else's."""
    assessments = assessments_of(demonstration, find_round(demonstration, "2022-2025/endterm"))
    own = [each for each in assessments if each.body == "tku" and each.principle == 1]
    assert evidence_of(own) == dict.fromkeys(sorted(own[0].evidence), 1)
