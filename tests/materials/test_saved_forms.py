"""A form that another program has saved is read where its answers can be told, and refused with that reason
where they can't; its seal is seen nowhere.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from data.confidential import EVERY_BODY
from data.database import Store
from evaluation.evaluate import find_round
from language import speak
from materials.forms.archive import draw
from materials.forms.form_reader import FormRefused, read_form
from tests.support.form_filling import DOCUMENT, edited, fill_word
from workflow.forms import preview

SAVED = Path(__file__).with_name("saved_forms")
REGISTER = Path(__file__).parents[1] / "legacy" / "v0.2.0" / "register.zip"
ROUND = "2026-2029/midterm"
TYPED = {
    "1.justification": "Borgerne vidste, hvad der lå fast.",
    "1.rating": "i nogen grad",
    "1.basis": "rimelig",
    "1.worked_well": "Et ark på hver stol.",
    "1.dissent": "Et mindretal mener 3.",
    "1.evidence": "1",
    "1.closed": "Ja",
}
FILLED = TYPED | {
    "1.rating": "4 · I høj grad",
    "1.basis": "Stærkt",
    "1.to_change": "Skriv det også i brevet.",
    "1.themes": "tid, ro",
    "1.closed": "ja",
    "2.justification": "Ingen sager.",
    "2.rating": "Kan ikke vurderes",
    "3.justification": "Kun begyndt.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The register that sent these forms out."""
    path = tmp_path_factory.mktemp("saved") / "register.duckdb"
    with zipfile.ZipFile(REGISTER) as packed:
        path.write_bytes(packed.read("register.duckdb"))
    store = Store(path)
    yield store
    store.close()


def answers(store: Store, content: bytes) -> dict[str, str]:
    """What a form says, without its empty fields."""
    form = read_form("form", content, store)
    return {tag: text for tag, text in form.answers.items() if text}


READ = {
    "typed-in-libreoffice.docx": TYPED,
    "typed-in-libreoffice.xlsx": TYPED | {"2.rating": "3", "2.justification": "Ord."},
    "through-odt.docx": FILLED,
    "through-ods.xlsx": FILLED,
    "through-openpyxl.xlsx": FILLED,
}


@pytest.mark.parametrize("name", READ)
def test_what_another_program_saved_is_read(store: Store, name: str) -> None:
    """Every answer, and not the hints that stood in the fields."""
    assert answers(store, (SAVED / name).read_bytes()) == READ[name]


def test_what_was_typed_is_understood(store: Store) -> None:
    """“i nogen grad” and “rimelig” are a step and a basis."""
    content = (SAVED / "typed-in-libreoffice.docx").read_bytes()
    row = preview(store, read_form("form", content, store), EVERY_BODY)[0]
    assert (row.state, row.answer.rating, row.answer.basis, row.answer.confidential) == (
        "new",
        3,
        "fair",
        True,
    )


def test_a_form_of_a_former_version_is_read_through_libreoffice(store: Store) -> None:
    """Its seal stood in a field of its own, whose name is gone; its fields are told by their questions."""
    content = (SAVED / "v0.2.0-through-libreoffice.docx").read_bytes()
    assert [row.state for row in preview(store, read_form("form", content, store), EVERY_BODY)] == [
        "new",
        "new",
        "new",
        "empty",
        "empty",
    ]


def form(store: Store, kind: str = "docx") -> bytes:
    """A form as it is sent out."""
    return draw(store, find_round(store, ROUND), "oek", kind, speak("da"))


def without_controls(content: bytes, keep: Callable[[str], bool]) -> bytes:
    """The form without the controls whose tag is not kept; their text stays where it stood."""
    document = docx.Document(io.BytesIO(content))
    for control in list(document.element.body.iter(qn("w:sdt"))):
        if not keep(control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val"))):
            for element in control.find(qn("w:sdtContent")):
                control.addprevious(element)
            control.getparent().remove(control)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


@pytest.mark.parametrize("kept", ["", "1", "12345"])
def test_fields_are_told_by_their_place(store: Store, kept: str) -> None:
    """All of them gone, those of one principle left, or none gone."""
    content = without_controls(fill_word(form(store), FILLED), lambda tag: tag[0] in kept)
    assert answers(store, content) == FILLED


def refused(store: Store, content: bytes) -> str:
    """Why a file is refused."""
    with pytest.raises(FormRefused) as refusal:
        read_form("form.docx", content, store)
    return str(refusal.value)


def test_fields_that_were_taken_away_with_their_answers_are_refused(store: Store) -> None:
    """An answer that is gone is not an empty one."""
    document = docx.Document(io.BytesIO(fill_word(form(store), FILLED)))
    for control in list(document.element.body.iter(qn("w:sdt"))):
        control.getparent().remove(control)
    written = io.BytesIO()
    document.save(written)
    assert "removed the fields of form.docx" in refused(store, written.getvalue())


def test_fields_taken_away_and_a_question_changed_is_refused(store: Store) -> None:
    """What was asked must be what was sent out, however the answers are told."""
    content = without_controls(fill_word(form(store), FILLED), lambda tag: False)
    changed = edited(content, DOCUMENT, lambda text: text.replace(b"Mindretalsudtalelse", b"Flertal"))
    assert "removed the fields of form.docx" in refused(store, changed)


def test_a_seal_taken_away_is_refused(store: Store) -> None:
    """The fields are those of a form, but nobody can tell whose."""
    content = form(store)
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(written, "w") as target:
        for name in source.namelist():
            if name != "docProps/custom.xml":
                target.writestr(name, source.read(name))
    assert "removed the seal of form.docx" in refused(store, written.getvalue())


def test_a_file_in_libreoffices_own_format_is_refused(store: Store) -> None:
    """With how to mend it."""
    assert "choose “Save as”, then Word (.docx)" in refused(store, (SAVED / "saved.odt").read_bytes())


def test_a_seal_is_seen_nowhere(store: Store) -> None:
    """Word: no text of the document holds it, and no property is too long; Excel: its sheet is hidden from
    whoever would show it.
    """
    with zipfile.ZipFile(io.BytesIO(form(store))) as archive:
        stamp = archive.read("docProps/custom.xml").decode()
        assert stamp[-400:-350] not in archive.read(DOCUMENT).decode()
        assert max(len(part) for part in stamp.split("lpwstr>")[1::2]) <= 250 + len("</vt:")
    with zipfile.ZipFile(io.BytesIO(form(store, "xlsx"))) as archive:
        book = archive.read("xl/workbook.xml").decode()
    assert 'name="Øjenhøjde" sheetId="3" state="veryHidden"' in book


def test_each_sheet_is_a_page_wide(store: Store) -> None:
    """Both are printed one page wide, without the hidden column; the list says its header on each page."""
    with zipfile.ZipFile(io.BytesIO(form(store, "xlsx"))) as archive:
        book = archive.read("xl/workbook.xml").decode()
        sheets = [archive.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2)]
    assert all('fitToHeight="0"' in sheet and '<pageSetUpPr fitToPage="1"/>' in sheet for sheet in sheets)
    assert "Svar!$A$1:$B$" in book and "Inddragelser!$1:$1" in book


def test_the_answer_is_the_wider_column(store: Store) -> None:
    """Two thirds of the width, in each table of fields."""
    tables = docx.Document(io.BytesIO(form(store))).tables[:5]
    widths = [[cell.width or 0 for cell in table.rows[0].cells] for table in tables]
    assert all(answer > 2 * question for question, answer in widths)


def test_dates_of_a_form_are_not_parted(store: Store) -> None:
    """Day, month and year stay on one line."""
    for kind, part in (("docx", DOCUMENT), ("xlsx", "xl/sharedStrings.xml")):
        with zipfile.ZipFile(io.BytesIO(form(store, kind))) as archive:
            text = archive.read(part).decode()
        assert "1.\u00a0januar\u00a02026" in text
        assert "1. januar 2026" not in text
