"""One action with what became of it, in a row of a list, and the form to say so."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from data.models import Action
from evaluation.overdue import is_overdue
from evaluation.round_names import round_in_sentence
from evaluation.scales import ACTION_STATES, ROWS
from language import N_, Words
from materials.charts.chart import numbered
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


def show_action(action: Action, owners: Sequence[str], words: Words) -> None:
    """One row of the list: what, whose and by when, what became of it, and a menu to change it. One that was
    decided after another round than the chosen one says so.
    """
    with st.container(border=True, gap="xsmall", key=f"card {action.action}"):
        show_messages(f"action {action.action}")
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            st.markdown(
                f"**{session.plain(action.text)}**  \n"
                f"{_marks(action, words)} :small[{session.plain(_facts(action, words))}]",
                width=740,
            )
            _show_menu(action, owners, words)
        if action.outcome:
            st.markdown(
                f":small[{session.plain(words('What became of it: {outcome}', outcome=action.outcome))}]"
            )


def _marks(action: Action, words: Words) -> str:
    """Its state, and in colour what is wrong: past its day, or nobody's."""
    state = f":gray-badge[{ICONS[action.state]} {words(ACTION_STATES[action.state])}]"
    overdue = f":orange-badge[:material/schedule: {words('Overdue')}]"
    ownerless = f":orange-badge[:material/person_off: {words('No owner')}]"
    parts = (
        overdue if is_overdue(action, date.today()) else "",
        state,
        "" if action.owner else ownerless,
    )
    return " ".join(part for part in parts if part)


def _facts(action: Action, words: Words) -> str:
    after = (
        words("decided after {round}", round=round_in_sentence(action.round, words))
        if action.round != session.chosen_round().key
        else ""
    )
    parts = (row_name(action.principle, words), facts_of(action, words), after)
    return " · ".join(part for part in parts if part)


def row_name(row: str, words: Words) -> str:
    """``1. Formulerer tydelige rammer``, or proportionality: what an action or a conclusion stands under."""
    findings = {str(each.principle): each for each in session.evaluation().principles}
    return numbered(findings[row], words) if row in findings else words(ROWS[row]).capitalize()


def _show_menu(action: Action, owners: Sequence[str], words: Words) -> None:
    """The form for who may follow up, and the history."""
    label = words("Change the outcome") if action.outcome else words("State the outcome")
    if not is_allowed(Right.CONCLUDE):
        label = words("History")
    with st.popover(label, icon=":material/edit:", key=f"menu {action.action}"):
        if is_allowed(Right.CONCLUDE):
            _show_form(action, owners, words)
        show_history("actions", action.action, words)


def show_new_action(round_key: str, owners: Sequence[str], words: Words) -> None:
    """Decide something new after a round."""
    if not may_write(Right.CONCLUDE, words):
        return
    show_section(words("Decide something new"))
    show_messages("new action")
    with st.form("new action"):
        st.selectbox(
            words("Principle"),
            list(ROWS),
            key="new principle",
            format_func=lambda row: row_name(row, words),
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
    if save(
        "new action",
        lambda: decide_action(session.store(), session.person(), action),
        session.words()("The action is added."),
        NEW_LABELS,
    ):
        # What was refused stays in its fields; what was added leaves them empty for the next.
        st.session_state["new text"] = ""
        st.session_state["new owner"] = st.session_state["new due"] = None
