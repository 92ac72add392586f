"""One principle in depth: both levels, words, facts, evidence, contradiction and conclusion."""

import streamlit as st

import pages
from data import reading
from evaluation import wording
from evaluation.findings import PrincipleFinding
from evaluation.principles import INDICATORS, PRINCIPLES
from evaluation.scales import LEVELS, RATINGS
from language import Words
from materials.chart import Chart, short_title
from materials.distribution import principle_distribution
from materials.facts import facts
from pages.parts.actions import show_actions
from pages.parts.charts import show_chart
from pages.parts.findings import link_consultation, round_names, show_assessment, verdict_lines, warn_of_contradiction


def choose_principle(words: Words) -> PrincipleFinding:
    """The principle that the link names, or the one picked here."""
    found = {finding.principle: finding for finding in pages.evaluation().principles}
    names = {number: f"{number}. {short_title(finding.title(words.code))}" for number, finding in found.items()}
    return found[pages.choose("principle", list(found), 1, label=words("Principle"), in_words=names.__getitem__)]


def show_meaning(number: int, words: Words) -> None:
    """The adopted wording, our explanation and the descriptors of the scale."""
    title, text, source = reading.wording(pages.store(), number, pages.chosen_round().opening_day, words.code)
    with st.expander(words("What the principle says, and what each step means"), icon=":material/menu_book:"):
        st.markdown(f"**{pages.plain(title)}**")
        st.text(text)
        st.caption(pages.plain(words("Source: {source}", source=source)))
        st.markdown(words(PRINCIPLES[number].explanation))
        for step in (5, 4, 3, 2, 1):
            st.markdown(f"**{step} · {words(RATINGS[step])}** – {words(PRINCIPLES[number].descriptors[step])}")


def show_words(finding: PrincipleFinding, words: Words) -> None:
    """What each level said, submitted words only, in the organisation's order."""
    said = [
        each
        for each in reading.assessments(pages.store(), pages.chosen_round().round, finding.principle)
        if each.status == "submitted"
    ]
    st.subheader(words("What was said"))
    if not said:
        st.info(words("Nobody has submitted an assessment of this principle in this round yet."), icon=":material/edit_note:")
        st.page_link("pages/records/assessments.py", label=words("Write the first one"), icon=":material/arrow_forward:")
        return
    titles = consultation_titles()
    for level, tab in zip(LEVELS, st.tabs([words(LEVELS[level]) for level in LEVELS]), strict=True):
        with tab:
            st.caption(
                pages.plain(
                    f"{words.say(wording.agreement_words(finding.standing(level)))} {words.say(wording.strength_words(finding.standing(level)))}"
                )
            )
            left, right = st.columns(2)
            for number, given in enumerate(each for each in said if each.level == level):
                with right if number % 2 else left:
                    show_assessment(given, titles, words)


def consultation_titles() -> dict[str, str]:
    """Every consultation's title by key."""
    register = reading.consultations(pages.store())
    return dict(zip(register["consultation"], register["title"], strict=True))


def drawn(kind: str, number: int, words: Words) -> Chart:
    """The distribution of one principle, or its facts against their norms, as the records are now."""

    def draw() -> Chart:
        finding = pages.evaluation().principles[number - 1]
        if kind == "distribution":
            return principle_distribution(finding, pages.scope(), words)
        return facts(finding.indicators, pages.scope(principle=short_title(finding.title(words.code))), words)

    return pages.drawn(f"{kind} {number}", draw)


def show_facts(finding: PrincipleFinding, words: Words) -> None:
    """The records' side: each indicator against its norm, and what it counts."""
    st.subheader(words("What the records show"))
    show_chart(drawn("facts", finding.principle, words), words)
    with st.expander(words("How each fact is counted"), icon=":material/calculate:"):
        for found in finding.indicators:
            indicator = INDICATORS[found.indicator]
            st.markdown(f"**{words(indicator.label)}** – {words(indicator.question)}")
            st.caption(f"{words(indicator.numerator)} {words(indicator.denominator)} {words(indicator.unknown)}")


def show_evidence(finding: PrincipleFinding, words: Words) -> None:
    """The consultations most pointed to, and the themes of the words."""
    if finding.themes:
        st.markdown(f"**{words('Themes')}**")
        with st.container(horizontal=True):
            for theme, number in finding.themes.items():
                st.markdown(f":gray-badge[{pages.plain(f'{theme} · {number}')}]")
    if finding.evidence:
        st.markdown(f"**{words('Consultations most pointed to')}**")
        titles = consultation_titles()
        for key, number in list(finding.evidence.items())[:5]:
            link_consultation(key, f"{titles.get(key, key)} ({words.many('{count} body', '{count} bodies', number)})")


def show_conclusion(finding: PrincipleFinding, words: Words) -> None:
    """The secretary's words, and what was decided last time and now."""
    st.subheader(words("Conclusion"))
    said = reading.conclusions(pages.store(), pages.chosen_round().round).get(str(finding.principle))
    st.text(said.text if said and said.text else words("Nothing is concluded yet."))
    show_actions(finding, round_names(pages.evaluation(), words), words)


words = pages.words()
if not pages.rounds():
    st.info(words("The register has no rounds yet. Take in rounds.csv to begin."), icon=":material/info:")
    st.stop()
finding = choose_principle(words)
st.title(pages.plain(short_title(finding.title(words.code))))
st.caption(words(PRINCIPLES[finding.principle].question))
st.markdown(verdict_lines(finding, words))
st.markdown(pages.plain(words.say(wording.change_words(finding.change, round_names(pages.evaluation(), words)))))
warn_of_contradiction(finding, words)
show_meaning(finding.principle, words)
show_chart(drawn("distribution", finding.principle, words), words)
show_words(finding, words)
show_facts(finding, words)
show_evidence(finding, words)
show_conclusion(finding, words)
