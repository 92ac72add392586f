"""Missing facts: what the chosen round's consultations lack for the evaluation, and the way to fill it in."""

import streamlit as st

from evaluation.gaps import incomplete, known_by_indicator
from pages import session
from pages.components.empty_states import lead_to_open_round, require_rounds, say_nothing_fits
from pages.components.filters import days
from pages.components.gap_list import choose_centre, choose_period, show_centres, show_known, show_list
from pages.components.gap_progress import rows_of_round, show_progress
from pages.components.headings import show_section, show_title

words = session.words()
require_rounds(words("Missing facts"), words)
show_title(words("Missing facts"))
now = session.chosen_round()
rows = rows_of_round(now)
if not rows:
    say_nothing_fits(is_filtered=False, words=words)
    lead_to_open_round(words)
    st.stop()
if now.status == "closed":
    st.info(
        words("The round is closed and keeps its result. What is filled in now does not change it."),
        icon=":material/lock:",
    )
    lead_to_open_round(words)
show_progress(now, words)
left, right = st.columns(2)
with right:
    period = choose_period(words)
if period:
    first, last = days(period)
    rows = [row for row in rows if first <= row.counted_on <= last]
with left:
    centre = choose_centre(incomplete(rows), words)
rows = [row for row in rows if centre in ("", row.centre)]
consultations = incomplete(rows)
looked_at = len({row.consultation for row in rows})
if not consultations:
    st.success(
        words.many(
            "Nothing is missing: {count} consultation was looked at, and every fact that its record can tell"
            " is known.",
            "Nothing is missing: {count} consultations were looked at, and every fact that their records can"
            " tell is known.",
            looked_at,
        ),
        icon=":material/task_alt:",
    )
    st.stop()
st.markdown(
    words.many(
        "{count} consultation of {total} lacks something that a fact can't be told without. Those that tell"
        " the most come first.",
        "{count} consultations of {total} lack something that a fact can't be told without. Those that tell"
        " the most come first.",
        len(consultations),
        total=looked_at,
    )
)
show_list(consultations, words)
show_known(known_by_indicator(rows), words)
if centre == "":
    show_section(words("What is missing, by centre"))
    show_centres(consultations, words)
