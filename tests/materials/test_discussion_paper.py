"""The discussion paper of a body: what it holds, and that Word and PDF hold all of it."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from data import queries
from data.ballerup.translation import translate
from data.database import Store
from data.import_pipeline import take_in
from data.queries.indicator_counts import indicator_rows
from data.queries.selection import Selection
from evaluation.evaluate import NotEvaluable, find_round
from evaluation.findings import Measurement
from evaluation.principles import INDICATORS
from language import Sentence, Words, speak
from materials.documents.blocks import Heading, Table, Text
from materials.documents.discussion_paper.archive import all_papers
from materials.documents.discussion_paper.consultation_profiles import consultation_profiles
from materials.documents.discussion_paper.contents import Paper, paper
from materials.documents.discussion_paper.facts_table import result, value
from materials.documents.discussion_paper.layout import document
from materials.documents.discussion_paper.profile_layout import profile_body
from materials.documents.discussion_paper.questions import Grounds, missed, questions
from materials.documents.pdf import pdf_paper
from materials.documents.word import word_paper
from tests.support.ballerup import FOLDERS
from tests.support.registers import BODIES, ROUNDS, take_all

NOW, LAST = "2026-2029/midterm", "2022-2025/endterm"
ODD = r"#set text(red) [a] *b* _c_ $x$ \\ <w:b> & ~ @ref `code` // no 🦄 漢"
NORMS = {
    "on_plan_days": 14.0,
    "contradiction_share": 0.5,
    "lead_days_min": 60.0,
    "lead_days_max": 365.0,
    "holiday_window_max": 0.15,
    "decision_days_max": 90.0,
}


@pytest.fixture(params=["oek", "cbk", "ekf"], ids=["committee", "merged centre", "merged committee"])
def body_paper(demonstration: Store, request: pytest.FixtureRequest, words: Words) -> Paper:
    """A paper of the running round."""
    return paper(demonstration, find_round(demonstration, NOW), request.param, words)


def text_of_word(file: bytes) -> str:
    """Every text of the body, tables too, in order."""
    opened = docx.Document(io.BytesIO(file))
    return "\n".join(node.text or "" for node in opened.element.body.iter(qn("w:t")))


def text_of_pdf(file: bytes) -> str:
    """The text of every page, without its line breaks and the hyphens that Typst puts in."""
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(file)).pages)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def test_consultations_of_those_it_took_over_from_are_its_own(demonstration: Store, words: Words) -> None:
    """The centre that two became holds the consultations of all three, each once, the newest first."""
    register = queries.consultations.register(demonstration)
    of_round = register[
        (register["rounds"] == "2022-2025/midterm") & register["centre"].isin(["cbk", "cbt", "cme"])
    ]
    own_paper = paper(demonstration, find_round(demonstration, "2022-2025/midterm"), "cbk", words)
    assert [sheet.consultation for sheet in own_paper.profiles] == list(of_round["consultation"])
    assert own_paper.took_over_from == ("Center for Byplan og Trafik", "Center for Natur og Ejendomme")


def test_the_time_to_respond_is_that_of_the_indicators(demonstration: Store, words: Words) -> None:
    """Length and lost share of every profile are those that the indicators judge, or neither is there."""
    round_ = queries.rounds.oldest_first(demonstration)[0]
    norms = queries.norms.in_force(demonstration, round_.opening_day)
    selection = Selection(round_.period_from, round_.period_to)
    rows = indicator_rows(demonstration, selection, ["holiday_share", "window_days"], norms=norms)
    values = {(row.consultation, row.indicator): row.value for row in rows}
    for profile in consultation_profiles(demonstration, selection, norms):
        time = dict(profile.time)
        lost, length = time.get("Lost to days off"), time["Length"]
        share = values[profile.consultation, "holiday_share"]
        lost_share: Any = lost.values["share"] if isinstance(lost, Sentence) else None
        assert (lost_share and float(lost_share.value > norms["holiday_window_max"])) == share
        assert bool(length and "at least" in str(length)) == (
            False if share is None else bool(values[profile.consultation, "window_days"])
        )


def test_last_time_is_the_round_before(demonstration: Store, words: Words) -> None:
    """What it said, and what was decided with what became of it, comes from the previous held round."""
    own_paper = paper(demonstration, find_round(demonstration, NOW), "ekf", words)
    names = {each.assessment.name for chapter in own_paper.chapters for each in chapter.earlier_words}
    actions = [action.action for chapter in own_paper.chapters for action in chapter.actions]
    assert (own_paper.previous, names) == (LAST, {"Job- og Erhvervsudvalget", "Kultur- og Idrætsudvalget"})
    assert actions == [
        action.action for action in queries.actions.of_round(demonstration, LAST) if action.action in actions
    ]
    assert len(actions) == len(queries.actions.of_round(demonstration, LAST))


@pytest.mark.thorough
def test_own_closed_words_are_marked(demonstration: Store, words: Words) -> None:
    """A body sees its own closed words, with a mark; no other body's paper holds them."""
    own = document(paper(demonstration, find_round(demonstration, NOW), "cki", words), words)
    closed = [
        assessment.justification
        for assessment in queries.assessments.of_round(demonstration, LAST)
        if assessment.confidential
    ]
    assert (
        sum(getattr(block, "text", "").startswith("Closed words") for block in own.blocks) == len(closed) == 2
    )
    for body in ("ekf", "oek", "csd"):
        other = str(document(paper(demonstration, find_round(demonstration, NOW), body, words), words))
        assert not [text for text in closed if text and text[:40] in other]


def test_closed_words_of_a_predecessor_stay_closed(empty: Store, words: Words) -> None:
    """What a body said in closed words is withheld from the body that took over; the step is shown."""
    heir = {"body": "ny", "level": "centre", "name": "Ny By", "active_from": "2024-02-01", "succeeds": "by"}
    assessment = {
        "round": ROUNDS[0]["round"],
        "body": "by",
        "principle": "1",
        "rating": "2",
        "basis": "thin",
        "closed": "yes",
        "status": "submitted",
        "justification": "Hemmeligt",
        "dissent": "Skjult",
        "to_change": "Gemt",
    }
    take_all(empty, {"rounds": ROUNDS, "bodies": [*BODIES, heir], "assessments": [assessment]})
    own_paper = paper(empty, find_round(empty, ROUNDS[1]["round"]), "ny", words)
    (earlier,) = own_paper.chapters[0].earlier_words
    assert (earlier.withheld, earlier.assessment.rating, earlier.assessment.justification) == (True, 2, None)
    assert not re.search("Hemmeligt|Skjult|Gemt", str(own_paper) + text_of_word(word_paper(own_paper, words)))


def fact(
    indicator: str, numerator: int | None, denominator: int, *, unknown: int = 0, **other: object
) -> Measurement:
    """A measurement that misses its norm of 90 %, unless told otherwise."""
    share = (numerator or 0) / denominator
    measurement = Measurement(
        indicator, numerator, denominator, unknown, share, INDICATORS[indicator].unit, 0.9, False, denominator
    )
    return replace(measurement, **other)  # type: ignore[arg-type]


ASKED = [
    (fact("frame_published", 4, 7), "In 3 of 7 consultations, the frame was published after the start."),
    (
        fact("frame_published", 4, 7, unknown=1),
        "In 3 of the 7 consultations where it is known, the frame was",
    ),
    (fact("frame_published", 0, 2), "In each of the 2 consultations, the frame"),
    (fact("frame_published", 0, 1), "In the only consultation, the frame"),
    (fact("input_effect", 1, 3), "In 2 of the 3 decided consultations where it is known, the input"),
    (fact("frame_reasoned", 0, 1), "In the only consultation that names something as not open, no reason"),
    (fact("on_plan", 1, 2), "In 1 of 2 consultations, the end lay more than 14 days from the planned one."),
    (fact("answered", 19, 20), "1 of 20 contributions is not recorded"),
    (fact("answered", 10, 20), "10 of 20 contributions are not recorded"),
    (fact("answered", 0, 1), "The only contribution is not"),
    (
        fact("groups", None, 4, value=2.0, norm=3.0),
        "The middle number of groups that took part was 2 groups, known for 4",
    ),
    (
        fact("groups", None, 1, value=1.0, norm=3.0),
        "The number of groups that took part is known for one consultation: 1 group (",
    ),
    (
        fact("lead_days", 1, 3),
        "In 2 of the 3 consultations from which a decision was expected, the decision did not come from 60"
        " days to 365 days after the start.",
    ),
    (
        fact("holiday_share", 2, 3, norm=0.2),
        "In 2 of the 3 consultations with a known period to respond in, more than 15% of the weekdays",
    ),
]


@pytest.mark.parametrize(("measurement", "begins"), ASKED, ids=[begins[:40] for _, begins in ASKED])
def test_a_missed_norm_asks(measurement: Measurement, begins: str) -> None:
    """Each figure of the question is that of the fact, and one is said as one."""
    assert str(missed(measurement, NORMS)).startswith(begins)


def test_every_indicator_with_a_norm_has_a_question() -> None:
    """Whatever can miss its norm can be asked about."""
    for name, indicator in INDICATORS.items():
        if indicator.norm != "reported":
            norm = 0.9 if indicator.norm == "at_least" else 0.1
            assert missed(
                fact(name, None if indicator.measure == "median" else 1, 3, value=0.33, norm=norm), NORMS
            ), name


def test_questions_without_data_are_the_principles_own(words: Words) -> None:
    """Three questions, and no figure in any of them."""
    for number in range(1, 7):
        sentences = questions(Grounds(number, "committee", (), {}, (), (), NORMS, None))
        assert len(sentences) == 3
        assert not re.search(r"\d", " ".join(map(str, sentences)))


TURNED = [(5, 5, True), (4, 9, False), (9, 4, False)]


@pytest.mark.parametrize(("known_before", "known", "is_question"), TURNED)
def test_a_turned_fact_is_asked_about_where_enough_is_known(
    known_before: int, known: int, is_question: bool
) -> None:
    """Two shares of a handful of consultations each are no change."""
    before = {"frame_published": replace(fact("frame_published", known_before, known_before), met=True)}
    now = fact("frame_published", 1, known)
    text = " ".join(map(str, questions(Grounds(1, "committee", (now,), before, (), (), NORMS, None))))
    assert ("What lies behind the change?" in text) is is_question


def test_last_times_step_against_the_facts_now(demonstration: Store) -> None:
    """A high step and most facts missing their norm are laid side by side, and so is a low step with most
    facts meeting it.
    """
    assessment = queries.assessments.of_round(demonstration, LAST, 1)[0]
    facts = (fact("frame_published", 1, 3), fact("frame_reasoned", 1, 3))
    for rating, met, text in (
        (5, False, "2 of the 2 facts that can be held against a norm miss it"),
        (1, True, "meet it"),
        (3, False, ""),
    ):
        measurements = tuple(replace(each, met=met) for each in facts)
        grounds = Grounds(
            1, "committee", measurements, {}, (replace(assessment, rating=rating),), (), NORMS, None
        )
        assert text in " ".join(map(str, questions(grounds)))
        assert ("Last time" in " ".join(map(str, questions(grounds)))) is bool(text)


def test_hours_raise_a_question_only_where_they_tell(demonstration: Store, words: Words) -> None:
    """Without a large or a small matter whose hours are known, nothing is said of effort and size."""
    for body in ("cki", "cbk"):
        text = " ".join(
            map(str, paper(demonstration, find_round(demonstration, NOW), body, words).chapters[5].questions)
        )
        assert ("The effort followed" in text) is (body == "cbk")


def test_three_or_four_questions_each(body_paper: Paper) -> None:
    """Never fewer, never more, none twice."""
    for chapter in body_paper.chapters:
        texts = [str(question) for question in chapter.questions]
        assert 3 <= len(texts) <= 4
        assert len(set(texts)) == len(texts)


def test_nothing_known_is_never_nought(words: Words) -> None:
    """An indicator without a known case says so, and few cases are counted rather than given in per cent."""
    unknown = Measurement("frame_published", 0, 0, 3, None, "share", 0.9, None, 0)
    assert (value(unknown, words), result(unknown, words)) == ("no known case", "no known case")
    few = fact("frame_published", 1, 3)
    assert (value(few, words), result(few, words)) == ("1 of 3", "not met, few cases")


@pytest.mark.thorough
@pytest.mark.parametrize("code", ["en", "da"])
def test_word_holds_everything(body_paper: Paper, code: str) -> None:
    """Every consultation, every row of every table under a marked header, the language and A4 paper."""
    words = speak(code)
    content, opened = document(body_paper, words), docx.Document(io.BytesIO(word_paper(body_paper, words)))
    tables = [block for block in content.blocks if isinstance(block, Table)]
    headings = [
        (f"Heading {block.level}", block.text) for block in content.blocks if isinstance(block, Heading)
    ]
    styled = [(str(p.style and p.style.name), p.text) for p in opened.paragraphs]
    assert [(style, text) for style, text in styled if style.startswith("Heading")] == headings
    assert [len(table.rows) - 1 for table in opened.tables] == [len(table.rows) for table in tables]
    first_rows: list[Any] = [table._tbl.tr_lst[0].trPr for table in opened.tables]
    assert all(row.find(qn("w:tblHeader")) is not None for row in first_rows)
    assert opened.core_properties.language == {"da": "da-DK", "en": "en-GB"}[code]
    assert opened.core_properties.title == content.title
    assert {tag.get(qn("w:val")) for tag in opened.styles.element.iter(qn("w:lang"))} == {
        opened.core_properties.language
    }
    section: Any = opened.sections[0]
    assert section.page_width.mm == pytest.approx(210, 0.01)
    assert section.page_height.mm == pytest.approx(297, 0.01)


@pytest.mark.thorough
@pytest.mark.parametrize("code", ["en", "da"])
def test_pdf_holds_everything(body_paper: Paper, code: str) -> None:
    """Every cell of every table is there, the file is tagged, named and of its language."""
    words = speak(code)
    file = pdf_paper(body_paper, words)
    opened, text = PdfReader(io.BytesIO(file)), squeezed(text_of_pdf(file))
    cells = [
        cell
        for block in document(body_paper, words).blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
    ]
    assert [cell for cell in cells if squeezed(cell) not in text] == []
    root: Any = opened.trailer["/Root"]
    assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"])) == ({"da": "da-DK", "en": "en-GB"}[code], True)
    assert opened.metadata is not None
    assert opened.metadata.title == document(body_paper, words).title
    assert b"pdfuaid" in file


def test_pdf_tables_have_all_rows(body_paper: Paper, words: Words) -> None:
    """Rows are counted in the tags: a header row for each table and one for each row, heading rows too."""
    opened = PdfReader(io.BytesIO(pdf_paper(body_paper, words)))
    root: Any = opened.trailer["/Root"]
    rows = sum(1 for kind in _kinds(root["/StructTreeRoot"]) if kind == "/TR")
    tables = [block for block in document(body_paper, words).blocks if isinstance(block, Table)]
    assert rows == sum(len(table.rows) + 1 for table in tables)


def _kinds(element: object) -> Iterator[str]:
    """The kind of every element of a PDF's tree of tags."""
    element = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(element, list):
        for child in element:
            yield from _kinds(child)
    elif isinstance(element, dict):
        if "/S" in element:
            yield str(element["/S"])
        yield from _kinds(element.get("/K", []))


@pytest.mark.parametrize("code", ["en", "da"])
def test_a_body_with_two_cases_gets_three_pages(demonstration: Store, code: str) -> None:
    """Nothing begins a page of its own, and everything stands once."""
    words = speak(code)
    own_paper = paper(demonstration, find_round(demonstration, NOW), "oek", words)
    assert len(own_paper.profiles) == 2
    assert len(PdfReader(io.BytesIO(pdf_paper(own_paper, words))).pages) <= 3
    content = document(own_paper, words)
    assert not any(block.new_page for block in content.blocks if isinstance(block, Heading))
    assert [text_of_word(word_paper(own_paper, words)).count(each.title) for each in own_paper.profiles] == [
        1,
        1,
    ]


def test_what_nobody_knows_is_left_out(empty: Store, words: Words) -> None:
    """Neither facts without a case nor records that are empty have a row; the facts are named once."""
    consultation = {"consultation": "c1", "title": "Bro", "committee": "plan", "start_on": "2023-03-10"}
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES, "consultations": [consultation]})
    content = document(paper(empty, find_round(empty, ROUNDS[0]["round"]), "plan", words), words)
    tables = [block for block in content.blocks if isinstance(block, Table)]
    assert tables[-1].rows == (("Bro",), ("Who", "Planudvalget"), ("Time", "Started: 10/03/2023"))
    assert not any(
        cell in ("no known case", "not recorded") for table in tables for row in table.rows for cell in row
    )
    (left_out,) = [
        block.text for block in content.blocks if isinstance(block, Text) and block.text.startswith("No case")
    ]
    assert "contributions answered" in left_out.lower()


@pytest.mark.thorough
def test_same_paper_same_bytes(demonstration: Store, words: Words) -> None:
    """Neither file holds the clock."""
    first, second = (paper(demonstration, find_round(demonstration, NOW), "oek", words) for _ in range(2))
    assert first == second
    assert pdf_paper(first, words) == pdf_paper(second, words)
    file = word_paper(first, words)
    assert file == word_paper(second, words)
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_body_without_consultations(empty: Store, words: Words) -> None:
    """Its paper has the municipality's values, the questions and no sheet; nothing is 0 %."""
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES})
    own_paper = paper(empty, find_round(empty, ROUNDS[0]["round"]), "plan", words)
    text = text_of_word(word_paper(own_paper, words))
    assert (own_paper.profiles, own_paper.previous, own_paper.demonstration) == ((), None, False)
    assert "Planudvalget had no consultation in the period." in text
    assert "No case is known of: " in text
    assert not re.search(r"\b0 ?%|Demonstration", text)
    assert squeezed("There is no earlier round") in squeezed(text_of_pdf(pdf_paper(own_paper, words)))


@pytest.mark.thorough
def test_markup_is_shown_as_itself(empty: Store, words: Words) -> None:
    """What people write is text: neither Typst nor Word reads it. A sign that no typeface draws shows its
    number in the PDF.
    """
    consultation = {
        "consultation": "c1",
        "title": ODD,
        "summary": ODD,
        "committee": "plan",
        "start_on": "2023-01-10",
        "end_on": "2023-02-20",
        "effect_note": ODD,
        "methods": "møde",
    }
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES, "consultations": [consultation]})
    own_paper = paper(empty, find_round(empty, ROUNDS[0]["round"]), "plan", words)
    assert text_of_word(word_paper(own_paper, words)).count(ODD) == 3  # title, summary, what changed
    text = squeezed(text_of_pdf(pdf_paper(own_paper, words)))
    assert text.count(squeezed(ODD[:-3])) == 3
    assert text.count("🦄") + text.count("[U+1F984]") == text.count("漢") + text.count("[U+6F22]") == 3


def test_an_odd_order_of_dates_is_named(empty: Store, words: Words) -> None:
    """The sheet says which two dates can't be right, and gives no window."""
    consultation = {
        "consultation": "c1",
        "title": "Bro",
        "committee": "plan",
        "start_on": "2023-03-10",
        "end_on": "2023-02-20",
    }
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES, "consultations": [consultation]})
    (sheet,) = paper(empty, find_round(empty, ROUNDS[0]["round"]), "plan", words).profiles
    assert [str(remark) for remark in sheet.remarks] == [
        "The dates are in an odd order: “Ended” lies before “Started”. No fact uses the two together."
    ]
    assert sheet.time[0] == ("Length", None)


def test_one_that_goes_on_has_no_end_that_nobody_recorded(empty: Store, words: Words) -> None:
    """The sheet says so in place of a day, as the pages do, and it has no length."""
    consultation = {
        "consultation": "c1",
        "title": "Bro",
        "committee": "plan",
        "start_on": "2023-03-10",
        "no_end": "yes",
    }
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES, "consultations": [consultation]})
    own_paper = paper(empty, find_round(empty, ROUNDS[0]["round"]), "plan", words)
    rows = [
        row
        for block in profile_body(own_paper.profiles[0], words)
        if isinstance(block, Table)
        for row in block.rows
    ]
    assert ("Ended", "Goes on without an end") in rows
    assert "Length" not in dict(own_paper.profiles[0].time)


@pytest.mark.thorough
def test_many_consultations_are_all_there(empty: Store, words: Words) -> None:
    """Forty consultations: each once, in Word and in PDF."""
    rows = [
        {
            "consultation": f"c{n:02}",
            "title": f"Inddragelse {n:02}",
            "centre": "by",
            "start_on": "2023-01-10",
            "end_on": "2023-02-20",
        }
        for n in range(40)
    ]
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES, "consultations": rows})
    own_paper = paper(empty, find_round(empty, ROUNDS[0]["round"]), "by", words)
    text, word = text_of_pdf(pdf_paper(own_paper, words)), text_of_word(word_paper(own_paper, words))
    assert len(own_paper.profiles) == 40
    assert [
        row["title"] for row in rows if text.count(row["title"]) != 1 or word.count(row["title"]) != 1
    ] == []


def test_meeting_day_is_the_registers_or_the_one_given(empty: Store, words: Words) -> None:
    """A day that is given goes before the one in the register."""
    take_all(
        empty,
        {
            "rounds": ROUNDS,
            "bodies": BODIES,
            "meetings": [{"round": ROUNDS[0]["round"], "body": "plan", "meets_on": "2024-02-06"}],
        },
    )
    own_paper = paper(empty, find_round(empty, ROUNDS[0]["round"]), "plan", words)
    assert " · Meeting: 6 February 2024 · " in document(own_paper, words).front[0].text
    assert paper(
        empty, find_round(empty, ROUNDS[0]["round"]), "plan", words, meets_on=date(2024, 3, 5)
    ).meets_on == date(2024, 3, 5)


def test_an_unknown_round_says_so(demonstration: Store, words: Words) -> None:
    """As everywhere else, with the rounds there are."""
    with pytest.raises(NotEvaluable):
        paper(demonstration, find_round(demonstration, "1999/midterm"), "oek", words)


@pytest.mark.thorough
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_real_body_with_its_gaps(empty: Store, words: Words, folder: Path) -> None:
    """A real centre: its gaps are named once, and nothing is called a demonstration."""
    take_in(empty, translate(folder)[0], "tester")
    own_paper = paper(empty, find_round(empty, "2018-2021/midterm"), "center-for-by-erhverv-og-miljoe", words)
    keys = empty.rows(
        "select count(*) from counted_consultations where centre = 'center-for-by-erhverv-og-miljoe' and"
        " counted_on between '2018-01-01' and '2019-12-31'"
    )
    text = text_of_pdf(pdf_paper(own_paper, words))
    assert len(own_paper.profiles) == keys[0][0]
    assert "No case is known of: " in text and "not recorded" not in text
    assert "Demonstration" not in text
    assert word_paper(own_paper, words)


def test_the_pack_holds_both_papers_of_every_body(empty: Store) -> None:
    """Named by body and round, as people read them."""
    take_all(empty, {"rounds": ROUNDS, "bodies": BODIES})
    chosen = find_round(empty, ROUNDS[0]["round"])
    with zipfile.ZipFile(
        io.BytesIO(all_papers(empty, chosen, queries.bodies.expected(empty, chosen.key), speak("da")))
    ) as archive:
        names = archive.namelist()
    assert names == [
        f"Drøftelsesoplæg - {body} - Midtvejsevaluering 2022-2025.{kind}"
        for body in ("Planudvalget", "Center for By")
        for kind in ("docx", "pdf")
    ]


ANSWERS = [
    {"consultation": "leg", "principle": "1", "n3": "4", "n4": "9", "dont_know": "2"},
    {"consultation": "bus", "principle": "1", "n1": "3"},
    {"consultation": "bus", "principle": "2", "n5": "2"},
    {"consultation": "leg", "principle": "meaningful", "n5": "6"},
]


@pytest.fixture
def with_participants(empty: Store) -> Store:
    """The centre's own consultation was asked about the first principle and whether it was meaningful; that
    of another centre about the first too, and by two about the second.
    """
    other = {"body": "kultur", "level": "centre", "name": "Center for Kultur", "active_from": "2018-01-01"}
    rows = [
        {
            "consultation": key,
            "title": key,
            "start_on": "2025-03-01",
            "end_on": "2025-03-10",
            "centre": centre,
        }
        for key, centre in (("leg", "by"), ("bus", "kultur"))
    ]
    records = {"rounds": ROUNDS, "bodies": [*BODIES, other], "consultations": rows, "experiences": ANSWERS}
    take_all(empty, records)
    return empty


def participants_lines(store: Store, body: str) -> list[str]:
    """What a paper says of participants, under each principle where it does."""
    words = speak("en")
    blocks = document(paper(store, find_round(store, LAST), body, words), words).blocks
    texts = [block.text for block in blocks if isinstance(block, Text)]
    return [text for text in texts if text.startswith("Participants were asked")]


def test_a_body_s_own_participants_stand_beside_all(with_participants: Store) -> None:
    """The question, its own answers with their counts, and all; nothing where none of its own was asked."""
    assert participants_lines(with_participants, "by") == [
        "Participants were asked: “To what degree was it clear to you what you could influence, and what was"
        " not open to discussion?” Here: “To a high degree” (4), 13 answers (steps 1 to 5: 0 – 0 – 4 – 9 – 0;"
        " don't know: 2). Whole municipality: “To a high degree” (4), 16 answers."
    ]


def test_few_participants_are_not_shown_one_by_one(with_participants: Store) -> None:
    """Three of its own could be guessed: only how many."""
    first, second = participants_lines(with_participants, "kultur")
    assert "Here: 3 answers, too few. Whole municipality: “To a high degree” (4), 16 answers." in first
    assert "Here: 2 answers, too few. Whole municipality: 2 answers, too few." in second


def test_whether_it_was_meaningful_stands_at_a_glance(with_participants: Store) -> None:
    """Only of the body's own participants."""
    words = speak("en")
    papers = {
        body: document(paper(with_participants, find_round(with_participants, LAST), body, words), words)
        for body in ("by", "kultur")
    }
    sentence = (
        "Was it meaningful and relevant to the participants? 1 consultation asked its participants. 6"
        " answered; the middle answer is “To a very high degree” (5)."
    )
    glances = {body: str(content.blocks[0]) for body, content in papers.items()}
    assert sentence in glances["by"]
    assert "Was it meaningful" not in glances["kultur"]
