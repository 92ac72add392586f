"""What can be made of a round in one edition, and what has been made of it since the register last
changed.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from data.models import Round
from language import Sentence, Words, speak
from materials.archive import zipped
from materials.charts import export
from materials.charts.chart import Chart
from materials.documents.round_material import round_material
from materials.preview import Preview, preview
from materials.round_files import KINDS
from materials.round_order import round_order
from materials.round_parts import Made, Order, Part
from materials.round_set import in_turn, together, whole_set
from pages import session
from pages.components.may import for_them_alone
from workflow.permission import Right

MOST_BYTES = 120_000_000
"""What is kept of files that were made; beyond it those that were asked for longest ago are made again."""


@dataclass(frozen=True)
class Edition:
    """The language and the version in which documents are made."""

    words: Words
    with_confidential: bool


class MadeFiles:
    """The files that were asked for last, for all visitors."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._made: OrderedDict[Hashable, Made] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Made | None:
        """What is kept under a key; None where nothing is, or nothing any more."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
            return self._made.get(key)

    def keep(self, key: Hashable, outcome: Made) -> None:
        """Keep files, and let go of the oldest ones where there is no room."""
        with self._lock:
            self._made[key] = outcome
            self._made.move_to_end(key)
            size = sum(each.size for each in self._made.values())
            while size > self._most_bytes and len(self._made) > 1:
                size -= self._made.popitem(last=False)[1].size

    def forget(self, key: Hashable) -> None:
        """Let go of what is kept under a key."""
        with self._lock:
            self._made.pop(key, None)


@dataclass(frozen=True)
class Shelf:
    """The materials of one round in one edition. ``notices`` are to be told of it."""

    key: tuple[Hashable, ...]
    order: Order
    notices: tuple[Sentence, ...]

    @cached_property
    def parts(self) -> Mapping[str, list[Part]]:
        """The parts of every kind."""
        return {key: kind.parts(self.order) for key, kind in KINDS.items()}

    @cached_property
    def charts(self) -> Mapping[str, list[Chart]]:
        """The charts of each kind that consists of charts."""
        return {key: kind.charts(self.order) for key, kind in KINDS.items() if kind.charts}

    @property
    def is_confidential(self) -> bool:
        """Whether confidential words are in it."""
        return self.order.material.with_confidential

    @property
    def all_parts(self) -> list[Part]:
        """The parts of all kinds, in the order in which they are made."""
        return [part for parts in self.parts.values() for part in parts]

    def so_far(self, part: Part) -> Made | None:
        """What was made of a part; None where nothing was yet."""
        return _made_files().get((self.key, part.names))

    def made(self, part: Part) -> Made:
        """The files of a part, made now or before."""
        outcome = self.so_far(part)
        if outcome is None:
            outcome = part.made()
            _made_files().keep((self.key, part.names), outcome)
        return outcome

    def forget_missing(self) -> None:
        """Let what could not be made be tried again."""
        for part in self.all_parts:
            if (outcome := self.so_far(part)) and outcome.missing:
                _made_files().forget((self.key, part.names))

    def kind(self, key: str) -> Made:
        """All files of a kind, with what lies beside them."""
        return together(in_turn(KINDS[key], self.order, self.made))

    def zip_of_part(self, part: Part) -> bytes:
        """The files of a part as a ZIP."""
        return zipped(self.made(part).files)

    def zip_of_kind(self, key: str) -> bytes:
        """All files of a kind as a ZIP."""
        return zipped(self.kind(key).files)

    def zip_of_all(self) -> bytes:
        """All files of the round as a ZIP."""
        return zipped(whole_set({key: self.kind(key) for key in KINDS}, self.order.words).files)

    def preview(self, part: Part) -> Preview | None:
        """What a part looks like."""
        return _preview(self.key, part.names, _part=part, _shelf=self)


def shelf_of(now: Round, edition: Edition) -> Shelf:
    """The materials of a round in an edition, as the register stands and with the browser that there is:
    where another one is found, pictures take the place of tables.
    """
    version = edition.words.code, edition.with_confidential, export.chromium()
    return _shelf(*session.version(), now, version)


def for_readers(make: Callable[[], bytes], shelf: Shelf) -> Callable[[], bytes]:
    """The confidential version is made for who may have it alone."""
    if not shelf.order.material.with_confidential:
        return make
    return for_them_alone(make, Right.CONFIDENTIAL_VERSION)


@st.cache_resource(show_spinner=False)
def _made_files() -> MadeFiles:
    return MadeFiles()


@st.cache_resource(show_spinner=False, max_entries=8)
def _shelf(opening: int, version: int, now: Round, edition: tuple[str, bool, str | None]) -> Shelf:
    store, (language, with_confidential, _) = session.store(), edition
    material = round_material(store, now, with_confidential=with_confidential)
    order, notices = round_order(store, material, speak(language))
    return Shelf((opening, version, now.key, *edition), order, notices)


@st.cache_resource(show_spinner=False, max_entries=32)
def _preview(key: tuple[Hashable, ...], names: tuple[str, ...], _part: Part, _shelf: Shelf) -> Preview | None:
    return preview(_part, _shelf.made)
