"""How long things are kept, and how personal data is taken out of what is kept beside the records."""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from data import drafts, erasure, visits
from data.audit import Action
from data.erasure import DRAFTS, EVENTS, HISTORY, Occurrence
from data.queries.change_search import FROZEN
from evaluation.units import quantity
from language import N_, Sentence, Words
from pages import session
from pages.components.confirmation import Confirmation, ask_once_more
from pages.components.headings import show_section
from pages.components.history_events import action_in_words
from pages.components.import_rows import cut
from pages.components.outcome_messages import keep_messages, save, show_messages
from pages.components.record_names import kind_in_words
from pages.components.tables import show_table
from workflow.personal_data import LEAST, Removal, remove_personal_data

PLACE, SOUGHT = "personal data", "personal data sought"
MOST, LONGEST = 50, 100
"""So many places are listed, with so much of each; all of them are counted."""
KEPT_IN = {HISTORY: N_("History of records"), DRAFTS: N_("Unsaved drafts"), EVENTS: N_("Events")}
KEPT: tuple[tuple[str, Sentence], ...] = (
    (
        N_("Records, their history and frozen rounds"),
        Sentence(N_("As long as the register; they are the evaluation")),
    ),
    (
        N_("Unsaved drafts"),
        Sentence(N_("{days} after the last change"), {"days": quantity(drafts.KEPT.days, "days")}),
    ),
    (N_("Events"), Sentence(N_("As long as the register"))),
    (
        N_("Visits of people who signed in"),
        Sentence(N_("{days} after they were last seen"), {"days": quantity(visits.KEPT.days, "days")}),
    ),
    (N_("Backups on schedule"), Sentence(N_("By age, a year at most"))),
    (N_("Other backups, and copies before an upgrade"), Sentence(N_("As IT operations keep them"))),
)


def show_retention(words: Words) -> None:
    """What is kept how long, and below it the way to take a text out."""
    rows = [{words("What"): words(what), words("Kept"): words.say(how_long)} for what, how_long in KEPT]
    show_table(rows, words("What is kept, and for how long"))
    show_section(words("Take personal data out"))
    st.markdown(
        words(
            "A name, an address or a number is replaced by a mark with the day, in the history, in unsaved"
            " drafts and in the events. That it was done, by whom and why is kept, the text itself is not."
            " Records are changed on their own pages, closed rounds stay as they were frozen, and backups"
            " that were taken before still hold the text."
        )
    )
    show_messages(PLACE)
    with st.form("find personal data"):
        st.text_input(words("Text to be removed, in whole words"), key="personal text", max_chars=200)
        st.form_submit_button(words("Find it"), icon=":material/search:", on_click=_find)
    if text := str(st.session_state.get(SOUGHT, "")):
        _show_places(text, words)


def _find() -> None:
    text = str(st.session_state["personal text"]).strip()
    st.session_state[SOUGHT] = text if sum(map(str.isalnum, text)) >= LEAST else ""
    if not st.session_state[SOUGHT]:
        line = session.words()("Write at least {count} letters or digits.", count=LEAST)
        keep_messages(PLACE, [("error", line)])
        return
    session.record_event(Action.PERSONAL_DATA_SEARCH)  # it tells where a word stands, in closed words too


def _show_places(text: str, words: Words) -> None:
    store = session.store()
    places, records = erasure.occurrences(store, text), erasure.records_with(store, text)
    if records.pop(FROZEN, 0):
        st.info(words("It stands in a closed round, which stays as it was frozen."), icon=":material/lock:")
    if records:
        names = ", ".join(f"{kind_in_words(kind, words)} ({count})" for kind, count in records.items())
        line = words(
            "It stands in records too, which are not changed here: {names}. Change them on their own pages.",
            names=names,
        )
        st.warning(session.plain(line), icon=":material/edit:")
    if not places:
        st.info(words("It stands in no history, draft or event."), icon=":material/check_circle:")
        return
    counts = [f"{words(KEPT_IN[name])}: {count}" for name, count in _counts(places)]
    st.markdown(f"**{session.plain(' · '.join(counts))}**")
    show_table([_cells(place, words) for place in places[:MOST]], words("Where it stands"))
    if len(places) > MOST:
        st.caption(words("The first {count} are shown.", count=MOST))
    _ask(text, places, words)


def _ask(text: str, places: Sequence[Occurrence], words: Words) -> None:
    labels = {
        str(
            (place.kept_in, place.key)
        ): f"{index}. {words(KEPT_IN[place.kept_in])}: {cut(_about(place, words), LONGEST)}"
        for index, place in enumerate(places[:MOST], 1)
    }
    st.multiselect(
        words("Only in these (none chosen: everywhere)"),
        list(labels),
        format_func=labels.__getitem__,
        key="personal only",
    )
    st.text_input(words("Why it is removed"), key="personal reason", max_chars=200)
    confirmation = Confirmation(
        words("Remove it"),
        ":material/delete_forever:",
        [words("It can't be brought back, but from a backup that was taken before.")],
        words("Yes, remove it for good"),
    )
    ask_once_more(confirmation, lambda: _remove(text, places), "remove personal data")


def _remove(text: str, places: Sequence[Occurrence]) -> None:
    words, chosen = session.words(), set(st.session_state["personal only"])
    only = [(place.kept_in, place.key) for place in places if str((place.kept_in, place.key)) in chosen]
    removal = Removal(text, str(st.session_state["personal reason"]), only)
    now = datetime.now(UTC).replace(tzinfo=None)

    def command() -> tuple[()]:
        remove_personal_data(session.store(), session.person(), removal, at=now)
        return ()

    if save(PLACE, command, words("It is removed. The events say who removed it and why.")):
        st.session_state[SOUGHT] = st.session_state["personal text"] = ""


def _counts(places: Sequence[Occurrence]) -> list[tuple[str, int]]:
    counts = [(name, sum(place.kept_in == name for place in places)) for name in KEPT_IN]
    return [(name, count) for name, count in counts if count]


def _cells(place: Occurrence, words: Words) -> dict[str, str]:
    return {
        words("Kept in"): words(KEPT_IN[place.kept_in]),
        words("When"): session.plain(words.moment(place.happened_at)),
        words("Who"): session.plain(place.who or "–"),
        words("About"): session.plain(cut(_about(place, words), LONGEST)),
    }


def _about(place: Occurrence, words: Words) -> str:
    """The kind of record and its key, the place of a draft, or the kind of event and its subject."""
    first, _, rest = place.about.partition(" ")
    if place.kept_in == HISTORY:
        return f"{kind_in_words(first, words)} {rest}"
    return f"{action_in_words(first, words)} {rest}" if place.kept_in == EVENTS else place.about
