"""Random registers: rounds that follow each other, bodies that come and go, and all that is recorded."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.support.scenarios.drawn_assessments import assessment_rows, conclusion_rows
from tests.support.scenarios.drawn_consultations import consultation_rows, experience_rows, group_rows
from tests.support.scenarios.drawn_norms import day_off_rows, method_rows, norm_rows, principle_rows
from tests.support.scenarios.rows import MID_1, PERIODS, TERMS, Records, Row, row
from tests.support.scenarios.values import ROUND_CHOICES, SHAPES


@st.composite
def registers(draw: st.DrawFn) -> tuple[Records, str]:
    """A random register and one of its rounds: bodies that come and go, records with gaps, norms at two
    dates.
    """
    rounds = draw(round_rows())
    chosen = draw(st.sampled_from([*rounds[::-1], *rounds[-1:] * 4]))
    edges = draw(edge_days(rounds))
    bodies = draw(body_rows(edges, rounds, chosen))
    consultations = draw(consultation_rows(edges, rounds, chosen, bodies))
    records = {
        "terms": TERMS,
        "rounds": rounds,
        "bodies": bodies,
        "consultations": consultations,
        "consultation_groups": draw(group_rows(consultations)),
        "experiences": draw(experience_rows(consultations)),
        "assessments": draw(assessment_rows(rounds, bodies, consultations)),
        "conclusions": draw(conclusion_rows(rounds)),
        "actions": [],
        "norms": draw(norm_rows(edges)),
        "principles": draw(principle_rows(edges)),
        "days_off": draw(day_off_rows(edges)),
        "methods": draw(method_rows()),
    }
    return records, chosen["round"]


@st.composite
def round_rows(draw: st.DrawFn) -> list[Row]:
    """One to four rounds that follow each other; some open within their period, some are closed in it, some
    have no opening day.
    """
    rows = []
    for key in draw(st.sampled_from(ROUND_CHOICES)):
        period_from, period_to = PERIODS[key]
        if key == MID_1:
            period_from = draw(
                st.sampled_from((period_from, "2017-05-01"))
            )  # so that it holds the reform of the law
        after_days = draw(st.sampled_from((None, -300, -135, -135, 0, 15, 200)))
        opens_on = None if after_days is None else date.fromisoformat(period_to) + timedelta(days=after_days)
        rows.append(
            row(
                round=key,
                term=key.split("/")[0],
                kind=key.split("/")[1],
                period_from=period_from,
                period_to=period_to,
                opens_on=opens_on,
                closes_on=opens_on and opens_on + timedelta(days=100),
                status=draw(st.sampled_from(("open", "open", "planned", "closed", "closed"))),
            )
        )
    return rows


@st.composite
def edge_days(draw: st.DrawFn, rounds: list[Row]) -> list[date]:
    """Days on which something turns: edges of periods and opening days, the days beside them, and a few
    others.
    """
    edges = {
        date.fromisoformat(each[column])
        for each in rounds
        for column in ("period_from", "period_to", "opens_on", "closes_on")
        if each[column]
    }
    beside = {edge + timedelta(days=days) for edge in edges for days in (-1, 1, 28, -28)}
    others = draw(st.lists(st.dates(date(2018, 1, 1), date(2026, 6, 30)), max_size=6))
    return sorted(edges | beside | set(others))


@st.composite
def body_rows(draw: st.DrawFn, edges: list[date], rounds: list[Row], chosen: Row) -> list[Row]:
    """None to eight bodies, reorganised up to twice, mostly since the round before the chosen one."""
    opening_days = [date.fromisoformat(each["opens_on"] or each["period_to"]) for each in rounds]
    place = rounds.index(chosen)
    since = opening_days[max(0, place - 1)]
    turns = [edge for edge in edges if since < edge <= opening_days[place]] + [
        since,
        since + timedelta(days=1),
        opening_days[place],
    ]
    first, second = sorted((draw(st.sampled_from(turns)), draw(st.sampled_from((*turns, *edges[::3])))))
    rows = []
    for level in ("committee", "centre"):
        shape = draw(st.sampled_from((*SHAPES, *SHAPES[2:])))
        others = draw(st.integers(0, 4 - len(shape)))
        for number, (life, forerunners) in enumerate(shape + (("always", ()),) * others):
            begins, ends = draw(a_span(life, (first, second), edges))
            rows.append(
                row(
                    body=f"{level}_{number}",
                    level=level,
                    name=f"{level} {number}",
                    active_from=begins,
                    active_to=ends,
                    succeeds=";".join(f"{level}_{forerunner}" for forerunner in forerunners),
                )
            )
    return rows


@st.composite
def a_span(
    draw: st.DrawFn, life: str, turns: tuple[date, date], edges: list[date]
) -> tuple[date | None, date | None]:
    """From when until when a body exists, each perhaps open, never the wrong way round."""
    first, second = turns
    day = timedelta(days=1)
    if life == "whenever":
        begins, ends = sorted((draw(st.sampled_from(edges)), draw(st.sampled_from(edges))))
        return draw(st.sampled_from(((begins, None), (None, ends), (begins, ends))))
    return {
        "always": (None, None),
        "until the first": (None, first - day),
        "between the two": (first, max(first, second - day)),
        "until the second": (None, second - day),
        "from the first": (first, None),
        "from the second": (second, None),
    }[life]
