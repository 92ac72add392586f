"""Rules for bodies: when they exist, whom they took over from, on which level they stand, and where they are
written to.
"""

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Violation, after, cell, found_in
from language import N_, Sentence

GAP = timedelta(days=366)
"""A successor that begins more than a year after its predecessor ended is odd."""

ADDRESS = re.compile(r"[^\s@,;:<>\"()\\]+@[^\s@,;:<>\"()\\]+\.[^\s@,;:<>\"()\\.]+")
"""An address as programs for mail take it, without the name of whom it is of."""


@dataclass(frozen=True)
class _Body:
    level: str | None
    active_from: str | None
    active_to: str | None
    succeeds: tuple[str, ...]


def body_order(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    yield Violation(
        after(cells, "active_from", "active_to"),
        "active_to",
        Sentence(N_("must not lie before it begins")),
    )
    predecessors = cell(cells, "succeeds").fillna("").str.split(";")
    own = pd.Series(
        [body in keys for body, keys in zip(cells["body"], predecessors, strict=True)], index=cells.index
    )
    yield Violation(own, "succeeds", Sentence(N_("names itself")))


def no_ring(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """No body comes after itself, by whatever others."""
    bodies = _organisation(cells, snapshot)
    which: dict[Hashable, object] = {
        row: via for row, body in cells["body"].items() for via in [_back_to(body, bodies)] if via is not None
    }
    reason = Sentence(N_("makes a circle: {which} took over from it already"))
    yield Violation(found_in(which, cells), "succeeds", reason, which=which)


def same_level(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """A committee takes over from committees, a centre from centres; seen from whichever of the two is in
    the file.
    """
    bodies = _organisation(cells, snapshot)
    others_by_body: dict[str, set[str]] = {}
    for body, own in bodies.items():
        for other in own.succeeds:
            if other in bodies and bodies[other].level != own.level:
                others_by_body.setdefault(body, set()).add(other)
                others_by_body.setdefault(other, set()).add(body)
    which: dict[Hashable, object] = {
        row: tuple(sorted(others_by_body[body]))
        for row, body in cells["body"].items()
        if body in others_by_body
    }
    reason = Sentence(
        N_(
            "is another level than that of {which}: a committee takes over from committees, a centre from"
            " centres"
        )
    )
    yield Violation(found_in(which, cells), "level", reason, which=which)


def level_stays(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """Consultations name a body as their centre or their committee; under another level they could not be
    taken in again.
    """
    other = {"committee": "centre", "centre": "committee"}
    is_in_use = [
        (body, other.get(level)) in snapshot.named_as
        for body, level in zip(cells["body"], cells["level"], strict=True)
    ]
    reason = Sentence(
        N_("can't be changed: consultations name it under its other level. Make a new one instead")
    )
    yield Violation(pd.Series(is_in_use, index=cells.index, dtype=bool), "level", reason)


def addresses(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    which: dict[Hashable, object] = {
        row: tuple(odd)
        for row, text in cell(cells, "email").dropna().items()
        if (odd := [part for part in text.split(";") if not ADDRESS.fullmatch(part)])
    }
    reason = Sentence(
        N_("holds {which}, which is no e-mail address; several stand with semicolons between them")
    )
    yield Violation(found_in(which, cells), "email", reason, which=which)


def odd_succession(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    bodies = _organisation(cells, snapshot)
    which: dict[Hashable, object] = {}
    for row, body in cells["body"].items():
        own = bodies.get(body)
        odd = [key for key in own.succeeds if key in bodies and _odd(own, bodies[key])] if own else []
        if odd:
            which[row] = tuple(odd)
    reason = Sentence(N_("names {which}, whose years don't meet its own; check when both began and ended"))
    yield Violation(found_in(which, cells), "succeeds", reason, notice=True, which=which)


def _odd(own: _Body, predecessor: _Body) -> bool:
    """Begun before what it took over from began, or long after that had ended."""
    if own.active_from is None:
        return False
    if predecessor.active_from is not None and own.active_from < predecessor.active_from:
        return True
    end = predecessor.active_to
    return end is not None and date.fromisoformat(own.active_from) - date.fromisoformat(end) > GAP


def _organisation(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> dict[str, _Body]:
    """Every body as it would be once the rows were taken in."""
    body_by_key: dict[str, _Body] = {}
    for rows in (snapshot.bodies, cells):
        columns = (cell(rows, name) for name in ("body", "level", "active_from", "active_to", "succeeds"))
        for body, level, first, last, succeeds in zip(*columns, strict=True):
            if body is not None:
                body_by_key[body] = _Body(level, first, last, tuple(succeeds.split(";")) if succeeds else ())
    return body_by_key


def _back_to(body: str, bodies: Mapping[str, _Body]) -> str | None:
    """The body through which one would come after itself; None where it doesn't. That it names itself is
    another rule.
    """
    visited_keys: set[str] = set()
    stack = [key for key in bodies[body].succeeds if key != body] if body in bodies else []
    while stack:
        key = stack.pop()
        if key in visited_keys or key not in bodies:
            continue
        visited_keys.add(key)
        if body in bodies[key].succeeds:
            return key
        stack += bodies[key].succeeds
    return None


BODY_RULES = (body_order, no_ring, same_level, level_stays, addresses, odd_succession)
