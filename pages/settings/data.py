"""What the register keeps beside the records: templates of its documents and headings of a case; and, for
administrators, its backups.
"""

import streamlit as st

from pages import session
from pages.components.backup_restore import show_restore
from pages.components.backups import show_backups
from pages.components.case_headings import show_headings
from pages.components.headings import show_section, show_title
from pages.components.own_templates import show_templates
from pages.components.register_check import show_register_check
from workflow.permission import Right, may

words = session.words()
show_title(words("Data"))
if may(session.person(), Right.ADMINISTER):
    show_section(words("Backups"))
    with st.container():  # what comes and goes in it moves no fold below, which would shut
        show_backups(words)
    show_register_check(words)
    show_restore(words)
show_section(words("Templates of documents and slides"))
st.markdown(
    words(
        "Documents and slides can look as the municipality's own do. Download the template, give it logo,"
        " typefaces and colours in Word or PowerPoint, and choose it here. It is kept in the register and in"
        " its backups."
    )
)
show_templates(words)
show_section(words("Headings of the case"))
st.markdown(words("What the sections of a case are called in your municipality."))
show_headings(words)
