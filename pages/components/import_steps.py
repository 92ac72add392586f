"""The questions about a file, one after another on one page: what is answered becomes a line that can be
opened again, and the first that is not stands open.
"""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from language import Sentence, Words
from pages import session
from pages.components.headings import show_section
from pages.components.import_draft import Draft
from pages.components.import_state import answer, keep_answer


@dataclass(frozen=True)
class Step:
    """A question about the file.

    ``summary`` says in a line what is answered; ``blocker`` why one can't go on (None: one can);
    ``is_open_at_first`` whether a person must look at it; ``is_needed`` whether there is anything to ask.
    """

    key: str
    title: str
    show: Callable[[Draft, Words], None]
    summary: Callable[[Draft, Words], str]
    blocker: Callable[[Draft], Sentence | None]
    is_open_at_first: Callable[[Draft], bool]
    is_needed: Callable[[Draft], bool] = lambda draft: True


def show_steps(draft: Draft, steps: tuple[Step, ...], words: Words) -> int:
    """The steps down to the first that is not answered; gives its number, or the one after the last."""
    needed = [step for step in steps if step.is_needed(draft)]
    for number, step in enumerate(needed, start=2):
        show_section(f"{number}. {words(step.title)}")
        if not _is_done(draft, step):
            _show_open(draft, step, words)
            return 0
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":material/check: {session.plain(step.summary(draft, words))}", width="content")
            st.button(
                words("Change"),
                key=f"import change {step.key}",
                type="tertiary",
                icon=":material/edit:",
                on_click=keep_answer,
                args=(_place(draft, step), False),
            )
    return len(needed) + 2


def _show_open(draft: Draft, step: Step, words: Words) -> None:
    step.show(draft, words)
    blocker = step.blocker(draft)
    if blocker is not None:
        st.warning(session.plain(words.say(blocker)), icon=":material/edit:")
    st.button(
        words("Continue"),
        key=f"import continue {step.key}",
        type="primary",
        icon=":material/arrow_downward:",
        disabled=blocker is not None,
        on_click=keep_answer,
        args=(_place(draft, step), True),
    )


def _is_done(draft: Draft, step: Step) -> bool:
    is_done: bool = answer(_place(draft, step), not step.is_open_at_first(draft))
    return is_done and step.blocker(draft) is None


def _place(draft: Draft, step: Step) -> str:
    return f"{draft.scope}done {step.key}"
