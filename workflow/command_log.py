"""That a command was done, refused or failed is an event: who, in which roles, what it changed."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from data.audit import Action, AuditEvent, Outcome, record
from data.database import Store
from data.errors import CommandRefused, NotPermitted
from data.queries.history import Written, written_since
from workflow.person import Person

_IS_WITHIN = ContextVar("is_within_a_command", default=False)
ACTIONS: Mapping[str, Action] = {
    "workflow.access.grant_access": Action.ACCESS_CHANGE,
    "workflow.access.change_access": Action.ACCESS_CHANGE,
    "workflow.access.withdraw_access": Action.ACCESS_CHANGE,
    "workflow.access.end_visits_of": Action.ACCESS_CHANGE,
    "workflow.imports.import_table": Action.IMPORT,
    "workflow.forms.take_form_in": Action.IMPORT,
    "workflow.exchange_files.take_exchange_files_in": Action.IMPORT,
}
"""Commands that are looked for by themselves in the log; each other is a change."""
MOST_RECORDS = 3
"""So many of the records that a command changed are named in its event."""


@contextmanager
def recorded(store: Store, person: Person, name: str, *, is_event: bool = True) -> Iterator[None]:
    """What happens here is one command of this ``name``; what it calls is a part of it."""
    if _IS_WITHIN.get():
        yield
        return
    token, version = _IS_WITHIN.set(True), store.version
    event = AuditEvent(ACTIONS.get(name, Action.COMMAND), person.name, person.roles, name)
    try:
        yield
        if is_event:
            written = written_since(store, version, person.name)
            if written.entries or event.action != Action.IMPORT:  # a trial takes nothing in
                record(store, replace(event, note=_in_text(written), entries=written.entries))
    except NotPermitted:
        record(store, replace(event, action=Action.REFUSAL, outcome=Outcome.REFUSED))
        raise
    except CommandRefused:
        raise  # nothing was done, and the person at the screen is told why
    except Exception as problem:
        record(store, replace(event, outcome=Outcome.FAILED, note=type(problem).__name__))
        raise
    finally:
        _IS_WITHIN.reset(token)


def _in_text(written: Written) -> str:
    """The records that a command changed, by table and key, and how many more there are."""
    names = ", ".join(f"{kind} {key}" for kind, key in written.records[:MOST_RECORDS])
    others = len(written.records) - MOST_RECORDS
    return f"{names} +{others}" if others > 0 else names
