"""A new register greets, and the demonstration is tried in a register of the visit's own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.runtime.caching.cache_resource_api import clear_session_cache
from streamlit.testing.v1 import AppTest

from data import queries
from data.database import Store
from data.models import AccessRule
from pages import session
from tests.support.registers import BODIES, new_empty, take_all
from tests.support.screens import PAGES, open_page, press, words_on
from tests.support.sign_ins import Say
from tests.support.waiting import LIMIT
from workflow import trial
from workflow.access import grant_access
from workflow.person import Role, at_this_machine
from workflow.rounds import open_round

TRYING = "You are trying the demonstration."
TRY = {"lang": "en", "demonstration": "yes"}


@pytest.fixture(autouse=True)
def template(demonstration_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The demonstration that other tests have made already; what a visit tried goes with the test."""
    monkeypatch.setattr(trial, "_template", lambda: demonstration_file)
    yield
    st.cache_resource.clear()


def links(screen: AppTest) -> list[str]:
    """The labels of the links on a page."""
    return [each.proto.label for each in screen.get("page_link")]


def test_a_new_register_greets_with_three_steps(empty: Store) -> None:
    """Each with its link; what is done is marked, and the greeting goes when a round is open."""
    empty.close()
    screen = open_page("overview", lang="en")
    assert screen.title[0].value == "Welcome to Øjenhøjde"
    assert links(screen) == ["Add them", "Take in a file", "Open a round", "Try the demonstration"]
    assert words_on(screen).count("Done") == 0
    store = session.store()
    take_all(store, {"bodies": BODIES, "consultations": [{"consultation": "a", "title": "Sti"}]})
    assert words_on(screen.run()).count("Done") == 2
    planned = queries.rounds.oldest_first(store)[-1]
    open_round(store, at_this_machine("Ida"), round_before=planned, today=date(2029, 9, 3))
    assert screen.run().title[0].value != "Welcome to Øjenhøjde"


@pytest.mark.thorough
@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_demonstration_opens_cold(own_register: Path, page: str) -> None:
    """With its banner; pages for administrators are refused, for nobody is one there."""
    new_empty(own_register).close()
    screen = open_page(page, **TRY, consultation="D24-01")
    assert not screen.exception
    assert TRYING in words_on(screen)
    assert bool(screen.error) == (page in ("access", "history"))
    assert screen.query_params["demonstration"] == "yes"


def test_what_is_written_never_reaches_the_server_s_register(own_register: Path) -> None:
    """A term is created in the demonstration: there it is, and the file of the register is the same to the
    byte, also after the visit has left and come back, when the term is gone.
    """
    new_empty(own_register).close()
    screen = open_page("rounds", **TRY)
    before = own_register.read_bytes()
    label = "Create the election term 2030–2033 with its two rounds"
    press(screen, label)
    assert "is created" in words_on(screen)
    assert [each.term for each in session.rounds()][0] == "2026-2029"
    screen.query_params["demonstration"] = "no"
    screen.run()
    assert TRYING not in words_on(screen)
    assert "demonstration" not in screen.query_params
    screen.query_params["demonstration"] = "yes"
    assert label in [each.label for each in screen.run().button]
    assert own_register.read_bytes() == before


def test_what_is_tried_outlives_a_backup_put_in_place(own_register: Path, tmp_path: Path) -> None:
    """The visit's own register has nothing to do with the server's."""
    new_empty(own_register).close()
    screen = open_page("rounds", **TRY)
    label = "Create the election term 2030–2033 with its two rounds"
    press(screen, label)
    backup = tmp_path / "backup.duckdb"
    new_empty(backup).close()
    backup.replace(own_register)
    assert session.server_store().is_in_place
    assert label not in [each.label for each in screen.run().button]


def test_choices_of_one_register_are_none_in_the_other(own_register: Path) -> None:
    """The round chosen before is not asked for in the demonstration, and none of its choices outlive it."""
    new_empty(own_register).close()
    screen = open_page("principle", lang="en", round="2018-2021/midterm")
    for name in ("round", "principle"):
        screen.query_params.pop(name, None)
    screen.query_params["demonstration"] = "yes"
    assert screen.run().query_params["round"] == "2026-2029/midterm"
    assert screen.query_params["lang"] == "en"


def test_the_end_of_a_visit_takes_its_register_away(
    own_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its folder is there while the visit goes on, and no longer."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    new_empty(own_register).close()
    open_page("overview", **TRY)
    assert len(list(tmp_path.glob("oejenhoejde-trial-*"))) == 1
    clear_session_cache("test session id")
    assert list(tmp_path.glob("oejenhoejde-trial-*")) == []


def test_a_file_is_made_from_the_register_that_its_page_showed(own_register: Path) -> None:
    """Though it is made where nobody is at the screen; that it was fetched is no event of the server's."""

    def page() -> None:
        import streamlit as st

        from pages import session
        from pages.session.register import TRIES

        st.session_state[TRIES] = True
        st.session_state["make"] = session.with_event(lambda: session.store().path.name.encode(), "a.csv")

    new_empty(own_register).close()
    make = AppTest.from_function(page, default_timeout=LIMIT).run().session_state["make"]
    assert make() == trial.FILE.encode()
    assert session.store().path == own_register
    assert session.store().rows("select * from audit_events") == []


def test_too_many_are_told(own_register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is the register's own, with one sentence above it."""
    new_empty(own_register).close()
    monkeypatch.setattr(trial, "MOST", 0)
    screen = open_page("overview", **TRY)
    assert screen.title[0].value == "Welcome to Øjenhøjde"
    assert "trying the demonstration already" in screen.warning[0].value


def test_who_has_no_role_tries_nothing(signs_in: Say) -> None:
    """Nor does who has not signed in: no register is made for them."""
    for claims in ({"is_logged_in": False}, {}):
        signs_in(**claims)
        screen = open_page("overview", **TRY)
        assert TRYING not in words_on(screen)
        assert "demonstration" not in screen.query_params


def test_a_reader_writes_in_the_demonstration_alone(signs_in: Say) -> None:
    """There a reader is a secretary, under their own name; in the register a reader still."""
    signs_in(groups=["alle"])
    grant_access(session.store(), at_this_machine("Ida"), AccessRule("groups", "alle", Role.READER))
    version = session.store().version
    label = "Create the election term 2030–2033 with its two rounds"
    screen = open_page("rounds", **TRY)
    press(screen, label)
    assert "is created" in words_on(screen)
    screen.query_params["demonstration"] = "no"
    assert label not in [each.label for each in screen.run().button]
    assert session.store().version == version
    assert session.store().rows("select person from audit_events where subject like '%create_term'") == []
