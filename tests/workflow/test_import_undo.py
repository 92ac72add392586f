"""A whole import is undone, newest first or not, but for what people have changed since."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from data import queries
from data.database import Store
from data.errors import CommandRefused
from data.foreign.profile import ColumnUse, Profile
from tests.support.foreign_lists import CYCLE_PATH, KEYS, LIST_PROFILE, NOON, SCHOOL, request
from tests.support.registers import take_all
from tests.workflow.conftest import IDA
from workflow.consultations import Group, groups_of, save_consultation, save_group
from workflow.consultations import stored_consultation as stored
from workflow.imports import ImportRequest, UndoOutcome, import_table, imports, undo_import

LATER = NOON + timedelta(hours=1)
GROUPS = Profile(
    "Grupper",
    table="consultation_groups",
    columns=(
        ColumnUse("Høring", "consultation"),
        ColumnUse("Gruppe", "group"),
        ColumnUse("Deltog", "took_part"),
    ),
)


def take(store: Store, import_request: ImportRequest) -> int:
    """The number of the import."""
    return import_table(store, IDA, import_request, imported_at=NOON).number


def undo(store: Store, number: int, at: datetime = LATER) -> UndoOutcome:
    """What undoing an import did."""
    return undo_import(store, IDA, number, undone_at=at)


def edit(store: Store, key: str, **values: int) -> None:
    """Somebody changes a consultation on its page."""
    read = stored(store, key)
    assert read
    save_consultation(store, IDA, key, values=values, read=read)


def groups_request(*rows: dict[str, str]) -> ImportRequest:
    """Rows of groups, to be taken in."""
    return request(*rows, profile=GROUPS)


def test_what_an_import_made_is_gone_and_comes_back(store: Store) -> None:
    """The register is as it was; the same list again brings everything."""
    number = take(store, request(CYCLE_PATH, SCHOOL))
    rows = [stored(store, key) for key in KEYS]
    assert undo(store, number) == UndoOutcome(2, [])
    assert [stored(store, key) for key in KEYS] == [None, None]
    assert (imports(store)[0].undone_at, imports(store)[0].undone_by) == (LATER, "Ida")
    take(store, request(CYCLE_PATH, SCHOOL))
    assert [stored(store, key) for key in KEYS] == rows


def test_what_an_import_changed_is_as_before(store: Store) -> None:
    """Field by field, also where there was nothing; the history shows both ways."""
    take(store, request(CYCLE_PATH | {"Slut": ""}, SCHOOL))
    before = [stored(store, key) for key in KEYS]
    number = take(store, request(CYCLE_PATH | {"Fremmødte": "77"}, SCHOOL))
    assert undo(store, number) == UndoOutcome(1, [])
    assert [stored(store, key) for key in KEYS] == before
    actions = [entry.action for entry in queries.history.of_record(store, "consultations", KEYS[0])]
    assert actions == ["changed", "changed", "created"]


def test_what_people_edited_since_stays_and_is_named(store: Store) -> None:
    """The other records are set back."""
    number = take(store, request(CYCLE_PATH, SCHOOL))
    edit(store, KEYS[0], participants=41)
    assert undo(store, number) == UndoOutcome(1, [(KEYS[0], "Cykelsti på Åvej")])
    row = stored(store, KEYS[0])
    assert row and (row["participants"], stored(store, KEYS[1])) == ("41", None)
    assert import_table(store, IDA, request(CYCLE_PATH), imported_at=NOON).new == 0


def test_what_a_later_import_changed_stays_until_that_one_is_undone(store: Store) -> None:
    """In either order of undoing."""
    first = take(store, request(CYCLE_PATH, SCHOOL))
    second = take(store, request(CYCLE_PATH | {"Fremmødte": "90"}, SCHOOL))
    kept = undo(store, first)
    assert kept == UndoOutcome(1, [(KEYS[0], "Cykelsti på Åvej")])
    undo(store, second)
    row = stored(store, KEYS[0])
    assert row and row["participants"] == "40"


def test_imports_are_undone_one_after_another(store: Store) -> None:
    """The newest first leaves nothing."""
    first = take(store, request(CYCLE_PATH, SCHOOL))
    second = take(store, request(CYCLE_PATH | {"Fremmødte": "90"}, SCHOOL))
    assert [undo(store, second), undo(store, first)] == [UndoOutcome(1, []), UndoOutcome(2, [])]
    assert queries.consultations.titles(store) == {}


def test_what_an_assessment_points_to_is_only_marked(store: Store) -> None:
    """The evidence still opens; taken in again, it counts again."""
    number = take(store, request(CYCLE_PATH))
    assessment = {"round": "2022-2025/midterm", "body": "plan", "principle": "1", "evidence": KEYS[0]}
    take_all(store, {"assessments": [assessment]})
    assert undo(store, number) == UndoOutcome(1, [])
    row = stored(store, KEYS[0])
    assert row and (row["removed_by"], row["removed_at"]) == ("Ida", "2026-11-28 13:00:00")
    take(store, request(CYCLE_PATH))
    row = stored(store, KEYS[0])
    assert row and (row["removed_by"], row["removed_at"]) == (None, None)


def test_groups_of_an_import_are_undone_likewise(store: Store) -> None:
    """One that somebody changed since stays, and its consultation is named."""
    take(store, request(CYCLE_PATH))
    number = take(
        store,
        groups_request(
            {"Høring": "Cykelsti på Åvej", "Gruppe": "Naboer", "Deltog": "ja"},
            {"Høring": "23/118", "Gruppe": "Erhverv", "Deltog": "nej"},
        ),
    )
    read = Group("Naboer", took_part=True)
    save_group(store, IDA, KEYS[0], group=replace(read, sought_out=True), read=read)
    assert undo(store, number) == UndoOutcome(1, [(KEYS[0], "Cykelsti på Åvej")])
    assert groups_of(store, KEYS[0]) == [replace(read, sought_out=True)]


def test_a_consultation_with_groups_of_its_own_is_only_marked(store: Store) -> None:
    """Somebody added a group to what the import made: it is marked, and the group stays."""
    number = take(store, request(CYCLE_PATH))
    save_group(store, IDA, KEYS[0], group=Group("Naboer"), read=None)
    undo(store, number)
    row = stored(store, KEYS[0])
    assert row and row["removed_by"] == "Ida"
    assert groups_of(store, KEYS[0]) == [Group("Naboer")]


def test_a_wrong_merge_is_forgotten(store: Store) -> None:
    """Undone, the row is nobody's again."""
    take_all(store, {"consultations": [{"consultation": "other", "title": "Noget andet"}]})
    undo(store, take(store, request(CYCLE_PATH, merges={2: "other"})))
    assert import_table(store, IDA, request(CYCLE_PATH), imported_at=NOON).new == 1
    row = stored(store, "other")
    assert row and row["title"] == "Noget andet"


@pytest.mark.parametrize("number", [1, 7])
def test_an_import_is_undone_once(store: Store, number: int) -> None:
    """A second time is refused, and so is one that never was."""
    undo(store, take(store, request(CYCLE_PATH)))
    with pytest.raises(CommandRefused, match=f"{number}"):
        undo(store, number)


def test_an_import_without_its_history_is_not_undone(store: Store) -> None:
    """In a register made of exchange files, whose entries are others."""
    row = {"number": "3", "imported_at": "2026-01-01 12:00:00", "who": "Ida", "file": "f", "sha256": "a" * 64}
    counts = {"new": "1", "changed": "0", "unchanged": "0", "rejected": "0"}
    take_all(store, {"imports": [row | counts | {"profile": LIST_PROFILE.name}]})
    with pytest.raises(CommandRefused, match="history"):
        undo(store, 3)
