"""How a file of another system is understood: which column fills which field, what its values mean, what one
row is. A profile is kept by name and read again; it never holds a value of a column without a place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class RowIs(StrEnum):
    """What one row of the file is."""

    CONSULTATION = "consultation"
    PART = "part"
    """An idea, a proposal, a response or a meeting: rows of one consultation are grouped and counted."""
    EVENT = "event"
    """A day in the life of a consultation: its kind in one column, its date in another."""
    RESPONDENT = "respondent"
    """One person's answers to the questionnaire: counted where the file is read, and never kept."""


class DayOrder(StrEnum):
    """What 03/04/2027 means; never guessed."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@dataclass(frozen=True)
class ColumnUse:
    """What a column of the file fills.

    ``fills`` is a column of the profile's exchange table. ``values`` says what texts of the file mean, in
    exchange form (empty: not known); a text that is not in it is read as it stands.
    """

    column: str
    fills: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Profile:
    """How a file is understood.

    ``table`` is the exchange table that it fills (``consultations``, ``consultation_groups`` or
    ``experiences``). ``identity`` names the file's columns that tell one consultation from another (with
    parts and events: those that say which consultation the row belongs to); empty: title and days.
    ``constants`` fills fields alike in all rows. ``sheet`` and ``header_row`` are found again by the names of
    the columns, where the file was arranged otherwise.
    """

    name: str
    table: str = "consultations"
    row_is: RowIs = RowIs.CONSULTATION
    sheet: str = ""
    header_row: int = 1
    columns: tuple[ColumnUse, ...] = ()
    identity: tuple[str, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    day_order: DayOrder | None = None
    count_into: str = ""
    """Of parts: the field that their number fills (``contributions``, ``participants``), or none."""
    event_column: str = ""
    date_column: str = ""
    events: Mapping[str, str] = field(default_factory=dict)
    """Of events: which date field an event's name fills."""
