"""One principle in depth: both levels, words, facts, evidence, contradiction and conclusion."""

from collections.abc import Mapping

import streamlit as st

from data import queries
from data.queries.indicator_counts import indicator_rows
from evaluation import phrases
from evaluation.findings import PrincipleFinding
from evaluation.indicators import behind, measure_all
from evaluation.principles import INDICATORS, PRINCIPLES
from evaluation.scales import LEVELS, step_words
from evaluation.summary import summarise_principle
from language import Words
from materials.charts.chart import short_title
from materials.charts.distribution import principle_distribution
from materials.charts.facts import facts
from pages import session
from pages.components.actions import show_actions
from pages.components.charts import show_chart
from pages.components.closing import show_closing
from pages.components.conclusion import show_conclusion
from pages.components.empty_states import require_rounds, say_nothing_fits
from pages.components.filters import Filters, choose_filters
from pages.components.findings import (
    choose_principle,
    link_consultation,
    round_names,
    show_assessment,
    verdict_badge,
    warn_of_contradiction,
)
from pages.components.summary import show_summary


def show_meaning(number: int, words: Words) -> None:
    """The adopted wording, our explanation and the descriptors of the scale."""
    title, text, source = queries.principles.wording(
        session.store(), number, session.chosen_round().opening_day, words.code
    )
    with st.expander(words("What the principle says, and what each step means"), icon=":material/menu_book:"):
        st.markdown(f"**{session.plain(title)}**")
        st.text(text)
        st.caption(session.plain(words("Source: {source}", source=source)))
        st.markdown(words(PRINCIPLES[number].explanation))
        for step in (5, 4, 3, 2, 1):
            st.markdown(f"**{step_words(step, words)}** – {words(PRINCIPLES[number].descriptors[step])}")


def show_words(finding: PrincipleFinding, filters: Filters, words: Words) -> None:
    """What each level said, submitted words only, in the organisation's order."""
    said = [given for given in session.submitted_assessments(finding.principle) if filters.fits(given)]
    st.subheader(words("What was said"))
    if not said:
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
    titles = consultation_titles()
    levels = [level for level in LEVELS if any(each.level == level for each in said)]
    for level, tab in zip(levels, st.tabs([words(LEVELS[level]) for level in levels]), strict=True):
        with tab:
            st.caption(
                session.plain(
                    f"{words.say(phrases.agreement_words(finding.standing(level)))}"
                    f" {words.say(phrases.strength_words(finding.standing(level)))}"
                )
            )
            of_level = [each for each in said if each.level == level]
            for first in range(
                0, len(of_level), 2
            ):  # row by row: a phone sets the columns of a row under one another
                for column, given in zip(st.columns(2), of_level[first : first + 2], strict=False):
                    with column:
                        show_assessment(given, titles, words)


def consultation_titles() -> dict[str, str]:
    """Every consultation's title by key."""
    register = queries.consultations.register(session.store())
    return dict(zip(register["consultation"], register["title"], strict=True))


def show_facts(number: int, filters: Filters, words: Words) -> None:
    """The records' side: each indicator against its norm, the consultations behind it, and what it counts."""
    now, store, norms = session.chosen_round(), session.store(), session.norms()
    selection = filters.selection(now.period_from, now.period_to)
    whole = session.evaluation()
    count, indicators = whole.consultations, whole.principles[number - 1].indicators
    if filters != Filters():
        count, measured = measure_all(store, selection, norms)
        indicators = tuple(found for name, found in measured.items() if INDICATORS[name].principle == number)
    st.subheader(words("What the records show"))
    if not count:
        say_nothing_fits(filtered=filters != Filters(), words=words)
        return
    short = short_title(whole.principles[number - 1].title(words.code))
    show_chart(
        facts(indicators, session.scope(principle=short, filters=filters.in_words(words)), words), words
    )
    rows = indicator_rows(store, selection, [each.indicator for each in indicators], norms=norms)
    with st.expander(
        words("How each fact is counted, and the consultations behind it"), icon=":material/calculate:"
    ):
        for found in indicators:
            indicator = INDICATORS[found.indicator]
            st.markdown(f"**{words(indicator.label)}** – {words(indicator.question)}")
            st.caption(
                f"{words(indicator.numerator)} {words(indicator.denominator)} {words(indicator.unknown)}"
            )
            show_behind(behind(rows, found, has_met=False), words)


def show_behind(missing: Mapping[str, str], words: Words) -> None:
    """Links to the consultations that miss a norm, folded away."""
    if missing:
        label = words.many("{count} consultation misses it", "{count} consultations miss it", len(missing))
        with st.popover(label, icon=":material/groups:"):
            for key, title in missing.items():
                link_consultation(key, title)


def show_evidence(finding: PrincipleFinding, words: Words) -> None:
    """The consultations most pointed to, and the themes of the words."""
    if finding.themes:
        st.markdown(f"**{words('Themes')}**")
        with st.container(horizontal=True):
            for theme, number in finding.themes.items():
                st.markdown(f":gray-badge[{session.plain(f'{theme} · {number}')}]")
    if finding.evidence:
        st.markdown(f"**{words('Consultations most pointed to')}**")
        titles = consultation_titles()
        for key, number in list(finding.evidence.items())[:5]:
            link_consultation(
                key, f"{words.many('{count} body', '{count} bodies', number)}: {titles.get(key, key)}"
            )


words = session.words()
require_rounds(words("Principle"), words)
finding = choose_principle(session.evaluation().principles, words)
st.title(session.plain(short_title(finding.title(words.code))))
st.caption(words(PRINCIPLES[finding.principle].question))
st.markdown(verdict_badge(finding, words))
told = summarise_principle(finding)
show_closing(words, str(finding.principle))
show_summary([each for each in told if each.sentence != phrases.contradiction_words(finding)], words)
warn_of_contradiction(finding, words)
show_meaning(finding.principle, words)
show_chart(
    session.cached_chart(
        f"distribution {finding.principle}",
        lambda: principle_distribution(
            session.evaluation().principles[finding.principle - 1], session.scope(), words
        ),
    ),
    words,
)
filters = choose_filters(session.chosen_round().period_from, session.chosen_round().period_to, words)
st.caption(
    words(
        "Level, centre and committee limit the words below, and all filters but the level limit the facts."
        " The verdict always rests on every answer of the round."
    )
)
show_words(finding, filters, words)
show_facts(finding.principle, filters, words)
show_evidence(finding, words)
show_conclusion(str(finding.principle), told, words, finding.verdict.proposed)
show_actions(finding, round_names(session.evaluation(), words), words)
