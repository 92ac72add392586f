"""What an administrator reads about access: the rules, who is there, and every role's rights."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import streamlit as st

from data import visits
from data.clock import utc_now
from data.models import AccessRule
from language import Words
from pages import session
from pages.components.tables import show_table
from workflow.access import end_visits_of
from workflow.permission import GRANTS, RIGHT_NAMES, Right
from workflow.person import ROLE_NAMES, Role


def show_rules(rules: Sequence[AccessRule], body_names: Mapping[str, str], words: Words) -> None:
    """A row a rule."""
    if not rules:
        st.info(words("No rule is written yet."), icon=":material/key:")
        return
    rows = [
        {
            words("Role"): words(ROLE_NAMES[rule.role]),
            words("Claim"): session.plain(rule.claim),
            words("Value"): session.plain(rule.value),
            words("Committees and centres"): session.plain(
                ", ".join(body_names.get(body, body) for body in rule.bodies) or "–"
            ),
            words("Last day"): words.date(rule.last_day, "short") if rule.last_day else "–",
            words("Note"): session.plain(rule.note or "–"),
        }
        for rule in rules
    ]
    show_table(rows, words("The rules of access"))


def show_visits(words: Words) -> None:
    """Who is there, with a button that ends every visit of a person."""
    settings = session.sign_in()
    idle = timedelta(minutes=settings.idle_minutes if settings else 0)
    for subject, name, begun, seen in visits.open_visits(session.store(), idle=idle, now=utc_now()):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            line = words(
                "{name}: since {begun}, last seen {seen}",
                name=name,
                begun=words.moment(begun),
                seen=words.moment(seen),
            )
            st.text(line)
            st.button(
                words("End the visits of {name}", name=session.plain(name)),
                key=f"end {subject} {begun}",
                on_click=_end,
                args=(subject,),
            )


def show_rights(words: Words) -> None:
    """Every right, and how far each role has it."""
    rows = [
        {
            words("Right"): words(RIGHT_NAMES[right]),
            **{words(ROLE_NAMES[role]): _reach(role, right, words) for role in Role},
        }
        for right in Right
    ]
    show_table(rows, words("Which role may do what"))


def _reach(role: Role, right: Right, words: Words) -> str:
    grant = GRANTS[right]
    if role in grant.all:
        return words("yes")
    return words("own committees and centres") if role in grant.own else "–"


def _end(subject: str) -> None:
    now = utc_now()
    end_visits_of(session.store(), session.person(), subject, at=now)
