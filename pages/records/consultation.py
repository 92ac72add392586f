"""One consultation on a page of its own, by its link: read, written, removed. Without one in the link: a new
one.
"""

import streamlit as st

from data import queries
from pages import session
from pages.components.consultation import show_record
from pages.components.consultation_editor import (
    EDIT,
    PLACE,
    say_closed_rounds,
    show_copying,
    show_editor,
    show_registration,
    show_removed,
    show_removing,
)
from pages.components.consultation_merging import show_merge, show_merged_into, show_merging
from pages.components.empty_states import say_no_such_consultation
from pages.components.gap_progress import focus_field_in_link, show_field_at_hand
from pages.components.headings import show_title
from pages.components.may import may_change
from pages.components.memory_sheet import show_memory_sheet
from pages.components.outcome_messages import show_messages

words = session.words()
st.page_link("pages/records/consultations.py", label=words("All consultations"), icon=":material/arrow_back:")
key = st.query_params.get("consultation", "")
matches = queries.consultations.one(session.store(), key)
if matches.empty:
    show_title(words("Register a consultation"))
    if key:
        say_no_such_consultation(words)
    show_registration(words)
    st.stop()
record = matches.iloc[0]
show_title(session.plain(record["title"]))
may_edit = isinstance(record["removed_by"], str) or may_change(key, words)
if may_edit and (other := st.query_params.get("merge")) and not isinstance(record["removed_by"], str):
    show_merge(record, other, words)
    st.stop()
show_messages(PLACE)
if isinstance(record["removed_by"], str):
    show_removed(record, words)
    show_memory_sheet(record, words)
    show_record(record, words)
    st.stop()
say_closed_rounds(record, words)
show_merged_into(record, words)
with st.container(horizontal=True, vertical_alignment="center"):
    is_editing = may_edit and st.toggle(words("Edit"), key=EDIT, bind="query-params")
    if may_edit:
        show_copying(record, words)
        show_merging(record, words)
    show_memory_sheet(record, words)
    if may_edit:
        show_removing(record, words)
if is_editing:
    show_field_at_hand(record, words)
    show_editor(key, words)
    focus_field_in_link(key)
else:
    show_record(record, words)
