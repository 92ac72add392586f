"""What was said, and about what: search in all words, themes by level and round, and proposals of new
themes.
"""

import streamlit as st

from data import queries
from evaluation.round_names import round_in_words
from evaluation.scales import LEVELS
from language import Words
from pages import session
from pages.components.empty_states import require_rounds
from pages.components.filters import choose_filters
from pages.components.headings import show_section, show_title
from pages.components.search import show_hits
from pages.components.tables import Figure, show_table
from pages.components.theme_proposals import show_proposals


def theme_rows(words: Words) -> list[dict[str, str | Figure | None]]:
    """A row a theme, a column a round: how many committees and centres named it."""
    rows: dict[str, dict[str, Figure]] = {}
    counts = {
        (theme, round_key, level): number
        for theme, round_key, level, number in queries.themes.counts_by_round_and_level(session.store())
    }
    for theme, round_key, _ in counts:
        pair = [counts.get((theme, round_key, level), 0) for level in LEVELS]
        rows.setdefault(theme, {})[round_in_words(round_key, words)] = Figure(
            sum(pair), " + ".join(map(words.number, pair))
        )
    names = [round_in_words(each.key, words) for each in session.rounds()[::-1]]
    columns = [name for name in names if any(name in row for row in rows.values())]
    return [
        {words("Theme"): session.plain(theme), **{session.plain(name): row.get(name) for name in columns}}
        for theme, row in rows.items()
    ]


words = session.words()
require_rounds(words("What was said, and about what"), words)
show_title(words("What was said, and about what"))
query = st.text_input(
    words("Search in all assessments and consultations"),
    key="words",
    bind="query-params",
    icon=":material/search:",
    placeholder=words('For example: deadline, "too late", -summer'),
)
st.caption(
    words(
        "Words are found in all their forms and inside compound words. Put a phrase in quotes, and a minus"
        " before what to leave out."
    )
)
now = session.chosen_round()
filters = choose_filters(now.period_from, now.period_to, words, only=("level", "centre", "committee"))
if query:
    show_hits(query, filters, words)
show_section(words("Themes"))
rows = theme_rows(words)
if not rows:
    st.text(words("No assessment names a theme yet."))
else:
    st.caption(words("How many assessments name the theme: those of committees + those of centres."))
    show_table(rows, words("Themes by round and level"))
show_proposals(words)
