"""One action with what became of it, and the form to say so."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from data.models import Action
from evaluation.round_names import round_in_sentence
from evaluation.scales import ACTION_STATES, ROWS
from language import N_, Words
from pages import session
from pages.components.actions import ICONS, facts_of
from pages.components.date_field import date_field
from pages.components.headings import show_section
from pages.components.history import show_history
from pages.components.labels import LABELS
from pages.components.may import is_allowed, may_write
from pages.components.outcome_messages import save, show_messages
from workflow.follow_up import decide_action, update_action
from workflow.permission import Right

NEW_LABELS = {**LABELS, "text": N_("What will be done")}


def show_action(action: Action, owners: Sequence[str], words: Words, *, carried_over: bool) -> None:
    """A card; one that is ``carried_over`` says after which round it was decided."""
    with st.container(border=True, key=f"card {action.action}"):
        st.badge(words(ACTION_STATES[action.state]), icon=ICONS[action.state], color="gray")
        st.markdown(
            f":small[{session.plain(_head(action, words, carried_over=carried_over))}]  \n"
            f"**{session.plain(action.text)}**  \n:small[{session.plain(facts_of(action, words))}]"
        )
        show_messages(f"action {action.action}")
        if action.outcome:
            st.markdown(session.plain(words("What became of it: {outcome}", outcome=action.outcome)))
        elif action.due_on and action.due_on < date.today():
            st.markdown(f":orange-badge[:material/schedule: {words('Overdue, and no outcome yet')}]")
        left, right = st.columns([2, 1])
        ask = words("Change the outcome") if action.outcome else words("Say what became of it")
        if is_allowed(Right.CONCLUDE):
            with left, st.expander(ask, icon=":material/edit:"):
                _show_form(action, owners, words)
        with right:
            show_history("actions", action.action, words)


def show_new_action(round_key: str, owners: Sequence[str], words: Words) -> None:
    """Decide something new after a round."""
    if not may_write(Right.CONCLUDE, words):
        return
    show_section(words("Decide something new"))
    show_messages("new action")
    with st.form("new action", clear_on_submit=True):
        st.selectbox(
            words("Principle"),
            list(ROWS),
            key="new principle",
            format_func=lambda row: words(ROWS[row], number=row).capitalize(),
        )
        st.text_area(words(NEW_LABELS["text"]), key="new text")
        with st.container(horizontal=True):
            _owner_field(None, owners, "new owner", words)
            date_field(words(LABELS["due_on"]), None, "new due", words)
        st.form_submit_button(
            words("Add the action"),
            type="primary",
            icon=":material/add:",
            on_click=_decide,
            args=(round_key,),
        )


def _head(action: Action, words: Words, *, carried_over: bool) -> str:
    row = words(ROWS[action.principle], number=action.principle).capitalize()
    if not carried_over:
        return row
    return words("{what}, decided after {round}", what=row, round=round_in_sentence(action.round, words))


def _show_form(action: Action, owners: Sequence[str], words: Words) -> None:
    states = list(ACTION_STATES)
    with st.form(f"action {action.action}", border=False):
        st.radio(
            words(LABELS["state"]),
            states,
            states.index(action.state),
            key=f"state {action.action}",
            horizontal=True,
            format_func=lambda state: words(ACTION_STATES[state]),
        )
        st.text_area(words(LABELS["outcome"]), action.outcome or "", key=f"outcome of {action.action}")
        with st.container(horizontal=True):
            _owner_field(action.owner, owners, f"owner {action.action}", words)
            date_field(words(LABELS["due_on"]), action.due_on, f"due {action.action}", words)
        st.form_submit_button(
            words("Save"), type="primary", icon=":material/save:", on_click=_update, args=(action,)
        )


def _owner_field(owner: str | None, owners: Sequence[str], key: str, words: Words) -> None:
    options = list(dict.fromkeys([*owners, *([owner] if owner else [])]))
    st.selectbox(
        words(LABELS["owner"]),
        options,
        options.index(owner) if owner else None,
        key=key,
        accept_new_options=True,
        placeholder=words("Choose or write"),
    )


def _update(action: Action) -> None:
    state, outcome, owner, due = (
        st.session_state[f"{field} {action.action}"] for field in ("state", "outcome of", "owner", "due")
    )
    action_after = replace(action, state=state, outcome=outcome, owner=owner, due_on=due)
    save(
        f"action {action.action}",
        lambda: update_action(
            session.store(), session.person(), action_before=action, action_after=action_after
        ),
        session.words()("The action is saved."),
        LABELS,
    )


def _decide(round_key: str) -> None:
    principle, text, owner, due = (
        st.session_state[f"new {field}"] for field in ("principle", "text", "owner", "due")
    )
    action = Action("", round_key, principle, text, owner, due, "planned", None)
    save(
        "new action",
        lambda: decide_action(session.store(), session.person(), action),
        session.words()("The action is added."),
        NEW_LABELS,
    )
