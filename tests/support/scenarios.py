"""Registers to evaluate, as rows of exchange files: random ones, and one small enough to work out by hand."""

from datetime import date, timedelta
from itertools import product
from typing import Any

from hypothesis import strategies as st

Row = dict[str, str]
Records = dict[str, list[Row]]

TERMS: list[Row] = [
    {"term": "2018-2021", "starts_on": "2018-01-01", "ends_on": "2021-12-31"},
    {"term": "2022-2025", "starts_on": "2022-01-01", "ends_on": "2025-12-31"},
]
PERIODS = {
    "2018-2021/midterm": ("2018-01-01", "2019-12-31"),
    "2018-2021/endterm": ("2020-01-01", "2021-12-31"),
    "2022-2025/midterm": ("2022-01-01", "2023-12-31"),
    "2022-2025/endterm": ("2024-01-01", "2025-12-31"),
}
RULES = {
    "coverage_min": ("0.5", "0.5", "0.3", "0.75"),
    "contested_gap": ("2", "2", "1", "4"),
    "contested_agreement": ("0", "0.75", "1", "-0.3"),
    "followed_median": ("4", "3"),
    "not_followed_median": ("2", "1"),
    "contradiction_share": ("0.5", "0", "1"),
    "window_default_days": ("28", "14", "30"),
    "on_plan_days": ("14", "3", "30"),
    "scale_small_max_hours": ("60", "20"),
    "scale_medium_max_hours": ("250", "60"),
}
INDICATOR_NORMS = {
    "frame_published": ("0.9", "0.5"),
    "frame_reasoned": ("0.9", "0.5"),
    "input_effect": ("0.5", "1"),
    "answered": ("0.95", "0.5"),
    "feedback_given": ("0.9", "0.5"),
    "new_method": ("0.2", "0.5"),
    "before_proposal": ("0.6", "0.3"),
    "after_frame": ("0.9", "0.5"),
    "lead_days_min": ("60", "14"),
    "lead_days_max": ("365", "90", "60"),
    "window_days": ("0.9", "0.5"),
    "holiday_share": ("0.15", "0"),
    "decision_days": ("90", "30"),
    "on_plan": ("0.8", "0.5"),
    "groups": ("3", "1"),
    "sought_out": ("0.6", "0.5"),
    "beyond": ("0.5", "1"),
    "businesses": ("0.3", "0.5"),
    "scale_fit": ("0.8", "0.5"),
}
# The law's periods by kind of plan: the days asked for long ago, and those asked for since a later day.
STATUTORY = {
    "statutory_municipal_plan": ("56", "56"),
    "statutory_municipal_plan_minor": ("56", "28"),
    "statutory_local_plan": ("56", "28"),
    "statutory_local_plan_minor": ("56", "14"),
}
REFORM = date(2017, 6, 15)
UNITS = {
    "contested_gap": "steps",
    "contested_agreement": "A",
    "followed_median": "rating",
    "not_followed_median": "rating",
    "window_default_days": "days",
    "lead_days_min": "days",
    "lead_days_max": "days",
    "decision_days": "days",
    "on_plan_days": "days",
    "groups": "groups",
    "scale_small_max_hours": "hours",
    "scale_medium_max_hours": "hours",
}
# Which of the rounds a register has; a round may be missing between two others.
MID_1, END_1, MID_2, END_2 = PERIODS
ROUND_CHOICES = (
    (MID_1,),
    (MID_2,),
    (MID_2, END_2),
    (END_1, MID_2),
    (MID_1, END_2),
    (MID_1, END_1, MID_2),
    (END_1, MID_2, END_2),
    (MID_1, MID_2, END_2),
    (MID_1, END_1, MID_2, END_2),
    (MID_1, END_1, MID_2, END_2),
)
# How the bodies of one level live beside two reorganisations: each body's life, and which ones before it in
# the shape it took over from.
SHAPES: tuple[tuple[tuple[str, tuple[int, ...]], ...], ...] = (
    (),
    (("always", ()),),
    (("always", ()), ("always", ()), ("always", ())),
    (("always", ()), ("always", (0,))),  # beside the body it took over from
    (("until the first", ()), ("until the first", ()), ("from the first", (0, 1))),  # a merge
    (("until the first", ()), ("from the first", (0,)), ("from the first", (0,))),  # a split
    (("until the first", ()), ("between the two", (0,)), ("from the second", (1,))),  # a chain
    (
        ("until the first", ()),
        ("until the second", ()),
        ("between the two", (0,)),
        ("from the second", (1, 2)),
    ),
    (("until the first", ()), ("until the second", ()), ("always", (0,)), ("from the second", (0, 1))),
    (("whenever", ()), ("whenever", (0,)), ("whenever", (0, 1))),
)
GROUPS = ("citizens", "businesses", "young people")
# What a row says of a group: sought out, took part, beyond those affected. Taking part is known more often
# than not.
FLAGS = tuple(product(("yes", "no", ""), ("yes", "yes", "no", ""), ("yes", "no", "")))
# Easter Sundays, as the calendars print them.
EASTERS = [
    date(2017, 4, 16),
    date(2018, 4, 1),
    date(2019, 4, 21),
    date(2020, 4, 12),
    date(2021, 4, 4),
    date(2022, 4, 17),
    date(2023, 4, 9),
    date(2024, 3, 31),
    date(2025, 4, 20),
    date(2026, 4, 5),
]
# Days on which a window starts or stops to hold holidays: Maundy Thursday to Easter Monday; Store bededag, 26
# days after Easter, a holiday for the last time in 2023; July; Christmas and New Year. And the days around
# the reform of the law.
TURNING_DAYS = sorted(
    {easter + timedelta(days=days) for easter in EASTERS for days in (-4, -3, 0, 1, 2, 25, 26, 27)}
    | {
        date(easter.year, *day)
        for easter in EASTERS
        for day in ((6, 30), (7, 1), (7, 31), (8, 1), (12, 24), (12, 31))
    }
    | {REFORM + timedelta(days=days) for days in (-2, -1, 0, 1)}
)
# What a level leans towards, so that every verdict comes about often.
LEANINGS = ((1, 2, 3, 4, 5), (4, 5), (4,), (1, 2), (2, 1, 1), (3, 4), (3,), (1, 5), (2, 3))


def row(**columns: Any) -> Row:
    """One row of an exchange file: every cell a text."""
    return {column: "" if cell is None else str(cell) for column, cell in columns.items()}


@st.composite
def registers(draw: st.DrawFn) -> tuple[Records, str]:
    """A random register and one of its rounds: bodies that come and go, records with gaps, norms at two
    dates.
    """
    rounds = draw(round_rows())
    chosen = draw(st.sampled_from([*rounds[::-1], *rounds[-1:] * 4]))
    edges = draw(edge_days(rounds))
    bodies = draw(body_rows(edges, rounds, chosen))
    consultations = draw(consultation_rows(edges, chosen))
    records = {
        "terms": TERMS,
        "rounds": rounds,
        "bodies": bodies,
        "consultations": consultations,
        "consultation_groups": draw(group_rows(consultations)),
        "assessments": draw(assessment_rows(rounds, bodies, consultations)),
        "conclusions": draw(conclusion_rows(rounds)),
        "actions": [],
        "norms": draw(norm_rows(edges)),
        "principles": draw(principle_rows(edges)),
    }
    return records, chosen["round"]


@st.composite
def round_rows(draw: st.DrawFn) -> list[Row]:
    """One to four rounds that follow each other; some open within their period, some have no opening day."""
    rows = []
    for key in draw(st.sampled_from(ROUND_CHOICES)):
        period_from, period_to = PERIODS[key]
        if key == MID_1:
            period_from = draw(
                st.sampled_from((period_from, "2017-05-01"))
            )  # so that it holds the reform of the law
        after_days = draw(st.sampled_from((None, -135, 0, 15, 200)))
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
                status=draw(st.sampled_from(("open", "open", "planned"))),
            )
        )
    return rows


@st.composite
def edge_days(draw: st.DrawFn, rounds: list[Row]) -> list[date]:
    """Days on which something turns: edges of periods and opening days, the days beside them, and a few
    others.
    """
    edges = {
        date.fromisoformat(held[column])
        for held in rounds
        for column in ("period_from", "period_to", "opens_on")
        if held[column]
    }
    beside = {edge + timedelta(days=days) for edge in edges for days in (-1, 1, 28, -28)}
    others = draw(st.lists(st.dates(date(2018, 1, 1), date(2026, 6, 30)), max_size=6))
    return sorted(edges | beside | set(others))


@st.composite
def body_rows(draw: st.DrawFn, edges: list[date], rounds: list[Row], chosen: Row) -> list[Row]:
    """None to eight bodies, reorganised up to twice, mostly since the round before the chosen one."""
    opening_days = [date.fromisoformat(held["opens_on"] or held["period_to"]) for held in rounds]
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


@st.composite
def consultation_rows(draw: st.DrawFn, edges: list[date], chosen: Row) -> list[Row]:
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
    starts = (*within, *within, *turning, *edges[::4], None, None)
    feedback_is_kept = draw(st.sampled_from((True, True, False)))
    for place in range(draw(st.sampled_from((0, 1, 2, 3, 4, 6, 8, 10, 12)))):
        start = draw(st.sampled_from(starts))
        end = draw(days_after(start, 0, 1, 4, 13, 14, 27, 28, 28, 30, 55, 56, 90) | st.sampled_from(starts))
        nearby = end or start or period_to
        around = days_after(nearby, -20, -1, 0, 1, 30, 89, 90, 91)
        decided = draw(around | around | st.none())
        feedback = draw(days_after(decided or nearby, -1, 0, 0, 1, 30) | st.none())
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
                feedback_on=feedback if feedback_is_kept or decided is None else None,
                effect=draw(st.sampled_from(("minor", "substantial", "none", "unknown", ""))),
                statutory_days=draw(st.sampled_from((None, None, None, 14, 28, 56))),
                plan_kind=draw(
                    st.sampled_from(("", *(norm.removeprefix("statutory_") for norm in STATUTORY)))
                ),
                run_by_municipality=draw(st.sampled_from(("", "yes", "yes", "no"))),
                source=draw(st.sampled_from(("", "", "", "demonstration"))),
                **draw(some_words()),
                **draw(some_effort()),
            )
        )
    return rows


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
    given = contributions if contributions is not None else 10
    return {
        "not_open": place,
        "not_open_reason": why,
        "contributions": contributions,
        "contributions_answered": draw(st.sampled_from((given, given, given // 2, 0, given + 1, None))),
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
def assessment_rows(
    draw: st.DrawFn, rounds: list[Row], bodies: list[Row], consultations: list[Row]
) -> list[Row]:
    """Most bodies on most principles in every round, expected or not; drafts, "cannot be judged", and some
    about one consultation.
    """
    rows = []
    keys = [consultation["consultation"] for consultation in consultations]
    for held in rounds:
        answers = draw(st.lists(st.integers(0, 59), min_size=len(bodies) * 5, max_size=len(bodies) * 5))
        nobody_answered = draw(st.sampled_from((False,) * 7 + (True,)))
        for principle in range(1, 6):
            together = draw(st.sampled_from(LEANINGS))
            leaning = {
                level: draw(st.sampled_from((*LEANINGS, *[together] * 9)))
                for level in ("committee", "centre")
            }
            for body in bodies:
                answer = answers.pop()
                if answer % 12 == 11 or nobody_answered:
                    continue
                rows.append(
                    an_assessment(held["round"], body["body"], principle, answer, leaning[body["level"]])
                )
    for found in draw(st.lists(st.sampled_from(rows), max_size=8)) if rows and keys else []:
        found["evidence"] = ";".join(
            draw(st.lists(st.sampled_from(keys), min_size=1, max_size=3, unique=True))
        )
    return rows + draw(single_assessment_rows(rows, keys))


def an_assessment(round_key: str, body: str, principle: int, answer: int, leaning: tuple[int, ...]) -> Row:
    """What a body says, from one small number: mostly submitted with a rating, sometimes a draft or
    "cannot be judged".
    """
    rating: int | None = leaning[answer // 12 % len(leaning)]
    status = "draft" if answer % 12 == 10 else "submitted"
    cannot = answer % 12 == 9
    return row(
        round=round_key,
        body=body,
        principle=principle,
        consultation="",
        rating=None if cannot else rating,
        not_assessable="yes" if cannot else "no",
        basis="" if cannot else ("strong", "fair", "thin")[answer % 3],
        justification="Fordi vi så det.",
        closed="no",
        status=status,
        themes=("", "tid", "sprog", "tid;sprog")[answer % 4],
        evidence="",
    )


@st.composite
def single_assessment_rows(draw: st.DrawFn, rows: list[Row], keys: list[str]) -> list[Row]:
    """Assessments about one consultation: like others in the register, and never counted."""
    if not rows or not keys:
        return []
    chosen = draw(
        st.lists(st.tuples(st.integers(0, len(rows) - 1), st.sampled_from(keys)), max_size=4, unique=True)
    )
    return [{**rows[place], "consultation": key, "themes": "tid"} for place, key in chosen]


@st.composite
def conclusion_rows(draw: st.DrawFn, rounds: list[Row]) -> list[Row]:
    """A few of the secretary's conclusions, some setting the proposed verdict aside."""
    places = st.tuples(
        st.sampled_from([held["round"] for held in rounds]), st.sampled_from(("1", "3", "proportionality"))
    )
    rows = []
    for round_key, principle in draw(st.lists(places, max_size=3, unique=True)):
        override = draw(st.sampled_from(("", "followed", "partly"))) if principle != "proportionality" else ""
        why = "Udvalget har sagt det." if override else ""
        rows.append(
            row(
                round=round_key,
                principle=principle,
                text="Sådan er det.",
                verdict_override=override,
                override_reason=why,
            )
        )
    return rows


@st.composite
def norm_rows(draw: st.DrawFn, edges: list[date]) -> list[Row]:
    """Every rule from long ago, most indicators' norms too, each perhaps with another value from a later
    day.
    """
    rows = []
    for name, values in (RULES | INDICATOR_NORMS).items():
        early = name in RULES or draw(st.sampled_from((True, True, False)))
        dated = [(date(2010, 1, 1), draw(st.sampled_from(values)))] if early else []
        if draw(st.booleans()):
            dated.append((draw(st.sampled_from(edges)), draw(st.sampled_from(values))))
        rows += [
            row(norm=name, value=value, unit=UNITS.get(name, "share"), applies_from=day, source="Byrådet")
            for day, value in dated
        ]
    return rows + draw(statutory_rows(edges))


@st.composite
def statutory_rows(draw: st.DrawFn, edges: list[date]) -> list[Row]:
    """The law's periods: unknown, from long ago, changed by the reform or on another day, or only since
    then.
    """
    rows = []
    for name, (before, since) in STATUTORY.items():
        changed = draw(st.just(REFORM) | st.sampled_from(edges))
        days = ((date(2006, 1, 1), before), (changed, since))
        for place in draw(st.sampled_from(((0, 1), (0, 1), (0,), (1,), ()))):
            rows.append(
                row(norm=name, value=days[place][1], unit="days", applies_from=days[place][0], source="Loven")
            )
    return rows


@st.composite
def principle_rows(draw: st.DrawFn, edges: list[date]) -> list[Row]:
    """Five principles; the first may have been worded anew on a later day, or only be worded later than
    all rounds.
    """
    later = draw(st.sampled_from(edges))
    firsts = draw(st.sampled_from(((), (later, date(2010, 1, 1)), (date(2028, 1, 1), date(2027, 1, 1)))))
    dated = [(1, day) for day in firsts or (date(2010, 1, 1),)] + [
        (principle, date(2010, 1, 1)) for principle in (2, 3, 4, 5)
    ]
    return [a_wording(principle, day, f"Princip {principle} fra {day}") for principle, day in dated]


def a_wording(principle: int, applies_from: date | str, title_da: str) -> Row:
    """One dated wording of a principle."""
    return row(
        principle=principle,
        applies_from=applies_from,
        title_da=title_da,
        title_en=f"Principle {principle}",
        wording_da=f"{title_da}: sådan gør vi.",
        wording_en=f"Principle {principle}: how we do it.",
        source="Byrådet",
    )


# A register small enough to work out by hand. Two rounds; opening days 2024-01-15 and 2025-08-18.
# Bodies at the first: plan, social, old. At the second: plan, social, new (which took over from old).
HAND_ROUND = "2022-2025/endterm"
FIRST, SECOND = "2022-2025/midterm", HAND_ROUND


def hand_assessment(round_key: str, body: str, principle: int, rating: int | None, **others: str) -> Row:
    """A submitted assessment of the whole round with plain words, unless said otherwise; no rating is
    "cannot be judged".
    """
    plain = {
        "consultation": "",
        "basis": "fair" if rating else "",
        "justification": "Fordi.",
        "closed": "no",
        "status": "submitted",
    }
    cannot = "no" if rating else "yes"
    given = row(round=round_key, body=body, principle=principle, rating=rating, not_assessable=cannot)
    return {**given, **plain, "themes": "", "evidence": "", **others}


HAND: Records = {
    "terms": TERMS,
    "rounds": [
        row(
            round=FIRST,
            term="2022-2025",
            kind="midterm",
            period_from="2022-01-01",
            period_to="2023-12-31",
            opens_on="2024-01-15",
            closes_on="2024-04-30",
            status="open",
        ),
        row(
            round=SECOND,
            term="2022-2025",
            kind="endterm",
            period_from="2024-01-01",
            period_to="2025-12-31",
            opens_on="2025-08-18",
            closes_on="2025-11-28",
            status="open",
        ),
    ],
    "bodies": [
        row(
            body="plan",
            level="committee",
            name="Planudvalget",
            active_from="2018-01-01",
            active_to="",
            succeeds="",
        ),
        row(
            body="social", level="committee", name="Socialudvalget", active_from="", active_to="", succeeds=""
        ),
        row(
            body="old",
            level="centre",
            name="Center for By",
            active_from="",
            active_to="2024-12-31",
            succeeds="",
        ),
        row(
            body="new",
            level="centre",
            name="Center for By og Land",
            active_from="2025-01-01",
            active_to="",
            succeeds="old",
        ),
    ],
    "consultations": [
        # c1 does everything right, to the day: published on the start, 29 days (28 asked), decided 90 days
        # after the end.
        row(
            consultation="c1",
            title="Lokalplan",
            frame_published_on="2024-02-01",
            start_on="2024-02-01",
            end_on="2024-03-01",
            proposal_on="2024-04-01",
            decided_on="2024-05-30",
            effect="substantial",
        ),
        # c2: published a day late, started on the day of the proposal, 26 days (its law asks for just that),
        # decided before it ended.
        row(
            consultation="c2",
            title="Budget",
            frame_published_on="2024-12-11",
            start_on="2024-12-10",
            end_on="2025-01-05",
            proposal_on="2024-12-10",
            decided_on="2025-01-04",
            effect="none",
            statutory_days="26",
        ),
        # c3: started on the last day of the period, nothing else known.
        row(consultation="c3", title="Borgermøde", start_on="2025-12-31"),
        # c4: ended on the first day of the period; published late, 31 days (its law asks for 42), decided
        # after 50 days.
        row(
            consultation="c4",
            title="Kommuneplan",
            frame_published_on="2023-12-15",
            start_on="2023-12-01",
            end_on="2024-01-01",
            proposal_on="2024-02-01",
            decided_on="2024-02-20",
            effect="unknown",
            statutory_days="42",
        ),
        # c5 ended the day after the period, and c6 was not the municipality's own: neither counts.
        row(
            consultation="c5",
            title="Skolevej",
            frame_published_on="2025-11-01",
            start_on="2025-12-01",
            end_on="2026-01-01",
            proposal_on="2026-02-01",
            decided_on="2026-02-02",
            effect="minor",
        ),
        row(
            consultation="c6",
            title="Motorvej",
            frame_published_on="2024-05-01",
            start_on="2024-06-01",
            end_on="2024-07-01",
            proposal_on="2024-08-01",
            decided_on="2024-08-02",
            effect="minor",
            run_by_municipality="no",
        ),
    ],
    "consultation_groups": [
        row(consultation="c1", group="citizens", took_part="yes"),
        row(consultation="c1", group="businesses", took_part="yes"),
        row(consultation="c1", group="young people", took_part="yes"),
        row(consultation="c1", group="associations", took_part="no"),
        row(consultation="c2", group="citizens", took_part="no"),
        row(consultation="c3", group="citizens", took_part=""),
    ],
    "assessments": [
        hand_assessment(FIRST, "plan", 1, 3),
        hand_assessment(FIRST, "social", 1, 5),
        hand_assessment(FIRST, "old", 1, 4),
        hand_assessment(FIRST, "plan", 2, 4),
        hand_assessment(FIRST, "social", 2, 2, status="draft"),
        hand_assessment(FIRST, "old", 2, 3),
        hand_assessment(FIRST, "plan", 3, 5, consultation="c4"),
        hand_assessment(FIRST, "plan", 4, 5),
        hand_assessment(FIRST, "social", 4, 5),
        hand_assessment(FIRST, "old", 4, 5),
        hand_assessment(FIRST, "plan", 5, 1),
        hand_assessment(FIRST, "social", 5, 2),
        hand_assessment(FIRST, "old", 5, 4),
        hand_assessment(SECOND, "plan", 1, 4, themes="tid;sprog", evidence="c1;c2"),
        hand_assessment(SECOND, "social", 1, 5, themes="tid", evidence="c1"),
        hand_assessment(SECOND, "new", 1, 4),
        hand_assessment(SECOND, "plan", 2, 3),
        hand_assessment(SECOND, "social", 2, 4),
        hand_assessment(SECOND, "new", 2, 3),
        hand_assessment(SECOND, "plan", 3, 2),
        hand_assessment(SECOND, "social", 3, 1),
        hand_assessment(SECOND, "new", 3, 2),
        hand_assessment(SECOND, "plan", 4, 5),
        hand_assessment(SECOND, "social", 4, 4),
        hand_assessment(SECOND, "new", 4, 2),
        hand_assessment(SECOND, "plan", 5, 3),
        hand_assessment(SECOND, "social", 5, None),
        hand_assessment(SECOND, "new", 5, 4, status="draft", themes="tid"),
        hand_assessment(SECOND, "old", 5, 5, themes="tid"),
    ],
    "conclusions": [
        row(
            round=SECOND,
            principle=2,
            text="Det er på vej.",
            verdict_override="followed",
            override_reason="Byrådets ord.",
        )
    ],
    "actions": [],
    "norms": [
        row(
            norm=name, value=value, unit=UNITS.get(name, "share"), applies_from=applies_from, source="Byrådet"
        )
        for name, value, applies_from in (
            ("coverage_min", "0.5", "2010-01-01"),
            ("contested_gap", "2", "2010-01-01"),
            ("contested_agreement", "0", "2010-01-01"),
            ("followed_median", "4", "2010-01-01"),
            ("not_followed_median", "2", "2010-01-01"),
            ("contradiction_share", "0.5", "2010-01-01"),
            ("window_default_days", "28", "2010-01-01"),
            ("frame_published", "0.9", "2010-01-01"),
            ("input_effect", "0.5", "2010-01-01"),
            ("before_proposal", "0.6", "2010-01-01"),
            ("window_days", "0.9", "2010-01-01"),
            ("window_days", "0.5", "2025-08-18"),  # in force on the opening day itself
            ("decision_days", "90", "2010-01-01"),
            ("groups", "3", "2025-08-19"),  # a day too late
        )
    ],
    "principles": [
        a_wording(1, "2010-01-01", "Tydelig"),
        a_wording(1, "2025-08-19", "Tydeligere"),  # a day too late
        a_wording(2, "2010-01-01", "Hørt"),
        a_wording(2, "2025-08-18", "Hørt og svaret"),  # in force on the opening day itself
        a_wording(3, "2030-01-01", "Tidlig"),  # not yet in force, but the only one
        a_wording(4, "2010-01-01", "God tid"),
        a_wording(5, "2010-01-01", "Alle med"),
    ],
}


def a_standing(
    expected: int, counts: tuple[int, ...], median: list[int] | None, agreement: float | None, cannot: int = 0
) -> dict[str, Any]:
    """The JSON of a standing, spelt out from what was worked out by hand; ``cannot`` bodies could not
    judge.
    """
    return {
        "expected": expected,
        "answered": sum(counts) + cannot,
        "assessable": sum(counts),
        "not_assessable": cannot,
        "counts": dict(zip("12345", counts, strict=True)),
        "median": median,
        "agreement": agreement,
    }


HAND_EVALUATION: dict[str, Any] = {
    "round": SECOND,
    "term": "2022-2025",
    "kind": "endterm",
    "period": ["2024-01-01", "2025-12-31"],
    "status": "open",
    "demonstration": False,
    # Units (plan, social, new): 4 5 4, 3 4 3, 2 1 2, 5 4 2; principle 5 has one rating and cannot be paired.
    # Each ordered pair of a unit weighs 1/2. Coincidences off the diagonal: 12: 1, 24: 1/2, 25: 1/2, 34: 1,
    # 45: 3/2; n = 1, 3, 2, 4, 2 (12 in all). Ordinal distances squared: 12: 4, 13: 20.25, 14: 56.25, 15:
    # 110.25, 23: 6.25, 24: 30.25, 25: 72.25, 34: 9, 35: 36, 45: 9. Observed: 4 + 15.125 + 36.125 + 9 + 13.5 =
    # 77.75. By chance: (12 + 40.5 + 225 + 220.5 + 37.5 + 363 + 433.5 + 72 + 144 + 72) / 11 = 1620 / 11. Alpha
    # = 1 - 11 * 77.75 / 1620 = 764.75 / 1620.
    "agreement_all": {"krippendorff_alpha_ordinal": 764.75 / 1620},
    "principles": [
        {
            "principle": 1,
            "title": "Tydelig",
            # 4, 5, 4. Layers 00011 (A 3/4, weight 2/3) and 00010 (A 1, weight 1/3): 5/6. Committees alone:
            # 00011, 3/4.
            "all": a_standing(3, (0, 0, 0, 2, 1), [4, 4], 5 / 6),
            "committee": a_standing(2, (0, 0, 0, 1, 1), [4, 5], 0.75),
            "centre": a_standing(1, (0, 0, 0, 1, 0), [4, 4], 1.0),
            # 4 against 4 equal, 5 against 4 higher: 1 of 2.
            "gap": {"cliffs_delta": 0.5, "medians": [[4, 5], [4, 4]]},
            # plan 3 to 4 up, social 5 to 5 same, new 4 after old 4 same. One body moved: p 1. {4, 5, 4}
            # against {3, 5, 4}: each 4 wins over 3 and loses to 5, the 5 wins twice: 2 of 9.
            "change": {
                "previous_round": FIRST,
                "up": 1,
                "same": 2,
                "down": 0,
                "sign_test_p": 1.0,
                "cliffs_delta": 2 / 9,
            },
            # c1 in time, c2 and c4 late, c3 not known.
            "indicators": [
                {
                    "indicator": "frame_published",
                    "numerator": 1,
                    "denominator": 3,
                    "unknown": 1,
                    "value": 1 / 3,
                    "unit": "share",
                    "norm": 0.9,
                    "met": False,
                },
            ],
            "verdict": {
                "proposed": "followed",
                "override": None,
                "reasons": [
                    {"rule": "followed_median", "level": "committee", "value": 4, "norm": 4},
                    {"rule": "followed_median", "level": "centre", "value": 4, "norm": 4},
                ],
            },
            "contradiction": True,  # followed, and the one known indicator misses
            "themes": {"tid": 2, "sprog": 1},
            "evidence": {"c1": 2, "c2": 1},
        },
        {
            "principle": 2,
            "title": "Hørt og svaret",
            # 3, 4, 3.
            "all": a_standing(3, (0, 0, 2, 1, 0), [3, 3], 5 / 6),
            "committee": a_standing(2, (0, 0, 1, 1, 0), [3, 4], 0.75),
            "centre": a_standing(1, (0, 0, 1, 0, 0), [3, 3], 1.0),
            "gap": {"cliffs_delta": 0.5, "medians": [[3, 4], [3, 3]]},
            # plan 4 to 3 down, social had a draft only, new 3 after old 3 same. {3, 4, 3} against {4, 3}:
            # each 3 loses once, the 4 wins once: -1 of 6.
            "change": {
                "previous_round": FIRST,
                "up": 0,
                "same": 1,
                "down": 1,
                "sign_test_p": 1.0,
                "cliffs_delta": -1 / 6,
            },
            # Of the decided c1, c2, c4: substantial, none, unknown.
            "indicators": [
                {
                    "indicator": "input_effect",
                    "numerator": 1,
                    "denominator": 2,
                    "unknown": 1,
                    "value": 0.5,
                    "unit": "share",
                    "norm": 0.5,
                    "met": True,
                },
            ],
            "verdict": {
                "proposed": "partly",
                "override": "followed",
                "reasons": [
                    {"rule": "between", "level": "committee", "value": 3, "norm": 4},
                    {"rule": "between", "level": "centre", "value": 3, "norm": 4},
                ],
            },
            "contradiction": False,
            "themes": {},
            "evidence": {},
        },
        {
            "principle": 3,
            "title": "Tidlig",
            # 2, 1, 2.
            "all": a_standing(3, (1, 2, 0, 0, 0), [2, 2], 5 / 6),
            "committee": a_standing(2, (1, 1, 0, 0, 0), [1, 2], 0.75),
            "centre": a_standing(1, (0, 1, 0, 0, 0), [2, 2], 1.0),
            # 2 against 2 equal, 1 against 2 lower.
            "gap": {"cliffs_delta": -0.5, "medians": [[1, 2], [2, 2]]},
            # Last time only an assessment about one consultation.
            "change": {
                "previous_round": FIRST,
                "up": 0,
                "same": 0,
                "down": 0,
                "sign_test_p": None,
                "cliffs_delta": None,
            },
            # c1 and c4 before, c2 on the day, c3 not known.
            "indicators": [
                {
                    "indicator": "before_proposal",
                    "numerator": 2,
                    "denominator": 3,
                    "unknown": 1,
                    "value": 2 / 3,
                    "unit": "share",
                    "norm": 0.6,
                    "met": True,
                },
            ],
            "verdict": {
                "proposed": "not_followed",
                "override": None,
                "reasons": [
                    {"rule": "not_followed_median", "level": "committee", "value": 2, "norm": 2},
                    {"rule": "not_followed_median", "level": "centre", "value": 2, "norm": 2},
                ],
            },
            "contradiction": True,  # not followed, and the one known indicator is met
            "themes": {},
            "evidence": {},
        },
        {
            "principle": 4,
            "title": "God tid",
            # 5, 4, 2. One layer 01011: triples 110 and 011: 4, 101: 2; U = (3*4 - 4*2) / (3*6) = 2/9; times 1
            # - 2/4: 1/9.
            "all": a_standing(3, (0, 1, 0, 1, 1), [4, 4], 1 / 9),
            "committee": a_standing(2, (0, 0, 0, 1, 1), [4, 5], 0.75),
            "centre": a_standing(1, (0, 1, 0, 0, 0), [2, 2], 1.0),
            "gap": {"cliffs_delta": 1.0, "medians": [[4, 5], [2, 2]]},
            # plan 5 same, social 5 to 4 down, new 2 after old 5 down. Two of two down: p = 2 / 4. {5, 4, 2}
            # against {5, 5, 5}: six of nine lower.
            "change": {
                "previous_round": FIRST,
                "up": 0,
                "same": 1,
                "down": 2,
                "sign_test_p": 0.5,
                "cliffs_delta": -2 / 3,
            },
            # Window: c1 29 of 28 days, c2 26 of 26, c4 31 of 42, c3 not known. Decision: c1 90 days, c4 50;
            # c2 was decided before it ended and c3 not yet: not known.
            "indicators": [
                {
                    "indicator": "window_days",
                    "numerator": 2,
                    "denominator": 3,
                    "unknown": 1,
                    "value": 2 / 3,
                    "unit": "share",
                    "norm": 0.5,
                    "met": True,
                },
                {
                    "indicator": "decision_days",
                    "numerator": None,
                    "denominator": 2,
                    "unknown": 2,
                    "value": 70.0,
                    "unit": "days",
                    "norm": 90,
                    "met": True,
                },
            ],
            "verdict": {
                "proposed": "contested",
                "override": None,
                # 4 to 2 is two apart; agreement 1/9 is not below 0.
                "reasons": [{"rule": "median_gap", "level": "all", "value": 2, "norm": 2}],
            },
            "contradiction": False,
            "themes": {},
            "evidence": {},
        },
        {
            "principle": 5,
            "title": "Alle med",
            # plan 3, social cannot judge; new has a draft, and old is gone, so its 5 does not count.
            "all": a_standing(3, (0, 0, 1, 0, 0), [3, 3], 1.0, cannot=1),
            "committee": a_standing(2, (0, 0, 1, 0, 0), [3, 3], 1.0, cannot=1),
            "centre": a_standing(1, (0, 0, 0, 0, 0), None, None),
            "gap": {"cliffs_delta": None, "medians": [[3, 3], None]},
            # plan 1 to 3 up. {3} against {1, 2, 4}: two lower, one higher.
            "change": {
                "previous_round": FIRST,
                "up": 1,
                "same": 0,
                "down": 0,
                "sign_test_p": 1.0,
                "cliffs_delta": 1 / 3,
            },
            # c1 three groups, c2 none, c3 nothing known, c4 no rows.
            "indicators": [
                {
                    "indicator": "groups",
                    "numerator": None,
                    "denominator": 2,
                    "unknown": 2,
                    "value": 1.5,
                    "unit": "groups",
                    "norm": None,
                    "met": None,
                },
            ],
            "verdict": {
                "proposed": "insufficient",
                "override": None,
                # Committees reach 1 of the 1 asked for (half of 2); the centre gave none of its 0.5.
                "reasons": [{"rule": "coverage", "level": "centre", "value": 0, "norm": 0.5}],
            },
            "contradiction": None,
            "themes": {},
            "evidence": {},
        },
    ],
    "proportionality": {"indicators": []},
}


# Two reorganisations and a round in between that was never held. a1 and a2 became b, b became c; a3 was split
# into d and e, while f, which took over from a3 too, had been there all along; g took over from nobody.
REORGANISED_ROUND = END_2


def a_body(body: str, level: str = "committee", begins: str = "", ends: str = "", succeeds: str = "") -> Row:
    """One body, named by its key."""
    return row(
        body=body, level=level, name=f"Organ {body}", active_from=begins, active_to=ends, succeeds=succeeds
    )


REORGANISED: Records = {
    **{table: HAND[table] for table in ("terms", "norms", "principles")},
    "rounds": [
        row(
            round=key,
            term=key[:9],
            kind=key[10:],
            period_from=PERIODS[key][0],
            period_to=PERIODS[key][1],
            status=status,
        )
        for key, status in ((END_1, "open"), (MID_2, "planned"), (END_2, "open"))
    ],
    "bodies": [
        a_body("a1", ends="2022-06-30"),
        a_body("a2", ends="2022-06-30"),
        a_body("a3", ends="2022-06-30"),
        a_body("b", begins="2022-07-01", ends="2023-06-30", succeeds="a1;a2"),
        a_body("c", begins="2023-07-01", succeeds="b"),
        a_body("d", begins="2022-07-01", succeeds="a3"),
        a_body("e", begins="2022-07-01", succeeds="a3"),
        a_body("f", succeeds="a3"),
        a_body("g", begins="2024-01-01"),
        a_body("z", level="centre"),
    ],
    "assessments": (
        [
            hand_assessment(
                key,
                body,
                principle,
                rating,
                **({"status": "draft"} if body == "a1" and principle == 5 else {}),
            )
            for key, ratings in (
                (END_1, {"a1": "22222", "a2": "44444", "a3": "33333", "f": "55555", "z": "33333"}),
                (END_2, {"c": "34513", "d": "44444", "e": "22222", "f": "55555", "g": "11111", "z": "33333"}),
            )
            for body, row_of_ratings in ratings.items()
            for principle, rating in enumerate(map(int, row_of_ratings), start=1)
        ]
        + [hand_assessment(MID_2, "z", 1, 5, status="draft")]
    ),
}
# Up, same, down for principles 1 to 5. Always: d (4 after 3) up, e (2 after 3) down, f and z same, g
# unpaired. And c, after 2 and 4: 3 lies between, same; 4 is not above both, same; 5 up; 1 down; and 3 after 4
# alone (a draft beside it), down.
REORGANISED_CHANGES = [(1, 3, 1), (1, 3, 1), (2, 2, 1), (1, 2, 2), (1, 2, 2)]
