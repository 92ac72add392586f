"""Tokens for programs: made whole, withdrawn, and worth nothing to who reads the register's file."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from data import tokens
from data.database import Store
from data.errors import CommandRefused, NotPermitted
from data.tokens import Scope
from workflow.person import Person, Role, at_this_machine
from workflow.tokens import LONGEST, TokenRequest, make_token, person_of, withdraw_token

IDA, NOON = at_this_machine("Ida"), datetime(2026, 11, 29, 12)
REQUEST = TokenRequest("Power  BI ", "Bo Bang", (Scope.IMPORT, Scope.READ), date(2026, 12, 24))


def test_a_token_is_known_by_a_hash(empty: Store) -> None:
    """What is shown once stands nowhere in the register; it counts to the end of its last day."""
    secret = make_token(empty, IDA, REQUEST, at=NOON)
    (token,) = tokens.listed(empty)
    assert (token.name, token.owner, token.scopes) == ("Power BI", "Bo Bang", (Scope.READ, Scope.IMPORT))
    assert token == tokens.of_secret(empty, secret)
    assert tokens.of_secret(empty, secret + "x") is None
    assert secret not in str(empty.rows("from api_tokens"))
    assert [token.counts(datetime(2026, 12, day, 23)) for day in (24, 25)] == [True, False]


def test_a_token_that_was_withdrawn_counts_no_more(empty: Store) -> None:
    """Who did it stands beside it, and a second time changes nothing."""
    make_token(empty, IDA, REQUEST, at=NOON)
    withdraw_token(empty, IDA, tokens.listed(empty)[0], at=NOON)
    withdraw_token(empty, at_this_machine("Bo"), tokens.listed(empty)[0], at=NOON + timedelta(days=1))
    (token,) = tokens.listed(empty)
    assert (token.counts(NOON), token.withdrawn_by, token.withdrawn_at) == (False, "Ida", NOON)


@pytest.mark.parametrize(
    "change",
    [
        {"name": " "},
        {"owner": ""},
        {"scopes": ()},
        {"last_day": None},
        {"last_day": NOON.date() - timedelta(days=1)},
        {"last_day": NOON.date() + LONGEST + timedelta(days=1)},
    ],
)
def test_a_token_is_made_whole(empty: Store, change: dict[str, object]) -> None:
    """For something, somebody and a time that ends."""
    with pytest.raises(CommandRefused):
        make_token(empty, IDA, replace(REQUEST, **change), at=NOON)  # type: ignore[arg-type]
    assert tokens.listed(empty) == []


def test_administrators_alone_make_tokens(empty: Store) -> None:
    """A secretary's own would let more in than the secretary."""
    with pytest.raises(NotPermitted):
        make_token(empty, Person("Mette", frozenset({Role.SECRETARY})), REQUEST, at=NOON)


def test_a_program_has_the_role_of_one_scope_at_a_time(empty: Store) -> None:
    """And signs with its owner's name and its own."""
    make_token(empty, IDA, REQUEST, at=NOON)
    (token,) = tokens.listed(empty)
    assert person_of(token, Scope.READ) == Person("Bo Bang (Power BI)", frozenset({Role.READER}))
    assert person_of(token, Scope.IMPORT).roles == frozenset({Role.SECRETARY})
