"""A clarification is written field by field, agreed on a day, and agreed anew: the plan is kept as it was,
nobody's work is overwritten, and it counts where it was agreed on a day before the start.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, CommandRefused, RecordRefused
from data.export import export
from data.import_pipeline import read_folder, take_in
from evaluation.as_json import as_dict
from evaluation.evaluate import evaluate, find_round
from evaluation.plan_and_actual import compare
from tests.support.registers import new_empty
from tests.workflow.conftest import IDA
from workflow.clarification import COLUMNS, agree, changed_since_agreed, save_fields, stored_fields
from workflow.consultation_entry import Values
from workflow.consultations import Group, register_consultation, save_consultation, save_group
from workflow.person import at_this_machine

BO = at_this_machine("Bo")
TODAY = date(2026, 11, 28)
PLAN: Values = {
    "planned_start_on": date(2027, 1, 11),
    "planned_end_on": date(2027, 2, 8),
    "hours_planned": 40.0,
    "methods": ["hearing", "workshop"],
    "scale": "small",
    "planned_decision_on": date(2027, 3, 10),
    "planned_groups": ["parents", "Naboer"],
    "planned_groups_beyond": ["young_people", "parents"],
}


def fields(store: Store, key: str) -> dict[str, str | None]:
    """The fields as they are stored."""
    stored = stored_fields(store, key)
    assert stored
    return stored


def begin(store: Store) -> str:
    """A consultation with a plan, written field by field."""
    key = register_consultation(store, IDA, {"title": "Sti"})
    for name, value in PLAN.items():
        save_fields(store, IDA, key, values={name: value}, read=fields(store, key))
    return key


def indicator(store: Store, round_key: str) -> dict[str, Any]:
    """The fact ``clarified`` of a round."""
    indicators = as_dict(evaluate(store, find_round(store, round_key)))["proportionality"]["indicators"]
    (row,) = [each for each in indicators if each["indicator"] == "clarified"]
    return {name: row[name] for name in ("numerator", "denominator", "unknown")}


def test_each_field_goes_where_it_belongs(store: Store) -> None:
    """Into the consultation or its clarification; what was not written is not known."""
    key = begin(store)
    stored = fields(store, key)
    assert [stored[name] for name in ("methods", "planned_groups", "hours_planned", "new_to_try")] == [
        "hearing;workshop",
        "Naboer;parents",
        "40",
        None,
    ]
    plan = queries.clarifications.plan(store, key)
    assert plan and (plan.start_on, plan.groups_beyond) == (date(2027, 1, 11), ("parents", "young_people"))
    assert [each.who for each in queries.history.of_record(store, "clarifications", key)] == ["Ida"] * 3
    assert stored_fields(store, "nope") is None


def test_two_people_write_two_fields(store: Store) -> None:
    """Also where neither saw a row: the second is not in the way of the first."""
    key = register_consultation(store, IDA, {"title": "Sti"})
    read = fields(store, key)
    assert {read[name] for name in COLUMNS} == {None}
    save_fields(store, IDA, key, values={"new_to_try": "En gåtur"}, read=read)
    save_fields(store, BO, key, values={"scale_reason": "Lille sag"}, read=read)
    assert [fields(store, key)[name] for name in ("new_to_try", "scale_reason")] == ["En gåtur", "Lille sag"]


def test_nobody_is_overwritten(store: Store) -> None:
    """The second to write one field is told, and so is one that wrote while it was emptied."""
    key = register_consultation(store, IDA, {"title": "Sti"})
    read = fields(store, key)
    save_fields(store, IDA, key, values={"beyond_how": "Plakater"}, read=read)
    with pytest.raises(ChangedMeanwhile):
        save_fields(store, BO, key, values={"beyond_how": "Breve"}, read=read)
    assert fields(store, key)["beyond_how"] == "Plakater"
    assert save_fields(store, IDA, key, values={"beyond_how": "Plakater"}, read=fields(store, key)) == []


def test_rules_of_records_hold(store: Store) -> None:
    """No number that may be a CPR number, and no field of one that is not there."""
    key = register_consultation(store, IDA, {"title": "Sti"})
    with pytest.raises(RecordRefused):
        save_fields(store, IDA, key, values={"agreed_by": "010203-1234"}, read=fields(store, key))
    with pytest.raises(CommandRefused):
        save_fields(store, IDA, "nope", values={"agreed_by": "Ida"}, read=fields(store, key))
    with pytest.raises(CommandRefused, match="no such consultation any more"):
        agree(store, IDA, "nope", days=(TODAY, TODAY), read=fields(store, key))


def test_agreed_it_keeps_the_plan_as_it_was(store: Store) -> None:
    """What is written later is told as changed, and the plan that the outcome is held against stays."""
    key = begin(store)
    assert changed_since_agreed(fields(store, key)) == []
    agree(store, BO, key, days=(date(2026, 11, 20), TODAY), read=fields(store, key))
    stored = fields(store, key)
    assert {name: stored[name] for name in stored if name.startswith(("agreed_", "clarified_"))} == {
        "agreed_on": "2026-11-20",
        "agreed_by": None,
        "agreed_start_on": "2027-01-11",
        "agreed_end_on": "2027-02-08",
        "agreed_decision_on": "2027-03-10",
        "agreed_scale": "small",
        "agreed_hours": "40",
        "agreed_methods": "hearing;workshop",
        "agreed_groups": "Naboer;parents;young_people",
        "clarified_on": "2026-11-20",
    }
    assert changed_since_agreed(stored) == []
    save_fields(store, IDA, key, values={"planned_end_on": date(2027, 3, 1)}, read=fields(store, key))
    save_fields(store, IDA, key, values={"planned_groups": ["parents"]}, read=fields(store, key))
    assert changed_since_agreed(fields(store, key)) == ["planned_end_on", "planned_groups"]
    outcome = queries.clarifications.plan_and_actual(store, key)
    assert (outcome.planned_end_on, outcome.planned_hours) == (date(2027, 2, 8), 40.0)
    assert outcome.planned_groups == ("Naboer", "parents", "young_people")


@pytest.mark.parametrize(
    ("flags", "groups", "difference"),
    [
        ((False, False), (), "without Naboer, Parents and Young people"),
        ((None, None), None, None),
        ((True, None), ("parents",), "without Naboer and Young people"),
    ],
)
def test_that_no_group_took_part_is_known_where_it_is_recorded(
    store: Store,
    flags: tuple[bool | None, ...],
    groups: tuple[str, ...] | None,
    difference: str | None,
) -> None:
    """As the indicator counts it: none is another thing than not known, and is held against the plan."""
    key = begin(store)
    agree(store, IDA, key, days=(date(2026, 11, 20), TODAY), read=fields(store, key))
    for name, took_part in zip(("parents", "Naboer"), flags, strict=True):
        save_group(store, IDA, key, group=Group(name, took_part=took_part), read=None)
    outcome = queries.clarifications.plan_and_actual(store, key)
    (row,) = [each for each in compare(outcome) if each.what == "Groups"]
    assert (outcome.groups, row.difference and str(row.difference)) == (groups, difference)
    (record,) = queries.consultations.one(store, key).to_dict("records")
    assert (None if record["groups"] is None else tuple(record["groups"])) == groups


def test_agreed_anew_the_history_keeps_the_former_plan(store: Store) -> None:
    """The newest holds."""
    key = begin(store)
    agree(store, IDA, key, days=(date(2026, 11, 20), TODAY), read=fields(store, key))
    save_fields(store, IDA, key, values={"hours_planned": 55.0}, read=fields(store, key))
    agree(store, IDA, key, days=(TODAY, TODAY), read=fields(store, key))
    assert [fields(store, key)[name] for name in ("agreed_on", "agreed_hours", "clarified_on")] == [
        "2026-11-28",
        "55",
        "2026-11-28",
    ]
    newest = queries.history.of_record(store, "clarifications", key)[0]
    assert newest.before and '"agreed_hours":40.0' in newest.before.replace(" ", "")


def test_what_can_not_be_agreed(store: Store) -> None:
    """Without a day, with one to come, and a plan that is not the one on the screen; nothing is stored
    then.
    """
    key = begin(store)
    read = fields(store, key)
    for day in (None, date(2026, 11, 29)):
        with pytest.raises(CommandRefused):
            agree(store, IDA, key, days=(day, TODAY), read=read)
    save_fields(store, BO, key, values={"hours_planned": 400.0}, read=read)
    with pytest.raises(ChangedMeanwhile):
        agree(store, IDA, key, days=(TODAY, TODAY), read=read)
    assert [fields(store, key)[name] for name in ("agreed_on", "clarified_on")] == [None, None]


@pytest.mark.parametrize(("day", "numerator"), [(date(2025, 2, 2), 1), (date(2025, 2, 3), 0)])
def test_agreed_before_the_start_it_counts_as_clarified(store: Store, day: date, numerator: int) -> None:
    """The day of the start is too late."""
    key = begin(store)
    started: Values = {"start_on": date(2025, 2, 3), "end_on": date(2025, 3, 3)}
    save_consultation(store, IDA, key, values=started, read=fields(store, key))
    agree(store, IDA, key, days=(day, TODAY), read=fields(store, key))
    assert indicator(store, "2022-2025/endterm") == {"numerator": numerator, "denominator": 1, "unknown": 0}


def test_it_goes_out_and_in_as_it_is(store: Store, tmp_path: Path) -> None:
    """An export taken into an empty register holds the same fields."""
    key = begin(store)
    agree(store, IDA, key, days=(TODAY, TODAY), read=fields(store, key))
    export(store, tmp_path / "out")
    other = new_empty(tmp_path / "other.duckdb")
    outcomes = take_in(other, read_folder(tmp_path / "out"), "tester")
    assert [error for outcome in outcomes for error in outcome.errors] == []
    assert fields(other, key) == fields(store, key)
    other.close()
