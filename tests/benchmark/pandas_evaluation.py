"""The peer: one round's evaluation in pandas, as somebody at home in pandas would write it, from frames in
memory.

It gives the program's own JSON but for ``LEFT_OUT``, and the measurement checks that before it times
anything. What is left out is words and judgement, not counting, which is to the peer's advantage. The
statistics of five counts (median, A, delta, alpha, sign test) are the same plain functions on both sides.
Three things are left out on both peers, since no register measured here has them: consultations handed on
after a closing, themes that differ in capitals alone, and what participants answered.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from data.database import Store
from data.working_days import public_holidays
from evaluation.agreement import krippendorff_alpha, van_der_eijk
from evaluation.indicators import band_of, is_met, norm_of
from evaluation.ordinal import cliffs_delta, median_pair, sign_test
from evaluation.principles import INDICATORS

Frames = dict[str, pd.DataFrame]
LEFT_OUT = frozenset(
    {
        "title",
        "verdict",
        "contradiction",
        "demonstration",
        "rules",
        "experience",
        "experience_meaningful",
    }
)
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
    "days_off",
    "methods",
)
LEVELS, STEPS = ("committee", "centre"), range(1, 6)


def read_frames(store: Store) -> Frames:
    """Every table that the evaluation needs, read once."""
    return {name: store.frame(f"from {name}") for name in TABLES}


def comparable(tree: Any) -> Any:
    """The program's JSON without what this side leaves out, at any depth."""
    if isinstance(tree, dict):
        return {name: comparable(value) for name, value in tree.items() if name not in LEFT_OUT}
    return [comparable(value) for value in tree] if isinstance(tree, list) else tree


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
    moves = _moves(frames, now, before, existed, expected)
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
        "as_of": chosen["day"].date().isoformat(),
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
    assessments = frames["assessments"]
    assessments = assessments[
        (assessments["round"] == chosen["round"])
        & (assessments["status"] == "submitted")
        & assessments["consultation"].isna()
    ]
    return assessments.merge(expected[["body", "level"]], on="body")


def _counts(assessments: pd.DataFrame) -> pd.DataFrame:
    """A row a principle and level, a column a step."""
    every = pd.MultiIndex.from_product([STEPS, LEVELS], names=["principle", "level"])
    counts = assessments.groupby(["principle", "level", "rating"]).size().unstack("rating")
    return counts.reindex(index=every, columns=STEPS).fillna(0).astype(int)


def _standings(now: pd.DataFrame, expected: pd.DataFrame) -> dict[int, dict[str, Any]]:
    counts, bodies_by_level = _counts(now), expected["level"].value_counts().reindex(LEVELS, fill_value=0)
    answers = (
        now.groupby(["principle", "level"])["not_assessable"]
        .agg(["size", "sum"])
        .reindex(counts.index, fill_value=0)
    )
    table = counts.assign(
        expected=counts.index.get_level_values("level").map(bodies_by_level),
        answered=answers["size"],
        unjudged=answers["sum"],
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


def _moves(
    frames: Frames,
    now: pd.DataFrame,
    before: pd.DataFrame,
    existed: pd.DataFrame,
    expected: pd.DataFrame,
) -> pd.DataFrame:
    """A row a principle: paired bodies that went up, stayed and went down."""
    lineage = now[["body"]].drop_duplicates().assign(ancestor=lambda frame: frame["body"], beyond=False)
    links = frames["body_successions"].rename(columns={"body": "ancestor"})
    gone = set(existed["body"]) - set(expected["body"])
    reached = []
    while len(lineage):
        existed_then = lineage["ancestor"].isin(existed["body"])
        reached.append(lineage[(existed_then & ~lineage["beyond"]) | lineage["ancestor"].isin(gone)])
        lineage = lineage.assign(beyond=lineage["beyond"] | existed_then).merge(links, on="ancestor")
        lineage = lineage.drop(columns="ancestor").rename(columns={"predecessor": "ancestor"})
        lineage = lineage.drop_duplicates()
    former = before[["body", "principle", "rating"]].rename(columns={"body": "ancestor", "rating": "former"})
    pairs = pd.concat(reached) if reached else lineage
    pairs = now.merge(pairs[["body", "ancestor"]].drop_duplicates(), on="body")
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
    everything, norms = frames["consultations"], _norms(frames, chosen)
    day = everything["end_on"].fillna(everything["start_on"])
    c = everything[
        day.between(chosen["period_from"], chosen["period_to"])
        & (everything["run_by_municipality"].fillna("yes") != "no")
    ]
    c = c.assign(decision=_decisions(c, chosen["day"], norms)).join(_kinds(frames, c), on="methods")
    facts = _facts_of_dates(everything, c, chosen["day"], norms) | _facts_of_records(c, norms)
    facts |= _facts_of_groups(frames, c) | _windows(frames, c, norms)
    silent = _silent_centres(c, facts, norms)
    answered = c[c["contributions_answered"] <= c["contributions"]]
    measured = []
    for name in INDICATORS:
        if name == "answered":
            totals = int(answered["contributions_answered"].sum()), int(answered["contributions"].sum())
            share = totals[0] / totals[1] if totals[1] else None
            counts = Counts(*totals, len(answered), len(c) - len(answered), 0, share)
            measured.append(result(name, counts, norms))
        else:
            measured.append(_measured(name, facts[name], norms, silent.get(name, [])))
    hours, scale = facts["hours_per_participant"].cases, c["scale"]
    (by_scale,) = [each for each in measured if each["indicator"] == "hours_per_participant"]
    by_scale["by_scale"] = {key: _apart(hours[scale == key]) for key in ("small", "medium", "large")}
    return measured


class Fact(NamedTuple):
    """What an indicator says of its cases (missing where it is unknown), and how many wait."""

    cases: pd.Series
    waiting: int = 0


class Counts(NamedTuple):
    """What is counted of an indicator."""

    numerator: int | None
    denominator: int
    known: int
    unknown: int
    waiting: int
    value: float | None


def _decisions(c: pd.DataFrame, as_of: pd.Timestamp, norms: pd.Series) -> pd.Series:
    decided = c["decided_on"].notna()
    late = (as_of - c["end_on"]).dt.days > norms["decision_days_max"]
    none_expected = ~c["decision_expected"].astype("boolean").fillna(True)
    return pd.Series(
        np.select(
            [none_expected, decided, c["end_on"].isna(), late],
            ["no_case", "decided", "unknown", "late"],
            default="waiting",
        ),
        index=c.index,
    )


def _kinds(frames: Frames, c: pd.DataFrame) -> pd.DataFrame:
    """By combination of methods: whether one has a period to respond in (missing where none is listed), and
    whether one is a hearing.
    """
    listed = frames["methods"].assign(
        word=lambda m: m[["method", "name_da", "name_en", "aliases"]].fillna("").agg(";".join, axis=1)
    )
    listed = listed.assign(word=listed["word"].str.split(";")).explode("word")
    listed = listed.assign(word=listed["word"].str.strip().str.lower()).query("word != ''")
    words = pd.DataFrame({"methods": c["methods"].dropna().unique()})
    words = words.assign(word=words["methods"].str.split(";")).explode("word")
    words = words.assign(word=words["word"].str.strip().str.lower()).merge(
        listed.drop_duplicates(["word", "method"]), on="word"
    )
    words = words.assign(
        responds=words["has_response_period"].astype(float), hears=words["method"] == "hearing"
    )
    return words.groupby("methods")[["responds", "hears"]].max()


def _told(c: pd.DataFrame, date: str, in_time: pd.Series) -> pd.Series:
    """Of decided ones: a missing date is a no, unless no case has one; of unknown ones nothing."""
    cases = c[c["decision"].isin(["decided", "unknown"])]
    values = in_time[cases.index].astype(float).where(cases["decision"] == "decided")
    return values.where(cases[date].notna() | bool(cases[date].notna().any()))


def _facts_of_dates(
    everything: pd.DataFrame, c: pd.DataFrame, as_of: pd.Timestamp, norms: pd.Series
) -> dict[str, Fact]:
    waited, lead = (c["decided_on"] - c["end_on"]).dt.days, (c["decided_on"] - c["start_on"]).dt.days
    undecided, decided = c["decided_on"].isna(), c["decision"] == "decided"
    waits, has_case = int((c["decision"] == "waiting").sum()), c["decision"].isin(["decided", "unknown"])
    since_start = (as_of - c["start_on"]).dt.days
    expected = c["decision"] != "no_case"
    early = expected & undecided & (since_start <= norms["lead_days_max"])
    within = lead.between(norms["lead_days_min"], norms["lead_days_max"]).astype(float)
    within = within.where((lead >= 0) | (undecided & c["start_on"].notna()))
    in_time = (waited <= norms["decision_days_max"]).astype(float)
    in_time = in_time.where((waited >= 0) | (c["decision"] == "late"))
    told_late = decided & c["feedback_on"].isna()
    can_come = told_late & ((as_of - c["decided_on"]).dt.days <= norms["feedback_days"])
    feedback = _told(c, "feedback_on", c["feedback_on"] >= c["decided_on"])
    feedback = feedback.where(~(c["feedback_on"] < c["decided_on"]).reindex(feedback.index))[
        ~can_come.reindex(feedback.index)
    ]
    off_plan = (c["end_on"] - c["planned_end_on"]).dt.days.abs()
    clear = (c["clarified_on"] < c["start_on"]).astype(float)
    clear = clear.where(
        c["start_on"].notna() & (c["clarified_on"].notna() | bool(c["clarified_on"].notna().any()))
    )
    effect = c["effect"].map({"none": 0.0, "minor": 1.0, "substantial": 1.0}).where(decided)
    return {
        "frame_published": Fact(
            (c["frame_published_on"] <= c["start_on"]).where(
                c["frame_published_on"].notna() & c["start_on"].notna()
            )
        ),
        "input_effect": Fact(effect[has_case], waits),
        "feedback_given": Fact(feedback, waits + int(can_come.sum())),
        "in_discussion": Fact(_told(c, "presented_on", c["presented_on"] <= c["decided_on"]), waits),
        "before_proposal": Fact(_before_proposal(everything, c)),
        "after_frame": Fact(
            (c["start_on"] > c["frame_decided_on"]).where(
                c["start_on"].notna() & c["frame_decided_on"].notna()
            )
        ),
        "lead_days": Fact(within[expected & ~early], int(early.sum())),
        "decision_days": Fact(in_time[expected & (c["decision"] != "waiting")], waits),
        "on_plan": Fact((off_plan <= norms["on_plan_days"]).where(off_plan.notna())),
        "clarified": Fact(clear),
    }


def _before_proposal(everything: pd.DataFrame, c: pd.DataFrame) -> pd.Series:
    """A plan's hearing counts as before where another one of its case had ended before the proposal."""
    before = (c["start_on"] < c["proposal_on"]).where(c["start_on"].notna() & c["proposal_on"].notna())
    hearing = c["plan_kind"].notna() & c["hears"].astype("boolean").fillna(False)
    plans = c.loc[
        hearing & (c["case_number"].fillna("") != ""), ["consultation", "case_number", "proposal_on"]
    ].dropna()
    others = everything[["consultation", "case_number", "end_on"]]
    same = plans.merge(others, on="case_number", suffixes=("", "_other"))
    same = same[(same["consultation"] != same["consultation_other"]) & (same["end_on"] < same["proposal_on"])]
    earlier = c["consultation"].isin(same["consultation"])
    return before.where(~hearing, True)[~hearing | earlier]


def _filled(texts: pd.Series) -> pd.Series:
    return texts.fillna("").str.strip() != ""


def _facts_of_records(c: pd.DataFrame, norms: pd.Series) -> dict[str, Fact]:
    hours, fixed = c["hours_spent"], c["nothing_fixed"].astype("boolean").fillna(False).astype(bool)
    opened, closed = _filled(c["open_to_influence"]), _filled(c["not_open"])
    named = (fixed | (opened & closed)).astype(float).where(fixed | opened | closed)
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
        "frame_named": Fact(named),
        "frame_reasoned": Fact(_filled(c["not_open_reason"])[closed & ~fixed]),
        "new_method": Fact(c["new_method"]),
        "hours_per_participant": Fact(hours / c["participants"].where(c["participants"] > 0)),
        "scale_fit": Fact(fit),
    }


def _silent_centres(c: pd.DataFrame, facts: dict[str, Fact], norms: pd.Series) -> dict[str, list[str]]:
    """The centres with so many cases or more that record nothing of a kind."""
    records = {
        "feedback_given": c["feedback_on"].notna(),
        "in_discussion": c["presented_on"].notna(),
        "frame_named": c["nothing_fixed"].astype("boolean").fillna(False).astype(bool)
        | _filled(c["open_to_influence"])
        | _filled(c["not_open"]),
        "frame_reasoned": _filled(c["not_open_reason"]),
    }
    silent = {}
    for name, recorded in records.items():
        cases = facts[name].cases.index
        of_centre = recorded[cases].groupby(c.loc[cases, "centre"]).agg(["size", "any"])
        few = (of_centre["size"] < norms["not_recorded_min"]) | of_centre["any"].astype(bool)
        silent[name] = sorted(of_centre.index[~few])
    return silent


def _facts_of_groups(frames: Frames, c: pd.DataFrame) -> dict[str, Fact]:
    groups = frames["consultation_groups"].merge(c[["consultation"]], on="consultation")
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
    part = pd.Series(0.0, index=took.index)
    part.update(firms.dropna().astype(float))
    return {
        "groups": Fact(took.reindex(c["consultation"])),
        "sought_out": Fact(some["sought_out"].reindex(c["consultation"])),
        "beyond": Fact(some["beyond_affected"].reindex(c["consultation"])),
        "businesses": Fact(part.reindex(relevant)),
    }


def _windows(frames: Frames, c: pd.DataFrame, norms: pd.Series) -> dict[str, Fact]:
    """Whether the window is as long as recorded, as the law set for the kind of plan on the day it started
    (the longer of the two), or as usual; and whether more of its weekdays were lost than the norm allows.
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
    by_law = law.set_index("index")["value"].reindex(c.index)
    recorded = c["statutory_days"].astype("float")
    wanted = pd.concat([recorded, by_law], axis=1).max(axis=1).fillna(norms["window_default_days"])
    responds = c["responds"].mask(c["plan_kind"].notna() | c["statutory_days"].notna(), 1.0)
    applies = responds.isna() | (responds == 1)
    window = (c["end_on"] - c["start_on"]).dt.days
    long_enough = (window >= wanted).astype(float).where((window >= 0) & responds.notna())
    shares = _lost_shares(frames, c)
    lost = (shares > norms["holiday_window_max"]).astype(float).where(shares.notna() & responds.notna())
    return {"window_days": Fact(long_enough[applies]), "holiday_share": Fact(lost[applies])}


def _lost_shares(frames: Frames, c: pd.DataFrame) -> pd.Series:
    """By numpy's business days: of the weekdays in a window, the share that is a day off; missing in years
    for which none is recorded.
    """
    known = c[(c["end_on"] >= c["start_on"])]
    if not len(known):
        return pd.Series(float("nan"), index=c.index)
    off = [
        pd.date_range(first, last).to_numpy("datetime64[D]")
        for first, last in frames["days_off"][["starts_on", "ends_on"]].itertuples(index=False)
    ]
    start, after = known["start_on"].to_numpy("datetime64[D]"), known["end_on"].to_numpy("datetime64[D]") + 1
    years = range(known["start_on"].dt.year.min(), known["end_on"].dt.year.max() + 1)
    holidays = np.array(public_holidays(years), dtype="datetime64[D]")
    free = np.unique(np.concatenate([holidays, *off]))
    weekdays, working = np.busday_count(start, after), np.busday_count(start, after, holidays=free)
    recorded: Any = (
        pd.Series(np.concatenate(off).astype("datetime64[Y]").astype(int) + 1970).unique() if off else []
    )
    missing = np.array([year not in recorded for year in years]).cumsum()
    first, last = (known[column].dt.year.to_numpy() - years[0] for column in ("start_on", "end_on"))
    unknown = missing[last] - np.where(first > 0, missing[first - 1], 0) > 0
    shares = np.where(weekdays > 0, (weekdays - working) / np.maximum(weekdays, 1), np.nan)
    return pd.Series(np.where(unknown, np.nan, shares), index=known.index).reindex(c.index)


def _apart(hours: pd.Series) -> dict[str, Any]:
    known = hours.dropna()
    value = None if known.empty else float(known.median())
    return {"denominator": len(known), "unknown": len(hours) - len(known), "value": value}


def _measured(name: str, fact: Fact, norms: pd.Series, silent: list[str]) -> dict[str, Any]:
    indicator, known = INDICATORS[name], fact.cases.dropna().astype("float")
    is_share = indicator.measure == "share"
    value = None if known.empty else float(known.mean() if is_share else known.median())
    numerator = int(known.sum()) if is_share else None
    counts = Counts(numerator, len(known), len(known), len(fact.cases) - len(known), fact.waiting, value)
    return result(name, counts, norms, silent)


def result(name: str, counts: Counts, norms: pd.Series, silent: Sequence[str] = ()) -> dict[str, Any]:
    """An indicator as the JSON has it."""
    indicator, in_force = INDICATORS[name], norms.to_dict()
    norm, band = norm_of(indicator, in_force), band_of(indicator, in_force)
    value = counts.value
    exactly = (
        Fraction(counts.numerator or 0, counts.denominator)
        if counts.numerator is not None and counts.denominator
        else value
    )
    return {
        "indicator": name,
        "numerator": counts.numerator,
        "denominator": counts.denominator,
        "unknown": counts.unknown,
        "waiting": counts.waiting,
        "value": value,
        "unit": indicator.unit,
        "norm": norm,
        "met": None if counts.waiting > counts.known else is_met(indicator, exactly, norm),
        "band": list(band) if isinstance(band, tuple) else band,
        "not_recorded": list(silent),
    }


def _links(links: pd.DataFrame, now: pd.DataFrame, column: str) -> dict[int, dict[str, int]]:
    """By principle, how many counted assessments carry each link."""
    counted = (
        links.merge(now[["assessment", "principle"]], on="assessment").groupby(["principle", column]).size()
    )
    return {number: each.droplevel(0).to_dict() for number, each in counted.groupby("principle")}  # type: ignore[misc]
