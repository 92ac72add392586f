"""Several consultations get the same values in one saving: all of them or none."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from data import queries
from data.database import Store
from data.errors import CommandRefused, RecordProblem
from data.queries.history import Saving
from data.writing import RowChange, save_records
from language import N_, Sentence
from workflow.cells import Cells, cells, united
from workflow.concerns import of_several
from workflow.consultation_entry import Values
from workflow.consultations import stored_consultations
from workflow.permission import Right, command
from workflow.person import Person
from workflow.undo import in_a_list

NO_CHANGE = N_("They are all so already. Nothing was saved.")
CLASH = N_(
    "Somebody else has changed {titles} since you looked. Nothing was saved: look at the preview again."
)


@dataclass(frozen=True)
class SharedChange:
    """What several consultations are to have alike: ``values`` by column (None: not known), and methods to be
    added to those that each has.
    """

    values: Values = field(default_factory=dict)
    added_methods: tuple[str, ...] = ()

    @property
    def columns(self) -> list[str]:
        return [*self.values, *(["methods"] if self.added_methods else [])]

    def cells_for(self, stored: Cells) -> Cells:
        """The columns of one consultation as they would be."""
        added = united(stored["methods"], [each.replace(";", ",") for each in self.added_methods])
        return cells(**self.values) | ({"methods": added} if self.added_methods else {})


@dataclass(frozen=True)
class PreviewedChange:
    """A line of a preview: what a column is and would be, in exchange text, and for how many."""

    column: str
    before: str | None
    after: str | None
    consultations: int


def preview_together(change: SharedChange, read: Mapping[str, Cells]) -> list[PreviewedChange]:
    """What would change, by column; what is so already is left out. ``read`` are the rows by key."""
    counts: Counter[tuple[str, str | None, str | None]] = Counter(
        (name, stored[name], value)
        for stored in read.values()
        for name, value in change.cells_for(stored).items()
        if value != stored[name]
    )
    order = {name: place for place, name in enumerate(change.columns)}
    lines = sorted(counts.items(), key=lambda each: (order.get(each[0][0], 0), -each[1], each[0][1] or ""))
    return [PreviewedChange(*line, number) for line, number in lines]


@command(Right.REGISTER, of_several)
def save_together(
    store: Store, person: Person, change: SharedChange, *, read: Mapping[str, Cells]
) -> list[RecordProblem]:
    """Write the same to several consultations, all or none, with a history of each; gives notices. ``read``
    are their rows by key, as the preview showed them.

    Raises :class:`data.errors.CommandRefused` where nothing would change, or where somebody else has changed
    one of these columns meanwhile, which it names; :class:`data.errors.RecordRefused` where a value breaks a
    rule.
    """
    _refuse_clashes(store, change, read)
    rows = []
    for key, stored in read.items():
        values = change.cells_for(stored)
        if any(value != stored[name] for name, value in values.items()):
            rows.append(
                RowChange("consultations", {"consultation": key, "title": stored["title"], **values}, stored)
            )
    if not rows:
        raise CommandRefused(Sentence(NO_CHANGE))
    return save_records(store, person.name, rows)


def saving_of(store: Store, key: str) -> Saving | None:
    """The saving in which a consultation was last written, to be undone."""
    return queries.history.newest_saving(store, "consultations", key)


def _refuse_clashes(store: Store, change: SharedChange, read: Mapping[str, Cells]) -> None:
    stored = stored_consultations(store, list(read))
    columns = [*change.values, *(["methods"] if change.added_methods else []), "title", "removed_at"]
    titles = [
        str(row["title"])
        for key, row in read.items()
        if key not in stored or any(stored[key][name] != row[name] for name in columns)
    ]
    if titles:
        raise CommandRefused(Sentence(CLASH, {"titles": in_a_list(titles)}))
