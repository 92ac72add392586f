"""A whole evaluation reckoned a second time: plain loops over the rows of exchange files, written from the
text of the domain and the interfaces alone and sharing nothing with the program but the holidays library.

Where the program and this reckoning differ, read the domain text: either may be wrong.
"""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import holidays
import krippendorff

Row = dict[str, str]
Records = dict[str, list[Row]]

LEVELS = ("committee", "centre")
PRINCIPLES = ("1", "2", "3", "4", "5")
SCALES = ("small", "medium", "large")
# Every indicator, by principle and in the order of the evaluation.
INDICATORS = {
    "1": ("frame_published", "frame_reasoned"),
    "2": ("input_effect", "answered", "feedback_given", "new_method"),
    "3": ("before_proposal", "after_frame", "lead_days"),
    "4": ("window_days", "holiday_share", "decision_days", "on_plan"),
    "5": ("groups", "sought_out", "beyond", "businesses"),
    "proportionality": ("hours_per_participant", "scale_fit"),
}
# Those that are the middle of many numbers, and what the numbers count; all others are shares.
MEDIANS = {
    "lead_days": "days",
    "holiday_share": "share",
    "decision_days": "days",
    "groups": "groups",
    "hours_per_participant": "hours",
}
# Those that are better the lower they are.
CEILINGS = ("holiday_share", "decision_days")
DANISH_HOLIDAYS = holidays.country_holidays("DK")


def reckon(records: Records, round_key: str) -> dict[str, Any]:
    """The evaluation of a round as the interfaces describe it."""
    this = the_round(records, round_key)
    held = consultations_of(records, this)
    return {
        "round": round_key,
        "term": this["term"],
        "kind": this["kind"],
        "period": [this["period_from"], this["period_to"]],
        "status": this["status"],
        "demonstration": any(
            row.get("source") == "demonstration" for row in records.get("consultations", [])
        ),
        "agreement_all": {"krippendorff_alpha_ordinal": alpha_of(records, this)},
        "principles": [principle_of(records, this, held, principle) for principle in PRINCIPLES],
        "proportionality": {
            "indicators": [indicator_of(records, this, held, name) for name in INDICATORS["proportionality"]]
        },
    }


def principle_of(records: Records, this: Row, held: list[Row], principle: str) -> dict[str, Any]:
    counted = counted_assessments(records, this, principle)
    everyone = expected_bodies(records, this)
    by_level = {
        level: [row for row in counted if level_of(records, row["body"]) == level] for level in LEVELS
    }
    standings = {
        level: standing([body for body in everyone if level_of(records, body) == level], by_level[level])
        for level in LEVELS
    }
    of_all = standing(everyone, counted)
    indicators = [indicator_of(records, this, held, name) for name in INDICATORS[principle]]
    proposed, reasons = proposed_verdict(records, this, of_all, standings)
    return {
        "principle": int(principle),
        "title": title_of(records, this, principle),
        "all": of_all,
        **standings,
        "gap": {
            "cliffs_delta": delta(ratings(by_level["committee"]), ratings(by_level["centre"])),
            "medians": [standings[level]["median"] for level in LEVELS],
        },
        "change": change_of(records, this, principle),
        "indicators": indicators,
        "verdict": {
            "proposed": proposed,
            "override": override_of(records, this, principle),
            "reasons": reasons,
        },
        "contradiction": contradiction_of(
            proposed,
            [indicator["met"] for indicator in indicators],
            norm_of(records, this, "contradiction_share"),
        ),
        "themes": tally([row for row in counted if row.get("closed") != "yes"], "themes"),
        "evidence": tally(counted, "evidence"),
    }


# Rounds, bodies, norms, wording


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def the_round(records: Records, key: str) -> Row:
    (found,) = [row for row in records["rounds"] if row["round"] == key]
    return found


def opening_day(this: Row) -> date:
    return date.fromisoformat(this.get("opens_on") or this["period_to"])


def previous_round(records: Records, this: Row) -> Row | None:
    """The latest that opened before this one and was really held, or at least answered by somebody."""
    best = None
    for other in records["rounds"]:
        if opening_day(other) >= opening_day(this):
            continue
        answered = any(counted_assessments(records, other, principle) for principle in "12345")
        if other["status"] == "planned" and not answered:
            continue
        if best is None or opening_day(other) > opening_day(best):
            best = other
    return best


def expected_bodies(records: Records, this: Row) -> list[str]:
    """The bodies that exist on the opening day, first and last day included."""
    opening = opening_day(this)
    expected = []
    for body in records.get("bodies", []):
        begins, ends = day(body.get("active_from")), day(body.get("active_to"))
        if (begins is None or begins <= opening) and (ends is None or ends >= opening):
            expected.append(body["body"])
    return expected


def level_of(records: Records, key: str) -> str:
    (body,) = [row for row in records["bodies"] if row["body"] == key]
    return body["level"]


def in_force(rows: list[Row], on: date) -> Row | None:
    """Of dated rows, the latest that applies on a day."""
    best = None
    for row in rows:
        applies = date.fromisoformat(row["applies_from"])
        if applies <= on and (best is None or applies > date.fromisoformat(best["applies_from"])):
            best = row
    return best


def norm_of(records: Records, this: Row, name: str) -> float | None:
    return norm_on(records, name, opening_day(this))


def norm_on(records: Records, name: str, on: date) -> float | None:
    found = in_force([row for row in records.get("norms", []) if row["norm"] == name], on)
    return float(found["value"]) if found else None


def rule_of(records: Records, this: Row, name: str) -> float:
    value = norm_of(records, this, name)
    assert value is not None, f"no {name} is in force"
    return value


def title_of(records: Records, this: Row, principle: str) -> str:
    wordings = [row for row in records["principles"] if row["principle"] == principle]
    found = in_force(wordings, opening_day(this))
    if found is None:
        found = min(wordings, key=lambda row: date.fromisoformat(row["applies_from"]))
    return found["title_da"]


def override_of(records: Records, this: Row, principle: str) -> str | None:
    for row in records.get("conclusions", []):
        if row["round"] == this["round"] and row["principle"] == principle:
            return row.get("verdict_override") or None
    return None


# Assessments


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
    return [int(row["rating"]) for row in rows if row.get("rating")]


def standing(expected: list[str], answers: list[Row]) -> dict[str, Any]:
    given = sorted(ratings(answers))
    n = len(given)
    return {
        "expected": len(expected),
        "answered": len(answers),
        "assessable": n,
        "not_assessable": len([row for row in answers if row.get("not_assessable") == "yes"]),
        "counts": {str(rating): given.count(rating) for rating in (1, 2, 3, 4, 5)},
        "median": None if n == 0 else [given[(n - 1) // 2], given[n // 2]],
        "agreement": agreement([given.count(rating) for rating in (1, 2, 3, 4, 5)]),
    }


def tally(rows: list[Row], column: str) -> dict[str, int]:
    """How many assessments name each theme, or each consultation; twice in one assessment is once."""
    found: dict[str, int] = {}
    for row in rows:
        for name in several(row.get(column)):
            found[name] = found.get(name, 0) + 1
    return found


def several(text: str | None) -> set[str]:
    return {part.strip() for part in (text or "").split(";") if part.strip()}


# Statistics


def agreement(counts: list[int]) -> float | None:
    """van der Eijk's A, one case high at a time: each height weighs with the cases that reach it."""
    n, k = sum(counts), len(counts)
    if n == 0:
        return None
    total = Fraction(0)
    for height in range(1, max(counts) + 1):
        used = [place for place in range(k) if counts[place] >= height]
        total += Fraction(len(used), n) * agreement_of_places(used, k)
    return float(total)


def agreement_of_places(used: list[int], k: int) -> Fraction:
    """A of a flat pattern, by its pairs of used places: unused ones between them speak against, those
    outside for it.
    """
    inside = outside = 0
    for low in used:
        for high in used:
            if low < high:
                between = [place for place in range(low + 1, high) if place not in used]
                inside += len(between)
                outside += k - len(used) - len(between)
    unimodality = (
        Fraction((k - 2) * outside - (k - 1) * inside, (k - 2) * (outside + inside))
        if outside + inside
        else Fraction(1)
    )
    return unimodality * Fraction(k - len(used), k - 1)


def delta(first: list[int], second: list[int]) -> float | None:
    if not first or not second:
        return None
    higher = len([1 for one in first for other in second if one > other])
    lower = len([1 for one in first for other in second if one < other])
    return (higher - lower) / (len(first) * len(second))


def sign_p(up: int, down: int) -> float | None:
    """Of all ways the moved bodies could have gone, the share at least as uneven as this, whichever way."""
    n = up + down
    if n == 0:
        return None
    ways = [1]
    for _ in range(n):  # a row of Pascal's triangle
        ways = [1, *[ways[place] + ways[place + 1] for place in range(len(ways) - 1)], 1]
    uneven = sum(ways[ups] for ups in range(n + 1) if abs(2 * ups - n) >= abs(up - down))
    return float(uneven / 2**n)


def alpha_of(records: Records, this: Row) -> float | None:
    """Bodies as coders, principles as units; None without two different ratings that can be paired."""
    table, pairable = [], set()
    given = {principle: counted_assessments(records, this, principle) for principle in PRINCIPLES}
    for rows in given.values():
        if len(ratings(rows)) >= 2:
            pairable.update(ratings(rows))
    if len(pairable) < 2:
        return None
    for body in expected_bodies(records, this):
        line = []
        for principle in PRINCIPLES:
            own = ratings([row for row in given[principle] if row["body"] == body])
            line.append(float(own[0]) if own else float("nan"))
        table.append(line)
    return float(
        krippendorff.alpha(
            reliability_data=table, value_domain=[1, 2, 3, 4, 5], level_of_measurement="ordinal"
        )
    )


# Change since the previous round


def change_of(records: Records, this: Row, principle: str) -> dict[str, Any]:
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
        lineage = lineage_of(records, row["body"], expected_bodies(records, before))
        earlier = ratings([other for other in then if other["body"] in lineage])
        if earlier:
            change[direction(int(row["rating"]), earlier)] += 1
    change["sign_test_p"] = sign_p(change["up"], change["down"])
    change["cliffs_delta"] = delta(ratings(now), ratings(then))
    return change


def direction(rating: int, earlier: list[int]) -> str:
    if rating > max(earlier):
        return "up"
    return "down" if rating < min(earlier) else "same"


def lineage_of(records: Records, body: str, expected_before: list[str]) -> set[str]:
    """The body itself where it was expected before; else those it took over from, and those they took over
    from.
    """
    if body in expected_before:
        return {body}
    lineage: set[str] = set()
    for row in records["bodies"]:
        if row["body"] == body:
            for predecessor in several(row.get("succeeds")):
                lineage |= lineage_of(records, predecessor, expected_before)
    return lineage


# Consultations and indicators


def consultations_of(records: Records, this: Row) -> list[Row]:
    """Those that ended (or, while they have no end, started) within the period, and are the municipality's
    own.
    """
    held = []
    for row in records.get("consultations", []):
        speaks = day(row.get("end_on")) or day(row.get("start_on"))
        if speaks is None or row.get("run_by_municipality") == "no":
            continue
        if date.fromisoformat(this["period_from"]) <= speaks <= date.fromisoformat(this["period_to"]):
            held.append(row)
    return held


def indicator_of(records: Records, this: Row, held: list[Row], name: str) -> dict[str, Any]:
    if name in MEDIANS:
        found = median_of([number_of(records, row, name) for row in held])
    elif name == "answered":
        found = answered(held)
    else:
        found = share_of([answer for row in held for answer in answers_of(records, this, held, row, name)])
    norm = wanted_of(records, this, name)
    more = {"by_scale": by_scale(held)} if name == "hours_per_participant" else {}
    return {
        "indicator": name,
        **found,
        "unit": MEDIANS.get(name, "share"),
        "norm": norm,
        "met": met_of(name, found["value"], norm),
        **more,
    }


def wanted_of(records: Records, this: Row, name: str) -> float | list[float] | None:
    """The norm an indicator is held against: a number, both ends of a band, or None; hours are reported,
    not judged.
    """
    if name == "hours_per_participant":
        return None
    if name == "lead_days":
        least, most = norm_of(records, this, "lead_days_min"), norm_of(records, this, "lead_days_max")
        return None if least is None or most is None else [least, most]
    return norm_of(records, this, name)


def met_of(name: str, value: float | None, norm: float | list[float] | None) -> bool | None:
    if value is None or norm is None:
        return None
    if isinstance(norm, list):
        return norm[0] <= value <= norm[1]
    return value <= norm if name in CEILINGS else value >= norm


def number_of(records: Records, row: Row, name: str) -> float | None:
    """The number one consultation gives to a median, or None where it is not known."""
    rules: dict[str, Callable[[], float | None]] = {
        "lead_days": lambda: days_between(row.get("start_on"), row.get("decided_on")),
        "holiday_share": lambda: holiday_share(row),
        "decision_days": lambda: days_between(row.get("end_on"), row.get("decided_on")),
        "groups": lambda: groups(records, row),
        "hours_per_participant": lambda: hours_per_participant(row),
    }
    return rules[name]()


def answers_of(records: Records, this: Row, held: list[Row], row: Row, name: str) -> list[bool | None]:
    """What one consultation answers: nothing where the indicator does not speak to it, None where it is
    not known.
    """
    rules: dict[str, Callable[[], list[bool | None]]] = {
        "frame_published": lambda: [frame_published(row)],
        "frame_reasoned": lambda: [filled(row, "not_open_reason")] if filled(row, "not_open") else [],
        "input_effect": lambda: [input_effect(row)] if row.get("decided_on") else [],
        "feedback_given": lambda: (
            [feedback_given(row, feedback_is_recorded(held))] if row.get("decided_on") else []
        ),
        "new_method": lambda: [yes_or_no(row.get("new_method"))],
        "before_proposal": lambda: [before_proposal(row)],
        "after_frame": lambda: [after_frame(row)],
        "window_days": lambda: [window_is_long_enough(row, wanted_window(records, this, row))],
        "on_plan": lambda: [on_plan(row, norm_of(records, this, "on_plan_days"))],
        "sought_out": lambda: [any_group(records, row, "sought_out")],
        "beyond": lambda: [any_group(records, row, "beyond_affected")],
        "businesses": lambda: [businesses(records, row)] if row.get("businesses_relevant") == "yes" else [],
        "scale_fit": lambda: [scale_fit(records, this, row)],
    }
    return rules[name]()


def share_of(answers: list[bool | None]) -> dict[str, Any]:
    known = [answer for answer in answers if answer is not None]
    trues = len([answer for answer in known if answer])
    return {
        "numerator": trues,
        "denominator": len(known),
        "unknown": len(answers) - len(known),
        "value": trues / len(known) if known else None,
    }


def median_of(numbers: list[float | None]) -> dict[str, Any]:
    known = sorted(number for number in numbers if number is not None)
    n = len(known)
    return {
        "numerator": None,
        "denominator": n,
        "unknown": len(numbers) - n,
        "value": (known[(n - 1) // 2] + known[n // 2]) / 2 if n else None,
    }


def filled(row: Row, column: str) -> bool:
    return bool((row.get(column) or "").strip())


def yes_or_no(text: str | None) -> bool | None:
    return {"yes": True, "no": False}.get(text or "")


def days_between(first: str | None, second: str | None) -> int | None:
    """None where a day is missing or they are the wrong way round."""
    begins, ends = day(first), day(second)
    return None if begins is None or ends is None or ends < begins else (ends - begins).days


def frame_published(row: Row) -> bool | None:
    published, start = day(row.get("frame_published_on")), day(row.get("start_on"))
    return None if published is None or start is None else published <= start


def input_effect(row: Row) -> bool | None:
    return {"minor": True, "substantial": True, "none": False}.get(row.get("effect") or "unknown")


def answered(held: list[Row]) -> dict[str, Any]:
    """A share of contributions, not of consultations: a large consultation weighs as much as what it was
    sent.
    """
    received = replied = unknown = 0
    for row in held:
        own, own_replied = row.get("contributions"), row.get("contributions_answered")
        if not own or not own_replied or int(own_replied) > int(own):
            unknown += 1
            continue
        received += int(own)
        replied += int(own_replied)
    return {
        "numerator": replied,
        "denominator": received,
        "unknown": unknown,
        "value": replied / received if received else None,
    }


def feedback_is_recorded(held: list[Row]) -> bool:
    """Where no decided consultation of the round has a day of feedback, nobody writes them down: a gap
    then says nothing.
    """
    return any(row.get("decided_on") and row.get("feedback_on") for row in held)


def feedback_given(row: Row, recorded: bool) -> bool | None:
    told, decided = day(row.get("feedback_on")), day(row.get("decided_on"))
    if not recorded or decided is None:
        return None
    if told is None:
        return False
    return True if told >= decided else None


def before_proposal(row: Row) -> bool | None:
    start, proposal = day(row.get("start_on")), day(row.get("proposal_on"))
    return None if start is None or proposal is None else start < proposal


def after_frame(row: Row) -> bool | None:
    start, frame = day(row.get("start_on")), day(row.get("frame_decided_on"))
    return None if start is None or frame is None else start > frame


def wanted_window(records: Records, this: Row, row: Row) -> float | None:
    """The days a consultation should be open: its own period, else the law's for its kind of plan on the
    day it started, else the usual.
    """
    if row.get("statutory_days"):
        return float(row["statutory_days"])
    start, by_law = day(row.get("start_on")), None
    if row.get("plan_kind") and start is not None:
        by_law = norm_on(records, "statutory_" + row["plan_kind"], start)
    return norm_of(records, this, "window_default_days") if by_law is None else by_law


def window_is_long_enough(row: Row, wanted: float | None) -> bool | None:
    lasted = days_between(row.get("start_on"), row.get("end_on"))
    return None if lasted is None or wanted is None else lasted >= wanted


def holiday_share(row: Row) -> float | None:
    """Of all days from the first to the last, weekends too, those on which people are away though it is no
    weekend.
    """
    start, lasted = day(row.get("start_on")), days_between(row.get("start_on"), row.get("end_on"))
    if start is None or lasted is None:
        return None
    window = [start + timedelta(days=days) for days in range(lasted + 1)]
    return len([when for when in window if is_away(when)]) / len(window)


def is_away(when: date) -> bool:
    weekday = when.isoweekday() <= 5
    return weekday and (when.month == 7 or when in DANISH_HOLIDAYS)


def on_plan(row: Row, allowed_days: float | None) -> bool | None:
    end, planned = day(row.get("end_on")), day(row.get("planned_end_on"))
    return (
        None
        if end is None or planned is None or allowed_days is None
        else abs((end - planned).days) <= allowed_days
    )


def groups_of(records: Records, row: Row) -> list[Row]:
    return [
        group
        for group in records.get("consultation_groups", [])
        if group["consultation"] == row["consultation"]
    ]


def said_of_groups(records: Records, row: Row, column: str) -> list[bool]:
    """What is known in one column about the groups of a consultation."""
    said = [yes_or_no(group.get(column)) for group in groups_of(records, row)]
    return [answer for answer in said if answer is not None]


def groups(records: Records, row: Row) -> int | None:
    said = said_of_groups(records, row, "took_part")
    return said.count(True) if said else None


def any_group(records: Records, row: Row, column: str) -> bool | None:
    said = said_of_groups(records, row, column)
    return True in said if said else None


def businesses(records: Records, row: Row) -> bool | None:
    """Where somebody wrote down who took part, a list without businesses means that none did."""
    if not said_of_groups(records, row, "took_part"):
        return None
    for group in groups_of(records, row):
        if group["group"] == "businesses":
            return yes_or_no(group.get("took_part"))
    return False


def hours_per_participant(row: Row) -> float | None:
    if not row.get("hours_spent") or not row.get("participants") or int(row["participants"]) == 0:
        return None
    return float(row["hours_spent"]) / int(row["participants"])


def by_scale(held: list[Row]) -> dict[str, dict[str, Any]]:
    """Hours per participant of the consultations planned at each scale; those without a scale are in none."""
    found = {
        scale: median_of([hours_per_participant(row) for row in held if row.get("scale") == scale])
        for scale in SCALES
    }
    return {
        scale: {key: found[scale][key] for key in ("denominator", "unknown", "value")} for scale in SCALES
    }


def scale_fit(records: Records, this: Row, row: Row) -> bool | None:
    """Each scale's hours begin just above the scale below it; without the ends it needs, nothing can be
    said.
    """
    if row.get("scale") not in SCALES or not row.get("hours_spent"):
        return None
    small, medium = (
        norm_of(records, this, "scale_small_max_hours"),
        norm_of(records, this, "scale_medium_max_hours"),
    )
    lowest, highest = {"small": (0.0, small), "medium": (small, medium), "large": (medium, float("inf"))}[
        row["scale"]
    ]
    if lowest is None or highest is None:
        return None
    spent = float(row["hours_spent"])
    return spent <= highest and (spent > lowest or row["scale"] == "small")


# The verdict


def proposed_verdict(
    records: Records, this: Row, of_all: dict[str, Any], standings: dict[str, Any]
) -> tuple[str, list[dict[str, Any]]]:
    """The first rule that holds, in the order of the domain, and what it looked at."""
    rule = {
        name: rule_of(records, this, name)
        for name in (
            "coverage_min",
            "contested_gap",
            "contested_agreement",
            "followed_median",
            "not_followed_median",
        )
    }
    thin = [
        reason(
            "coverage",
            level,
            standings[level]["assessable"],
            rule["coverage_min"] * standings[level]["expected"],
        )
        for level in LEVELS
        if standings[level]["assessable"] == 0
        or standings[level]["assessable"] < rule["coverage_min"] * standings[level]["expected"]
    ]
    if thin:
        return "insufficient", thin
    committee, centre = standings["committee"]["median"], standings["centre"]["median"]
    apart = min(
        abs(one - other)
        for one in range(committee[0], committee[1] + 1)
        for other in range(centre[0], centre[1] + 1)
    )
    contested = []
    if apart >= rule["contested_gap"]:
        contested.append(reason("median_gap", "all", apart, rule["contested_gap"]))
    if of_all["agreement"] < rule["contested_agreement"]:
        contested.append(reason("agreement", "all", of_all["agreement"], rule["contested_agreement"]))
    if contested:
        return "contested", contested
    lower = {level: standings[level]["median"][0] for level in LEVELS}
    upper = {level: standings[level]["median"][1] for level in LEVELS}
    if all(lower[level] >= rule["followed_median"] for level in LEVELS):
        return "followed", [
            reason("followed_median", level, lower[level], rule["followed_median"]) for level in LEVELS
        ]
    if all(upper[level] <= rule["not_followed_median"] for level in LEVELS):
        return "not_followed", [
            reason("not_followed_median", level, upper[level], rule["not_followed_median"])
            for level in LEVELS
        ]
    return "partly", [reason("between", level, lower[level], rule["followed_median"]) for level in LEVELS]


def reason(rule: str, level: str, value: float, norm: float) -> dict[str, Any]:
    return {"rule": rule, "level": level, "value": value, "norm": norm}


def contradiction_of(proposed: str, mets: list[bool | None], share: float | None) -> bool | None:
    """None where no indicator is held against a norm; else whether most of them speak against the verdict."""
    known = [met for met in mets if met is not None]
    if not known:
        return None
    assert share is not None, "no contradiction_share is in force"
    meets, misses = known.count(True), known.count(False)
    return (proposed == "followed" and misses > share * len(known)) or (
        proposed == "not_followed" and meets > share * len(known)
    )
