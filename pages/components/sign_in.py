"""What stands in place of the pages for who has not signed in, or has no role; and who it is, for
everybody else.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from data import queries, register
from data.audit import Action, Outcome
from data.errors import CommandRefused
from data.local_name import MOST, write_local_name
from language import N_, Words
from pages import session
from pages.components.headings import show_title
from pages.components.outcome_messages import keep_messages, show_messages
from pages.server.first_administrator import FIRST_ADMINISTRATOR
from pages.server.sign_in_trouble import BROKEN, NO_ANSWER, PROBLEM, REFUSED
from workflow.access import become_first_administrator, has_administrator, name_of
from workflow.person import ROLE_NAMES, Person, Role

PLACE = "sign in"
PROBLEMS: Mapping[str, str] = {
    NO_ANSWER: N_(
        "The sign-in does not answer. Nothing is lost. Try again in a few minutes; if that does not help,"
        " tell IT operations that the provider of the sign-in can't be reached."
    ),
    REFUSED: N_(
        "The sign-in was broken off, or refused you. Try again; if that does not help, ask IT operations"
        " whether your account may use Øjenhøjde."
    ),
    BROKEN: N_(
        "The sign-in could not be completed. Try again from here; if that does not help, tell IT operations"
        " the time, so that they can look it up."
    ),
}
"""What is said of a sign-in that went wrong."""


def is_let_in(words: Words) -> bool:
    """Whether the pages may be shown; where not, what stands in their place is drawn."""
    if session.sign_in() is None:
        return True
    claims = session.claims()
    if claims is None:
        _show_sign_in(words)
        return False
    if not session.person().roles:
        session.note_refusal("no role")
        _show_no_role(claims, words)
        return False
    return True


def show_person(words: Words) -> None:
    """Who is at the screen, and the way out; without a sign-in, the name that signs, which is asked for once
    where the machine's user is no person.
    """
    person = session.person()
    if session.sign_in() is None:
        if not person.name:
            _ask_name(words)
        return
    with st.popover(session.plain(person.name), icon=":material/account_circle:"):
        st.caption(session.plain(_roles(person, words)))
        st.button(words("Sign out"), icon=":material/logout:", on_click=_sign_out)
        st.button(
            words("Sign out everywhere"),
            on_click=_sign_out,
            kwargs={"everywhere": True},
            help=words("Ends every visit of yours, on every machine."),
        )


def _show_sign_in(words: Words) -> None:
    show_title("Øjenhøjde")
    st.text(
        words(
            "Sign in with your account at the municipality. You come back to the page that you opened. A"
            " visit ends when the sign-in runs out, or after some time without use; what you were writing is"
            " kept."
        )
    )
    _show_problem(words)
    st.button(words("Sign in"), type="primary", icon=":material/login:", on_click=_sign_in)


def _show_problem(words: Words) -> None:
    """What went wrong with the sign-in that one comes from, and when; it stays until the next one."""
    if problem := st.query_params.pop(PROBLEM, None):
        st.session_state[PROBLEM] = problem, datetime.now(UTC).replace(tzinfo=None)
    problem, moment = st.session_state.get(PROBLEM, (None, None))
    if problem in PROBLEMS:
        line = f"{words.moment(moment)}: {words(PROBLEMS[problem])}"
        st.error(session.plain(line), icon=":material/error:")


def _say_no_groups(claims: Mapping[str, Any], words: Words) -> None:
    """Why roles that go by groups can't be known: a provider leaves them out where somebody has too many, or
    sends none at all.
    """
    if claims.get("groups"):
        return
    if claims.get("hasgroups") or "groups" in (claims.get("_claim_names") or ()):
        st.caption(
            words(
                "You are in so many groups that the sign-in leaves them out. An administrator can give you a"
                " role by your address or your number instead, or IT operations can have the provider send"
                " only the groups that are assigned to Øjenhøjde."
            )
        )
        return
    st.caption(
        words(
            "The sign-in named no groups. If roles go by groups here, the provider must be set to send them."
        )
    )


def _show_no_role(claims: Mapping[str, Any], words: Words) -> None:
    show_title(words("You have no role yet"))
    line = words(
        "You are signed in as {name}. Ask an administrator to give you a role on the page Access, and load"
        " this page again.",
        name=name_of(claims),
    )
    st.text(line)
    _say_no_groups(claims, words)
    if not has_administrator(session.server_store()):
        with st.form("first administrator"):
            st.text_input(words("Code from the console"), key="first code", type="password")
            st.form_submit_button(words("Become the first administrator"), on_click=_take_over)
        show_messages(PLACE)
    st.button(words("Sign out"), icon=":material/logout:", on_click=_sign_out)


def _ask_name(words: Words) -> None:
    with st.popover(words("Write your name"), icon=":material/edit:"), st.form("keep local name"):
        st.text_input(words("Your name"), key="local name", max_chars=MOST)
        st.caption(words("It stands in the history beside what you save. It is asked for once."))
        st.form_submit_button(words("Save the name"), on_click=_keep_name)
    show_messages(PLACE)


def _keep_name() -> None:
    name = str(st.session_state["local name"]).strip()
    if not name:
        return
    try:
        write_local_name(register.database_path(), name)
    except OSError:
        line = session.words()(
            "The name can't be kept beside the register. Set OEJENHOEJDE_NAME, and start the dashboard again."
        )
        keep_messages(PLACE, [("error", line)])


def _sign_in() -> None:
    st.login()


def _sign_out(everywhere: bool = False) -> None:
    claims = session.claims()
    if claims is not None:
        session.end_visit(claims, everywhere=everywhere)
    st.logout()


def _take_over() -> None:
    claims, words = session.claims(), session.words()
    if claims is None:
        return
    if not FIRST_ADMINISTRATOR.is_right(str(st.session_state["first code"])):
        line = words("That is not the code that the console shows. After ten tries it must be started again.")
        keep_messages(PLACE, [("error", line)])
        session.record_event(Action.REFUSAL, "first administrator", outcome=Outcome.REFUSED)
        return
    try:
        become_first_administrator(session.server_store(), claims)
    except CommandRefused as refusal:
        keep_messages(PLACE, [("error", words.say(refusal.sentence))])


def _roles(person: Person, words: Words) -> str:
    """The roles of a person and the bodies that they write for."""
    names = queries.bodies.names(session.store())
    parts = [words(ROLE_NAMES[role]) for role in Role if role in person.roles]
    return ", ".join([*parts, *(names[body] for body in sorted(person.bodies) if body in names)])
