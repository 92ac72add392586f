"""The groups of a consultation: whether each was sought out, took part, and lies beyond those affected."""

import streamlit as st

from data.labels import GROUPS
from language import N_, Words
from pages import session
from pages.components.consultation_fields import YES_OR_NO
from pages.components.labels import group_key, group_name
from pages.components.outcome_messages import save, show_messages
from workflow.consultations import Group, groups_of, remove_group, save_group

PLACE = "consultation groups"
QUESTIONS = {
    "sought_out": N_("Sought out"),
    "took_part": N_("Took part"),
    "beyond_affected": N_("Beyond those directly affected"),
}
FLAGS = {"": None, "yes": True, "no": False}


def show_groups(key: str, words: Words) -> None:
    """Each group with its three answers, and a list to add another from."""
    st.markdown(f"**{words('Groups')}**")
    st.caption(words("Add each group that was sought out or took part. What is not known can stay so."))
    groups = groups_of(session.store(), key)
    for group in groups:
        _show_group(key, group, words)
    names = {group.name for group in groups}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            words("Add a group"),
            [name for name in GROUPS if name not in names],
            index=None,
            format_func=lambda name: group_name(name, words),
            placeholder=words("Choose, or write another"),
            accept_new_options=True,
            key=f"add group {key}",
            width=330,
            on_change=_add,
            args=(key,),
        )
    show_messages(PLACE)


def _show_group(key: str, group: Group, words: Words) -> None:
    name = group_name(group.name, words)
    with st.container(border=True):
        st.markdown(f"**{session.plain(name)}**")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            for question, text in QUESTIONS.items():
                field = f"group {key} {group.name} {question}"
                answer = {None: "", True: "yes", False: "no"}[getattr(group, question)]
                if st.session_state.get(field) != answer:
                    st.session_state[field] = answer
                st.radio(
                    words(text),
                    list(YES_OR_NO),
                    format_func=lambda each: words(YES_OR_NO[each]),
                    horizontal=True,
                    key=field,
                    width=270,
                    on_change=_change,
                    args=(key, group, question),
                )
            st.button(
                words("Remove"),
                key=f"remove group {key} {group.name}",
                icon=":material/delete:",
                type="tertiary",
                help=words("Remove the group {name}", name=session.plain(name)),
                on_click=_remove,
                args=(key, group),
            )


def _add(key: str) -> None:
    words, name = session.words(), str(st.session_state[f"add group {key}"] or "").strip()
    if not name:
        return
    group = Group(group_key(name))
    message = words("Saved: the group “{name}”.", name=group_name(group.name, words))
    save(PLACE, lambda: save_group(session.store(), session.person(), key, group=group, read=None), message)
    st.session_state[f"add group {key}"] = None


def _change(key: str, group: Group, question: str) -> None:
    words, answer = session.words(), st.session_state[f"group {key} {group.name} {question}"]
    answers = {name: getattr(group, name) for name in QUESTIONS} | {question: FLAGS[answer]}
    changed = Group(group.name, **answers)
    message = words("Saved: the group “{name}”.", name=group_name(group.name, words))
    save(
        PLACE, lambda: save_group(session.store(), session.person(), key, group=changed, read=group), message
    )


def _remove(key: str, group: Group) -> None:
    words = session.words()
    message = words("The group “{name}” is removed.", name=group_name(group.name, words))
    save(PLACE, lambda: remove_group(session.store(), session.person(), key, group=group), message)
