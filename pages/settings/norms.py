"""Norms and the wording of the principles, each from a date on and with its source."""

import streamlit as st

from data import queries
from evaluation.scales import NORM_LABELS
from pages import session
from pages.components.headings import show_title
from pages.components.norm_form import show_norm
from pages.components.outcome_messages import show_messages
from pages.components.wording_form import show_wording

words, store = session.words(), session.store()
show_title(words("Norms and wording"))
show_messages("norms")
norms = queries.norms.dated(store)
norms_tab, wording_tab = st.tabs([words("Norms"), words("Wording of the principles")])
with norms_tab:
    keys = {norm.key for norm in norms}
    keys_in_order = [*(key for key in NORM_LABELS if key in keys), *sorted(keys - NORM_LABELS.keys())]
    if keys_in_order:
        norm_key = session.choose(
            "norm",
            keys_in_order,
            keys_in_order[0],
            label=words("Norm"),
            in_words=lambda key: words(NORM_LABELS[key]) if key in NORM_LABELS else key,
        )
        show_norm([norm for norm in norms if norm.key == norm_key], words)
    else:
        st.info(
            words("There are no norms yet. IT operations take them in from a file; the README tells how."),
            icon=":material/info:",
        )
with wording_tab:
    show_wording(store, words)
