"""Filled forms on their page: every field before it is stored, and nothing lost of what is not."""

import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.database import Store
from data.models import AssessmentPlace
from evaluation.evaluate import find_round
from language import speak
from materials.forms.archive import draw
from tests.support.form_filling import fill_excel
from tests.support.screens import open_page
from workflow.answers import AssessmentAnswer
from workflow.assessments import save_assessment
from workflow.person import at_this_machine

ROUND = "2026-2029/midterm"
SAVED = Path(__file__).parents[1] / "materials" / "saved_forms"
STORED = AssessmentAnswer(
    {"justification": "Gamle ord.", "worked_well": "Kort.", "dissent": "Én var uenig."},
    rating=2,
    basis="thin",
    themes=("ro",),
    status="submitted",
)
FILLED = {
    "1.justification": "Nye *ord*.",
    "1.rating": "i nogen grad",
    "1.dissent": "",
    "1.evidence": "1",
    "1.closed": "Ja",
    "2.rating": "Måske",
    "2.justification": "Ord.",
}


@pytest.fixture
def filled(demonstration_file: Path, own_register: Path) -> bytes:
    """A form of a committee that has answered once already, filled in anew."""
    shutil.copy(demonstration_file, own_register)
    store = Store(own_register)
    save_assessment(
        store, at_this_machine("Bo"), place=AssessmentPlace(ROUND, "oek", 1), answer=STORED, version=0
    )
    content = draw(store, find_round(store, ROUND), "oek", "xlsx", speak("da"))
    store.close()
    return fill_excel(content, FILLED)


def uploaded(name: str, content: bytes, language: str = "en") -> AppTest:
    """The page with one file put in."""
    screen = open_page("forms", lang=language, round=ROUND)
    screen.file_uploader[0].set_value((name, content, "application/octet-stream")).run()
    assert not screen.exception
    return screen


def rows_of_form(screen: AppTest) -> list[Any]:
    """The folds of a form's answers, a principle each."""
    return [fold for fold in screen.expander if "principle" in fold.label]


def test_every_field_is_shown_before_and_after(filled: bytes) -> None:
    """What is new, changed, emptied, unchanged and empty is told apart."""
    screen = uploaded("form.xlsx", filled)
    fold = rows_of_form(screen)[0]
    rows = fold.table[0].value.to_numpy().tolist()
    assert fold.label == "Økonomi\\- og Planudvalget, principle 1\\: Changed"
    assert [(row[0], row[-1].split("[")[1]) for row in rows] == [
        ("Reason", "Changed]"),
        ("Step", "Changed]"),
        ("Basis", "Unchanged]"),
        ("What worked", "Unchanged]"),
        ("What to change", "Empty]"),
        ("Minority opinion", "Emptied]"),
        ("Consultations that show it", "New]"),
        ("Themes", "Unchanged]"),
        ("Closed words", "Changed]"),
    ]
    assert rows[0][1:3] == ["Gamle ord\\.", "Nye \\*ord\\*\\."]
    assert rows[1][1:3] == ["2 · To a lesser degree", "3 · To some degree"]
    assert rows[5][1:3] == ["Én var uenig\\.", "–"]
    assert rows[8][1:3] == ["no", "yes"]


def test_what_cannot_be_read_is_shown_as_it_was_written(filled: bytes) -> None:
    """One sentence with field, value and choices; the rest of the answer stands beside it."""
    fold = rows_of_form(uploaded("form.xlsx", filled))[1]
    assert [each.value.split("Choose")[0] for each in fold.warning] == [
        "“Måske” is none of the choices under “To what degree was the principle followed?”\\. "
    ]
    assert fold.table[0].value.to_numpy().tolist()[:2] == [
        ["Reason", "Ord\\.", ":blue-badge[New]"],
        ["Step", "Måske", ":orange-badge[Unreadable]"],
    ]


def test_what_was_not_taken_in_is_named_afterwards(filled: bytes) -> None:
    """The list of files is emptied, so the page says what is still to be mended."""
    screen = uploaded("form.xlsx", filled, "da")
    (button,) = [each for each in screen.button if each.label.startswith("Læs") and "svar" in each.label]
    button.click().run()
    assert [each.value.split(":")[0] for each in screen.warning] == [
        "Økonomi\\- og Planudvalget, princip 2, er ikke indlæst\\"
    ]
    assert len(screen.success) == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "choose “Save as”, then Word"), ("da", "vælg ”Gem som” og derefter Word")],
)
def test_a_file_of_libreoffice_is_told_how_to_be_saved(
    with_demonstration: Path, language: str, sentence: str
) -> None:
    """Not refused by the uploader, which would not say how to mend it."""
    screen = uploaded("form.odt", (SAVED / "saved.odt").read_bytes(), language)
    assert sentence in screen.error[0].value


def test_a_form_saved_by_libreoffice_is_taken_in(own_register: Path) -> None:
    """With the register that sent it out."""
    with zipfile.ZipFile(SAVED.parents[1] / "legacy" / "v0.2.0" / "register.zip") as packed:
        own_register.write_bytes(packed.read("register.duckdb"))
    screen = uploaded("form.docx", (SAVED / "typed-in-libreoffice.docx").read_bytes())
    rows = rows_of_form(screen)[0].table[0].value.to_numpy().tolist()
    assert [row[1] for row in rows[:3]] == [
        "Borgerne vidste, hvad der lå fast\\.",
        "3 · To some degree",
        "Fair",
    ]
