"""A secret is planted in every confidential field of four bodies; whoever may not read it must not find it
anywhere.

Later outputs are added with a line each: to :data:`PUBLIC` (for everybody), :data:`OF_A_BODY` (for one body),
or :data:`READABLE` (a page that shows confidential words, with their mark, to whoever is at the screen).
"""

import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject
from streamlit.testing.v1 import AppTest

from data import queries
from data.database import Store
from data.parquet import parquet_file
from evaluation.as_json import as_json
from evaluation.as_text import as_text
from evaluation.earlier_words import CONFIDENTIAL
from evaluation.evaluate import evaluate, find_round
from evaluation.snapshot import round_snapshot
from language import speak
from materials.archive import zipped
from materials.charts.answers import overview_answers, principle_answers
from materials.charts.bodies import bodies
from materials.charts.change import change
from materials.charts.chart import Chart, Scope
from materials.charts.facts import facts
from materials.charts.perspectives import perspectives
from materials.documents.discussion_paper.archive import draw_paper
from materials.documents.round_material import round_material
from materials.forms.archive import draw
from materials.open_data.package import open_data
from materials.round_files import KINDS
from materials.round_parts import Order
from materials.round_set import in_turn, together
from materials.workbook.round_workbook import round_workbook
from tests.support.documents import (
    annex_file,
    case_file,
    handover_file,
    minutes_files,
    minutes_texts,
    slides_content,
)
from tests.support.form_filling import fill_excel
from tests.support.planted import (
    BEFORE,
    ITSELF,
    NOW,
    PLANTED,
    PREDECESSOR,
    SECRET,
    SITTING,
    SUCCESSOR,
    UNRELATED,
    owners_in,
    secret,
)
from tests.support.screens import PAGES, open_page

pytestmark = [pytest.mark.thorough, pytest.mark.no_cover]

MARK, FOLDED = "Closed words", "Closed words: open them when nobody else reads along"
DA = speak("da")


@pytest.fixture(scope="module")
def planted(planted_file: Path) -> Iterator[Store]:
    """The register with the secrets, shared: read it, don't write to it."""
    store = Store(Path(shutil.copy(planted_file, planted_file.with_name("shared.duckdb"))))
    yield store
    store.close()


@pytest.fixture
def on_screen(planted_file: Path, own_register: Path) -> None:
    """The register that pages open holds the secrets."""
    shutil.copy(planted_file, own_register)


def unpacked(content: bytes) -> str:
    """Every text in a document: of an archive all parts, of a PDF its pages, its details and each of its
    streams, of a Parquet file its rows and details; the bytes as they are beside them.
    """
    texts = [content.decode("latin-1")]
    if content.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(content))
        texts += [page.extract_text() for page in reader.pages]
        things = [reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"])))]
        texts += [str(reader.metadata), *map(str, things)]
        texts += [each.get_data().decode("latin-1") for each in things if isinstance(each, StreamObject)]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            texts += [unpacked(archive.read(name)) for name in archive.namelist()]
    if content.startswith(b"PAR1"):
        texts += in_parquet(content)
    return "\n".join(texts)


def in_parquet(content: bytes) -> list[str]:
    """All that a Parquet file holds, whose strings are compressed."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        path = Path(folder) / "table.parquet"
        path.write_bytes(content)
        functions = ("read_parquet", "parquet_kv_metadata", "parquet_schema", "parquet_metadata")
        return [
            str(connection.execute(f"select * from {function}(?)", [str(path)]).fetchall())
            for function in functions
        ]


def chart_text(chart: Chart) -> str:
    """All that leaves the house with a chart."""
    parts = (
        chart.title,
        chart.subtitle,
        chart.footer,
        chart.alt,
        chart.table.to_csv(),
        chart.figure.to_json(),
    )
    return "\n".join(map(str, parts))


def charts(store: Store, round_key: str) -> str:
    """Every chart of the round."""
    snapshot = round_snapshot(store, find_round(store, round_key))
    evaluation, scope = snapshot.evaluation, Scope("Runden", snapshot.evaluation.period_to, "closed")
    titles = {each.principle: each.title_da for each in evaluation.principles}
    drawn = [
        overview_answers(evaluation, snapshot.answers, scope, DA),
        perspectives(evaluation, scope, DA),
        change(evaluation, scope, DA),
        bodies(snapshot.answers, titles, scope, DA),
        *(principle_answers(each, snapshot.answers, scope, DA) for each in evaluation.principles),
        *(facts(each.indicators, scope, DA) for each in evaluation.principles),
    ]
    return "\n".join(chart_text(chart) for chart in drawn)


def chart_files(store: Store, round_key: str) -> str:
    """The numbers of every chart, and the page that shows them all."""
    order = Order(store, round_material(store, find_round(store, round_key)), DA)
    kind = replace(KINDS["charts"], parts=lambda each: KINDS["charts"].parts(each)[-1:])
    return unpacked(zipped(together(in_turn(kind, order)).files))


def workbook(store: Store, round_key: str, **version: bool) -> bytes:
    """The round's workbook."""
    return round_workbook(store, round_material(store, find_round(store, round_key), **version), DA)


def frozen(store: Store, round_key: str) -> str:
    """The evaluation as it was frozen; an open round has none yet."""
    closing = queries.closings.of_round(store, round_key)
    return closing.result if closing else ""


PUBLIC: Mapping[str, Callable[[Store, str], str]] = {
    "evaluation as JSON": lambda store, round_key: as_json(evaluate(store, find_round(store, round_key))),
    "evaluation in words": lambda store, round_key: as_text(
        round_snapshot(store, find_round(store, round_key)), DA, {}
    ),
    "frozen evaluation": frozen,
    "case": lambda store, round_key: unpacked(case_file(store, round_key, DA)),
    "annex as PDF": lambda store, round_key: unpacked(annex_file(store, round_key, DA, "pdf")),
    "annex in Word": lambda store, round_key: unpacked(annex_file(store, round_key, DA, "docx")),
    "workbook": lambda store, round_key: unpacked(workbook(store, round_key)),
    "open data": lambda store, round_key: unpacked(
        open_data(store, round_material(store, find_round(store, round_key)), DA)
    ),
    "open data with the confidential version": lambda store, round_key: unpacked(
        open_data(store, round_material(store, find_round(store, round_key), with_confidential=True), DA)
    ),
    "slides": lambda store, round_key: unpacked(slides_content(store, round_key, DA)),
    "minutes texts": lambda store, round_key: "".join(
        unpacked(file) for file in minutes_files(store, round_key, DA)
    ),
    "minutes as plain text": lambda store, round_key: minutes_texts(store, round_key, DA),
    "handover letter": lambda store, round_key: unpacked(handover_file(store, round_key, DA)),
    "charts": charts,
    "files of the charts": chart_files,
    "themes in use": lambda store, _: "\n".join(queries.themes.in_use(store)),
    "counts of themes": lambda store, _: str(queries.themes.counts_by_round_and_level(store)),
}
OF_A_BODY: Mapping[str, Callable[[Store, str], bytes]] = {
    "discussion paper in Word": lambda store, body: draw_paper(
        store, find_round(store, NOW), body, "docx", DA
    ),
    "discussion paper as PDF": lambda store, body: draw_paper(store, find_round(store, NOW), body, "pdf", DA),
    "form in Word": lambda store, body: draw(store, find_round(store, NOW), body, "docx", DA),
    "form in Excel": lambda store, body: draw(store, find_round(store, NOW), body, "xlsx", DA),
}
READABLE: Mapping[str, Callable[[str], set[str]]] = {
    "principle": lambda _: set(PLANTED),
    "words": lambda _: set(PLANTED),
    "assessments": lambda body: {body},
    "body": lambda body: {body},
    "meeting": lambda body: {body},
}
"""The pages that show confidential words, and whose by the body that the page is about. All others show
none.
"""


@pytest.mark.parametrize("output", PUBLIC)
@pytest.mark.parametrize("round_key", [BEFORE, NOW])
def test_what_is_for_everybody_holds_no_secret(planted: Store, output: str, round_key: str) -> None:
    """Neither words nor themes, whether the round is frozen or open."""
    assert owners_in(PUBLIC[output](planted, round_key)) == set()


CONFIDENTIAL_VERSIONS: Mapping[str, Callable[[Store], list[bytes]]] = {
    "annex": lambda store: [annex_file(store, BEFORE, DA, "docx", with_confidential=True)],
    "workbook": lambda store: [workbook(store, BEFORE, with_confidential=True)],
    "minutes texts": lambda store: minutes_files(store, BEFORE, DA, with_confidential=True),
}


@pytest.mark.parametrize("kind", CONFIDENTIAL_VERSIONS)
def test_the_confidential_version_holds_them(planted: Store, kind: str) -> None:
    """So that the open one would, were they not withheld; beside their mark."""
    text = "".join(unpacked(content) for content in CONFIDENTIAL_VERSIONS[kind](planted))
    assert (
        owners_in(text) == set(PLANTED) - {SUCCESSOR} and DA(CONFIDENTIAL).encode().decode("latin-1") in text
    )


def test_words_in_a_parquet_file_are_looked_through() -> None:
    """Although they are compressed in it."""
    word = secret(ITSELF, "justification", NOW)
    content = parquet_file({"text": "text"}, [{"text": f"{word} {number}"} for number in range(500)], {})
    assert owners_in(unpacked(content)) == {ITSELF}


@pytest.mark.parametrize("output", OF_A_BODY)
def test_a_body_s_documents_hold_its_own_secrets_alone(planted: Store, output: str) -> None:
    """Not even those of the body that it took over from; every body's paper and form is looked through."""
    expected = [body.key for body in queries.bodies.expected(planted, NOW)]
    owners = {body: owners_in(unpacked(OF_A_BODY[output](planted, body))) for body in expected}
    assert owners == {body: {body} & {ITSELF, UNRELATED} | _own_draft(body, output) for body in expected}


def _own_draft(body: str, output: str) -> set[str]:
    """The successor has only begun: what it stored of this round stands in its form."""
    return {body} if body == SUCCESSOR and output.startswith("form") else set()


def test_own_words_bear_their_mark_in_the_form(planted: Store) -> None:
    """What the body said last time, in its own form, says that it is closed."""
    with zipfile.ZipFile(
        io.BytesIO(draw(planted, find_round(planted, NOW), ITSELF, "docx", speak("en")))
    ) as form:
        text = form.read("word/document.xml").decode()
    assert f"{MARK}: kept out of every public material. {secret(ITSELF, 'justification', BEFORE)}" in text


ABOUT_A_BODY = ("assessments", "body", "forms", "meeting")
"""The pages whose link chooses a body; to the others it is all the same whose it is."""


@pytest.mark.parametrize("round_key", [BEFORE, NOW])
@pytest.mark.parametrize(
    ("page", "body"), [*((page, ITSELF) for page in PAGES), *((page, SUCCESSOR) for page in ABOUT_A_BODY)]
)
def test_a_page_shows_secrets_only_beside_their_mark(
    on_screen: None, page: str, round_key: str, body: str
) -> None:
    """And only those that it may; meeting mode, on the wall, nothing but the fields that are being
    written.
    """
    screen = open_page(page, lang="en", round=round_key, body=body, principle="1")
    assert not screen.exception
    seen = places(screen)
    secrets = "\n".join(text for _, text in seen)
    assert owners_in(secrets) <= (READABLE[page](body) if page in READABLE else set())
    assert [text for marked, text in seen if not marked] == []
    assert page != "meeting" or {when for _, _, when in SECRET.findall(secrets)} <= {"Now"}
    assert "unsaved" not in secrets


def places(screen: AppTest) -> list[tuple[bool, str]]:
    """Every text, field, label, table, chart and link on a page with a secret in it, and whether the mark
    stands beside it: in the same piece, or in the frame or fold around it.
    """
    return list(_places(screen._tree, ""))


def _places(node: Any, around: str) -> Iterator[tuple[bool, str]]:
    text = str(getattr(node, "proto", ""))
    if SECRET.search(text):
        yield MARK in text + around, text
    if getattr(node, "type", "") == "expander" or "border: true" in text:
        around = sent(node)
    for child in getattr(node, "children", {}).values():
        yield from _places(child, around)


def sent(part: Any) -> str:
    """All that is sent to the browser for a page or a part of it."""
    return "\n".join(str(getattr(each, "proto", "")) for each in part)


@pytest.mark.parametrize("page", ["meeting", "body", "assessments"])
def test_the_successor_sees_that_words_are_withheld(on_screen: None, page: str) -> None:
    """Who said it and which step, and in place of the words that they are closed."""
    screen = open_page(page, lang="en", round=NOW, body=SUCCESSOR, principle="1")
    text = sent(screen._tree)
    assert "Its words are closed and are not shown here" in text and PREDECESSOR not in owners_in(text)


def test_meeting_mode_unfolds_its_own_words_when_asked(on_screen: None) -> None:
    """What was said last time, and what a colleague has not saved; the fields that hold them are folded
    too.
    """
    screen = open_page("meeting", lang="en", round=NOW, body=ITSELF, principle="1")
    assert [fold.label for fold in screen.expander].count(FOLDED) == 3
    for key in (f"{BEFORE}:{ITSELF}:1", f"{SITTING[0]} {NOW}:{ITSELF}:1"):
        screen.session_state[f"confidential {key}"] = True
    text = "\n".join(text for marked, text in places(screen.run()) if marked)
    assert secret(ITSELF, "justification", BEFORE) in text and secret(ITSELF, "unsaved", NOW) in text


def test_words_are_found_with_their_mark(on_screen: None) -> None:
    """The search is for whoever is at the screen; its hits say that they are closed."""
    screen = open_page("words", lang="en", round=BEFORE)
    assert places(screen) == []
    screen.text_input(key="words").set_value(secret(UNRELATED, "dissent", BEFORE)).run()
    pieces = [(type(each).__name__, str(getattr(each, "proto", ""))) for each in screen._tree]
    hits = [text for kind, text in pieces if kind == "Markdown" and SECRET.search(text)]
    assert hits and all(MARK in hit for hit in hits)


def test_no_confidential_word_is_proposed_as_a_theme(on_screen: None) -> None:
    """Although every confidential answer has it, and no other."""
    screen = open_page("words", lang="en", round=BEFORE)
    labels = [button.label for button in screen.button]
    text = sent(screen._tree)
    assert labels and "Words that could be themes" in text and "kabal" not in text


def test_a_history_of_confidential_words_bears_their_mark(on_screen: None) -> None:
    """It is read on the page of the body's own assessments."""
    screen = open_page("assessments", lang="en", round=BEFORE, body=ITSELF, principle="1")
    screen.query_params["open"] = f"history assessments {BEFORE}:{ITSELF}:1"
    (fold,) = [each for each in screen.run().expander if each.label == "History"]
    assert MARK in fold.caption[0].value and len(fold.table) == 1


def test_a_form_that_comes_back_is_previewed_with_the_mark(on_screen: None, planted: Store) -> None:
    """Every field of an answer that would change stands under the mark."""
    screen = open_page("forms", lang="en", round=NOW)
    content = draw(planted, find_round(planted, NOW), ITSELF, "xlsx", speak("en"))
    content = fill_excel(content, {f"{number}.worked_well": "More." for number in range(1, 6)})
    screen.file_uploader[0].set_value(("form.xlsx", content, "application/octet-stream")).run()
    folds = [
        fold
        for fold in screen.expander
        if any(SECRET.search(str(cell)) for table in fold.table for cell in table.value.to_numpy().ravel())
    ]
    assert folds and all(MARK in fold.caption[0].value for fold in folds)
