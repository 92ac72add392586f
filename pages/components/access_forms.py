"""What an administrator writes about access: a rule is added, changed, or taken away."""

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from data import queries
from data.errors import RecordProblem
from data.models import AccessRule, Role
from language import Words
from pages import session
from pages.components.date_field import date_field
from pages.components.history import show_history
from pages.components.labels import LABELS
from pages.components.outcome_messages import save
from pages.components.removal import show_removal
from workflow.access import change_access, grant_access, withdraw_access
from workflow.person import ROLE_NAMES

PLACE = "access"
NEW = "new"
CLAIMS = ("groups", "roles", "email", "preferred_username", "sub")
"""Claims that providers usually send; any other can be written."""


def show_forms(rules: Sequence[AccessRule], words: Words) -> None:
    """A new rule; and where there are any, one to change or take away."""
    if not rules:
        _show_adding(words)
        return
    adding, changing = session.tabs("rule_tab", {"add": words("Add"), "change": words("Change or remove")})
    with adding:
        _show_adding(words)
    with changing:
        _show_changing(rules, words)


def _show_adding(words: Words) -> None:
    with st.form("add access"):
        _show_fields(NEW, None, words)
        st.form_submit_button(words("Add the rule"), type="primary", icon=":material/add:", on_click=_add)


def _show_changing(rules: Sequence[AccessRule], words: Words) -> None:
    by_key = {_key(rule): rule for rule in rules}
    key = session.choose(
        "rule",
        list(by_key),
        next(iter(by_key)),
        label=words("Rule"),
        in_words=lambda each: _in_words(by_key[each], words),
    )
    rule = by_key[key]
    with st.form(f"change access {key}"):
        _show_fields(key, rule, words)
        st.form_submit_button(
            words("Save the rule"), type="primary", icon=":material/save:", on_click=_change, args=(rule,)
        )
    question = session.plain(words("“{name}” is removed. Its history is kept.", name=_in_words(rule, words)))
    show_removal(question, lambda: _remove(rule), key, words)
    show_history("access_rules", key, words)


def _show_fields(key: str, rule: AccessRule | None, words: Words) -> None:
    names = queries.bodies.names(session.store())
    claims = list(dict.fromkeys([*([rule.claim] if rule else []), *CLAIMS]))
    with st.container(horizontal=True):
        st.selectbox(
            words("Claim"),
            claims,
            key=f"access claim {key}",
            accept_new_options=True,
            help=words("What the sign-in calls it: groups, roles, email, or the provider's number (sub)."),
        )
        st.text_input(words("Value"), rule.value if rule else "", key=f"access value {key}")
        st.selectbox(
            words("Role"),
            list(Role),
            list(Role).index(rule.role) if rule else len(Role) - 1,
            format_func=lambda role: words(ROLE_NAMES[role]),
            key=f"access role {key}",
        )
    st.multiselect(
        words("Committees and centres (for centre managers and committee secretaries)"),
        list(names),
        list(rule.bodies) if rule else [],
        format_func=lambda body: names.get(body, body),
        key=f"access bodies {key}",
    )
    with st.container(horizontal=True):
        date_field(words("Last day"), rule.last_day if rule else None, f"access last_day {key}", words)
        st.text_input(words("Note"), (rule.note or "") if rule else "", key=f"access note {key}")


def _rule(key: str) -> AccessRule:
    values = {name: st.session_state[f"access {name} {key}"] for name in ("claim", "value", "role")}
    return AccessRule(
        **values,
        bodies=tuple(st.session_state[f"access bodies {key}"]),
        last_day=st.session_state[f"access last_day {key}"],
        note=st.session_state[f"access note {key}"].strip() or None,
    )


def _add() -> None:
    rule, words = _rule(NEW), session.words()
    message = words("“{name}” is added.", name=_in_words(rule, words))
    if _save(lambda: grant_access(session.store(), session.person(), rule), message):
        st.session_state[f"access value {NEW}"] = st.session_state[f"access note {NEW}"] = ""
        st.session_state[f"access bodies {NEW}"] = []


def _change(rule_before: AccessRule) -> None:
    rule, words = _rule(_key(rule_before)), session.words()
    message = words("“{name}” is saved.", name=_in_words(rule, words))
    if _save(
        lambda: change_access(session.store(), session.person(), rule_before=rule_before, rule=rule), message
    ):
        session.keep_in_link("rule", _key(rule))


def _remove(rule: AccessRule) -> None:
    words = session.words()
    message = words("“{name}” is removed.", name=_in_words(rule, words))
    _save(lambda: withdraw_access(session.store(), session.person(), rule), message)


def _save(command: Callable[[], Iterable[RecordProblem]], message: str) -> bool:
    return save(PLACE, command, message, LABELS)


def _key(rule: AccessRule) -> str:
    """As the history knows it."""
    return f"{rule.claim}:{rule.value}:{rule.role}"


def _in_words(rule: AccessRule, words: Words) -> str:
    return f"{rule.claim} {rule.value}: {words(ROLE_NAMES[rule.role])}"
