"""Two consultations that are the same become one, and two again where nobody has touched them."""

from datetime import datetime

import pytest

from data import queries
from data.database import Store
from data.errors import ChangedMeanwhile, CommandRefused
from data.schema import TABLES
from tests.support.registers import take_all
from tests.workflow.conftest import IDA
from workflow.clarification import stored_fields
from workflow.consultation_merge import (
    Difference,
    Merge,
    differences,
    merge_consultations,
    undo_merge,
)
from workflow.consultations import (
    Group,
    groups_of,
    remove_consultation,
    restore_consultation,
    save_consultation,
    stored_consultation,
)
from workflow.consultations_together import SharedChange
from workflow.experiences import surveys
from workflow.person import at_this_machine
from workflow.undo import Undone

NOON = datetime(2026, 11, 28, 12, 0, 0)
CONSULTATIONS = [
    {
        "consultation": "a",
        "title": "Cykelsti på Åvej",
        "start_on": "2025-03-01",
        "methods": "høring",
        "participants": "120",
        "participants_qualifier": "ca.",
        "effect": "unknown",
    },
    {
        "consultation": "b",
        "title": "Cykelsti, Åvej",
        "start_on": "2025-03-01",
        "methods": "Høring;workshop",
        "participants": "118",
        "effect": "minor",
        "hours_spent": "12,3450",
    },
]
GROUPS = [
    {"consultation": "a", "group": "citizens", "took_part": "yes"},
    {"consultation": "b", "group": "Citizens", "sought_out": "yes", "took_part": "no"},
    {"consultation": "b", "group": "parents", "took_part": "yes"},
]
EXPERIENCES = [
    {"consultation": "b", "principle": "1", "asked_on": "2025-04-01", "n4": "3"},
    {"consultation": "b", "principle": "2", "asked_on": "2025-04-01", "n2": "5"},
]
WORDS = {"rating": "4", "justification": "Det gik godt", "status": "submitted"}
ASSESSMENTS = [
    {"round": "2022-2025/endterm", "body": "by", "principle": "1", "evidence": "b", **WORDS},
    {"round": "2022-2025/endterm", "body": "plan", "principle": "1", "evidence": "a;b", **WORDS},
    {"round": "2022-2025/midterm", "body": "by", "principle": "1", "evidence": "b", **WORDS},
]
CLARIFICATIONS = [
    {"consultation": "a", "new_to_try": "Byvandring", "agreed_on": "2025-01-10"},
    {
        "consultation": "b",
        "new_to_try": "Folkemøde",
        "scale_reason": "Mange berørte",
        "agreed_scale": "large",
    },
]
ROWS = {
    "clarifications": CLARIFICATIONS,
    "consultations": CONSULTATIONS,
    "consultation_groups": GROUPS,
    "experiences": EXPERIENCES,
    "assessments": ASSESSMENTS,
}


@pytest.fixture
def pair(store: Store) -> Store:
    """A register with two that are the same, and a closed round that points to the second."""
    take_all(store, ROWS)
    with store.transaction() as cursor:
        cursor.execute("update rounds set status = 'closed' where round = '2022-2025/midterm'")
    return store


def merge_of(store: Store, **choices: str) -> Merge:
    """The two as they stand on the screen."""
    kept, other = (stored_consultation(store, key) for key in "ab")
    assert kept and other
    return Merge(kept, other, choices)


def everything(store: Store) -> list[object]:
    """All that a merge can move."""
    evidence = [
        (each.round, each.body, each.evidence)
        for key in ("2022-2025/midterm", "2022-2025/endterm")
        for each in queries.assessments.of_round(store, key)
    ]
    return [
        evidence,
        *((stored_fields(store, key), groups_of(store, key), surveys(store, key)) for key in "ab"),
    ]


def test_what_is_known_is_proposed_before_what_is_not(pair: Store) -> None:
    """A number stands with its qualifier; lists that both know can be put together."""
    merge = merge_of(pair)
    by_column = {each.column: each for each in differences(merge.kept, merge.other)}
    assert {name: each.proposed for name, each in by_column.items()} == {
        "title": "kept",
        "methods": "kept",
        "effect": "other",
        "participants": "kept",
        "hours_spent": "other",
    }
    assert by_column["participants"] == Difference(
        "participants",
        {"participants": "120", "participants_qualifier": "ca."},
        {"participants": "118", "participants_qualifier": None},
        "kept",
    )
    assert [name for name, each in by_column.items() if each.can_be_both] == ["methods"]


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("hearing;workshop", "hearing", "hearing;workshop"),
        ("hearing", "Workshop;Hearing", "hearing;Workshop"),
        (None, "survey", "survey"),
        ("survey", None, "survey"),
    ],
)
def test_methods_are_united_in_their_order(mine: str | None, theirs: str | None, both: str) -> None:
    """Those of the one that is kept first, as where methods are added to several consultations."""
    names = TABLES["consultations"].names
    kept, other = ({**dict.fromkeys(names), "methods": methods} for methods in (mine, theirs))
    assert Merge(kept, other, {"methods": "both"}).cells == {"methods": both}
    assert SharedChange(added_methods=tuple((theirs or "").split(";"))).cells_for(kept)["methods"] == both


def test_the_other_goes_into_the_one_that_is_kept(pair: Store) -> None:
    """Values as chosen, groups united, answers and evidence moved; a closed round's words point as before."""
    merge_consultations(pair, IDA, merge_of(pair, methods="both", participants="other"), merged_at=NOON)
    kept, other = stored_consultation(pair, "a"), stored_consultation(pair, "b")
    assert kept and other
    names = ("title", "methods", "participants", "participants_qualifier", "effect", "hours_spent")
    assert [kept[name] for name in names] == [
        "Cykelsti på Åvej",
        "høring;workshop",
        "118",
        None,
        "minor",
        "12.3450",
    ]
    assert [other[name] for name in ("removed_at", "removed_by", "merged_into")] == [
        "2026-11-28 12:00:00",
        "Ida",
        "a",
    ]
    assert groups_of(pair, "a") == [Group("citizens", True, True), Group("parents", took_part=True)]
    assert [len(surveys(pair, key)) for key in "ab"] == [1, 0]
    fields = stored_fields(pair, "a") or {}
    of_plan = ("new_to_try", "scale_reason", "agreed_on", "agreed_scale")
    assert [fields[name] for name in of_plan] == ["Byvandring", "Mange berørte", "2025-01-10", None]
    assert everything(pair)[0] == [
        ("2022-2025/midterm", "by", ("b",)),
        ("2022-2025/endterm", "plan", ("a",)),
        ("2022-2025/endterm", "by", ("a",)),
    ]


def test_one_click_parts_them_again(pair: Store) -> None:
    """All is as it was."""
    before = everything(pair)
    merge_consultations(pair, IDA, merge_of(pair), merged_at=NOON)
    assert undo_merge(pair, IDA, "b") == Undone(11)
    assert everything(pair) == before


def test_what_was_touched_since_stays(pair: Store) -> None:
    """It is named; put back without undoing, the other is one of its own."""
    merge_consultations(pair, IDA, merge_of(pair), merged_at=NOON)
    read = stored_consultation(pair, "a")
    assert read
    save_consultation(pair, at_this_machine("Bo"), "a", values={"effect": "none"}, read=read)
    with pytest.raises(CommandRefused, match="can't be undone any more: “Cykelsti på Åvej”"):
        undo_merge(pair, IDA, "b")
    restore_consultation(pair, IDA, "b")
    other = stored_consultation(pair, "b")
    assert other and (other["removed_at"], other["merged_into"]) == (None, None)


def test_a_merge_overwrites_nobody(pair: Store) -> None:
    """Neither what somebody changed meanwhile, nor other answers from the same day, nor a removed one."""
    merge = merge_of(pair)
    save_consultation(pair, at_this_machine("Bo"), "b", values={"scale": "small"}, read=merge.other)
    with pytest.raises(ChangedMeanwhile):
        merge_consultations(pair, IDA, merge, merged_at=NOON)
    with pytest.raises(CommandRefused, match="It is the same consultation"):
        merge_consultations(pair, IDA, Merge(merge.kept, merge.kept, {}), merged_at=NOON)
    take_all(
        pair,
        {"experiences": [{"consultation": "a", "principle": "1", "asked_on": "2025-04-01", "n5": "3"}]},
    )
    with pytest.raises(CommandRefused, match="other answers of participants from the same day"):
        merge_consultations(pair, IDA, merge_of(pair), merged_at=NOON)
    assert [len(queries.consultations.register(pair)), len(groups_of(pair, "a"))] == [2, 1]


def test_a_closed_round_ends_the_undoing(pair: Store) -> None:
    """Its words can't be written any more."""
    merge_consultations(pair, IDA, merge_of(pair), merged_at=NOON)
    with pair.transaction() as cursor:
        cursor.execute("update rounds set status = 'closed' where round = '2022-2025/endterm'")
    with pytest.raises(CommandRefused, match="the round 2022-2025/endterm has been closed since"):
        undo_merge(pair, IDA, "b")


def test_what_can_not_be_merged_or_parted_is_a_sentence(pair: Store) -> None:
    """One with itself, one that is removed, and what the register has never held."""
    row = stored_consultation(pair, "a")
    assert row is not None
    with pytest.raises(CommandRefused, match="It is the same consultation"):
        merge_consultations(pair, IDA, Merge(row, row, {}), merged_at=NOON)
    with pytest.raises(CommandRefused, match="no such consultation"):
        undo_merge(pair, IDA, "nowhere")
    merge = merge_of(pair)
    remove_consultation(pair, IDA, "b", removed_at=NOON)
    with pytest.raises(CommandRefused, match="is removed. Put it back first"):
        merge_consultations(pair, IDA, merge, merged_at=NOON)
