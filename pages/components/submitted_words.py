"""What committees and centres said of a principle, and what they point to."""

import streamlit as st

from data import queries
from data.database import Store
from evaluation import standing_words
from evaluation.findings import PrincipleFinding
from evaluation.scales import LEVELS
from language import Words
from pages import session
from pages.components.filters import Filters
from pages.components.findings import (
    link_consultation,
    show_assessment,
)
from pages.components.headings import show_section


def show_words(store: Store, finding: PrincipleFinding, filters: Filters, words: Words) -> None:
    """What each level said, submitted words only, in the organisation's order."""
    assessments = [
        assessment
        for assessment in session.submitted_assessments(finding.principle)
        if filters.fits(assessment)
    ]
    show_section(words("What was said"))
    if not assessments:
        if filters != Filters():
            st.info(words("No submitted assessment fits the filters."), icon=":material/search_off:")
            return
        st.info(
            words("Nobody has submitted an assessment of this principle in this round yet."),
            icon=":material/edit_note:",
        )
        if session.chosen_round().status == "open":
            st.page_link(
                "pages/records/assessments.py",
                label=words("Write the first one"),
                icon=":material/arrow_forward:",
            )
        return
    titles = consultation_titles(store)
    levels = [level for level in LEVELS if any(each.level == level for each in assessments)]
    for level, tab in zip(levels, st.tabs([words(LEVELS[level]) for level in levels]), strict=True):
        with tab:
            st.caption(
                session.plain(
                    f"{words.say(standing_words.agreement_words(finding.standing(level)))}"
                    f" {words.say(standing_words.strength_words(finding.standing(level)))}"
                )
            )
            of_level = [each for each in assessments if each.level == level]
            for first in range(
                0, len(of_level), 2
            ):  # row by row: a phone sets the columns of a row under one another
                for column, assessment in zip(st.columns(2), of_level[first : first + 2], strict=False):
                    with column:
                        show_assessment(assessment, titles, words)


def consultation_titles(
    store: Store,
) -> dict[str, str]:
    """Every consultation's title by key, removed ones too."""
    return queries.consultations.titles(store)


def show_evidence(store: Store, finding: PrincipleFinding, words: Words) -> None:
    """The consultations most pointed to, and the themes of the words."""
    if finding.themes:
        st.markdown(f"**{words('Themes')}**")
        with st.container(horizontal=True):
            for theme, number in finding.themes.items():
                st.markdown(f":gray-badge[{session.plain(f'{theme} · {number}')}]")
    if finding.evidence:
        st.markdown(f"**{words('Consultations most pointed to')}**")
        titles = consultation_titles(store)
        for key, number in list(finding.evidence.items())[:5]:
            link_consultation(
                key, f"{words.many('{count} body', '{count} bodies', number)}: {titles.get(key, key)}"
            )
