"""The peer: one round's evaluation in pandas, as somebody at home in pandas would write it, from frames in memory.

It gives the program's own JSON but for ``LEFT_OUT``, and the measurement checks that before it times anything. What is left
out is words and judgement, not counting, which is to the peer's advantage. The statistics of five counts (median, A, delta,
alpha, sign test) are the same plain functions on both sides.
"""

from typing import Any

import pandas as pd

from data.store import Store
from evaluation.agreement import krippendorff_alpha, van_der_eijk
from evaluation.ordinal import cliffs_delta, median_pair, sign_test
from evaluation.principles import INDICATORS

Frames = dict[str, pd.DataFrame]
LEFT_OUT = frozenset({"title", "verdict", "contradiction", "demonstration"})
TABLES = (
    "rounds", "bodies", "body_successions", "consultations", "consultation_groups", "assessments", "assessment_themes",
    "assessment_evidence", "norms",
)  # fmt: skip
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
    themes = _links(frames["assessment_themes"], now, "theme")
    evidence = _links(frames["assessment_evidence"], now, "consultation")
    key = None if previous is None else previous["round"]
    principles = [
        {"principle": number}
        | standings[number]
        | {
            "gap": _gap(standings[number]),
            "change": _change(key, moves.loc[number], _row(standings[number]["all"]), former.loc[number].sum()),
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
        "agreement_all": {"krippendorff_alpha_ordinal": krippendorff_alpha([_row(each["all"]) for each in principles])},
        "principles": principles,
        "proportionality": {"indicators": [each for each in measured if INDICATORS[each["indicator"]].principle is None]},
    }


def _previous(frames: Frames, rounds: pd.DataFrame, chosen: pd.Series) -> pd.Series | None:
    """The latest round before this one that was opened or answered."""
    given = frames["assessments"]
    answered = given.loc[given["status"] == "submitted", "round"].unique()
    held = rounds[(rounds["day"] < chosen["day"]) & ((rounds["status"] != "planned") | rounds["round"].isin(answered))]
    return held.loc[held["day"].idxmax()] if len(held) else None


def _expected(frames: Frames, chosen: pd.Series) -> pd.DataFrame:
    bodies, day = frames["bodies"], chosen["day"]
    return bodies[(bodies["active_from"].fillna(day) <= day) & (bodies["active_to"].fillna(day) >= day)]


def _counted(frames: Frames, chosen: pd.Series, expected: pd.DataFrame) -> pd.DataFrame:
    given = frames["assessments"]
    given = given[(given["round"] == chosen["round"]) & (given["status"] == "submitted") & given["consultation"].isna()]
    return given.merge(expected[["body", "level"]], on="body")


def _counts(given: pd.DataFrame) -> pd.DataFrame:
    """A row a principle and level, a column a step."""
    every = pd.MultiIndex.from_product([STEPS, LEVELS], names=["principle", "level"])
    counts = given.groupby(["principle", "level", "rating"]).size().unstack("rating")
    return counts.reindex(index=every, columns=STEPS).fillna(0).astype(int)


def _standings(now: pd.DataFrame, expected: pd.DataFrame) -> dict[int, dict[str, Any]]:
    counts, asked = _counts(now), expected["level"].value_counts().reindex(LEVELS, fill_value=0)
    said = now.groupby(["principle", "level"])["not_assessable"].agg(["size", "sum"]).reindex(counts.index, fill_value=0)
    table = counts.assign(expected=counts.index.get_level_values("level").map(asked), answered=said["size"], unjudged=said["sum"])
    together = table.groupby("principle").sum()
    return {
        number: {level: _standing(table.loc[number, level]) for level in LEVELS} | {"all": _standing(together.loc[number])}
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
    return {"cliffs_delta": cliffs_delta(_row(committee), _row(centre)), "medians": [committee["median"], centre["median"]]}


def _change(previous: str | None, moved: pd.Series, counts: list[int], former: pd.Series) -> dict[str, Any]:
    up, same, down = (int(moved[way]) for way in ("up", "same", "down"))
    test, delta = sign_test(up, down), cliffs_delta(counts, former.tolist())
    return {"previous_round": previous, "up": up, "same": same, "down": down, "sign_test_p": test, "cliffs_delta": delta}


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
    c = c[day.between(chosen["period_from"], chosen["period_to"]) & (c["run_by_municipality"].fillna("yes") != "no")]
    window, waiting = (c["end_on"] - c["start_on"]).dt.days, (c["decided_on"] - c["end_on"]).dt.days
    enough = (window >= c["statutory_days"].astype("float").fillna(norms["window_default_days"])).where(window >= 0)
    published = (c["frame_published_on"] <= c["start_on"]).where(c["frame_published_on"].notna() & c["start_on"].notna())
    in_time = (c["start_on"] < c["proposal_on"]).where(c["start_on"].notna() & c["proposal_on"].notna())
    decided = c[c["decided_on"].notna()]
    groups = frames["consultation_groups"].dropna(subset="took_part").astype({"took_part": bool})
    took_part = groups.groupby("consultation")["took_part"].sum().reindex(c["consultation"])
    facts = {
        "frame_published": published,
        "input_effect": decided["effect"].map({"none": False, "minor": True, "substantial": True}),
        "before_proposal": in_time,
        "window_days": enough,
        "decision_days": waiting.where(waiting >= 0),
        "groups": took_part,
    }
    return [_measured(name, facts[name], norms.get(name)) for name in INDICATORS]


def _measured(name: str, fact: pd.Series, norm: float | None) -> dict[str, Any]:
    indicator, known = INDICATORS[name], fact.dropna().astype("float")
    is_share = indicator.measure == "share"
    true = int(known.sum()) if is_share else None
    value = None if known.empty else float(known.mean() if is_share else known.median())
    met = None if value is None or norm is None else bool(value >= norm if indicator.at_least else value <= norm)
    unknown = len(fact) - len(known)
    return {
        "indicator": name, "numerator": true, "denominator": len(known), "unknown": unknown,
        "value": value, "unit": indicator.unit, "norm": norm, "met": met,
    }  # fmt: skip


def _links(links: pd.DataFrame, now: pd.DataFrame, column: str) -> dict[int, dict[str, int]]:
    """By principle, how many counted assessments carry each link."""
    counted = links.merge(now[["assessment", "principle"]], on="assessment").groupby(["principle", column]).size()
    return {number: each.droplevel(0).to_dict() for number, each in counted.groupby("principle")}  # type: ignore[misc]
