"""A secret is planted in every confidential field of three bodies; whoever may not read it must not find it
anywhere.

Later outputs are added to :data:`PUBLIC` (for everybody) or :data:`OF_A_BODY` (for one body), a line each.
"""

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader

from data import queries
from data.database import Store
from evaluation.as_json import as_json
from evaluation.as_text import as_text
from evaluation.evaluate import evaluate
from evaluation.snapshot import freeze, round_snapshot
from language import speak
from materials.charts.bodies import bodies
from materials.charts.change import change
from materials.charts.chart import Chart, Scope
from materials.charts.distribution import overview_distribution, principle_distribution
from materials.charts.facts import facts
from materials.charts.perspectives import perspectives
from materials.documents.discussion_paper.archive import draw_paper
from materials.forms.archive import draw
from tests.support.screens import PAGES, everything_on, open_page

BEFORE, NOW = "2022-2025/endterm", "2026-2029/midterm"
TEXTS = ("justification", "dissent", "worked_well", "to_change", "daily_meeting")
SECRET = re.compile(r"secret-([a-z]+)-[a-z-]+")
MARK = "Closed words"
DA = speak("da")


def successor_of(store: Store) -> tuple[str, str]:
    """A body that is asked now, and one that it took over from and that answered the round before."""
    answered = {each.body for each in queries.assessments.of_round(store, BEFORE)}
    for body in queries.bodies.expected(store, NOW):
        for other in sorted(queries.bodies.lineage(store, body.key) - {body.key}):
            if other in answered:
                return body.key, other
    raise AssertionError("the demonstration has no body that took over from another")


def plant(store: Store, body: str) -> None:
    """Make all that a body said the round before confidential, with a secret in each field."""
    with store.transaction() as cursor:
        settings = ", ".join(f"{name} = 'secret-{body}-{name.replace('_', '-')}'" for name in TEXTS)
        where = f"round = '{BEFORE}' and body = '{body}'"
        cursor.execute(f"update assessments set closed = true, {settings} where {where}")
        keys = f"select assessment from assessments where {where}"
        cursor.execute(f"delete from assessment_themes where assessment in ({keys})")
        cursor.execute(
            f"insert into assessment_themes select assessment, 'secret-{body}-theme' from ({keys})"
        )


@pytest.fixture
def planted(demonstration_file: Path, own_register: Path) -> Iterator[tuple[Store, str, Mapping[str, str]]]:
    """The register, a reader, and the three bodies whose words are confidential: itself, its predecessor,
    another.
    """
    shutil.copy(demonstration_file, own_register)
    store = Store(own_register)
    reader, predecessor = successor_of(store)
    itself = next(
        body.key
        for body in queries.bodies.expected(store, NOW)
        if body.key in {each.body for each in queries.assessments.of_round(store, BEFORE)}
    )
    owners = {"predecessor": predecessor, "itself": itself}
    for body in owners.values():
        plant(store, body)
    yield store, reader, owners
    store.close()


def owners_in(text: str) -> set[str]:
    """Whose secrets stand in a text."""
    return set(SECRET.findall(text))


def unpacked(content: bytes) -> str:
    """Every text in a document: of an archive all parts, of a PDF its pages; the bytes as they are beside
    them.
    """
    texts = [content.decode("latin-1")]
    if content.startswith(b"%PDF"):
        texts += [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            texts += [unpacked(archive.read(name)) for name in archive.namelist()]
    return "\n".join(texts)


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


def charts(store: Store) -> str:
    """Every chart of the round."""
    snapshot = round_snapshot(store, BEFORE)
    found, scope = snapshot.evaluation, Scope("Runden", snapshot.evaluation.period_to, "closed")
    titles = {each.principle: each.title_da for each in found.principles}
    drawn = [
        overview_distribution(found, scope, DA),
        perspectives(found, scope, DA),
        change(found, scope, DA),
        bodies(snapshot.answers, titles, scope, DA),
        *(principle_distribution(each, scope, DA) for each in found.principles),
        *(facts(each.indicators, scope, DA) for each in found.principles),
    ]
    return "\n".join(chart_text(chart) for chart in drawn)


PUBLIC: Mapping[str, Callable[[Store], str]] = {
    "evaluation as JSON": lambda store: as_json(evaluate(store, BEFORE)),
    "evaluation in words": lambda store: as_text(evaluate(store, BEFORE), DA),
    "frozen evaluation": lambda store: freeze(store, BEFORE).result,
    "charts": charts,
    "themes in use": lambda store: "\n".join(queries.themes.in_use(store)),
    "counts of themes": lambda store: str(queries.themes.counts_by_round_and_level(store)),
}
OF_A_BODY: Mapping[str, Callable[[Store, str], bytes]] = {
    "discussion paper in Word": lambda store, body: draw_paper(store, NOW, body, "docx", DA),
    "discussion paper as PDF": lambda store, body: draw_paper(store, NOW, body, "pdf", DA),
    "form in Word": lambda store, body: draw(store, NOW, body, "docx", DA),
    "form in Excel": lambda store, body: draw(store, NOW, body, "xlsx", DA),
}
Planted = tuple[Store, str, Mapping[str, str]]


@pytest.mark.parametrize("output", PUBLIC)
def test_what_is_for_everybody_holds_no_secret(planted: Planted, output: str) -> None:
    """Neither words nor themes."""
    assert owners_in(PUBLIC[output](planted[0])) == set()


@pytest.mark.parametrize("output", OF_A_BODY)
def test_a_body_s_own_documents_hold_its_own_secrets_alone(planted: Planted, output: str) -> None:
    """Not even those of the body that it took over from; its own may be there."""
    store, reader, owners = planted
    for body in {reader, owners["itself"]}:
        assert owners_in(unpacked(OF_A_BODY[output](store, body))) <= {body}


def test_its_own_words_are_in_its_paper(planted: Planted) -> None:
    """The secrets are there to be found: a test that finds none proves nothing."""
    store, _, owners = planted
    paper = unpacked(draw_paper(store, NOW, owners["itself"], "docx", DA))
    assert owners_in(paper) == {owners["itself"]}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("round_key", [BEFORE, NOW])
def test_a_page_shows_them_to_who_may_read_them_only(planted: Planted, page: str, round_key: str) -> None:
    """Whoever is at the screen may read the answers of the chosen round, marked; what is shown as a body's
    view of last time is for that body; meeting mode, on the wall, folds even its own.
    """
    store, reader, _ = planted
    store.close()
    screen = open_page(page, lang="en", round=round_key, body=reader, principle="1")
    assert not screen.exception
    text = everything_on(screen)
    readable = page in ("principle", "words") or (page == "assessments" and round_key == BEFORE)
    if owners_in(text) - {reader}:
        assert readable and round_key == BEFORE and MARK in text
    links = re.findall(r"(?:query_string|page_script_hash|href|url)[^\n]*", text)
    assert not owners_in("\n".join(links))


@pytest.mark.parametrize("page", ["meeting", "body", "assessments"])
def test_the_successor_sees_that_words_are_withheld(planted: Planted, page: str) -> None:
    """Who said it and which step, and in place of the words that they are closed."""
    store, reader, owners = planted
    store.close()
    text = everything_on(open_page(page, lang="en", round=NOW, body=reader, principle="1"))
    assert owners_in(text) == set() and "Its words are closed and are not shown here" in text


def test_words_are_found_with_their_mark(planted: Planted) -> None:
    """The search is for whoever is at the screen; its hits say that they are closed, and no theme is
    proposed of them.
    """
    store, _, owners = planted
    store.close()
    screen = open_page("words", lang="en", round=BEFORE, words=f"secret-{owners['itself']}-justification")
    text = re.sub(r"[*\\]", "", everything_on(screen))  # what was looked for is in bold
    assert owners["itself"] in owners_in(text) and MARK in text
