"""Taking in and giving out: what is stored, what is refused, and that nothing is lost."""

import csv
import hashlib
from pathlib import Path

import pytest

from data.database import Store
from data.errors import UnreadableFile
from data.import_pipeline import export, read_folder, take_in
from evaluation.as_json import as_json
from evaluation.evaluate import evaluate, find_round
from tests.support.registers import BODIES, ROUNDS, new_empty, said, take, take_all

CONSULTATION = {
    "consultation": "c1",
    "title": "Cykelsti",
    "centre": "by",
    "start_on": "2024-02-01",
    "end_on": "2024-03-14",
}
ASSESSMENT = {
    "round": "2022-2025/endterm",
    "body": "plan",
    "principle": "1",
    "rating": "4",
    "justification": "Rammen lå klar.",
    "status": "submitted",
}
BASE = {"rounds": ROUNDS, "bodies": BODIES, "consultations": [CONSULTATION]}


def test_new_changed_and_unchanged_rows_are_told_apart(empty: Store) -> None:
    """The same file again changes nothing; one other cell changes one row."""
    take_all(empty, BASE)
    again = take(empty, {"consultations": [CONSULTATION]})[0]
    other = take(empty, {"consultations": [CONSULTATION | {"title": "Cykelsti og fortov"}]})[0]
    assert [(again.new, again.changed, again.unchanged), (other.new, other.changed, other.unchanged)] == [
        (0, 0, 1),
        (0, 1, 0),
    ]


def test_a_column_that_the_file_lacks_keeps_what_is_stored(empty: Store) -> None:
    """A file with two columns does not empty the others."""
    take_all(empty, BASE)
    take_all(empty, {"consultations": [{"consultation": "c1", "title": "Ny titel"}]})
    assert empty.rows("select title, centre, cast(start_on as varchar) from consultations") == [
        ("Ny titel", "by", "2024-02-01")
    ]


def test_of_a_file_with_a_bad_row_nothing_is_stored(empty: Store) -> None:
    """The bad cell is named by row and column; the good rows wait, unless they are asked for."""
    take_all(empty, BASE)
    rows = [
        CONSULTATION | {"consultation": "c2"},
        CONSULTATION | {"consultation": "c3", "end_on": "31-02-2024"},
    ]
    whole = take(empty, {"consultations": rows})[0]
    partly = take(empty, {"consultations": rows}, accept_valid=True)[0]
    assert (said(whole), whole.taken, said(partly), partly.taken) == ([(3, "end_on")], 0, [(3, "end_on")], 1)


def test_a_trial_stores_nothing(empty: Store) -> None:
    """A dry run reports as if it had stored, and leaves the register as it was."""
    assert take(empty, BASE, dry_run=True)[2].new == 1
    assert empty.rows("select count(*) from consultations") == [(0,)]


BREACHES = [
    ("consultations", CONSULTATION | {"title": ""}, "title"),
    ("consultations", CONSULTATION | {"centre": "nowhere"}, "centre"),
    ("consultations", CONSULTATION | {"centre": "plan"}, "centre"),
    ("consultations", CONSULTATION | {"summary": "Borger 010190-1234 skrev"}, "summary"),
    ("consultations", CONSULTATION | {"contributions": "knap 50"}, "contributions"),
    ("consultations", CONSULTATION | {"colour": "red"}, "colour"),
    ("assessments", ASSESSMENT | {"justification": ""}, "justification"),
    ("assessments", ASSESSMENT | {"not_assessable": "yes"}, "rating"),
    ("assessments", ASSESSMENT | {"rating": "6"}, "rating"),
    ("assessments", ASSESSMENT | {"evidence": "c1;c9"}, "evidence"),
    ("assessments", ASSESSMENT | {"body": "nobody"}, "body"),
    (
        "conclusions",
        {"round": "2022-2025/endterm", "principle": "1", "verdict_override": "followed"},
        "override_reason",
    ),
    ("rounds", ROUNDS[0] | {"period_to": "2021-01-01"}, "period_to"),
    ("rounds", ROUNDS[0] | {"round": "another"}, "round"),
    ("bodies", BODIES[0] | {"succeeds": "plan"}, "succeeds"),
    ("bodies", BODIES[0] | {"active_to": "2017-01-01"}, "active_to"),
    ("terms", {"term": "x", "starts_on": "2022-01-01", "ends_on": "2022-01-01"}, "ends_on"),
    ("norms", {"norm": "coverage_min", "value": "half", "applies_from": "2020-01-01"}, "value"),
]


@pytest.mark.parametrize(("table", "row", "column"), BREACHES)
def test_a_broken_rule_is_named(empty: Store, table: str, row: dict[str, str], column: str) -> None:
    """Each rule points at its column, and the row is not stored."""
    take_all(empty, BASE)
    outcome = take(empty, {table: [row]})[0]
    assert (column in [error.column for error in outcome.errors], outcome.taken) == (True, 0)


def test_dates_in_an_odd_order_are_kept_and_reported(empty: Store) -> None:
    """A contradiction in the source is shown, not hidden and not refused."""
    take_all(empty, BASE)
    outcome = take(empty, {"consultations": [CONSULTATION | {"end_on": "2024-01-01"}]})[0]
    assert (outcome.changed, [(error.column, error.notice) for error in outcome.problems]) == (
        1,
        [("end_on", True)],
    )


def test_a_row_twice_in_one_file_is_refused(empty: Store) -> None:
    """The second one is pointed at."""
    take_all(empty, BASE)
    assert said(take(empty, {"assessments": [ASSESSMENT, ASSESSMENT | {"rating": "2"}]})[0]) == [(3, "round")]


def test_a_row_contradicted_by_another_is_not_taken_in_either(empty: Store) -> None:
    """Which of the two is right, nobody can tell; the sentence names the columns of the key and the
    earlier row.
    """
    take_all(empty, BASE)
    rows = [ASSESSMENT, ASSESSMENT | {"body": "by"}, ASSESSMENT | {"rating": "2"}]
    outcome = take(empty, {"assessments": rows}, accept_valid=True)[0]
    assert (outcome.new, outcome.rejected, said(outcome)) == (1, 2, [(4, "round")])
    assert "the same round, body, principle and consultation as row 2" in str(outcome.errors[0].sentence)


def test_the_same_row_again_counts_once(empty: Store) -> None:
    """Word for word the same, but for blanks at the ends of cells: told, and no reason to refuse."""
    take_all(empty, BASE)
    outcome = take(empty, {"assessments": [ASSESSMENT, ASSESSMENT | {"body": " plan "}]})[0]
    assert (outcome.new, outcome.rejected, [(each.row, each.notice) for each in outcome.problems]) == (
        1,
        0,
        [(3, True)],
    )


def test_a_row_that_needs_a_rejected_one_is_rejected_too(empty: Store) -> None:
    """A chain of successors is left out from the broken link on; the rest is taken in."""
    bodies = [
        {"body": "a", "level": "centre", "name": "A", "active_from": "31-02-2020"},
        {"body": "b", "level": "centre", "name": "B", "succeeds": "a"},
        {"body": "c", "level": "centre", "name": "C", "succeeds": "b"},
        {"body": "d", "level": "centre", "name": "D"},
    ]
    outcome = take(empty, {"bodies": bodies}, accept_valid=True)[0]
    assert (outcome.new, said(outcome)) == (1, [(2, "active_from"), (3, "succeeds"), (4, "succeeds")])


def test_unknown_evidence_is_named(empty: Store) -> None:
    """Only the keys that are not there, not those that are."""
    take_all(empty, BASE)
    error = take(empty, {"assessments": [ASSESSMENT | {"evidence": "c1;c8;c9"}]})[0].errors[0]
    assert str(error.sentence).endswith("names c8 and c9: there is no such key in consultations")


def test_an_unknown_column_is_told_its_neighbours(empty: Store) -> None:
    """Close names first, all of them where none is close."""
    near, far = (
        take(empty, {"bodies": [BODIES[0] | {name: "x"}]})[0].errors[0] for name in ("aktive_from", "zzz")
    )
    assert "close to it are active_from" not in str(near.sentence)  # the file has that one already
    assert ("active_to" in str(near.sentence), "Its columns are body, level" in str(far.sentence)) == (
        True,
        True,
    )


def test_a_number_comes_back_as_it_was(empty: Store, tmp_path: Path) -> None:
    """However many decimals it has, and whichever way an export must write it."""
    numbers = ["12.3450", "0.125", "1234.567", "1e-05", "1000", "999.9990", "123456789012345,67", "0.1"]
    rows = [CONSULTATION | {"consultation": f"n{i}", "cost_dkk": number} for i, number in enumerate(numbers)]
    take_all(empty, BASE | {"consultations": rows})
    stored = empty.rows("select cost_dkk from consultations order by consultation")
    export(empty, tmp_path / "out")
    other = new_empty(tmp_path / "other.duckdb")
    outcomes = take_in(other, read_folder(tmp_path / "out"), "tester")
    assert not [error for one in outcomes for error in one.errors]
    assert stored[0] == (12.345,) and stored == other.rows(
        "select cost_dkk from consultations order by consultation"
    )


def test_keys_that_a_spreadsheet_would_calculate_are_guarded(empty: Store, tmp_path: Path) -> None:
    """In the tables, in lists of keys and in the history; taken in again, they are what they were."""
    take_all(empty, BASE | {"consultations": [CONSULTATION | {"consultation": "=a", "methods": "+møde"}]})
    take_all(empty, {"assessments": [ASSESSMENT | {"themes": "@ro", "evidence": "=a"}]})
    export(empty, tmp_path / "out")
    written = {file.name: file.read_text(encoding="utf-8") for file in (tmp_path / "out").iterdir()}
    cells = [cell for text in written.values() for row in csv.reader(text.splitlines()) for cell in row]
    assert [cell for cell in cells if cell[:1] in "=+@" and cell] == []
    other = new_empty(tmp_path / "other.duckdb")
    take_in(other, read_folder(tmp_path / "out"), "tester")
    select = "select c.consultation, methods, themes, evidence from consultations c, exchange_assessments"
    assert other.rows(select) == empty.rows(select) == [("=a", "+møde", "@ro", "=a")]


def test_a_closed_round_takes_no_more_words(empty: Store) -> None:
    """New and changed assessments are refused; the same file again is no change."""
    closed = [ROUNDS[0], ROUNDS[1] | {"status": "closed"}]
    take_all(empty, BASE | {"rounds": closed, "assessments": [ASSESSMENT]})
    changed, same = (
        take(empty, {"assessments": [row]})[0] for row in (ASSESSMENT | {"rating": "1"}, ASSESSMENT)
    )
    reopened = take(empty, {"rounds": [ROUNDS[1]]})[0]
    assert (said(changed), same.unchanged, said(reopened)) == ([(2, "round")], 1, [(2, "round")])


def test_the_history_says_who_changed_what_from_what_to_what(empty: Store) -> None:
    """Every record has its line for every change, with the row before and after."""
    take_all(empty, BASE)
    take(empty, {"consultations": [CONSULTATION | {"title": "Ny"}]}, who="Ida")
    entries = empty.rows(
        "select who, action, record, before ->> 'title', after ->> 'title' from history where kind ="
        " 'consultations' order by entry"
    )
    assert entries == [
        ("tester", "created", "c1", None, "Cykelsti"),
        ("Ida", "changed", "c1", "Cykelsti", "Ny"),
    ]


def test_a_refused_write_leaves_no_history(empty: Store) -> None:
    """What was not stored did not happen."""
    before = empty.rows("select count(*) from history")
    take(empty, {"consultations": [CONSULTATION | {"end_on": "never"}]})
    assert empty.rows("select count(*) from history") == before


def test_changing_only_links_counts_as_a_change(empty: Store) -> None:
    """Themes and evidence belong to the assessment: its version grows with them."""
    take_all(empty, BASE | {"assessments": [ASSESSMENT | {"themes": "b;a", "evidence": "c1"}]})
    take_all(empty, {"assessments": [ASSESSMENT | {"themes": "a", "evidence": ""}]})
    assert empty.rows("select themes, evidence, version from exchange_assessments") == [("a", None, 2)]


def test_awkward_text_comes_back_as_it_was(empty: Store, tmp_path: Path) -> None:
    """Formulas, quotation marks, line breaks, emoji and right-to-left marks survive a round trip unharmed."""
    texts = ["=1+1", "+45", "-x", "@a", "'=x", '"q", ;', "to\nlinjer", "🙂 א 👩\u200d🔬", "''=y"]
    take_all(empty, BASE)
    take_all(
        empty,
        {
            "consultations": [
                CONSULTATION | {"consultation": f"t{i}", "summary": "'" + t if t[0] in "'=+-@" else t}
                for i, t in enumerate(texts)
            ]
        },
    )
    stored = empty.rows(
        "select summary from consultations where consultation like 't%' order by consultation"
    )
    export(empty, tmp_path / "out")
    other = new_empty(tmp_path / "other.duckdb")
    take_in(other, read_folder(tmp_path / "out"), "tester")
    assert (
        stored
        == [(t,) for t in texts]
        == other.rows("select summary from consultations where consultation like 't%' order by consultation")
    )


def test_no_cell_of_an_export_is_a_formula(empty: Store, tmp_path: Path) -> None:
    """A spreadsheet must not calculate what somebody wrote."""
    take_all(empty, BASE | {"consultations": [CONSULTATION | {"title": "'=cmd|' /C calc'!A0"}]})
    export(empty, tmp_path)
    assert ";'=cmd" in (tmp_path / "consultations.csv").read_text(encoding="utf-8")


def test_export_and_import_give_the_same_evaluation(demonstration: Store, tmp_path: Path) -> None:
    """To the byte of its JSON, for every round of the demonstration records."""
    export(demonstration, tmp_path / "out")
    copy = new_empty(tmp_path / "copy.duckdb")
    take_in(copy, read_folder(tmp_path / "out"), "tester")
    rounds = [row[0] for row in demonstration.rows("select round from rounds order by round")]
    digests = [
        [
            hashlib.sha256(as_json(evaluate(store, find_round(store, key))).encode()).hexdigest()
            for key in rounds
        ]
        for store in (demonstration, copy)
    ]
    assert digests[0] == digests[1]


def test_a_folder_without_exchange_files_says_so(tmp_path: Path) -> None:
    """The sentence names the folder."""
    with pytest.raises(UnreadableFile, match=str(tmp_path)):
        read_folder(tmp_path)
