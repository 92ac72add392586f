"""The minutes text of a body, read back from Word and from its plain text."""

import io
from dataclasses import replace

import docx
import pytest

from data import queries
from data.database import Store
from evaluation.earlier_words import EarlierWords
from evaluation.evaluate import find_round
from language import speak
from materials.documents.minutes import (
    bodies_with_minutes,
    minutes_document,
    minutes_names,
    minutes_text,
)
from materials.documents.round_material import RoundMaterial, round_material
from materials.documents.word import word_file
from materials.round_files import KINDS
from materials.round_parts import Order
from tests.materials.test_discussion_paper import text_of_word
from tests.support.awkward import NAMES
from tests.support.documents import minutes_files
from tests.support.registers import BODIES, ROUNDS, new_filled

CLOSED, OPEN = "2022-2025/endterm", "2026-2029/midterm"
DA, EN = speak("da"), speak("en")


@pytest.fixture(scope="module")
def closed(demonstration: Store) -> RoundMaterial:
    """The closed end-of-term round."""
    return round_material(demonstration, find_round(demonstration, CLOSED))


@pytest.fixture(scope="module")
def open_round(demonstration: Store) -> RoundMaterial:
    """The open mid-term round."""
    return round_material(demonstration, find_round(demonstration, OPEN))


def test_every_answer_of_the_body_stands_in_its_minutes(demonstration: Store, closed: RoundMaterial) -> None:
    """Step, reason and what else was written, principle by principle; of every body that submitted any."""
    for body in bodies_with_minutes(closed):
        text = minutes_text(demonstration, closed, body, DA)
        mine = [each.assessment for each in closed.statements if each.assessment.body == body]
        words = [each.justification for each in mine] + [each.to_change for each in mine]
        assert [each for each in words if each and each not in text] == []
        assert text.count("Vurdering: ") == len(mine)
    keys = [body.key for body in queries.bodies.expected(demonstration, CLOSED)]
    assert bodies_with_minutes(closed) == keys


def test_the_minutes_begin_with_the_meeting(demonstration: Store, closed: RoundMaterial) -> None:
    """The day where it is known, and the same words in Word as in the text that is copied."""
    text = minutes_text(demonstration, closed, "sou", DA)
    assert text.startswith("Den 8. oktober 2025 blev de fem principper")
    word = text_of_word(word_file(minutes_document(demonstration, closed, "sou", DA)))
    (footer,) = [section.footer for section in _opened(demonstration, closed).sections]
    in_word = f"{word}\n{footer.paragraphs[0].text}"
    assert [line for line in text.split("\n") if line not in in_word.replace("\xa0", " ")] == []


def _opened(store: Store, material: RoundMaterial) -> docx.document.Document:
    return docx.Document(io.BytesIO(word_file(minutes_document(store, material, "sou", DA))))


def test_consultations_are_named_with_their_case_numbers(demonstration: Store, closed: RoundMaterial) -> None:
    """So that whoever reads the minutes finds the case; one without a number by its title alone."""
    text = minutes_text(demonstration, closed, "tku", DA)
    assert "Lokalplan for boliger på Gartnerigrunden i Nordhøj (sag 01.02.05-P16-8-24), Cykelsti" in text
    (known,) = queries.consultations.case_numbers(demonstration, {"D24-01", "nope"}).items()
    assert known == ("D24-01", "01.02.03-P15-3-23")


def test_errata_and_what_the_file_is_stand_at_its_end(demonstration: Store, closed: RoundMaterial) -> None:
    """The erratum of the body that it names alone; that records are made up; the source."""
    ends = [
        "Begrundelse: Oplyst af grundejerforeningen, efter at runden var lukket.\n\n"
        "Demonstration: Registreringerne er opdigtede og siger intet om kommunen.\n"
        "Øjenhøjde, Ballerup Kommune · Data pr. 28. november 2025 · Demonstrationsdata"
    ]
    texts = {body: minutes_text(demonstration, closed, body, DA) for body in bodies_with_minutes(closed)}
    assert [body for body, text in texts.items() if "Rettelse af 10. december" in text] == ["tku"]
    assert texts["tku"].endswith(ends[0])


def test_an_open_round_is_a_draft_and_its_meeting_to_come(
    demonstration: Store, open_round: RoundMaterial
) -> None:
    """A missing answer is said; so are the draft and the day of a meeting that has not been held."""
    texts = [minutes_text(demonstration, open_round, body, EN) for body in bodies_with_minutes(open_round)]
    assert any("Nothing is submitted about this principle." in text for text in texts)
    assert all("\nDraft: the round is open" in text and "at the meeting on" in text for text in texts)
    assert "Draft: the round is open" in text_of_word(minutes_files(demonstration, OPEN, EN)[0])


def test_what_is_begun_is_said_to_be_a_draft(demonstration: Store, open_round: RoundMaterial) -> None:
    """With its words; confidential ones are withheld in the open version."""
    (draft, *_) = open_round.drafts
    body, reason = draft.assessment.body, draft.assessment.justification or ""
    text = minutes_text(demonstration, open_round, body, EN)
    assert reason and text.index("Draft: begun, but not submitted.") < text.index(reason)
    withheld = EarlierWords(replace(draft.assessment, justification=None), withheld=True)
    text = minutes_text(demonstration, replace(open_round, drafts=(withheld,)), body, EN)
    assert reason not in text and "Its words are closed and are not shown here." in text


def test_no_two_files_have_one_name(closed: RoundMaterial) -> None:
    """Also where long names begin alike; the marks of a draft and a confidential version stay."""
    names = {"a": f"{NAMES[0]} nord", "b": f"{NAMES[0]} syd", "c": NAMES[3]}
    thawed = replace(closed.snapshot, closed_on=None)
    marked = replace(closed, body_names=names, snapshot=thawed, with_confidential=True)
    files = minutes_names(marked, list(names), "docx", DA)
    assert files == {
        key: f"Protokoltekst - {name} - Slutevaluering 2022-2025 - udkast - lukket.docx"
        for key, name in {
            "a": f"{NAMES[0][:50]} a",
            "b": f"{NAMES[0][:50]} b",
            "c": NAMES[3],
        }.items()
    }


def test_there_is_a_file_in_word_and_one_of_text_for_each_body(
    demonstration: Store, open_round: RoundMaterial
) -> None:
    """The text as programs of Windows open it."""
    word, text = KINDS["minutes"].parts(Order(demonstration, open_round, DA))
    bodies = bodies_with_minutes(open_round)
    assert len(word.names) == len(text.names) == len(bodies)
    content = next(iter(text.made().files.values()))
    assert content.startswith("De fem principper".encode("utf-8-sig")) and b"\r\n" in content


def test_a_round_that_nobody_answered_has_no_minutes(tmp_path_factory: pytest.TempPathFactory) -> None:
    """There is no such part to offer."""
    path = tmp_path_factory.mktemp("bare") / "register.duckdb"
    store = new_filled(path, {"rounds": ROUNDS[1:], "bodies": BODIES})
    material = round_material(store, find_round(store, CLOSED))
    assert KINDS["minutes"].parts(Order(store, material, DA)) == []
    store.close()


def test_the_same_round_gives_the_same_bytes(demonstration: Store) -> None:
    """Whenever it is made; each file opens in Word's own reader."""
    first, second = (minutes_files(demonstration, OPEN, DA) for _ in range(2))
    assert first == second
    for content in first:
        assert docx.Document(io.BytesIO(content)).core_properties.language == "da-DK"
