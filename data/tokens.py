"""The tokens with which programs ask the API. They are no records: nothing of them is exported.

A token has 256 random bits, so that its plain SHA-256 tells nothing of it and nobody can try them all.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any

from data.database import Store

PREFIX = "oeh_"
"""How a token begins, so that one that was left lying somewhere is known for what it is."""
USED_EVERY = timedelta(minutes=1)
"""A token is noted as used at most so often."""


class Scope(StrEnum):
    """What a token is for."""

    READ = "read"
    IMPORT = "import"
    LOOK_AFTER = "look_after"


@dataclass(frozen=True)
class Token:
    """A token as it is kept; ``hash`` knows it. It counts until the end of its last day, in UTC."""

    hash: str
    name: str
    owner: str
    scopes: tuple[Scope, ...]
    made_by: str
    made_at: datetime
    last_day: date
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None
    last_used_at: datetime | None = None

    def counts(self, now: datetime) -> bool:
        """Whether it lets anybody in at a moment (UTC)."""
        return self.withdrawn_at is None and now.date() <= self.last_day


def new_secret() -> str:
    """A token as it is shown once."""
    return PREFIX + secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """By what a token is known."""
    return sha256(secret.encode()).hexdigest()


def listed(store: Store) -> list[Token]:
    """All tokens, newest first; those that count no more too."""
    return [_token(row) for row in store.rows("from api_tokens order by made_at desc, name")]


def of_secret(store: Store, secret: str) -> Token | None:
    """The token of a secret, though it may count no more; None where there is none."""
    rows = store.rows("from api_tokens where token_hash = $hash", hash=hash_of(secret))
    return _token(rows[0]) if rows else None


def keep(store: Store, token: Token) -> None:
    """A new token."""
    with store.transaction() as cursor:
        cursor.execute(
            "insert into api_tokens (token_hash, name, owner, scopes, made_by, made_at, last_day)"
            " values ($hash, $name, $owner, $scopes, $made_by, $made_at, $last_day)",
            {
                "hash": token.hash,
                "name": token.name,
                "owner": token.owner,
                "scopes": ";".join(token.scopes),
                "made_by": token.made_by,
                "made_at": token.made_at,
                "last_day": token.last_day,
            },
        )


def withdraw(store: Store, token_hash: str, who: str, now: datetime) -> None:
    """From a moment (UTC) on it counts no more."""
    with store.transaction() as cursor:
        cursor.execute(
            "update api_tokens set withdrawn_at = $now, withdrawn_by = $who"
            " where token_hash = $hash and withdrawn_at is null",
            {"hash": token_hash, "who": who, "now": now},
        )


def note_use(store: Store, token: Token, now: datetime) -> None:
    """It was used at a moment (UTC); written at most every minute."""
    if token.last_used_at is not None and token.last_used_at <= now < token.last_used_at + USED_EVERY:
        return
    with store.transaction() as cursor:
        cursor.execute(
            "update api_tokens set last_used_at = $now where token_hash = $hash",
            {"hash": token.hash, "now": now},
        )


def _token(row: tuple[Any, ...]) -> Token:
    token_hash, name, owner, scopes, *others = row
    return Token(token_hash, name, owner, tuple(Scope(each) for each in scopes.split(";")), *others)
