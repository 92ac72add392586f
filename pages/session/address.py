"""Choices that a link must carry: they live in the address, and stay chosen on other pages.

Streamlit's own binding writes the translated label there, and the address has to hold ``?lang=en`` and
``?round=2022-2025/endterm``.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

Choice = TypeVar("Choice")


def choice_in_link(name: str, options: Sequence[Choice], default: Choice) -> Choice:
    """The choice that the address names, else the one made before in this session, else the default.

    An address that Back or Forward leads to was written whole: what it doesn't name was not chosen there.
    """
    by_name = {str(option): option for option in options}
    choice_before = "" if is_back_or_forward() else st.session_state.get(f"linked {name}", "")
    return by_name.get(st.query_params.get(name, choice_before), default)


def is_back_or_forward() -> bool:
    """Whether Back or Forward led to the address."""
    context = get_script_run_ctx(suppress_warning=True)
    return context is not None and context.is_history_navigation


def keep_in_link(name: str, choice: object) -> None:
    """Put a choice into the address, and keep it for pages that are reached without it. An empty text is
    no choice.
    """
    st.session_state[f"linked {name}"] = str(choice)
    if choice == "":
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != str(choice):
        st.query_params[name] = str(choice)


def forget_choices(*, besides: Collection[str]) -> None:
    """What was chosen before in this visit is chosen no more, apart from some; the address stays."""
    for key in [str(key) for key in st.session_state if str(key).startswith("linked ")]:
        if key.removeprefix("linked ") not in besides:
            del st.session_state[key]


def choose(
    name: str, options: Sequence[Choice], default: Choice, *, label: str, in_words: Callable[[Choice], str]
) -> Choice:
    """A list to pick from, whose choice is in the link and stays chosen on other pages.

    What the link says is put into the list each time. A browser shows the words of a choice as they were when
    the list was made, so that a list whose words change (the language, a round's state) is another list.
    """
    choice: Choice = st.selectbox(
        label, options, width=520, **_linked(name, options, default, in_words=in_words)
    )
    keep_in_link(name, choice)
    return choice


def choose_in_row(
    name: str, options: Sequence[Choice], default: Choice, *, label: str, in_words: Callable[[Choice], str]
) -> Choice:
    """The same of a few, which stand beside each other."""
    how = _linked(name, options, default, in_words=in_words)
    choice: Choice = st.radio(label, options, horizontal=True, **how)
    keep_in_link(name, choice)
    return choice


def _linked(
    name: str, options: Sequence[Choice], default: Choice, *, in_words: Callable[[Choice], str]
) -> dict[str, Any]:
    """What makes a field of Streamlit's show what the link says, and keep there what is picked in it."""
    labels = [in_words(option) for option in options]
    key = f"chosen {name} {hash(tuple(labels))}"
    option_in_link = choice_in_link(name, options, default)
    if st.session_state.get(key) != option_in_link:
        st.session_state[key] = option_in_link
    return {
        "format_func": dict(zip(options, labels, strict=True)).__getitem__,
        "key": key,
        "on_change": lambda: keep_in_link(name, st.session_state[key]),
    }
