"""What a visit has answered about a file: it stays through reruns, other pages and the other language, until
the file is taken in or put away.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import streamlit as st

from data.foreign.sheet import ForeignFile

Value = TypeVar("Value")
UPLOAD, ANSWERS, RESULTS = "import upload", "import answers", "import results"


@dataclass(frozen=True)
class Upload:
    """The file that is on its way in: its bytes as they came, and what was read in them."""

    name: str
    content: bytes
    file: ForeignFile


@dataclass(frozen=True)
class Question:
    """A list to pick from. ``place`` tells the question from all others; ``default`` is proposed (None:
    nothing is).
    """

    place: str
    label: str
    options: Sequence[Hashable]
    default: Hashable | None
    in_words: Callable[[Any], str]


def upload() -> Upload | None:
    """The file on its way in, or none."""
    file: Upload | None = st.session_state.get(UPLOAD)
    return file


def keep_upload(file: Upload) -> None:
    """From now on this file is on its way in."""
    st.session_state[UPLOAD] = file


def forget_upload() -> None:
    """No file is on its way in any more; what was answered stays, for the next one with the same columns."""
    st.session_state.pop(UPLOAD, None)
    st.session_state.pop(RESULTS, None)


def answer(place: str, default: Any) -> Any:
    """What was answered at a place, or the proposed answer."""
    return st.session_state.get(ANSWERS, {}).get(place, default)


def keep_answer(place: str, value: Any) -> None:
    """Keep an answer."""
    st.session_state.setdefault(ANSWERS, {})[place] = value


def pick(question: Question, widget: Callable[..., Any] = st.selectbox, **look: Any) -> Any:
    """Draw the list with its answer in it, and give the answer.

    A browser shows the words of an answer as they were when the list was made, so that a list whose words
    change (the language, a body's name) is another list.
    """
    labels = [question.in_words(option) for option in question.options]
    key = f"{question.place} {hash(tuple(labels))}"
    value = answer(question.place, question.default)
    value = value if value in question.options else question.default
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    if value is None:
        look["index"] = None
    return widget(
        question.label,
        question.options,
        format_func=dict(zip(question.options, labels, strict=True)).__getitem__,
        key=key,
        on_change=_keep,
        args=(question.place, key),
        **look,
    )


def _keep(place: str, key: str) -> None:
    keep_answer(place, st.session_state[key])


def once(name: str, key: Hashable, make: Callable[[], Value]) -> Value:
    """What ``make`` gives, made anew only where the key has changed."""
    results = st.session_state.setdefault(RESULTS, {})
    if name not in results or results[name][0] != key:
        results[name] = (key, make())
    value: Value = results[name][1]
    return value
