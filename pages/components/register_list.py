"""The register as a list to look through: which consultations fit, in which order, and how many each filter
would leave. Made once, so that a page of ten thousand takes no longer than one of a hundred.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.validation.consultations import DATE_ORDER
from evaluation.likely_duplicates import Candidate, likely_duplicates
from evaluation.scales import SCALES
from language.alphabet import alphabetical
from language.search import Index
from pages.components.filters import OF_CONSULTATIONS, Filters

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]
Counts = Mapping[str, Mapping[str, int]]
"""By filter and choice, how many consultations it would leave; ``""`` is all."""
STEPS = {"scale": tuple(SCALES), "effect": ("none", "minor", "substantial")}
"""Columns whose order is not the alphabet's; what is not among the steps is not known."""


@dataclass(frozen=True)
class View:
    """What the list is to show: words looked for, filters, a round's key (none: all), and the order.

    ``sort`` is a column, with a minus before it the other way round; empty is the closest hits first, or the
    newest where nothing is looked for.
    """

    text: str = ""
    filters: Filters = Filters()
    round_key: str | None = None
    sort: str = ""


class RegisterList:
    """The whole register (a row a consultation, newest first) and the index of its words, ready to be
    asked.
    """

    def __init__(self, register: pd.DataFrame, index: Index) -> None:
        self.frame = register
        self.index = index
        self.keys = {key: place for place, key in enumerate(register["consultation"])}
        self._keys = {name: _keys_of(register, name) for name in (*OF_CONSULTATIONS, "rounds")}
        self._ranks: dict[str, Places] = {}
        self._hits = lru_cache(maxsize=256)(self._found)

    def __len__(self) -> int:
        return len(self.frame)

    @cached_property
    def odd(self) -> Mask:
        """Which have two dates in an order that can't be, such as an end before the start."""
        odd = np.zeros(len(self.frame), dtype=bool)
        for earlier, later in DATE_ORDER:
            odd |= (self.frame[earlier] > self.frame[later]).to_numpy()
        return odd

    @cached_property
    def candidates(self) -> list[Candidate]:
        """What tells whether two are the same."""
        columns = (
            self.frame[name] for name in ("consultation", "title", "start_on", "end_on", "case_number")
        )
        return [
            Candidate(key, title, _day(start), _day(end), number if isinstance(number, str) else None)
            for key, title, start, end, number in zip(*columns, strict=True)
        ]

    @cached_property
    def duplicates(self) -> list[tuple[str, str]]:
        """The pairs of keys that are probably the same consultation."""
        return likely_duplicates(self.candidates)

    @property
    def choices(self) -> dict[str, list[str]]:
        """What each filter can be set to: all that occurs."""
        return {name: list(self._keys[name]) for name in OF_CONSULTATIONS}

    def matches(self, view: View) -> Places:
        """The places in the frame of those that fit, in the view's order."""
        places = np.flatnonzero(self._fit(view))
        if not view.sort and not view.text.strip():
            return places
        rank = self._rank(view.sort) if view.sort else self._hits(view.text)
        return places[np.argsort(rank[places], kind="stable")]

    def outside(self, view: View) -> int:
        """How many more fit, but lie outside the view's round."""
        return int(self._fit(replace(view, round_key=None)).sum() - self._fit(view).sum())

    def counts(self, view: View) -> Counts:
        """For each filter, how many each choice would leave beside all that else is chosen."""
        counts = {}
        for name in OF_CONSULTATIONS:
            others = self._fit(replace(view, filters=replace(view.filters, **{name: ""})))
            by_key = {key: int(others[places].sum()) for key, places in self._keys[name].items()}
            counts[name] = {"": int(others.sum()), **by_key}
        return counts

    def _fit(self, view: View) -> Mask:
        fit = np.ones(len(self.frame), dtype=bool)
        chosen = {name: getattr(view.filters, name) for name in OF_CONSULTATIONS}
        for name, key in (*chosen.items(), ("rounds", view.round_key or "")):
            if key:
                fit &= self._only(name, key)
        if view.text.strip():
            fit &= self._hits(view.text) < len(self.frame)
        return fit

    def _only(self, name: str, key: str) -> Mask:
        mask = np.zeros(len(self.frame), dtype=bool)
        mask[self._keys[name].get(key, np.array([], dtype=np.intp))] = True
        return mask

    def _found(self, text: str) -> Places:
        """How far down each consultation stands among the hits; as many as there are where it is none."""
        rank = np.full(len(self.frame), len(self.frame), dtype=np.intp)
        for number, key in enumerate(self.index.keys(text)):
            rank[self.keys[key]] = number
        return rank

    def _rank(self, sort: str) -> Places:
        """How far down each stands in an order; what is not known comes last in both directions."""
        if sort not in self._ranks:
            column = sort.removeprefix("-")
            order = self.frame[column].sort_values(
                key=_sort_key(column), ascending=column == sort, kind="stable", na_position="last"
            )
            rank = np.empty(len(self.frame), dtype=np.intp)
            rank[self.frame.index.get_indexer(order.index)] = np.arange(len(self.frame))
            self._ranks[sort] = rank
        return self._ranks[sort]


def _day(day: pd.Timestamp) -> str | None:
    return None if pd.isna(day) else day.date().isoformat()


def _sort_key(column: str) -> Callable[[pd.Series], pd.Series] | None:
    if column in STEPS:
        places = {key: place for place, key in enumerate(STEPS[column])}
        return lambda keys: keys.map(places)
    if column in ("title", "centre_name", "committee_name", "case_number"):
        return lambda texts: texts.map(alphabetical, na_action="ignore")
    return None


def _keys_of(register: pd.DataFrame, name: str) -> dict[str, Places]:
    """By key of a filter, the places of the consultations that have it; periods are years and quarters."""
    if name == "period":
        day = register["end_on"].fillna(register["start_on"])
        known = day.notna()
        year = day.dt.year[known].astype(int).astype(str)
        quarter = year + "-Q" + day.dt.quarter[known].astype(int).astype(str)
        keys = pd.concat([year, quarter]).sort_values(kind="stable")
    else:
        column = {"method": "methods"}.get(name, name)
        texts = register[column].dropna()
        keys = texts.str.split(";").explode() if column in ("methods", "rounds") else texts
        keys = keys[keys != ""].sort_values(key=lambda each: each.map(alphabetical), kind="stable")
    places = pd.Series(register.index.get_indexer(keys.index), index=keys.index)
    return {str(key): np.unique(each.to_numpy()) for key, each in places.groupby(keys.to_numpy(), sort=False)}
