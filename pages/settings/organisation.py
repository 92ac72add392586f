"""Committees and centres: those there are, a new one, a new name, an end, a merger and a split."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from data import organisation, queries
from data.models import Body
from data.writing import RowChange, save_records
from evaluation.scales import BODY_LEVELS, LEVELS
from language import Words
from pages import session
from pages.components.date_field import date_field
from pages.components.history import show_history
from pages.components.labels import LABELS
from pages.components.outcome_messages import keep_messages, save, show_messages
from pages.components.tables import show_table

PLACE = "organisation"


def show_bodies(found: list[tuple[Body, tuple[str, ...]]], words: Words) -> None:
    """Each level's bodies with the years in which they exist and whom they took over from; ended ones
    last.
    """
    names = {body.key: body.name for body, _ in found}
    for level, label in LEVELS.items():
        rows = [
            {
                words("Name"): session.plain(body.name),
                words("Exists from"): words.date(body.active_from, "short") or "–",
                words("Exists to"): words.date(body.active_to, "short") or "–",
                words("Took over from"): (
                    session.plain(", ".join(names.get(key, key) for key in succeeds)) or "–"
                ),
            }
            for body, succeeds in sorted(found, key=lambda each: each[0].active_to is not None)
            if body.level == level
        ]
        st.markdown(f"**{words(label)}**")
        if rows:
            show_table(rows, words(label))
        else:
            st.caption(words("None yet."))


def add(words: Words) -> None:
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
        st.form_submit_button(words("Add the body"), type="primary", icon=":material/add:", on_click=_add)


def _add() -> None:
    level, name, day = (st.session_state[f"add {field}"] for field in ("level", "name", "from"))
    if _named(name):
        _save(
            organisation.added(session.store(), level, name.strip(), day),
            session.words()("“{name}” is added.", name=name.strip()),
        )


def change(bodies: Mapping[str, str], words: Words) -> None:
    """Another name, or other years, for the same body."""
    body = st.selectbox(words("Body"), list(bodies), format_func=bodies.__getitem__, key="change body")
    read = queries.exchange_rows.row(session.store(), "bodies", {"body": body}) or {}
    with st.form(f"change {body}"):
        st.text_input(words("Name"), read.get("name") or "", key=f"change name {body}")
        for name, label in (("active_from", words("Exists from")), ("active_to", words("Exists to"))):
            date_field(
                label,
                date.fromisoformat(held) if (held := read.get(name)) else None,
                f"change {name} {body}",
                words,
            )
        st.caption(
            words(
                "A new name stands in every open and later round. A closed round keeps the name it closed"
                " with."
            )
        )
        st.form_submit_button(
            words("Save the body"),
            type="primary",
            icon=":material/save:",
            on_click=_change,
            args=(body, read),
        )
    show_history("bodies", body, words)


def _change(body: str, read: dict[str, str | None]) -> None:
    name, first, last = (
        st.session_state[f"change {field} {body}"] for field in ("name", "active_from", "active_to")
    )
    if _named(name):
        values = {
            "body": body,
            "level": read["level"],
            "name": name.strip(),
            "active_from": str(first or ""),
            "active_to": str(last or ""),
        }
        _save([RowChange("bodies", values, read)], session.words()("“{name}” is saved.", name=name.strip()))


def merge(bodies: Mapping[str, str], levels: Mapping[str, str], words: Words) -> None:
    """Several become one; one alone is replaced by a new one."""
    with st.form("merge bodies"):
        st.multiselect(
            words("Bodies that become one"),
            list(bodies),
            format_func=bodies.__getitem__,
            key="merge bodies chosen",
            placeholder=words("Choose"),
        )
        st.text_input(words("Name of the new body"), key="merge name")
        date_field(words("From which day"), None, "merge day", words)
        st.caption(words("The old ones end the day before. The new one is compared with all of them."))
        st.form_submit_button(
            words("Merge"), type="primary", icon=":material/merge:", on_click=_merge, args=(dict(levels),)
        )


def _merge(levels: Mapping[str, str]) -> None:
    words = session.words()
    chosen, name, day = (
        st.session_state["merge bodies chosen"],
        st.session_state["merge name"],
        st.session_state["merge day"],
    )
    if not chosen or day is None:
        keep_messages(PLACE, [("error", words("Choose the bodies and the day. Nothing was changed."))])
    elif len({levels[body] for body in chosen}) > 1:
        keep_messages(
            PLACE,
            [("error", words("A committee and a centre cannot become one. Choose bodies of one level."))],
        )
    elif _named(name):
        _save(
            organisation.merged(session.store(), chosen, name.strip(), day),
            words("“{name}” has taken over.", name=name.strip()),
        )


def split(bodies: Mapping[str, str], words: Words) -> None:
    """One becomes several."""
    with st.form("split body"):
        st.selectbox(
            words("Body that is split"), list(bodies), format_func=bodies.__getitem__, key="split body chosen"
        )
        st.text_area(words("Names of the new bodies, one on each line"), key="split names")
        date_field(words("From which day"), None, "split day", words)
        st.caption(words("The old one ends the day before. Each new one is compared with it."))
        st.form_submit_button(words("Split"), type="primary", icon=":material/call_split:", on_click=_split)


def _split() -> None:
    words, day = session.words(), st.session_state["split day"]
    names = [line.strip() for line in st.session_state["split names"].splitlines() if line.strip()]
    if len(names) < 2 or day is None:
        keep_messages(
            PLACE,
            [
                (
                    "error",
                    words(
                        "Write at least two names, one on each line, and choose the day. Nothing was changed."
                    ),
                )
            ],
        )
    else:
        rows = organisation.split(session.store(), st.session_state["split body chosen"], names, day)
        _save(rows, words("{names} have taken over.", names=words.listed(names)))


def _named(name: str) -> bool:
    if not name.strip():
        keep_messages(PLACE, [("error", session.words()("Write the name. Nothing was changed."))])
    return bool(name.strip())


def _save(rows: list[RowChange], saved: str) -> None:
    save(PLACE, lambda: save_records(session.store(), session.person(), rows), saved, LABELS)


words = session.words()
st.title(words("Organisation"))
st.caption(
    words("A body is asked in a round if it exists on the day the round opens. Bodies are never ranked.")
)
found = queries.bodies.with_predecessors(session.store())
show_bodies(found, words)
bodies = {body.key: body.name for body, _ in found}
here = {body.key: body.name for body, _ in found if body.active_to is None or body.active_to >= date.today()}
show_messages(PLACE)
tabs = st.tabs([words("Add"), words("Rename or end"), words("Merge"), words("Split")])
with tabs[0]:
    add(words)
if bodies:
    with tabs[1]:
        change(bodies, words)
    with tabs[2]:
        merge(here, {body.key: body.level for body, _ in found}, words)
    with tabs[3]:
        split(here, words)
