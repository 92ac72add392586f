"""A first profile for a file that was never taken in before, proposed by the names and contents of its
columns; every guess can be mended by hand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.foreign.profile import DayOrder, Profile
from data.foreign.sheet import ForeignTable


@dataclass(frozen=True)
class KnownWords:
    """What the register knows that a file may name: bodies by key and name, methods by key and names,
    consultations by key and title.
    """

    bodies: Mapping[str, str]
    methods: Mapping[str, Sequence[str]]
    titles: Mapping[str, str]


@dataclass(frozen=True)
class ValueQuestion:
    """A text in a column that its field can't take as it stands: how many rows hold it, and the value that it
    probably means (exchange form), or none.
    """

    column: str
    fills: str
    text: str
    rows: int
    suggestion: str | None


def propose_profile(table: ForeignTable, known: KnownWords, *, name: str) -> Profile:
    """What the columns probably are: an alias in Danish or English first, then what their cells look like.
    A column is used once, a field is filled once; what is unsure is left without a place.
    """
    raise NotImplementedError


def fitted(profile: Profile, table: ForeignTable) -> tuple[Profile, list[str]]:
    """A kept profile for a file whose columns were reordered, and the columns that it names and the file
    lacks (renamed ones).
    """
    raise NotImplementedError


def value_questions(table: ForeignTable, profile: Profile, known: KnownWords) -> list[ValueQuestion]:
    """The texts that need a person's word before they are taken in."""
    raise NotImplementedError


def needed_day_order(table: ForeignTable, profile: Profile) -> DayOrder | None | bool:
    """The order that the dates themselves show; False where they can be read both ways and a person must say;
    None where no date needs one.
    """
    raise NotImplementedError
