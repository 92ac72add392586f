"""A file of the municipality's own is taken in: asked about step by step, shown, stored, and undone as
one.
"""

import streamlit as st

from pages import session
from pages.components.headings import show_section, show_title
from pages.components.import_columns import COLUMNS
from pages.components.import_draft import draft_of
from pages.components.import_list import show_imports
from pages.components.import_preview import preview_of, show_preview
from pages.components.import_rows import ROWS
from pages.components.import_state import upload
from pages.components.import_steps import show_steps
from pages.components.import_storing import show_outcome, show_storing
from pages.components.import_survey_form import SURVEY
from pages.components.import_upload import choose_profile, offer_template, show_file, show_upload
from pages.components.import_values import VALUES
from pages.components.may import may_write
from workflow.imports import imports, profiles
from workflow.permission import Right

words, store = session.words(), session.store()
show_title(words("Take in a file"))
records, kept = imports(store), [each.name for each in profiles(store)]
if not may_write(Right.IMPORT, words):
    show_imports(records, words)
    st.stop()
show_outcome(records, words)
show_section(f"1. {words('The file')}")
file = upload()
if file is None:
    show_upload(words)
    offer_template(words)
else:
    show_file(file, words)
    draft = draft_of(file)
    choose_profile(draft, kept, words)
    if number := show_steps(draft, (ROWS, COLUMNS, SURVEY, VALUES), words):
        show_section(f"{number}. {words('What happens')}")
        preview = preview_of(draft, words)
        show_preview(draft, preview, words)
        show_storing(draft, preview, kept, words)
show_imports(records, words)
