"""A register of version 0.2.0, its frozen rounds and the forms it had sent out stay usable in every later
version.
"""

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import drafts, queries
from data.backup import back_up
from data.confidential import EVERY_BODY
from data.database import Store
from data.queries.selection import of_round, selected
from data.restore import restore
from evaluation.evaluate import find_round
from evaluation.snapshot import evaluation_json, round_snapshot
from language import speak
from materials.documents.discussion_paper.archive import draw_paper
from materials.forms.archive import all_forms
from materials.forms.form_reader import read_form
from tests.support.exported_records import all_outputs
from tests.support.screens import PAGES, open_page, words_on
from workflow.experiences import Survey, save_experiences
from workflow.forms import preview, refusal, take_form_in
from workflow.person import at_this_machine

pytestmark = [pytest.mark.thorough, pytest.mark.no_cover]

LEFT = Path(__file__).parent / "v0.2.0"
FROZEN = ("2022-2025/midterm", "2022-2025/endterm")
OPEN = "2026-2029/midterm"


@pytest.fixture(scope="module")
def upgraded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register, opened once by this version."""
    path = tmp_path_factory.mktemp("upgraded") / "register.duckdb"
    with zipfile.ZipFile(LEFT / "register.zip") as packed:
        path.write_bytes(packed.read("register.duckdb"))
    Store(path).close()
    return path


@pytest.fixture
def register_file(upgraded_file: Path, own_register: Path) -> Path:
    """The register, where the program looks for it."""
    return Path(shutil.copy(upgraded_file, own_register))


@pytest.fixture
def store(register_file: Path) -> Iterator[Store]:
    """The register, open."""
    store = Store(register_file)
    yield store
    store.close()


@pytest.mark.parametrize("round_key", FROZEN)
def test_a_frozen_round_is_the_same_bytes(store: Store, round_key: str) -> None:
    """What was frozen is printed to the byte, and read whole, closed words among it."""
    frozen = (LEFT / f"{round_key.replace('/', '-')}.json").read_bytes()
    assert evaluation_json(store, find_round(store, round_key)).encode() == frozen
    snapshot = round_snapshot(store, find_round(store, round_key))
    assert snapshot.closed_on is not None
    assert any(assessment.confidential for assessment in snapshot.assessments)


def test_nobody_was_asked_yet(store: Store) -> None:
    """The register gets the norm of participants' answers; a frozen round has none, and the open one says
    so.
    """
    frozen, opened = (round_snapshot(store, find_round(store, key)) for key in (FROZEN[1], OPEN))
    assert "experience_min" not in frozen.norms
    assert opened.norms["experience_min"] == 5
    for snapshot in (frozen, opened):
        assert {finding.experience for finding in snapshot.evaluation.principles} == {None}
        assert snapshot.evaluation.experience_meaningful is None


@pytest.mark.parametrize(("round_key", "is_said"), [(FROZEN[1], True), (OPEN, False)])
def test_a_frozen_round_says_that_participants_were_not_counted(
    register_file: Path, round_key: str, *, is_said: bool
) -> None:
    """Not that none was asked, for nobody knows that any more; the open round has its row of them."""
    screen = open_page("principle", lang="en", round=round_key, principle="1")
    sentence = "What participants answered was not counted when this round closed."
    assert (sentence in words_on(screen)) is is_said


def test_answers_for_a_frozen_round_are_kept_beside_it(store: Store) -> None:
    """They are in the register from now on, and its result stays as it was."""
    chosen_round = find_round(store, FROZEN[1])
    before = evaluation_json(store, chosen_round)
    key = selected(store, of_round(store, chosen_round))[0].key
    save_experiences(store, at_this_machine("tester"), Survey(key, None, "", {"1": (9, 0, 0, 0, 0, 0)}))
    assert queries.experiences.consultations_asked(store, of_round(store, chosen_round)) == {key}
    assert evaluation_json(store, chosen_round) == before


def test_the_erratum_and_the_draft_are_there(store: Store) -> None:
    """Nothing beside the records is lost either."""
    assert [each.text for each in queries.closings.errata(store, FROZEN[1])] == [
        "Udvalget svarede 4 og ikke 3."
    ]
    assert drafts.places(store, OPEN) == {("tku", 5)}
    (draft,) = drafts.kept(store, (OPEN, "tku", 5), readership=EVERY_BODY)
    assert (draft.values["justification"], draft.values["rating"]) == ("Halvvejs i en sætning", "3")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("round_key", [FROZEN[1], OPEN])
def test_every_page_opens(register_file: Path, page: str, round_key: str) -> None:
    """On a frozen round and on the open one."""
    screen = open_page(page, lang="da", round=round_key)
    assert not screen.exception and not screen.error
    assert words_on(screen)


def test_the_draft_is_offered(register_file: Path) -> None:
    """Whoever comes to its place can go on with it."""
    screen = open_page("assessments", lang="en", round=OPEN, body="tku", principle="5")
    assert "Go on with it" in [button.label for button in screen.button]


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize(
    ("body", "states"),
    [
        ("oek", ["new", "new", "new", "empty", "empty"]),
        ("cbk", ["changed", "changed", "new", "unchanged", "empty"]),
    ],
)
def test_its_forms_are_taken_in(store: Store, kind: str, body: str, states: list[str]) -> None:
    """Filled or not, sealed by the register's own secret."""
    now = next(each for each in queries.rounds.oldest_first(store) if each.key == OPEN)
    for state in ("sent", "filled"):
        name = f"{state}-{body}.{kind}"
        form = read_form(name, (LEFT / name).read_bytes(), store)
        assert refusal(store, form, now) is None
    rows = preview(store, form, EVERY_BODY)
    assert [row.state for row in rows] == states
    assert [problem for _, problem in take_form_in(store, at_this_machine("tester"), rows)] == [
        None,
        None,
        None,
    ]
    stored = queries.assessments.of_body(store, OPEN, body, 1, readership=EVERY_BODY)
    assert stored is not None
    assert (stored.justification, stored.rating, stored.basis, stored.confidential) == (
        "Første linje\nAnden linje & æøå",
        4,
        "strong",
        True,
    )


def test_a_backup_brings_it_back(upgraded_file: Path, tmp_path: Path) -> None:
    """Every export and every round's evaluation to the byte, and a form that was sent out is taken in."""
    backup, register = tmp_path / "backup.duckdb", tmp_path / "place" / "register.duckdb"
    back_up(upgraded_file, backup)
    assert restore(backup, register).is_compared
    outputs = [all_outputs(each, tmp_path / each.stem) for each in (upgraded_file, register)]
    assert outputs[1] == outputs[0]
    for round_key in FROZEN:
        frozen = (LEFT / f"{round_key.replace('/', '-')}.json").read_bytes()
        assert outputs[1][f"evaluation {round_key}"] == frozen
    restored = Store(register)
    form = read_form("filled-oek.docx", (LEFT / "filled-oek.docx").read_bytes(), restored)
    assert refusal(restored, form, find_round(restored, OPEN)) is None
    restored.close()


def test_its_materials_are_drawn(store: Store) -> None:
    """A paper and the forms of the open round."""
    assert draw_paper(store, find_round(store, OPEN), "cbk", "pdf", speak("da")).startswith(b"%PDF")
    bodies = queries.bodies.expected(store, OPEN)
    assert all_forms(store, find_round(store, OPEN), bodies, speak("da")).startswith(b"PK")
