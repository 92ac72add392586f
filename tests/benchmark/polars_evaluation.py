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
    moves, measured = _moves(frames, now, before, existed), _indicators(frames, chosen)
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
    given = (
        frames["assessments"]
        .lazy()
        .filter(counts)
        .select("assessment", "body", "principle", "rating", "not_assessable", "closed")
    )
    return given.join(_expected(frames, chosen).lazy().select("body", "level"), on="body").collect()


def _standings(given: pl.DataFrame, expected: pl.DataFrame) -> Counts:
    """What each level answered about each principle."""
    steps = [(pl.col("rating") == step).sum().alias(str(step)) for step in STEPS]
    found = given.group_by("principle", "level").agg(
        *steps, answered=pl.len(), unjudged=pl.col("not_assessable").sum()
    )
    rows = {(row["principle"], row["level"]): row for row in found.iter_rows(named=True)}
    asked = dict(expected.group_by("level").len().iter_rows())
    return {
        (number, level): {
            "expected": asked.get(level, 0),
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
    frames: Frames, now: pl.DataFrame, before: pl.DataFrame, existed: pl.DataFrame
) -> dict[int, dict[str, int]]:
    """By principle, the paired bodies that went up, stayed and went down."""
    lineage = now.select("body").unique().with_columns(ancestor=pl.col("body"))
    links = frames["body_successions"].rename({"body": "ancestor"})
    reached = [lineage.clear()]
    while len(lineage):
        found = pl.col("ancestor").is_in(existed["body"].to_list())
        reached.append(lineage.filter(found))
        lineage = (
            lineage.filter(~found).join(links, on="ancestor").select("body", ancestor="predecessor").unique()
        )
    former = (
        before.lazy().select("principle", "rating", ancestor="body").rename({"rating": "former"}).drop_nulls()
    )
    pairs = (
        now.lazy()
        .select("body", "principle", "rating")
        .drop_nulls()
        .join(pl.concat(reached).unique().lazy(), on="body")
    )
    paired = pairs.join(former, on=["ancestor", "principle"]).group_by("principle", "body", "rating")
    up, down = pl.col("rating") > pl.col("high"), pl.col("rating") < pl.col("low")
    ways = paired.agg(low=pl.col("former").min(), high=pl.col("former").max()).group_by("principle")
    counted = ways.agg(up=up.sum(), down=down.sum(), same=(~up & ~down).sum()).collect()
    return {row["principle"]: row for row in counted.iter_rows(named=True)}


def _norms(frames: Frames, chosen: dict[str, Any]) -> pd.Series:
    """The norms in force, shares as fractions."""
    value = pl.when(pl.col("unit") == "%").then(pl.col("value") / 100).otherwise(pl.col("value"))
    found = (
        frames["norms"]
        .filter(pl.col("applies_from") <= chosen["day"])
        .sort("applies_from")
        .group_by("norm")
        .agg(value.last())
    )
    return pd.Series(dict(found.iter_rows()))


def _indicators(frames: Frames, chosen: dict[str, Any]) -> list[dict[str, Any]]:
    norms = _norms(frames, chosen)
    c = _of_period(frames, chosen)
    years = (
        c.select(first=pl.col("start_on").min().dt.year(), last=pl.col("end_on").max().dt.year())
        .collect()
        .row(0)
    )
    facts = c.select(**_facts(norms, years)).collect()
    keeps_feedback = facts["keeps_feedback"].any()
    measured = []
    for name, indicator in INDICATORS.items():
        if name == "answered":
            some = facts.filter(pl.col("answered") <= pl.col("contributions"))
            top, bottom = int(some["answered"].sum()), int(some["contributions"].sum())
            measured.append(
                result(name, top, bottom, len(facts) - len(some), top / bottom if bottom else None, norms)
            )
            continue
        applies = facts.filter(pl.col(f"{name}_applies")) if f"{name}_applies" in facts.columns else facts
        fact = applies[name]
        if name == "feedback_given" and not keeps_feedback:
            fact = fact.clear(len(fact))
        known, is_share = fact.drop_nulls(), indicator.measure == "share"
        value = None if known.is_empty() else float(known.mean() if is_share else known.median())
        measured.append(
            result(
                name, int(known.sum()) if is_share else None, len(known), len(fact) - len(known), value, norms
            )
        )
    (by_scale,) = [each for each in measured if each["indicator"] == "hours_per_participant"]
    by_scale["by_scale"] = {
        key: _apart(facts.filter(pl.col("scale") == key)["hours_per_participant"]) for key in SCALES
    }
    return measured


def _apart(hours: pl.Series) -> dict[str, Any]:
    known = hours.drop_nulls()
    value = None if known.is_empty() else float(known.median())
    return {"denominator": len(known), "unknown": len(hours) - len(known), "value": value}


def _of_period(frames: Frames, chosen: dict[str, Any]) -> pl.LazyFrame:
    """The consultations of the round, with their groups and the period that the law set for them."""
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
        firms=pl.when(known & (firms.len() == 0)).then(False).when(known).then(firms.first()),
    )
    laws = frames["norms"].lazy().filter(pl.col("norm").str.starts_with("statutory_"))
    laws = laws.select(
        plan_kind=pl.col("norm").str.strip_prefix("statutory_"), applies_from="applies_from", law="value"
    ).sort("applies_from")
    c = c.join(groups, on="consultation", how="left").sort("start_on")
    return c.join_asof(
        laws,
        left_on="start_on",
        right_on="applies_from",
        by="plan_kind",
        strategy="backward",
        check_sortedness=False,
    )


def _facts(norms: pd.Series, years: tuple[int | None, int | None]) -> dict[str, pl.Expr]:
    """Each indicator of each consultation: null where it is not known; ``…_applies`` where an indicator
    speaks of some only.
    """
    start, end, decided, hours = (
        pl.col("start_on"),
        pl.col("end_on"),
        pl.col("decided_on"),
        pl.col("hours_spent"),
    )
    small, medium = norms["scale_small_max_hours"], norms["scale_medium_max_hours"]
    window, lead, waiting = (
        (end - start).dt.total_days(),
        (decided - start).dt.total_days(),
        (decided - end).dt.total_days(),
    )
    wanted = pl.coalesce(
        pl.col("statutory_days").cast(pl.Float64), "law", pl.lit(norms["window_default_days"])
    )
    span = range(years[0], years[1] + 1) if years[0] and years[1] else range(0)
    free = sorted({*public_holidays(span), *(date(year, 7, day) for year in span for day in range(1, 32))})
    known, after = end >= start, end + pl.duration(days=1)
    days_off = pl.business_day_count(start, after) - pl.business_day_count(start, after, holidays=free)
    named = pl.col("not_open").fill_null("").str.strip_chars() != ""
    per_head = pl.when(pl.col("participants") > 0).then(hours / pl.col("participants"))
    fits = {"small": hours <= small, "medium": (hours > small) & (hours <= medium), "large": hours > medium}
    scale = pl.col("scale")
    return {
        "scale": scale,
        "contributions": pl.col("contributions"),
        "answered": pl.col("contributions_answered"),
        "keeps_feedback": pl.col("feedback_on").is_not_null() & decided.is_not_null(),
        "frame_published": pl.col("frame_published_on") <= start,
        "frame_reasoned_applies": named,
        "frame_reasoned": pl.col("not_open_reason").fill_null("").str.strip_chars() != "",
        "input_effect_applies": decided.is_not_null(),
        "input_effect": pl.when(pl.col("effect") != "unknown").then(pl.col("effect") != "none"),
        "feedback_given_applies": decided.is_not_null(),
        "feedback_given": (
            pl.when(pl.col("feedback_on").is_null())
            .then(False)
            .when(pl.col("feedback_on") >= decided)
            .then(True)
        ),
        "new_method": pl.col("new_method").cast(pl.Boolean),
        "before_proposal": start < pl.col("proposal_on"),
        "after_frame": start > pl.col("frame_decided_on"),
        "lead_days": pl.when(lead >= 0).then(lead),
        "window_days": pl.when(window >= 0).then(window >= wanted),
        "holiday_share": pl.when(known).then(days_off / (window + 1)),
        "decision_days": pl.when(waiting >= 0).then(waiting),
        "on_plan": (end - pl.col("planned_end_on")).dt.total_days().abs() <= norms["on_plan_days"],
        "groups": pl.col("groups"),
        "sought_out": pl.col("sought_out").cast(pl.Boolean),
        "beyond": pl.col("beyond").cast(pl.Boolean),
        "businesses_applies": pl.col("businesses_relevant").cast(pl.Boolean).fill_null(False),
        "businesses": pl.col("firms").cast(pl.Boolean),
        "hours_per_participant": per_head,
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
    found: dict[int, dict[str, int]] = {}
    for number, key, count in counted.iter_rows():
        found.setdefault(number, {})[key] = count
    return found
