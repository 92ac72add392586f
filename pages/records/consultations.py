"""The register: look for consultations, narrow, sort, and go on to one of them."""

import streamlit as st

from materials.charts.timeline import timeline
from pages import session
from pages.components.charts import show_chart
from pages.components.consultation_editor import link_registration
from pages.components.consultations_together import choose_several, show_outcome, show_together
from pages.components.empty_states import link_import, say_no_consultations, say_nothing_fits
from pages.components.filters import Filters
from pages.components.headings import show_title
from pages.components.likely_duplicates import show_duplicates
from pages.components.register_cache import register_list
from pages.components.register_rows import follow_old_link, show_rows
from pages.components.register_table import in_words
from pages.components.register_view import (
    choose_page,
    choose_view,
    offer_table,
    only_odd,
    rows_of,
    say_how_many,
)

words = session.words()
register = register_list()
show_title(words("Consultations"))
if not len(register):
    link_registration(words)
    say_no_consultations(words)
    st.stop()
with st.container(horizontal=True):
    link_registration(words)
    link_import(words)
follow_old_link(register.keys)
view = choose_view(register, words)
matches = only_odd(register, register.matches(view), words)
say_how_many(register, view, words)
if not len(matches):
    if view.text or view.filters != Filters():
        st.info(
            words("Nothing fits. Try fewer words, remove a filter, or look beyond the chosen round."),
            icon=":material/search_off:",
        )
    else:
        say_nothing_fits(is_filtered=False, words=words)
    st.stop()
show_outcome(words)
choice = choose_several(words)
if choice is not None:
    show_together(register, matches, words)
list_above = st.container()
page, last_page = choose_page(len(matches), view)
rows = register.frame.iloc[matches[rows_of(page)]]
with list_above:
    show_rows(rows, view.sort, words, chosen=choice)
show_duplicates(register, matches, words)
offer_table(register.frame.iloc[matches], words)
filters_in_words = in_words(view, (page, last_page), words)
show_chart(timeline(rows, session.scope(filters=filters_in_words), words), words)
