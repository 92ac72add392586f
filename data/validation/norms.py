"""Which norms there are, in which unit each is counted, and between which values it must lie."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import pandas as pd

from data.ingest.csv_file import read_csv_file
from data.validation.snapshot import RegisterSnapshot
from data.validation.violation import Violation, cell, found_in
from language import N_, Sentence

FILE = Path(__file__).parents[1] / "seed" / "reference" / "norms.csv"


@dataclass(frozen=True)
class Range:
    """The values that a unit allows."""

    least: float
    most: float


RANGES: Mapping[str, Range] = {
    "share": Range(0, 1),
    "agreement": Range(-1, 1),
    "steps": Range(0, 4),
    "rating": Range(1, 5),
    "days": Range(0, 3660),
    "hours": Range(0, 1_000_000),
    "groups": Range(0, 100),
    "bodies": Range(1, 1000),
    "cases": Range(1, 1000),
    "answers": Range(1, 1000),
}
PERCENT = "%"
"""A share may be written in per cent; it then lies from 0 to 100."""
ALSO = {"agreement": ("A",), "share": (PERCENT,)}
"""Other names of a unit that files may use."""


@cache
def units() -> Mapping[str, str]:
    """The unit of every norm that the program knows: those that a new register starts with."""
    cells = read_csv_file(FILE).cells
    return dict(zip(cells["norm"], cells["unit"], strict=True))


def known_norm(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    """A norm by another name is kept, but nothing is ever measured against it."""
    near: dict[Hashable, object] = {}
    unlike: dict[Hashable, object] = {}
    for row, name in cells["norm"].items():
        if name is not None and name not in units():
            matches = get_close_matches(name, units(), n=3, cutoff=0.6)
            (near if matches else unlike)[row] = tuple(matches or sorted(units()))
    reason = Sentence(
        N_("is no norm of this program, so nothing is measured against it; close to it are {which}")
    )
    yield Violation(found_in(near, cells), "norm", reason, notice=True, which=near)
    reason = Sentence(
        N_("is no norm of this program, so nothing is measured against it. Its norms are {which}")
    )
    yield Violation(found_in(unlike, cells), "norm", reason, notice=True, which=unlike)


def own_unit(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    which: dict[Hashable, object] = {
        row: units()[name]
        for row, name, unit in zip(cells.index, cells["norm"], cell(cells, "unit"), strict=True)
        if name in units() and unit is not None and unit not in (units()[name], *ALSO.get(units()[name], ()))
    }
    reason = Sentence(N_("is not the unit of this norm: it is counted in {which}"))
    yield Violation(found_in(which, cells), "unit", reason, which=which)


def within_range(cells: pd.DataFrame, snapshot: RegisterSnapshot) -> Iterator[Violation]:
    percent = cell(cells, "unit") == PERCENT
    values = (cells["value"].astype(float) / 100).where(percent, cells["value"].astype(float))
    for unit, limits in RANGES.items():
        of_unit = cells["norm"].map(lambda name, unit=unit: units().get(name) == unit).astype(bool)
        outside = of_unit & values.notna() & ~values.between(limits.least, limits.most)
        reason = (
            Sentence(
                N_(
                    "is no share: write a number from 0 to 1 with the unit share, or from 0 to 100 with the"
                    " unit %"
                )
            )
            if unit == "share"
            else Sentence(N_("must lie from {least} to {most}"), {"least": limits.least, "most": limits.most})
        )
        yield Violation(outside, "value", reason)


NORM_RULES = (known_norm, own_unit, within_range)
