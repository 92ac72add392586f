"""Charts and papers carry how far a verdict can be relied on, what waits, and who never records it."""

import re
from dataclasses import replace
from datetime import date

import pytest

from data.database import Store
from data.models import Round
from evaluation.as_text import as_text
from evaluation.evaluate import find_round
from evaluation.findings import Measurement, Minority, PrincipleFinding, Verdict
from evaluation.snapshot import round_snapshot
from language import Words, speak
from materials.charts.answers import overview_answers, principle_answers
from materials.charts.chart import Chart, Scope
from materials.charts.facts import facts
from materials.charts.trend import trend
from materials.documents.discussion_paper.contents import Fact
from materials.documents.discussion_paper.facts_table import known, not_recorded_lines, result
from materials.documents.round_blocks import facts_table
from materials.documents.round_material import round_material
from tests.materials.test_charts import written
from tests.support.findings import answers, evaluation, finding

WAITING = Measurement(
    "feedback_given", 2, 2, 1, 1.0, "share", 0.9, None, 2, waiting=3, not_recorded=("by", "vej")
)
NAMES = {"by": "Center for By"}


def with_minority() -> PrincipleFinding:
    """Principle 1 with a minority that is marked."""
    principle = finding(1)
    return replace(principle, verdict=replace(principle.verdict, minority=Minority(3, 0, True)))


def unwrapped(chart: Chart) -> str:
    """What is written in a chart, each text on one line."""
    return re.sub(" +", " ", written(chart).replace("<br>", " "))


def test_the_overview_carries_the_marks(scope: Scope, words: Words) -> None:
    """In the picture, and in its alt text."""
    now = evaluation()
    chart = overview_answers(
        replace(now, principles=(with_minority(), *now.principles[1:])), answers(), scope, words
    )
    for text in (
        "Followed · confidence: high · minority: 3 against",
        "Partly followed · confidence: moderate",
        "Contested · confidence: low",
    ):
        assert text in chart.alt
        assert text in unwrapped(chart)


def test_a_principle_alone_carries_them_under_its_title(scope: Scope, words: Words) -> None:
    """Its title is the verdict, so the line under it says how far it can be relied on."""
    chart = principle_answers(with_minority(), answers(), scope, words)
    assert chart.subtitle.endswith("18 committees and centres asked · confidence: high · minority: 3 against")


def test_the_trend_tells_a_round_in_which_it_was_not_worked_out(scope: Scope, words: Words) -> None:
    """One frozen before, beside one with a minority."""
    older = replace(finding(1), verdict=Verdict("followed", ()))
    rounds = [
        (
            Round(
                f"{term}/midterm", term, "midterm", "closed", date(year, 1, 1), date(year, 12, 31), None, None
            ),
            f,
        )
        for term, year, f in (("2018-2021", 2018, older), ("2022-2025", 2022, with_minority()))
    ]
    chart = trend(rounds, [], scope, words)
    assert chart.table[["Confidence", "Minority"]].to_numpy().tolist() == [
        ["not worked out", "not worked out"],
        ["high", "3 against, marked"],
    ]
    assert "Followed · confidence not worked out" in unwrapped(chart)
    assert "minority: 3 against" in chart.alt


def test_facts_tell_what_waits_and_who_never_records_it(scope: Scope, words: Words) -> None:
    """In the picture, its alt text and its table; what isn't judged isn't said to have no norm."""
    chart = facts((WAITING,), replace(scope, body_names=NAMES), words)
    text = (
        "100% · not judged · norm: at least 90% (known for 2 of 3 consultations · 3 still wait: shown but not"
        " judged, because more wait than are known · Center for By and vej never record it)"
    )
    assert text in chart.alt
    assert "3 still wait" in written(chart) and "Center for By" in written(chart)
    assert chart.table[["Waiting", "Never recorded by"]].to_numpy().tolist() == [
        ["3", "Center for By and vej"]
    ]
    assert "not worked out" not in chart.footer


def test_facts_frozen_before_say_that_waiting_was_not_worked_out(scope: Scope, words: Words) -> None:
    """A dash in the table is no nought."""
    chart = facts((replace(WAITING, waiting=None, not_recorded=None),), scope, words)
    assert "Waiting and not recorded: not worked out when this round closed" in chart.footer
    assert list(chart.table["Waiting"]) == ["–"]


def test_a_paper_tells_them_too(words: Words) -> None:
    """In the table of facts and in the line under the principle."""
    assert known(WAITING, words) == "2 of 3, 3 waiting"
    assert result(WAITING, words) == "not judged: more wait than are known"
    assert list(not_recorded_lines([Fact(WAITING, WAITING, NAMES)], words)) == [
        "Participants told what came of it: Center for By and vej never record it"
    ]


@pytest.mark.parametrize(
    ("measurement", "text", "in_annex"),
    [
        (Measurement("frame_published", 0, 0, 3, None, "share", 0.9, None, 0), "no known case", None),
        (Measurement("frame_published", 9, 9, 0, 1.0, "share", None, None, 9), "only reported", None),
        (Measurement("frame_published", 9, 9, 0, 1.0, "share", 0.9, True, 9), "met", "yes"),
        (Measurement("frame_published", 1, 9, 0, 1 / 9, "share", 0.9, False, 9), "not met", "no"),
    ],
)
def test_chart_paper_and_annex_say_alike_whether_a_norm_is_met(
    demonstration: Store,
    scope: Scope,
    words: Words,
    measurement: Measurement,
    text: str,
    in_annex: str | None,
) -> None:
    """Only the annex, whose column asks a question, answers yes and no."""
    material = round_material(demonstration, find_round(demonstration, "2022-2025/endterm"))
    assert list(facts((measurement,), scope, words).table["Result"]) == [text]
    assert result(measurement, words) == text
    assert facts_table((measurement,), material, "", words).rows[-1][-1] == (in_annex or text)


def test_the_text_of_a_round_tells_all_of_it(demonstration: Store) -> None:
    """The command's words: rules, confidence, what waits and who never records it."""
    snapshot = round_snapshot(demonstration, find_round(demonstration, "2022-2025/endterm"))
    principles = tuple(replace(each, indicators=(WAITING,)) for each in snapshot.evaluation.principles)
    snapshot = replace(snapshot, evaluation=replace(snapshot.evaluation, principles=principles))
    text = as_text(snapshot, speak("da"), NAMES)
    assert text.splitlines()[2] == "Bedømt efter reglerne fra november 2026."
    assert text.count("Sikkerhed: ") == 5
    assert text.count("3 venter stadig: vises, men bedømmes ikke") == 5
    assert text.count("Center for By og vej noterer det aldrig") == 5
