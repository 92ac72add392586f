"""The peer: one round's evaluation in pandas, as somebody at home in pandas would write it, from frames in
memory.

It gives the program's own JSON but for ``LEFT_OUT``, and the measurement checks that before it times
anything. What is left out is words and judgement, not counting, which is to the peer's advantage. The
statistics of five counts (median, A, delta, alpha, sign test) are the same plain functions on both sides.
"""

from typing import Any

import numpy as np
import pandas as pd

from data.database import Store
from data.working_days import public_holidays
from evaluation.agreement import krippendorff_alpha, van_der_eijk
from evaluation.indicators import is_met, norm_of
from evaluation.ordinal import cliffs_delta, median_pair, sign_test
from evaluation.principles import INDICATORS

Frames = dict[str, pd.DataFrame]
LEFT_OUT = frozenset({"title", "verdict", "contradiction", "demonstration"})
TABLES = (
    "rounds",
    "bodies",
    "body_successions",
    "consultations",
    "consultation_groups",
    "assessments",
    "assessment_themes",
    "assessment_evidence",
    "norms",
)
LEVELS, STEPS = ("committee", "centre"), range(1, 6)


def read_frames(store: Store) -> Frames:
    """Every table that the evaluation needs, read once."""
    return {name: store.frame(f"from {name}") for name in TABLES}


def comparable(found: Any) -> Any:
    """The program's JSON without what this side leaves out, at any depth."""
    if isinstance(found, dict):
        return {name: comparable(value) for name, value in found.items() if name not in LEFT_OUT}
    return [comparable(value) for value in found] if isinstance(found, list) else found


def evaluate(frames: Frames, round_key: str) -> dict[str, Any]:
    """The evaluation as JSON-able values."""
    rounds = frames["rounds"].assign(day=lambda r: r["opens_on"].fillna(r["period_to"]))
    chosen = rounds[rounds["round"] == round_key].iloc[0]
    previous = _previous(frames, rounds, chosen)
    expected = _expected(frames, chosen)
    now = _counted(frames, chosen, expected)
    existed = expected.iloc[:0] if previous is None else _expected(frames, previous)
    before = now.iloc[:0] if previous is None else _counted(frames, previous, existed)
    standings, former = _standings(now, expected), _counts(before)
    moves = _moves(frames, now, before, existed)
    measured = _indicators(frames, chosen)
    themes = _links(frames["assessment_themes"], now[~now["closed"]], "theme")
    evidence = _links(frames["assessment_evidence"], now, "consultation")
    key = None if previous is None else previous["round"]
    principles = [
        {"principle": number}
        | standings[number]
        | {
            "gap": _gap(standings[number]),
            "change": _change(
                key, moves.loc[number], _row(standings[number]["all"]), former.loc[number].sum()
            ),
            "indicators": [each for each in measured if INDICATORS[each["indicator"]].principle == number],
            "themes": themes.get(number, {}),
            "evidence": evidence.get(number, {}),
        }
        for number in STEPS
    ]
    return {
        "round": chosen["round"],
        "term": chosen["term"],
        "kind": chosen["kind"],
        "period": [chosen["period_from"].date().isoformat(), chosen["period_to"].date().isoformat()],
        "status": chosen["status"],
        "agreement_all": {
            "krippendorff_alpha_ordinal": krippendorff_alpha([_row(each["all"]) for each in principles])
        },
        "principles": principles,
        "proportionality": {
            "indicators": [each for each in measured if INDICATORS[each["indicator"]].principle is None]
        },
    }


def _previous(frames: Frames, rounds: pd.DataFrame, chosen: pd.Series) -> pd.Series | None:
    """The latest round before this one that was opened or answered."""
    for _, earlier in rounds[rounds["day"] < chosen["day"]].sort_values("day", ascending=False).iterrows():
        if earlier["status"] != "planned" or len(_counted(frames, earlier, _expected(frames, earlier))):
            return earlier
    return None


def _expected(frames: Frames, chosen: pd.Series) -> pd.DataFrame:
    bodies, day = frames["bodies"], chosen["day"]
    return bodies[(bodies["active_from"].fillna(day) <= day) & (bodies["active_to"].fillna(day) >= day)]


def _counted(frames: Frames, chosen: pd.Series, expected: pd.DataFrame) -> pd.DataFrame:
    given = frames["assessments"]
    given = given[
        (given["round"] == chosen["round"]) & (given["status"] == "submitted") & given["consultation"].isna()
    ]
    return given.merge(expected[["body", "level"]], on="body")


def _counts(given: pd.DataFrame) -> pd.DataFrame:
    """A row a principle and level, a column a step."""
    every = pd.MultiIndex.from_product([STEPS, LEVELS], names=["principle", "level"])
    counts = given.groupby(["principle", "level", "rating"]).size().unstack("rating")
    return counts.reindex(index=every, columns=STEPS).fillna(0).astype(int)


def _standings(now: pd.DataFrame, expected: pd.DataFrame) -> dict[int, dict[str, Any]]:
    counts, asked = _counts(now), expected["level"].value_counts().reindex(LEVELS, fill_value=0)
    said = (
        now.groupby(["principle", "level"])["not_assessable"]
        .agg(["size", "sum"])
        .reindex(counts.index, fill_value=0)
    )
    table = counts.assign(
        expected=counts.index.get_level_values("level").map(asked),
        answered=said["size"],
        unjudged=said["sum"],
    )
    together = table.groupby("principle").sum()
    return {
        number: (
            {level: _standing(table.loc[number, level]) for level in LEVELS}
            | {"all": _standing(together.loc[number])}
        )
        for number in STEPS
    }


def _standing(row: pd.Series) -> dict[str, Any]:
    counts = row[list(STEPS)].tolist()
    return {
        "expected": int(row["expected"]),
        "answered": int(row["answered"]),
        "assessable": sum(counts),
        "not_assessable": int(row["unjudged"]),
        "counts": {str(step): number for step, number in zip(STEPS, counts, strict=True)},
        "median": _pair(counts),
        "agreement": van_der_eijk(counts),
    }


def _pair(counts: list[int]) -> list[int] | None:
    median = median_pair(counts)
    return list(median) if median else None


def _row(standing: dict[str, Any]) -> list[int]:
    return list(standing["counts"].values())


def _gap(standing: dict[str, Any]) -> dict[str, Any]:
    committee, centre = (standing[level] for level in LEVELS)
    return {
        "cliffs_delta": cliffs_delta(_row(committee), _row(centre)),
        "medians": [committee["median"], centre["median"]],
    }


def _change(previous: str | None, moved: pd.Series, counts: list[int], former: pd.Series) -> dict[str, Any]:
    up, same, down = (int(moved[way]) for way in ("up", "same", "down"))
    test, delta = sign_test(up, down), cliffs_delta(counts, former.tolist())
    return {
        "previous_round": previous,
        "up": up,
        "same": same,
        "down": down,
        "sign_test_p": test,
        "cliffs_delta": delta,
    }


def _moves(frames: Frames, now: pd.DataFrame, before: pd.DataFrame, existed: pd.DataFrame) -> pd.DataFrame:
    """A row a principle: paired bodies that went up, stayed and went down."""
    lineage = now[["body"]].drop_duplicates().assign(ancestor=lambda frame: frame["body"])
    links = frames["body_successions"].rename(columns={"body": "ancestor"})
    reached = []
    while len(lineage):
        found = lineage["ancestor"].isin(existed["body"])
        reached.append(lineage[found])
        lineage = lineage[~found].merge(links, on="ancestor")[["body", "predecessor"]]
        lineage = lineage.rename(columns={"predecessor": "ancestor"}).drop_duplicates()
    former = before[["body", "principle", "rating"]].rename(columns={"body": "ancestor", "rating": "former"})
    pairs = now.merge(pd.concat(reached).drop_duplicates() if reached else lineage, on="body")
    pairs = pairs.merge(former, on=["ancestor", "principle"]).dropna(subset=["rating", "former"])
    pairs = pairs.groupby(["principle", "body", "rating"])["former"].agg(["min", "max"]).reset_index()
    ways = pd.DataFrame({"up": pairs["rating"] > pairs["max"], "down": pairs["rating"] < pairs["min"]})
    ways["same"] = ~ways["up"] & ~ways["down"]
    return ways.groupby(pairs["principle"]).sum().reindex(STEPS, fill_value=0)


def _norms(frames: Frames, chosen: pd.Series) -> pd.Series:
    """The norms in force, shares as fractions."""
    norms = frames["norms"].sort_values("applies_from")
    norms = norms[norms["applies_from"] <= chosen["day"]].groupby("norm").last()
    return norms["value"].where(norms["unit"].fillna("") != "%", norms["value"] / 100)


def _indicators(frames: Frames, chosen: pd.Series) -> list[dict[str, Any]]:
    c, norms = frames["consultations"], _norms(frames, chosen)
    day = c["end_on"].fillna(c["start_on"])
    c = c[
        day.between(chosen["period_from"], chosen["period_to"])
        & (c["run_by_municipality"].fillna("yes") != "no")
    ]
    facts = _facts_of_dates(c, norms) | _facts_of_records(c, norms) | _facts_of_groups(frames, c)
    facts["window_days"] = _windows(frames, c, norms)
    answered = c[c["contributions_answered"] <= c["contributions"]]
    measured = []
    for name in INDICATORS:
        if name == "answered":
            totals = int(answered["contributions_answered"].sum()), int(answered["contributions"].sum())
            measured.append(
                result(
                    name, *totals, len(c) - len(answered), totals[0] / totals[1] if totals[1] else None, norms
                )
            )
        else:
            measured.append(_measured(name, facts[name], norms))
    hours, scale = facts["hours_per_participant"], c["scale"]
    (by_scale,) = [each for each in measured if each["indicator"] == "hours_per_participant"]
    by_scale["by_scale"] = {key: _apart(hours[scale == key]) for key in ("small", "medium", "large")}
    return measured


def _facts_of_dates(c: pd.DataFrame, norms: pd.Series) -> dict[str, pd.Series]:
    waiting, lead = (c["decided_on"] - c["end_on"]).dt.days, (c["decided_on"] - c["start_on"]).dt.days
    decided = c[c["decided_on"].notna()]
    told = (
        (decided["feedback_on"] >= decided["decided_on"])
        .astype(float)
        .where(decided["feedback_on"].notna(), 0.0)
    )
    told = told.where(~(decided["feedback_on"] < decided["decided_on"]))
    if decided["feedback_on"].isna().all():
        told[:] = float("nan")
    late = (c["end_on"] - c["planned_end_on"]).dt.days.abs()
    return {
        "frame_published": (
            (c["frame_published_on"] <= c["start_on"]).where(
                c["frame_published_on"].notna() & c["start_on"].notna()
            )
        ),
        "feedback_given": told,
        "before_proposal": (
            (c["start_on"] < c["proposal_on"]).where(c["start_on"].notna() & c["proposal_on"].notna())
        ),
        "after_frame": (
            (c["start_on"] > c["frame_decided_on"]).where(
                c["start_on"].notna() & c["frame_decided_on"].notna()
            )
        ),
        "lead_days": lead.where(lead >= 0),
        "holiday_share": _holiday_shares(c),
        "decision_days": waiting.where(waiting >= 0),
        "on_plan": (late <= norms["on_plan_days"]).where(late.notna()),
    }


def _holiday_shares(c: pd.DataFrame) -> pd.Series:
    """By numpy's business days: of the weekdays in a window, those that are free; over all its days."""
    known = c[(c["end_on"] >= c["start_on"])]
    start, after = known["start_on"].to_numpy("datetime64[D]"), known["end_on"].to_numpy("datetime64[D]") + 1
    if not len(known):
        return pd.Series(float("nan"), index=c.index)
    years = range(known["start_on"].dt.year.min(), known["end_on"].dt.year.max() + 1)
    julys = np.concatenate(
        [np.arange(f"{year}-07-01", f"{year}-08-01", dtype="datetime64[D]") for year in years]
    )
    free = np.concatenate([np.array(public_holidays(years), dtype="datetime64[D]"), julys])
    weekdays, working = np.busday_count(start, after), np.busday_count(start, after, holidays=free)
    return pd.Series((weekdays - working) / (after - start).astype(int), index=known.index).reindex(c.index)


def _facts_of_records(c: pd.DataFrame, norms: pd.Series) -> dict[str, pd.Series]:
    decided, hours = c[c["decided_on"].notna()], c["hours_spent"]
    closed = c[c["not_open"].fillna("").str.strip() != ""]
    small, medium = norms["scale_small_max_hours"], norms["scale_medium_max_hours"]
    fit = pd.Series(
        np.select(
            [c["scale"] == "small", c["scale"] == "medium", c["scale"] == "large"],
            [hours <= small, (hours > small) & (hours <= medium), hours > medium],
            default=False,
        ),
        index=c.index,
    ).where(c["scale"].notna() & hours.notna())
    return {
        "frame_reasoned": closed["not_open_reason"].fillna("").str.strip() != "",
        "input_effect": decided["effect"].map({"none": False, "minor": True, "substantial": True}),
        "new_method": c["new_method"],
        "hours_per_participant": hours / c["participants"].where(c["participants"] > 0),
        "scale_fit": fit,
    }


def _facts_of_groups(frames: Frames, c: pd.DataFrame) -> dict[str, pd.Series]:
    groups = frames["consultation_groups"]
    groups = groups[groups["consultation"].isin(c["consultation"])]
    took = (
        groups.dropna(subset="took_part")
        .astype({"took_part": bool})
        .groupby("consultation")["took_part"]
        .sum()
    )
    some = {
        flag: groups.dropna(subset=flag).astype({flag: bool}).groupby("consultation")[flag].max()
        for flag in ("sought_out", "beyond_affected")
    }
    relevant = c.loc[c["businesses_relevant"].fillna(False).astype(bool), "consultation"]
    firms = groups[groups["group"] == "businesses"].set_index("consultation")["took_part"]
    part = pd.Series(False, index=took.index, dtype="object")
    part.update(firms[firms.notna()])
    part[part.index.isin(firms.index[firms.isna()])] = None
    return {
        "groups": took.reindex(c["consultation"]),
        "sought_out": some["sought_out"].reindex(c["consultation"]),
        "beyond": some["beyond_affected"].reindex(c["consultation"]),
        "businesses": part.reindex(relevant),
    }


def _windows(frames: Frames, c: pd.DataFrame, norms: pd.Series) -> pd.Series:
    """Whether the window is as long as recorded, as the law set for the kind of plan on the day it
    started, or as usual.
    """
    laws = frames["norms"][frames["norms"]["norm"].str.startswith("statutory_")]
    laws = laws.assign(plan_kind=laws["norm"].str.removeprefix("statutory_")).sort_values("applies_from")
    started = (
        c[["plan_kind", "start_on"]]
        .dropna()
        .astype({"plan_kind": "str"})
        .reset_index()
        .sort_values("start_on")
    )
    law = pd.merge_asof(
        started,
        laws[["plan_kind", "applies_from", "value"]],
        left_on="start_on",
        right_on="applies_from",
        by="plan_kind",
    )
    wanted = (
        c["statutory_days"]
        .astype("float")
        .fillna(law.set_index("index")["value"])
        .fillna(norms["window_default_days"])
    )
    window = (c["end_on"] - c["start_on"]).dt.days
    return (window >= wanted).where(window >= 0)


def _apart(hours: pd.Series) -> dict[str, Any]:
    known = hours.dropna()
    value = None if known.empty else float(known.median())
    return {"denominator": len(known), "unknown": len(hours) - len(known), "value": value}


def _measured(name: str, fact: pd.Series, norms: pd.Series) -> dict[str, Any]:
    indicator, known = INDICATORS[name], fact.dropna().astype("float")
    is_share = indicator.measure == "share"
    value = None if known.empty else float(known.mean() if is_share else known.median())
    return result(
        name, int(known.sum()) if is_share else None, len(known), len(fact) - len(known), value, norms
    )


def result(
    name: str, numerator: int | None, denominator: int, unknown: int, value: float | None, norms: pd.Series
) -> dict[str, Any]:
    indicator = INDICATORS[name]
    norm = norm_of(indicator, norms.to_dict())
    return {
        "indicator": name,
        "numerator": numerator,
        "denominator": denominator,
        "unknown": unknown,
        "value": value,
        "unit": indicator.unit,
        "norm": list(norm) if isinstance(norm, tuple) else norm,
        "met": is_met(indicator, value, norm),
    }


def _links(links: pd.DataFrame, now: pd.DataFrame, column: str) -> dict[int, dict[str, int]]:
    """By principle, how many counted assessments carry each link."""
    counted = (
        links.merge(now[["assessment", "principle"]], on="assessment").groupby(["principle", column]).size()
    )
    return {number: each.droplevel(0).to_dict() for number, each in counted.groupby("principle")}  # type: ignore[misc]
