"""Rounds, the bodies they ask, and what is in force on their opening day: norms and wordings."""

from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from tests.support.reckoning.records import Records, Row, day, exactly, several


def the_round(records: Records, key: str) -> Row:
    """The round of this key."""
    (row,) = [row for row in records["rounds"] if row["round"] == key]
    return row


def opening_day(this: Row) -> date:
    """The day by which everything is judged: that of the opening, or the period's last until that is set."""
    return date.fromisoformat(this.get("opens_on") or this["period_to"])


def closing_day(records: Records, this: Row) -> date | None:
    """The local day on which a closed round was closed, or was to be; None while it is not closed."""
    if this["status"] != "closed":
        return None
    for row in records.get("closings", []):
        if row["round"] == this["round"]:
            at = datetime.fromisoformat(row["closed_at"].replace("Z", "+00:00"))
            at = at if at.tzinfo else at.replace(tzinfo=ZoneInfo("UTC"))
            return at.astimezone(ZoneInfo("Europe/Copenhagen")).date()
    return day(this.get("closes_on"))


def next_round(records: Records, this: Row) -> Row | None:
    """The round whose period begins next."""
    later = [row for row in records["rounds"] if row["period_from"] > this["period_from"]]
    return min(later, key=lambda row: row["period_from"]) if later else None


# Bodies


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
    """Whether a body is a committee or a centre."""
    (body,) = [row for row in records["bodies"] if row["body"] == key]
    return body["level"]


def predecessors_of(records: Records, key: str) -> set[str]:
    """The bodies that a body took over from, not those that these took over from."""
    (body,) = [row for row in records["bodies"] if row["body"] == key]
    return several(body.get("succeeds"))


def lineage_of(records: Records, key: str, then: list[str], now: list[str]) -> set[str]:
    """The bodies whose earlier answers are those of this one.

    One that was expected then has its own, and those of all it came from that were expected then and are
    not now. One that was not has those of the nearest it came from that were expected then, also where
    they are still there; and those of all behind them that are not.
    """
    lineage = {key} if key in then else set()
    for predecessor in predecessors_of(records, key):
        if key in then:
            lineage |= gone_before(records, predecessor, then, now)
        else:
            lineage |= lineage_of(records, predecessor, then, now)
    return lineage


def gone_before(records: Records, key: str, then: list[str], now: list[str]) -> set[str]:
    """A body and all it came from, as far as they were expected then and are not now."""
    gone = {key} if key in then and key not in now else set()
    for predecessor in predecessors_of(records, key):
        gone |= gone_before(records, predecessor, then, now)
    return gone


# Norms, wordings, conclusions


def in_force(rows: list[Row], on: date) -> Row | None:
    """Of dated rows, the latest that applies on a day."""
    best = None
    for row in rows:
        applies = date.fromisoformat(row["applies_from"])
        if applies <= on and (best is None or applies > date.fromisoformat(best["applies_from"])):
            best = row
    return best


def norm_on(records: Records, name: str, on: date) -> Fraction | None:
    """A norm as it is written, on a day; None where none is in force."""
    row = in_force([row for row in records.get("norms", []) if row["norm"] == name], on)
    return exactly(row["value"], row.get("unit")) if row else None


def norm_of(records: Records, this: Row, name: str) -> Fraction | None:
    """A norm as it is written, on the opening day."""
    return norm_on(records, name, opening_day(this))


def rule_of(records: Records, this: Row, name: str) -> Fraction:
    """A norm without which nothing can be judged."""
    value = norm_of(records, this, name)
    assert value is not None, f"no {name} is in force"
    return value


def title_of(records: Records, this: Row, principle: str) -> str:
    """The wording in force, or the first there will be."""
    wordings = [row for row in records["principles"] if row["principle"] == principle]
    wording = in_force(wordings, opening_day(this))
    if wording is None:
        wording = min(wordings, key=lambda row: date.fromisoformat(row["applies_from"]))
    return wording["title_da"]


def override_of(records: Records, this: Row, principle: str) -> str | None:
    """The verdict that the secretary set in place of the proposed one."""
    for row in records.get("conclusions", []):
        if row["round"] == this["round"] and row["principle"] == principle:
            return row.get("verdict_override") or None
    return None
