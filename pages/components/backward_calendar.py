"""What must be ready when, counted back from each body's meeting, and who is late."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from data import queries
from data.database import Store
from data.models import Answer, Body, Round
from evaluation.calendar import STEPS, plan
from language import Words
from pages import session
from pages.components.headings import show_section
from pages.components.tables import show_table


def show_calendar(store: Store, now: Round, bodies: Sequence[Body], words: Words) -> None:
    """A row a body; nothing where nobody is asked."""
    if not bodies:
        return
    show_section(words("Backward calendar"))
    st.caption(
        words(
            "Counted back from each meeting; a day that is no working day moves to the one before it. The"
            " days are norms."
        )
    )
    meetings, norms = queries.meetings.of_round(store, now.key), session.norms()
    rows = []
    for body in bodies:
        days = plan(now, body.key, meetings.get(body.key), norms)
        answers = [answer for answer in session.answers() if answer.body == body.key]
        rows.append(
            {
                words("Committee or centre"): session.plain(body.name),
                **{words(STEPS[step]): words.date(day, "short") or "–" for step, day in days.before.items()},
                words("Meeting"): words.date(days.meets_on, "short") or "–",
                words("Answers due"): words.date(days.answer_due, "short") or "–",
                words("Answered"): _answered(answers, now, days.answer_due, words=words),
            }
        )
    show_table(rows, words("Backward calendar"))


def _answered(answers: Sequence[Answer], now: Round, due: date | None, *, words: Words) -> str:
    """``3 af 5``, and how many days are left or over while the round is not closed."""
    submitted_count = sum(answer.status == "submitted" for answer in answers)
    share = words.share_of(submitted_count, len(answers))
    if submitted_count == len(answers) or due is None or now.status == "closed":
        return share
    days = (due - date.today()).days
    if days < 0:
        return f"{share} · :orange-badge[{words.many('{count} day late', '{count} days late', -days)}]"
    return f"{share} · {words.many('{count} day left', '{count} days left', days)}"
