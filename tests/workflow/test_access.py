"""Who gets in, and as what."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from data import queries
from data.database import Store
from data.errors import CommandRefused, RecordRefused
from data.import_pipeline import export
from data.models import AccessRule
from tests.support.registers import filled_by, take_all
from tests.workflow.conftest import IDA
from workflow.access import (
    become_first_administrator,
    change_access,
    grant_access,
    has_administrator,
    signed_in,
    withdraw_access,
)
from workflow.person import Person, Role

TODAY = date(2026, 11, 28)
CLAIMS = {"sub": "4711", "name": "Mette Møller", "email": "Mette@Eksempel.dk", "groups": ["by", "alle"]}
RULES = [
    AccessRule("groups", "alle", Role.READER),
    AccessRule("email", "mette@eksempel.dk", Role.CENTRE_MANAGER, ("by",)),
    AccessRule("groups", "andre", Role.SECRETARY),
    AccessRule("sub", "4711", Role.COMMITTEE_SECRETARY, ("plan",), date(2026, 11, 28), "Barsel"),
]


@pytest.fixture
def ruled(store: Store) -> Store:
    """A register with these rules."""
    for rule in RULES:
        grant_access(store, IDA, rule)
    return store


def test_roles_and_bodies_add_up(ruled: Store) -> None:
    """Of every rule that fits: a group among many, an address whatever its capitals, a deputy on the last
    day.
    """
    roles = frozenset({Role.READER, Role.CENTRE_MANAGER, Role.COMMITTEE_SECRETARY})
    assert signed_in(ruled, CLAIMS, TODAY) == Person("Mette Møller", roles, frozenset({"by", "plan"}))


def test_a_deputy_ends(ruled: Store) -> None:
    """The day after the last one."""
    assert signed_in(ruled, CLAIMS, date(2026, 11, 29)).bodies == {"by"}


def test_the_bodies_that_one_took_over_from_come_along(ruled: Store) -> None:
    """Whoever writes for a merged centre writes for what it was."""
    take_all(
        ruled,
        {
            "bodies": [
                {
                    "body": "ny",
                    "level": "centre",
                    "name": "Nyt",
                    "active_from": "2026-01-01",
                    "succeeds": "by",
                }
            ]
        },
    )
    grant_access(ruled, IDA, AccessRule("email", "bo@eksempel.dk", Role.CENTRE_MANAGER, ("ny",)))
    assert signed_in(ruled, {"sub": "1", "email": "bo@eksempel.dk"}, TODAY).bodies == {"ny", "by"}


@pytest.mark.parametrize(
    "claims", [{"sub": "1"}, {"sub": "1", "groups": None}, {"sub": "1", "groups": "alle andre"}]
)
def test_without_a_rule_there_is_no_role(ruled: Store, claims: dict[str, object]) -> None:
    """Also where the provider leaves the groups out, or a name only contains one."""
    assert signed_in(ruled, claims, TODAY) == Person("1")


def test_the_last_administrator_stays(store: Store) -> None:
    """Neither withdrawn, nor given another role, nor an end; nobody is a second first one."""
    become_first_administrator(store, CLAIMS)
    (rule,) = queries.access.rules(store)
    assert (rule.value, rule.note) == ("4711", "Mette Møller")
    steps: list[Callable[[], object]] = [
        lambda: withdraw_access(store, IDA, rule),
        lambda: change_access(store, IDA, rule_before=rule, rule=AccessRule("sub", "4711", Role.READER)),
        lambda: change_access(
            store, IDA, rule_before=rule, rule=AccessRule("sub", "4711", Role.ADMINISTRATOR, last_day=TODAY)
        ),
    ]
    for step in steps:
        with pytest.raises(CommandRefused, match="Somebody must be administrator"):
            step()
    with pytest.raises(CommandRefused, match="There is an administrator already"):
        become_first_administrator(store, {"sub": "1"})
    grant_access(store, IDA, AccessRule("groups", "it", Role.ADMINISTRATOR))
    withdraw_access(store, IDA, rule)
    assert has_administrator(store)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (AccessRule(" ", "alle", Role.READER), "Write the claim and its value"),
        (AccessRule("groups", " alle ", Role.READER), "There is a rule of this claim"),
        (AccessRule("groups", "nye", Role.CENTRE_MANAGER), "Choose the committees"),
        (AccessRule("groups", "nye", Role.CENTRE_MANAGER, ("findes ikke",)), "findes ikke"),
    ],
)
def test_a_rule_that_says_nothing_is_refused(ruled: Store, rule: AccessRule, sentence: str) -> None:
    """With what to do; nothing is saved."""
    with pytest.raises((CommandRefused, RecordRefused), match=sentence):
        grant_access(ruled, IDA, rule)
    assert len(queries.access.rules(ruled)) == len(RULES)


def test_a_changed_rule_is_one_rule(ruled: Store) -> None:
    """With another role, which is part of what tells it; a role for everything keeps no bodies."""
    change_access(
        ruled,
        IDA,
        rule_before=RULES[1],
        rule=AccessRule(RULES[1].claim, RULES[1].value, Role.READER, ("by",)),
    )
    rules = queries.access.rules(ruled)
    assert len(rules) == len(RULES)
    assert AccessRule("email", "mette@eksempel.dk", Role.READER) in rules


def test_rules_go_out_and_come_in_again(ruled: Store, tmp_path: Path) -> None:
    """As an exchange file like every other."""
    export(ruled, tmp_path / "out")
    outcomes = filled_by(tmp_path / "new.duckdb", tmp_path / "out")
    assert [error for outcome in outcomes for error in outcome.errors] == []
    copy = Store(tmp_path / "new.duckdb")
    assert queries.access.rules(copy) == queries.access.rules(ruled)
    copy.close()
