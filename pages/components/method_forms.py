"""What one does to methods: list a word that consultations use, add, change or remove one."""

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from data.errors import RecordProblem
from data.models import Method
from language import Words
from pages import session
from pages.components.history import show_history
from pages.components.labels import LABELS
from pages.components.may import may_write
from pages.components.outcome_messages import save
from pages.components.removal import show_removal
from pages.components.tables import show_table
from workflow.methods import MethodEntry, add_method, change_method, remove_method
from workflow.permission import Right

PLACE = "methods"
NEW = "new"
FIELDS = ("name_da", "name_en", "has_response_period", "aliases")


def show_methods(methods: Sequence[Method], words: Words) -> None:
    """A row a method: whether it has a period to respond in, and the other words it goes by."""
    rows = [
        {
            words("Method"): session.plain(name_of(method, words)),
            words("Period to respond in"): words("yes") if method.has_response_period else words("no"),
            words("Also called"): session.plain(", ".join(method.aliases)) or "–",
        }
        for method in methods
    ]
    show_table(rows, words("Methods and whether they have a period to respond in"))


def show_forms(methods: Sequence[Method], words: Words) -> None:
    """All that one does; where none is listed, none can be changed."""
    if not may_write(Right.SET_UP, words):
        return
    if not methods:
        _show_adding(words)
        return
    adding, changing = session.tabs("method_tab", {"add": words("Add"), "change": words("Change or remove")})
    with adding:
        _show_adding(words)
    with changing:
        _show_changing(methods, words)


def _show_adding(words: Words) -> None:
    """A new method."""
    with st.form("add method"):
        _show_fields(NEW, None, words)
        st.form_submit_button(words("Add the method"), type="primary", icon=":material/add:", on_click=_add)


def _show_changing(methods: Sequence[Method], words: Words) -> None:
    """One method, with its history and the button that removes it."""
    by_key = {method.key: method for method in methods}
    key = session.choose(
        "method_key",
        list(by_key),
        next(iter(by_key)),
        label=words("Method"),
        in_words=lambda each: name_of(by_key[each], words),
    )
    method = by_key[key]
    with st.form(f"change method {key}"):
        _show_fields(key, method, words)
        st.form_submit_button(
            words("Save the method"),
            type="primary",
            icon=":material/save:",
            on_click=_change,
            args=(method,),
        )
    question = words(
        "“{name}” is removed. Consultations keep the word, and nobody knows then whether they had a period to"
        " respond in.",
        name=name_of(method, words),
    )
    show_removal(session.plain(question), lambda: _remove(method), f"method {key}", words)
    show_history("methods", key, words)


def name_of(method: Method, words: Words) -> str:
    """The method's name in the language of the page."""
    return method.name_da if words.code == "da" else method.name_en


def save_method(command: Callable[[], Iterable[RecordProblem]], message: str) -> bool:
    """Carry out a command, and say what came of it above the methods."""
    return save(PLACE, command, message, LABELS)


def _show_fields(key: str, method: Method | None, words: Words) -> None:
    """Of a method that is stored, or of a new one."""
    fields = {name: f"method {name} {key}" for name in FIELDS}
    st.text_input(words(LABELS["name_da"]), method.name_da if method else "", key=fields["name_da"])
    st.text_input(words(LABELS["name_en"]), method.name_en if method else "", key=fields["name_en"])
    st.checkbox(
        words(LABELS["has_response_period"]),
        method.has_response_period if method else False,
        key=fields["has_response_period"],
        help=words("People have some days to answer in, as in a hearing; a meeting or a walk has none."),
    )
    st.text_area(
        words("Other words for it, one on each line"),
        "\n".join(method.aliases) if method else "",
        key=fields["aliases"],
        help=words("Words that consultations use for the same method. Capitals don't matter."),
    )


def _entry(key: str) -> MethodEntry:
    name_da, name_en, has_response_period, aliases = (
        st.session_state[f"method {field} {key}"] for field in FIELDS
    )
    return MethodEntry(name_da, name_en, has_response_period, tuple(aliases.splitlines()))


def _add() -> None:
    entry = _entry(NEW)
    message = session.words()("“{name}” is added.", name=entry.name_da.strip())
    if save_method(lambda: add_method(session.store(), session.person(), entry), message):
        for field, empty in zip(FIELDS, ("", "", False, ""), strict=True):
            st.session_state[f"method {field} {NEW}"] = empty


def _change(method: Method) -> None:
    entry = _entry(method.key)
    save_method(
        lambda: change_method(session.store(), session.person(), method_before=method, entry=entry),
        session.words()("“{name}” is saved.", name=entry.name_da.strip()),
    )


def _remove(method: Method) -> None:
    message = session.words()("“{name}” is removed.", name=name_of(method, session.words()))
    save_method(lambda: remove_method(session.store(), session.person(), method), message)
