"""What committees and centres said of a principle, and what they point to."""

from collections.abc import Mapping, Sequence

import streamlit as st

from data import queries
from data.database import Store
from data.models import Assessment
from evaluation import mentions, standing_words
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

AT_FIRST = 2
"""So many of a level's assessments are seen at once; the others are folded."""
MOST_EXAMPLES = 5


def show_words(store: Store, finding: PrincipleFinding, filters: Filters, words: Words) -> None:
    """What each level said, submitted words only, in the organisation's order, and what it points to."""
    everybody = session.submitted_assessments(finding.principle)
    assessments = [assessment for assessment in everybody if filters.fits(assessment)]
    show_section(words("What was said"))
    if not assessments:
        _say_none(filters, words)
        return
    titles = consultation_titles(store)
    levels = [level for level in LEVELS if any(each.level == level for each in assessments)]
    tabs = session.tabs("said", {level: words(LEVELS[level]) for level in levels})
    for level, tab in zip(levels, tabs, strict=True):
        with tab:
            of_level = [each for each in assessments if each.level == level]
            count = sum(each.level == level for each in everybody)
            _show_standing(finding, level, (len(of_level), count), words)
            _show_level(level, of_level, titles, words)
    if filters.limits_words:
        themes = mentions.themes_of(assessments, finding.themes)
        show_mentions(themes, mentions.evidence_of(assessments), titles, words)
    else:
        show_mentions(finding.themes, finding.evidence, titles, words)


def _say_none(filters: Filters, words: Words) -> None:
    if filters.limits_words:
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


def _show_standing(finding: PrincipleFinding, level: str, shown_of: tuple[int, int], words: Words) -> None:
    """How far a level agrees and what its answers stand on; where filters leave some out, how many instead:
    the level's own sentences would speak of those that are not seen.
    """
    shown, count = shown_of
    if shown < count:
        text = words(
            "{shown} of {count} assessments at this level: the filters leave out the others.",
            shown=shown,
            count=count,
        )
    else:
        standing = finding.standing(level)
        parts = (standing_words.agreement_words(standing), standing_words.strength_words(standing))
        text = " ".join(words.say(part) for part in parts)
    st.caption(session.plain(text))


def _show_level(level: str, assessments: Sequence[Assessment], titles: dict[str, str], words: Words) -> None:
    """The first ones, and the others under one fold that says how many."""
    for assessment in assessments[:AT_FIRST]:
        show_assessment(assessment, titles, words)
    others = assessments[AT_FIRST:]
    if not others:
        return
    label = (
        words.many("{count} more committee", "{count} more committees", len(others))
        if level == "committee"
        else words.many("{count} more centre", "{count} more centres", len(others))
    )
    with session.fold(label, f"others_{level}", icon=":material/format_quote:"):
        for assessment in others:
            show_assessment(assessment, titles, words)


def consultation_titles(
    store: Store,
) -> dict[str, str]:
    """Every consultation's title by key, removed ones too."""
    return queries.consultations.titles(store)


def show_mentions(
    themes: Mapping[str, int], evidence: Mapping[str, int], titles: Mapping[str, str], words: Words
) -> None:
    """The themes of the words, and the consultations most pointed to, folded away."""
    if not themes and not evidence:
        return
    label = words("Themes, and the consultations most pointed to")
    with session.fold(label, "mentions", icon=":material/sell:"):
        with st.container(horizontal=True):
            for theme, number in themes.items():
                st.markdown(f":gray-badge[{session.plain(f'{theme} · {number}')}]")
        for key, number in list(evidence.items())[:MOST_EXAMPLES]:
            bodies = words.many("{count} committee or centre", "{count} committees and centres", number)
            link_consultation(key, f"{bodies}: {titles.get(key, key)}")
