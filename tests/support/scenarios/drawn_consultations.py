"""Random consultations and the groups that took part: dates on edges or missing, words, effort, methods."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.support.scenarios.rows import Row, row
from tests.support.scenarios.values import (
    ANSWERS,
    CASE_NUMBERS,
    FLAGS,
    GROUPS,
    METHODS,
    STATUTORY,
    TURNING_DAYS,
)


@st.composite
def consultation_rows(
    draw: st.DrawFn, edges: list[date], rounds: list[Row], chosen: Row, bodies: list[Row]
) -> list[Row]:
    """None to twelve consultations most in the chosen round, whose dates lie on edges or near each other,
    are missing, or in the wrong order.
    """
    rows = []
    period_from, period_to = (
        date.fromisoformat(chosen["period_from"]),
        date.fromisoformat(chosen["period_to"]),
    )
    within = [
        edge for edge in edges if period_from - timedelta(days=28) <= edge <= period_to + timedelta(days=28)
    ]
    turning = [day for day in TURNING_DAYS if period_from <= day <= period_to]
    as_of = date.fromisoformat(chosen["opens_on"] or chosen["period_to"])
    waiting = [as_of - timedelta(days=days) for days in (-1, 0, 29, 30, 31, 60, 89, 90, 91, 364, 365, 366)]
    late = after_closing(rounds, chosen)
    starts = (*within, *within, *turning, *waiting, *late, *edges[::4], None, None)
    is_kept = {
        column: draw(st.sampled_from((True, True, False)))
        for column in ("feedback_on", "presented_on", "clarified_on")
    }
    centres = ["", *[body["body"] for body in bodies if body["level"] == "centre"][:2]]
    for place in range(draw(st.sampled_from((0, 1, 2, 3, 4, 6, 8, 10, 12)))):
        start = draw(st.sampled_from(starts))
        end = draw(days_after(start, 0, 1, 4, 13, 14, 27, 28, 28, 30, 55, 56, 90) | st.sampled_from(starts))
        if draw(st.booleans()) and late:
            end = draw(st.sampled_from(late))
        nearby = end or start or period_to
        around = days_after(nearby, -20, -1, 0, 1, 30, 89, 90, 91)
        decided = draw(around | around | st.just(as_of) | st.none() | st.none())
        feedback = draw(days_after(decided or nearby, -1, 0, 0, 1, 30) | st.none())
        presented = draw(days_after(decided or nearby, -30, -1, 0, 1) | st.none())
        clarified = draw(days_after(start or nearby, -30, -1, 0, 1) | st.none())
        rows.append(
            row(
                consultation=f"c{place}",
                title=f"Inddragelse {place}",
                start_on=start,
                end_on=end,
                frame_decided_on=draw(days_after(start, -30, -1, 0, 1) | st.none()),
                frame_published_on=draw(st.just(start) | around),
                planned_end_on=draw(days_after(end, -31, -30, -15, -14, -3, 0, 4, 14, 15) | st.none()),
                proposal_on=draw(st.just(start) | around),
                decided_on=decided,
                # Where feedback is not kept, only what is still undecided has a day of it.
                feedback_on=feedback if is_kept["feedback_on"] or decided is None else None,
                presented_on=presented if is_kept["presented_on"] or decided is None else None,
                clarified_on=clarified if is_kept["clarified_on"] or start is None else None,
                decision_expected=draw(st.sampled_from(("", "", "", "yes", "no"))),
                case_number=draw(st.sampled_from(CASE_NUMBERS)),
                methods=draw(st.sampled_from(METHODS)),
                centre=draw(st.sampled_from(centres)),
                effect=draw(st.sampled_from(("minor", "substantial", "none", "unknown", ""))),
                statutory_days=draw(st.sampled_from((None, None, None, 14, 28, 56))),
                plan_kind=draw(
                    st.sampled_from(("", *(norm.removeprefix("statutory_") for norm in STATUTORY)))
                ),
                run_by_municipality=draw(st.sampled_from(("", "yes", "yes", "no"))),
                removed_at=draw(st.sampled_from(("", "", "", "", "2024-01-01 12:00:00"))),
                source=draw(st.sampled_from(("", "", "", "demonstration"))),
                **draw(some_words()),
                **draw(some_effort()),
            )
        )
    return rows


def after_closing(rounds: list[Row], chosen: Row) -> list[date]:
    """Days on and after the closing of closed rounds up to the chosen one, within their periods."""
    days = []
    for each in rounds:
        if each["status"] == "closed" and each["closes_on"] and each["period_from"] <= chosen["period_from"]:
            closed, last = date.fromisoformat(each["closes_on"]), date.fromisoformat(each["period_to"])
            days += [closed + timedelta(days=days) for days in (0, 1, 2, 20)] if closed < last else []
            days += [last] if closed < last else []
    return days


def days_after(day: date | None, *numbers: int) -> st.SearchStrategy[date | None]:
    """A day so many days after another, or before it; none where there is no other."""
    return st.sampled_from(numbers).map(lambda days: day and day + timedelta(days=days))


@st.composite
def some_words(draw: st.DrawFn) -> dict[str, Any]:
    """What was not open and why, what came in and was answered, whether the way was new and businesses
    concerned; each perhaps blank.
    """
    place, why = draw(
        st.sampled_from(
            (("", ""), ("", "Loven"), ("Stedet", ""), ("Stedet", "Loven"), ("Stedet", " "), (" ", "Loven"))
        )
    )
    contributions = draw(st.sampled_from((None, 0, 1, 2, 10, 20, 200)))
    open_to, nothing_fixed = (
        draw(st.sampled_from(("Farven", "", " "))),
        draw(st.sampled_from(("", "", "no", "yes"))),
    )
    count = contributions if contributions is not None else 10
    return {
        "open_to_influence": open_to,
        "nothing_fixed": nothing_fixed,
        "not_open": place,
        "not_open_reason": why,
        "contributions": contributions,
        "contributions_answered": draw(st.sampled_from((count, count, count // 2, 0, count + 1, None))),
        "new_method": draw(st.sampled_from(("yes", "no", ""))),
        "businesses_relevant": draw(st.sampled_from(("yes", "yes", "no", ""))),
    }


@st.composite
def some_effort(draw: st.DrawFn) -> dict[str, Any]:
    """The planned scale, hours at and beside the edges of the scales, and who came; each perhaps unknown,
    and perhaps nobody came.
    """
    hours = ("0", "0.5", "19.75", "20", "20.1", "59.99", "60", "60.5", "249.5", "250", "250.25", "1200", "")
    return {
        "scale": draw(st.sampled_from(("small", "medium", "large", ""))),
        "hours_spent": draw(st.sampled_from(hours)),
        "participants": draw(st.sampled_from((0, 1, 3, 12, 40, 350, None))),
    }


@st.composite
def group_rows(draw: st.DrawFn, consultations: list[Row]) -> list[Row]:
    """Some groups of some consultations, with yes, no or nothing known."""
    rows = []
    for consultation in consultations:
        for group in draw(st.lists(st.sampled_from(GROUPS), max_size=3, unique=True)):
            sought_out, took_part, beyond = draw(st.sampled_from(FLAGS))
            key = consultation["consultation"]
            rows.append(
                row(
                    consultation=key,
                    group=group,
                    sought_out=sought_out,
                    took_part=took_part,
                    beyond_affected=beyond,
                )
            )
    return rows


@st.composite
def experience_rows(draw: st.DrawFn, consultations: list[Row]) -> list[Row]:
    """What participants answered: none, or rows of some questions, of another day or source perhaps too."""
    keys = [consultation["consultation"] for consultation in consultations]
    if not keys or draw(st.booleans()):
        return []
    places = st.tuples(
        st.sampled_from(keys),
        st.sampled_from(("1", "2", "3", "4", "5", "meaningful")),
        st.sampled_from(("", "", "2024-05-01", "2025-06-02")),
        st.sampled_from(("", "", "papir", "2024-05-01", "net: skema")),
    )
    rows = []
    for consultation, principle, asked_on, source in draw(st.lists(places, max_size=16, unique=True)):
        n1, n2, n3, n4, n5, dont_know = draw(st.sampled_from(ANSWERS))
        counts = {"n1": n1 or None, "n2": n2, "n3": n3, "n4": n4, "n5": n5, "dont_know": dont_know}
        rows.append(
            row(consultation=consultation, principle=principle, asked_on=asked_on, **counts, source=source)
        )
    return rows
