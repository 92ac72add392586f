"""What the register keeps beside the records: the templates of its documents, and the headings of a case."""

import streamlit as st

from pages import session
from pages.components.case_headings import show_headings
from pages.components.own_templates import show_templates

words = session.words()
st.title(words("Data"))
st.subheader(words("Templates of documents and slides"))
st.markdown(
    words(
        "Documents and slides can look as the municipality's own do. Download the template, give it logo,"
        " typefaces and colours in Word or PowerPoint, and choose it here. It is kept in the register and in"
        " its backups."
    )
)
show_templates(words)
st.subheader(words("Headings of the case"))
st.markdown(words("What the sections of a case are called in your municipality."))
show_headings(words)
