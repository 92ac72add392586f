"""The other peer: one round's evaluation in polars, as somebody at home in polars would write it, from frames
in memory.

Like the one in pandas it gives the program's own JSON but for ``LEFT_OUT``, and the measurement checks that
before it times anything. What is no counting (statistics of five counts, norms, the shape of the result) is
the same plain code on all sides.
"""

from datetime import date
from typing import Any

import pandas as pd
import polars as pl

from data.database import Store
from data.working_days import public_holidays
from evaluation.agreement import krippendorff_alpha, van_der_eijk
from evaluation.ordinal import cliffs_delta, median_pair, sign_test
from evaluation.principles import INDICATORS
from tests.benchmark.pandas_evaluation import LEVELS, STEPS, TABLES, result
from tests.benchmark.pandas_evaluation import Counts as Counted

Frames = dict[str, pl.DataFrame]
Counts = dict[tuple[int, str], dict[str, Any]]
SCALES = ("small", "medium", "large")


def read_frames(store: Store) -> Frames:
    """Every table that the evaluation needs, read once; days as days."""
    frames = {name: pl.from_pandas(store.frame(f"from {name}")) for name in TABLES}
    return {name: frame.with_columns(pl.col(pl.Datetime).cast(pl.Date)) for name, frame in frames.items()}


def evaluate(frames: Frames, round_key: str) -> dict[str, Any]:
    """The evaluation as JSON-able values."""
    rounds = frames["rounds"].with_columns(day=pl.coalesce("opens_on", "period_to"))
    chosen = rounds.row(by_predicate=pl.col("round") == round_key, named=True)
    previous = _previous(frames, rounds, chosen)
    expected, now = _expected(frames, chosen), _counted(frames, chosen)
    existed = _expected(frames, previous) if previous else expected.clear()
    before = _counted(frames, previous) if previous else now.clear()
    standings, former = _standings(now, expected), _standings(before, existed)
    moves = _moves(frames, now, before, existed, expected)
    measured = _indicators(frames, chosen)
    themes, evidence = (
        _links(frames["assessment_themes"], now.filter(~pl.col("closed")), "theme"),
        _links(frames["assessment_evidence"], now, "consultation"),
    )
    principles = []
    for number in STEPS:
        of_levels = {level: standings[number, level] for level in LEVELS}
        everyone = _together(list(of_levels.values()))
        principles.append(
            {"principle": number}
            | {name: _said(counts) for name, counts in (of_levels | {"all": everyone}).items()}
            | {
                "gap": {
                    "cliffs_delta": cliffs_delta(*(of_levels[level]["counts"] for level in LEVELS)),
                    "medians": [_pair(of_levels[level]["counts"]) for level in LEVELS],
                },
                "change": _change(
                    previous,
                    moves.get(number, {}),
                    everyone,
                    _together([former[number, level] for level in LEVELS]),
                ),
                "indicators": [
                    each for each in measured if INDICATORS[each["indicator"]].principle == number
                ],
                "themes": themes.get(number, {}),
                "evidence": evidence.get(number, {}),
            }
        )
    return {
        "round": chosen["round"],
        "term": chosen["term"],
        "kind": chosen["kind"],
        "status": chosen["status"],
        "as_of": chosen["day"].isoformat(),
        "period": [chosen["period_from"].isoformat(), chosen["period_to"].isoformat()],
        "agreement_all": {
            "krippendorff_alpha_ordinal": krippendorff_alpha(
                [list(dict(each["all"])["counts"].values()) for each in principles]
            )
        },
        "principles": principles,
        "proportionality": {
            "indicators": [each for each in measured if INDICATORS[each["indicator"]].principle is None]
        },
    }


def _previous(frames: Frames, rounds: pl.DataFrame, chosen: dict[str, Any]) -> dict[str, Any] | None:
    """The latest round before this one that was opened or answered."""
    for earlier in (
        rounds.filter(pl.col("day") < chosen["day"]).sort("day", descending=True).iter_rows(named=True)
    ):
        if earlier["status"] != "planned" or len(_counted(frames, earlier)):
            return earlier
    return None


def _expected(frames: Frames, chosen: dict[str, Any]) -> pl.DataFrame:
    day = chosen["day"]
    return frames["bodies"].filter(
        (pl.col("active_from").fill_null(day) <= day) & (pl.col("active_to").fill_null(day) >= day)
    )


def _counted(frames: Frames, chosen: dict[str, Any]) -> pl.DataFrame:
    counts = (
        (pl.col("round") == chosen["round"])
        & (pl.col("status") == "submitted")
        & pl.col("consultation").is_null()
    )
    assessments = (
        frames["assessments"]
        .lazy()
        .filter(counts)
        .select("assessment", "body", "principle", "rating", "not_assessable", "closed")
    )
    return assessments.join(_expected(frames, chosen).lazy().select("body", "level"), on="body").collect()


def _standings(assessments: pl.DataFrame, expected: pl.DataFrame) -> Counts:
    """What each level answered about each principle."""
    steps = [(pl.col("rating") == step).sum().alias(str(step)) for step in STEPS]
    counts = assessments.group_by("principle", "level").agg(
        *steps, answered=pl.len(), unjudged=pl.col("not_assessable").sum()
    )
    rows = {(row["principle"], row["level"]): row for row in counts.iter_rows(named=True)}
    bodies_by_level = dict(expected.group_by("level").len().iter_rows())
    return {
        (number, level): {
            "expected": bodies_by_level.get(level, 0),
            "answered": rows.get((number, level), {}).get("answered", 0),
            "unjudged": rows.get((number, level), {}).get("unjudged", 0),
            "counts": [rows.get((number, level), {}).get(str(step), 0) for step in STEPS],
        }
        for number in STEPS
        for level in LEVELS
    }


def _together(levels: list[dict[str, Any]]) -> dict[str, Any]:
    summed = {name: sum(each[name] for each in levels) for name in ("expected", "answered", "unjudged")}
    return summed | {"counts": [sum(step) for step in zip(*(each["counts"] for each in levels), strict=True)]}


def _said(standing: dict[str, Any]) -> dict[str, Any]:
    counts = standing["counts"]
    return {
        "expected": standing["expected"],
        "answered": standing["answered"],
        "assessable": sum(counts),
        "not_assessable": standing["unjudged"],
        "counts": {str(step): number for step, number in zip(STEPS, counts, strict=True)},
        "median": _pair(counts),
        "agreement": van_der_eijk(counts),
    }


def _pair(counts: list[int]) -> list[int] | None:
    median = median_pair(counts)
    return list(median) if median else None


def _change(
    previous: dict[str, Any] | None, moved: dict[str, int], now: dict[str, Any], former: dict[str, Any]
) -> dict[str, Any]:
    up, same, down = (moved.get(way, 0) for way in ("up", "same", "down"))
    test, delta = sign_test(up, down), cliffs_delta(now["counts"], former["counts"])
    key = previous["round"] if previous else None
    return {
        "previous_round": key,
        "up": up,
        "same": same,
        "down": down,
        "sign_test_p": test,
        "cliffs_delta": delta,
    }


def _moves(
    frames: Frames,
    now: pl.DataFrame,
    before: pl.DataFrame,
    existed: pl.DataFrame,
    expected: pl.DataFrame,
) -> dict[int, dict[str, int]]:
    """By principle, the paired bodies that went up, stayed and went down."""
    lineage = now.select("body").unique().with_columns(ancestor=pl.col("body"), beyond=pl.lit(False))
    links = frames["body_successions"].rename({"body": "ancestor"})
    then, gone = (
        existed["body"].to_list(),
        existed.join(expected, on="body", how="anti")["body"].to_list(),
    )
    existed_then = pl.col("ancestor").is_in(then)
    reached = [lineage.clear()]
    while len(lineage):
        reached.append(lineage.filter((existed_then & ~pl.col("beyond")) | pl.col("ancestor").is_in(gone)))
        lineage = (
            lineage.with_columns(beyond=pl.col("beyond") | existed_then)
            .join(links, on="ancestor")
            .select("body", "beyond", ancestor="predecessor")
            .select("body", "ancestor", "beyond")
            .unique()
        )
    former = (
        before.lazy().select("principle", "rating", ancestor="body").rename({"rating": "former"}).drop_nulls()
    )
    pairs = (
        now.lazy()
        .select("body", "principle", "rating")
        .drop_nulls()
        .join(pl.concat(reached).select("body", "ancestor").unique().lazy(), on="body")
    )
    paired = pairs.join(former, on=["ancestor", "principle"]).group_by("principle", "body", "rating")
    up, down = pl.col("rating") > pl.col("high"), pl.col("rating") < pl.col("low")
    ways = paired.agg(low=pl.col("former").min(), high=pl.col("former").max()).group_by("principle")
    counted = ways.agg(up=up.sum(), down=down.sum(), same=(~up & ~down).sum()).collect()
    return {row["principle"]: row for row in counted.iter_rows(named=True)}


def _norms(frames: Frames, chosen: dict[str, Any]) -> pd.Series:
    """The norms in force, shares as fractions."""
    value = pl.when(pl.col("unit") == "%").then(pl.col("value") / 100).otherwise(pl.col("value"))
    norms = (
        frames["norms"]
        .filter(pl.col("applies_from") <= chosen["day"])
        .sort("applies_from")
        .group_by("norm")
        .agg(value.last())
    )
    return pd.Series(dict(norms.iter_rows()))


def _indicators(frames: Frames, chosen: dict[str, Any]) -> list[dict[str, Any]]:
    norms = _norms(frames, chosen)
    c = _of_period(frames, chosen)
    years = c.select(first=pl.col("start_on").min().dt.year(), last=pl.col("end_on").max().dt.year()).row(0)
    facts = c.select(**_facts(norms, _free_days(frames, years), chosen["day"]))
    silent, columns, measured = _silent_centres(facts, norms), set(facts.columns), []
    for name, indicator in INDICATORS.items():
        if name == "answered":
            some = facts.filter(pl.col("answered") <= pl.col("contributions"))
            top, bottom = int(some["answered"].sum()), int(some["contributions"].sum())
            share = top / bottom if bottom else None
            measured.append(
                result(name, Counted(top, bottom, len(some), len(facts) - len(some), 0, share), norms)
            )
            continue
        applies = facts.filter(pl.col(f"{name}_applies")) if f"{name}_applies" in columns else facts
        fact = applies[name]
        waiting = int(facts[f"{name}_waits"].sum()) if f"{name}_waits" in columns else 0
        known, is_share = fact.drop_nulls(), indicator.measure == "share"
        value = None if known.is_empty() else float(known.mean() if is_share else known.median())
        numerator = int(known.sum()) if is_share else None
        counts = Counted(numerator, len(known), len(known), len(fact) - len(known), waiting, value)
        measured.append(result(name, counts, norms, silent.get(name, [])))
    (by_scale,) = [each for each in measured if each["indicator"] == "hours_per_participant"]
    by_scale["by_scale"] = {
        key: _apart(facts.filter(pl.col("scale") == key)["hours_per_participant"]) for key in SCALES
    }
    return measured


def _silent_centres(facts: pl.DataFrame, norms: pd.Series) -> dict[str, list[str]]:
    """The centres with so many cases or more that record nothing of a kind."""
    silent = {}
    for name in ("feedback_given", "in_discussion", "frame_named", "frame_reasoned"):
        cases = facts.filter(pl.col(f"{name}_applies")) if f"{name}_applies" in facts.columns else facts
        of_centre = (
            cases.drop_nulls("centre")
            .group_by("centre")
            .agg(number=pl.len(), recorded=pl.col(f"{name}_recorded").any())
        )
        nothing = of_centre.filter((pl.col("number") >= norms["not_recorded_min"]) & ~pl.col("recorded"))
        silent[name] = sorted(nothing["centre"])
    return silent


def _free_days(frames: Frames, years: tuple[int | None, int | None]) -> tuple[list[date], list[int]]:
    """Days on which people are away, and the years for which any is recorded."""
    off = frames["days_off"].select(day=pl.date_ranges("starts_on", "ends_on")).explode("day")["day"].unique()
    span = range(years[0], years[1] + 1) if years[0] and years[1] else range(0)
    return sorted({*public_holidays(span), *off.to_list()}), off.dt.year().unique().to_list()


def _apart(hours: pl.Series) -> dict[str, Any]:
    known = hours.drop_nulls()
    value = None if known.is_empty() else float(known.median())
    return {"denominator": len(known), "unknown": len(hours) - len(known), "value": value}


def _of_period(frames: Frames, chosen: dict[str, Any]) -> pl.DataFrame:
    """The consultations of the round, with their groups, the kinds of their methods, whether another one of
    their case had ended before their proposal, and the period that the law set for them.
    """
    day = pl.coalesce("end_on", "start_on")
    here = day.is_between(chosen["period_from"], chosen["period_to"]) & (
        pl.col("run_by_municipality").fill_null("yes") != "no"
    )
    c = frames["consultations"].lazy().filter(here)
    firms = pl.col("took_part").filter(pl.col("group") == "businesses")
    known = pl.col("took_part").is_not_null().any()
    groups = (
        frames["consultation_groups"].lazy().join(c.select("consultation"), on="consultation", how="semi")
    )
    groups = groups.group_by("consultation").agg(
        groups=pl.when(known).then(pl.col("took_part").sum()),
        sought_out=pl.col("sought_out").max(),
        beyond=pl.col("beyond_affected").max(),
        firms=pl.when(known).then(firms.cast(pl.Boolean).any(ignore_nulls=True)),
    )
    c = c.join(groups, on="consultation", how="left").join(_kinds(frames, c), on="methods", how="left")
    plans = c.filter(
        pl.col("plan_kind").is_not_null(), pl.col("hears"), pl.col("case_number").fill_null("") != ""
    ).select("consultation", "case_number", "proposal_on")
    others = frames["consultations"].lazy().select("case_number", "end_on", other="consultation")
    earlier = plans.join(others, on="case_number").filter(
        pl.col("other") != pl.col("consultation"), pl.col("end_on") < pl.col("proposal_on")
    )
    earlier = earlier.select("consultation").unique().with_columns(earlier=pl.lit(True))
    laws = frames["norms"].lazy().filter(pl.col("norm").str.starts_with("statutory_"))
    laws = laws.select(
        plan_kind=pl.col("norm").str.strip_prefix("statutory_"), applies_from="applies_from", law="value"
    ).sort("applies_from")
    c = c.join(earlier, on="consultation", how="left").sort("start_on")
    by_law = c.join_asof(
        laws,
        left_on="start_on",
        right_on="applies_from",
        by="plan_kind",
        strategy="backward",
        check_sortedness=False,
    )
    return by_law.collect()


def _kinds(frames: Frames, c: pl.LazyFrame) -> pl.LazyFrame:
    """By combination of methods: whether one has a period to respond in, and whether one is a hearing."""
    word = pl.col("word").str.split(";")
    names = pl.concat_str(pl.col("method", "name_da", "name_en", "aliases").fill_null(""), separator=";")
    listed = frames["methods"].lazy().with_columns(word=names).with_columns(word).explode("word")
    listed = listed.with_columns(pl.col("word").str.strip_chars().str.to_lowercase())
    listed = listed.filter(pl.col("word") != "").unique(["word", "method"])
    words = c.select("methods").drop_nulls().unique().with_columns(word=pl.col("methods"))
    words = words.with_columns(word).explode("word")
    words = words.with_columns(pl.col("word").str.strip_chars().str.to_lowercase()).join(listed, on="word")
    return words.group_by("methods").agg(
        responds=pl.col("has_response_period").any(), hears=(pl.col("method") == "hearing").any()
    )


def _facts(norms: pd.Series, free_days: tuple[list[date], list[int]], as_of: date) -> dict[str, pl.Expr]:
    """Each indicator of each consultation: null where it is not known; ``…_applies`` where an indicator
    speaks of some only, ``…_waits`` where it must wait, ``…_recorded`` where something is recorded of it.
    """
    return {
        "scale": pl.col("scale"),
        "centre": pl.col("centre"),
        **_of_decisions(norms, pl.lit(as_of)),
        **_of_windows(norms, *free_days),
        **_of_frames(),
        **_of_records(norms),
    }


def _days(first: pl.Expr, last: pl.Expr) -> pl.Expr:
    return (last - first).dt.total_days()


def _of_decisions(norms: pd.Series, as_of: pl.Expr) -> dict[str, pl.Expr]:
    start, end, decided_on = pl.col("start_on"), pl.col("end_on"), pl.col("decided_on")
    feedback, presented = pl.col("feedback_on"), pl.col("presented_on")
    expected = pl.col("decision_expected").cast(pl.Boolean).fill_null(True)
    decided, undecided = expected & decided_on.is_not_null(), expected & decided_on.is_null()
    unknown = undecided & end.is_null()
    late = (undecided & (_days(end, as_of) > norms["decision_days_max"])).fill_null(False)
    waits, cases = undecided & end.is_not_null() & ~late, decided | unknown
    records_feedback = (feedback.is_not_null() & cases).any()
    records_presentation = (presented.is_not_null() & cases).any()
    can_come = (
        decided & feedback.is_null() & (_days(decided_on, as_of) <= norms["feedback_days"])
    ).fill_null(False)
    lead, waited = _days(start, decided_on), _days(end, decided_on)
    early = (undecided & (_days(start, as_of) <= norms["lead_days_max"])).fill_null(False)
    return {
        "input_effect": pl.when(decided & (pl.col("effect") != "unknown")).then(pl.col("effect") != "none"),
        "input_effect_applies": cases,
        "input_effect_waits": waits,
        "feedback_given": (
            pl.when(~decided)
            .then(None)
            .when(feedback >= decided_on)
            .then(True)
            .when(feedback.is_null() & records_feedback)
            .then(False)
        ),
        "feedback_given_applies": cases & ~can_come,
        "feedback_given_waits": waits | can_come,
        "feedback_given_recorded": feedback.is_not_null(),
        "in_discussion": pl.when(decided & records_presentation).then(
            (presented <= decided_on).fill_null(False)
        ),
        "in_discussion_applies": cases,
        "in_discussion_waits": waits,
        "in_discussion_recorded": presented.is_not_null(),
        "lead_days": (
            pl.when(lead >= 0)
            .then(lead.is_between(norms["lead_days_min"], norms["lead_days_max"]))
            .when(decided_on.is_null() & start.is_not_null())
            .then(False)
        ),
        "lead_days_applies": expected & ~early,
        "lead_days_waits": early,
        "decision_days": (
            pl.when(waited >= 0).then(waited <= norms["decision_days_max"]).when(late).then(False)
        ),
        "decision_days_applies": expected & ~waits,
        "decision_days_waits": waits,
    }


def _of_windows(norms: pd.Series, free: list[date], recorded_years: list[int]) -> dict[str, pl.Expr]:
    start, end = pl.col("start_on"), pl.col("end_on")
    window, after = _days(start, end), end + pl.duration(days=1)
    wanted = pl.max_horizontal(pl.col("statutory_days").cast(pl.Float64), "law").fill_null(
        norms["window_default_days"]
    )
    responds = (
        pl.when(pl.col("plan_kind").is_not_null() | pl.col("statutory_days").is_not_null())
        .then(True)
        .otherwise(pl.col("responds"))
    )
    weekdays = pl.business_day_count(start, after)
    lost = (weekdays - pl.business_day_count(start, after, holidays=free)) / weekdays
    # No window here runs over a whole year, so its two ends are its years.
    recorded = start.dt.year().is_in(recorded_years) & end.dt.year().is_in(recorded_years)
    applies = responds.fill_null(True)
    return {
        "window_days": pl.when((window >= 0) & responds.is_not_null()).then(window >= wanted),
        "window_days_applies": applies,
        "holiday_share": (
            pl.when((window >= 0) & responds.is_not_null() & recorded & (weekdays > 0)).then(
                lost > norms["holiday_window_max"]
            )
        ),
        "holiday_share_applies": applies,
    }


def _filled(column: str) -> pl.Expr:
    return pl.col(column).fill_null("").str.strip_chars() != ""


def _of_frames() -> dict[str, pl.Expr]:
    start, proposal, clarified = pl.col("start_on"), pl.col("proposal_on"), pl.col("clarified_on")
    fixed = pl.col("nothing_fixed").cast(pl.Boolean).fill_null(False)
    opened, closed = _filled("open_to_influence"), _filled("not_open")
    hearing = pl.col("plan_kind").is_not_null() & pl.col("hears").fill_null(False)
    earlier = pl.col("earlier").fill_null(False)
    return {
        "frame_published": pl.col("frame_published_on") <= start,
        "frame_named": pl.when(fixed | opened | closed).then(fixed | (opened & closed)),
        "frame_named_recorded": fixed | opened | closed,
        "frame_reasoned": _filled("not_open_reason"),
        "frame_reasoned_applies": closed & ~fixed,
        "frame_reasoned_recorded": _filled("not_open_reason"),
        "before_proposal": pl.when(hearing).then(True).otherwise(start < proposal),
        "before_proposal_applies": ~hearing | earlier,
        "after_frame": start > pl.col("frame_decided_on"),
        "clarified": (
            pl.when(start.is_not_null() & clarified.is_not_null().any()).then(
                (clarified < start).fill_null(False)
            )
        ),
    }


def _of_records(norms: pd.Series) -> dict[str, pl.Expr]:
    hours, scale = pl.col("hours_spent"), pl.col("scale")
    small, medium = norms["scale_small_max_hours"], norms["scale_medium_max_hours"]
    fits = {"small": hours <= small, "medium": (hours > small) & (hours <= medium), "large": hours > medium}
    return {
        "contributions": pl.col("contributions"),
        "answered": pl.col("contributions_answered"),
        "new_method": pl.col("new_method").cast(pl.Boolean),
        "on_plan": _days(pl.col("planned_end_on"), pl.col("end_on")).abs() <= norms["on_plan_days"],
        "groups": pl.col("groups"),
        "sought_out": pl.col("sought_out").cast(pl.Boolean),
        "beyond": pl.col("beyond").cast(pl.Boolean),
        "businesses_applies": pl.col("businesses_relevant").cast(pl.Boolean).fill_null(False),
        "businesses": pl.col("firms").cast(pl.Boolean),
        "hours_per_participant": pl.when(pl.col("participants") > 0).then(hours / pl.col("participants")),
        "scale_fit": (
            pl.when(scale == "small")
            .then(fits["small"])
            .when(scale == "medium")
            .then(fits["medium"])
            .when(scale == "large")
            .then(fits["large"])
        ),
    }


def _links(links: pl.DataFrame, now: pl.DataFrame, column: str) -> dict[int, dict[str, int]]:
    """By principle, how many counted assessments carry each link."""
    counted = (
        links.lazy()
        .join(now.lazy().select("assessment", "principle"), on="assessment")
        .group_by("principle", column)
        .len()
        .collect()
    )
    counts: dict[int, dict[str, int]] = {}
    for number, key, count in counted.iter_rows():
        counts.setdefault(number, {})[key] = count
    return counts
