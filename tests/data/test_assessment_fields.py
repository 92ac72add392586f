"""An assessment's fields are defined in one place, and everything that handles them reads that."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from data.assessment_fields import FIELDS, asked_of, without_confidential_words
from data.models import Assessment
from data.schema import TABLES

ROOT = Path(__file__).parents[2]
ROOMS = ("pages", "workflow", "materials", "evaluation", "data", "language")
NAMES = {name for field in FIELDS for name in (field.name, field.attribute)}
ASSESSMENT = Assessment(
    assessment="a",
    round="2022-2025/endterm",
    body="plan",
    name="Planudvalget",
    level="committee",
    principle=1,
    rating=4,
    not_assessable=False,
    basis="fair",
    justification="Ord",
    dissent="Ord",
    worked_well="Ord",
    to_change="Ord",
    daily_meeting="Ord",
    confidential=True,
    status="submitted",
    themes=("tid",),
    evidence=("a",),
    version=1,
    counted=True,
)


def test_the_exchange_file_keeps_its_columns() -> None:
    """In their order: files of every version have them."""
    assert TABLES["assessments"].names == [
        "round",
        "body",
        "principle",
        "consultation",
        "rating",
        "not_assessable",
        "basis",
        "justification",
        "dissent",
        "worked_well",
        "to_change",
        "daily_meeting",
        "closed",
        "status",
        "themes",
        "evidence",
    ]


@pytest.mark.parametrize(("level", "own"), [("committee", "dissent"), ("centre", "daily_meeting")])
def test_each_level_is_asked_its_own(level: str, own: str) -> None:
    """The reason first, then the step, and whether the words are closed last."""
    assert [field.name for field in asked_of(level)] == [
        "justification",
        "rating",
        "basis",
        "worked_well",
        "to_change",
        own,
        "evidence",
        "themes",
        "closed",
    ]


def test_every_field_is_an_attribute_and_has_its_own_place() -> None:
    """Of the record as it is read."""
    attributes = {field.name for field in fields(Assessment)}
    assert {field.attribute for field in FIELDS} <= attributes
    assert sorted(field.place for field in FIELDS) == list(range(1, len(FIELDS) + 1))


def test_confidential_words_are_taken_out_whole() -> None:
    """Every text and the themes; the step, its basis and the evidence stay."""
    public = without_confidential_words(ASSESSMENT)
    assert {
        field.name
        for field in FIELDS
        if getattr(public, field.attribute) == getattr(ASSESSMENT, field.attribute)
    } == {"rating", "basis", "closed", "evidence"}


def literals(path: Path) -> Iterator[tuple[int, set[str]]]:
    """The texts in each tuple, list, set and dictionary that stands in a file, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            parts = list(node.elts)
        elif isinstance(node, ast.Dict):
            parts = [key for key in node.keys if key is not None]
        elif isinstance(node, ast.Call):
            parts = [*node.args, *(ast.Constant(word.arg) for word in node.keywords)]
        else:
            continue
        yield node.lineno, {str(part.value) for part in parts if isinstance(part, ast.Constant)}


def test_nobody_lists_the_fields_again() -> None:
    """No literal elsewhere names three of them."""
    lists = [
        f"{path.relative_to(ROOT)}:{line}"
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        for line, texts in literals(path)
        if len(texts & NAMES) > 2
    ]
    assert lists == []


ADDING = """
from data import assessment_fields
field = assessment_fields.Field(
    name="advice", attribute="advice", kind="text", place=11, label="Advice", confidential=True
)
assessment_fields.FIELDS += (field,)

from types import SimpleNamespace
from data.schema import TABLES
from materials.forms.form_model import Form
from materials.forms.form_reader import FilledForm
from materials.forms.plain_answers import plain_answer
from materials.forms.signature import FormSignature
from pages.components.labels import LABELS
from pages.editor import assessment_editor, questions
from workflow.answers import AssessmentAnswer

assert "advice" in TABLES["assessments"].names
form = Form(None, "plan", "Planudvalget", "committee", None, (), ())
assert field in form.fields
seal = FormSignature(1, "r", "plan", "da", (0,) * 5, (), "")
plain = plain_answer(FilledForm("form", seal, {"1.advice": "Ask"}), 1, "committee")
answer = AssessmentAnswer.of_values(plain.values, "draft")
assert answer.cells()["advice"] == answer.values["advice"] == "Ask"
assert LABELS["advice"] == "Advice"
stored = SimpleNamespace(advice="Ask")
assert "Ask" in assessment_fields.remarks(SimpleNamespace(**dict.fromkeys(
    (each.attribute for each in assessment_fields.FIELDS), "")  | {"advice": "Ask"}))[0]

place, state, drawn = assessment_editor.Place("r", "plan", 1), {}, []
assessment_editor.st = SimpleNamespace(session_state=state)
assessment_editor.fill(place, {"advice": "Ask"}, 0)
assert assessment_editor.values_of(place)["advice"] == "Ask"
questions.st = SimpleNamespace(text_area=lambda label, **_: drawn.append(label))
questions.ask_more(place, "committee", lambda text: text)
assert drawn[-1] == "Advice"
"""


@pytest.mark.thorough
def test_a_further_field_reaches_everything() -> None:
    """Form and what is read of it, editor, exchange file, labels: none needs a word about it."""
    result = subprocess.run(
        [sys.executable, "-c", ADDING], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
