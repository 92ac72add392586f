"""The demonstration records: lifelike, marked, the same every time, and showing everything a register can
hold.
"""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from data import queries
from data.database import Store
from data.working_days import is_working_day
from evaluation.as_json import as_json
from evaluation.clarification import plan_facts, warnings
from evaluation.evaluate import evaluate, find_round
from workflow.demonstration import open_register

CLOSED = ("2018-2021/midterm", "2018-2021/endterm", "2022-2025/midterm", "2022-2025/endterm")
WORDS = ("justification", "dissent", "worked_well", "to_change", "daily_meeting")


def test_two_full_terms_and_the_running_one(demonstration: Store) -> None:
    """Some 120 consultations, four closed rounds and an open one."""
    assert demonstration.rows("select count(*) between 115 and 130 from consultations") == [(True,)]
    assert demonstration.rows("select round from rounds where status = 'closed' order by period_from") == [
        (key,) for key in CLOSED
    ]
    assert demonstration.rows("select round from rounds where status = 'open'") == [("2026-2029/midterm",)]


def test_every_consultation_is_marked(demonstration: Store) -> None:
    """None can be taken for a real one."""
    assert demonstration.rows(
        "select count(*) from consultations where source is distinct from 'demonstration'"
    ) == [(0,)]


def test_no_sentence_is_written_twice(demonstration: Store) -> None:
    """Every sentence of every assessment, conclusion and action is there once."""
    texts = [
        text
        for name in WORDS
        for (text,) in demonstration.rows(f"select {name} from assessments where {name} is not null")
    ]
    texts += [
        text
        for (text,) in demonstration.rows("select text from conclusions union all select text from actions")
    ]
    sentences = Counter(
        sentence.strip().lower()
        for text in texts
        for sentence in re.split(r"(?<=[.!?])\s+", text)
        if len(sentence) > 12
    )
    assert [sentence for sentence, number in sentences.items() if number > 1] == []


def test_no_two_justifications_begin_alike(demonstration: Store) -> None:
    """Three words in, each body already says something of its own."""
    justifications = [
        row[0]
        for row in demonstration.rows("select justification from assessments where status = 'submitted'")
    ]
    starts = Counter(" ".join(text.lower().split()[:3]) for text in justifications)
    assert [start for start, number in starts.items() if number > 1] == []


def test_every_kind_of_verdict_is_shown(demonstration: Store) -> None:
    """Followed, partly, not followed, contested for both reasons, insufficient, a contradiction and an
    override.
    """
    findings = [
        finding
        for key in CLOSED
        for finding in evaluate(demonstration, find_round(demonstration, key)).principles
    ]
    assert {finding.verdict.proposed for finding in findings} == {
        "followed",
        "partly",
        "not_followed",
        "contested",
        "insufficient",
    }
    assert {reason.rule for finding in findings for reason in finding.verdict.reasons} >= {
        "median_gap",
        "agreement",
        "coverage",
    }
    assert any(finding.contradiction for finding in findings)
    assert any(finding.verdict.override for finding in findings)


def test_participants_are_heard(demonstration: Store) -> None:
    """Some half of each round's consultations asked, all six questions; once they contradict "followed" alone
    and once "not followed", once together with the facts, and some principles have too few answers.
    """
    evaluations = [
        evaluate(demonstration, find_round(demonstration, key)) for key in (*CLOSED, "2026-2029/midterm")
    ]
    for each in evaluations:
        experiences = [*(finding.experience for finding in each.principles), each.experience_meaningful]
        count = max(experience.consultations if experience else 0 for experience in experiences)
        assert all(experiences) and 0.4 <= count / each.consultations <= 0.6
    findings = [finding for each in evaluations for finding in each.principles]
    voices = {(finding.verdict.final, finding.contradicted_by) for finding in findings}
    assert voices >= {
        ("followed", ("participants",)),
        ("not_followed", ("participants",)),
        ("followed", ("facts", "participants")),
    }
    few = [finding for finding in findings if finding.experience and not finding.experience.are_enough]
    assert len(few) == 2


def test_every_kind_of_answer_is_shown(demonstration: Store) -> None:
    """Missing, draft, cannot be judged, dissent, closed words and all three bases."""
    kinds = {
        answer.status
        for key in (*CLOSED, "2026-2029/midterm")
        for answer in queries.answers.of_round(demonstration, key)
    }
    rows = demonstration.rows(
        "select bool_or(not_assessable), bool_or(dissent is not null), bool_or(closed), count(distinct basis)"
        " from assessments"
    )
    assert (kinds, rows) == ({"missing", "draft", "submitted"}, [(True, True, True, 3)])


def test_a_reorganisation_is_shown(demonstration: Store) -> None:
    """A centre merged of two and a committee split in two are compared with what they came from."""
    mid, end = (
        evaluate(demonstration, find_round(demonstration, key)).principles[0].change
        for key in ("2022-2025/midterm", "2022-2025/endterm")
    )
    assert (mid.previous_round, mid.paired, end.paired) == ("2018-2021/endterm", 13, 13)


@pytest.mark.thorough
def test_a_missing_register_comes_with_the_same_records_every_time(
    demonstration: Store, own_register: Path
) -> None:
    """The first start has something to show: made twice, it is the same to the letter."""
    again = open_register(own_register)
    tables = ("consultations", "clarifications", "assessments", "conclusions", "actions", "bodies")
    assert [again.rows(f"from {name} order by all") for name in tables] == [
        demonstration.rows(f"from {name} order by all") for name in tables
    ]
    again.close()


def test_closed_rounds_are_frozen_as_they_would_be_now(demonstration: Store) -> None:
    """By a made-up signer, on the day they closed; one is corrected."""
    closed = [each for each in queries.rounds.oldest_first(demonstration) if each.status == "closed"]
    assert len(closed) == 4
    for each in closed:
        closing = queries.closings.of_round(demonstration, each.key)
        assert closing is not None and closing.closed_at.date() == each.closes_on
        assert "opdigtet" in closing.who
        assert closing.result == as_json(evaluate(demonstration, each))
    errata = [queries.closings.errata(demonstration, each.key) for each in closed]
    assert [len(each) for each in errata] == [0, 0, 0, 1]


def test_every_round_that_was_opened_has_its_days(demonstration: Store) -> None:
    """A meeting of each body between opening and closing, on a working day, and a deadline after all of
    them began.
    """
    for each in queries.rounds.oldest_first(demonstration):
        if each.status == "planned":
            continue
        meetings = queries.meetings.of_round(demonstration, each.key)
        assert set(meetings) == {body.key for body in queries.bodies.expected(demonstration, each.key)}
        assert each.opens_on and each.closes_on and each.answers_due_on
        assert all(each.opens_on < day < each.closes_on and is_working_day(day) for day in meetings.values())
        assert each.opens_on < each.answers_due_on <= each.closes_on


def test_plans_were_agreed_before_the_start_and_one_is_still_written(demonstration: Store) -> None:
    """Those that were agreed have the day that counts as clarified; the one to come has much to look at."""
    assert demonstration.rows(
        "select count(*), bool_and(k.agreed_on = c.clarified_on and k.agreed_on < c.start_on)"
        " from clarifications k join consultations c using (consultation) where k.agreed_on is not null"
    ) == [(5, True)]
    plan = queries.clarifications.plan(demonstration, "D26-17")
    assert plan and plan.agreed_on is None
    plan_warnings = warnings(plan_facts(demonstration, plan, date(2026, 11, 28)))
    assert [each.rule.id for each in plan_warnings] == [
        "no_reason",
        "frame_not_published",
        "decision_too_soon",
        "shorter_than_usual",
        "days_off",
        "nobody_beyond",
        "effort",
    ]
