"""Two consultations that are the same become one: the other is removed, and says where it went."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from data import queries
from data.database import Store
from data.errors import CommandRefused, RecordProblem
from data.schema import KEYS, TABLES
from data.writing import RowChange, save_records
from language import N_, Sentence
from workflow.cells import Cells, cells, united
from workflow.concerns import of_consultation, of_merge
from workflow.consultation_entry import COLUMNS, NOT_KNOWN, field_columns
from workflow.consultations import GONE, Group, group_cells, groups_of
from workflow.experiences import survey_rows, surveys
from workflow.permission import Right, command
from workflow.person import Person
from workflow.undo import Undone, undo_saving

KEPT, OTHER, BOTH = "kept", "other", "both"
CLARIFICATIONS = "clarifications"
MARKS = ("removed_at", "removed_by", "merged_into")
SAME = N_("It is the same consultation. Choose another one.")
REMOVED = N_("“{title}” is removed. Put it back first. Nothing was merged.")
TWO_SURVEYS = N_(
    "Both have other answers of participants from the same day and source. Mend or remove those of one first."
    " Nothing was merged."
)


@dataclass(frozen=True)
class Difference:
    """A field in which the two differ: its values in exchange text by column (a number with its qualifier),
    and the side that is proposed (``kept`` or ``other``): what is known before what is not.
    """

    column: str
    kept: Cells
    other: Cells
    proposed: str

    @property
    def is_known_to_one(self) -> bool:
        """Whether one of the two says nothing of it."""
        return _is_unknown(self.kept, self.column) or _is_unknown(self.other, self.column)

    @property
    def can_be_both(self) -> bool:
        """Whether the two can be put together: lists that are known on both sides."""
        return COLUMNS[self.column].kind == KEYS and not self.is_known_to_one


@dataclass(frozen=True)
class Merge:
    """Both rows as they were on the screen, and by column of a difference the side that is taken (``kept``,
    ``other`` or ``both``); one that is left out is taken as proposed.
    """

    kept: Cells
    other: Cells
    choices: Mapping[str, str]

    @property
    def cells(self) -> Cells:
        """The columns of the one that is kept, as they become."""
        changes: Cells = {}
        for each in differences(self.kept, self.other):
            match self.choices.get(each.column, each.proposed):
                case "other":
                    changes |= each.other
                case "both":
                    others = (each.other[each.column] or "").split(";")
                    changes[each.column] = united(each.kept[each.column], others)
        return changes


def differences(kept: Cells, other: Cells) -> list[Difference]:
    """The fields in which two rows differ, in the order of the columns."""
    result = []
    for column in TABLES["consultations"].names:
        if column in ("consultation", *MARKS) or column not in (names := field_columns(column)):
            continue
        mine, theirs = ({name: row[name] for name in names} for row in (kept, other))
        if mine != theirs:
            side = OTHER if _is_unknown(mine, column) and not _is_unknown(theirs, column) else KEPT
            result.append(Difference(column, mine, theirs, side))
    return result


@command(Right.REGISTER, of_merge)
def merge_consultations(
    store: Store, person: Person, merge: Merge, *, merged_at: datetime
) -> list[RecordProblem]:
    """Keep one of two consultations, in one saving; gives notices. Groups and clarifications are united.
    Answers of
    participants, and the evidence of assessments in rounds that are not closed, go to the one that is kept;
    the other is marked as removed at a time (UTC). A closed round's words point to the other one as before.

    Raises :class:`data.errors.CommandRefused` where the two can't be merged, :class:`ChangedMeanwhile` where
    somebody else has changed one of them, :class:`data.errors.RecordRefused` where a rule is broken.
    """
    kept, other = str(merge.kept["consultation"]), str(merge.other["consultation"])
    _refuse_unfit(store, merge)
    mark = cells(removed_at=merged_at, removed_by=person.name, merged_into=kept)
    moved, taken_away = _experiences(store, kept, other)
    rows = [
        RowChange("consultations", {**merge.kept, **merge.cells}, merge.kept),
        RowChange("consultations", {**merge.other, **mark}, merge.other),
        *_clarification(store, kept, other),
        *_groups(store, kept, other),
        *moved,
        *_evidence(store, kept, other),
    ]
    return save_records(store, person.name, rows, removed_rows=taken_away)


@command(Right.REGISTER, of_consultation)
def undo_merge(store: Store, person: Person, key: str) -> Undone:
    """Part two consultations again: both, and all that was moved, as they were. ``key`` is the one that was
    removed.

    Raises :class:`data.errors.CommandRefused` where anything of it has been changed since, or a round was
    closed; nothing is set back then.
    """
    saving = queries.history.newest_saving(store, "consultations", key)
    if saving is None:
        raise CommandRefused(Sentence(GONE))
    return undo_saving(store, person, saving, all_or_none=True)


def _refuse_unfit(store: Store, merge: Merge) -> None:
    if merge.kept["consultation"] == merge.other["consultation"]:
        raise CommandRefused(Sentence(SAME))
    removed = queries.consultations.removed_titles(store)
    for row in (merge.kept, merge.other):
        if row["consultation"] in removed:
            raise CommandRefused(Sentence(REMOVED, {"title": str(row["title"])}))


def _is_unknown(values: Cells, column: str) -> bool:
    return all(value is None for value in values.values()) or values[column] in NOT_KNOWN


def _clarification(store: Store, kept: str, other: str) -> list[RowChange]:
    """What was agreed before it started: what is known before what is not, and one agreed plan whole."""
    mine, theirs = (
        queries.exchange_rows.row(store, CLARIFICATIONS, {"consultation": key}) for key in (kept, other)
    )
    if theirs is None:
        return []
    own = mine or dict.fromkeys(theirs)
    additions = {
        name: value
        for name, value in theirs.items()
        if own[name] is None and not (own["agreed_on"] and name.startswith("agreed_"))
    }
    united = {**own, **additions, "consultation": kept}
    return [] if united == mine else [RowChange(CLARIFICATIONS, united, mine)]


def _groups(store: Store, kept: str, other: str) -> list[RowChange]:
    """The groups of both in the one that is kept; of a group of both, what is known before what is not."""
    own = {group.name.casefold(): group for group in groups_of(store, kept)}
    rows = []
    for theirs in groups_of(store, other):
        mine = own.get(theirs.name.casefold())
        united = theirs if mine is None else _with_answers_of(mine, theirs)
        if united != mine:
            read = None if mine is None else group_cells(kept, mine)
            rows.append(RowChange("consultation_groups", group_cells(kept, united), read))
    return rows


def _with_answers_of(mine: Group, theirs: Group) -> Group:
    questions = ("sought_out", "took_part", "beyond_affected")
    answers = {
        name: getattr(theirs, name) if getattr(mine, name) is None else getattr(mine, name)
        for name in questions
    }
    return Group(mine.name, **answers)


def _experiences(store: Store, kept: str, other: str) -> tuple[list[RowChange], list[RowChange]]:
    """The rows of answers that the one that is kept gets, and those that are taken from the other. What both
    have stays with the other, which is counted nowhere.
    """
    own = {_place(row): row for row in _answers(store, kept)}
    moved, taken_away = [], []
    for row in _answers(store, other):
        goal = {**row, "consultation": kept}
        same = own.get(_place(row))
        if same is not None and same != goal:
            raise CommandRefused(Sentence(TWO_SURVEYS))
        if same is None:
            moved.append(RowChange("experiences", goal))
            taken_away.append(RowChange("experiences", row, row))
    return moved, taken_away


def _answers(store: Store, key: str) -> list[Cells]:
    return [row for survey in surveys(store, key) for row in survey_rows(survey).values()]


def _place(row: Cells) -> tuple[str | None, ...]:
    return row["principle"], row["asked_on"], row["source"]


def _evidence(store: Store, kept: str, other: str) -> list[RowChange]:
    rows = []
    for place in queries.assessments.open_places_citing(store, other):
        stored = queries.exchange_rows.row(store, "assessments", place)
        assert stored
        keys = {kept if key == other else key for key in str(stored["evidence"]).split(";")}
        rows.append(RowChange("assessments", {**place, "evidence": ";".join(sorted(keys))}, stored))
    return rows
