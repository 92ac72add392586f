"""What a part of a round mentions is counted as the whole is."""

import pytest

from data.confidential import EVERY_BODY
from data.database import Store
from evaluation.evaluate import find_round
from evaluation.mentions import evidence_of, themes_of
from evaluation.snapshot import assessments_of, round_snapshot
from tests.support.registers import BODIES, ROUNDS, take_all


@pytest.mark.parametrize("key", ["2022-2025/midterm", "2022-2025/endterm", "2026-2029/midterm"])
def test_all_assessments_mention_what_the_evaluation_counts(demonstration: Store, key: str) -> None:
    """Also for who may read confidential words: their themes are counted for nobody."""
    this_round = find_round(demonstration, key)
    findings = round_snapshot(demonstration, this_round).evaluation.principles
    assessments = assessments_of(demonstration, this_round, EVERY_BODY)
    for finding in findings:
        own = [each for each in assessments if each.principle == finding.principle]
        assert list(themes_of(own, finding.themes).items()) == list(finding.themes.items())
        assert list(evidence_of(own).items()) == list(finding.evidence.items())


def test_a_theme_is_written_in_a_part_as_in_the_whole(empty: Store) -> None:
    """Whatever the capitals in one answer, as registers of before hold them; those that are used alike stand
    in the order of the Danish alphabet.
    """
    answer = {"round": "2022-2025/endterm", "principle": "1", "rating": "4", "status": "submitted"}
    answers = [{**answer, "body": body, "justification": "Ord."} for body in ("plan", "by")]
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES, "assessments": answers})
    insert = "insert into assessment_themes select assessment, $theme from assessments where body = $body"
    with empty.transaction() as cursor:
        for text in ("plan Trafik", "plan Åen", "by trafik", "by Trafik", "by Ældre"):
            body, theme = text.split()
            cursor.execute(insert, {"body": body, "theme": theme})
    this_round = find_round(empty, "2022-2025/endterm")
    whole = round_snapshot(empty, this_round).evaluation.principles[0].themes
    assessments = assessments_of(empty, this_round)
    assert list(whole.items()) == [("Trafik", 2), ("Ældre", 1), ("Åen", 1)]
    assert list(themes_of(assessments, whole).items()) == list(whole.items())
    centres = [each for each in assessments if each.level == "centre"]
    assert list(themes_of(centres, whole).items()) == [("Trafik", 1), ("Ældre", 1)]


def test_a_part_mentions_its_own_alone(demonstration: Store) -> None:
    """One body names each of its consultations once, and nobody else's."""
    assessments = assessments_of(demonstration, find_round(demonstration, "2022-2025/endterm"))
    own = [each for each in assessments if each.body == "tku" and each.principle == 1]
    assert evidence_of(own) == dict.fromkeys(sorted(own[0].evidence), 1)
