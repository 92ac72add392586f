"""Tokens for programs: made and withdrawn by administrators, and who asks with one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from data import tokens
from data.database import Store
from data.errors import CommandRefused
from data.tokens import Scope, Token
from language import N_, Sentence
from workflow.permission import Right, command
from workflow.person import Person, Role

SCOPE_NAMES: Mapping[Scope, str] = {
    Scope.READ: N_("Read evaluations, tables and documents"),
    Scope.IMPORT: N_("Take files in"),
    Scope.LOOK_AFTER: N_("Back up and check the register"),
}
ROLES: Mapping[Scope, Role] = {
    Scope.READ: Role.READER,
    Scope.IMPORT: Role.SECRETARY,
    Scope.LOOK_AFTER: Role.ADMINISTRATOR,
}
"""In which role a program does what its scope is for; no scope reads confidential words."""
LONGEST = timedelta(days=366)
NOT_WHOLE = N_(
    "Write what the token is for and who answers for it, and choose at least one thing that it may do."
)
TOO_LONG = N_("A token lasts a year at most. Choose a last day from today until {day}.")


@dataclass(frozen=True)
class TokenRequest:
    """What a token is for (``name``), who answers for it (``owner``), what it may do, and until when."""

    name: str
    owner: str
    scopes: tuple[Scope, ...]
    last_day: date | None


@command(Right.ADMINISTER)
def make_token(store: Store, person: Person, request: TokenRequest, *, at: datetime) -> str:
    """A new token, made at a moment in UTC; gives the secret, which is kept nowhere. Raises
    :class:`data.errors.CommandRefused` where the request is not whole, or the last day has passed or is more
    than a year away.
    """
    name, owner = " ".join(request.name.split()), " ".join(request.owner.split())
    if not name or not owner or not request.scopes:
        raise CommandRefused(Sentence(NOT_WHOLE))
    if request.last_day is None or not at.date() <= request.last_day <= at.date() + LONGEST:
        raise CommandRefused(Sentence(TOO_LONG, {"day": at.date() + LONGEST}))
    secret = tokens.new_secret()
    scopes = tuple(scope for scope in Scope if scope in request.scopes)
    token = Token(tokens.hash_of(secret), name, owner, scopes, person.name, at, request.last_day)
    tokens.keep(store, token)
    return secret


@command(Right.ADMINISTER)
def withdraw_token(store: Store, person: Person, token: Token, *, at: datetime) -> None:
    """Let a token count no more from a moment (UTC) on."""
    tokens.withdraw(store, token.hash, person.name, at)


def person_of(token: Token, scope: Scope) -> Person:
    """As whom a program does what a scope is for: its owner by the token, in the one role of that scope."""
    return Person(f"{token.owner} ({token.name})", frozenset({ROLES[scope]}))
