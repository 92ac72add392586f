"""Files that people really have: each is taken in rightly, or refused with the cause, and never bent in
silence. The inputs lie in ``foreign_files/``, a folder a kind.
"""

from pathlib import Path

import pytest

from data.database import Store
from data.errors import UnreadableFile
from data.export import export
from data.import_pipeline import read_folder, take_in
from tests.support.registers import take, take_all

FILES = Path(__file__).with_name("foreign_files")
BODIES = [
    {"body": "tmu", "level": "committee", "name": "Teknik- og Miljøudvalget"},
    {"body": "ceo", "level": "centre", "name": "Center for By og Miljø"},
    {"body": "bsu", "level": "committee", "name": "Børne- og Skoleudvalget"},
    {"body": "oek", "level": "committee", "name": "Økonomiudvalget"},
]
ROUND = {
    "round": "2026-2029/midterm",
    "term": "2026-2029",
    "kind": "midterm",
    "period_from": "2026-01-01",
    "period_to": "2027-12-31",
    "opens_on": "2026-06-01",
    "status": "open",
}
WHOLE = "is not a whole number from 0 up"
CUT = "is a long number that a spreadsheet has cut short"
SPREADSHEET = "is an error of the spreadsheet"

REFUSED = [
    (
        "01-decimal-in-whole-number",
        [
            (2, "contributions", WHOLE),
            (2, "participants", WHOLE),
            (3, "contributions", WHOLE),
            (3, "participants", WHOLE),
            (4, "contributions", WHOLE),
            (4, "participants", WHOLE),
        ],
    ),
    ("03-excel-round-trip/back", [(2, "name", "is what is stored already, “Børne- og Skoleudvalget”")]),
    (
        "07-words-for-nothing",
        [
            (2, "case_number", CUT),
            (2, "summary", SPREADSHEET),
            (2, "title", SPREADSHEET),
            (3, "case_number", CUT),
            (3, "started_by", SPREADSHEET),
            (2, "justification", "is empty: a submitted assessment needs its reason in words"),
            (3, "justification", "is empty: a submitted assessment needs its reason in words"),
        ],
    ),
    (
        "08-month-first-dates",
        [
            (2, "end_on", "can be read in two ways, because “04/25/2024” in this file has the month first;"),
            (
                2,
                "start_on",
                "can be read in two ways, because “03/14/2024” in this file has the month first;",
            ),
            (3, "end_on", "has the month first; write 2024-04-25"),
            (3, "start_on", "has the month first; write 2024-03-14"),
            (4, "end_on", "can be read in two ways, because “04/25/2024” in this file has the month first;"),
            (
                4,
                "start_on",
                "can be read in two ways, because “03/14/2024” in this file has the month first;",
            ),
        ],
    ),
    ("10-one-character", [(2, "title", "holds a control character; write the cell again as plain text")]),
    (
        "12-header-not-recognised/totals",
        [(3, "consultation", "is the name of a row of totals; delete the row")],
    ),
    (
        "13-counts-and-times-from-programs",
        [(2, "end_on", "holds a time of day; write the day alone, 2024-03-01 if that is the day in Denmark")],
    ),
]


@pytest.fixture
def store(empty: Store) -> Store:
    """A register with a round and the bodies that the files name."""
    take_all(empty, {"rounds": [ROUND], "bodies": BODIES})
    return empty


@pytest.mark.parametrize(("folder", "reasons"), REFUSED, ids=[folder for folder, _ in REFUSED])
def test_what_cannot_be_meant_is_refused_by_name(
    store: Store, folder: str, reasons: list[tuple[int, str, str]]
) -> None:
    """Each bad cell with its row, its column and its own reason, and none besides."""
    outcomes = take_in(store, read_folder(FILES / folder), "tester")
    errors = [error for outcome in outcomes for error in outcome.errors]
    assert [(error.row, error.column) for error in errors] == [(row, column) for row, column, _ in reasons]
    assert [str(e.reason)[: len(text)] for e, (_, _, text) in zip(errors, reasons, strict=True)] == [
        text for _, _, text in reasons
    ]
    assert store.rows("select count(*) from consultations where title like '%#%' or title like 'I alt'") == [
        (0,)
    ]


UNREADABLE = [
    ("02-other-codepages/mac_roman", "code page Mac Roman"),
    ("12-header-not-recognised/one_column", "all cells of a row stand in one cell"),
    ("12-header-not-recognised/title_row", "the names of the columns stand in row 2"),
    ("12-header-not-recognised/trailing", "all cells of a row stand in one cell"),
]


@pytest.mark.parametrize(("folder", "cause"), UNREADABLE, ids=[folder for folder, _ in UNREADABLE])
def test_a_file_that_is_no_table_of_ours_is_told_the_cause(folder: str, cause: str) -> None:
    """One sentence, instead of a list of columns that it lacks."""
    with pytest.raises(UnreadableFile, match=cause):
        read_folder(FILES / folder)


@pytest.mark.parametrize("kind", ["double_bom", "sep_line", "zero_width"])
def test_what_stands_unseen_in_a_header_is_no_hindrance(store: Store, kind: str) -> None:
    """Marks before the first name, a line for the spreadsheet, a space without width."""
    take_in(store, read_folder(FILES / "12-header-not-recognised" / kind), "tester")
    assert store.rows("select consultation, title, summary, participants from consultations") == [
        ("k1", "Høring om støj ved åen", "Både børn og ældre på østre Skole", 120)
    ]


def test_one_group_in_five_spellings_is_one(store: Store) -> None:
    """Composed and decomposed letters, capitals, characters without width: as it was written first."""
    (_, groups) = take_in(store, read_folder(FILES / "06-one-group-five-times"), "tester")
    assert (groups.new, len(groups.notices), groups.errors) == (6, 24, [])
    assert store.rows('select distinct "group" from consultation_groups') == [("Ældreråd",)]
    take(store, {"consultation_groups": [{"consultation": "c1", "group": "ÆLDRERÅD", "took_part": "no"}]})
    assert store.rows("select \"group\", took_part from consultation_groups where consultation = 'c1'") == [
        ("Ældreråd", False)
    ]


def test_the_group_that_is_counted_by_its_name_has_no_capitals(store: Store) -> None:
    """So that it counts."""
    take_all(store, {"consultations": [{"consultation": "c1", "title": "Cykelsti"}]})
    take_all(store, {"consultation_groups": [{"consultation": "c1", "group": "Businesses"}]})
    assert store.rows('select "group" from consultation_groups') == [("businesses",)]


def test_text_that_was_decoded_twice_is_told_of(store: Store) -> None:
    """It is taken in, with what it seems to mean."""
    (outcome,) = take_in(store, read_folder(FILES / "02-other-codepages" / "punctuation_only"), "tester")
    assert (outcome.new, [str(each.reason) for each in outcome.notices]) == (
        1,
        [
            "seems to hold letters that were read wrongly, and to mean “Plan 2025 – fase 2, efter § 17”; save"
            " the file as CSV (UTF-8), or write the cell again"
        ],
    )


def test_what_programs_write_is_read(store: Store) -> None:
    """Whole numbers with a nought behind the point, days as points in time, hyphens that don't break."""
    take_in(store, read_folder(FILES / "13-counts-and-times-from-programs"), "tester", accept_valid=True)
    rows = {
        "consultation": "a",
        "title": "A",
        "participants": "244.0",
        "start_on": "2024-02-28T23:00:00.000Z",
        "end_on": "2024-03-01 00:00:00",
    }
    take_all(store, {"consultations": [rows]})
    days = "cast(start_on as varchar), cast(end_on as varchar)"
    assert store.rows(f"select consultation, participants, {days} from consultations order by 1") == [
        ("a", 244, "2024-02-29", "2024-03-01"),
        ("b", None, "2024-03-01", "2024-03-01"),
    ]


def test_words_for_nothing_are_empty(store: Store) -> None:
    """In a text, a list, a number, a day and a choice alike."""
    row = {
        "consultation": "c1",
        "title": "Cykelsti",
        "summary": "–",
        "effect": "none",
        "effect_note": "None",
        "participants": "N/A",
        "start_on": "-",
        "methods": "N/A;workshop",
        "scale": "NULL",
    }
    take_all(store, {"consultations": [row]})
    columns = "summary, effect, effect_note, participants, start_on, methods, scale"
    assert store.rows(f"select {columns} from consultations") == [
        (None, "none", None, None, None, "workshop", None)
    ]


@pytest.mark.parametrize("reason", ["1.", "?!", "12 34"])
def test_a_reason_needs_letters(store: Store, reason: str) -> None:
    """A number or a sign counts for no reason."""
    row = {"consultation": "c1", "title": "Cykelsti", "not_open_reason": reason}
    (outcome,) = take(store, {"consultations": [row]})
    assert (outcome.taken, store.rows("select count(not_open_reason) from consultations")) == (0, [(0,)])


def test_an_export_saved_by_a_spreadsheet_changes_nothing(store: Store, tmp_path: Path) -> None:
    """It has a mark, semicolons and decimal commas, and comes back unchanged; read with wrong letters in
    between, every text of it is refused.
    """
    take_all(
        store,
        {"consultations": [{"consultation": "c1", "title": "Børn på Ærø – æ", "hours_spent": "12.5"}]},
    )
    export(store, tmp_path / "out")
    raw = (tmp_path / "out" / "consultations.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfconsultation;title;") and b";12,5;" in raw
    (tmp_path / "back").mkdir()
    back = tmp_path / "back" / "consultations.csv"
    back.write_bytes(raw)
    (same,) = take_in(store, read_folder(tmp_path / "back"), "tester")
    back.write_bytes(raw.decode("utf-8-sig").encode().decode("cp1252", errors="ignore").encode("utf-8-sig"))
    (garbled,) = take_in(store, read_folder(tmp_path / "back"), "tester")
    assert (same.unchanged, same.problems) == (1, [])
    assert [(error.column, error.notice) for error in garbled.problems] == [("title", False)]


def test_what_was_stored_in_an_older_form_is_no_change(store: Store) -> None:
    """Its own export comes back as it is, in a closed round as well; written anew it has the new form."""
    take_all(store, {"consultations": [{"consultation": "c1", "title": "Titel"}]})
    with store.transaction() as cursor:
        cursor.execute(
            "update consultations set title = $title, summary = '-'", {"title": "A\u00a0bla\u030a"}
        )
    row = {"consultation": "c1", "title": "A\u00a0bla\u030a", "summary": "-"}
    (same,) = take(store, {"consultations": [row]})
    (other,) = take(store, {"consultations": [row | {"title": "A\u00a0 bla\u030a"}]})
    assert (same.unchanged, other.changed) == (1, 1)
    assert store.rows("select title, summary from consultations") == [("A blå", "-")]


def test_a_column_that_shows_its_order_is_in_no_doubt(store: Store) -> None:
    """Another column of the file has the month first; this one has the day first."""
    rows = [
        {"consultation": "a", "title": "A", "start_on": "13/02/2024", "end_on": ""},
        {"consultation": "b", "title": "B", "start_on": "03/04/2024", "end_on": "04/25/2024"},
    ]
    (outcome,) = take(store, {"consultations": rows})
    assert [(error.row, error.column) for error in outcome.errors] == [(3, "end_on")]


def test_keys_that_differ_in_capitals_alone_are_told_of(store: Store) -> None:
    """Both are kept, for a key is as it is written; the notice names the other, and a known key is not told
    of again.
    """
    take_all(store, {"consultations": [{"consultation": "Sti-1", "title": "Sti"}]})
    rows = [{"consultation": key, "title": "Sti"} for key in ("Sti-1", "STI-1", "bro")]
    (outcome,) = take(store, {"consultations": rows})
    assert (outcome.new, [(each.row, each.column) for each in outcome.notices]) == (2, [(3, "consultation")])
    assert "differs from Sti-1 in capitals alone" in str(outcome.notices[0].reason)
