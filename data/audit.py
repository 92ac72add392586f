"""What was done with the program, and by whom: kept in the register, and said in one line of JSON on standard
output.

Events are no records: they are append-only, leave no history, and are no exchange file, for they are evidence
of this installation. Nothing that people wrote in answers belongs into an event.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

import duckdb

from data.database import Store
from data.errors import StoreError
from data.log_lines import as_line, print_line
from data.models import Role
from language import N_


class Action(StrEnum):
    """What an event is of."""

    START = "start"
    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    REFUSAL = "refusal"
    COMMAND = "command"
    CONFIDENTIAL_READ = "confidential_read"
    DOWNLOAD = "download"
    EXPORT = "export"
    IMPORT = "import"
    BACKUP = "backup"
    BACKUP_DOWNLOAD = "backup_download"
    RESTORE = "restore"
    CHECK = "check"
    TOKEN_USE = "token_use"
    TOKEN_REFUSAL = "token_refusal"
    ACCESS_CHANGE = "access_change"
    PERSONAL_DATA_REMOVAL = "personal_data_removal"
    PERSONAL_DATA_SEARCH = "personal_data_search"
    DRAFT_EXPIRY = "draft_expiry"


class Outcome(StrEnum):
    """What came of it."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


ACTION_NAMES: Mapping[Action, str] = {
    Action.START: N_("Start of the program"),
    Action.SIGN_IN: N_("Sign-in"),
    Action.SIGN_OUT: N_("Sign-out"),
    Action.REFUSAL: N_("Refusal"),
    Action.COMMAND: N_("Change"),
    Action.CONFIDENTIAL_READ: N_("Closed words read"),
    Action.DOWNLOAD: N_("Download"),
    Action.EXPORT: N_("Export of all tables"),
    Action.IMPORT: N_("File taken in"),
    Action.BACKUP: N_("Backup"),
    Action.BACKUP_DOWNLOAD: N_("Download of a backup"),
    Action.RESTORE: N_("Backup put in place"),
    Action.CHECK: N_("Check of the register"),
    Action.TOKEN_USE: N_("Use of a token"),
    Action.TOKEN_REFUSAL: N_("Refusal of a token"),
    Action.ACCESS_CHANGE: N_("Change of access"),
    Action.PERSONAL_DATA_REMOVAL: N_("Removal of personal data"),
    Action.PERSONAL_DATA_SEARCH: N_("Search for personal data"),
    Action.DRAFT_EXPIRY: N_("End of old drafts"),
}
OUTCOME_NAMES: Mapping[Outcome, str] = {
    Outcome.DONE: N_("Done"),
    Outcome.REFUSED: N_("Refused"),
    Outcome.FAILED: N_("Failed"),
}


@dataclass(frozen=True)
class AuditEvent:
    """Somebody did something, or was refused: ``subject`` is what it is about (a page, a file, a command, a
    record's key), ``note`` what else is to be known. ``entries`` are the first and last entry that it wrote
    into the history, None where it wrote none.
    """

    action: Action
    person: str
    roles: frozenset[Role] = frozenset()
    subject: str = ""
    outcome: Outcome = Outcome.DONE
    note: str = ""
    entries: tuple[int, int] | None = None


_IS_UNRECORDED = ContextVar("is_unrecorded", default=False)


def record(store: Store, event: AuditEvent, *, at: datetime | None = None) -> None:
    """Keep an event, and print it as one line of JSON; ``at`` is in UTC, and now where it is None. A register
    that can't be written now still gets the line; nothing is raised for it.
    """
    if _IS_UNRECORDED.get() or not store.keeps_events:
        return
    moment = _utc(at)
    print_line(log_line(event, moment))
    first, last = event.entries or (None, None)
    values = {name: _storable(value) for name, value in _texts(event).items()}
    with suppress(StoreError, duckdb.Error), store.transaction() as cursor:
        cursor.execute(
            "insert into audit_events"
            " (happened_at, person, roles, action, subject, outcome, note, first_entry, last_entry)"
            " values ($at, $person, $roles, $action, $subject, $outcome, $note, $first, $last)",
            {"at": moment, **values, "roles": ";".join(_roles(event)), "first": first, "last": last},
        )


@contextmanager
def unrecorded() -> Iterator[None]:
    """Nothing that is done here is an event: made-up people do made-up things."""
    token = _IS_UNRECORDED.set(True)
    try:
        yield
    finally:
        _IS_UNRECORDED.reset(token)


def log_line(event: AuditEvent, at: datetime) -> str:
    """An event at a moment (UTC) as one line of JSON: for where no register can be opened."""
    return as_line(_utc(at), {"kind": "event", **_texts(event), "roles": _roles(event)})


def _texts(event: AuditEvent) -> dict[str, str]:
    names = ("person", "action", "subject", "outcome", "note")
    return {name: str(getattr(event, name)) for name in names}


def _roles(event: AuditEvent) -> list[str]:
    return sorted(map(str, event.roles))


def _storable(text: str) -> str:
    """Without what is no letter of any language, such as half of a surrogate pair in a file's name."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")


def _utc(at: datetime | None) -> datetime:
    """To the microsecond, without a zone."""
    moment = at or datetime.now(UTC)
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
