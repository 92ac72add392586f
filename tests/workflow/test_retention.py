"""What is kept ends when its time is over, and personal data when somebody asks for it."""

from datetime import UTC, datetime, timedelta

import pytest

from data import drafts
from data.database import Store
from data.errors import CommandRefused
from tests.workflow.conftest import IDA
from workflow.consultations import register_consultation
from workflow.permission import NotPermitted
from workflow.person import Person, Role
from workflow.personal_data import Removal, remove_personal_data
from workflow.retention import end_old_drafts

PLACE = ("2022-2025/midterm", "by", 1)
NOON = datetime(2026, 11, 29, 12)


def events(store: Store, action: str) -> list[tuple[object, ...]]:
    """Moment, person, subject and note of the events of a kind."""
    return store.rows(
        "select happened_at, person, subject, note from audit_events where action = $action", action=action
    )


def test_a_draft_ends_after_ninety_days(store: Store) -> None:
    """Not a moment before; that it ended is an event, and where none ends there is none."""
    drafts.keep(store, PLACE, ("s", "Ida"), {"justification": "Begyndt"}, 0)
    (draft,) = drafts.kept(store, PLACE)
    end = drafts.ends_at(draft)
    assert end - draft.kept_at == timedelta(days=90)
    assert end_old_drafts(store, end - timedelta(seconds=1)) == 0
    assert (len(drafts.kept(store, PLACE)), events(store, "draft_expiry")) == (1, [])
    assert end_old_drafts(store, end) == 1
    assert (drafts.kept(store, PLACE), events(store, "draft_expiry")) == ([], [(end, "", "drafts 1", "")])


def test_a_register_that_can_not_be_written_keeps_its_drafts(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is raised: the pages go on, and the next day tries again."""
    drafts.keep(store, PLACE, ("s", "Ida"), {"justification": "Begyndt"}, 0)
    monkeypatch.setattr(store, "_is_writable", False)
    assert end_old_drafts(store, datetime.now(UTC).replace(tzinfo=None) + timedelta(days=91)) == 0
    assert len(drafts.kept(store, PLACE)) == 1


def test_a_removal_leaves_a_trace_without_the_text(store: Store) -> None:
    """Who, when, in how many rows and why; the mark bears the Danish day."""
    register_consultation(store, IDA, {"title": "Brev fra Åse Å"})
    midnight = datetime(2026, 11, 29, 23, 30)
    counts = remove_personal_data(store, IDA, Removal("Åse Å", "Bad om det"), at=midnight)
    assert counts == {"history": 1}
    trace = (midnight, "Ida", "history 1", "Bad om det")
    assert events(store, "personal_data_removal") == [trace]
    (after,) = store.rows(
        "select json_extract_string(after, '$.title') from history order by entry desc limit 1"
    )
    assert after == ("Brev fra [fjernet 2026-11-30]",)
    assert store.rows("select title from consultations") == [("Brev fra Åse Å",)]


@pytest.mark.parametrize(
    ("removal", "sentence"),
    [
        (Removal("Å.", "Bad om det"), "Write at least 3 letters"),
        (Removal("Åse", " "), "Write why it is removed"),
        (Removal("Åse", "åse bad om det"), "The reason holds what is to be removed"),
        (Removal("Åse", "Bad om det"), "It stands in no history"),
    ],
)
def test_a_removal_that_is_not_whole_is_refused(removal: Removal, sentence: str, store: Store) -> None:
    """With what is missing; nothing is written."""
    with pytest.raises(CommandRefused, match=sentence):
        remove_personal_data(store, IDA, removal, at=NOON)
    assert events(store, "personal_data_removal") == []


def test_administrators_alone_take_data_out(store: Store) -> None:
    """A secretary's try is an event."""
    secretary = Person("Bo", frozenset({Role.SECRETARY}))
    with pytest.raises(NotPermitted):
        remove_personal_data(store, secretary, Removal("Åse", "Bad om det"), at=NOON)
    assert [row[1:3] for row in events(store, "refusal")] == [
        ("Bo", "workflow.personal_data.remove_personal_data")
    ]
