"""The minutes text of a body and the letter to the next council, read back from Word and from their text."""

import io
import json

import docx
import pytest

from data import queries
from data.database import Store
from evaluation.evaluate import find_round
from evaluation.snapshot import evaluation_json
from language import speak
from materials.documents.handover_letter import handover_name, has_handover
from materials.documents.minutes import bodies_with_minutes, minutes_document, minutes_name, minutes_text
from materials.documents.round_material import RoundMaterial, round_material
from materials.documents.word import word_file
from materials.round_files import KINDS, Order
from tests.materials.test_discussion_paper import text_of_word
from tests.support.documents import handover_file, minutes_files, tables_of
from tests.support.registers import BODIES, ROUNDS, new_filled

CLOSED, OPEN = "2022-2025/endterm", "2026-2029/midterm"
DA, EN = speak("da"), speak("en")


@pytest.fixture(scope="module")
def closed(demonstration: Store) -> RoundMaterial:
    """The closed end-of-term round."""
    return round_material(demonstration, find_round(demonstration, CLOSED))


def test_every_answer_of_the_body_stands_in_its_minutes(demonstration: Store, closed: RoundMaterial) -> None:
    """Step, reason and what else was written, principle by principle; of every body that submitted any."""
    for body in bodies_with_minutes(closed):
        text = minutes_text(demonstration, closed, body, DA)
        mine = [each.assessment for each in closed.statements if each.assessment.body == body]
        words = [each.justification for each in mine] + [each.to_change for each in mine]
        assert [each for each in words if each and each not in text] == []
        assert text.count("Vurdering: ") == len(mine)
    asked = [body.key for body in queries.bodies.expected(demonstration, CLOSED)]
    assert bodies_with_minutes(closed) == [body for body in asked if body in bodies_with_minutes(closed)]


def test_the_minutes_begin_with_the_meeting(demonstration: Store, closed: RoundMaterial) -> None:
    """The day where it is known, and the same words in Word as in the text that is copied."""
    text = minutes_text(demonstration, closed, "sou", DA)
    assert text.startswith("Den 8. oktober 2025 blev de fem principper")
    word = text_of_word(word_file(minutes_document(demonstration, closed, "sou", DA)))
    assert [line for line in text.split("\n") if line and line not in word] == []
    name = minutes_name(closed, "sou", DA)
    assert name == "Protokoltekst - Social- og Handicapudvalget - Slutevaluering 2022-2025.docx"


def test_a_missing_answer_is_said(demonstration: Store) -> None:
    """Of an open round, which is a draft."""
    material = round_material(demonstration, find_round(demonstration, OPEN))
    texts = [minutes_text(demonstration, material, body, EN) for body in bodies_with_minutes(material)]
    assert any("Nothing is submitted about this principle." in text for text in texts)
    assert "Draft: the round is open" in text_of_word(minutes_files(demonstration, OPEN, EN)[0])


def test_the_letter_says_the_verdicts_of_both_rounds(demonstration: Store) -> None:
    """As both frozen results have them, with the moves between them."""
    letter = handover_file(demonstration, CLOSED, EN)
    (rows,) = tables_of(letter).values()
    before, now = (
        json.loads(evaluation_json(demonstration, find_round(demonstration, key)))["principles"]
        for key in ("2022-2025/midterm", CLOSED)
    )
    names = {
        "followed": "Followed",
        "partly": "Partly followed",
        "not_followed": "Not followed",
        "contested": "Contested",
        "insufficient": "Insufficient basis",
    }

    def final(principle: dict[str, dict[str, str]]) -> str:
        return names[principle["verdict"]["override"] or principle["verdict"]["proposed"]]

    moves = [" / ".join(str(each["change"][move]) for move in ("up", "same", "down")) for each in now]
    expected = [[final(old), final(new), move] for old, new, move in zip(before, now, moves, strict=True)]
    assert [row[1:] for row in rows[1:]] == expected


def test_what_is_left_to_do_is_named(demonstration: Store) -> None:
    """Every action that is not done, with who and by when; those that are done are counted."""
    text = text_of_word(handover_file(demonstration, CLOSED, DA))
    actions = [
        action
        for key in ("2022-2025/midterm", CLOSED)
        for action in queries.actions.of_round(demonstration, key)
    ]
    still_open = [action for action in actions if action.state in ("planned", "started")]
    assert still_open and [action.text for action in still_open if action.text not in text] == []
    assert f"{len(actions)} opfølgningspunkter: 6 udført" in text


def test_only_a_round_that_ends_a_term_has_a_letter(demonstration: Store, closed: RoundMaterial) -> None:
    """Neither the page nor the command speaks of it else."""
    material = round_material(demonstration, find_round(demonstration, OPEN))
    assert (has_handover(closed), has_handover(material)) == (True, False)
    assert KINDS["handover"].parts(Order(demonstration, material, DA)) == []
    assert handover_name(closed, DA) == "Overleveringsbrev - Slutevaluering 2022-2025.docx"


def test_a_round_that_nobody_answered_has_no_minutes(tmp_path_factory: pytest.TempPathFactory) -> None:
    """And its letter says what is not known yet, without a table of a round before."""
    path = tmp_path_factory.mktemp("bare") / "register.duckdb"
    store = new_filled(path, {"rounds": ROUNDS[1:], "bodies": BODIES})
    material = round_material(store, find_round(store, CLOSED))
    assert KINDS["minutes"].parts(Order(store, material, DA)) == []
    text = text_of_word(handover_file(store, CLOSED, EN))
    assert "The conclusion is not written yet." in text and "No action is recorded." in text
    store.close()


def test_the_same_round_gives_the_same_bytes(demonstration: Store) -> None:
    """Whenever it is made; each file opens in Word's own reader."""
    first, second = (
        [handover_file(demonstration, CLOSED, DA), *minutes_files(demonstration, CLOSED, DA)[:2]]
        for _ in range(2)
    )
    assert first == second
    for content in first:
        assert docx.Document(io.BytesIO(content)).core_properties.language == "da-DK"
