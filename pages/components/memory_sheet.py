"""The memory sheet of a consultation, to take along: in Word, as PDF and so for print, in both languages."""

from functools import partial

import pandas as pd
import streamlit as st

from data.models import Round
from language import N_, Words, speak
from materials.documents.memory_sheet import draw_memory_sheet, memory_sheet_name
from pages import session
from pages.components.consultation_facts import counting_round
from pages.components.download import download_button
from pages.components.forms_out import MIME

FILES = {
    ("docx", "da"): N_("Word, in Danish"),
    ("pdf", "da"): N_("PDF for print, in Danish"),
    ("docx", "en"): N_("Word, in English"),
    ("pdf", "en"): N_("PDF for print, in English"),
}


def show_memory_sheet(record: pd.Series, words: Words) -> None:
    """Its files, each made when it is asked for."""
    key, now = record["consultation"], counting_round(record)
    with st.popover(words("Memory sheet"), icon=":material/sticky_note_2:"):
        st.caption(words("What it was, on a page or two: for a committee that meets it again."))
        for (kind, language), label in FILES.items():
            spoken = speak(language)
            download_button(
                words(label),
                partial(_draw, key, now, kind, spoken),
                memory_sheet_name(record["title"], kind, spoken),
                MIME[kind],
                icon=":material/download:",
                key=f"memory sheet {kind} {language}",
            )


def _draw(key: str, now: Round | None, kind: str, spoken: Words) -> bytes:
    """From the register as it stands when it is asked for."""
    return draw_memory_sheet(session.store(), key, now, kind, spoken)
