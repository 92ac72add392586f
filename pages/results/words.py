"""What was said, and about what: search in all words, themes by level and round, and proposals of new themes."""

import pandas as pd
import streamlit as st

import pages
from data import reading
from data.problems import ChangedMeanwhile, StoreError
from data.writing import NotSaved, add_theme
from evaluation.scales import LEVELS
from evaluation.themes import ThemeProposal, propose_themes
from language import Words
from materials.chart import round_in_words
from pages.parts.filters import choose_filters
from pages.parts.search import library, show_hits, text_of


def themes_table(words: Words) -> pd.DataFrame:
    """A row a theme, a column a round: how many committees and centres named it."""
    rows: dict[str, dict[str, str]] = {}
    counts = {(theme, round_key, level): number for theme, round_key, level, number in reading.theme_counts(pages.store())}
    for theme, round_key, _ in counts:
        pair = " + ".join(words.number(counts.get((theme, round_key, level), 0)) for level in LEVELS)
        rows.setdefault(theme, {})[round_in_words(round_key, words)] = pair
    names = [round_in_words(each.round, words) for each in pages.rounds()[::-1]]
    used = [name for name in names if any(name in row for row in rows.values())]
    return pd.DataFrame(
        [
            {words("Theme"): pages.plain(theme), **{pages.plain(name): row.get(name, "–") for name in used}}
            for theme, row in rows.items()
        ]
    )


def proposals() -> tuple[ThemeProposal, ...]:
    """Words of the chosen round that could be themes, against the words of all other rounds."""
    given = list(library().given.values())
    now = pages.chosen_round().round
    here = {each.assessment: text_of(each) for each in given if each.round == now}
    known = [*reading.themes(pages.store()), *reading.body_names(pages.store()).values()]
    return propose_themes(here, [text_of(each) for each in given if each.round != now], known)


def accept(proposal: ThemeProposal) -> None:
    """Put the theme on the assessments that use the word."""
    words = pages.words()
    try:
        added = add_theme(pages.store(), pages.person(), proposal.term, proposal.assessments)
        said = words.many("“{theme}” is now a theme of {count} assessment.", "“{theme}” is now a theme of {count} assessments.", added, theme=proposal.term)  # fmt: skip
        st.session_state["theme outcome"] = ("success", said)
    except NotSaved as problem:
        st.session_state["theme outcome"] = ("error", "; ".join(words.say(error.sentence) for error in problem.errors))
    except (ChangedMeanwhile, StoreError) as problem:
        st.session_state["theme outcome"] = ("error", words.say(problem.sentence))


def show_proposals(words: Words) -> None:
    """Each word with how many assessments use it; in an open round a person can take it as a theme, or leave it."""
    st.subheader(words("Words that could be themes"))
    kind, said = st.session_state.pop("theme outcome", (None, ""))
    if kind:
        (st.success if kind == "success" else st.error)(pages.plain(said))
    found, is_open = proposals(), pages.chosen_round().status == "open"
    if not found:
        st.text(words("No word stands out in the assessments of this round."))
        return
    st.caption(
        words(
            "Words that several assessments of this round use, and that the other rounds use less. Nothing is a theme until a person says so."
        )
    )
    if not is_open:
        st.caption(words("The round is not open, so its themes can't be changed any more."))
    for proposal in found:
        with st.container(horizontal=True, vertical_alignment="center"):
            number = words.many("{count} assessment", "{count} assessments", len(proposal.assessments))
            st.markdown(f"**{pages.plain(proposal.term)}** · {number}")
            if is_open:
                label = words("Take “{theme}” as a theme", theme=proposal.term)
                st.button(
                    pages.plain(label), icon=":material/add:", on_click=accept, args=(proposal,), key=f"theme {proposal.term}"
                )


words = pages.words()
st.title(words("What was said, and about what"))
if not pages.rounds():
    st.info(words("The register has no rounds yet. Take in rounds.csv to begin."), icon=":material/info:")
    st.stop()
query = st.text_input(
    words("Search in all assessments and consultations"), key="words", bind="query-params", icon=":material/search:",
    placeholder=words("For example: deadline, \"too late\", -summer"),
)  # fmt: skip
st.caption(
    words(
        "Words are found in all their forms and inside compound words. Put a phrase in quotes, and a minus before what to leave out."
    )
)
now = pages.chosen_round()
filters = choose_filters(now.period_from, now.period_to, words, only=("level", "centre", "committee"))
if query:
    show_hits(query, filters, words)
st.subheader(words("Themes"))
table = themes_table(words)
if table.empty:
    st.text(words("No assessment names a theme yet."))
else:
    st.caption(words("How many assessments name the theme: those of committees + those of centres."))
    st.table(table, border="horizontal", hide_index=True, alt=words("Themes by round and level"))
show_proposals(words)
