"""A body's own consultations are the same wherever they are read: page, meeting, form, paper, counts."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from hypothesis import HealthCheck, given, settings
from streamlit.testing.v1 import AppTest

from data import queries
from data.database import Store
from data.models import Round
from data.queries.selection import own_consultations, selected
from evaluation.indicators import measure_all
from language import speak
from materials.documents.discussion_paper.contents import paper
from materials.forms.form_model import build_form
from tests.support.reckoning.consultations import belongs_to
from tests.support.registers import new_filled
from tests.support.scenarios import Records, registers
from tests.support.screens import open_page

pytestmark = pytest.mark.thorough

ENGLISH = speak("en")


def expected_keys(store: Store, chosen: Round, body: str) -> set[str]:
    """Reckoned here by itself: what the municipality ran in the round, by the body or those before it."""
    rounds: Records = {"rounds": [round_row(each) for each in queries.rounds.oldest_first(store)]}
    (this,) = [row for row in rounds["rounds"] if row["round"] == chosen.key]
    lineage, successions = {body}, store.rows("select body, predecessor from body_successions")
    while before := {one for heir, one in successions if heir in lineage} - lineage:
        lineage |= before
    rows = store.rows(
        "select consultation, centre, committee, start_on, end_on, run_by_municipality from consultations"
        " where removed_at is null"
    )
    return {
        key
        for key, centre, committee, start, end, run_by in rows
        if {centre, committee} & lineage
        and run_by != "no"
        and belongs_to(rounds, {"start_on": str(start or ""), "end_on": str(end or "")}, this)
    }


def round_row(each: Round) -> dict[str, str]:
    """A round as the second reckoning reads it, closed on the day that its closing fell on."""
    return {
        "round": each.key,
        "period_from": str(each.period_from),
        "period_to": str(each.period_to),
        "status": each.status,
        "closes_on": str(each.closed_on or ""),
    }


def bodies_and_rounds(store: Store) -> Iterator[tuple[str, Round]]:
    """Every body in every round, the bodies that have ended too."""
    for chosen in queries.rounds.oldest_first(store):
        for body in queries.bodies.names(store):
            yield body, chosen


def telling_bodies_and_rounds(store: Store) -> Iterator[tuple[str, Round]]:
    """All who took over from others, in one round; the centre that three became in every round; and who took
    over from nobody, in the round that has no records yet.
    """
    heirs = {body.key for body, before in queries.bodies.with_predecessors(store) if before}
    for body, chosen in bodies_and_rounds(store):
        if body in heirs and chosen.key == "2022-2025/midterm" or body == "cbk":
            yield body, chosen
    yield "oek", queries.rounds.oldest_first(store)[-1]


def assert_readers_agree(store: Store, body: str, chosen: Round) -> None:
    """What is counted, the choices of evidence, and the list of the form where the body is asked."""
    own = own_consultations(store, chosen, body)
    keys = [each.key for each in selected(store, own)]
    number, _ = measure_all(store, own, queries.norms.in_force(store, chosen.opening_day))
    choices = list(queries.consultations.evidence_choices(store, chosen, body))
    assert set(keys) == expected_keys(store, chosen, body)
    assert (len(keys), set(keys)) == (number, set(choices[:number]))
    if body in {each.key for each in queries.bodies.expected(store, chosen.key)}:
        form = build_form(store, chosen, body, ENGLISH)
        assert [each.key for each in form.consultations] == keys


def assert_paper_agrees(store: Store, body: str, chosen: Round) -> None:
    """The profiles of the discussion paper, in the order of the selection."""
    keys = [each.key for each in selected(store, own_consultations(store, chosen, body))]
    assert [each.consultation for each in paper(store, chosen, body, ENGLISH).profiles] == keys


def keys_on(screen: AppTest) -> list[str]:
    """The consultations that a page links to."""
    links = [parse_qs(link.proto.query_string) for link in screen.get("page_link")]
    return [link["consultation"][0] for link in links if "consultation" in link]


def assert_page_agrees(screen: AppTest, store: Store, body: str, chosen: Round) -> None:
    """The page of one body, moved on to this body and round."""
    screen.query_params["body"], screen.query_params["round"] = body, chosen.key
    screen.run()
    assert not screen.exception
    expected = [each.key for each in selected(store, own_consultations(store, chosen, body))]
    assert keys_on(screen) == expected
    label = ENGLISH.many(
        "{count} consultation that explains it", "{count} consultations that explain it", len(expected)
    )
    folds = [each.label for each in screen.expander if "that explain" in each.label]
    assert folds == ([label] if expected else [])


def test_readers_agree_on_the_demonstration(demonstration: Store) -> None:
    """Everybody's in one round, and the heirs' in each: the centre that three became has the eight
    consultations of all of them.
    """
    heirs = {body.key for body, before in queries.bodies.with_predecessors(demonstration) if before}
    for body, chosen in bodies_and_rounds(demonstration):
        if body in heirs or chosen.key == "2022-2025/midterm":
            assert_readers_agree(demonstration, body, chosen)
    rounds = {each.key: each for each in queries.rounds.oldest_first(demonstration)}
    own = own_consultations(demonstration, rounds["2022-2025/midterm"], "cbk")
    assert len(selected(demonstration, own)) == 8


@pytest.mark.no_cover
def test_papers_agree_on_the_demonstration(demonstration: Store) -> None:
    """So do the profiles of the discussion papers."""
    for body, chosen in telling_bodies_and_rounds(demonstration):
        assert_paper_agrees(demonstration, body, chosen)


@pytest.mark.no_cover
@pytest.mark.usefixtures("with_demonstration")
def test_one_body_shows_them(demonstration: Store) -> None:
    """The page links to those consultations and no others."""
    screen = open_page("body", lang="en")
    for body, chosen in telling_bodies_and_rounds(demonstration):
        assert_page_agrees(screen, demonstration, body, chosen)


@pytest.mark.no_cover
@pytest.mark.usefixtures("with_demonstration")
def test_meeting_mode_counts_them(demonstration: Store) -> None:
    """Every body that is asked in the open round reads how many it has."""
    (open_round,) = (each for each in queries.rounds.oldest_first(demonstration) if each.status == "open")
    screen = open_page("meeting", lang="en", round=open_round.key)
    for body in queries.bodies.expected(demonstration, open_round.key):
        screen.query_params["body"] = body.key
        screen.run()
        number = len(expected_keys(demonstration, open_round, body.key))
        texts = "{count} consultation in the period", "{count} consultations in the period"
        assert ENGLISH.many(*texts, number) in [each.value for each in screen.markdown]


@pytest.mark.no_cover
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(registers())
def test_one_body_shows_them_on_random_registers(register: tuple[Records, str]) -> None:
    """The page, too."""
    records, round_key = register
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("OEJENHOEJDE_DATABASE", str(Path(folder) / "register.duckdb"))
        store = new_filled(Path(folder) / "register.duckdb", records)
        expected = {
            body: [each.key for each in selected(store, own_consultations(store, chosen, body))]
            for body, chosen in bodies_and_rounds(store)
            if chosen.key == round_key
        }
        store.close()
        screen = open_page("body", lang="en", round=round_key)
        for body, keys in expected.items():
            screen.query_params["body"] = body
            screen.run()
            assert not screen.exception
            assert keys_on(screen) == keys
