"""Finding words in what was said and in the register, with their sources."""

from dataclasses import dataclass

import streamlit as st

from data import queries
from data.assessment_fields import all_words
from data.confidential import Readership
from data.models import Assessment
from evaluation.round_names import round_in_words
from language import Words
from language.search import Document, Hit, Index
from materials.charts.chart import short_title
from pages import session
from pages.components.filters import Filters
from pages.components.findings import confidential_badge, rating_words
from pages.components.register_cache import register_list

MOST = 12


@dataclass(frozen=True)
class Library:
    """All that can be found: the assessments by key, the consultations' titles by key, and an index over
    each.
    """

    assessments: dict[str, Assessment]
    quotes: Index
    titles: dict[str, str]
    consultations: Index


def library() -> Library:
    """Everything that has been submitted and registered and that the one at the screen may read, read anew
    when any record has changed.
    """
    return _library(*session.version(), session.readership())


@st.cache_resource(show_spinner=False, max_entries=8)
def _library(opening: int, version: int, readership: Readership) -> Library:
    assessments = [
        assessment
        for each in session.rounds()
        for assessment in queries.assessments.of_round(session.store(), each.key, readership=readership)
        if assessment.status == "submitted"
    ]
    consultations = register_list()
    return Library(
        {each.assessment: each for each in assessments},
        Index([Document(each.assessment, all_words(each)) for each in assessments]),
        dict(zip(consultations.frame["consultation"], consultations.frame["title"], strict=True)),
        consultations.index,
    )


def show_hits(query: str, filters: Filters, words: Words) -> None:
    """What was said and what is registered, each under its own heading with how much was found."""
    everything = library()
    quotes = [hit for hit in everything.quotes.find(query) if filters.fits(everything.assessments[hit.key])]
    consultations = everything.consultations.find(query)
    if not quotes and not consultations:
        only_minus = all(word.startswith("-") for word in query.split())
        st.info(
            (
                words("Write at least one word that is to be found.")
                if only_minus
                else words(
                    "Nothing says “{query}”. Try a shorter word, or another one for the same.",
                    query=session.plain(query),
                )
            ),
            icon=":material/search_off:",
        )
        return
    headings = {
        "quotes": words.many("{count} assessment says it", "{count} assessments say it", len(quotes)),
        "consultations": words.many(
            "{count} consultation tells of it", "{count} consultations tell of it", len(consultations)
        ),
    }
    left, right = session.tabs(
        "hits", headings, default="quotes" if quotes or not consultations else "consultations"
    )
    with left:
        _show_said(quotes, everything, words)
    with right:
        _show_consultations(consultations, everything, words)


def _show_said(hits: list[Hit], everything: Library, words: Words) -> None:
    """The quotes, the best first, each with who said it, when, and of what."""
    for hit in hits[:MOST]:
        assessment = everything.assessments[hit.key]
        title = short_title(session.evaluation().principles[assessment.principle - 1].title(words.code))
        where = (
            f"{round_in_words(assessment.round, words)} · {assessment.principle}. {title} ·"
            f" {rating_words(assessment, words)}"
        )
        with st.container(border=True):
            quote = words("“{text}”", text=quoted(hit))
            if assessment.confidential and not assessment.is_withheld:
                session.note_confidential_read(assessment.round, assessment.body)
            st.markdown(
                f"{confidential_badge(assessment, words)}{quote}\n\n"
                f":small[**{session.plain(assessment.name)}** · {session.plain(where)}]"
            )
            st.page_link(
                "pages/results/principle.py",
                label=words("Read it whole"),
                icon=":material/arrow_forward:",
                query_params={"principle": str(assessment.principle), "round": assessment.round},
            )
    _say_rest(len(hits), words)


def _show_consultations(hits: list[Hit], everything: Library, words: Words) -> None:
    for hit in hits[:MOST]:
        with st.container(border=True):
            st.page_link(
                "pages/records/consultation.py",
                label=session.plain(everything.titles[hit.key]),
                icon=":material/groups:",
                query_params={"consultation": hit.key},
            )
            st.markdown(f":small[{quoted(hit)}]")
    _say_rest(len(hits), words)


def quoted(hit: Hit) -> str:
    """An excerpt as Markdown, with what was looked for in bold; every other sign shows as itself."""
    parts, end = [], 0
    for start, stop in hit.marked:
        parts += [session.plain(hit.excerpt[end:start]), f"**{session.plain(hit.excerpt[start:stop])}**"]
        end = stop
    return " ".join("".join([*parts, session.plain(hit.excerpt[end:])]).split())


def _say_rest(number: int, words: Words) -> None:
    if number > MOST:
        st.caption(words("The {shown} best are shown. Add a word to find fewer.", shown=MOST))
