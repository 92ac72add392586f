"""The register: find, filter, sort, open one."""

import pandas as pd
import streamlit as st

import pages
from data import reading
from language import Words
from materials.chart import round_in_words
from materials.timeline import timeline
from pages.parts.charts import show_chart
from pages.parts.consultation import show_consultation
from pages.parts.register import INFLUENCES, SCALES, Filters, table_of


def choose_filters(register: pd.DataFrame, words: Words) -> Filters:
    """What to look for: words, body, scale, influence, and whether only this round's consultations."""
    text = st.text_input(
        words("Search in titles, summaries and case numbers"), key="search", bind="query-params", icon=":material/search:"
    )
    with st.container(horizontal=True):
        only_round = st.toggle(words("Only the chosen round"), value=True, key="in_round", bind="query-params")
    names = reading.body_names(pages.store())
    used = [key for key in names if key in set(register["centre"].dropna()) | set(register["committee"].dropna())]
    body, scale, influence = st.columns(3)
    return Filters(
        text=text,
        round=pages.chosen_round().round if only_round else None,
        bodies=tuple(body.multiselect(words("Committee or centre"), used, format_func=names.__getitem__, placeholder=words("All"))),
        scales=tuple(
            scale.multiselect(words("Scale"), list(SCALES), format_func=lambda key: words(SCALES[key]), placeholder=words("All"))
        ),
        influences=tuple(
            influence.multiselect(
                words("Level of influence"),
                list(INFLUENCES),
                format_func=lambda key: words(INFLUENCES[key]),
                placeholder=words("All"),
            )
        ),
    )


def pick(found: pd.DataFrame, words: Words) -> str | None:
    """The table; gives the consultation that was clicked, else the one that the link names."""
    event = st.dataframe(
        table_of(found, words), hide_index=True, on_select="rerun", selection_mode="single-row", key="register", height=390,
        column_config={
            words("Started"): st.column_config.DateColumn(format="DD.MM.YYYY" if words.code == "da" else "DD/MM/YYYY"),
            words("Ended"): st.column_config.DateColumn(format="DD.MM.YYYY" if words.code == "da" else "DD/MM/YYYY"),
            words("Title"): st.column_config.TextColumn(width="large"),
        },
        alt=words("The consultations found, one a row"),
    )  # fmt: skip
    rows = event["selection"]["rows"]
    return str(found["consultation"].iloc[rows[0]]) if rows else None


words = pages.words()
register = reading.consultations(pages.store())
st.title(words("Consultations"))
linked = pages.linked("consultation", list(register["consultation"]), "")
if linked:
    show_consultation(register[register["consultation"] == linked].iloc[0], words)
    st.divider()
if register.empty:
    st.info(words("No consultations yet. They are taken in as files: python -m data import DIR"), icon=":material/info:")
    st.stop()
filters = choose_filters(register, words)
found = filters.of(register)
st.markdown(
    pages.plain(words.many("{count} consultation of {total}", "{count} consultations of {total}", len(found), total=len(register)))
)
if found.empty:
    st.info(words("Nothing fits. Try fewer words, or look beyond the chosen round."), icon=":material/search_off:")
    st.stop()
st.caption(words("Click the box at the left of a row to open it."))
clicked = pick(found, words)
if clicked and clicked != linked:
    pages.keep_in_link("consultation", clicked)
    st.rerun()
scope = pages.scope(filters=filters.in_words(reading.body_names(pages.store()), words))
if filters.round is None:
    st.caption(
        pages.plain(words("Periods outside {round} are shown too.", round=round_in_words(pages.chosen_round().round, words)))
    )
show_chart(timeline(found, scope, words), words)
