"""Several consultations are changed in one saving, previewed before it and undone after it."""

from datetime import date

import pytest

from data import queries
from data.database import Store
from data.errors import CommandRefused, RecordRefused
from tests.support.registers import take_all
from tests.workflow.conftest import IDA
from workflow.consultations import save_consultation, stored_consultation, stored_consultations
from workflow.consultations_together import (
    PreviewedChange,
    SharedChange,
    preview_together,
    save_together,
    saving_of,
)
from workflow.person import at_this_machine
from workflow.undo import Undone, undo_saving

KEYS = ["a", "b", "c"]
ROWS = [
    {"consultation": "a", "title": "Sti", "methods": "høring", "centre": "by", "hours_spent": "12,3450"},
    {"consultation": "b", "title": "Bro", "scale": "small"},
    {"consultation": "c", "title": "Park", "methods": "Borgermøde", "scale": "small"},
]


@pytest.fixture
def three(store: Store) -> Store:
    """A register with three consultations."""
    take_all(store, {"consultations": ROWS})
    return store


def column(store: Store, name: str) -> list[str | None]:
    """One column of the three, in order."""
    return [(stored_consultation(store, key) or {})[name] for key in KEYS]


def test_a_preview_counts_what_would_change(three: Store) -> None:
    """Per column and former value; what is so already is left out, methods are added to each one's own."""
    read = stored_consultations(three, KEYS)
    change = SharedChange({"scale": "small", "centre": None}, ("borgermøde",))
    assert preview_together(change, read) == [
        PreviewedChange("scale", None, "small", 1),
        PreviewedChange("centre", "by", None, 1),
        PreviewedChange("methods", None, "borgermøde", 1),
        PreviewedChange("methods", "høring", "høring;borgermøde", 1),
    ]


def test_all_are_written_in_one_saving_and_undone_at_once(three: Store) -> None:
    """Each has its history; undone, what Bo has written since stays and is named."""
    change = SharedChange({"feedback_on": date(2025, 5, 1), "scale": None, "methods": ["Borgermøde"]})
    save_together(three, IDA, change, read=stored_consultations(three, KEYS))
    assert [column(three, name) for name in ("feedback_on", "scale", "methods")] == [
        ["2025-05-01"] * 3,
        [None] * 3,
        ["Borgermøde"] * 3,
    ]
    saving = saving_of(three, "a")
    assert saving and saving == saving_of(three, "b")
    read = stored_consultation(three, "b")
    assert read
    save_consultation(three, at_this_machine("Bo"), "b", values={"feedback_on": date(2025, 6, 1)}, read=read)
    save_consultation(
        three, at_this_machine("Bo"), "c", values={"case_number": "25/1"}, read=read | {"case_number": None}
    )
    assert undo_saving(three, IDA, saving) == Undone(2, ("Bro",))
    assert [column(three, name) for name in ("feedback_on", "scale", "methods", "case_number")] == [
        [None, "2025-06-01", None],
        [None, None, "small"],
        ["høring", "Borgermøde", "Borgermøde"],
        [None, None, "25/1"],
    ]
    with pytest.raises(CommandRefused, match="Nothing of it is left to undo: “Sti”, “Bro”, “Park”"):
        undo_saving(three, IDA, saving)


def test_what_somebody_else_changed_meanwhile_is_named(three: Store) -> None:
    """Nothing is written; another field of theirs is no clash."""
    read = stored_consultations(three, KEYS)
    save_consultation(three, at_this_machine("Bo"), "b", values={"centre": "by"}, read=read["b"])
    save_consultation(three, at_this_machine("Bo"), "c", values={"case_number": "25/1"}, read=read["c"])
    with pytest.raises(CommandRefused, match="Somebody else has changed “Bro” since you looked"):
        save_together(three, IDA, SharedChange({"centre": None}), read=read)
    assert column(three, "centre") == ["by", "by", None]


def test_all_or_none(three: Store) -> None:
    """A value that breaks a rule for one is written for nobody; where all are so already, it is said."""
    read = stored_consultations(three, KEYS)
    with pytest.raises(RecordRefused, match="is of the other level"):
        save_together(three, IDA, SharedChange({"scale": "large", "centre": "plan"}), read=read)
    assert column(three, "scale") == [None, "small", "small"]
    with pytest.raises(CommandRefused, match="They are all so already"):
        save_together(three, IDA, SharedChange({"committee": None}), read=read)
    assert len(queries.history.of_record(three, "consultations", "a")) == 1


def test_a_number_is_undone_to_the_figure_it_was(three: Store) -> None:
    """Three decimals are no thousands, and a whole number has none."""
    take_all(three, {"consultations": [ROWS[1] | {"hours_spent": "40"}]})
    change = SharedChange({"hours_spent": 12.5})
    save_together(three, IDA, change, read=stored_consultations(three, KEYS))
    saving = saving_of(three, "a")
    assert saving is not None
    undo_saving(three, IDA, saving)
    assert column(three, "hours_spent") == ["12.3450", "40", None]
