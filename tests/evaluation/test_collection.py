"""What a running and a closing round stores: unsaved text, plans, changes of the organisation, frozen
results, errata.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data import drafts, queries
from data.confidential import EVERY_BODY
from data.database import Store
from data.errors import ChangedMeanwhile, RecordRefused
from data.import_pipeline import export, read_folder, take_in
from data.writing import RowChange, save_records
from tests.support.registers import BODIES, ROUNDS, copy_with, said, take, take_all

ROUND = ROUNDS[1]["round"]
PLACE = (ROUND, "plan", 1)
RESULT = '{"b": "æ",\n "round": "2022-2025/endterm"}\n'


@pytest.fixture
def store(own_register: Path) -> Iterator[Store]:
    """A register with one committee, one centre and two open rounds."""
    store = Store(copy_with(own_register, {"rounds": ROUNDS, "bodies": BODIES}))
    yield store
    store.close()


def checksum(text: str) -> str:
    """SHA-256, as a file of closings holds it."""
    return hashlib.sha256(text.encode()).hexdigest()


def closing(**other: str) -> dict[str, str | None]:
    """A frozen result."""
    kept: dict[str, str | None] = {
        "round": ROUND,
        "closed_at": "2026-11-23 12:30:00",
        "who": "Ida",
        "program": "0.2.0",
        "sha256": checksum(RESULT),
        "result": RESULT,
        "details_sha256": checksum("{}\n"),
        "details": "{}\n",
    }
    return kept | other


def closed(store: Store) -> Store:
    """The round closed with its result."""
    read = queries.exchange_rows.row(store, "rounds", {"round": ROUND})
    assert read is not None
    save_records(
        store,
        "Ida",
        [RowChange("rounds", {**read, "status": "closed"}, read), RowChange("closings", closing())],
    )
    return store


def test_unsaved_text_survives_a_restart_and_counts_nowhere(store: Store) -> None:
    """One row a sitting, the newest text of each; no history, no assessment."""
    entries = store.version
    drafts.keep(store, PLACE, ("one", "Ida"), {"justification": "Første"}, 0)
    drafts.keep(store, PLACE, ("one", "Ida"), {"justification": "Første ord"}, 0)
    drafts.keep(store, PLACE, ("two", "Bo"), {"justification": "Andre", "themes": ["tid"]}, 3)
    path = store.path
    store.close()
    again = Store(path)
    kept = {
        each.sitting: (each.who, each.version, each.values)
        for each in drafts.kept(again, PLACE, readership=EVERY_BODY)
    }
    assert kept == {
        "one": ("Ida", 0, {"justification": "Første ord"}),
        "two": ("Bo", 3, {"justification": "Andre", "themes": ["tid"]}),
    }
    assert (drafts.places(again, ROUND), queries.assessments.of_body(again, *PLACE), again.version) == (
        {("plan", 1)},
        None,
        entries,
    )
    drafts.forget(again, PLACE, "one")
    assert [each.sitting for each in drafts.kept(again, PLACE, readership=EVERY_BODY)] == ["two"]
    drafts.forget(again, PLACE)
    assert drafts.places(again, ROUND) == set()
    again.close()


def test_rows_are_saved_together_or_not_at_all(store: Store) -> None:
    """The second is refused: the first is not stored either."""
    rows = [
        RowChange(
            "norms",
            {"norm": "groups", "applies_from": "2027-01-01", "value": "4", "source": "Økonomiudvalget"},
        ),
        RowChange("meetings", {"round": ROUND, "body": "findes-ikke", "meets_on": "2025-10-01"}),
    ]
    before = store.version
    with pytest.raises(RecordRefused) as refused:
        save_records(store, "Ida", rows)
    assert [error.column for error in refused.value.problems] == ["body"]
    assert (
        queries.exchange_rows.row(store, "norms", {"norm": "groups", "applies_from": "2027-01-01"}),
        store.version,
    ) == (
        None,
        before,
    )


def test_a_row_read_earlier_is_not_written_over_anothers(store: Store) -> None:
    """Both opened the plan; the second to save is told, and what the first wrote stands."""
    read = queries.exchange_rows.row(store, "rounds", {"round": ROUND})
    assert read is not None
    save_records(store, "Ida", [RowChange("rounds", {**read, "answers_due_on": "2025-10-01"}, read)])
    with pytest.raises(ChangedMeanwhile):
        save_records(store, "Bo", [RowChange("rounds", {**read, "answers_due_on": "2025-11-01"}, read)])
    stored = queries.exchange_rows.row(store, "rounds", {"round": ROUND})
    assert stored is not None and stored["answers_due_on"] == "2025-10-01"


@pytest.mark.parametrize(
    ("day", "column"),
    [("2025-08-01", "answers_due_on"), ("2025-12-24", "answers_due_on"), ("31-02-2025", "answers_due_on")],
)
def test_a_deadline_lies_within_the_round(store: Store, day: str, column: str) -> None:
    """Not before it opens, not after it closes, and on a day that exists."""
    outcomes = take(store, {"rounds": [ROUNDS[1] | {"answers_due_on": day}]})
    assert [error.column for error in outcomes[0].errors] == [column]


def test_a_file_without_a_column_leaves_it_as_it_is(store: Store) -> None:
    """A rounds.csv without states does not set every round back to planned."""
    take_all(store, {"rounds": [{name: text for name, text in ROUNDS[1].items() if name != "status"}]})
    stored = queries.exchange_rows.row(store, "rounds", {"round": ROUND})
    assert stored is not None and stored["status"] == "open"


def test_a_frozen_result_is_kept_to_the_byte_and_never_changed(store: Store) -> None:
    """Stored once; another text, another name, or a second one is refused."""
    closed(store)
    kept = queries.closings.of_round(store, ROUND)
    assert kept is not None and (kept.result, kept.sha256) == (RESULT, checksum(RESULT))
    with pytest.raises(RecordRefused):
        save_records(
            store,
            "Bo",
            [
                RowChange(
                    "closings",
                    closing(who="Bo"),
                    queries.exchange_rows.row(store, "closings", {"round": ROUND}),
                )
            ],
        )
    assert [outcome.rejected for outcome in take(store, {"closings": [closing(who="Bo")]})] == [1]  # type: ignore[list-item]
    assert [outcome.unchanged for outcome in take(store, {"closings": [closing()]})] == [1]  # type: ignore[list-item]


@pytest.mark.parametrize("other", [{"result": "{}"}, {"details": "{ }"}, {"sha256": "0" * 64}])
def test_a_text_that_does_not_match_its_checksum_is_refused(store: Store, other: dict[str, str]) -> None:
    """And the round stays open, as both are written together."""
    read = queries.exchange_rows.row(store, "rounds", {"round": ROUND})
    assert read is not None
    with pytest.raises(RecordRefused):
        save_records(
            store,
            "Ida",
            [
                RowChange("rounds", {**read, "status": "closed"}, read),
                RowChange("closings", closing(**other)),
            ],
        )
    stored = queries.exchange_rows.row(store, "rounds", {"round": ROUND})
    assert stored is not None and (stored["status"], queries.closings.of_round(store, ROUND)) == (
        "open",
        None,
    )


@pytest.mark.parametrize(
    ("other", "column"),
    [
        ({"result": "no JSON"}, "result"),
        ({"result": "[]"}, "result"),
        ({"result": '{"round": "2022-2025/midterm"}'}, "result"),
        ({"details": "[1]"}, "details"),
    ],
)
def test_a_text_that_is_no_evaluation_of_the_round_is_refused(
    store: Store, other: dict[str, str], column: str
) -> None:
    """Even where its checksum fits."""
    take_all(store, {"rounds": [ROUNDS[1] | {"status": "closed"}]})
    sums = {
        "sha256": checksum(other.get("result", RESULT)),
        "details_sha256": checksum(other.get("details", "{}\n")),
    }
    outcomes = take(store, {"closings": [closing(**other, **sums)]})  # type: ignore[list-item]
    assert [error.column for error in outcomes[0].errors] == [column]


def test_an_open_round_takes_no_result_and_no_erratum(store: Store) -> None:
    """Both belong to a closed one."""
    erratum = {
        "erratum": "1",
        "round": ROUND,
        "noted_at": "2026-11-23 12:30:00",
        "who": "Ida",
        "text": "Ret.",
        "reason": "Fejl.",
    }
    for table, values in (("closings", closing()), ("errata", erratum)):
        with pytest.raises(RecordRefused):
            save_records(store, "Ida", [RowChange(table, values)])


@pytest.mark.parametrize(
    ("table", "row"),
    [
        (
            "assessments",
            {
                "round": ROUND,
                "body": "plan",
                "principle": "1",
                "rating": "4",
                "justification": "For sent.",
                "status": "submitted",
            },
        ),
        ("conclusions", {"round": ROUND, "principle": "1", "text": "For sent."}),
        ("meetings", {"round": ROUND, "body": "plan", "meets_on": "2025-10-01"}),
        ("rounds", ROUNDS[1]),
    ],
)
def test_a_closed_round_is_written_by_no_way_in(store: Store, table: str, row: dict[str, str]) -> None:
    """Neither by a file nor from the screen."""
    closed(store)
    assert [outcome.rejected for outcome in take(store, {table: [row]})] == [1]
    key = {name: row.get(name) for name in ("round",)} if table == "rounds" else None
    with pytest.raises(RecordRefused):
        save_records(
            store,
            "Ida",
            [RowChange(table, row, queries.exchange_rows.row(store, "rounds", key) if key else None)],
        )


def test_errata_are_added_and_never_changed(store: Store) -> None:
    """In the order in which they were noted."""
    closed(store)
    for number, day in (("b", "2026-11-23"), ("a", "2026-12-24")):
        values = {
            "erratum": number,
            "round": ROUND,
            "principle": "2",
            "noted_at": f"{day} 12:30:00",
            "who": "Ida",
            "text": "Ret.",
            "reason": "Fejl.",
        }
        save_records(store, "Ida", [RowChange("errata", values)])
    assert [each.erratum for each in queries.closings.errata(store, ROUND)] == ["b", "a"]
    with pytest.raises(RecordRefused):
        save_records(
            store,
            "Bo",
            [
                RowChange(
                    "errata",
                    values | {"text": "Andet."},
                    queries.exchange_rows.row(store, "errata", {"erratum": "a"}),
                )
            ],
        )


def erratum_row(key: str, **other: str) -> dict[str, str]:
    """An erratum of the closed round."""
    row = {"erratum": key, "round": ROUND, "noted_at": "2026-11-23 12:30:00", "who": "Ida"}
    return row | {"text": "Ret.", "reason": "Fejl."} | other


@pytest.mark.parametrize(
    ("rows", "refused"),
    [
        ([erratum_row("b", corrects="a")], []),
        ([erratum_row("b", corrects="c"), erratum_row("c", corrects="a")], []),
        ([erratum_row("b", corrects="b")], [(2, "corrects")]),
        ([erratum_row("b", corrects="nope")], [(2, "corrects")]),
        ([erratum_row("b", corrects="other")], [(2, "corrects")]),
        (
            [erratum_row("b", corrects="c"), erratum_row("c", corrects="b")],
            [(2, "corrects"), (3, "corrects")],
        ),
        ([erratum_row("b", body="nope")], [(2, "body")]),
    ],
)
def test_an_erratum_corrects_another_one_of_its_round(
    store: Store, rows: list[dict[str, str]], refused: list[tuple[int, str]]
) -> None:
    """Never itself, none of another round, none that doesn't exist, and never in a circle."""
    closed(store)
    read = queries.exchange_rows.row(store, "rounds", {"round": ROUNDS[0]["round"]})
    assert read is not None
    save_records(store, "Ida", [RowChange("rounds", {**read, "status": "closed"}, read)])
    take_all(store, {"errata": [erratum_row("a"), erratum_row("other", round=ROUNDS[0]["round"])]})
    (outcome,) = take(store, {"errata": rows})
    assert sorted(said(outcome)) == refused


def test_an_erratum_about_a_body_that_was_not_asked_is_told(store: Store) -> None:
    """It is taken in all the same: the body's years may have been mended since."""
    late = {"body": "ny", "level": "centre", "name": "Nyt center", "active_from": "2030-01-01"}
    take_all(store, {"bodies": [late]})
    closed(store)
    (outcome,) = take(store, {"errata": [erratum_row("a", body="ny")]})
    assert (outcome.errors, [notice.column for notice in outcome.notices]) == ([], ["body"])


def test_plans_results_and_errata_travel_with_the_register(store: Store, tmp_path: Path) -> None:
    """Exported and taken in again, they are the same to the byte."""
    take_all(store, {"meetings": [{"round": ROUND, "body": "plan", "meets_on": "2025-10-01"}]})
    closed(store)
    save_records(
        store,
        "Ida",
        [
            RowChange(
                "errata",
                {
                    "erratum": number,
                    "round": ROUND,
                    "noted_at": f"2026-11-2{number} 12:30:00",
                    "who": "Ida",
                    "text": "=SUM(A1)",
                    "reason": "Fejl.",
                    "body": "plan",
                    "corrects": corrected,
                },
            )
            for number, corrected in (("1", None), ("2", "1"))
        ],
    )
    export(store, tmp_path / "out")
    again = Store.create(tmp_path / "again.duckdb")
    assert not [
        error for outcome in take_in(again, read_folder(tmp_path / "out"), "Bo") for error in outcome.errors
    ]
    for query in (queries.closings.of_round, queries.closings.errata, queries.meetings.of_round):
        assert query(again, ROUND) == query(store, ROUND)
    again.close()


def test_the_day_of_the_newest_change_is_a_danish_day(store: Store) -> None:
    """Half past midnight in Denmark is still the day before in UTC, in which moments are kept."""
    with store.transaction() as cursor:
        cursor.execute("update history set happened_at = timestamp '2026-11-29 23:30:00'")
    assert queries.history.last_changed_on(store) == date(2026, 11, 30)


def test_the_history_of_a_record_tells_from_what_to_what(store: Store) -> None:
    """Newest first, with who did it."""
    read = queries.exchange_rows.row(store, "bodies", {"body": "by"})
    assert read is not None
    save_records(store, "Ida", [RowChange("bodies", {**read, "name": "Center for By og Land"}, read)])
    newest, first = queries.history.of_record(store, "bodies", "by")
    assert (
        newest.who,
        newest.action,
        '"name":"Center for By"' in str(newest.before),
        "By og Land" in str(newest.after),
    ) == (
        "Ida",
        "changed",
        True,
        True,
    )
    assert (first.who, first.action, first.before) == ("tester", "created", None)
