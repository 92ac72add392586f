"""Forms go out locked and sealed, and come back read field by field; what was tampered with is refused
with the reason.
"""

import base64
import hashlib
import hmac
import io
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

import docx
import pytest
import xlsxwriter
from docx.oxml.ns import qn

from data import queries
from data.confidential import EVERY_BODY
from data.database import Store
from data.models import AssessmentPlace, Round
from data.register import seal_key
from data.writing import RowChange, save_records
from evaluation.evaluate import find_round
from language import speak
from materials.forms import form_reader as reader
from materials.forms.archive import all_forms, draw, form_name
from materials.forms.form_model import build_form
from materials.forms.form_reader import FormRefused, read_form
from materials.forms.signature import FormSignature, sign, verify
from tests.support.form_filling import ANSWERS, DOCUMENT, edited, excel_rows, fill_excel, fill_word
from workflow.answers import AssessmentAnswer
from workflow.assessments import save_assessment
from workflow.forms import preview, refusal, take_form_in
from workflow.person import at_this_machine

ROUND = "2026-2029/midterm"
IDA, BO = at_this_machine("Ida"), at_this_machine("Bo")
PLACE = AssessmentPlace(ROUND, "oek", 1)
FILL = {"docx": fill_word, "xlsx": fill_excel}
ANSWER = {
    "1.justification": "Første linje <b>\nAnden linje & æøå 🙂",
    "1.rating": "4 · I høj grad",
    "1.basis": "Stærkt",
    "1.evidence": "1",
    "1.themes": "tid, ro",
    "1.dissent": "Et mindretal mener 3.",
    "1.closed": "ja",
    "2.justification": "Ingen sager.",
    "2.rating": "Kan ikke vurderes",
    "3.justification": "Kun begyndt.",
}


@pytest.fixture
def store(demonstration_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the demonstration register, whose round is open."""
    shutil.copy(demonstration_file, tmp_path / "copy.duckdb")
    store = Store(tmp_path / "copy.duckdb")
    yield store
    store.close()


@pytest.fixture(params=["docx", "xlsx"])
def kind(request: pytest.FixtureRequest) -> str:
    """Everything holds for Word and for Excel."""
    return str(request.param)


def form(store: Store, kind: str, body: str = "oek", language: str = "da") -> bytes:
    """A body's form."""
    return draw(store, find_round(store, ROUND), body, kind, speak(language))


def states(store: Store, kind: str, content: bytes) -> list[str]:
    """The five states of a form."""
    return [row.state for row in preview(store, read_form(f"form.{kind}", content, store), EVERY_BODY)]


def test_an_empty_form_stores_nothing(store: Store, kind: str) -> None:
    """As it was sent out."""
    assert states(store, kind, form(store, kind)) == ["empty"] * 5


def test_a_filled_form_is_read_field_by_field(store: Store, kind: str) -> None:
    """Letters, line breaks and signs as they were written; choices, numbers and lists as what they stand
    for.
    """
    read = read_form("form", FILL[kind](form(store, kind), ANSWER), store)
    rows = preview(store, read, EVERY_BODY)
    assert [row.state for row in rows] == ["new", "new", "new", "empty", "empty"]
    listed = build_form(store, find_round(store, ROUND), "oek", speak("da")).consultations
    assert (rows[0].place, rows[0].answer) == (
        PLACE,
        AssessmentAnswer(
            {
                "justification": "Første linje <b>\nAnden linje & æøå 🙂",
                "worked_well": "",
                "to_change": "",
                "dissent": "Et mindretal mener 3.",
            },
            rating=4,
            basis="strong",
            evidence=(listed[0].key,),
            themes=("tid", "ro"),
            confidential=True,
            status="submitted",
        ),
    )
    assert (rows[1].answer.not_assessable, rows[1].answer.status) == (True, "submitted")
    assert (rows[2].answer.rating, rows[2].answer.status) == (None, "draft")


@pytest.mark.thorough
def test_what_was_read_is_stored_and_then_unchanged(store: Store, kind: str) -> None:
    """Taking the same form in twice changes nothing the second time."""
    content = FILL[kind](form(store, kind), ANSWER)
    outcome = take_form_in(store, IDA, preview(store, read_form("form", content, store), EVERY_BODY))
    assert [problem for _, problem in outcome] == [None] * 3
    stored = {
        each.principle: (each.rating, each.not_assessable, each.status, each.confidential)
        for each in queries.assessments.of_round(store, ROUND)
        if each.body == "oek"
    }
    assert stored == {
        1: (4, False, "submitted", True),
        2: (None, True, "submitted", False),
        3: (None, False, "draft", False),
    }
    assert states(store, kind, content) == ["unchanged", "unchanged", "unchanged", "empty", "empty"]
    assert take_form_in(store, IDA, preview(store, read_form("form", content, store), EVERY_BODY)) == []


def test_a_form_is_filled_with_what_is_stored(store: Store, kind: str) -> None:
    """Sent out again it holds this round's answers; changed there, they are changed here."""
    take_form_in(
        store,
        IDA,
        preview(store, read_form("form", FILL[kind](form(store, kind), ANSWER), store), EVERY_BODY),
    )
    again = form(store, kind)
    assert states(store, kind, again) == ["unchanged", "unchanged", "unchanged", "empty", "empty"]
    assert states(store, kind, FILL[kind](again, {"1.rating": "3 · I nogen grad"})) == [
        "changed",
        "unchanged",
        "unchanged",
        "empty",
        "empty",
    ]


@pytest.mark.thorough
def test_an_older_copy_does_not_overwrite_newer_words(store: Store, kind: str) -> None:
    """Somebody saved after the form went out: the row is overtaken, says by whom and on which Danish day, and
    is not stored.
    """
    out = form(store, kind)
    theirs = AssessmentAnswer({"justification": "Bos ord."}, rating=2, status="submitted")
    save_assessment(store, BO, place=PLACE, answer=theirs, version=0)
    with store.transaction() as cursor:
        cursor.execute("update history set happened_at = timestamp '2026-11-29 23:30:00' where who = 'Bo'")
    rows = preview(store, read_form("form", FILL[kind](out, ANSWER), store), EVERY_BODY)
    assert rows[0].state == "outdated"
    assert str(rows[0].problems[0]).startswith("Bo saved this on 30 November 2026")
    take_form_in(store, IDA, rows)
    stored = queries.assessments.of_body(store, ROUND, "oek", 1)
    assert stored is not None and stored.justification == "Bos ord."


@pytest.mark.thorough
def test_what_was_saved_since_the_preview_is_told(store: Store, kind: str) -> None:
    """Each row on its own: the one that somebody saved meanwhile, or that a rule refuses by now, is left."""
    rows = preview(store, read_form("form", FILL[kind](form(store, kind), ANSWER), store), EVERY_BODY)
    theirs = AssessmentAnswer({"justification": "Bos ord."}, rating=2, status="submitted")
    save_assessment(store, BO, place=PLACE, answer=theirs, version=0)
    refused = replace(rows[1], answer=replace(rows[1].answer, rating=9, not_assessable=False))
    problems = [problem for _, problem in take_form_in(store, IDA, [rows[0], refused, rows[2]])]
    assert str(problems[0]).startswith("Somebody else has saved this")
    assert [problem is None for problem in problems] == [False, False, True]
    stored = queries.assessments.of_body(store, ROUND, "oek", 1)
    assert stored is not None and stored.justification == "Bos ord."


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"1.rating": "Måske", "1.justification": "Ord."}, "“Måske” is none of the choices"),
        ({"1.basis": "Solidt", "1.justification": "Ord."}, "“Solidt” is none of the choices"),
        ({"1.evidence": "1, 99", "1.justification": "Ord."}, "“99” is no number in the list"),
        ({"1.justification": "Borger 010190-1234."}, "possible CPR number"),
        ({"1.justification": "x" * 20_001}, "20001 characters long"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_taken(
    store: Store, kind: str, answer: dict[str, str], sentence: str
) -> None:
    """The field, what stands in it, and what to write instead; the other principles are stored."""
    good = {"5.justification": "Ord nok.", "5.rating": "5 · I meget høj grad"}
    rows = preview(store, read_form("form", FILL[kind](form(store, kind), answer | good), store), EVERY_BODY)
    assert (rows[0].state, rows[4].state) == ("unreadable", "new")
    assert sentence.replace("20001", "20,001") in str(rows[0].problems[0]) or sentence in str(
        rows[0].problems[0]
    )
    assert [row.place.principle for row, problem in take_form_in(store, IDA, rows) if problem is None] == [5]


def test_a_step_may_be_given_by_its_number(store: Store) -> None:
    """As a spreadsheet turns "4" into a number."""
    rows = preview(
        store,
        read_form(
            "form", fill_excel(form(store, "xlsx"), {"1.rating": "4", "1.justification": "Ord."}), store
        ),
    )
    assert (rows[0].state, rows[0].answer.rating) == ("new", 4)


def with_signs(form: bytes, signs: str) -> bytes:
    """The form with a reason in which Word keeps some signs as elements of their own."""
    filled = fill_word(form, {"1.justification": "STED", "1.rating": "4"})
    inside = f"</w:t>{signs}<w:t>".encode()
    return edited(filled, DOCUMENT, lambda content: content.replace(b"STED", b"fra " + inside + b" til"))


SIGNS = [
    ("<w:t>1</w:t><w:noBreakHyphen/><w:t>24 dage</w:t>", "fra 1-24 dage til"),
    ('<w:sym w:font="Wingdings" w:char="F0E0"/>', "fra → til"),
    ('<w:sym w:font="Calibri" w:char="00E6"/>', "fra æ til"),
    ("<w:t>hø</w:t><w:softHyphen/><w:t>ring</w:t>", "fra høring til"),
    ("<w:del><w:r><w:noBreakHyphen/></w:r></w:del><w:t>nu</w:t>", "fra nu til"),
]


@pytest.mark.parametrize(("signs", "text"), SIGNS, ids=[text for _, text in SIGNS])
def test_every_sign_of_a_word_form_is_read(store: Store, signs: str, text: str) -> None:
    """Hyphens that don't break, arrows of the autocorrection, and nothing that was struck out."""
    answers = read_form("form.docx", with_signs(form(store, "docx"), signs), store).answers
    assert answers["1.justification"] == text


def test_a_sign_that_nobody_can_tell_is_not_dropped(store: Store) -> None:
    """Its field is named, and the principle waits; the others are taken in."""
    content = with_signs(form(store, "docx"), '<w:sym w:font="Webdings" w:char="F0AA"/>')
    rows = preview(store, read_form("form.docx", content, store), EVERY_BODY)
    assert [(row.state, [str(each) for each in row.problems]) for row in rows][:2] == [
        (
            "unreadable",
            ["“The reason, in words” holds a sign that can't be read (\ufffd). Write it again with letters."],
        ),
        ("empty", []),
    ]


def test_an_english_form_is_read_in_english(store: Store, kind: str) -> None:
    """The form remembers its language, whoever takes it in."""
    content = FILL[kind](
        form(store, kind, language="en"), {"1.rating": "4 · To a high degree", "1.justification": "Words."}
    )
    assert preview(store, read_form("form", content, store), EVERY_BODY)[0].answer.rating == 4


def test_a_body_is_shown_what_those_before_it_said(store: Store) -> None:
    """A merged committee reads the words of both that it took over from, but for those that were closed."""
    with store.transaction() as cursor:
        cursor.execute("update assessments set closed = body = 'kfu' where round = '2022-2025/endterm'")
    last = build_form(store, find_round(store, ROUND), "ekf", speak("da")).principles[0].last
    words = {each.assessment.body: (each.withheld, bool(each.assessment.justification)) for each in last}
    assert words == {"beu": (False, True), "kfu": (True, False)}


def test_only_the_fields_can_be_written_in(store: Store) -> None:
    """Word: protected as a form, every control stays; Excel: sheets protected, only answer cells unlocked,
    with lists to choose from.
    """
    document = docx.Document(io.BytesIO(form(store, "docx")))
    protection = document.settings.element.find(qn("w:documentProtection"))
    assert (protection.get(qn("w:edit")), protection.get(qn("w:enforcement"))) == ("forms", "1")
    controls = list(document.element.body.iter(qn("w:sdt")))
    locks = {control.find(f"{qn('w:sdtPr')}/{qn('w:lock')}").get(qn("w:val")) for control in controls}
    assert (len(controls), locks) == (5 * 9, {"sdtLocked"})
    content = form(store, "xlsx")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [archive.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2, 3)]
    assert all("<sheetProtection " in sheet for sheet in sheets)
    assert sheets[0].count("<dataValidation ") == 5 * 3
    assert len(excel_rows(content)) == 5 * 9


def test_peoples_words_are_no_markup_and_no_formula(store: Store, kind: str) -> None:
    """A title or an old answer that begins with an equals sign stays text."""
    awkward = AssessmentAnswer({"justification": '=HYPERLINK("http://x") <w:p/> &amp; {x}'})
    save_assessment(store, BO, place=PLACE, answer=awkward, version=0)
    content = form(store, kind)
    assert states(store, kind, content)[0] == "unchanged"
    if kind == "xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert "<f>" not in archive.read(ANSWERS).decode()


@pytest.mark.thorough
def test_the_pack_holds_both_forms_of_every_body(store: Store) -> None:
    """Named as people read them, by body and round; the same bytes for the same records."""
    packed = all_forms(store, find_round(store, ROUND), queries.bodies.expected(store, ROUND), speak("da"))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        names = archive.namelist()
        bodies = queries.bodies.expected(store, ROUND)
        assert names == [
            form_name(body, ROUND, kind, speak("da")) for body in bodies for kind in ("docx", "xlsx")
        ]
        assert archive.read(names[0]) == form(store, "docx", bodies[0].key)


def refused(store: Store, content: bytes, name: str = "form.docx") -> str:
    """Why a file is refused."""
    with pytest.raises(FormRefused) as refusal:
        read_form(name, content, store)
    return str(refusal.value)


def test_a_changed_question_is_found_out(store: Store, kind: str) -> None:
    """Whoever lifts the protection and edits what was asked is refused."""
    part = DOCUMENT if kind == "docx" else "xl/sharedStrings.xml"
    content = edited(
        form(store, kind),
        part,
        lambda text: text.replace("Skriv først begrundelsen".encode(), b"Skriv sidst begrundelsen"),
    )
    assert "was changed outside its fields" in refused(store, content)


def test_a_form_of_another_register_is_refused(store: Store, kind: str) -> None:
    """Its seal was made with another secret."""
    content = form(store, kind)
    with store.transaction() as cursor:
        cursor.execute("update seals set secret = 'another'")
    assert "was not sent out by this register" in refused(store, content)


def former(seal: FormSignature, key: bytes) -> str:
    """A stamp as version 0.2.0 made it."""
    contents = base64.urlsafe_b64encode(json.dumps(asdict(seal), sort_keys=True).encode()).decode()
    return f"{contents}.{hmac.new(key, contents.encode(), hashlib.sha256).hexdigest()}"


@pytest.mark.parametrize("stamped", [sign, former])
def test_a_seal_of_either_make_opens_and_a_forged_one_does_not(
    store: Store, stamped: Callable[[FormSignature, bytes], str]
) -> None:
    """Changing what the seal says breaks its signature; so does any letter less, or another key."""
    key = seal_key(store)
    seal = read_form("form", form(store, "docx"), store).seal
    stamp = stamped(seal, key)
    contents, _, signature = stamp.rpartition(".")
    other = stamped(replace(seal, body="tku"), b"guess")
    forged = f"{other.rpartition('.')[0]}.{signature}"
    garbled = (
        forged,
        other,
        stamp[1:],
        stamp[:-1],
        contents,
        f".{signature}",
        "nonsense",
        "",
        "é.ø",
        ".",
        "..",
    )
    assert verify(stamp, key) == verify(f" {stamp[:9]}\n{stamp[9:]}", key) == seal
    assert {verify(each, key) for each in garbled} == {None}


def test_a_form_of_an_older_layout_is_refused(
    store: Store, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program has moved on since it was sent out."""
    content = form(store, kind)
    monkeypatch.setattr(reader, "LAYOUT", 2)
    assert "older version of the program" in refused(store, content)


def zipped(**parts: bytes) -> bytes:
    """An archive."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return written.getvalue()


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "'
    + b"x" * 1000
    + b'"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'
)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is no form"),
        (b"Hello", "is no form"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "has a password"),
        (b"PK\x03\x04broken", "is damaged"),
        (b"x" * 10_000_001, "is too large"),
        (zipped(word__document_xml=b"\0" * 61_000_000), "is too large"),
        (zipped(word__document_xml=b"<not xml"), "is damaged"),
        (zipped(word__document_xml=BOMB), "is no form"),
        (zipped(xl__workbook_xml=b"<not xml"), "is damaged"),
        (zipped(other_xml=b"<a/>"), "is no form"),
    ],
)
def test_what_is_no_form_is_refused(store: Store, content: bytes, sentence: str) -> None:
    """One sentence, whatever is uploaded under the right name."""
    assert sentence in refused(store, content)


def test_somebody_elses_document_is_refused(store: Store) -> None:
    """A plain Word file, and a plain workbook."""
    written = io.BytesIO()
    docx.Document().save(written)
    assert "is no form" in refused(store, written.getvalue())
    book = io.BytesIO()
    with xlsxwriter.Workbook(book) as workbook:
        workbook.add_worksheet()
    assert "is no form" in refused(store, book.getvalue())


def chosen(store: Store, round_key: str) -> Round:
    """A round."""
    return next(each for each in queries.rounds.oldest_first(store) if each.key == round_key)


def test_a_form_of_another_round_body_or_time_is_refused(store: Store, kind: str) -> None:
    """The round that is chosen must be its own, be open, and ask the body."""
    read = read_form("form", form(store, kind), store)
    now = chosen(store, ROUND)
    assert refusal(store, read, now) is None
    assert "belongs to 2026-2029/midterm" in str(refusal(store, read, chosen(store, "2022-2025/endterm")))
    assert "not open" in str(refusal(store, read, replace(now, status="closed")))
    stored = queries.exchange_rows.row(store, "bodies", {"body": "oek"})
    assert stored is not None
    save_records(store, "Ida", [RowChange("bodies", {**stored, "active_to": "2020-12-31"}, stored)])
    assert "is not asked" in str(refusal(store, read, now))


def test_every_refusal_speaks_danish(store: Store) -> None:
    """No English sentence stands on a Danish screen."""
    for sentence in (
        reader.TOO_LARGE,
        reader.NO_FORM,
        reader.LOCKED_UP,
        reader.BROKEN,
        reader.TAMPERED,
        reader.FOREIGN,
        reader.OLD_LAYOUT,
    ):
        assert speak("da")(sentence, file="x") != speak("en")(sentence, file="x")


def test_a_seal_says_no_more_than_it_must(store: Store) -> None:
    """Round, body, language, versions and keys; nobody's words."""
    seal = read_form("form", form(store, "docx"), store).seal
    assert set(json.loads(json.dumps(seal.__dict__))) == {
        "layout",
        "round",
        "body",
        "language",
        "versions",
        "consultations",
        "locked",
        "fields",
    }
