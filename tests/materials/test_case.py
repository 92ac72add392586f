"""The case: the municipality's anatomy, every number from the one result, real Word throughout."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from data.database import Store
from evaluation.evaluate import find_round
from evaluation.snapshot import evaluation_json
from language import Sentence, Words, speak
from materials.charts import export
from materials.charts.chart import Chart
from materials.documents.blocks import Items
from materials.documents.case.case_document import case_document, case_name
from materials.documents.round_material import round_material
from materials.documents.word import word_file
from materials.documents.word_template import TEMPLATE
from materials.office_files import UnusableTemplate
from materials.open_data.read_me import read_me
from materials.workbook.about_sheet import about_rows
from tests.materials.test_discussion_paper import squeezed, text_of_word
from tests.support.documents import case_file, dot, tables_of
from tests.support.registers import BODIES, ROUNDS, new_filled

CLOSED, OPEN = "2022-2025/endterm", "2026-2029/midterm"


@pytest.fixture(scope="module")
def case(demonstration: Store) -> bytes:
    """The Danish case of the closed round."""
    return case_file(demonstration, CLOSED, speak("da"))


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Store]:
    """A register with two bodies that have not answered, no consultation and no earlier round."""
    store = new_filled(tmp_path / "bare.duckdb", {"rounds": ROUNDS[1:], "bodies": BODIES})
    yield store
    store.close()


def test_numbers_read_back_equal_the_json(case: bytes, demonstration: Store) -> None:
    """Each level's middle value, how many rated of how many asked, and the moves."""
    result = json.loads(evaluation_json(demonstration, find_round(demonstration, CLOSED)))
    (rows,) = [rows for caption, rows in tables_of(case).items() if caption.startswith("Vurderingerne")]
    expected = []
    for each in result["principles"]:
        levels = [
            f"{each[level]['median'][0]} ({each[level]['assessable']} af {each[level]['expected']})"
            for level in ("committee", "centre")
        ]
        moves = " / ".join(str(each["change"][name]) for name in ("up", "same", "down"))
        expected.append([*levels, moves])
    assert [row[3:] for row in rows[1:]] == expected


def test_it_has_the_municipality_s_anatomy(case: bytes) -> None:
    """Headings of Word, in their order, the principles under the presentation."""
    opened = docx.Document(io.BytesIO(case))
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in opened.paragraphs
        if paragraph.style is not None and (paragraph.style.name or "").startswith("Heading")
    ]
    assert [text for style, text in headings if style == "Heading 1"] == [
        "Tidligere behandling",
        "Sammendrag",
        "Rettelser",
        "Baggrund",
        "Sagsfremstilling",
        "Økonomi",
        "Indstilling",
        "Beslutning",
        "Bilag",
    ]
    assert [text[:2] for style, text in headings if style == "Heading 2"] == ["1.", "2.", "3.", "4.", "5."]
    assert opened.core_properties.language == "da-DK"


def test_what_was_decided_last_time_stands_with_what_became_of_it(case: bytes) -> None:
    """Every action of the round before, each with its outcome, and its conclusions."""
    tables = tables_of(case)
    (actions,) = [rows for caption, rows in tables.items() if caption.startswith("Hvad der blev besluttet")]
    (conclusions,) = [rows for caption, rows in tables.items() if caption.startswith("Hvad der blev konk")]
    assert len(actions) == 1 + 5 and len(conclusions) == 1 + 5
    assert actions[1][2].startswith("Udført: Feltet kom på arket i maj 2024")


def test_captions_are_numbered_fields_and_the_picture_has_words(case: bytes) -> None:
    """A field for each caption; alternative text; a header row that is said again in each table."""
    opened = docx.Document(io.BytesIO(case))
    fields = [each.text.split()[1] for each in opened.element.body.iter(qn("w:instrText"))]
    assert fields == ["Tabel", "Tabel", "Tabel", "Figur"]
    (picture,) = opened.element.body.iter(qn("wp:docPr"))
    assert picture.get("descr", "").startswith("Princip 1 og 4 er fulgt")
    assert all(table._tbl.xpath("w:tr[1]/w:trPr/w:tblHeader") for table in opened.tables)


def test_dissent_voices_and_errata_stand_in_it(case: bytes) -> None:
    """A dissent, a voice of each level, and the erratum with its reason."""
    text = squeezed(text_of_word(case))
    for part in (
        "Mindretalsudtalelse i Kultur- og Idrætsudvalget",
        "Center for By og Klima · 4 · I høj grad · grundlag: stærkt",
        "Oplyst af grundejerforeningen, efter at runden var lukket.",
    ):
        assert squeezed(part) in text


def test_an_open_round_is_a_draft_on_each_page(case: bytes, demonstration: Store) -> None:
    """A watermark, a notice and the file's name say so; the closed one bears none."""
    draft = case_file(demonstration, OPEN, speak("da"))
    headers = [_part(content, "word/header") for content in (draft, case)]
    assert 'string="UDKAST"' in headers[0] and "UDKAST" not in headers[1]
    assert "Udkast: Runden er åben" in text_of_word(draft)
    material = round_material(demonstration, find_round(demonstration, OPEN), with_confidential=True)
    assert case_name(material, speak("da")) == "Sag - Midtvejsevaluering 2026-2029 - udkast - lukket.docx"


@pytest.mark.parametrize(
    ("status", "standing", "in_short", "draft"),
    [
        (
            "planned",
            "The round is planned",
            "Draft: not open yet",
            "Draft: the round is not open yet, and every number in it can still change.",
        ),
        (
            "closed",
            "The round is closed, but not frozen",
            "Draft: not frozen yet",
            "Draft: the round is closed, but not frozen, and every number in it can still change.",
        ),
    ],
)
def test_a_draft_says_how_its_round_stands(
    bare: Store, words: Words, status: str, standing: str, in_short: str, draft: str
) -> None:
    """A planned round is not called open, and neither is one that came in closed and is not frozen: not in
    the case, the workbook, open data, nor under their charts.
    """
    material = round_material(bare, replace(find_round(bare, CLOSED), status=status))
    case = case_document(material, words, draw=dot)
    annexes = case.blocks[-1]
    lines = read_me(material, (), words).decode().splitlines()
    about = dict(about_rows(material, (), words))
    assert [text.text for text in case.front] == [
        f"Period: 1 January 2024 to 31 December 2025 · {standing}",
        draft,
    ]
    assert case.watermark == "DRAFT"
    assert isinstance(annexes, Items) and annexes.items[-1] == "The evaluation as JSON is not frozen yet."
    assert f" · {in_short}" in material.scope(words).footer(words)
    assert about["State"] == draft
    assert about["Checksum"] == "There is no frozen result yet, and so no checksum."
    assert any(line.startswith(f"{standing}. ") for line in lines)
    assert not any("is open" in line for line in [*lines, *map(str, about.values())])


def test_the_confidential_version_says_so_on_each_page(demonstration: Store) -> None:
    """In the header, which Word repeats."""
    content = case_file(demonstration, CLOSED, speak("en"), with_confidential=True)
    assert "Confidential version" in _part(content, "word/header")


def _part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(each).decode() for each in archive.namelist() if each.startswith(name))


def test_without_a_browser_a_table_stands_in_place_of_the_picture(demonstration: Store) -> None:
    """And it says why; a row for each principle and level."""

    def no_browser(_: Chart) -> bytes:
        raise export.NoChromium(Sentence(export.NONE_FOUND, {"setting": export.SETTING}))

    material = round_material(demonstration, find_round(demonstration, CLOSED))
    content = word_file(case_document(material, speak("en"), draw=no_browser))
    text = text_of_word(content)
    assert "A table stands here in place of the picture." in text and "no browser was found" in text
    assert len(tables_of(content)["What each committee and centre answered about the five principles"]) == 11
    assert not docx.Document(io.BytesIO(content)).inline_shapes


def test_nobody_answered_and_nothing_before(bare: Store, words: Words) -> None:
    """The case says so, and leaves out what there is nothing to say of."""
    content = case_file(bare, CLOSED, words)
    text = text_of_word(content)
    assert "This is the first time that the principles are evaluated." in text
    assert "There is not yet enough to judge any of the principles" in text
    assert "Economy" not in text


def test_headings_can_be_named_by_the_municipality(demonstration: Store) -> None:
    """One that is given takes the place of the usual one."""
    material = round_material(demonstration, find_round(demonstration, CLOSED))
    own = case_document(material, speak("da"), headings={"presentation": "Beskrivelse"}, draw=dot)
    texts = [getattr(block, "text", "") for block in own.blocks]
    assert "Beskrivelse" in texts and "Sagsfremstilling" not in texts


def test_a_template_that_lacks_a_style_is_refused_with_its_name(demonstration: Store) -> None:
    """One that has all of them is taken, with its own look and without what stands in it."""
    material = round_material(demonstration, find_round(demonstration, CLOSED))
    own = docx.Document(str(TEMPLATE))
    own.styles["Normal"].font.name = "Georgia"
    own.add_paragraph("What stood in the template")
    content = case_document(material, speak("en"), draw=dot)
    file = word_file(content, _saved(own))
    assert "What stood" not in text_of_word(file)
    assert docx.Document(io.BytesIO(file)).styles["Normal"].font.name == "Georgia"
    own.styles["Paper Quote"].delete()
    with pytest.raises(UnusableTemplate, match="Paper Quote"):
        word_file(content, _saved(own))
    with pytest.raises(UnusableTemplate, match="no Word document"):
        word_file(content, b"%PDF-1.7")


def _saved(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_the_same_round_gives_the_same_bytes(case: bytes, demonstration: Store) -> None:
    """Nothing of the clock is in it."""
    assert case_file(demonstration, CLOSED, speak("da")) == case
