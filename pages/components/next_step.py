"""One line at the top: what the open round waits for, and the way there."""

import streamlit as st

from evaluation.checklist import ASSESSMENTS, CONCLUSIONS, FOLLOW_UP
from evaluation.next_step import NextStep, next_step
from evaluation.round_names import round_in_words
from language import Words
from pages import session

PAGES = {
    ASSESSMENTS: "pages/records/assessments.py",
    CONCLUSIONS: "pages/settings/closing.py",
    FOLLOW_UP: "pages/records/followup.py",
}


def show_next_step(words: Words) -> None:
    """The newest open round's next step; nothing where no round is open."""
    step = _next_step(*session.version())
    if step is None:
        return
    line = words(
        "{round} is open: {step}", round=round_in_words(step.round, words), step=words.say(step.sentence)
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":blue-background[{session.plain(line)}]", width="content")
        st.page_link(
            PAGES[step.place],
            label=words("Go to the next step"),
            icon=":material/arrow_forward:",
            query_params={"round": step.round},
        )


@st.cache_resource(show_spinner=False, max_entries=4)
def _next_step(opening: int, version: int) -> NextStep | None:
    open_round = next((each for each in session.rounds() if each.status == "open"), None)
    if open_round is None:
        return None
    return next_step(session.store(), open_round, session.snapshot_in(open_round).norms)
