"""The words that consultations use for their method and that no method goes by: each is listed with one
click.
"""

from collections.abc import Sequence

import streamlit as st

from data.models import Method
from language import Words
from pages import session
from pages.components.may import is_allowed
from pages.components.method_forms import name_of, save_method
from workflow.methods import MethodEntry, add_method, list_word
from workflow.permission import Right

MOST = 12
"""Words shown at once, the most used first."""


def show_unlisted(unlisted: Sequence[tuple[str, int]], methods: Sequence[Method], words: Words) -> None:
    """Each word with how many consultations use it and the three answers: it has a period to respond in, it
    has none, or it is another word for a listed method.
    """
    st.markdown(f"**{words('Words that are not listed yet')}**")
    if not unlisted:
        st.text(words("Every method that a consultation names is listed."))
        return
    st.caption(
        words(
            "Consultations name them as their method. Until they are listed, nobody knows whether there was a"
            " period to respond in."
        )
    )
    for word, number in unlisted[:MOST]:
        _show(word, number, methods, words)
    if len(unlisted) > MOST:
        rest = len(unlisted) - MOST
        st.caption(words.many("And {count} word more.", "And {count} words more.", rest))


def _show(word: str, number: int, methods: Sequence[Method], words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        uses = words.many("{count} consultation", "{count} consultations", number)
        st.markdown(f"**{session.plain(word)}** · {uses}", width=320)
        if not is_allowed(Right.SET_UP):
            return
        for has_response_period, label in (
            (True, words("Has a period to respond in")),
            (False, words("Has none")),
        ):
            st.button(
                label,
                key=f"list {word} {has_response_period}",
                on_click=_list,
                args=(word, has_response_period),
            )
        if methods:
            _show_choice(word, methods, words)


def _show_choice(word: str, methods: Sequence[Method], words: Words) -> None:
    """The methods that it can be another word for; choosing one lists it."""
    by_key = {method.key: method for method in methods}
    key = f"alias {word}"
    st.selectbox(
        words("Another word for"),
        list(by_key),
        None,
        format_func=lambda each: name_of(by_key[each], words),
        key=key,
        label_visibility="collapsed",
        placeholder=words("Another word for …"),
        width=220,
        on_change=lambda: _list_as(word, by_key.get(st.session_state[key])),
    )


def _list(word: str, has_response_period: bool) -> None:
    entry = MethodEntry(word, word, has_response_period)
    message = session.words()("“{name}” is listed as a method.", name=word)
    save_method(lambda: add_method(session.store(), session.person(), entry), message)


def _list_as(word: str, method: Method | None) -> None:
    if method is None:
        return
    words = session.words()
    message = words("“{name}” is another word for {method}.", name=word, method=name_of(method, words))
    save_method(lambda: list_word(session.store(), session.person(), word=word, method=method), message)
