"""The plan of a round: its days, and the day on which each body takes up the evaluation."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from data import queries
from data.database import Store
from data.models import Body, Round
from language import Words
from pages import session
from pages.components.date_field import date_field
from pages.components.labels import LABELS
from pages.components.outcome_messages import save
from pages.components.round_opening import show_opening, show_taking_back
from workflow.rounds import RoundPlan, plan_round

DATES = ("period_from", "period_to", "opens_on", "answers_due_on", "closes_on")


def show_opening_and_plan(store: Store, now: Round, bodies: Sequence[Body], words: Words) -> None:
    """Opening it or taking that back, and its plan."""
    if now.status == "planned":
        show_opening(now, bodies, words)
    else:
        show_taking_back(store, now, words)
    show_plan(store, now, bodies, words)


def show_plan(store: Store, now: Round, bodies: Sequence[Body], words: Words) -> None:
    """Its fields; saved together."""
    with st.form(f"plan {now.key}"):
        for names in (DATES[:2], DATES[2:]):
            for column, name in zip(st.columns(3), names, strict=False):
                with column:
                    date_field(words(LABELS[name]), getattr(now, name), _field(name, now), words)
        _show_meetings(queries.meetings.of_round(store, now.key), now, bodies, words)
        st.form_submit_button(
            words("Save the plan"),
            type="primary" if now.status == "open" else "secondary",
            icon=":material/save:",
            on_click=_save,
            args=(now, [body.key for body in bodies]),
        )


def _show_meetings(meetings: Mapping[str, date], now: Round, bodies: Sequence[Body], words: Words) -> None:
    st.markdown(f"**{words('Meeting at which each committee and centre takes up the evaluation')}**")
    columns = st.columns(2)
    for place, body in enumerate(bodies):
        with columns[place % 2]:
            date_field(body.name, meetings.get(body.key), _field(f"meeting {body.key}", now), words)


def _field(name: str, now: Round) -> str:
    return f"{name} {now.key}"


def _save(now: Round, bodies: Sequence[str]) -> None:
    plan = RoundPlan(
        **{name: st.session_state[_field(name, now)] for name in DATES},
        meetings={body: st.session_state[_field(f"meeting {body}", now)] for body in bodies},
    )
    message = session.words()("The plan is saved.")
    save(
        "plan",
        lambda: plan_round(session.store(), session.person(), round_before=now, plan=plan),
        message,
        LABELS,
    )
