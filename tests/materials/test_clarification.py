"""The clarification as one page in Word: real headings and a table, in either language, cut where it is
long.
"""

import io
import shutil
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document

from data import queries
from data.database import Store
from data.models import ConsultationPlan
from data.queries.response_windows import ResponseWindow
from evaluation.clarification import plan_facts
from evaluation.clarification.definition import PlanFacts
from language import speak
from materials.documents.clarification import CUTS, clarification_name, word_clarification
from tests.materials.test_questionnaire import pages_of

TODAY = date(2026, 11, 28)
LONG = "Lange ord om " * 60
DAY = date(2027, 4, 5)
WINDOW = ResponseWindow(True, 5, 28, True, 4, 2, 1, True)
LONGEST_PLAN = ConsultationPlan(
    "c1",
    title=LONG,
    case_number="1" * 40,
    centre="Center for Borgerkontakt og Digitalisering",
    committee="Erhvervs-, Kultur- og Idrætsudvalget",
    frame_decided_on=DAY,
    frame_published_on=date(2027, 5, 1),
    open_to_influence=LONG,
    not_open=LONG,
    methods=("offentlig høring",) * 20,
    new_to_try=LONG,
    new_known_by=LONG,
    feedback_on=date(2029, 1, 1),
    feedback_how=LONG,
    proposal_on=DAY,
    decision_on=DAY,
    decisions_between=LONG,
    start_on=DAY,
    end_on=date(2027, 4, 10),
    plan_kind="municipal_plan_minor",
    groups=("people_with_disabilities",) * 20,
    beyond_how=LONG,
    businesses_relevant=True,
    scale="small",
    scale_reason=LONG,
    hours=900,
    agreed_on=TODAY,
    agreed_by=LONG,
    anything_open=True,
    lacks_reason=True,
    is_plan_hearing=True,
)
NORMS = {
    "plan_agenda_days": 8.0,
    "answering_days_min": 14.0,
    "feedback_days": 90.0,
    "holiday_window_max": 0.15,
    "scale_small_max_hours": 60.0,
    "scale_medium_max_hours": 250.0,
}


def opened(facts: PlanFacts, language: str) -> Document:
    """The file, as Word opens it."""
    return docx.Document(io.BytesIO(word_clarification(facts, speak(language))))


def upcoming(store: Store) -> PlanFacts:
    """The demonstration's plan that is not agreed yet."""
    plan = queries.clarifications.plan(store, "D26-17")
    assert plan
    return plan_facts(store, plan, TODAY)


def test_it_has_a_row_a_principle_what_to_look_at_and_the_agreement(demonstration: Store) -> None:
    """Under real headings, in the language that is set."""
    document = opened(upcoming(demonstration), "da")
    headings = [
        each.text for each in document.paragraphs if each.style and "Heading" in (each.style.name or "")
    ]
    assert headings == ["Det er planlagt", "Se på dette, før den begynder", "Aftale"]
    assert document.paragraphs[0].text == "Afklaring: Legeplads og opholdssteder i Ådalsparken"
    header, *rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert header == ["Princip", "Plan"]
    assert [name for name, _ in rows] == [
        "1. Tydelige rammer",
        "2. Åben for nye idéer",
        "3. På det rette tidspunkt",
        "4. Passende tid",
        "5. Bredt og relevant",
        "Ressourcer",
    ]
    assert rows[4][1] == "Grupper, der er berørt og spørges: Borgere og Forældre"
    items = [each.text for each in document.paragraphs if each.style and each.style.name == "List Bullet"]
    assert items[0] == "Der mangler en begrundelse for, at dette ikke er åbent. Skriv begrundelsen."
    assert document.paragraphs[-1].text == "Afklaringen er ikke aftalt endnu."
    assert document.core_properties.language == "da-DK"


def test_a_plan_with_nothing_to_say(demonstration: Store) -> None:
    """Says so in every row, and that nothing stands out."""
    document = opened(PlanFacts(ConsultationPlan("c1", "Sti"), TODAY), "en")
    assert {row.cells[1].text for row in document.tables[0].rows[1:]} == {"Not answered yet"}
    assert "Nothing stands out." in [each.text for each in document.paragraphs]


def test_one_that_has_started_is_not_warned_of(demonstration: Store) -> None:
    """Nor is it said that nothing stands out."""
    plan = queries.clarifications.plan(demonstration, "D26-04")
    assert plan
    texts = [each.text for each in opened(plan_facts(demonstration, plan, TODAY), "en").paragraphs]
    assert "What to look at before it starts" not in texts and "Nothing stands out." not in texts
    assert texts[-1] == "Agreed on 13\u00a0November\u00a02025 by By-, Trafik- og Klimaudvalget."


def test_long_answers_are_cut_and_people_s_text_is_text() -> None:
    """Signs of other languages and line breaks do no harm."""
    plan = ConsultationPlan("c1", "<w:b>{title}\n\x00 & =1+1", open_to_influence=LONG)
    document = opened(PlanFacts(plan, TODAY), "en")
    assert document.paragraphs[0].text == "Clarification: <w:b>{title} & =1+1"
    text = document.tables[0].rows[1].cells[1].text.removeprefix("Open to influence: ")
    assert (len(text), text[-1]) == (CUTS[0][0], "…")


def test_the_same_plan_gives_the_same_bytes_and_a_name() -> None:
    """No clock enters."""
    facts = PlanFacts(LONGEST_PLAN, TODAY, NORMS, WINDOW)
    assert word_clarification(facts, speak("da")) == word_clarification(facts, speak("da"))
    assert clarification_name("Plan 12/3", speak("da")) == "Afklaring - Plan 12 3.docx"


@pytest.mark.thorough
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice sets the page")
@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_one_page(language: str, tmp_path: Path) -> None:
    """With the longest answers and many warnings too."""
    facts = PlanFacts(LONGEST_PLAN, TODAY, NORMS, WINDOW, ("Sommerferie (juli)",) * 3)
    assert pages_of(word_clarification(facts, speak(language)), tmp_path) == 1
