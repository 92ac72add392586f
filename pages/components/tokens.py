"""Tokens for programs: which there are, making one, and withdrawing one."""

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from data import tokens
from data.clock import utc_now
from data.errors import RecordProblem
from data.tokens import Scope, Token
from language import Words
from pages import session
from pages.components.date_field import date_field
from pages.components.labels import LABELS
from pages.components.outcome_messages import save, show_messages
from pages.components.removal import show_removal
from pages.components.tables import show_table
from workflow.tokens import SCOPE_NAMES, TokenRequest, make_token, withdraw_token

PLACE = "tokens"
SECRET = "token secret"
USUAL = timedelta(days=180)


def show_tokens(words: Words) -> None:
    """The tokens, a form for a new one, and one to withdraw."""
    st.caption(
        words(
            "With a token a program reads the register or takes files in, by the address /api (what it can do"
            " there: /api/docs). Give each program its own; nobody can see it again once it was made."
        )
    )
    show_messages(PLACE)
    if secret := st.session_state.pop(SECRET, None):
        st.warning(
            words("Copy the token now: it is not kept, and is shown this once."), icon=":material/key:"
        )
        st.code(secret, language=None)
    listed = tokens.listed(session.store())
    _show_list(listed, words)
    fold = st.expander(words("A new token"), icon=":material/add:", key="new token", on_change="rerun")
    with fold, st.form("make token"):
        _show_fields(words)
        st.form_submit_button(words("Make the token"), type="primary", icon=":material/key:", on_click=_make)
    _show_withdrawing([each for each in listed if each.counts(utc_now())], words)


def _show_list(listed: Sequence[Token], words: Words) -> None:
    if not listed:
        st.info(words("There is no token yet."), icon=":material/key_off:")
        return
    rows = [
        {
            words("Token"): session.plain(each.name),
            words("Answers for it"): session.plain(each.owner),
            words("May"): "; ".join(words(SCOPE_NAMES[scope]) for scope in each.scopes),
            words("Last day"): words.date(each.last_day, "short"),
            words("Last used"): words.moment(each.last_used_at) if each.last_used_at else "–",
            words("State"): _state(each, words),
        }
        for each in listed
    ]
    show_table(rows, words("The tokens of programs"))


def _state(token: Token, words: Words) -> str:
    if token.withdrawn_at is not None:
        values = {"who": token.withdrawn_by, "moment": words.moment(token.withdrawn_at)}
        return session.plain(words("withdrawn {moment} by {who}", **values))
    return words("counts") if token.counts(utc_now()) else words("has run out")


def _show_fields(words: Words) -> None:
    with st.container(horizontal=True):
        st.text_input(
            words("What it is for"),
            key="token name",
            placeholder=words("such as Power BI, environment centre"),
        )
        st.text_input(words("Who answers for it"), session.person().name, key="token owner")
    st.multiselect(
        words("What it may do"),
        list(Scope),
        [Scope.READ],
        format_func=lambda scope: words(SCOPE_NAMES[scope]),
        key="token scopes",
    )
    date_field(words("Last day"), (utc_now() + USUAL).date(), "token last_day", words)


def _show_withdrawing(current: Sequence[Token], words: Words) -> None:
    if not current:
        return
    by_hash = {each.hash: each for each in current}
    fold = st.expander(
        words("Withdraw a token"), icon=":material/key_off:", key="withdraw token", on_change="rerun"
    )
    with fold:
        chosen = st.selectbox(
            words("Token"),
            list(by_hash),
            format_func=lambda each: f"{by_hash[each].name} ({by_hash[each].owner})",
            key="token to withdraw",
        )
        token = by_hash[chosen]
        question = words(
            "“{name}” counts no more, and the program that has it gets nothing.", name=token.name
        )
        show_removal(session.plain(question), lambda: _withdraw(token), chosen, words)


def _make() -> None:
    state = st.session_state
    request = TokenRequest(
        state["token name"], state["token owner"], tuple(state["token scopes"]), state["token last_day"]
    )

    def command() -> list[RecordProblem]:
        state[SECRET] = make_token(session.store(), session.person(), request, at=utc_now())
        return []

    if save(PLACE, command, session.words()("“{name}” is made.", name=request.name), LABELS):
        state["token name"] = ""


def _withdraw(token: Token) -> None:
    def command() -> list[RecordProblem]:
        withdraw_token(session.store(), session.person(), token, at=utc_now())
        return []

    save(PLACE, command, session.words()("“{name}” is withdrawn.", name=token.name), LABELS)
