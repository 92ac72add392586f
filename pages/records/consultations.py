"""The register: find, filter, sort, open one."""

import streamlit as st

from data import queries
from materials.charts.timeline import timeline
from pages import session
from pages.components.charts import show_chart
from pages.components.consultation import show_consultation
from pages.components.consultation_editor import link_registration
from pages.components.empty_states import say_no_consultations, say_nothing_fits
from pages.components.filters import OF_CONSULTATIONS, Filters, choose_filters
from pages.components.register_table import in_odd_order, in_words, matching
from pages.components.register_view import close_record, search, show_register, span

words = session.words()
register = queries.consultations.register(session.store())
st.title(words("Consultations"))
link_registration(words)
if register.empty:
    say_no_consultations(words)
    st.stop()
opened_rows = register[register["consultation"] == st.query_params.get("consultation")]
if not opened_rows.empty:
    with st.container(border=True):
        st.button(words("Close"), icon=":material/close:", type="tertiary", on_click=close_record)
        show_consultation(opened_rows.iloc[0], words)
text, only_round = search(words)
filters = choose_filters(*span(register), words, only=OF_CONSULTATIONS)
matches = matching(register, filters, text, only_round)
if odd := int(in_odd_order(matches).sum()):
    label = words.many(
        "{count} has dates in an odd order: show it", "{count} have dates in an odd order: show them", odd
    )
    if st.toggle(label, key="odd", bind="query-params"):
        matches = matches[in_odd_order(matches)]
st.markdown(
    session.plain(
        words.many(
            "{count} consultation of {total}",
            "{count} consultations of {total}",
            len(matches),
            total=len(register),
        )
    )
)
if matches.empty:
    if text or filters != Filters():
        st.info(
            words("Nothing fits. Try fewer words, or look beyond the chosen round."),
            icon=":material/search_off:",
        )
    else:
        say_nothing_fits(is_filtered=False, words=words)
    st.stop()
show_register(matches, words)
scope = session.scope(filters=in_words(filters, text, only_round, words))
show_chart(timeline(matches, scope, words), words)
