"""The peer: one round's evaluation in pandas, as somebody at home in pandas would write it, from frames in memory.

It gives the same numbers as the program; the measurement checks that before it times anything. Texts (titles, reasons) are
left out on this side, which is to the peer's advantage.
"""

from typing import Any

import pandas as pd

from data.store import Store
from evaluation.agreement import krippendorff_alpha, van_der_eijk
from evaluation.ordinal import cliffs_delta, median_pair

Frames = dict[str, pd.DataFrame]
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


def read_frames(store: Store) -> Frames:
    """Every table that the evaluation needs, read once."""
    return {name: store.frame(f"from {name}") for name in TABLES}


def evaluate(frames: Frames, round_key: str) -> dict[str, Any]:
    """Counts, medians, agreement, gap, change, indicators, themes and evidence by principle."""
    rounds = frames["rounds"].assign(day=lambda r: r["opens_on"].fillna(r["period_to"]))
    chosen = rounds[rounds["round"] == round_key].iloc[0]
    held = rounds[(rounds["day"] < chosen["day"]) & (rounds["status"] != "planned")].sort_values("day")
    previous = held.iloc[-1] if len(held) else None
    now = _counted(frames, chosen)
    before = _counted(frames, previous) if previous is not None else now.iloc[:0]
    expected = _expected(frames, chosen)
    norms = (
        frames["norms"][frames["norms"]["applies_from"] <= chosen["day"]]
        .sort_values("applies_from")
        .groupby("norm")["value"]
        .last()
    )
    indicators = _indicators(frames, chosen, norms)
    moves = _moves(frames, now, before, previous)
    principles = [_principle(number, now, before, expected) | {"moves": moves.get(number, [0, 0, 0])} for number in range(1, 6)]
    alpha = krippendorff_alpha([_counts(now[now["principle"] == number]) for number in range(1, 6)])
    links = {
        name: _links(frames[f"assessment_{name}"], now, column)
        for name, column in (("themes", "theme"), ("evidence", "consultation"))
    }
    return {"principles": principles, "indicators": indicators, "alpha": alpha, **links}


def _expected(frames: Frames, chosen: pd.Series) -> pd.DataFrame:
    bodies = frames["bodies"]
    begun = bodies["active_from"].isna() | (bodies["active_from"] <= chosen["day"])
    return bodies[begun & (bodies["active_to"].isna() | (bodies["active_to"] >= chosen["day"]))]


def _counted(frames: Frames, chosen: pd.Series) -> pd.DataFrame:
    given = frames["assessments"]
    given = given[(given["round"] == chosen["round"]) & (given["status"] == "submitted") & given["consultation"].isna()]
    return given.merge(_expected(frames, chosen)[["body", "level"]], on="body")


def _counts(given: pd.DataFrame) -> tuple[int, ...]:
    return tuple(int(number) for number in given["rating"].value_counts().reindex(range(1, 6), fill_value=0))


def _standing(given: pd.DataFrame, expected: int) -> list[Any]:
    counts = _counts(given)
    return [expected, len(given), int(given["not_assessable"].sum()), list(counts), median_pair(counts), van_der_eijk(counts)]


def _principle(number: int, now: pd.DataFrame, before: pd.DataFrame, expected: pd.DataFrame) -> dict[str, Any]:
    mine, former = now[now["principle"] == number], before[before["principle"] == number]
    levels = {level: mine[mine["level"] == level] for level in ("committee", "centre")}
    return {
        "all": _standing(mine, len(expected)),
        **{level: _standing(given, int((expected["level"] == level).sum())) for level, given in levels.items()},
        "gap": cliffs_delta(*(_counts(given) for given in levels.values())),
        "delta": cliffs_delta(_counts(mine), _counts(former)),
    }


def _moves(frames: Frames, now: pd.DataFrame, before: pd.DataFrame, previous: pd.Series | None) -> dict[int, list[Any]]:
    if previous is None:
        return {}
    existed = set(_expected(frames, previous)["body"])
    lineage = now[["body"]].drop_duplicates().assign(ancestor=lambda frame: frame["body"])
    while not lineage["ancestor"].isin(existed).all():
        grown = lineage.merge(frames["body_successions"], left_on="ancestor", right_on="body", suffixes=("", "_link"))
        grown = grown[~grown["ancestor"].isin(existed)].assign(ancestor=lambda frame: frame["predecessor"])[["body", "ancestor"]]
        lineage = pd.concat([lineage[lineage["ancestor"].isin(existed)], grown]).drop_duplicates()
    former = before.dropna(subset="rating")[["body", "principle", "rating"]].rename(
        columns={"body": "ancestor", "rating": "former"}
    )
    pairs = now.dropna(subset="rating").merge(lineage, on="body").merge(former, on=["ancestor", "principle"])
    pairs = pairs.groupby(["principle", "body", "rating"])["former"].agg(["min", "max"]).reset_index()
    found = {}
    for number, each in pairs.groupby("principle"):
        up, down = int((each["rating"] > each["max"]).sum()), int((each["rating"] < each["min"]).sum())
        found[int(number)] = [up, len(each) - up - down, down]  # type: ignore[call-overload]
    return found


def _indicators(frames: Frames, chosen: pd.Series, norms: pd.Series) -> dict[str, list[Any]]:
    c = frames["consultations"]
    day = c["end_on"].fillna(c["start_on"])
    c = c[(day >= chosen["period_from"]) & (day <= chosen["period_to"]) & (c["run_by_municipality"].fillna("yes") != "no")]
    window, waiting = (c["end_on"] - c["start_on"]).dt.days, (c["decided_on"] - c["end_on"]).dt.days
    decided = c[c["decided_on"].notna()]
    groups = frames["consultation_groups"].dropna(subset="took_part")
    took_part = (
        groups.assign(took_part=groups["took_part"].astype(bool))
        .groupby("consultation")["took_part"]
        .sum()
        .reindex(c["consultation"])
    )
    enough = window >= c["statutory_days"].astype("float").fillna(norms["window_default_days"])
    return {
        "frame_published": _share(
            (c["frame_published_on"] <= c["start_on"])[c["frame_published_on"].notna() & c["start_on"].notna()], len(c)
        ),
        "input_effect": _share(decided["effect"].map({"none": False, "minor": True, "substantial": True}).dropna(), len(decided)),
        "before_proposal": _share((c["start_on"] < c["proposal_on"])[c["start_on"].notna() & c["proposal_on"].notna()], len(c)),
        "window_days": _share(enough[window >= 0], len(c)),
        "decision_days": _median(waiting[waiting >= 0], len(c)),
        "groups": _median(took_part.dropna(), len(c)),
    }


def _share(known: pd.Series, total: int) -> list[Any]:
    true = int(known.sum())
    return [true, len(known), total - len(known), true / len(known) if len(known) else None]


def _median(known: pd.Series, total: int) -> list[Any]:
    return [None, len(known), total - len(known), float(known.median()) if len(known) else None]


def _links(links: pd.DataFrame, now: pd.DataFrame, column: str) -> dict[int, dict[str, int]]:
    counted = links.merge(now[["assessment", "principle"]], on="assessment").groupby(["principle", column]).size()
    return {number: counted.loc[number].to_dict() if number in counted.index.get_level_values(0) else {} for number in range(1, 6)}


def comparable(found: dict[str, Any]) -> dict[str, Any]:
    """The program's JSON in the shape of :func:`evaluate`."""

    def standing(of: dict[str, Any]) -> list[Any]:
        median = tuple(of["median"]) if of["median"] else None
        return [of["expected"], of["answered"], of["not_assessable"], list(of["counts"].values()), median, of["agreement"]]

    principles = [
        {level: standing(each[level]) for level in ("all", "committee", "centre")}
        | {
            "gap": each["gap"]["cliffs_delta"],
            "delta": each["change"]["cliffs_delta"],
            "moves": [each["change"][way] for way in ("up", "same", "down")],
        }
        for each in found["principles"]
    ]
    measured = {
        m["indicator"]: [m["numerator"], m["denominator"], m["unknown"], m["value"]]
        for each in found["principles"]
        for m in each["indicators"]
    }
    links = {name: {each["principle"]: each[name] for each in found["principles"]} for name in ("themes", "evidence")}
    return {
        "principles": principles,
        "indicators": measured,
        "alpha": found["agreement_all"]["krippendorff_alpha_ordinal"],
        **links,
    }
