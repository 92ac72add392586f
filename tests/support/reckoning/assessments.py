"""What the bodies answered in a round: their ratings, how they agree, and what has moved since last time."""

from typing import Any

import krippendorff

from tests.support.reckoning.records import PRINCIPLES, Records, Row, several
from tests.support.reckoning.rounds import expected_bodies, lineage_of, opening_day
from tests.support.reckoning.statistics import agreement, delta, sign_p


def counted_assessments(records: Records, this: Row, principle: str) -> list[Row]:
    """Submitted, about the whole round, by a body that was expected."""
    expected = expected_bodies(records, this)
    counted = []
    for row in records.get("assessments", []):
        if row["round"] != this["round"] or row["principle"] != principle:
            continue
        if row["status"] == "submitted" and not row.get("consultation") and row["body"] in expected:
            counted.append(row)
    return counted


def ratings(rows: list[Row]) -> list[int]:
    """The ratings, as far as there is one."""
    return [int(row["rating"]) for row in rows if row.get("rating")]


def standing(expected: list[str], answers: list[Row]) -> dict[str, Any]:
    """Coverage, distribution, median and agreement of some bodies."""
    rated = sorted(ratings(answers))
    n = len(rated)
    counts = [rated.count(rating) for rating in (1, 2, 3, 4, 5)]
    agree = agreement(counts)
    return {
        "expected": len(expected),
        "answered": len(answers),
        "assessable": n,
        "not_assessable": len([row for row in answers if row.get("not_assessable") == "yes"]),
        "counts": {str(place + 1): count for place, count in enumerate(counts)},
        "median": None if n == 0 else [rated[(n - 1) // 2], rated[n // 2]],
        "agreement": None if agree is None else float(agree),
    }


def evidence_of(rows: list[Row]) -> dict[str, int]:
    """How many assessments point to each consultation; twice in one is once."""
    pointed: dict[str, int] = {}
    for row in rows:
        for key in several(row.get("evidence")):
            pointed[key] = pointed.get(key, 0) + 1
    return pointed


def themes_of(rows: list[Row], register: list[Row]) -> dict[str, int]:
    """How many assessments whose words are not confidential name each theme; twice in one is once. Themes
    that differ in capitals alone are one, as most of the register writes it; the first in order, where as
    many write another.
    """
    spelt: dict[str, dict[str, int]] = {}
    for row in open_words(register):
        for spelling in several(row.get("themes")):
            times = spelt.setdefault(spelling.casefold(), {})
            times[spelling] = times.get(spelling, 0) + 1
    named: dict[str, int] = {}
    for row in open_words(rows):
        for theme in {spelling.casefold() for spelling in several(row.get("themes"))}:
            named[theme] = named.get(theme, 0) + 1
    return {
        min(spelt[theme], key=lambda spelling: (-spelt[theme][spelling], spelling)): count
        for theme, count in named.items()
    }


def open_words(rows: list[Row]) -> list[Row]:
    """Those whose words are not confidential."""
    return [row for row in rows if row.get("closed") != "yes"]


def alpha_of(records: Records, this: Row) -> float | None:
    """Bodies as coders, principles as units; None without two different ratings that can be paired."""
    table, pairable = [], set()
    answers = {principle: counted_assessments(records, this, principle) for principle in PRINCIPLES}
    for rows in answers.values():
        if len(ratings(rows)) >= 2:
            pairable.update(ratings(rows))
    if len(pairable) < 2:
        return None
    for body in expected_bodies(records, this):
        line = []
        for principle in PRINCIPLES:
            own = ratings([row for row in answers[principle] if row["body"] == body])
            line.append(float(own[0]) if own else float("nan"))
        table.append(line)
    return float(
        krippendorff.alpha(
            reliability_data=table, value_domain=[1, 2, 3, 4, 5], level_of_measurement="ordinal"
        )
    )


# Change since the previous round


def previous_round(records: Records, this: Row) -> Row | None:
    """The latest that opened before this one and was really held, or at least answered by somebody."""
    best = None
    for other in records["rounds"]:
        if opening_day(other) >= opening_day(this):
            continue
        answered = any(counted_assessments(records, other, principle) for principle in PRINCIPLES)
        if other["status"] == "planned" and not answered:
            continue
        if best is None or opening_day(other) > opening_day(best):
            best = other
    return best


def change_of(records: Records, this: Row, principle: str) -> dict[str, Any]:
    """How many bodies rate higher than in the previous round, the same, and lower, and whether by chance."""
    before = previous_round(records, this)
    change: dict[str, Any] = {
        "previous_round": before["round"] if before else None,
        "up": 0,
        "same": 0,
        "down": 0,
        "sign_test_p": None,
        "cliffs_delta": None,
    }
    if before is None:
        return change
    now, then = counted_assessments(records, this, principle), counted_assessments(records, before, principle)
    for row in now:
        if not row.get("rating"):
            continue
        lineage = lineage_of(
            records, row["body"], expected_bodies(records, before), expected_bodies(records, this)
        )
        earlier = ratings([other for other in then if other["body"] in lineage])
        if earlier:
            change[direction(int(row["rating"]), earlier)] += 1
    change["sign_test_p"] = sign_p(change["up"], change["down"])
    change["cliffs_delta"] = delta(ratings(now), ratings(then))
    return change


def direction(rating: int, earlier: list[int]) -> str:
    """Up only above all earlier ratings, down only below all of them."""
    if rating > max(earlier):
        return "up"
    return "down" if rating < min(earlier) else "same"
