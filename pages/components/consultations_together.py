"""Several consultations of the list are chosen, and get the same values in one saving, previewed before
it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st

from data.errors import CommandRefused, RecordProblem, UnreadableCell
from data.queries.history import Saving
from data.schema import CHOICE, KEY, KEYS, YES_NO
from language import N_, Words
from pages import session
from pages.components.consultation_fields import (
    YES_OR_NO,
    methods_to_choose,
    options_of,
    placeholder_of,
)
from pages.components.consultation_stages import IDENTITY, STAGES
from pages.components.consultation_values import field_in_words
from pages.components.labels import LABELS, label
from pages.components.may import is_allowed
from pages.components.outcome_messages import keep_messages, save, show_messages
from pages.components.register_list import Places, RegisterList
from pages.components.register_rows import Choice, choice_in_visit
from pages.components.tables import show_table
from workflow.cells import Cells
from workflow.consultation_entry import COLUMNS, Value, Values, field_columns, read_field
from workflow.consultations import stored_consultations
from workflow.consultations_together import (
    PreviewedChange,
    SharedChange,
    preview_together,
    save_together,
    saving_of,
)
from workflow.permission import Right
from workflow.undo import in_a_list, undo_saving

PLACE = "consultations together"
UNDO = "together undo"
OWN = {"title", "case_number", "summary", "url", "open_to_influence", "not_open", "not_open_reason"} | {
    *("effect_note", "participants", "contributions", "contributions_answered", "no_end")
}
"""What no two consultations have alike."""
FIELDS = [name for stage in (IDENTITY, *STAGES) for name in stage.columns if name not in OWN]
ADD, REPLACE = "add", "replace"
WAYS = {ADD: N_("Add to those that each has"), REPLACE: N_("In place of those that each has")}
FLAGS = {"yes": True, "no": False}
NOTICES = 3


@dataclass
class _Entry:
    """What is typed in, and what can't be read of it."""

    values: dict[str, Value] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    problems: list[str] = field(default_factory=list)


def choose_several(words: Words) -> Choice | None:
    """What is chosen, while several are to be chosen; else None, as it is for who may change none."""
    if not is_allowed(Right.REGISTER):
        return None
    is_choosing = st.toggle(
        words("Choose several, to change them at once"), key="choose", bind="query-params"
    )
    return choice_in_visit() if is_choosing else None


def show_together(register: RegisterList, matches: Places, words: Words) -> None:
    """How many are chosen, what is to be changed, what would change, and the button that saves it."""
    choice = choice_in_visit()
    keys_in_list = [str(key) for key in register.frame["consultation"].iloc[matches]]
    keys = [key for key in choice.keys if key in register.keys]
    with st.container(border=True):
        _show_count(keys, keys_in_list, words)
        _show_change(keys, words)


def show_outcome(words: Words) -> None:
    """What came of the last saving, and the one click that undoes it."""
    show_messages(PLACE)
    if UNDO in st.session_state:
        st.button(words("Undo the last change of several"), icon=":material/undo:", on_click=_undo)


def _show_count(keys: Sequence[str], keys_in_list: Sequence[str], words: Words) -> None:
    hidden = len(set(keys) - set(keys_in_list))
    text = words.many("{count} consultation is chosen", "{count} consultations are chosen", len(keys))
    more = words.many("{count} of them is not in this list", "{count} of them are not in this list", hidden)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{session.plain(text)}**" + (f" · {session.plain(more)}" if hidden else ""))
        st.button(
            words.many("Choose the one in this list", "Choose all {count} in this list", len(keys_in_list)),
            on_click=_choose_all,
            args=(keys_in_list,),
        )
        if keys:
            st.button(words("Choose none"), type="tertiary", on_click=_choose_all, args=((),))


def _choose_all(keys: Sequence[str]) -> None:
    choice_in_visit().set_all(keys)


def _show_change(keys: Sequence[str], words: Words) -> None:
    columns = st.multiselect(
        words("What is to be changed"),
        FIELDS,
        format_func=lambda column: label(column, words),
        placeholder=words("Choose one or more fields"),
        key="together columns",
        disabled=not keys,
    )
    entry = _Entry()
    for column in columns:
        _ask(column, entry, words)
    for problem in entry.problems:
        st.error(session.plain(problem))
    change = SharedChange(entry.values, entry.added)
    if not change.columns or not keys:
        return
    read = stored_consultations(session.store(), keys)
    lines = preview_together(change, read)
    if not lines:
        st.info(words("They are all so already: nothing would change."), icon=":material/check:")
        return
    _show_preview(lines, words)
    number = sum(_changes(change, stored) for stored in read.values())
    st.button(
        words.many("Save for {count} consultation", "Save for {count} consultations", number),
        type="primary",
        icon=":material/save:",
        disabled=bool(entry.problems),
        on_click=_save,
        args=(change, read, number),
    )


def _changes(change: SharedChange, stored: Cells) -> bool:
    return any(value != stored[name] for name, value in change.cells_for(stored).items())


def _ask(column: str, entry: _Entry, words: Words) -> None:
    """A field as on the consultation's own page. Nothing is proposed: also that it is not known is chosen."""
    key, name, kind = f"together {column}", label(column, words), COLUMNS[column].kind
    if kind in (YES_NO, CHOICE, KEY):
        options = (
            {each: words(text) for each, text in YES_OR_NO.items()}
            if kind == YES_NO
            else options_of(column, {column: None}, words)
        )
        choice = st.selectbox(
            name,
            list(options),
            index=None,
            format_func=options.__getitem__,
            placeholder=words("Choose"),
            key=key,
        )
        if choice is not None:
            entry.values[column] = FLAGS.get(choice) if kind == YES_NO else choice or None
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        is_unknown = st.session_state.get(f"{key} unknown", False)
        if kind == KEYS:
            _ask_methods(column, entry, words)
        else:
            text = st.text_input(
                name, placeholder=placeholder_of(column, words), key=key, disabled=is_unknown
            )
            if text.strip() and not is_unknown:
                _read(column, text, entry, words)
        if st.checkbox(words("Not known"), key=f"{key} unknown"):
            entry.added = () if kind == KEYS else entry.added
            entry.values.update(dict.fromkeys(field_columns(column)))


def _ask_methods(column: str, entry: _Entry, words: Words) -> None:
    methods = st.multiselect(
        label(column, words),
        methods_to_choose({column: None}, words),
        accept_new_options=True,
        placeholder=words("Choose, or write another"),
        key=f"together {column}",
    )
    way = st.radio(
        words("How the methods are put"),
        list(WAYS),
        format_func=lambda each: words(WAYS[each]),
        horizontal=True,
        key="together way",
    )
    if methods and way == ADD:
        entry.added = tuple(methods)
    elif methods:
        entry.values[column] = [method.replace(";", ",").strip() for method in methods]


def _read(column: str, text: str, entry: _Entry, words: Words) -> None:
    try:
        values: Values = read_field(column, text)
    except UnreadableCell as problem:
        reason = words("“{text}” {reason}.", text=text.strip(), reason=problem.sentence)
        entry.problems.append(f"{label(column, words)}: {reason}")
    else:
        entry.values.update(values)


def _show_preview(lines: Sequence[PreviewedChange], words: Words) -> None:
    st.markdown(f"**{words('What would change')}**")
    rows = [
        {
            words("Field"): session.plain(label(line.column, words)),
            words("From"): session.plain(field_in_words({line.column: line.before}, line.column, words)),
            words("To"): session.plain(field_in_words({line.column: line.after}, line.column, words)),
            words("Consultations"): words.number(line.consultations),
        }
        for line in lines
    ]
    show_table(rows, words("What would change"))


def _save(change: SharedChange, read: dict[str, Cells], number: int) -> None:
    words, store = session.words(), session.store()
    message = words.many("Saved for {count} consultation.", "Saved for {count} consultations.", number)

    def command() -> list[RecordProblem]:
        notices = save_together(store, session.person(), change, read=read)
        return list({(each.column, each.reason.text): each for each in notices}.values())[:NOTICES]

    if save(PLACE, command, message, LABELS):
        first = next(key for key, stored in read.items() if _changes(change, stored))
        st.session_state[UNDO] = saving_of(store, first)


def _undo() -> None:
    words = session.words()
    saving: Saving = st.session_state.pop(UNDO)
    try:
        undone = undo_saving(session.store(), session.person(), saving)
    except CommandRefused as refusal:
        keep_messages(PLACE, [("warning", words.say(refusal.sentence))])
        return
    text = words.many(
        "{count} consultation is as it was before.",
        "{count} consultations are as they were before.",
        undone.records,
    )
    messages = [("success", text)]
    if undone.kept:
        names = in_a_list(undone.kept)
        messages.append(
            ("warning", words("These stay, as they have been changed since: {names}", names=names))
        )
    keep_messages(PLACE, messages)
