"""What a form would change of an answer, field by field."""

from typing import Any

import pytest

from data.assessment_fields import FIELDS
from language import Sentence
from workflow.form_changes import FieldChange

BY_NAME = {field.name: field for field in FIELDS}
STATES: list[tuple[str, Any, Any, str]] = [
    ("dissent", None, "", "empty"),
    ("dissent", "", "", "empty"),
    ("dissent", None, "Ord.", "new"),
    ("dissent", "", "Ord.", "new"),
    ("dissent", "Ord.", "", "emptied"),
    ("dissent", "Ord.", "Andre ord.", "changed"),
    ("dissent", "To\nlinjer", "To linjer", "unchanged"),
    ("themes", ["tid", "ro"], ["ro", "tid"], "unchanged"),
    ("themes", ["tid"], [], "emptied"),
    ("themes", [], [], "empty"),
    ("evidence", [], ["c1"], "new"),
    ("rating", "3", "4", "changed"),
    ("rating", "3", None, "emptied"),
    ("basis", None, None, "empty"),
    ("closed", None, False, "new"),
    ("closed", False, False, "unchanged"),
    ("closed", False, True, "changed"),
    ("closed", True, False, "changed"),
]


@pytest.mark.parametrize(("name", "before", "after", "state"), STATES)
def test_a_field_is_told_apart(name: str, before: object, after: object, state: str) -> None:
    """What is emptied is told from what is empty anyway, and what is new from what is changed."""
    assert FieldChange(BY_NAME[name], before, after).state == state


def test_what_cannot_be_read_is_named_first() -> None:
    """Whatever stands there."""
    change = FieldChange(BY_NAME["rating"], "3", "3", Sentence("x"))
    assert change.state == "unreadable"
