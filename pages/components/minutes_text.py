"""The minutes text of a body, to be copied or kept in Word."""

import streamlit as st

from language import Words
from materials.documents.minutes import (
    bodies_with_minutes,
    minutes_document,
    minutes_names,
    minutes_text,
)
from materials.documents.word import word_file
from pages import session
from pages.components.download import download_button
from pages.components.forms_out import MIME
from pages.components.round_shelf import Edition, shelf_of


def show_minutes_text(body: str, words: Words) -> None:
    """Folded away; made only when it is opened. Confidential words are not in it."""
    now = session.chosen_round()
    fold = session.fold(words("Minutes text"), "minutes", icon=":material/edit_document:")
    if not fold.open:
        return
    order = shelf_of(now, Edition(words, with_confidential=False)).order
    material, store = order.material, order.store
    with fold:
        if body not in bodies_with_minutes(material):
            st.caption(words("Nothing is submitted in this round yet."))
            return
        st.code(minutes_text(store, material, body, words), language=None, wrap_lines=True)
        (name,) = minutes_names(material, [body], "docx", words).values()
        download_button(
            words("Minutes text (Word)"),
            lambda: word_file(minutes_document(store, material, body, words), order.templates.get("docx")),
            name,
            MIME["docx"],
            icon=":material/download:",
        )
