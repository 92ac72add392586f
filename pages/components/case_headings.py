"""What the municipality calls the sections of a case, in either language."""

from collections.abc import Mapping

import streamlit as st

from data import queries
from language import LANGUAGES, Words, speak
from materials.documents.case.headings import HEADINGS
from pages import session
from pages.components.history import show_histories
from pages.components.labels import LABELS
from pages.components.may import is_allowed, may_write
from pages.components.outcome_messages import save, show_messages
from workflow.headings import save_headings
from workflow.permission import Right

PLACE = "headings"


def show_headings(words: Words) -> None:
    """A form a language, the page's own first."""
    show_messages(PLACE)
    may_write(Right.SET_UP, words)
    codes = sorted(LANGUAGES, key=lambda code: code != words.code)
    tabs = session.tabs("headings", {code: LANGUAGES[code] for code in codes})
    for tab, code in zip(tabs, codes, strict=True):
        with tab:
            _show_form(code, queries.headings.in_language(session.store(), code), words)


def _show_form(code: str, headings: Mapping[str, str], words: Words) -> None:
    if not is_allowed(Right.SET_UP):
        names = (headings.get(section) or speak(code)(label) for section, label in HEADINGS.items())
        st.markdown("\n".join(f"- {session.plain(name)}" for name in names))
        return
    with st.form(f"headings {code}"):
        st.caption(words("An empty field: the section is called as it stands in grey."))
        for section, label in HEADINGS.items():
            st.text_input(
                words(label),
                headings.get(section, ""),
                key=_key(code, section),
                placeholder=speak(code)(label),
                max_chars=100,
            )
        st.form_submit_button(
            words("Save the headings"),
            icon=":material/save:",
            key=f"save headings {code}",
            on_click=_save,
            args=(code, headings),
        )
    records = {f"{code}:{section}": words(label) for section, label in HEADINGS.items()}
    show_histories("headings", records, words)


def _save(code: str, headings_before: Mapping[str, str]) -> None:
    texts = {section: st.session_state[_key(code, section)] for section in HEADINGS}
    save(
        PLACE,
        lambda: save_headings(
            session.store(), session.person(), texts, language=code, headings_before=headings_before
        ),
        session.words()("The headings are saved."),
        LABELS,
    )


def _key(code: str, section: str) -> str:
    return f"heading {code} {section}"
