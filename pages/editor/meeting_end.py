"""What a meeting has left to answer, and the way on when nothing is."""

import streamlit as st

from evaluation.meeting_progress import Progress, progress, progress_words
from language import Words
from pages import session
from pages.editor.assessment_editor import Place

LAST = 5


def show_progress(place: Place, words: Words) -> None:
    """That all five are submitted, with the way on; once the last is saved, which are not, with the way to
    each.
    """
    body_progress = progress(session.store(), place.round, place.body)
    text = session.plain(words.say(progress_words(body_progress)))
    if body_progress.is_complete:
        st.success(text, icon=":material/task_alt:")
        st.page_link(
            "pages/records/assessments.py",
            label=words("On to the assessments of all"),
            icon=":material/arrow_forward:",
            query_params={"body": place.body, "principle": "1"},
        )
        st.page_link(
            "pages/results/body.py",
            label=words("Minutes text of this meeting"),
            icon=":material/edit_document:",
            query_params={"body": place.body, "round": place.round, "open": "minutes"},
        )
    elif place.principle == LAST and LAST not in body_progress.missing:
        st.info(text, icon=":material/pending:")
        _link_waiting(place, body_progress, words)


def _link_waiting(place: Place, body_progress: Progress, words: Words) -> None:
    with st.container(horizontal=True):
        for number in body_progress.waiting:
            if number != place.principle:
                st.page_link(
                    "pages/records/meeting.py",
                    label=words("Go to principle {number}", number=number),
                    icon=":material/arrow_forward:",
                    query_params={"body": place.body, "principle": str(number)},
                )
