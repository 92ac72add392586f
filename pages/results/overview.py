"""How does each principle stand in this round, and what is missing before it can close?"""

import streamlit as st

from evaluation.round_names import round_in_words
from evaluation.summary import summarise_round
from materials.charts.bodies import bodies
from materials.charts.change import change
from materials.charts.distribution import overview_distribution
from materials.charts.perspectives import perspectives
from pages import session
from pages.components.carried_consultations import show_carried
from pages.components.charts import show_chart
from pages.components.closing import show_closing
from pages.components.empty_states import require_rounds
from pages.components.outstanding_answers import show_missing, show_nothing_yet
from pages.components.principle_tiles import show_tiles
from pages.components.summary import show_summary

words = session.words()
require_rounds(words("How were the five principles followed?"), words)
evaluation = session.evaluation()
st.title(words("How were the five principles followed?"))
period = words("Consultations from {start} to {end}", start=evaluation.period_from, end=evaluation.period_to)
number = words.many("{count} consultation", "{count} consultations", evaluation.consultations)
st.caption(session.plain(f"{round_in_words(evaluation.round, words)} · {period} · {number}"))
show_closing(words)
show_carried(words)
if not any(finding.all.answered for finding in evaluation.principles):
    show_nothing_yet(words)
    st.stop()
if session.chosen_round().status == "open":
    st.badge(words("Preliminary: the round is open"), icon=":material/pending:", color="orange")
show_summary(summarise_round(evaluation), words)
show_tiles(evaluation, words)
show_missing(words)

st.subheader(words("The answers side by side"))
show_chart(
    session.cached_chart(
        "distribution", lambda: overview_distribution(session.evaluation(), session.scope(), words)
    ),
    words,
)
left, right = st.columns(2, gap="large")
with left:
    show_chart(
        session.cached_chart(
            "perspectives", lambda: perspectives(session.evaluation(), session.scope(), words)
        ),
        words,
    )
with right:
    show_chart(
        session.cached_chart("change", lambda: change(session.evaluation(), session.scope(), words)), words
    )
titles = {finding.principle: finding.title(words.code) for finding in evaluation.principles}
show_chart(
    session.cached_chart("bodies", lambda: bodies(session.answers(), titles, session.scope(), words)), words
)
