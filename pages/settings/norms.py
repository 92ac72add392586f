"""Norms and the wording of the principles, each from a date on and with its source."""

from datetime import date

import streamlit as st

from data import queries
from data.models import Norm
from evaluation.norm_uses import GROUPS, OTHER, PROPORTIONALITY, VERDICT, norm_uses
from evaluation.scales import NORM_LABELS
from language import N_
from materials.charts.chart import short_title
from pages import session
from pages.components.headings import show_title
from pages.components.may import may_write
from pages.components.norm_form import group_of, show_head, show_norm
from pages.components.outcome_messages import show_messages
from pages.components.wording_form import show_wording
from workflow.permission import Right

HEADINGS = {
    PROPORTIONALITY: N_("Proportionality"),
    VERDICT: N_("The verdict"),
    OTHER: N_("Beside the verdict, plans and calendar"),
}

words, store = session.words(), session.store()
show_title(words("Norms and wording"))
show_messages("norms")
by_key: dict[str, list[Norm]] = {}
for norm in queries.norms.dated(store):
    by_key.setdefault(norm.key, []).append(norm)
norms_tab, wording_tab = session.tabs(
    "tab", {"norms": words("Norms"), "wording": words("Wording of the principles")}
)
with norms_tab:
    uses = norm_uses()
    order = [*(key for key in NORM_LABELS if key in by_key), *sorted(by_key.keys() - NORM_LABELS.keys())]
    if order:
        st.caption(
            words.many(
                "{count} norm, each from a day on. Choose one to see its values and to set a new one.",
                "{count} norms, each from a day on. Choose one to see its values and to set a new one.",
                len(order),
            )
        )
        may_write(Right.SET_UP, words)
        show_head(words)
    else:
        st.info(
            words("There are no norms yet. IT operations take them in from a file; the README tells how."),
            icon=":material/info:",
        )
    place = 0 if words.code == "da" else 1
    titles = {str(key): names[place] for key, names in queries.principles.titles(store, date.today()).items()}
    for group in GROUPS:
        keys = [key for key in order if group_of(key, uses) == group]
        if keys:
            name = words(HEADINGS[group]) if group in HEADINGS else f"{group}. {short_title(titles[group])}"
            with st.container(gap="xsmall"):
                st.markdown(f"**{session.plain(name)}**")
                for key in keys:
                    show_norm(by_key[key], uses.get(key, ()), words)
with wording_tab:
    show_wording(store, words)
