"""What people write where they were to choose."""

import pytest

from data.assessment_fields import FIELDS, RATING, Field
from language import speak
from materials.forms.choice_reader import chosen_value
from materials.forms.excel_rows import TALLEST, row_height
from materials.forms.form_model import choices

BY_NAME = {field.name: field for field in FIELDS}
BASIS, CLOSED = BY_NAME["basis"], BY_NAME["closed"]
WRITTEN = [
    (RATING, "I nogen grad", "3"),
    (RATING, "  i NOGEN\u00a0grad. ", "3"),
    (RATING, "3", "3"),
    (RATING, "3 · I nogen grad", "3"),
    (RATING, "3. i nogen grad", "3"),
    (RATING, "3 - i nogen grad", "3"),
    (RATING, "3: To some degree", "3"),
    (RATING, "to some degree", "3"),
    (RATING, "kan IKKE vurderes", "not_assessable"),
    (RATING, "Cannot be judged", "not_assessable"),
    (RATING, "3 · I høj grad", None),
    (RATING, "3 måske", None),
    (RATING, "6", None),
    (RATING, "34", None),
    (RATING, "", None),
    (BASIS, "rimelig", "fair"),
    (BASIS, "RIMELIGT", "fair"),
    (BASIS, " stærk ", "strong"),
    (BASIS, "spinkel", "thin"),
    (BASIS, "Fair", "fair"),
    (BASIS, "rime", None),
    (CLOSED, "JA", "yes"),
    (CLOSED, "No", "no"),
    (CLOSED, "måske", None),
]


@pytest.mark.parametrize(("field", "text", "value"), WRITTEN, ids=[f"{text!r}" for _, text, _ in WRITTEN])
def test_a_choice_is_read_as_people_write_it(field: Field, text: str, value: str | None) -> None:
    """With or without number, in capitals or not, in either language; two at once stand for none."""
    assert chosen_value(field, text) == value


def test_no_word_means_two_things() -> None:
    """What a form of either language offers stands for what it says there."""
    for field in (each for each in FIELDS if each.is_chosen):
        for code in ("da", "en"):
            for label, value in choices(field, speak(code)).items():
                assert chosen_value(field, label) == value


HEIGHTS = [
    ("", 30.0, 18.4),
    ("En linje", 30.0, 18.4),
    ("To\nlinjer", 30.0, 33.8),
    ("ord " * 20, 30.0, 49.2),
    ("x" * 100_000, 30.0, TALLEST),
]


@pytest.mark.parametrize(("text", "width", "height"), HEIGHTS)
def test_a_row_is_as_tall_as_its_text(text: str, width: float, height: float) -> None:
    """A line is 15.4 points; no row is taller than one can be."""
    assert row_height(text, width) == height
