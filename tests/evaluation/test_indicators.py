"""Each indicator by a few consultations: what it counts, what it leaves out, and what it cannot know."""

from datetime import date
from typing import Any

import pytest

from data.database import Store
from data.queries.response_windows import response_windows
from data.queries.selection import Selection
from tests.support.examples import IndicatorExample, WindowExample
from tests.support.registers import BODIES, ROUNDS, evaluate_rows, take_all

ROUND = "2022-2025/endterm"
START, END, DECIDED = (
    "2025-02-03",
    "2025-03-03",
    "2025-05-02",
)  # Monday, Monday, Friday; no holiday between the first two


def c(**columns: str) -> dict[str, str]:
    """A consultation that ended in the period; its key and title are made when it is used."""
    return {"start_on": START, "end_on": END, **columns}


def g(consultation: int, group: str, **flags: str) -> dict[str, str]:
    return {"consultation": f"c{consultation}", "group": group, **flags}


def facts(consultations: list[dict[str, str]], groups: list[dict[str, str]]) -> dict[str, dict[str, Any]]:
    """Every indicator of a round with these consultations, by its id."""
    numbered = [
        {"consultation": f"c{place}", "title": f"Sag {place}", **row}
        for place, row in enumerate(consultations, start=1)
    ]
    evaluation = evaluate_rows(
        {"rounds": ROUNDS, "bodies": BODIES, "consultations": numbered, "consultation_groups": groups}, ROUND
    )
    measured = [each for principle in evaluation["principles"] for each in principle["indicators"]]
    return {each["indicator"]: each for each in [*measured, *evaluation["proportionality"]["indicators"]]}


TABLE: list[IndicatorExample] = [
    IndicatorExample(
        "Published on the day of the start counts; a missing date is unknown.",
        "frame_published",
        [c(frame_published_on=START), c(frame_published_on="2025-02-04"), c()],
        [],
        (1, 2, 1, 1 / 2, False),
    ),
    IndicatorExample(
        "One of the two alone does not name the frame; that nothing is fixed does; neither is unknown.",
        "frame_named",
        [
            c(open_to_influence="Farven", not_open="Stedet"),
            c(open_to_influence="Farven"),
            c(not_open="Stedet"),
            c(nothing_fixed="yes"),
            c(nothing_fixed="no"),
        ],
        [],
        (2, 4, 1, 1 / 2, False),
    ),
    IndicatorExample(
        "Only who names what is not open is asked for a reason; without one there was none; where nothing is"
        " fixed nobody is asked.",
        "frame_reasoned",
        [
            c(not_open="Stedet", not_open_reason="Loven"),
            c(not_open="Stedet"),
            c(not_open="Stedet", nothing_fixed="yes"),
            c(),
        ],
        [],
        (1, 2, 0, 1 / 2, False),
    ),
    IndicatorExample(
        "Where everything is open, nobody is asked, and there is no share.",
        "frame_reasoned",
        [c()],
        [],
        (0, 0, 0, None, None),
    ),
    IndicatorExample(
        "A minor effect is one; unknown and empty are not known. Undecided, it waits until the decision is"
        " late, and is then not asked, nor where none is expected; without an end it is unknown.",
        "input_effect",
        [
            c(decided_on=DECIDED, effect="minor"),
            c(decided_on=DECIDED, effect="none"),
            c(decided_on=DECIDED, effect="unknown"),
            c(end_on="2025-07-01", effect="substantial"),
            c(effect="substantial"),
            c(end_on=""),
            c(decision_expected="no", effect="minor"),
        ],
        [],
        (1, 2, 2, 1 / 2, True),
        waiting=1,
    ),
    IndicatorExample(
        "Contributions are summed, so a large consultation weighs more; none of none is known but adds"
        " nothing; more answers than contributions are unknown.",
        "answered",
        [
            c(contributions="90", contributions_answered="90"),
            c(contributions="10", contributions_answered="5"),
            c(contributions="0", contributions_answered="0"),
            c(contributions="7"),
            c(contributions="2", contributions_answered="3"),
        ],
        [],
        (95, 100, 2, 95 / 100, True),
    ),
    IndicatorExample(
        "Where nobody contributed, there is no share.",
        "answered",
        [c(contributions="0", contributions_answered="0")],
        [],
        (0, 0, 0, None, None),
    ),
    IndicatorExample(
        "Told on the day counts; told before the decision is unknown; a message can still come for 90 days,"
        " and was not given after them.",
        "feedback_given",
        [
            c(decided_on=DECIDED, feedback_on=DECIDED),
            c(decided_on=DECIDED),
            c(decided_on=DECIDED, feedback_on="2025-05-01"),
            c(decided_on="2025-05-20"),
            c(decided_on="2025-05-19"),
            c(feedback_on=DECIDED),
        ],
        [],
        (1, 3, 1, 1 / 3, False),
        waiting=1,
    ),
    IndicatorExample(
        "Where nobody's date is kept, nobody can be said not to have been told.",
        "feedback_given",
        [c(decided_on=DECIDED), c(decided_on=DECIDED)],
        [],
        (0, 0, 2, None, None),
    ),
    IndicatorExample(
        "One in four is new; where it is not said, it is unknown.",
        "new_method",
        [c(new_method="yes"), c(new_method="no"), c(new_method="no"), c(new_method="no"), c()],
        [],
        (1, 4, 1, 1 / 4, True),
    ),
    IndicatorExample(
        "To start on the day of the proposal is not before it.",
        "before_proposal",
        [c(proposal_on="2025-02-04"), c(proposal_on=START), c()],
        [],
        (1, 2, 1, 1 / 2, False),
    ),
    IndicatorExample(
        "A plan's hearing counts as before where another consultation of the case had ended before the"
        " proposal; otherwise, and without a proposal, it is left out.",
        "before_proposal",
        [
            c(
                plan_kind="local_plan",
                methods="workshop;Offentlig høring",
                case_number="1",
                proposal_on=START,
            ),
            c(plan_kind="local_plan", methods="høring", case_number="2", proposal_on=START),
            c(plan_kind="local_plan", methods="høring", case_number="1"),
            c(start_on="2024-02-05", end_on="2025-02-02", case_number="1", proposal_on=START),
            c(start_on="2024-02-05", end_on=START, case_number="2"),
        ],
        [],
        (2, 2, 1, 1, True),
    ),
    IndicatorExample(
        "On the day of the decision is in time, later is not; no date is a no.",
        "in_discussion",
        [
            c(decided_on=DECIDED, presented_on=DECIDED),
            c(decided_on=DECIDED, presented_on="2025-05-03"),
            c(decided_on=DECIDED),
            c(end_on="2025-07-01", presented_on="2025-07-02"),
            c(presented_on="2025-07-02"),
        ],
        [],
        (1, 3, 0, 1 / 3, False),
        waiting=1,
    ),
    IndicatorExample(
        "Where no date is kept, nothing can be said.",
        "in_discussion",
        [c(decided_on=DECIDED), c(presented_on=DECIDED)],
        [],
        (0, 0, 1, None, None),
    ),
    IndicatorExample(
        "To start on the day of the frame decision is not after it.",
        "after_frame",
        [c(frame_decided_on="2025-02-02"), c(frame_decided_on=START), c()],
        [],
        (1, 2, 1, 1 / 2, False),
    ),
    IndicatorExample(
        "60 to 365 days are suitable, 59 are too few; a decision before the start is unknown; undecided, it"
        " waits for 365 days, and is then outside; none expected is left out.",
        "lead_days",
        [
            c(decided_on=DECIDED),
            c(decided_on="2025-04-04"),
            c(decided_on="2025-04-03"),
            c(decided_on="2025-01-01"),
            c(start_on="2024-08-18"),
            c(start_on="2024-08-17"),
            c(decision_expected="no"),
        ],
        [],
        (2, 4, 1, 1 / 2, False),
        waiting=1,
    ),
    IndicatorExample(
        "365 days are not too many, 366 are.",
        "lead_days",
        [
            c(start_on="2024-05-02", end_on="2024-06-03", decided_on=DECIDED),
            c(start_on="2024-05-01", end_on="2024-06-03", decided_on=DECIDED),
        ],
        [],
        (1, 2, 0, 1 / 2, False),
    ),
    IndicatorExample(
        "Where more wait than are known, the value is shown and not judged.",
        "lead_days",
        [c(decided_on=DECIDED), c(), c()],
        [],
        (1, 1, 0, 1, None),
        waiting=2,
    ),
    IndicatorExample(
        "28 days are enough, 27 are not; a local plan of minor importance asks for 14, a municipal plan for"
        " 56; of the recorded period and the law's the longer counts. A workshop has no period; without a"
        " listed method, or with an end before the start, it is unknown.",
        "window_days",
        [
            c(methods="høring"),
            c(methods="Nabohøring; workshop", start_on="2025-02-04"),
            c(start_on="2025-02-17", plan_kind="local_plan_minor"),
            c(plan_kind="municipal_plan"),
            c(start_on="2025-02-24", statutory_days="7"),
            c(start_on="2025-02-24", statutory_days="7", plan_kind="local_plan"),
            c(methods="workshop"),
            c(methods="noget andet"),
            c(methods="spørgeskema", start_on="2025-03-04"),
        ],
        [],
        (3, 6, 2, 1 / 2, False),
    ),
    IndicatorExample(
        "3 of 20 weekdays are exactly 15 per cent and not more; 3 of 19 are more; a weekend has no weekday;"
        " for 2005 no day off is recorded.",
        "holiday_share",
        [
            c(methods="høring", start_on="2025-04-07", end_on="2025-05-02"),
            c(methods="høring", start_on="2025-04-08", end_on="2025-05-02"),
            c(methods="høring", start_on="2025-03-01", end_on="2025-03-02"),
            c(methods="høring", start_on="2005-12-31"),
            c(methods="workshop", start_on="2025-07-01", end_on="2025-07-31"),
        ],
        [],
        (1, 2, 2, 1 / 2, False),
    ),
    IndicatorExample(
        "90 days from the end are in time, 91 are not; a decision before the end is unknown; undecided, it"
        " waits for 90 days, and is then late; none expected is left out.",
        "decision_days",
        [
            c(decided_on=DECIDED),
            c(decided_on="2025-06-01"),
            c(decided_on="2025-06-02"),
            c(decided_on="2025-03-02"),
            c(end_on="2025-05-20"),
            c(end_on="2025-05-19"),
            c(decision_expected="no"),
        ],
        [],
        (2, 4, 1, 1 / 2, False),
        waiting=1,
    ),
    IndicatorExample(
        "14 days late or early are on plan, 15 are not; without a planned end it is unknown.",
        "on_plan",
        [c(planned_end_on="2025-02-17"), c(planned_end_on="2025-03-17"), c(planned_end_on="2025-02-16"), c()],
        [],
        (2, 3, 1, 2 / 3, False),
    ),
    IndicatorExample(
        "Two groups took part, and none: the middle is one; where it is not said of any group, it is"
        " unknown.",
        "groups",
        [c(), c(), c(), c()],
        [
            g(1, "citizens", took_part="yes"),
            g(1, "boards", took_part="yes"),
            g(2, "citizens", took_part="no"),
            g(3, "citizens", sought_out="yes"),
        ],
        (None, 2, 2, 1, False),
    ),
    IndicatorExample(
        "One group that was sought out is enough; where it is not said of any group, it is unknown.",
        "sought_out",
        [c(), c(), c(), c()],
        [
            g(1, "citizens", sought_out="yes"),
            g(1, "boards", sought_out="no"),
            g(2, "boards", sought_out="no"),
            g(3, "boards", took_part="yes"),
        ],
        (1, 2, 2, 1 / 2, False),
    ),
    IndicatorExample(
        "One group beyond those affected is enough; without groups it is unknown.",
        "beyond",
        [c(), c(), c()],
        [g(1, "citizens", beyond_affected="yes"), g(2, "boards", beyond_affected="no")],
        (1, 2, 1, 1 / 2, False),
    ),
    IndicatorExample(
        "Asked only where relevant to businesses; where anybody's part is recorded, businesses without a yes"
        " did not take part.",
        "businesses",
        [
            c(businesses_relevant="yes"),
            c(businesses_relevant="yes"),
            c(businesses_relevant="yes"),
            c(businesses_relevant="no"),
            c(businesses_relevant="yes"),
        ],
        [
            g(1, "businesses", took_part="yes"),
            g(2, "citizens", took_part="yes"),
            g(3, "citizens", took_part="yes"),
            g(3, "businesses", sought_out="yes"),
            g(4, "businesses", took_part="yes"),
        ],
        (1, 3, 1, 1 / 3, True),
    ),
    IndicatorExample(
        "The day before the start is in time, the day itself is not; no date is a no; without a start it is"
        " unknown.",
        "clarified",
        [c(clarified_on="2025-02-02"), c(clarified_on=START), c(), c(start_on="", clarified_on="2025-02-02")],
        [],
        (1, 3, 1, 1 / 3, False),
    ),
    IndicatorExample(
        "Where no day of clarification is kept, nothing can be said.",
        "clarified",
        [c(), c()],
        [],
        (0, 0, 2, None, None),
    ),
    IndicatorExample(
        "2.1 and 0.9 hours: the middle of an even number; nobody taking part, and nothing stated, are"
        " unknown.",
        "hours_per_participant",
        [
            c(hours_spent="10,5", participants="5"),
            c(hours_spent="9", participants="10"),
            c(hours_spent="4", participants="0"),
            c(),
        ],
        [],
        (None, 2, 2, 1.5, None),
    ),
    IndicatorExample(
        "60 hours are small, more are not; 250 are medium, more are large; without scale or hours it is"
        " unknown.",
        "scale_fit",
        [
            c(scale="small", hours_spent="60"),
            c(scale="small", hours_spent="60,5"),
            c(scale="medium", hours_spent="250"),
            c(scale="medium", hours_spent="60"),
            c(scale="large", hours_spent="251"),
            c(scale="large", hours_spent="250"),
            c(scale="large"),
            c(hours_spent="5"),
        ],
        [],
        (3, 6, 2, 1 / 2, False),
    ),
]


@pytest.mark.parametrize("example", TABLE, ids=[f"{row.indicator}-{n}" for n, row in enumerate(TABLE)])
def test_by_hand(example: IndicatorExample) -> None:
    """Numerator, denominator, unknown and waiting consultations, value and whether the norm is met, all
    reckoned by hand.
    """
    indicator = facts(example.consultations, example.groups)[example.indicator]
    assert tuple(
        indicator[name] for name in ("numerator", "denominator", "unknown", "value", "met", "waiting")
    ) == pytest.approx((*example.expected, example.waiting))


WINDOWS = [
    WindowExample(
        "Thursday to Thursday: 1 May is no public holiday, and Store bededag is gone.",
        "2025-05-01",
        "2025-05-08",
        0 / 6,
    ),
    WindowExample(
        "The same week two years before: Store bededag on Friday 5 May.", "2023-05-01", "2023-05-08", 1 / 6
    ),
    WindowExample(
        "Easter: Thursday, Friday and Easter Monday; Easter Sunday is a weekend.",
        "2025-04-14",
        "2025-04-21",
        3 / 6,
    ),
    WindowExample(
        "Monday 30 June to Sunday: Tuesday to Friday lie in July.", "2025-06-30", "2025-07-06", 4 / 5
    ),
    WindowExample("One day, a weekday in July.", "2025-07-01", "2025-07-01", 1 / 1),
    WindowExample(
        "From the 23rd to the 31st of December: the 24th, the 27th, the 30th and the 31st are days off beside"
        " the two public holidays, each counted once.",
        "2024-12-23",
        "2024-12-31",
        6 / 7,
    ),
    WindowExample("The winter holiday of week 7.", "2025-02-10", "2025-02-14", 5 / 5),
    WindowExample("A weekend has no weekday.", "2025-03-01", "2025-03-02", None),
]


@pytest.mark.parametrize("window", WINDOWS, ids=[window.start for window in WINDOWS])
def test_days_off_by_the_calendar(empty: Store, window: WindowExample) -> None:
    """Of the weekdays from start to end, those on which people are away; counted on a calendar by hand."""
    row = {"consultation": "c1", "title": "Sag", "start_on": window.start, "end_on": window.end}
    take_all(empty, {"consultations": [row]})
    period = Selection(date(2022, 1, 1), date(2025, 12, 31))
    lost_share = response_windows(empty, period, {"window_default_days": 28})["c1"].lost_share
    assert lost_share == (None if window.share is None else pytest.approx(window.share))


SILENT = {
    "feedback_given": {"decided_on": DECIDED},
    "in_discussion": {"decided_on": DECIDED},
    "frame_named": {},
    "frame_reasoned": {"not_open": "Stedet"},
}


@pytest.mark.parametrize("indicator", SILENT)
def test_a_centre_that_records_nothing_is_named(indicator: str) -> None:
    """From three cases on, where none of them says anything; its values stay as they are."""
    say: dict[str, dict[str, str]] = {
        "feedback_given": {"feedback_on": DECIDED},
        "in_discussion": {"presented_on": DECIDED},
        "frame_named": {"open_to_influence": "Farven"},
        "frame_reasoned": {"not_open_reason": "Loven"},
    }
    silent = SILENT[indicator]
    of_three = [c(centre="by", **silent)] * 3
    assert facts(of_three, [])[indicator]["not_recorded"] == ["by"]
    assert facts(of_three[1:], [])[indicator]["not_recorded"] == []
    assert facts([*of_three, c(centre="by", **silent, **say[indicator])], [])[indicator]["not_recorded"] == []
    assert facts([c(**silent)] * 3, [])[indicator]["not_recorded"] == []


@pytest.mark.parametrize(
    ("start", "end", "met"), [("2017-06-14", "2017-07-12", 0), ("2017-06-15", "2017-07-13", 1)]
)
def test_the_statutory_period_is_that_of_the_day_it_started(start: str, end: str, met: int) -> None:
    """28 days for a local plan: too few by the law before the reform, enough from its first day on."""
    rounds = [
        {
            "round": "2018-2021/midterm",
            "term": "2018-2021",
            "kind": "midterm",
            "period_from": "2017-01-01",
            "period_to": "2019-12-31",
            "opens_on": "2020-01-15",
            "status": "open",
        }
    ]
    row = {"consultation": "c1", "title": "Sag", "start_on": start, "end_on": end, "plan_kind": "local_plan"}
    evaluation = evaluate_rows(
        {"rounds": rounds, "bodies": BODIES, "consultations": [row]}, "2018-2021/midterm"
    )
    (window,) = [
        each for each in evaluation["principles"][3]["indicators"] if each["indicator"] == "window_days"
    ]
    assert (window["numerator"], window["denominator"]) == (met, 1)


def test_hours_per_participant_by_scale() -> None:
    """Each planned scale apart; a consultation without a scale is in none of them."""
    rows = [
        c(scale="small", hours_spent="10", participants="10"),
        c(scale="small", hours_spent="30", participants="10"),
        c(scale="large", participants="10"),
        c(hours_spent="900", participants="10"),
    ]
    assert facts(rows, [])["hours_per_participant"]["by_scale"] == {
        "small": {"denominator": 2, "unknown": 0, "value": 2.0},
        "medium": {"denominator": 0, "unknown": 0, "value": None},
        "large": {"denominator": 0, "unknown": 1, "value": None},
    }


def test_a_band_is_written_as_two_numbers() -> None:
    """The days from start to decision have two ends, others one limit or none."""
    bands = {name: fact["band"] for name, fact in facts([c()], []).items() if fact["band"] is not None}
    assert bands == {
        "lead_days": [60.0, 365.0],
        "holiday_share": 0.15,
        "decision_days": 90.0,
        "on_plan": 14.0,
    }
