"""A list of another system is taken in: seen before it is stored, stored once, and never emptying what people
wrote.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data import queries
from data.database import Store
from data.errors import CommandRefused, RecordRefused
from data.foreign.profile import ColumnUse, Profile
from data.import_pipeline import read_folder, take_in
from language import speak
from tests.support.exported_records import exported
from tests.support.foreign_lists import (
    CYCLE_PATH,
    KEYS,
    LIST_PROFILE,
    NOON,
    SCHOOL,
    SHA256,
    list_of,
    request,
    table_request,
)
from tests.support.registers import new_empty, take_all
from tests.support.registers import take as take_rows
from tests.workflow.conftest import IDA
from workflow.consultations import register_consultation, remove_consultation, save_consultation
from workflow.consultations import stored_consultation as stored
from workflow.imports import (
    ImportRequest,
    PreviewOutdated,
    import_table,
    imports,
    preview_import,
    profiles,
)


def take(store: Store, import_request: ImportRequest) -> tuple[int, int, int, int]:
    """New, changed, unchanged and rejected rows."""
    record = import_table(store, IDA, import_request, imported_at=NOON)
    return record.new, record.changed, record.unchanged, record.rejected


def cells(store: Store, key: str, *names: str) -> list[str | None]:
    """Some columns of a consultation."""
    row = stored(store, key)
    assert row is not None
    return [row[name] for name in names]


def test_a_preview_shows_every_row_and_stores_nothing(store: Store) -> None:
    """Old beside new by field; a column without a place is named; the register's version stays."""
    take(store, request(CYCLE_PATH))
    version = store.version
    preview = preview_import(
        store, request(CYCLE_PATH | {"Fremmødte": "55"}, SCHOOL, {"Navn": "Uden dag", "Start": "31-02-2023"})
    )
    assert [(row.row, row.state) for row in preview.rows] == [(2, "changed"), (3, "new"), (4, "rejected")]
    assert preview.rows[0].changes == {"participants": ("40", "55"), "participants_qualifier": ("ca.", None)}
    assert preview.rows[1].changes["title"] == (None, "Ny skole ved søen")
    assert [str(problem.reason) for problem in preview.rejected[4]] == ["is a date that does not exist"]
    assert (preview.unplaced, store.version) == (["Kontakt"], version)


def test_rows_are_stored_as_one_import(store: Store) -> None:
    """Each with its history, listed with who, when, file and checksum; the profile is kept by its name."""
    record = import_table(store, IDA, request(CYCLE_PATH, SCHOOL), imported_at=NOON)
    assert imports(store) == [record]
    assert (record.who, record.file, record.sha256, record.new) == ("Ida", "liste.xlsx", SHA256, 2)
    assert cells(store, KEYS[0], "centre", "participants", "participants_qualifier") == ["by", "40", "ca."]
    assert cells(store, KEYS[1], "participants", "case_number") == ["0", "23/200"]
    assert [entry.action for entry in queries.history.of_record(store, "consultations", KEYS[0])] == [
        "created"
    ]
    assert profiles(store) == [LIST_PROFILE]


def test_what_has_no_place_is_nowhere(store: Store, own_register: Path) -> None:
    """Not in the records, the profile, the list of imports or the history."""
    import_request = request(CYCLE_PATH)
    with_note = replace(
        LIST_PROFILE, columns=(*LIST_PROFILE.columns, ColumnUse("Kontakt", "", {"Hanne Vester": "x"}))
    )
    take(store, replace(import_request, profile=with_note))
    store.put_log_into_file()
    assert b"Vester" not in own_register.read_bytes()
    assert all("Kontakt" not in text for text in queries.imports.settings_by_profile(store).values())


def test_the_same_list_again_changes_nothing(store: Store) -> None:
    """Also with its columns in another order and its rows moved; a row that is missing deletes nothing."""
    take(store, request(CYCLE_PATH, SCHOOL))
    before = [stored(store, key) for key in KEYS]
    turned = {name: SCHOOL[name] for name in reversed(SCHOOL)}
    assert take(store, request(turned, dict(reversed(CYCLE_PATH.items())))) == (0, 0, 2, 0)
    assert take(store, request(SCHOOL)) == (0, 0, 1, 0)
    assert [stored(store, key) for key in KEYS] == before


def test_a_row_is_known_again_after_people_edited_title_and_number(store: Store) -> None:
    """By what tells it in the file, kept as a checksum."""
    take(store, request(CYCLE_PATH))
    read = stored(store, KEYS[0])
    assert read
    save_consultation(store, IDA, KEYS[0], values={"title": "Stien", "case_number": "9"}, read=read)
    assert take(store, request(CYCLE_PATH)) == (0, 1, 0, 0)
    assert len(queries.consultations.titles(store)) == 1


def test_an_empty_cell_never_erases(store: Store) -> None:
    """What the file leaves open, or says is not known, stays as it is stored; 0 is a number."""
    take(store, request(CYCLE_PATH, SCHOOL))
    emptied = CYCLE_PATH | {"Slut": "", "Fremmødte": "ukendt", "Center": "-"}
    assert take(store, request(emptied, SCHOOL | {"Fremmødte": ""})) == (0, 0, 2, 0)
    assert take(store, request(CYCLE_PATH | {"Fremmødte": "0"})) == (0, 1, 0, 0)
    assert cells(store, KEYS[0], "end_on", "centre", "participants", "participants_qualifier") == [
        "2023-03-24",
        "by",
        "0",
        None,
    ]


def test_with_a_rejected_row_nothing_is_stored_unless_asked_for(store: Store) -> None:
    """The reasons come with the refusal; with the good rows alone, the others are counted."""
    bad = SCHOOL | {"Center": "Center for Måner", "Slut": "i morgen"}
    with pytest.raises(RecordRefused) as refusal:
        take(store, request(CYCLE_PATH, bad))
    assert {(each.row, each.column) for each in refusal.value.problems} == {(3, "Slut"), (3, "Center")}
    assert (queries.consultations.titles(store), imports(store), profiles(store)) == ({}, [], [])
    assert take(store, request(CYCLE_PATH, bad, accept_valid=True)) == (1, 0, 0, 1)
    with pytest.raises(RecordRefused):
        take(store, request(bad, accept_valid=True))


def test_a_likely_duplicate_is_shown_beside_what_it_resembles(store: Store) -> None:
    """A day or the case number in common and nearly the same title; other numbers in it are another
    matter.
    """
    key = register_consultation(
        store, IDA, {"title": "Cykelstien på Åvej", "start_on": date(2023, 3, 1), "summary": "Skrevet her"}
    )
    others = [
        {"Navn": "Lokalplan 101 Havnen", "Sag": "1", "Start": "2023-06-01"},
        {"Navn": "Lokalplan 102 Havnen", "Sag": "2", "Start": "2023-06-01"},
        {"Navn": "Ny skole ved søen", "Sag": "3", "Start": "2023-08-01"},
        {"Navn": "Ny skole ved Søen!", "Sag": "4", "Start": "2023-08-01"},
    ]
    duplicates = preview_import(store, request(CYCLE_PATH, *others)).duplicates
    assert [(each.row, each.other_key, each.other_row) for each in duplicates] == [
        (2, key, None),
        (6, "2023-ny-skole-ved-soeen", 5),
    ]
    assert duplicates[0].values["title"] == ("Cykelsti på Åvej", "Cykelstien på Åvej")
    assert duplicates[0].values["start_on"] == ("2023-03-01", "2023-03-01")


def test_a_merged_row_changes_only_what_the_file_fills(store: Store) -> None:
    """The stored consultation keeps the rest, and where it came from; next time the row is it by itself."""
    key = register_consultation(
        store,
        IDA,
        {"title": "Cykelstien", "start_on": date(2023, 3, 1), "summary": "Skrevet her", "source": "Hånden"},
    )
    assert take(store, request(CYCLE_PATH, merges={2: key})) == (0, 1, 0, 0)
    assert cells(store, key, "title", "summary", "source", "participants") == [
        "Cykelsti på Åvej",
        "Skrevet her",
        "Hånden",
        "40",
    ]
    assert take(store, request(CYCLE_PATH)) == (0, 0, 1, 0)


def test_two_rows_that_a_person_merged_are_one(store: Store) -> None:
    """The first row stands, the second fills what it leaves open, also the next time."""
    twin = {"Navn": "Cykelsti, Åvej", "Sag": "other", "Start": "2023-03-01", "Fremmødte": "12"}
    rows = (CYCLE_PATH | {"Fremmødte": ""}, twin)
    assert take(store, request(*rows, merges={3: KEYS[0]})) == (2, 0, 0, 0)
    assert queries.consultations.titles(store) == {KEYS[0]: "Cykelsti på Åvej"}
    assert cells(store, KEYS[0], "participants") == ["12"]
    assert take(store, request(*rows)) == (0, 0, 2, 0)


def test_what_a_person_removed_stays_removed(store: Store) -> None:
    """And the preview tells it."""
    take(store, request(CYCLE_PATH))
    remove_consultation(store, IDA, KEYS[0], removed_at=NOON)
    preview = preview_import(store, request(CYCLE_PATH))
    assert [str(each.reason) for each in preview.rows[0].problems] == [
        "is a consultation that was removed here; it stays removed"
    ]
    assert take(store, request(CYCLE_PATH)) == (0, 0, 1, 0)
    assert cells(store, KEYS[0], "removed_by") == ["Ida"]


def test_a_stale_preview_is_told_and_nothing_is_stored(store: Store) -> None:
    """Only where a row would become something else than was shown."""
    take(store, request(CYCLE_PATH))
    import_request = request(CYCLE_PATH | {"Fremmødte": "50"}, SCHOOL)
    import_request = replace(import_request, preview=preview_import(store, import_request))
    register_consultation(store, IDA, {"title": "Noget helt andet"})
    read = stored(store, KEYS[0])
    assert read
    save_consultation(store, IDA, KEYS[0], values={"participants": 70}, read=read)
    with pytest.raises(PreviewOutdated) as refusal:
        import_table(store, IDA, import_request, imported_at=NOON)
    assert (refusal.value.rows, len(imports(store))) == ((2,), 1)
    import_request = replace(import_request, preview=preview_import(store, import_request))
    register_consultation(store, IDA, {"title": "Igen noget andet"})
    assert take(store, import_request) == (1, 1, 0, 0)


def test_rows_of_a_closed_round_are_told(store: Store) -> None:
    """They are taken in; the round keeps its result."""
    with store.transaction() as cursor:
        cursor.execute("update rounds set status = 'closed' where kind = 'midterm'")
    preview = preview_import(store, request(CYCLE_PATH, SCHOOL))
    assert [speak("en").say(each.reason) for each in preview.problems] == [
        "2 consultations belong to the mid-term round 2022–2025, which is closed. That round keeps its"
        " result: what is taken in does not move it."
    ]


def test_what_a_closed_round_does_not_count_is_not_told_as_its_own(store: Store) -> None:
    """Such as a consultation that others ran in its period."""
    take(store, request(CYCLE_PATH, SCHOOL))
    save_consultation(
        store, IDA, KEYS[0], values={"run_by_municipality": "no"}, read=stored(store, KEYS[0]) or {}
    )
    with store.transaction() as cursor:
        cursor.execute("update rounds set status = 'closed' where kind = 'midterm'")
    rows = (CYCLE_PATH | {"Fremmødte": "51"}, SCHOOL | {"Fremmødte": "52"})
    (problem,) = preview_import(store, request(*rows)).problems
    assert str(problem.reason).startswith("1 consultation belongs to the mid-term round")


def test_the_example_of_the_template_is_passed_over(store: Store) -> None:
    """And told; a list of nothing else is refused."""
    example = CYCLE_PATH | {"Navn": "EKSEMPEL: Ny cykelsti", "Slut": "31-02-2027"}
    preview = preview_import(store, request(example, CYCLE_PATH))
    assert [row.row for row in preview.rows] == [3]
    assert [(each.row, each.notice) for each in preview.problems] == [(2, True)]
    with pytest.raises(CommandRefused, match="no row"):
        take(store, request(example))


def test_a_column_that_is_gone_stops_the_import(store: Store) -> None:
    """A renamed one must be said; nothing is emptied by it."""
    renamed = {("Deltog" if name == "Fremmødte" else name): text for name, text in CYCLE_PATH.items()}
    with pytest.raises(RecordRefused, match="Fremmødte"):
        take(store, request(renamed))


def test_a_profile_can_not_hold_a_persons_number(store: Store) -> None:
    """Nor can the import without a name; nothing is stored of either."""
    use = ColumnUse("Center", "centre", {"Hanne 010190-1234": "by"})
    columns = (*(each for each in LIST_PROFILE.columns if each.column != "Center"), use)
    with pytest.raises(RecordRefused, match="CPR"):
        take(store, request(CYCLE_PATH, profile=replace(LIST_PROFILE, columns=columns)))
    with pytest.raises(CommandRefused, match="name"):
        take(store, request(CYCLE_PATH, profile=replace(LIST_PROFILE, name=" ")))
    assert (queries.consultations.titles(store), imports(store)) == ({}, [])


def test_an_export_carries_imports_profiles_and_what_tells_rows(store: Store, tmp_path: Path) -> None:
    """Taken into an empty register everything is the same, and the next list finds its rows."""
    take(store, request(CYCLE_PATH, SCHOOL))
    records = exported(store, tmp_path / "out")
    other = new_empty(tmp_path / "other.duckdb")
    assert not [error for one in take_in(other, read_folder(tmp_path / "out"), "x") for error in one.errors]
    returned = exported(other, tmp_path / "again")
    assert {**returned, "history": []} == {**records, "history": []}
    assert (imports(other), profiles(other)) == (imports(store), profiles(store))
    assert take(other, request(CYCLE_PATH, SCHOOL)) == (0, 0, 2, 0)
    other.close()


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        ("import_profiles", {"name": "n", "settings": "[" * 50_000}, "settings"),
        ("import_profiles", {"name": "n", "settings": '{"row_is": "moon"}'}, "settings"),
        ("imports", {"sha256": "ABC"}, "sha256"),
        ("import_keys", {"profile": "n", "identity": "plain", "consultation": "c1"}, "identity"),
    ],
)
def test_exchange_files_of_imports_are_checked(
    store: Store, table: str, row: dict[str, str], column: str
) -> None:
    """A profile that can't be read, a checksum that is none: a sentence at the cell."""
    whole = {"changed_at": "2026-01-01 12:00:00", "changed_by": "x"} if table == "import_profiles" else {}
    if table == "imports":
        counts = dict.fromkeys(("new", "changed", "unchanged", "rejected"), "0")
        whole = {
            "number": "1",
            "imported_at": "2026-01-01 12:00:00",
            "who": "x",
            "file": "f",
            "profile": "n",
            **counts,
        }
    take_all(store, {"consultations": [{"consultation": "c1", "title": "Én"}]})
    (outcome,) = take_rows(store, {table: [whole | row]})
    assert [error.column for error in outcome.errors] == [column]


def test_many_rows_of_one_day_are_compared_with_few(store: Store) -> None:
    """Two thousand rows of the same day: the twins among them are told, and nothing else."""
    rows = [
        {"Navn": f"Høring om sag nummer {number} i byen", "Sag": f"24/{number}", "Start": "2024-01-01"}
        for number in range(2_000)
    ]
    twin = {"Navn": "I byen: høring om sag nummer 1234", "Sag": "twin", "Start": "2024-01-01"}
    preview = preview_import(store, table_request(list_of(*rows, twin)))
    assert [(each.row, each.other_row) for each in preview.duplicates] == [(2_002, 1_236)]


GROUPS = Profile(
    "Deltagere",
    table="consultation_groups",
    columns=(
        ColumnUse("Sag", "consultation"),
        ColumnUse("Grupper", "group"),
        ColumnUse("Deltog", "took_part", {"ja": "yes"}),
    ),
)


def test_a_row_of_several_groups_is_taken_in_whole_or_not_at_all(store: Store) -> None:
    """New once, the same the next time, changed where one of its groups is, and rejected with all of them."""
    take(store, request(CYCLE_PATH))
    row = {"Sag": "23/118", "Grupper": "Unge; Ældre", "Deltog": "ja"}
    assert take(store, request(row, profile=GROUPS)) == (1, 0, 0, 0)
    assert take(store, request(row, profile=GROUPS)) == (0, 0, 1, 0)
    more = row | {"Grupper": "Unge; Ældre; Foreninger"}
    preview = preview_import(store, request(more, profile=GROUPS))
    assert [each.state for each in preview.rows] == ["changed"]
    bad = row | {"Sag": "ukendt sag", "Grupper": "Unge; Ældre"}
    preview = preview_import(store, request(row, bad, profile=GROUPS))
    assert [each.state for each in preview.rows] == ["unchanged", "rejected"]
