"""What is missing before a round can close, with the way to each point, and the closing, asked once more."""

from datetime import date

import streamlit as st

from data.clock import utc_now
from data.database import Store
from data.models import Round
from evaluation.before_closing import last_look
from evaluation.checklist import ASSESSMENTS, CONCLUSIONS, FOLLOW_UP, Point, checklist
from evaluation.round_names import round_in_words
from language import N_, Words
from pages import session
from pages.components.confirmation import Confirmation, ask_once_more
from pages.components.labels import LABELS
from pages.components.may import may_write
from pages.components.outcome_messages import save
from workflow.closing import close_round
from workflow.permission import Right

PLACES = {
    ASSESSMENTS: ("pages/records/assessments.py", N_("Go to the assessments")),
    CONCLUSIONS: ("pages/results/principle.py", N_("Go to the conclusions")),
    FOLLOW_UP: ("pages/records/followup.py", N_("Go to the follow-up")),
}
HOLDS_BACK = ":material/block:"


def show_checklist(store: Store, now: Round, words: Words) -> None:
    """Each missing point with the way to it, then the closing."""
    points = checklist(store, now.key)
    if not points:
        st.success(words("Nothing is missing. The round can close."), icon=":material/task_alt:")
    for point in points:
        _show_point(point, words)
    if any(point.blocks for point in points):
        st.info(words("The round can close once the points marked {sign} are mended.", sign=HOLDS_BACK))
    else:
        if may_write(Right.CONDUCT, words):
            _offer_closing(store, now, words)


def offer_freezing(store: Store, now: Round, words: Words) -> None:
    """A round that came in as closed by file is frozen on request."""
    st.info(
        words(
            "The round came in as closed: its evaluation follows its records. Freeze it, and it never changes"
            " again."
        ),
        icon=":material/ac_unit:",
    )
    if not may_write(Right.CONDUCT, words):
        return
    freezing = Confirmation(
        words("Freeze the evaluation"),
        ":material/ac_unit:",
        [*_last_look(store, now, words), words("Freezing cannot be undone.")],
        words("Yes, freeze it for good"),
    )
    ask_once_more(freezing, lambda: _close(now), "freeze it")


def _show_point(point: Point, words: Words) -> None:
    page, label = PLACES[point.place]
    icon = HOLDS_BACK if point.blocks else ":material/pending:"
    with st.container(border=True):
        st.markdown(f"{icon} {session.plain(words.say(point.sentence))}")
        st.page_link(page, label=words(label), icon=":material/arrow_forward:")


def _offer_closing(store: Store, now: Round, words: Words) -> None:
    st.markdown(
        words(
            "Closing freezes the evaluation for good: later edits of records do not reach it, and its"
            " assessments and conclusions can no longer be written. Corrections after that are errata, shown"
            " beside it."
        )
    )
    closing = Confirmation(
        words("Close the round"),
        ":material/lock:",
        [*_last_look(store, now, words), words("Closing cannot be undone.")],
        words("Yes, close it for good"),
    )
    ask_once_more(closing, lambda: _close(now), "close it")


def _last_look(store: Store, now: Round, words: Words) -> list[str]:
    """The round by its name, whether its period is over, and how much is missing."""
    look = last_look(store, now, date.today())
    sign = ":material/check:" if look.is_period_over else ":material/warning:"
    missing = [f":material/pending: {session.plain(words.say(each))}" for each in look.missing]
    complete = [f":material/check: {words('Nothing is missing.')}"]
    return [
        f"**{session.plain(round_in_words(now.key, words))}**",
        f"{sign} {session.plain(words.say(look.period))}",
        *(missing or complete),
    ]


def _close(now: Round) -> None:
    message = session.words()("The round is closed and frozen.")
    at = utc_now()
    save(
        "closing",
        lambda: close_round(session.store(), session.person(), round_before=now, at=at),
        message,
        LABELS,
    )
