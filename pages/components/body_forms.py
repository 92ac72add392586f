"""What one does to committees and centres: add, rename or end, merge, split."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from data.errors import RecordProblem
from data.models import Body
from evaluation.scales import BODY_LEVELS
from language import Words
from pages import session
from pages.components.date_field import date_field
from pages.components.history import show_history
from pages.components.labels import LABELS
from pages.components.outcome_messages import save
from workflow.organisation import (
    Merger,
    NewBody,
    Split,
    add_bodies,
    addresses,
    change_body,
    merge_bodies,
    split_body,
)

PLACE = "organisation"


def show_adding(words: Words) -> None:
    """A body that is new."""
    with st.form("add body", clear_on_submit=False):
        st.radio(
            words("Level"),
            list(BODY_LEVELS),
            format_func=lambda level: words(BODY_LEVELS[level]),
            horizontal=True,
            key="add level",
        )
        st.text_input(words("Name"), key="add name")
        date_field(words("Exists from"), None, "add from", words)
        _address_field("", "add email", words)
        st.form_submit_button(words("Add it"), type="primary", icon=":material/add:", on_click=_add)


def show_changing(bodies: Sequence[Body], words: Words) -> None:
    """Another name, or other years, for the same body."""
    by_key = {body.key: body for body in bodies}
    key = session.choose(
        "body",
        list(by_key),
        next(iter(by_key)),
        label=words("Committee or centre"),
        in_words=lambda each: by_key[each].name,
    )
    body = by_key[key]
    with st.form(f"change {key}"):
        st.text_input(words("Name"), body.name, key=f"change name {key}")
        date_field(words("Exists from"), body.active_from, f"change active_from {key}", words)
        date_field(words("Exists to"), body.active_to, f"change active_to {key}", words)
        _address_field("; ".join(body.email), f"change email {key}", words)
        st.caption(
            words(
                "A new name stands in every open and later round. A closed round keeps the name it closed"
                " with."
            )
        )
        st.form_submit_button(
            words("Save the changes"),
            type="primary",
            icon=":material/save:",
            on_click=_change,
            args=(body,),
        )
    show_history("bodies", key, words)


def show_merging(names: Mapping[str, str], words: Words) -> None:
    """Several become one; one alone is replaced by a new one."""
    with st.form("merge bodies"):
        st.multiselect(
            words("Committees or centres that become one"),
            list(names),
            format_func=names.__getitem__,
            key="merge bodies chosen",
            placeholder=words("Choose"),
        )
        st.text_input(words("Name of the new committee or centre"), key="merge name")
        date_field(words("From which day"), None, "merge day", words)
        st.caption(words("The old ones end the day before. The new one is compared with all of them."))
        st.form_submit_button(words("Merge"), type="primary", icon=":material/merge:", on_click=_merge)


def show_splitting(names: Mapping[str, str], words: Words) -> None:
    """One becomes several."""
    with st.form("split body"):
        st.selectbox(
            words("Committee or centre that is split"),
            list(names),
            format_func=names.__getitem__,
            key="split body chosen",
        )
        st.text_area(words("Names of the new committees or centres, one on each line"), key="split names")
        date_field(words("From which day"), None, "split day", words)
        st.caption(words("The old one ends the day before. Each new one is compared with it."))
        st.form_submit_button(words("Split"), type="primary", icon=":material/call_split:", on_click=_split)


def _address_field(addresses: str, key: str, words: Words) -> None:
    st.text_input(
        words("E-mail address"),
        addresses,
        key=key,
        help=words("Letters and reminders go there. Several addresses stand with semicolons between them."),
    )


def _add() -> None:
    level, name, day, email = (
        st.session_state[f"add {field}"] for field in ("level", "name", "from", "email")
    )
    body = NewBody(level, name, day, addresses(email))
    _save(
        lambda: add_bodies(session.store(), session.person(), [body]),
        session.words()("“{name}” is added.", name=name.strip()),
        {"add name": "", "add from": None, "add email": ""},
    )


def _change(body: Body) -> None:
    name, first, last, email = (
        st.session_state[f"change {field} {body.key}"]
        for field in ("name", "active_from", "active_to", "email")
    )
    body_after = replace(body, name=name, active_from=first, active_to=last, email=addresses(email))
    _save(
        lambda: change_body(session.store(), session.person(), body_before=body, body_after=body_after),
        session.words()("“{name}” is saved.", name=name.strip()),
    )


def _merge() -> None:
    merger = Merger(
        st.session_state["merge bodies chosen"],
        st.session_state["merge name"],
        st.session_state["merge day"],
    )
    _save(
        lambda: merge_bodies(session.store(), session.person(), merger),
        session.words()("“{name}” has taken over.", name=merger.name.strip()),
        {"merge bodies chosen": [], "merge name": "", "merge day": None},
    )


def _split() -> None:
    names = [line.strip() for line in st.session_state["split names"].splitlines() if line.strip()]
    split = Split(st.session_state["split body chosen"], names, st.session_state["split day"])
    words = session.words()
    _save(
        lambda: split_body(session.store(), session.person(), split),
        words("{names} have taken over.", names=words.listed(names)),
        {"split names": "", "split day": None},
    )


def _save(
    command: Callable[[], Iterable[RecordProblem]], message: str, empty: Mapping[str, object] | None = None
) -> None:
    """Carry out a command; once it is done, the fields are ``empty``."""
    if save(PLACE, command, message, LABELS):
        st.session_state.update(empty or {})
