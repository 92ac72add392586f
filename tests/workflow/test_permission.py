"""Who may do what: asked of every command, in every role."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from importlib import import_module

import pytest

import workflow
from data import queries
from data.confidential import EVERY_BODY
from data.database import Store
from data.models import AssessmentPlace
from tests.support.registers import take_all
from tests.workflow.conftest import IDA
from workflow.answers import AssessmentAnswer
from workflow.assessments import UnsavedAnswer, discard_draft, keep_draft, save_assessment
from workflow.clarification import save_fields, stored_fields
from workflow.consultation_merge import Merge, merge_consultations
from workflow.consultations import (
    Group,
    copy_consultation,
    register_consultation,
    remove_consultation,
    restore_consultation,
    save_consultation,
    save_group,
    stored_consultation,
    stored_consultations,
)
from workflow.consultations_together import SharedChange, save_together, saving_of
from workflow.experiences import Survey, save_experiences
from workflow.permission import COMMANDS, GRANTS, Command, NotPermitted, Right, may, read_only, require
from workflow.person import Person, Role
from workflow.undo import undo_saving

for module in pkgutil.walk_packages(workflow.__path__, "workflow."):
    import_module(module.name)

ALL, OWN, NO = "all", "own", "no"
TABLE = {  # administrator, secretary, centre manager, committee secretary, reader
    Right.READ: (ALL, ALL, ALL, ALL, ALL),
    Right.CONFIDENTIAL_WORDS: (NO, ALL, OWN, OWN, NO),
    Right.CONFIDENTIAL_VERSION: (NO, ALL, NO, NO, NO),
    Right.ANSWER: (NO, ALL, OWN, OWN, NO),
    Right.REGISTER: (NO, ALL, OWN, OWN, NO),
    Right.IMPORT: (NO, ALL, NO, NO, NO),
    Right.CONCLUDE: (NO, ALL, NO, NO, NO),
    Right.CONDUCT: (NO, ALL, NO, NO, NO),
    Right.SET_UP: (NO, ALL, NO, NO, NO),
    Right.ADMINISTER: (ALL, NO, NO, NO, NO),
}
"""What each role may, right by right: everything, what is its own bodies', nothing."""
MANAGER = Person("Mette", frozenset({Role.CENTRE_MANAGER}), frozenset({"by"}))
CONSULTATIONS = [
    {"consultation": "mine", "title": "Sti", "centre": "by"},
    {"consultation": "shared", "title": "Bro", "centre": "by", "committee": "plan"},
    {"consultation": "theirs", "title": "Park", "committee": "plan"},
    {"consultation": "nobody", "title": "Torv"},
]
ROUND, NOON = "2022-2025/midterm", datetime(2026, 11, 28, 12)
WORDS = AssessmentAnswer({"justification": "Det gik godt"}, rating=4)
UNSAVED = UnsavedAnswer("s", {"justification": "Ny"}, 0)


@pytest.fixture
def four(store: Store) -> Store:
    """A register with consultations of the manager's centre, of a committee, of both and of nobody."""
    take_all(store, {"consultations": CONSULTATIONS})
    return store


def extent(role: Role, right: Right) -> str:
    """How far a role reaches, told by asking."""
    person = Person("Ida", frozenset({role}), frozenset({"by"}))
    if may(person, right, {"plan"}):
        return ALL
    return OWN if may(person, right, {"by", "plan"}) else NO


def test_the_table_of_rights_is_this_one() -> None:
    """Every right, for every role."""
    assert {right: tuple(extent(role, right) for role in Role) for right in GRANTS} == TABLE


def test_roles_add_up_and_none_is_nothing() -> None:
    """A secretary who is a reader too may all that a secretary may; own without a body is nothing."""
    assert may(Person("Ida", frozenset({Role.READER, Role.SECRETARY})), Right.CONDUCT)
    assert not may(Person("Ida", frozenset({Role.CENTRE_MANAGER})), Right.ANSWER)
    assert not any(may(Person("Ida"), right) for right in Right)


CALLERS = {"permission", "command_log", "import_command", "exchange_command"}
"""The rule itself, and what only calls commands."""


def functions_with_a_person() -> Iterator[str]:
    """Every function of the room that is given a person and has a name for others."""
    for name, module in sorted(vars(workflow).items()):
        if not inspect.ismodule(module) or name in CALLERS:
            continue
        for function in vars(module).values():
            is_own = inspect.isfunction(function) and function.__module__ == module.__name__
            if is_own and "person" in inspect.signature(function).parameters and function.__name__[0] != "_":
                yield f"{module.__name__}.{function.__name__}"


def test_whoever_is_given_a_person_is_a_command() -> None:
    """No function that writes forgets to ask."""
    names = set(functions_with_a_person())
    assert names - COMMANDS.keys() == set()
    assert len(names) > 40


def gate(command: Command, person: Person, store: Store) -> str:
    """Whether a command lets somebody through to its arguments, which are missing here."""
    try:
        command.run(store, person)
    except NotPermitted:
        return NO
    except TypeError:
        return ALL
    return "written without its arguments"


@pytest.mark.parametrize("role", Role)
def test_every_command_asks_first(role: Role, store: Store) -> None:
    """One who may is let through; another is refused before anything is read or written."""
    person = Person("Ida", frozenset({role}), frozenset({"by"}))
    gates = {name: gate(command, person, store) for name, command in COMMANDS.items()}
    column = list(Role).index(role)
    assert gates == {
        name: NO if TABLE[command.right][column] == NO else ALL for name, command in COMMANDS.items()
    }


def test_a_refusal_says_whose_it_is() -> None:
    """By role, by own bodies, and where somebody has none at all."""
    with pytest.raises(
        NotPermitted, match="Mette may not do this. It is for: secretary. Nothing was changed."
    ):
        require(MANAGER, Right.CONDUCT)
    with pytest.raises(NotPermitted, match="Mette may do this for their own centre or committee only."):
        require(MANAGER, Right.ANSWER, {"plan"})
    with pytest.raises(NotPermitted, match="Bo has no role in Øjenhøjde yet."):
        require(Person("Bo"), Right.READ)


def read(store: Store, key: str) -> dict[str, str | None]:
    """A consultation as it is stored."""
    return stored_consultation(store, key) or {}


CHANGES: dict[str, Callable[[Store, Person, str], object]] = {
    "save": lambda store, person, key: save_consultation(
        store, person, key, values={"scale": "small"}, read=read(store, key)
    ),
    "copy": lambda store, person, key: copy_consultation(store, person, key, title="Ny"),
    "remove": lambda store, person, key: remove_consultation(store, person, key, removed_at=NOON),
    "restore": restore_consultation,
    "group": lambda store, person, key: save_group(store, person, key, group=Group("unge"), read=None),
    "clarify": lambda store, person, key: save_fields(
        store, person, key, values={"new_to_try": "Byvandring"}, read=stored_fields(store, key) or {}
    ),
    "experience": lambda store, person, key: save_experiences(
        store, person, Survey(key, date(2025, 1, 1), "", {"1": (0, 0, 0, 1, 0, 0)})
    ),
    "together": lambda store, person, key: save_together(
        store, person, SharedChange({"scale": "small"}), read=stored_consultations(store, ["mine", key])
    ),
    "merge": lambda store, person, key: merge_consultations(
        store,
        person,
        Merge(read(store, key), read(store, "shared" if key == "mine" else "mine"), {}),
        merged_at=NOON,
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_manager_changes_the_consultations_of_the_own_centre_alone(change: str, four: Store) -> None:
    """Also one that a committee has a part in; never another's, and never one of nobody's."""
    for key in ("theirs", "nobody"):
        before = stored_consultation(four, key)
        with pytest.raises(NotPermitted):
            CHANGES[change](four, MANAGER, key)
        assert stored_consultation(four, key) == before
    CHANGES[change](four, MANAGER, "shared")


def test_nobody_takes_or_gives_away_a_consultation(four: Store) -> None:
    """Neither a new one for others, nor an own one handed to others."""
    with pytest.raises(NotPermitted):
        register_consultation(four, MANAGER, {"title": "Ny", "committee": "plan"})
    with pytest.raises(NotPermitted):
        save_consultation(four, MANAGER, "mine", values={"centre": None}, read=read(four, "mine"))
    with pytest.raises(NotPermitted):
        save_together(
            four, MANAGER, SharedChange({"centre": None}), read=stored_consultations(four, ["mine"])
        )
    assert register_consultation(four, MANAGER, {"title": "Ny", "centre": "by"}) == "ny"


def test_what_others_saved_for_others_is_not_undone(four: Store) -> None:
    """Their saving concerns a consultation that is not the manager's."""
    save_together(
        four, IDA, SharedChange({"scale": "small"}), read=stored_consultations(four, ["mine", "theirs"])
    )
    saving = saving_of(four, "mine")
    assert saving
    with pytest.raises(NotPermitted):
        undo_saving(four, MANAGER, saving)


def test_a_manager_answers_for_the_own_centre_alone(store: Store) -> None:
    """Saved, kept and thrown away."""
    for body, refused in (("by", False), ("plan", True)):
        place = AssessmentPlace(ROUND, body, 1)
        steps: list[Callable[[], object]] = [
            partial(save_assessment, store, MANAGER, place=place, answer=WORDS, version=0),
            partial(keep_draft, store, MANAGER, place=place, unsaved_answer=UNSAVED),
            partial(discard_draft, store, MANAGER, place=place, sitting="s"),
        ]
        for step in steps:
            if refused:
                with pytest.raises(NotPermitted):
                    step()
            else:
                step()


def test_nobody_writes_over_words_that_they_may_not_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should the rights ever part: neither by hand, nor by a form that comes back."""
    place = AssessmentPlace(ROUND, "by", 1)
    save_assessment(store, IDA, place=place, answer=replace(WORDS, confidential=True), version=0)
    monkeypatch.setitem(GRANTS, Right.CONFIDENTIAL_WORDS, GRANTS[Right.CONCLUDE])
    with pytest.raises(NotPermitted, match="The words of this answer are closed"):
        save_assessment(store, MANAGER, place=place, answer=WORDS, version=1)
    with pytest.raises(NotPermitted):
        keep_draft(store, MANAGER, place=place, unsaved_answer=UNSAVED)
    stored = queries.assessments.of_body(store, *place, readership=EVERY_BODY)
    assert stored and (stored.justification, stored.version) == ("Det gik godt", 1)


def test_what_one_can_only_read_says_who_changes_it() -> None:
    """By role, and by whose own it is."""
    assert read_only(MANAGER, Right.ANSWER, {"by"}) is None
    assert str(read_only(MANAGER, Right.CONDUCT)) == "You can read this. It is changed by: secretary."
    assert str(read_only(MANAGER, Right.ANSWER, {"plan"})) == (
        "You can read this. It is changed by: secretary; for their own centre or committee also by: centre"
        " manager and committee secretary."
    )
