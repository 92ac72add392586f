"""What is missing before a round can close, with the way to each point, and the button that closes it."""

from datetime import UTC, datetime

import streamlit as st

from data.database import Store
from data.models import Round
from evaluation.checklist import ASSESSMENTS, CONCLUSIONS, FOLLOW_UP, Point, checklist
from language import N_, Words
from pages import session
from pages.components.labels import LABELS
from pages.components.outcome_messages import save
from workflow.closing import close_round

PLACES = {
    ASSESSMENTS: ("pages/records/assessments.py", N_("Go to the assessments")),
    CONCLUSIONS: ("pages/results/principle.py", N_("Go to the conclusions")),
    FOLLOW_UP: ("pages/records/followup.py", N_("Go to the follow-up")),
}
HOLDS_BACK = ":material/block:"


def show_checklist(store: Store, now: Round, words: Words) -> None:
    """Each missing point with the way to it, then the button that closes."""
    points = checklist(store, now.key)
    if not points:
        st.success(words("Nothing is missing. The round can close."), icon=":material/task_alt:")
    for point in points:
        _show_point(point, words)
    if any(point.blocks for point in points):
        st.info(words("The round can close once the points marked {sign} are mended.", sign=HOLDS_BACK))
    else:
        _offer_closing(now, words, is_complete=not points)


def offer_freezing(now: Round, words: Words) -> None:
    """A round that came in as closed by file is frozen on request."""
    st.info(
        words(
            "The round came in as closed: its evaluation follows its records. Freeze it, and it never changes"
            " again."
        ),
        icon=":material/ac_unit:",
    )
    st.button(
        words("Freeze the evaluation"),
        type="primary",
        icon=":material/ac_unit:",
        on_click=_close,
        args=(now,),
    )


def _show_point(point: Point, words: Words) -> None:
    page, label = PLACES[point.place]
    icon = HOLDS_BACK if point.blocks else ":material/pending:"
    with st.container(border=True):
        st.markdown(f"{icon} {session.plain(words.say(point.sentence))}")
        st.page_link(page, label=words(label), icon=":material/arrow_forward:")


def _offer_closing(now: Round, words: Words, *, is_complete: bool) -> None:
    st.markdown(
        words(
            "Closing freezes the evaluation for good: later edits of records do not reach it, and its"
            " assessments and conclusions can no longer be written. Corrections after that are errata, shown"
            " beside it."
        )
    )
    sure = is_complete or st.checkbox(
        words("Close although this is missing; it will be seen in the evaluation")
    )
    st.button(
        words("Close the round"),
        type="primary",
        icon=":material/lock:",
        disabled=not sure,
        on_click=_close,
        args=(now,),
    )


def _close(now: Round) -> None:
    message = session.words()("The round is closed and frozen.")
    at = datetime.now(UTC).replace(tzinfo=None)
    save(
        "closing",
        lambda: close_round(session.store(), session.person(), round_before=now, at=at),
        message,
        LABELS,
    )
