"""Saving from a form: what was written, refused or met by somebody else's save is said where the form
stands.
"""

from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from data.errors import ChangedMeanwhile, CommandRefused, RecordProblem, RecordRefused, StoreError
from language import N_, Words
from pages import session

SHOW: Mapping[str, Callable[..., object]] = {
    "success": st.success,
    "warning": st.warning,
    "error": st.error,
    "info": st.info,
}
ROOM = N_("“{label}” {reason}.")


def save(
    place: str,
    command: Callable[[], Iterable[RecordProblem]],
    success: str,
    labels: Mapping[str, str] | None = None,
) -> bool:
    """Carry out a command and keep what came of it until :func:`show_messages` draws it; gives whether it was
    done.

    ``saved`` is what is said of a success; ``labels`` are a form's names of the columns, in English.
    """
    words, names = session.words(), labels or {}
    try:
        notices = command()
        messages = [
            ("success", success),
            *(("warning", error_in_words(each, names, words)) for each in notices),
        ]
    except RecordRefused as refusal:
        messages = [("error", error_in_words(problem, names, words)) for problem in refusal.problems]
    except (ChangedMeanwhile, StoreError) as refusal:
        messages = [("warning", words.say(refusal.sentence))]
    except CommandRefused as refusal:
        messages = [("error", words.say(refusal.sentence))]
    keep_messages(place, messages)
    return messages[0][0] == "success"


def keep_messages(place: str, messages: list[tuple[str, str]]) -> None:
    """Keep sentences, each with its kind, for the place where they are to be shown."""
    st.session_state[f"outcome {place}"] = messages


def add_message(place: str, kind: str, text: str) -> None:
    """Add a sentence to what is kept for a place."""
    keep_messages(place, [*st.session_state.get(f"outcome {place}", ()), (kind, text)])


def take_messages(place: str) -> list[tuple[str, str]]:
    """What is kept for a place, to be said elsewhere; nothing is kept there any more."""
    return list(st.session_state.pop(f"outcome {place}", ()))


def show_messages(place: str) -> None:
    """What came of the last save here, once: in one place that is always there, so that fields below are not
    made anew, and keep the focus, when the words go.
    """
    with st.container():
        for kind, text in take_messages(place):
            SHOW[kind](session.plain(text))


def error_in_words(error: RecordProblem, labels: Mapping[str, str], words: Words) -> str:
    """What is wrong with a field, under the field's own name."""
    label = words(labels[error.column]) if error.column in labels else error.column
    return words(ROOM, label=label, reason=error.reason)
