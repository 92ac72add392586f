"""Each indicator by a few consultations: what it counts, what it leaves out, and what it cannot know."""

from typing import Any

import pytest

from tests.support.registers import BODIES, ROUNDS, evaluate_rows

ROUND = "2022-2025/endterm"
Facts = tuple[int | None, int, int, float | None, bool | None]
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
    found = evaluate_rows(
        {"rounds": ROUNDS, "bodies": BODIES, "consultations": numbered, "consultation_groups": groups}, ROUND
    )
    measured = [each for principle in found["principles"] for each in principle["indicators"]]
    return {each["indicator"]: each for each in [*measured, *found["proportionality"]["indicators"]]}


TABLE: list[tuple[str, list[dict[str, str]], list[dict[str, str]], Facts]] = [
    # Published on the day of the start counts; a missing date is unknown.
    (
        "frame_published",
        [c(frame_published_on=START), c(frame_published_on="2025-02-04"), c()],
        [],
        (1, 2, 1, 1 / 2, False),
    ),
    # Only who names what is not open is asked for a reason; without one there was none.
    (
        "frame_reasoned",
        [c(not_open="Stedet", not_open_reason="Loven"), c(not_open="Stedet"), c()],
        [],
        (1, 2, 0, 1 / 2, False),
    ),
    ("frame_reasoned", [c()], [], (0, 0, 0, None, None)),
    # A minor effect is one; unknown and empty are not known; an undecided consultation is not asked.
    (
        "input_effect",
        [
            c(decided_on=DECIDED, effect="minor"),
            c(decided_on=DECIDED, effect="none"),
            c(decided_on=DECIDED, effect="unknown"),
            c(effect="substantial"),
        ],
        [],
        (1, 2, 1, 1 / 2, True),
    ),
    # Contributions are summed, so a large consultation weighs more; nought of nought is known but adds
    # nothing.
    (
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
    ("answered", [c(contributions="0", contributions_answered="0")], [], (0, 0, 0, None, None)),
    # Told on the day counts; told before the decision tells nothing; a decided one without a date was not
    # told.
    (
        "feedback_given",
        [
            c(decided_on=DECIDED, feedback_on=DECIDED),
            c(decided_on=DECIDED),
            c(decided_on=DECIDED, feedback_on="2025-05-01"),
            c(feedback_on=DECIDED),
        ],
        [],
        (1, 2, 1, 1 / 2, False),
    ),
    # Where nobody's date is kept, nobody can be said not to have been told.
    ("feedback_given", [c(decided_on=DECIDED), c(decided_on=DECIDED)], [], (0, 0, 2, None, None)),
    (
        "new_method",
        [c(new_method="yes"), c(new_method="no"), c(new_method="no"), c(new_method="no"), c()],
        [],
        (1, 4, 1, 1 / 4, True),
    ),
    # On the day of the proposal is not before it.
    (
        "before_proposal",
        [c(proposal_on="2025-02-04"), c(proposal_on=START), c()],
        [],
        (1, 2, 1, 1 / 2, False),
    ),
    # On the day of the frame decision is not after it.
    (
        "after_frame",
        [c(frame_decided_on="2025-02-02"), c(frame_decided_on=START), c()],
        [],
        (1, 2, 1, 1 / 2, False),
    ),
    # 88 days and 60 days: the middle of an even number; a decision before the start is unknown.
    (
        "lead_days",
        [c(decided_on=DECIDED), c(decided_on="2025-04-04"), c(decided_on="2025-01-01"), c()],
        [],
        (None, 2, 2, 74, True),
    ),
    ("lead_days", [c(decided_on="2025-04-04")], [], (None, 1, 0, 60, True)),
    ("lead_days", [c(decided_on="2025-04-03")], [], (None, 1, 0, 59, False)),
    (
        "lead_days",
        [c(start_on="2024-05-02", end_on="2024-06-03", decided_on=DECIDED)],
        [],
        (None, 1, 0, 365, True),
    ),
    (
        "lead_days",
        [c(start_on="2024-05-01", end_on="2024-06-03", decided_on=DECIDED)],
        [],
        (None, 1, 0, 366, False),
    ),
    # 28 days are enough, 27 are not; a local plan asks for 28, one of minor importance for 14; what is
    # recorded goes first.
    (
        "window_days",
        [
            c(),
            c(start_on="2025-02-04"),
            c(start_on="2025-02-17", plan_kind="local_plan_minor"),
            c(plan_kind="municipal_plan"),
            c(start_on="2025-02-24", statutory_days="7"),
            c(start_on="2025-03-04"),
        ],
        [],
        (3, 5, 1, 3 / 5, False),
    ),
    # Before the reform of 2017 every plan proposal had eight weeks, which 28 days are not.
    ("decision_days", [c(decided_on=DECIDED), c(decided_on="2025-03-01"), c()], [], (None, 1, 2, 60, True)),
    (
        "on_plan",
        [c(planned_end_on="2025-02-17"), c(planned_end_on="2025-03-17"), c(planned_end_on="2025-02-16"), c()],
        [],
        (2, 3, 1, 2 / 3, False),
    ),
    (
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
    (
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
    (
        "beyond",
        [c(), c(), c()],
        [g(1, "citizens", beyond_affected="yes"), g(2, "boards", beyond_affected="no")],
        (1, 2, 1, 1 / 2, True),
    ),
    # Asked only where relevant; groups without a business are groups without businesses; an empty flag is not
    # known.
    (
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
        (1, 2, 2, 1 / 2, True),
    ),
    (
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
    # 60 hours are small, more are not; 250 are medium, more are large.
    (
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


@pytest.mark.parametrize(
    ("indicator", "consultations", "groups", "expected"),
    TABLE,
    ids=[f"{row[0]}-{n}" for n, row in enumerate(TABLE)],
)
def test_by_hand(
    indicator: str, consultations: list[dict[str, str]], groups: list[dict[str, str]], expected: Facts
) -> None:
    """Numerator, denominator, unknown consultations, value and whether the norm is met, all reckoned by
    hand.
    """
    found = facts(consultations, groups)[indicator]
    assert tuple(
        found[name] for name in ("numerator", "denominator", "unknown", "value", "met")
    ) == pytest.approx(expected)


WINDOWS = [
    # Thursday 1 May to Thursday 8 May 2025: no public holiday (Store bededag is gone; 1 May is none).
    ("2025-05-01", "2025-05-08", 0 / 8),
    # The same week of 2023: Store bededag on Friday 5 May.
    ("2023-05-01", "2023-05-08", 1 / 8),
    # Easter 2025, Monday 14 to Monday 21 April: Thursday, Friday and Easter Monday; Easter Sunday is a
    # weekend.
    ("2025-04-14", "2025-04-21", 3 / 8),
    # Monday 30 June to Sunday 6 July 2025: Tuesday to Friday lie in July.
    ("2025-06-30", "2025-07-06", 4 / 7),
    # One day, a weekday in July.
    ("2025-07-01", "2025-07-01", 1 / 1),
    # Christmas 2024 on Wednesday and Thursday; the 24th is a working day, and so is the 31st.
    ("2024-12-23", "2024-12-31", 2 / 9),
]


@pytest.mark.parametrize(("start", "end", "share"), WINDOWS)
def test_holidays_by_the_calendar(start: str, end: str, share: float) -> None:
    """Of the days from start to end, those that are free beyond weekends; counted on a calendar by hand."""
    rounds = [{**ROUNDS[1], "period_from": "2022-01-01", "period_to": "2025-12-31"}]
    row = {"consultation": "c1", "title": "Sag", "start_on": start, "end_on": end}
    found = evaluate_rows({"rounds": rounds, "bodies": BODIES, "consultations": [row]}, ROUND)
    (holidays,) = [
        each for each in found["principles"][3]["indicators"] if each["indicator"] == "holiday_share"
    ]
    assert holidays["value"] == pytest.approx(share)


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
    found = evaluate_rows({"rounds": rounds, "bodies": BODIES, "consultations": [row]}, "2018-2021/midterm")
    (window,) = [each for each in found["principles"][3]["indicators"] if each["indicator"] == "window_days"]
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
    """The norm of the days from start to decision has two ends."""
    assert facts([c()], [])["lead_days"]["norm"] == [60.0, 365.0]
