"""What was decided, who owns it, by when, and what became of it: carried from round to round."""

from collections.abc import Sequence
from datetime import date
from uuid import uuid4

import streamlit as st

from data import queries
from data.models import Action
from data.writing import RowChange, save_records
from evaluation.checklist import carried
from evaluation.scales import ACTION_STATES, ROWS
from language import N_, Words
from materials.charts.chart import round_in_sentence
from pages import session
from pages.components.actions import ICONS, facts_of
from pages.components.date_field import date_field
from pages.components.empty_states import require_rounds
from pages.components.history import show_history
from pages.components.labels import LABELS
from pages.components.outcome_messages import save, show_messages
from pages.components.tables import count, show_table


def show_counts(found: Sequence[Action], words: Words) -> None:
    """How many still lack an outcome, and how many stand in which state, by principle."""
    lacking = sum(not each.outcome for each in found)
    st.markdown(
        words.many(
            "{lacking} of {count} action lacks an outcome.",
            "{lacking} of {count} actions lack an outcome.",
            len(found),
            lacking=lacking,
        )
        if lacking
        else words.many(
            "{count} action has its outcome.", "All {count} actions have their outcomes.", len(found)
        )
    )
    rows = [
        {
            words("Principle"): words(ROWS[row], number=row).capitalize(),
            **{
                words(label): count(each.principle == row and each.state == state for each in found)
                for state, label in ACTION_STATES.items()
            },
            words("Without outcome"): count(each.principle == row and not each.outcome for each in found),
        }
        for row in ROWS
        if row in "12345" or any(each.principle == row for each in found)
    ]
    show_table(rows, words("Actions by principle and state"))


def show_action(action: Action, names: Sequence[str], words: Words, *, carried_over: bool) -> None:
    """One action with what became of it, and the form to say so; one ``carried_over`` says after which
    round it was decided.
    """
    with st.container(border=True, key=f"card {action.action}"):
        st.badge(words(ACTION_STATES[action.state]), icon=ICONS[action.state], color="gray")
        head = words(ROWS[action.principle], number=action.principle).capitalize()
        if carried_over:
            head = words(
                "{what}, decided after {round}", what=head, round=round_in_sentence(action.round, words)
            )
        st.markdown(
            f":small[{session.plain(head)}]  \n**{session.plain(action.text)}** "
            f" \n:small[{session.plain(facts_of(action, words))}]"
        )
        show_messages(f"action {action.action}")
        if action.outcome:
            st.markdown(session.plain(words("What became of it: {outcome}", outcome=action.outcome)))
        elif action.due_on and action.due_on < date.today():
            st.markdown(f":orange-badge[:material/schedule: {words('Overdue, and no outcome yet')}]")
        left, right = st.columns([2, 1])
        ask = words("Change what is said of it") if action.outcome else words("Say what became of it")
        with left, st.expander(ask, icon=":material/edit:"):
            _form(action, names, words)
        with right:
            show_history("actions", action.action, words)


def _form(action: Action, names: Sequence[str], words: Words) -> None:
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
            _ask_owner(action.owner, names, f"owner {action.action}", words)
            date_field(words(LABELS["due_on"]), action.due_on, f"due {action.action}", words)
        read = queries.exchange_rows.row(session.store(), "actions", {"action": action.action})
        st.form_submit_button(
            words("Save"), type="primary", icon=":material/save:", on_click=_save, args=(action, read)
        )


def _ask_owner(owner: str | None, names: Sequence[str], key: str, words: Words) -> None:
    options = list(dict.fromkeys([*names, *([owner] if owner else [])]))
    st.selectbox(
        words(LABELS["owner"]),
        options,
        options.index(owner) if owner else None,
        key=key,
        accept_new_options=True,
        placeholder=words("Choose or write"),
    )


def _save(action: Action, read: dict[str, str | None]) -> None:
    held = {
        field: st.session_state[f"{field} {action.action}"]
        for field in ("state", "outcome of", "owner", "due")
    }
    values = {
        "action": action.action,
        "round": action.round,
        "principle": action.principle,
        "text": action.text,
        "state": held["state"],
        "outcome": held["outcome of"],
        "owner": held["owner"] or "",
        "due_on": str(held["due"] or ""),
    }
    row = RowChange("actions", values, read)
    save(
        f"action {action.action}",
        lambda: save_records(session.store(), session.person(), [row]),
        session.words()("The action is saved."),
        LABELS,
    )


def show_new(names: Sequence[str], words: Words) -> None:
    """Decide something new after the chosen round."""
    st.subheader(words("Decide something new"))
    show_messages("new action")
    with st.form("new action", clear_on_submit=True):
        st.selectbox(
            words("Principle"),
            list(ROWS),
            key="new principle",
            format_func=lambda row: words(ROWS[row], number=row).capitalize(),
        )
        st.text_area(words("What will be done"), key="new text")
        with st.container(horizontal=True):
            _ask_owner(None, names, "new owner", words)
            date_field(words(LABELS["due_on"]), None, "new due", words)
        st.form_submit_button(words("Add the action"), type="primary", icon=":material/add:", on_click=_add)


def _add() -> None:
    words, now = session.words(), session.chosen_round().key
    principle, text, owner, due = (
        st.session_state[f"new {field}"] for field in ("principle", "text", "owner", "due")
    )
    values = {
        "action": f"{now}:{uuid4().hex[:8]}",
        "round": now,
        "principle": principle,
        "text": text,
        "owner": owner or "",
        "due_on": str(due or ""),
        "state": "planned",
    }
    save(
        "new action",
        lambda: save_records(session.store(), session.person(), [RowChange("actions", values)]),
        words("The action is added."),
        {**LABELS, "text": N_("What will be done")},
    )


words = session.words()
require_rounds(words("Follow-up"), words)
st.title(words("Follow-up"))
now = session.chosen_round()
earlier, own = carried(session.store(), now.key), queries.actions.of_round(session.store(), now.key)
owners = sorted({action.owner for action in [*earlier, *own] if action.owner})
left, right = st.columns(2)
with left:
    owner = session.choose(
        "owner", ["", *owners], "", label=words("Owner"), in_words=lambda name: name or words("All")
    )
with right:
    row = session.choose(
        "row",
        ["", *ROWS],
        "",
        label=words("Principle"),
        in_words=lambda row: words(ROWS[row], number=row).capitalize() if row else words("All"),
    )
earlier, own = (
    [each for each in found if (not owner or each.owner == owner) and (not row or each.principle == row)]
    for found in (earlier, own)
)
names = list(queries.bodies.names(session.store()).values())
if earlier or own:
    show_counts([*earlier, *own], words)
if earlier:
    st.subheader(words("Carried from earlier rounds"))
    st.caption(words("Each of them needs an outcome before this round can close."))
    for action in earlier:
        show_action(action, names, words, carried_over=True)
st.subheader(session.plain(words("Decided after {round}", round=round_in_sentence(now.key, words))))
if not own:
    st.markdown(words("Nothing yet."))
for action in own:
    show_action(action, names, words, carried_over=False)
show_new(names, words)
