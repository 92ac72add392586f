"""Small registers on which a critical reader caught an earlier version, each with what is right: of the
program, taken in as a user would, and of the reckoning.

Where the rules have changed since, the case is turned to ask the same of the rules that hold now: 11, 33 and
40 have methods, since only consultations with a period to respond in, and plans' hearings, are asked by now;
what 11 had as the middle of 1 of 10 and 2 of 10 days is now 3 of 20 weekdays beside a limit of 15 %; and 40
has one hearing more, with ideas called for in the same case before. ``experience`` is not such a case: it
has what participants answered, few and many, in one row and in several.
"""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.database import Store
from evaluation.as_json import as_dict
from evaluation.evaluate import evaluate, find_round
from tests.support.exported_records import exported
from tests.support.reckoning import reckon
from tests.support.registers import take_all

pytestmark = pytest.mark.thorough

CASES = Path(__file__).parent / "cases"
Reading = Callable[[dict[str, Any], int, str], tuple[Any, ...]]
"""What is read from an evaluation, of a principle and perhaps one of its indicators."""
MIDTERM, ENDTERM = "2022-2025/midterm", "2022-2025/endterm"


def counted(evaluation: dict[str, Any], principle: int, name: str) -> tuple[Any, ...]:
    """Of an indicator: numerator, denominator, unknown, waiting, met."""
    (indicator,) = [
        each for each in evaluation["principles"][principle - 1]["indicators"] if each["indicator"] == name
    ]
    return tuple(indicator[key] for key in ("numerator", "denominator", "unknown", "waiting", "met"))


def moves(evaluation: dict[str, Any], principle: int, _: str) -> tuple[Any, ...]:
    """Of the change since last time: up, same, down."""
    return tuple(evaluation["principles"][principle - 1]["change"][key] for key in ("up", "same", "down"))


def chance(evaluation: dict[str, Any], principle: int, _: str) -> tuple[Any, ...]:
    """Of the change since last time: p of the sign test, Cliff's delta."""
    change = evaluation["principles"][principle - 1]["change"]
    return change["sign_test_p"], change["cliffs_delta"]


def proposed(evaluation: dict[str, Any], principle: int, _: str) -> tuple[Any, ...]:
    """Of the verdict: what is proposed, and each rule with its level."""
    verdict = evaluation["principles"][principle - 1]["verdict"]
    return verdict["proposed"], *(f"{reason['rule']} {reason['level']}" for reason in verdict["reasons"])


def confidence(evaluation: dict[str, Any], principle: int, _: str) -> tuple[Any, ...]:
    """Of the confidence: its grade and its reasons."""
    of_verdict = evaluation["principles"][principle - 1]["verdict"]["confidence"]
    return of_verdict["grade"], *of_verdict["reasons"]


def minority(evaluation: dict[str, Any], principle: int, _: str) -> tuple[Any, ...]:
    """Of the minority: committees, centres, marked."""
    of_verdict = evaluation["principles"][principle - 1]["verdict"]["minority"]
    return of_verdict["committee"], of_verdict["centre"], of_verdict["marked"]


def contradiction(evaluation: dict[str, Any], principle: int, _: str) -> tuple[Any, ...]:
    """Whether facts or participants contradict the verdict that stands."""
    return (evaluation["principles"][principle - 1]["contradiction"],)


def experience(evaluation: dict[str, Any], principle: int, _: str) -> tuple[Any, ...]:
    """Of what participants answered: consultations, the counts of 1 to 5, don't know, the median."""
    return _answered(evaluation["principles"][principle - 1]["experience"])


def meaningful(evaluation: dict[str, Any], _: int, __: str) -> tuple[Any, ...]:
    """The same of the question beside the principles."""
    return _answered(evaluation["experience_meaningful"])


def _answered(of_question: dict[str, Any] | None) -> tuple[Any, ...]:
    if of_question is None:
        return (None,)
    counts = tuple(of_question["counts"][step] for step in "12345")
    return of_question["consultations"], counts, of_question["dont_know"], of_question["median"]


CONTESTED_BY_BOTH = ("contested", "agreement all", "agreement committee", "agreement centre")
TABLE: list[tuple[str, str, Reading, int, str, tuple[Any, ...]]] = [
    # a took over from b, and keeps its own answer: up only above both.
    ("07", ENDTERM, moves, 1, "", (1, 1, 0)),
    ("07", ENDTERM, moves, 2, "", (0, 1, 0)),
    ("07", ENDTERM, moves, 3, "", (0, 0, 1)),
    ("07", ENDTERM, moves, 4, "", (1, 0, 0)),
    # Just 15 % is not more than 15 %, and 1 of 5 not more than 20 %. Store bededag took one of two weekdays
    # in 2023, and one of eight.
    ("11", ENDTERM, counted, 4, "holiday_share", (1, 5, 0, 0, True)),
    ("11", MIDTERM, counted, 4, "holiday_share", (1, 2, 0, 0, False)),
    # zero and onlyc have others who took part, half has businesses, of over nothing is known.
    ("13", ENDTERM, counted, 5, "businesses", (1, 3, 1, 0, True)),
    # 43 of 48 is less than 90 %; and no middle of 90 and 91 days, but the half that kept to 90.
    ("28", ENDTERM, counted, 1, "frame_published", (43, 48, 0, 0, False)),
    ("28", ENDTERM, counted, 1, "frame_reasoned", (43, 48, 0, 0, False)),
    ("28", ENDTERM, counted, 1, "frame_named", (0, 48, 0, 0, False)),
    ("28", ENDTERM, counted, 4, "decision_days", (24, 48, 0, 0, False)),
    ("28", ENDTERM, counted, 3, "lead_days", (48, 48, 0, 0, True)),
    ("30", ENDTERM, moves, 1, "", (14, 0, 0)),
    ("30", ENDTERM, chance, 1, "", (2 / 2**14, 1.0)),
    ("30", ENDTERM, proposed, 2, "", CONTESTED_BY_BOTH),
    ("30", ENDTERM, proposed, 3, "", ("contested", "median_gap all")),
    # The norm says that a 3 is not followed.
    (
        "31",
        ENDTERM,
        proposed,
        1,
        "",
        ("not_followed", "not_followed_median committee", "not_followed_median centre"),
    ),
    ("31", ENDTERM, proposed, 2, "", ("followed", "followed_median committee", "followed_median centre")),
    (
        "31",
        ENDTERM,
        proposed,
        3,
        "",
        ("not_followed", "not_followed_median committee", "not_followed_median centre"),
    ),
    # A norm of 0 is a norm.
    ("33", ENDTERM, counted, 4, "holiday_share", (2, 2, 0, 0, False)),
    # Three of seven committees say "not at all".
    ("36", ENDTERM, proposed, 1, "", ("contested", "agreement committee")),
    ("36", ENDTERM, proposed, 2, "", ("contested", "agreement committee")),
    # All on a thin basis; and four of seven at each level, one of them against.
    ("36", ENDTERM, confidence, 3, "", ("low", "thin_basis", "evidence")),
    ("36", ENDTERM, proposed, 4, "", ("followed", "followed_median committee", "followed_median centre")),
    ("36", ENDTERM, minority, 4, "", (1, 1, False)),
    ("36", ENDTERM, confidence, 4, "", ("low", "coverage", "evidence", "agreement")),
    # The secretary's "followed" against facts that all miss; the secretary's "not followed" against ratings
    # of 4.
    ("37", ENDTERM, contradiction, 1, "", (True,)),
    ("37", ENDTERM, contradiction, 2, "", (False,)),
    ("37", ENDTERM, minority, 2, "", (2, 2, True)),
    # One decided, after 30 days; nine late by more than a year. No day of feedback in the register.
    ("38", ENDTERM, counted, 4, "decision_days", (1, 10, 0, 0, False)),
    ("38", ENDTERM, counted, 3, "lead_days", (0, 10, 0, 0, False)),
    ("38", ENDTERM, counted, 2, "feedback_given", (0, 0, 1, 0, None)),
    # Nine workshops of an evening are asked for no window.
    ("39", ENDTERM, counted, 4, "window_days", (1, 1, 0, 0, True)),
    # Four hearings after the proposal are no case; the fifth, and what came before it, are.
    ("40", ENDTERM, counted, 3, "before_proposal", (2, 2, 0, 0, True)),
    # Two rows of one consultation make five answers, just enough: both middle values are 2, and contradict
    # "followed" without any fact.
    ("experience", ENDTERM, experience, 1, "", (1, (1, 2, 1, 1, 0), 0, [2, 2])),
    ("experience", ENDTERM, contradiction, 1, "", (True,)),
    # Four answers of two consultations are too few, however many did not know: nothing to compare.
    ("experience", ENDTERM, experience, 2, "", (2, (2, 2, 0, 0, 0), 7, None)),
    ("experience", ENDTERM, contradiction, 2, "", (None,)),
    # 3 3 4 4 4 5 against "not followed".
    ("experience", ENDTERM, experience, 3, "", (2, (0, 0, 2, 3, 1), 0, [4, 4])),
    ("experience", ENDTERM, contradiction, 3, "", (True,)),
    # Split under "partly", which nothing contradicts.
    ("experience", ENDTERM, experience, 4, "", (1, (0, 3, 0, 3, 0), 0, [2, 4])),
    ("experience", ENDTERM, contradiction, 4, "", (False,)),
    # Of the middle values 2 and 3 only one speaks against "followed". The State's fifty are not the
    # municipality's, and e4's belong to the round before, where nobody rated.
    ("experience", ENDTERM, experience, 5, "", (1, (0, 3, 3, 0, 0), 0, [2, 3])),
    ("experience", ENDTERM, contradiction, 5, "", (False,)),
    ("experience", MIDTERM, experience, 5, "", (1, (50, 0, 0, 0, 0), 0, [1, 1])),
    ("experience", MIDTERM, experience, 1, "", (None,)),
    # Asked, and nobody knew.
    ("experience", ENDTERM, meaningful, 0, "", (1, (0, 0, 0, 0, 0), 4, None)),
]
"""Case, round, what is read, of which principle, of which indicator, and what is right."""


def records_of(case: str) -> dict[str, list[dict[str, str]]]:
    """The exchange files of a case."""
    records = {}
    for path in (CASES / case).glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            records[path.stem] = list(csv.DictReader(file))
    return records


@pytest.mark.parametrize("case", sorted({row[0] for row in TABLE}))
def test_a_case_is_judged_rightly(empty: Store, tmp_path: Path, case: str) -> None:
    """By the program, with what a new register begins with, and by the reckoning."""
    take_all(empty, records_of(case))
    records = exported(empty, tmp_path / "out")
    for _, round_key, read, principle, name, right in [row for row in TABLE if row[0] == case]:
        evaluation = as_dict(evaluate(empty, find_round(empty, round_key)))
        where = (round_key, principle, name)
        assert (*where, "program", read(evaluation, principle, name)) == (*where, "program", right)
        reckoned = reckon(records, round_key)
        assert (*where, "reckoning", read(reckoned, principle, name)) == (*where, "reckoning", right)
