"""Who signed in, and whether the visit still goes on."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import Any

import streamlit as st

from data import visits
from data.audit import Action, AuditEvent, record
from data.clock import utc_now
from pages.server.sign_in import SignIn, sign_in_settings
from pages.session.register import server_store
from workflow.access import name_of, signed_in

LEEWAY = timedelta(seconds=60)
"""By how much the clocks of provider and server may differ."""


@cache
def sign_in() -> SignIn | None:
    """With whom people sign in; None where nobody does."""
    return sign_in_settings()


def claims() -> Mapping[str, Any] | None:
    """What the provider said of who is at the screen; None where nobody has signed in, where it was said to
    another program or by another provider, or where it has run out or the visit was ended.
    """
    settings = sign_in()
    own_claims = dict(st.user) if settings and st.user.is_logged_in else {}
    if settings is None or not own_claims or not _is_ours(own_claims, settings):
        return None
    return own_claims if _goes_on(own_claims, settings) else None


def end_visit(own_claims: Mapping[str, Any], *, everywhere: bool = False) -> None:
    """End this visit, or all of the same person. A copy of its cookie lets nobody in any more."""
    if everywhere:
        visits.end_all(server_store(), str(own_claims["sub"]), utc_now())
    else:
        visits.end(server_store(), _visit(own_claims), utc_now())
    _record(Action.SIGN_OUT, own_claims, "everywhere" if everywhere else "")


def visit_key() -> str:
    """What tells this visit from every other; one and the same where nobody signs in."""
    return _visit(dict(st.user)) if sign_in() else ""


def _is_ours(own_claims: Mapping[str, Any], settings: SignIn) -> bool:
    audience = own_claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    runs_out = datetime.fromtimestamp(float(own_claims.get("exp", 0)), UTC)
    is_current = runs_out + LEEWAY > datetime.now(UTC)
    return (
        bool(own_claims.get("sub"))
        and own_claims.get("iss") == settings.issuer
        and settings.client in audiences
        and is_current
    )


def _goes_on(own_claims: Mapping[str, Any], settings: SignIn) -> bool:
    """Whether the visit was neither ended nor idle for too long; it begins with its first page."""
    idle, now = timedelta(minutes=settings.idle_minutes), utc_now()
    is_open = visits.is_open(server_store(), _visit(own_claims), idle=idle, now=now)
    if is_open is None and visits.begin(
        server_store(), _visit(own_claims), (str(own_claims["sub"]), name_of(own_claims)), now
    ):
        _record(Action.SIGN_IN, own_claims)
    elif is_open:
        visits.note_seen(server_store(), _visit(own_claims), now)
    return is_open is not False


def _record(action: Action, own_claims: Mapping[str, Any], note: str = "") -> None:
    who = signed_in(server_store(), own_claims, date.today())
    record(server_store(), AuditEvent(action, who.name, who.roles, note=note))


def _visit(own_claims: Mapping[str, Any]) -> str:
    """A hash of what tells this sign-in from every other."""
    parts = (own_claims.get(name) for name in ("iss", "sub", "iat", "nonce", "sid"))
    return sha256("\n".join(map(str, parts)).encode()).hexdigest()
