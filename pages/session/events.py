"""What a visitor does that no command says: reads of confidential words, downloads and refused pages are kept
as events, in the name of who is at the screen.
"""

from collections.abc import Callable
from datetime import timedelta

import streamlit as st

from data.audit import Action, AuditEvent, Outcome, record
from data.errors import NotPermitted
from pages.session.person import person
from pages.session.register import register_later, store
from pages.session.visit import visit_key
from workflow.person import Person

AT_THE_SCREEN = "person at the screen"
AT_MOST_EVERY = timedelta(hours=1)
"""What somebody reads again within it is no event of its own: a page is drawn at every click."""


def keep_person() -> None:
    """Who is at the screen is asked once for a whole page, however many buttons it has."""
    st.session_state[AT_THE_SCREEN] = person()


def record_event(
    action: Action, subject: str = "", *, outcome: Outcome = Outcome.DONE, note: str = ""
) -> None:
    """Keep that whoever is at the screen did something."""
    record(store(), _event(action, subject, outcome, note))


def note_confidential_read(*parts: str) -> None:
    """Confidential words are on the screen: ``parts`` say whose (a round and a body, or a file). It is an
    event at most once an hour for the same visit and the same words.
    """
    _record_once(_event(Action.CONFIDENTIAL_READ, " ".join(parts), Outcome.DONE, ""))


def note_refusal(subject: str) -> None:
    """A page was refused; an event at most once an hour for the same visit and page."""
    _record_once(_event(Action.REFUSAL, subject, Outcome.REFUSED, ""))


def with_event(make: Callable[[], bytes], name: str, *, is_confidential: bool = False) -> Callable[[], bytes]:
    """Makes a file that is asked for, and keeps that it was; it may run where nobody is at the screen any
    more.
    """
    who, where = _at_the_screen(), register_later()

    def run() -> bytes:
        with where():
            return made()

    def made() -> bytes:
        try:
            content = make()
        except NotPermitted:
            refusal = AuditEvent(Action.REFUSAL, who.name, who.roles, name, Outcome.REFUSED)
            record(store(), refusal)
            raise
        note = "confidential" if is_confidential else ""
        record(store(), AuditEvent(Action.DOWNLOAD, who.name, who.roles, name, note=note))
        if is_confidential:
            record(store(), AuditEvent(Action.CONFIDENTIAL_READ, who.name, who.roles, name))
        return content

    return run


def _event(action: Action, subject: str, outcome: Outcome, note: str) -> AuditEvent:
    who = _at_the_screen()
    return AuditEvent(action, who.name, who.roles, subject, outcome, note)


def _at_the_screen() -> Person:
    kept = st.session_state.get(AT_THE_SCREEN)
    return kept if isinstance(kept, Person) else person()


def _record_once(event: AuditEvent) -> None:
    _recorded(str(store().path), visit_key(), event.action, event.subject, event.person, _event=event)


@st.cache_resource(show_spinner=False, ttl=AT_MOST_EVERY, max_entries=10_000)
def _recorded(path: str, visit: str, action: str, subject: str, name: str, _event: AuditEvent) -> bool:
    record(store(), _event)
    return True
