"""The slides: opened again, every number from the one result, nothing too small and nothing lost."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.presentation import Presentation
from pptx.util import Pt
from python_calamine import CalamineWorkbook

from data.database import Store
from evaluation.evaluate import find_round
from evaluation.snapshot import evaluation_json
from language import Words, speak
from materials.documents.blocks import table
from materials.documents.round_material import round_material
from materials.office_files import UnusableTemplate
from materials.slides.answer_columns import Bar, around_the_middle
from materials.slides.chart_workbook import workbook
from materials.slides.measures import EMU, Box, Paragraph, fitted, lines
from materials.slides.slide_template import TEMPLATE
from materials.slides.slides_file import slides_file, slides_name
from materials.slides.table_pages import TableLook, table_pages
from tests.support.awkward import AWKWARD, ROUND
from tests.support.documents import slides_content

CLOSED, OPEN = "2022-2025/endterm", "2026-2029/midterm"
DA = speak("da")


@pytest.fixture(scope="module")
def content(demonstration: Store) -> bytes:
    """The Danish slides of the closed round."""
    return slides_content(demonstration, CLOSED, DA)


@pytest.fixture(scope="module")
def draft(demonstration: Store) -> Presentation:
    """The English slides of the open round, with confidential words."""
    return opened(slides_content(demonstration, OPEN, speak("en"), with_confidential=True))


@pytest.fixture(params=AWKWARD)
def awkward(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A register with awkward data."""
    store = AWKWARD[request.param](tmp_path / "awkward.duckdb")
    yield store
    store.close()


def opened(content: bytes) -> Presentation:
    """The file as python-pptx reads it."""
    return pptx.Presentation(io.BytesIO(content))


def titles(presentation: Presentation) -> list[str]:
    """The title of each slide."""
    return [str(slide.shapes.title.text_frame.text) for slide in presentation.slides if slide.shapes.title]


def shapes_of(shapes: Any) -> Iterator[Any]:
    """Every shape of a slide, those of groups too."""
    for shape in shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from shapes_of(shape.shapes)


def charts_of(presentation: Presentation) -> list[Any]:
    """The charts of all slides, in their order."""
    return [shape.chart for slide in presentation.slides for shape in slide.shapes if shape.has_chart]


def rows_of_cache(chart: Any) -> list[dict[str, float]]:
    """What the chart itself holds: by row each series' value; an empty row is left out."""
    plot = chart.plots[0]
    columns = {series.name: list(series.values) for series in plot.series}
    rows = [
        {name: values[row] for name, values in columns.items()} for row in range(len(list(plot.categories)))
    ]
    return [row for row in rows if any(value is not None for value in row.values())]


def rows_of_workbook(chart: Any) -> list[dict[str, float]]:
    """The same, of what is edited in PowerPoint."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    head, *rows = book.get_sheet_by_name("Sheet1").to_python()
    names = [str(name) for name in head[1:]]
    full: list[Any] = [row[1:] for row in rows if any(cell != "" for cell in row[1:])]
    return [dict(zip(names, row, strict=True)) for row in full]


def counts_in(row: dict[str, float]) -> tuple[list[float], float, float]:
    """How many chose each step, on whatever basis, could not judge, and have not answered."""
    steps = [sum(value for name, value in row.items() if name.startswith(f"{step} ")) for step in range(1, 6)]
    return steps, row.get("Kan ikke vurderes", 0), row.get("Ikke besvaret", 0)


def expected_counts(standing: dict[str, Any]) -> tuple[list[float], float, float]:
    """The same from the evaluation's JSON."""
    counts = [standing["counts"][str(step)] for step in range(1, 6)]
    return counts, standing["not_assessable"], standing["expected"] - standing["answered"]


def result(store: Store, round_key: str) -> dict[str, Any]:
    """The evaluation as JSON."""
    loaded: dict[str, Any] = json.loads(evaluation_json(store, find_round(store, round_key)))
    return loaded


def test_the_charts_numbers_equal_the_json(content: bytes, demonstration: Store) -> None:
    """In the chart and in the workbook behind it, on the overview and on each principle's slide."""
    overview, *others = charts_of(opened(content))
    principles = result(demonstration, CLOSED)["principles"]
    standings = [expected_counts(each[level]) for each in principles for level in ("committee", "centre")]
    for rows in (rows_of_cache, rows_of_workbook):
        assert [counts_in(row) for row in rows(overview)] == standings
        assert [counts_in(row) for chart in others[:5] for row in rows(chart)] == standings


def test_the_participants_numbers_equal_the_json(content: bytes, demonstration: Store) -> None:
    """A row a principle, and one for whether it was meaningful."""
    chart, evaluation = charts_of(opened(content))[6], result(demonstration, CLOSED)
    experiences = [
        *(each["experience"] for each in evaluation["principles"]),
        evaluation["experience_meaningful"],
    ]
    expected = [[each["counts"][str(step)] for step in range(1, 6)] for each in experiences]
    for rows in (rows_of_cache, rows_of_workbook):
        assert [counts_in(row)[0] for row in rows(chart)] == expected


def test_middle_values_and_moves_equal_the_json(content: bytes, demonstration: Store) -> None:
    """In the table of change."""
    (rows,) = [rows for rows in tables_on(opened(content)) if rows[0][-2] == "Højere / samme / lavere"]
    expected = []
    for each in result(demonstration, CLOSED)["principles"]:
        now = [str(each[level]["median"][0]) for level in ("committee", "centre")]
        expected.append([*now, " / ".join(str(each["change"][way]) for way in ("up", "same", "down"))])
    values = [[row[1][-1], row[2][-1], row[3].split("\n")[0]] for row in rows[1:]]
    assert values == expected


def tables_on(presentation: Presentation) -> list[list[list[str]]]:
    """Every table as rows of texts."""
    return [
        [[cell.text for cell in row.cells] for row in shape.table.rows]
        for slide in presentation.slides
        for shape in slide.shapes
        if shape.has_table
    ]


def test_no_fact_is_left_out(content: bytes, demonstration: Store) -> None:
    """A row for each indicator of the evaluation, over all slides."""
    evaluation = result(demonstration, CLOSED)
    facts = [
        *evaluation["proportionality"]["indicators"],
        *(fact for each in evaluation["principles"] for fact in each["indicators"]),
    ]
    rows = [
        row for rows in tables_on(opened(content)) if rows[0][0] == "Indikator" for row in rows[1:] if row[1]
    ]
    assert len(rows) == len(facts) == len({row[0] for row in rows})


def test_each_title_is_a_message(content: bytes) -> None:
    """In the order in which it is told; no two slides have the same."""
    messages = titles(opened(content))
    assert messages[:4] == [
        "Evaluering af de fem principper for inddragelse af borgerne",
        "Princip 1 og 4 er fulgt, 2 delvist, 5 ikke, 3 har delt vurdering",
        "1. Formulerer tydelige rammer: Fulgt",
        "2. Lytter og er åben for nye idéer: Delvist fulgt",
    ]
    for part in (
        "Siden midtvejsevalueringen",
        "Princip 1 og 2: 6 af 7",
        "Deltagerne svarer højt",
        "1 rettelse",
    ):
        assert [title for title in messages if title.startswith(part)], part
    assert len(set(messages)) == len(messages)


def test_each_slide_has_notes_with_n_method_and_source(content: bytes) -> None:
    """Beside what is left out of the slide."""
    texts = [slide.notes_slide.notes_text_frame.text for slide in opened(content).slides]
    assert [text for text in texts if "Metode: " not in text or "Kilde: Øjenhøjde" not in text] == []
    assert "Udvalg, svar fra 7 af 7: trin 1: 0, trin 2: 0, trin 3: 1" in texts[2]
    assert "Kontrolsum (SHA-256): " in texts[0]


def test_each_slide_says_what_it_is(content: bytes, draft: Presentation) -> None:
    """Source, day and demonstration at the foot of each; a draft and a confidential version on each too."""
    for slide in opened(content).slides:
        foot = (
            "Kilde: Øjenhøjde, Ballerup Kommune · Data pr. 28. november 2025 · Runden er lukket ·"
            " Demonstrationsdata"
        )
        texts = [shape.text_frame.text for shape in shapes_of(slide.shapes) if shape.has_text_frame]
        assert foot in texts and "UDKAST" not in texts
    for slide in draft.slides:
        first, *_ = slide.shapes
        texts = [shape.text_frame.text for shape in shapes_of(slide.shapes) if shape.has_text_frame]
        assert (first.text_frame.text, first.rotation) == ("DRAFT", 340)
        assert [text for text in texts if text.startswith("Confidential version: ")]
        assert [text for text in texts if text.startswith("Confidential · Source: ") and "Draft: " in text]


def test_no_type_is_too_small(content: bytes, draft: Presentation) -> None:
    """14 points and more everywhere, in charts and tables too; the numbers in the bars 18 and bold."""
    for presentation in (opened(content), draft):
        assert min(sizes(presentation)) >= 14
        labels = [
            each for chart in charts_of(presentation) for each in chart._chartSpace.iter() if is_label(each)
        ]
        assert {(each.get("sz"), each.get("b")) for each in labels} == {("1800", "1")}


def sizes(presentation: Presentation) -> list[float]:
    """The size of every text, in points; where the slide says none, that of its layout or master."""
    points: list[float] = []
    for slide in presentation.slides:
        roots = [slide._element, *(shape.chart._chartSpace for shape in slide.shapes if shape.has_chart)]
        points += [int(each) / 100 for root in roots for each in root.xpath(".//@sz") if str(each).isdigit()]
        masters = (slide.slide_layout._element, slide.slide_layout.slide_master._element)
        points += [int(each) / 100 for root in masters for each in root.xpath(".//a:lvl1pPr/a:defRPr/@sz")]
    return points


def is_label(element: Any) -> bool:
    """Whether this is the type of all labels of a series."""
    path = [each.tag.rpartition("}")[2] for each in (element, *element.iterancestors())][:5]
    return path == ["defRPr", "pPr", "p", "txPr", "dLbls"]


def test_nothing_lies_outside_or_overflows(content: bytes, draft: Presentation) -> None:
    """Neither shapes nor texts."""
    for presentation in (opened(content), draft):
        assert outside(presentation) == []


def test_awkward_data_has_its_slides(awkward: Store) -> None:
    """Nobody answered, one body, forty with long names in other alphabets: nothing overflows, no row is
    lost.
    """
    presentation = opened(slides_content(awkward, ROUND, DA))
    assert outside(presentation) == []
    assert min(sizes(presentation)) >= 14
    actions = [
        row for rows in tables_on(presentation) if rows[0][0] == "Hvad der blev besluttet" for row in rows[1:]
    ]
    (decided,) = awkward.rows("select count(*) from actions")[0]
    assert len(actions) == decided
    facts = [
        row for rows in tables_on(presentation) if rows[0][0] == "Indikator" for row in rows[1:] if row[1]
    ]
    assert len(facts) == 22


def outside(presentation: Presentation) -> list[str]:
    """The shapes that lie outside their slide, and those whose text is higher than they are."""
    width, height = presentation.slide_width or 0, presentation.slide_height or 0
    faults = []
    for slide in presentation.slides:
        for shape in shapes_of(slide.shapes):
            if (
                min(shape.left, shape.top) < 0
                or shape.left + shape.width > width
                or shape.top + shape.height > height
            ):
                faults.append(f"{shape.name} outside: {shape.left}, {shape.top}")
            if shape.has_text_frame and shape.text_frame.text and not shape.rotation:
                needs = text_height(shape)
                if needs * EMU > shape.height * 1.02 + EMU:
                    faults.append(f"{shape.name}: {needs} of {shape.height / EMU}")
    return faults


def margin(shape: Any) -> float:
    """What a shape, or the layout's placeholder that it is made from, leaves free at its left, in points."""
    places = shape.part.slide_layout.placeholders if shape.is_placeholder else []
    same = [each for each in places if each.placeholder_format.idx == shape.placeholder_format.idx]
    insets = [each._element.xpath(".//a:bodyPr/@lIns") for each in (shape, *same)]
    return int(next((each[0] for each in insets if each), 0)) / EMU


def text_height(shape: Any) -> float:
    """How high a shape's text is in its width, in points."""
    frame, total = shape.text_frame, 0.0
    width = shape.width / EMU - 2 * margin(shape)
    own_size = 26 if shape.name.startswith("Title") else 14
    for paragraph in frame.paragraphs:
        size = max([run.font.size.pt for run in paragraph.runs if run.font.size], default=own_size)
        bold = any(run.font.bold for run in paragraph.runs)
        rows = lines(paragraph.text, width if frame.word_wrap is not False else 9999, size, bold=bold)
        total += len(rows) * size * 1.2
    return total


def test_charts_and_tables_have_words_for_those_who_cannot_see_them(content: bytes) -> None:
    """Every frame of a chart or a table has an alternative text."""
    frames = [
        shape
        for slide in opened(content).slides
        for shape in slide.shapes
        if shape.has_chart or shape.has_table
    ]
    texts = [frame._element.xpath("./p:nvGraphicFramePr/p:cNvPr/@descr") for frame in frames]
    assert len(texts) > 12 and all(text and text[0] for text in texts)


def test_language_and_title_are_set(content: bytes) -> None:
    """In the file's properties and on every run of text."""
    presentation = opened(content)
    properties = presentation.core_properties
    assert properties.language == "da-DK" and properties.title.endswith("· Slutevaluering 2022–2025")
    runs = [run for slide in presentation.slides for run in slide._element.xpath(".//a:r[a:t]/a:rPr")]
    assert len(runs) > 300 and {run.get("lang") for run in runs} == {"da-DK"}


def test_the_same_round_gives_the_same_bytes(content: bytes, demonstration: Store) -> None:
    """Nothing of the clock is in it, nor in the workbooks within."""
    assert slides_content(demonstration, CLOSED, DA) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        books = [archive.read(name) for name in archive.namelist() if name.endswith(".xlsx")]
    assert len(books) == 7
    for book in books:
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_names_say_what_they_are(demonstration: Store) -> None:
    """A draft and a confidential version too."""
    material = round_material(demonstration, find_round(demonstration, OPEN), with_confidential=True)
    assert slides_name(material, DA) == "Slides - Midtvejsevaluering 2026-2029 - udkast - lukket.pptx"


def test_the_offset_follows_edited_counts(words: Words) -> None:
    """The workbook reckons it from the counts: the longest bar to the left of the middle decides."""
    bars = [Bar("a", (1, 2, 2, 0, 0)), Bar("b", (0, 0, 1, 3, 1), not_answered=1)]
    columns = around_the_middle(bars, words)
    values = {column.name: column.values for column in columns}
    assert values["offset"] == (0, 3.5) and values["space"] == (4.5, 1)
    with zipfile.ZipFile(io.BytesIO(workbook(["a", "b"], columns))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    formulas = re.findall(r"<f>(.*?)</f>", sheet)
    assert formulas[:4] == [
        "MAX($K$2:$K$3)-K2",
        "MAX($L$2:$L$3)-L2+1",
        "C2+D2+(E2)/2",
        "F2+G2+(E2)/2",
    ]


def test_a_template_that_lacks_something_is_refused_with_its_name(demonstration: Store) -> None:
    """One that has everything is taken with its own look, and without the slides that stand in it."""
    material = round_material(demonstration, find_round(demonstration, CLOSED))
    own: Any = pptx.Presentation(str(TEMPLATE))
    own.slides.add_slide(own.slide_layouts[0]).shapes.title.text = "What stood in the template"
    place = own.slide_layouts.get_by_name("Round Table").placeholders[1]
    place.top, place.height = Pt(130), Pt(330)
    presentation = opened(slides_file(material, DA, saved(own)))
    assert "What stood in the template" not in titles(presentation)
    tops = {shape.top for slide in presentation.slides for shape in slide.shapes if shape.has_table}
    assert tops == {Pt(130)} and outside(presentation) == []
    place._element.getparent().remove(place._element)
    with pytest.raises(
        UnusableTemplate, match="layout “Round Table” lacks a placeholder of the kind “table”"
    ):
        slides_file(material, DA, saved(own))
    own.slide_layouts.get_by_name("Round Table").name = "Other"
    with pytest.raises(UnusableTemplate, match="lacks the layout “Round Table”"):
        slides_file(material, DA, saved(own))
    own.slide_width = own.slide_height
    with pytest.raises(UnusableTemplate, match="not 16:9"):
        slides_file(material, DA, saved(own))
    with pytest.raises(UnusableTemplate, match="no PowerPoint presentation"):
        slides_file(material, DA, b"%PDF-1.7")


def saved(presentation: Presentation) -> bytes:
    """The presentation as a file."""
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def test_a_text_too_long_for_its_place_is_shortened() -> None:
    """In the smallest type, between words, with an ellipsis; a long word goes on in the next line."""
    box = Box(0, 0, 200, 40)
    short = fitted(Paragraph("et to tre fire fem seks syv otte ni ti " * 9, 18), box, (14,))
    assert short.size == 14 and short.text.endswith(" …") and len(lines(short.text, 200, 14)) == 2
    assert "".join(lines("x" * 100, 200, 14)) == "x" * 100


def test_a_row_higher_than_a_slide_goes_on(words: Words) -> None:
    """No word of it is lost, and a heading is said again."""
    text = " ".join(str(number) for number in range(2000))
    rows = [("Name", "Text"), ("Heading",), ("a", text)]
    look = TableLook(Box(0, 0, 800, 300))
    pages = table_pages(table(rows, (30, 70)), look, words)
    parts = [row[1] for page in pages for row in page.rows if len(row) > 1]
    assert " ".join(parts) == text
    assert [page.rows[0][0] for page in pages] == ["Heading", *["Heading (continued)"] * (len(pages) - 1)]
    for page in pages:
        assert sum(look.height(row, page) for row in (page.header, *page.rows)) <= 300
