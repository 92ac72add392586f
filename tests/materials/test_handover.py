"""The letter to the next council, read back from Word."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from data import queries
from data.database import Store
from evaluation.evaluate import find_round
from evaluation.snapshot import evaluation_json
from language import speak
from materials.documents.case.case_document import case_document
from materials.documents.handover.handover_letter import handover_document, handover_name, has_handover
from materials.documents.round_material import round_material
from materials.documents.word import word_file
from materials.round_files import KINDS
from materials.round_parts import Order
from materials.slides.contradiction_slide import contradiction_title
from tests.materials.test_discussion_paper import text_of_word
from tests.support.documents import dot, handover_file, tables_of
from tests.support.registers import BODIES, ROUNDS, new_filled

BEFORE, CLOSED, OPEN = "2022-2025/midterm", "2022-2025/endterm", "2026-2029/midterm"
DA, EN = speak("da"), speak("en")
VERDICTS = {
    "followed": "Followed",
    "partly": "Partly followed",
    "not_followed": "Not followed",
    "contested": "Contested",
    "insufficient": "Insufficient basis",
}


NOBODY_APART = (
    "Under no principle do the answers stand against each other, and no minority stands against a verdict."
)


@pytest.fixture(scope="module")
def letter(demonstration: Store) -> bytes:
    """The English letter of the demonstration's closed term."""
    return handover_file(demonstration, CLOSED, EN)


def test_it_says_the_verdicts_of_both_rounds(demonstration: Store, letter: bytes) -> None:
    """As both frozen results have them, with the moves between them."""
    rows = tables_of(letter)[
        "The verdicts of the term, with how many committees and centres rated higher, the same and lower"
    ]
    before, now = (
        json.loads(evaluation_json(demonstration, find_round(demonstration, key)))["principles"]
        for key in (BEFORE, CLOSED)
    )

    def final(principle: dict[str, dict[str, str]]) -> str:
        return VERDICTS[principle["verdict"]["override"] or principle["verdict"]["proposed"]]

    moves = [" / ".join(str(each["change"][move]) for move in ("up", "same", "down")) for each in now]
    expected = [[final(old), final(new), move] for old, new, move in zip(before, now, moves, strict=True)]
    assert rows[0][1:3] == ["Mid-term 2022–2025", "End of term 2022–2025"]
    assert [row[1:4] for row in rows[1:]] == expected
    assert [row[4] for row in rows[1:]][0] == "“To a lesser degree” (2), 608 answers"


def test_it_says_what_rose_and_fell_and_what_participants_said(letter: bytes) -> None:
    """And of which moves chance is no explanation."""
    text = text_of_word(letter)
    for sentence in (
        "Under principles 1, 2 and 4 more rate higher than lower.",
        "Under principles 3 and 5 more rate lower than higher.",
        "Only under principle 1 is that more than chance would bring about.",
        "Was it meaningful and relevant to the participants? 14 consultations asked their participants.",
    ):
        assert sentence in text


def test_what_was_promised_is_named(demonstration: Store, letter: bytes) -> None:
    """Those that are over with what became of them, those that are left to do with who and by when; and that
    this is as the register stands.
    """
    text = text_of_word(letter).replace("\xa0", " ")
    actions = [action for key in (BEFORE, CLOSED) for action in queries.actions.of_round(demonstration, key)]
    left = [action for action in actions if action.state in ("planned", "started")]
    rows = tables_of(letter)["What was done, and what was dropped"][1:]
    assert len(left) + len(rows) == len(actions) and left
    assert [action.text for action in left if action.text not in text] == []
    assert [action.outcome for action in actions if (action.outcome or "") not in text] == []
    assert f"{len(actions)} actions: 2 planned, 4 started, 6 done and 2 dropped." in text
    day = EN.date(queries.history.last_changed_on(demonstration))
    assert f"What became of it is told as the register stood on {day}." in text


def test_what_has_come_of_an_open_action_is_told(own_register: Path) -> None:
    """Somebody wrote it before the action ended."""
    action = {
        "action": "a1",
        "round": CLOSED,
        "principle": "1",
        "text": "Tidligere varsel",
        "state": "started",
        "outcome": "Prøvet i to sager.",
    }
    store = new_filled(own_register, {"rounds": ROUNDS[1:], "bodies": BODIES, "actions": [action]})
    text = text_of_word(handover_file(store, CLOSED, EN)).replace("\xa0", " ")
    store.close()
    _, left = text.split("Left to you:")
    assert "Tidligere varsel" in left and "Prøvet i to sager." in left


def test_it_says_where_levels_differ_and_what_to_look_at(letter: bytes) -> None:
    """Contested principles, contradictions, principles that are not followed, and what the register lacks."""
    _, differences = text_of_word(letter).split("Where we did not see the same")
    for part in (
        (
            "3. Involves people as early and as relevantly as possible: Committees and centres see it"
            " differently"
        ),
        "but all 4 facts with a norm miss it",
        "5. Involves citizens broadly and relevantly: not followed.",
        "18 consultations of 28 lack something that a fact can't be told without, most often “Hours spent”",
    ):
        assert part in differences


@pytest.mark.parametrize(
    ("principle", "override", "expected"),
    [(3, "partly", "Committees and centres see it differently"), (1, "contested", NOBODY_APART)],
)
def test_answers_stand_apart_whatever_the_secretary_decides(
    demonstration: Store, principle: int, override: str, expected: str
) -> None:
    """Where the rules say contested and the secretary does not, letter and slide say how; where they propose
    another verdict, its reasons are not given as a difference.
    """
    material = round_material(demonstration, find_round(demonstration, CLOSED))
    finding = next(each for each in material.evaluation.principles if each.principle == principle)
    verdict = replace(finding.verdict, override=override, override_reason="Because.", minority=None)
    finding = replace(finding, verdict=verdict, contradiction=False)
    evaluation = replace(material.evaluation, principles=(finding,))
    own = replace(material, snapshot=replace(material.snapshot, evaluation=evaluation))
    letter = text_of_word(word_file(handover_document(demonstration, own, EN)))
    _, differences = letter.split("Where we did not see the same")
    assert expected in differences.split("What you may look at first")[0]
    stand_apart = expected != NOBODY_APART
    assert contradiction_title((finding,), EN).startswith("Under principle 3") == stand_apart


def test_hours_of_medium_matters_raise_no_question(demonstration: Store) -> None:
    """Neither the letter nor the case asks one, or says why not, as the discussion papers don't."""
    material = round_material(demonstration, find_round(demonstration, CLOSED))
    efforts = material.snapshot.efforts
    medium_alone = str(efforts[efforts["scale"] == "medium"].to_json(orient="table", index=False))
    own = replace(material, snapshot=replace(material.snapshot, efforts_table=medium_alone))
    for document in (handover_document(demonstration, own, EN), case_document(own, EN, draw=dot)):
        text = text_of_word(word_file(document))
        assert "with known hours kept within" in text
        assert "medium matters" not in text and "The effort followed" not in text


def test_only_a_round_that_ends_a_term_has_a_letter(demonstration: Store) -> None:
    """Neither the page nor the command speaks of it else."""
    closed, midterm = (
        round_material(demonstration, find_round(demonstration, key)) for key in (CLOSED, OPEN)
    )
    assert (has_handover(closed), has_handover(midterm)) == (True, False)
    assert KINDS["handover"].parts(Order(demonstration, midterm, DA)) == []
    assert handover_name(closed, DA) == "Overleveringsbrev - Slutevaluering 2022-2025.docx"


def test_nobody_answered_and_nothing_before(tmp_path_factory: pytest.TempPathFactory) -> None:
    """It says what is not known yet, and has no column of a round before."""
    path = tmp_path_factory.mktemp("bare") / "register.duckdb"
    store = new_filled(path, {"rounds": ROUNDS[1:], "bodies": BODIES})
    content = handover_file(store, CLOSED, EN)
    (rows,) = tables_of(content).values()
    text = text_of_word(content)
    store.close()
    assert rows[0][1:3] == ["End of term 2022–2025", "Higher / same / lower"]
    for sentence in (
        "The conclusion is not written yet.",
        "No action is recorded.",
        "No ratings can be compared with an earlier round.",
        NOBODY_APART,
    ):
        assert sentence in text


def test_the_same_round_gives_the_same_bytes(demonstration: Store, letter: bytes) -> None:
    """Whenever it is made."""
    assert handover_file(demonstration, CLOSED, EN) == letter
