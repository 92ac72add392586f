"""A consultation is registered, changed, copied, removed and put back on the screen's terms: what is not
known stays so, nobody's work is overwritten, and a removed one is counted nowhere.
"""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, CommandRefused, RecordRefused, UnreadableCell
from data.export import export
from data.import_pipeline import read_folder, take_in
from data.queries.selection import of_round, selected
from evaluation.as_json import as_dict
from evaluation.evaluate import evaluate, find_round
from tests.support.exported_records import exported
from tests.support.reckoning import reckon
from tests.support.registers import new_empty
from tests.workflow.conftest import IDA, round_of
from workflow.consultation_entry import Values, read_field
from workflow.consultations import (
    Group,
    copy_consultation,
    groups_of,
    register_consultation,
    remove_consultation,
    remove_group,
    restore_consultation,
    save_consultation,
    save_group,
    stored_consultation,
)
from workflow.person import at_this_machine

ROUND = "2022-2025/midterm"
NOON = datetime(2026, 11, 28, 12, 0, 0)
CYCLE_PATH: Values = {
    "title": " Cykelsti på Åvej ",
    "centre": "by",
    "start_on": date(2023, 3, 1),
    "end_on": date(2023, 3, 24),
    "case_number": "23/118",
}


def cell(store: Store, key: str, *columns: str) -> list[str | None]:
    """Some columns of a consultation as they are stored."""
    row = stored_consultation(store, key)
    assert row
    return [row[column] for column in columns]


@pytest.mark.parametrize(
    ("column", "text", "values"),
    [
        ("start_on", "24-3-27", {"start_on": date(2027, 3, 24)}),
        ("start_on", "24.3.2027", {"start_on": date(2027, 3, 24)}),
        ("decided_on", " 24. marts 27 ", {"decided_on": date(2027, 3, 24)}),
        ("decided_on", "2027-03-24", {"decided_on": date(2027, 3, 24)}),
        ("decided_on", "", {"decided_on": None}),
        ("end_on", "24/3/27", {"end_on": date(2027, 3, 24), "no_end": None}),
        ("end_on", "Uden  slutdato", {"end_on": None, "no_end": True}),
        ("hours_spent", "12,5", {"hours_spent": 12.5}),
        ("hours_spent", "12,5 timer", {"hours_spent": 12.5}),
        ("cost_dkk", "12.500,50 kr.", {"cost_dkk": 12500.5}),
        ("hours_spent", "1.200", {"hours_spent": 1200.0}),
        ("cost_dkk", "1.200 kr.", {"cost_dkk": 1200.0}),
        ("participants", "80–100", {"participants": 80, "participants_qualifier": "80-100"}),
        ("participants", "mindst 63", {"participants": 63, "participants_qualifier": "mindst"}),
        ("hours_spent", "0", {"hours_spent": 0.0}),
        ("hours_spent", " ", {"hours_spent": None}),
        ("statutory_days", "28", {"statutory_days": 28}),
        ("participants", "1.200", {"participants": 1200, "participants_qualifier": None}),
        ("participants", "ca. 120", {"participants": 120, "participants_qualifier": "ca."}),
        ("contributions", "knap 50", {"contributions": 50, "contributions_qualifier": "knap"}),
        ("contributions", "0", {"contributions": 0, "contributions_qualifier": None}),
        ("contributions", "", {"contributions": None, "contributions_qualifier": None}),
        ("title", " Ny  sti ", {"title": "Ny  sti"}),
    ],
)
def test_what_is_typed_is_read(column: str, text: str, values: Values) -> None:
    """As a secretary types it; empty is not known, and zero is zero."""
    assert read_field(column, text) == values


@pytest.mark.parametrize(
    ("column", "text", "reason"),
    [
        ("start_on", "31-2-27", "is a date that does not exist"),
        ("start_on", "i foråret", "is not a date"),
        ("start_on", "2027", "is only a year"),
        ("hours_spent", "1,200", "can be read in two ways; write 1200 or 1,2"),
        ("hours_spent", "80-100 timer", "has no room for it; write 80 alone"),
        ("statutory_days", "ca. 28", "has no room for it; write 28 alone"),
        ("hours_spent", "-3", "lies below zero"),
        ("hours_spent", "mange", "is not a number"),
        ("participants", "ca. mange", "is not a whole number"),
        ("participants", "40/65", "holds two numbers with a stroke"),
        ("participants", "-1", "is not a whole number"),
    ],
)
def test_what_can_not_be_read_says_how_to_write_it(column: str, text: str, reason: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(UnreadableCell, match=reason):
        read_field(column, text)


def test_a_key_is_made_and_only_the_title_is_needed(store: Store) -> None:
    """Of the year and the title, unlike those that are taken; what was not said is not known."""
    keys = [
        register_consultation(store, IDA, CYCLE_PATH),
        register_consultation(store, IDA, CYCLE_PATH),
        register_consultation(store, IDA, {"title": "!!!"}),
    ]
    assert keys == ["2023-cykelsti-paa-aavej", "2023-cykelsti-paa-aavej-2", "inddragelse"]
    assert cell(store, keys[0], "title", "end_on", "new_method", "participants") == [
        "Cykelsti på Åvej",
        "2023-03-24",
        None,
        None,
    ]
    assert queries.history.of_record(store, "consultations", keys[0])[0].who == "Ida"
    with pytest.raises(CommandRefused, match="Write the title"):
        register_consultation(store, IDA, {"title": " "})


def test_only_what_was_changed_is_written(store: Store) -> None:
    """Two people in two fields both get theirs in; in one field the second is told, and nothing is
    overwritten.
    """
    key = register_consultation(store, IDA, CYCLE_PATH)
    read = stored_consultation(store, key)
    assert read
    save_consultation(store, IDA, key, values={"new_method": False, "participants": 0}, read=read)
    save_consultation(store, at_this_machine("Bo"), key, values={"scale": "small"}, read=read)
    with pytest.raises(ChangedMeanwhile):
        save_consultation(store, at_this_machine("Bo"), key, values={"participants": 40}, read=read)
    assert cell(store, key, "new_method", "participants", "scale") == ["no", "0", "small"]
    save_consultation(store, IDA, key, values={"title": "Cykelsti på Åvej", "scale": None}, read=read)
    assert len(queries.history.of_record(store, "consultations", key)) == 3
    with pytest.raises(CommandRefused, match="Write the title"):
        save_consultation(store, IDA, key, values={"title": ""}, read=read)


def test_an_end_and_no_end_are_told(store: Store) -> None:
    """Both are kept, and the second is told."""
    key = register_consultation(store, IDA, CYCLE_PATH)
    read = stored_consultation(store, key)
    assert read
    notices = save_consultation(store, IDA, key, values={"no_end": True}, read=read)
    assert [(notice.column, "has a last day" in str(notice.reason)) for notice in notices] == [
        ("no_end", True)
    ]
    assert cell(store, key, "end_on", "no_end") == ["2023-03-24", "yes"]


def test_a_broken_rule_is_refused_and_an_odd_order_is_told(store: Store) -> None:
    """A CPR number never gets in; an impossible order does, and is told."""
    key = register_consultation(store, IDA, CYCLE_PATH)
    read = stored_consultation(store, key)
    assert read
    with pytest.raises(RecordRefused) as refusal:
        save_consultation(store, IDA, key, values={"summary": "Borger 010190-1234 ringede"}, read=read)
    assert [problem.column for problem in refusal.value.problems] == ["summary"]
    notices = save_consultation(store, IDA, key, values={"start_on": date(2023, 4, 1)}, read=read)
    assert [(notice.column, notice.reason.values["earlier"]) for notice in notices] == [
        ("end_on", "start_on")
    ]
    assert cell(store, key, "summary", "start_on") == [None, "2023-04-01"]


def test_groups_are_added_changed_and_taken_away(store: Store) -> None:
    """Each answer can be not known; the second of two people is told."""
    key = register_consultation(store, IDA, CYCLE_PATH)
    young = Group("young_people", sought_out=True)
    save_group(store, IDA, key, group=young, read=None)
    save_group(store, IDA, key, group=Group("young_people", True, False), read=young)
    save_group(store, IDA, key, group=Group("Cyklister"), read=None)
    assert groups_of(store, key) == [Group("Cyklister"), Group("young_people", True, False)]
    for read in (young, None):
        with pytest.raises(ChangedMeanwhile):
            save_group(store, IDA, key, group=Group("young_people"), read=read)
    with pytest.raises(CommandRefused, match="write the group"):
        save_group(store, IDA, key, group=Group(" "), read=None)
    remove_group(store, IDA, key, group=Group("Cyklister"))
    assert groups_of(store, key) == [Group("young_people", True, False)]


def test_a_copy_begins_with_what_is_alike(store: Store) -> None:
    """Centre and groups, no days, no case number and nothing known of the groups."""
    key = register_consultation(store, IDA, {**CYCLE_PATH, "methods": ["høring"], "participants": 40})
    save_group(store, IDA, key, group=Group("citizens", True, True, True), read=None)
    copy = copy_consultation(store, IDA, key, title="Cykelsti på Øvej")
    assert copy == "cykelsti-paa-oevej"
    assert cell(store, copy, "title", "centre", "methods", "start_on", "case_number", "participants") == [
        "Cykelsti på Øvej",
        "by",
        "høring",
        None,
        None,
        None,
    ]
    assert groups_of(store, copy) == [Group("citizens")]


def test_a_removed_one_counts_nowhere_and_comes_back(store: Store, tmp_path: Path) -> None:
    """It leaves lists and evaluations, as a second reckoning does, keeps who removed it, and is put back as
    it was.
    """
    key = register_consultation(store, IDA, CYCLE_PATH)
    register_consultation(store, IDA, {**CYCLE_PATH, "title": "Sti"})
    read = stored_consultation(store, key)
    assert keys_of(store) == ({key, "2023-sti"}, {key, "2023-sti"})
    remove_consultation(store, IDA, key, removed_at=NOON)
    assert keys_of(store) == ({"2023-sti"}, {"2023-sti"})
    row = queries.consultations.one(store, key).iloc[0]
    assert (row["title"], row["removed_by"], row["removed_at"].to_pydatetime()) == (
        "Cykelsti på Åvej",
        "Ida",
        NOON,
    )
    facts = as_dict(evaluate(store, find_round(store, ROUND)))
    assert indicators_of(facts) == indicators_of(reckoned(store, tmp_path))
    restore_consultation(store, IDA, key)
    assert (stored_consultation(store, key), keys_of(store)[0]) == (read, {key, "2023-sti"})
    history = queries.history.of_record(store, "consultations", key)
    assert [(entry.action, entry.who) for entry in history] == [
        ("changed", "Ida"),
        ("changed", "Ida"),
        ("created", "Ida"),
    ]


def test_a_round_has_in_the_register_what_it_counts(store: Store) -> None:
    """Not what others ran, though it ended in the round's period, nor what was removed."""
    key = register_consultation(store, IDA, CYCLE_PATH)
    assert queries.consultations.one(store, key)["rounds"].tolist() == [ROUND]
    read = stored_consultation(store, key) or {}
    save_consultation(store, IDA, key, values={"run_by_municipality": "no"}, read=read)
    assert queries.consultations.one(store, key)["rounds"].isna().all()
    assert keys_of(store) == ({key}, set())
    save_consultation(
        store,
        IDA,
        key,
        values={"run_by_municipality": "unclear"},
        read=stored_consultation(store, key) or {},
    )
    assert queries.consultations.one(store, key)["rounds"].tolist() == [ROUND]
    remove_consultation(store, IDA, key, removed_at=NOON)
    assert queries.consultations.one(store, key)["rounds"].isna().all()


def test_a_removed_hearing_is_no_earlier_involvement(store: Store, tmp_path: Path) -> None:
    """A plan's hearing counts as before its proposal where another of its case ended by then, and not once
    that one is removed.
    """
    hearing: dict[str, Any] = {
        "methods": ["hearing"],
        "plan_kind": "local_plan",
        "proposal_on": date(2023, 5, 1),
    }
    key = register_consultation(store, IDA, CYCLE_PATH)
    register_consultation(store, IDA, {**CYCLE_PATH, "title": "Lokalplan", **hearing})
    known = []
    for remove in (False, True):
        if remove:
            remove_consultation(store, IDA, key, removed_at=NOON)
        indicators = indicators_of(as_dict(evaluate(store, find_round(store, ROUND))))
        assert indicators == indicators_of(reckoned(store, tmp_path))
        known.append(indicators["before_proposal"]["denominator"])
    assert known == [1, 0]


def test_a_removed_one_survives_export_and_import(store: Store, tmp_path: Path) -> None:
    """With when and by whom, and that it has no end."""
    key = register_consultation(store, IDA, {**CYCLE_PATH, "end_on": None, "no_end": True})
    remove_consultation(store, IDA, key, removed_at=NOON)
    export(store, tmp_path / "export")
    other = new_empty(tmp_path / "other.duckdb")
    outcomes = take_in(other, read_folder(tmp_path / "export"), "tester")
    assert [error for outcome in outcomes for error in outcome.errors] == []
    assert stored_consultation(other, key) == stored_consultation(store, key)
    other.close()


def indicators_of(evaluation: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every fact of an evaluation, by its name."""
    groups = [*evaluation["principles"], evaluation["proportionality"]]
    return {
        each["indicator"]: each for group in groups for each in json.loads(json.dumps(group["indicators"]))
    }


def reckoned(store: Store, folder: Path) -> dict[str, Any]:
    """The round by the second reckoning, from the exported files."""
    return reckon(exported(store, folder / "reckoned"), ROUND)


def keys_of(store: Store) -> tuple[set[str], set[str]]:
    """What the register lists, and what the round counts."""
    counted = selected(store, of_round(store, round_of(store, ROUND)))
    return set(queries.consultations.register(store)["consultation"]), {each.key for each in counted}


def test_what_the_register_never_held_can_not_be_removed(store: Store) -> None:
    """Nor put back; the sentence says that it is not there."""
    with pytest.raises(CommandRefused, match="no such consultation any more"):
        remove_consultation(store, IDA, "nowhere", removed_at=NOON)
