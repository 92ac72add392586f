"""The questionnaire for participants, to print or to paste into a survey tool, in both languages."""

from functools import partial

import streamlit as st

from language import LANGUAGES, N_, Words, speak
from materials.documents.questionnaire import questionnaire_name, survey_text, word_questionnaire
from pages import session
from pages.components.download import download_button
from pages.components.forms_out import MIME
from pages.components.headings import show_section

FILES = {"da": N_("Questionnaire in Danish (Word)"), "en": N_("Questionnaire in English (Word)")}
TEXTS = {"da": N_("Text for a survey tool, in Danish"), "en": N_("Text for a survey tool, in English")}


def show_questionnaire(title: str, words: Words) -> None:
    """Files and texts for a consultation; without a title there is a line to write it on."""
    show_section(words("Questionnaire"))
    st.caption(
        words(
            "Six questions, one about each principle and one about whether it was meaningful and relevant to"
            " take part. None is about the person. One page to print, or text for the municipality's survey"
            " tool."
        )
    )
    if title:
        st.text(words("It bears the title “{title}”.", title=title))
    with st.container(horizontal=True):
        for language in LANGUAGES:
            _offer_file(title, speak(language), words)
    for language in LANGUAGES:
        with session.fold(words(TEXTS[language]), f"text_{language}", icon=":material/content_copy:"):
            st.caption(
                words("Copy it with the button in its upper right corner. One answer to each question.")
            )
            st.code(survey_text(title, speak(language)), language=None, wrap_lines=True)


def _offer_file(title: str, language: Words, words: Words) -> None:
    download_button(
        words(FILES[language.code]),
        partial(word_questionnaire, title, language),
        questionnaire_name(title, language),
        MIME["docx"],
        icon=":material/download:",
        key=f"questionnaire {language.code}",
    )
