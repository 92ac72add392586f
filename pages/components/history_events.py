"""The log of events, the newest first."""

import pandas as pd
import streamlit as st

from data import queries
from data.audit import ACTION_NAMES, OUTCOME_NAMES, Action, Outcome
from data.queries.change_search import Search
from data.queries.events import Event
from evaluation.round_names import round_in_words
from language import N_, Words
from materials.table_csv import table_csv
from pages import session
from pages.components.history_changes import roles_in_words
from pages.components.history_search import choose_rows, choose_search, offer_file
from pages.components.import_rows import cut
from pages.components.tables import show_table
from workflow.permission import COMMANDS, RIGHT_NAMES

NAME = "events"
LONGEST = 120
PROGRAM = N_("The program")
NOTES = {"confidential": N_("with closed words"), "everywhere": N_("on every machine")}
SUBJECTS = {"no role": N_("has no role"), "first administrator": N_("first administrator")}


def show_events(words: Words) -> None:
    """The search, and what it gives."""
    store = session.store()
    search = choose_search(
        NAME,
        queries.events.people(store),
        queries.events.actions(store),
        lambda action: action_in_words(action, words),
    )
    count = queries.events.count(store, search)
    if not count:
        line = (
            words("No event fits the search.") if search != Search() else words("Nothing has happened yet.")
        )
        st.info(line, icon=":material/history:")
        return
    offer_file(NAME, count, words("Events"), lambda: events_csv(search, words))
    events = queries.events.page(store, search, choose_rows(NAME, count, search, words))
    show_table([_cells(event, words) for event in events], words("Events"))


def events_csv(search: Search, words: Words) -> bytes:
    """Every event that is looked for, a row each."""
    events = queries.events.page(session.store(), search, slice(0, 10**9))
    rows = [
        {
            words("When"): words.moment(event.happened_at),
            words("Who"): event.person or words(PROGRAM),
            words("Role"): roles_in_words(tuple(event.roles.split(";")), words),
            words("What"): action_in_words(event.action, words),
            words("Outcome"): _outcome(event, words),
            words("About"): _subject(event, words),
            words("Command"): event.subject if event.subject in COMMANDS else "",
            words("Note"): _note(event, words),
        }
        for event in events
    ]
    return table_csv(pd.DataFrame(rows))


def action_in_words(action: str, words: Words) -> str:
    """What a kind of event is called; its key where it has no name."""
    return words(ACTION_NAMES[Action(action)]) if action in list(Action) else action


def _cells(event: Event, words: Words) -> dict[str, str]:
    roles = roles_in_words(tuple(event.roles.split(";")), words)
    who = event.person or words(PROGRAM)
    about = "  \n".join(session.plain(cut(text, LONGEST)) for text in _about(event, words) if text)
    outcome = "" if event.outcome == Outcome.DONE else f"  \n:orange-badge[{_outcome(event, words)}]"
    when = session.plain(words.moment(event.happened_at))
    return {
        words("Who"): f"{session.plain(f'{who} ({roles})' if roles else who)}  \n:small[{when}]",
        words("What"): f"{session.plain(action_in_words(event.action, words))}{outcome}",
        words("About"): about or "–",
    }


def _about(event: Event, words: Words) -> tuple[str, str]:
    return _subject(event, words), _note(event, words)


def _subject(event: Event, words: Words) -> str:
    """A command as the right that it needs is called, and whose words were read; anything else as it is."""
    round_key, _, body = event.subject.partition(" ")
    if event.action == Action.CONFIDENTIAL_READ and body in session.body_names():
        return f"{session.body_names()[body]} · {round_in_words(round_key, words)}"
    if event.subject in COMMANDS:
        return words(RIGHT_NAMES[COMMANDS[event.subject].right])
    return words(SUBJECTS[event.subject]) if event.subject in SUBJECTS else event.subject


def _note(event: Event, words: Words) -> str:
    return words(NOTES[event.note]) if event.note in NOTES else event.note


def _outcome(event: Event, words: Words) -> str:
    return words(OUTCOME_NAMES[Outcome(event.outcome)])
