"""The wording of a principle in force, and the form for a new one."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from data import queries
from data.database import Store
from language import Words
from pages import session
from pages.components.date_field import LATEST, date_field
from pages.components.labels import LABELS
from pages.components.may import may_write
from pages.components.outcome_messages import save
from workflow.norms import Wording, save_wording
from workflow.permission import Right

TEXTS = ("title_da", "wording_da", "title_en", "wording_en")


def show_wording(store: Store, words: Words) -> None:
    """The principle picked here, its texts as they apply now, and the day from which new ones do."""
    titles = queries.principles.titles(store, date.today())
    number = st.selectbox(
        words("Principle"),
        list(range(1, 6)),
        format_func=lambda each: f"{each}. {titles[each][0 if words.code == 'da' else 1]}",
        key="worded",
    )
    texts = {
        f"{name}_{code}": text
        for code in ("da", "en")
        for name, text in zip(
            ("title", "wording"), queries.principles.wording(store, number, LATEST, code), strict=False
        )
    }
    if not may_write(Right.SET_UP, words):
        for name in TEXTS:
            st.markdown(f"**{session.plain(words(LABELS[name]))}**  \n{session.plain(texts[name])}")
        return
    _show_form(number, texts, words)


def _show_form(number: int, texts: Mapping[str, str], words: Words) -> None:
    with st.form(f"wording {number}"):
        for name in TEXTS:
            field = st.text_input if name.startswith("title") else st.text_area
            field(words(LABELS[name]), texts[name], key=f"{name} {number}")
        date_field(words("Applies from"), None, f"applies_from {number}", words)
        st.text_input(
            words("Source"),
            key=f"worded source {number}",
            placeholder=words("Who decided it, and where it is written"),
        )
        st.caption(words("Trends show a break on that day. Rounds opened before it keep the old wording."))
        st.form_submit_button(
            words("Save the wording"),
            type="primary",
            icon=":material/save:",
            on_click=_save,
            args=(number,),
        )


def _save(number: int) -> None:
    state = st.session_state
    wording = Wording(
        principle=number,
        **{name: state[f"{name} {number}"] for name in TEXTS},
        applies_from=state[f"applies_from {number}"],
        source=state[f"worded source {number}"],
    )
    message = session.words()("The wording is saved.")
    save("norms", lambda: save_wording(session.store(), session.person(), wording), message, LABELS)
