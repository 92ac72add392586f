"""Every page as every role: what it shows, what it refuses, and whose confidential words are on it."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import LINKED, MENU, RIGHTS
from data import queries
from data.database import Store
from data.models import AccessRule, Role
from pages import session
from tests.support.planted import (
    BEFORE,
    ITSELF,
    NOW,
    PLANTED,
    PREDECESSOR,
    SUCCESSOR,
    UNRELATED,
    owners_in,
    secret,
)
from tests.support.screens import PAGES, ROOT, everything_on, words_on
from tests.support.sign_ins import Say
from tests.support.waiting import LIMIT
from workflow.access import grant_access
from workflow.person import at_this_machine

pytestmark = pytest.mark.thorough

MARK = "Closed words, for the secretary and the committee or centre itself"
RULES = {
    "administrator": AccessRule("groups", "administrator", Role.ADMINISTRATOR),
    "secretary": AccessRule("groups", "secretary", Role.SECRETARY),
    "centre manager": AccessRule("groups", "centre manager", Role.CENTRE_MANAGER, (ITSELF,)),
    "committee secretary": AccessRule(
        "groups", "committee secretary", Role.COMMITTEE_SECRETARY, (SUCCESSOR,)
    ),
    "reader": AccessRule("groups", "reader", Role.READER),
}
READ: Mapping[str, set[str]] = {
    "administrator": set(),
    "secretary": set(PLANTED),
    "centre manager": {ITSELF},
    "committee secretary": {SUCCESSOR, PREDECESSOR},
    "reader": set(),
    "nobody": set(),
}
"""Whose confidential words each role may read: those of a body's own lineage are its own."""


@pytest.fixture(scope="module")
def shared_file(planted_file: Path) -> Path:
    """The register with the secrets and a rule for each role: one for all tests here, with all that the pages
    keep of it, so that nothing that was kept for one role is shown to another.
    """
    path = Path(shutil.copy(planted_file, planted_file.with_name("roles.duckdb")))
    store = Store(path)
    for rule in RULES.values():
        grant_access(store, at_this_machine("Ida"), rule)
    store.close()
    st.cache_resource.clear()
    return path


@pytest.fixture
def as_role(
    signs_in: Say, shared_file: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], AppTest]]:
    """Called with a role: a visit of somebody who has it."""
    monkeypatch.setenv("OEJENHOEJDE_DATABASE", str(shared_file))

    def visit(role: str) -> AppTest:
        signs_in(groups=[role], sub=role, name="Bo")
        screen = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=LIMIT)
        screen.query_params["lang"] = "en"
        return screen

    yield visit


def opened(screen: AppTest, page: str, **link: str) -> AppTest:
    """A page of a visit with what its link says."""
    for name, value in link.items():
        screen.query_params[name] = value
    return screen.switch_page(PAGES[page]).run()


def writing(screen: AppTest) -> list[str]:
    """What somebody could write in or send off on a page, by its label."""
    in_forms = [button for button in screen.button if button.form_id]
    return [each.label for each in (*in_forms, *screen.text_area, *screen.file_uploader)]


def test_every_page_is_opened() -> None:
    """All of the menu, and all that only links lead to."""
    scripts = {script for entries in MENU.values() for script, *_ in entries} | {
        script for script, _ in LINKED
    }
    assert scripts == set(PAGES.values())


@pytest.mark.parametrize("role", READ)
def test_a_role_reads_what_is_its_own(as_role: Callable[[str], AppTest], role: str) -> None:
    """No page fails; one that is not for a role says whose it is; confidential words are there for whom they
    are, and for nobody else.
    """
    screen, owners = as_role(role), set[str]()
    places = [*((name, ITSELF, "1") for name in PAGES), ("assessments", SUCCESSOR, "5")]
    for name, body, principle in places:
        round_key = BEFORE if name in ("principle", "words") else NOW
        opened(screen, name, round=round_key, body=body, principle=principle)
        assert not screen.exception, name
        text = words_on(screen).replace("\\", "")
        is_refused = name in RIGHTS and role not in ("administrator", "nobody")
        assert ("It is for: administrator" in text) == is_refused
        assert ("You have no role yet" in text) == (role == "nobody")
        assert role != "reader" or writing(screen) == [], name
        owners |= owners_in(everything_on(screen))
    assert owners == READ[role]


@pytest.mark.parametrize("role", ["administrator", "secretary", "centre manager"])
def test_words_that_are_not_for_a_role_leave_their_mark(as_role: Callable[[str], AppTest], role: str) -> None:
    """Who said it and which step, and in place of the words that they are closed; those for the role are
    there.
    """
    screen = opened(as_role(role), "principle", round=BEFORE, principle="1")
    owners = owners_in(everything_on(screen))
    assert owners == READ[role] - {SUCCESSOR}
    assert everything_on(screen).count(MARK) == len(set(PLANTED) - {SUCCESSOR} - owners)


@pytest.mark.parametrize("role", ["secretary", "centre manager", "reader"])
def test_a_search_finds_what_one_may_read(as_role: Callable[[str], AppTest], role: str) -> None:
    """Nothing else, and no number of it either."""
    for body in (ITSELF, UNRELATED):
        screen = as_role(role)
        screen.query_params["words"] = secret(body, "dissent" if body == UNRELATED else "worked_well", BEFORE)
        opened(screen, "words", round=BEFORE)
        is_readable = body in READ[role]
        assert ("Nothing says" in words_on(screen)) is not is_readable
        assert bool(owners_in("".join(each.value for each in screen.markdown))) is is_readable


@pytest.mark.parametrize("role", ["centre manager", "committee secretary", "reader"])
def test_a_history_keeps_its_words_for_who_may_read_them(
    as_role: Callable[[str], AppTest], role: str
) -> None:
    """Others see that something was written, and the mark."""
    screen = as_role(role)
    screen.query_params["open"] = f"history assessments {BEFORE}:{ITSELF}:1"
    opened(screen, "assessments", round=BEFORE, body=ITSELF, principle="1")
    (fold,) = [each for each in screen.expander if each.label == "History"]
    text = "".join(str(each.proto) for each in [*fold.caption, *fold.table])
    assert (MARK in text, owners_in(text)) == (role != "centre manager", {ITSELF} & READ[role])


@pytest.mark.parametrize("name", ["assessments", "meeting"])
def test_who_may_not_answer_gets_no_fields(as_role: Callable[[str], AppTest], name: str) -> None:
    """But one sentence of whose it is, and what can be read; for one's own body the fields are there."""
    manager = opened(as_role("centre manager"), name, round=NOW, body=UNRELATED, principle="1")
    assert "It is changed by: secretary; for their own centre or committee also by" in words_on(
        manager
    ).replace("\\", "")
    assert not manager.text_area
    assert opened(as_role("centre manager"), name, round=NOW, body=ITSELF, principle="1").text_area


def test_a_manager_changes_the_own_consultations_alone(as_role: Callable[[str], AppTest]) -> None:
    """Another's has no switch to edit, whatever the link says, and says whose it is."""
    register = queries.consultations.register(session.store())
    centres = dict(zip(register["consultation"], register["centre"], strict=True))
    own = next(key for key, centre in centres.items() if centre == ITSELF)
    other = next(key for key, centre in centres.items() if centre and centre != ITSELF)
    screen = as_role("centre manager")
    for key, is_own in ((own, True), (other, False)):
        opened(screen, "consultation", consultation=key, edit="true")
        says = "You can read this" in words_on(screen)
        assert (bool(screen.toggle), bool(screen.text_input), says) == (is_own, is_own, not is_own)
