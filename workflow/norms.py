"""Norms and the principles' wording: each from a day on, with its source."""

from dataclasses import dataclass
from datetime import date

from data import queries
from data.database import Store
from data.errors import CommandRefused, RecordProblem
from data.writing import RowChange, save_records
from language import N_, Sentence
from workflow.cells import cells
from workflow.permission import Right, command
from workflow.person import Person

NO_SOURCE = N_("A norm needs its source and the day from which it applies. Nothing was saved.")
WORDING_NO_SOURCE = N_("A wording needs its source and the day from which it applies. Nothing was saved.")


@dataclass(frozen=True)
class NormValue:
    """A norm's value from a day on. ``value`` is as it was typed, a share in per cent."""

    norm: str
    value: str
    unit: str | None
    applies_from: date | None
    source: str


@dataclass(frozen=True)
class Wording:
    """A principle's titles and wordings from a day on."""

    principle: int
    title_da: str
    title_en: str
    wording_da: str
    wording_en: str
    applies_from: date | None
    source: str


@command(Right.SET_UP)
def save_norm(store: Store, person: Person, value: NormValue) -> list[RecordProblem]:
    """A norm's value from a day on; gives notices. Raises :class:`data.errors.CommandRefused` without day or
    source, :class:`data.errors.RecordRefused` where the value is no number, or out of range.
    """
    if not value.source.strip() or value.applies_from is None:
        raise CommandRefused(Sentence(NO_SOURCE))
    key = cells(norm=value.norm, applies_from=value.applies_from)
    number = _as_share(value.value) if value.unit == "share" else value.value
    values = key | cells(value=number, unit=value.unit, source=value.source)
    stored_row = queries.exchange_rows.row(store, "norms", key)
    return save_records(store, person.name, [RowChange("norms", values, stored_row)])


@command(Right.SET_UP)
def save_wording(store: Store, person: Person, wording: Wording) -> list[RecordProblem]:
    """A principle's wording from a day on; gives notices. Raises :class:`data.errors.CommandRefused` without
    day or source, :class:`data.errors.RecordRefused` where a text is missing.
    """
    if not wording.source.strip() or wording.applies_from is None:
        raise CommandRefused(Sentence(WORDING_NO_SOURCE))
    key = cells(principle=wording.principle, applies_from=wording.applies_from)
    values = key | cells(
        title_da=wording.title_da,
        title_en=wording.title_en,
        wording_da=wording.wording_da,
        wording_en=wording.wording_en,
        source=wording.source,
    )
    stored_row = queries.exchange_rows.row(store, "principles", key)
    return save_records(store, person.name, [RowChange("principles", values, stored_row)])


def _as_share(text: str) -> str:
    """Per cent as typed, as a share; what is no number goes on as it is, and is refused by name."""
    try:
        return repr(
            float(text.replace("%", "").replace(" ", "").replace("\u00a0", "").replace(",", ".")) / 100
        )
    except ValueError:
        return text
