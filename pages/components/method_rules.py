"""The rules, scales, indicators and norms that the evaluation uses, in words."""

from collections.abc import Iterator, Mapping, Sequence

import streamlit as st

from data import queries
from data.adopted_text import AdoptedSentence, adopted_sentences
from data.database import Store
from evaluation.adopted_text import COVERAGE, SentenceCoverage
from evaluation.confidence_words import rules_words
from evaluation.indicators import norm_of
from evaluation.method import VERDICT_RULES, Rule, rule_words
from evaluation.principles import INDICATORS, PRINCIPLES, PROPORTIONALITY
from evaluation.principles.definition import Indicator
from evaluation.round_names import round_in_words
from evaluation.scales import LEVELS, VERDICTS, step_words
from evaluation.units import norm_words
from evaluation.verdict import RULES
from language import Words
from materials.charts.theme import VERDICT_STYLES
from pages import session
from pages.components.headings import show_section
from pages.components.tables import show_table


def show_verdicts(norms: dict[str, float], words: Words) -> None:
    """The rules in the order in which they are tried, with the thresholds in force."""
    show_section(words("From answers to a verdict"))
    st.markdown(
        words(
            "The rules are tried from the top; the first that holds decides. The verdict is a proposal: the"
            " secretary can put another in its place and must then give the reason, which is shown wherever"
            " the verdict is."
        )
    )
    for verdict, rule in VERDICT_RULES.items():
        look = VERDICT_STYLES[verdict]
        st.badge(words(VERDICTS[verdict]), icon=look.icon, color=look.badge)  # type: ignore[arg-type]  # a colour name
        st.markdown(session.plain(words.say(rule_words(rule, norms))))


def show_rules(rules: Sequence[Rule], norms: Mapping[str, float], words: Words) -> None:
    """A list of rules, with the norms in force."""
    st.markdown("\n".join(f"- {session.plain(words.say(rule_words(rule, norms)))}" for rule in rules))


def show_rules_of_round(words: Words) -> None:
    """Which rules the chosen round was judged by; a warning where this page explains others."""
    evaluation = session.evaluation()
    line = words("The chosen round, {round}:", round=round_in_words(evaluation.round, words))
    sentence = f"{line} {words.say(rules_words(evaluation))}"
    if evaluation.rules == RULES:
        st.caption(session.plain(sentence))
        return
    note = words("This page explains the rules in force today; those of that round were others.")
    st.info(session.plain(f"{sentence} {note}"), icon=":material/history:")


def show_adopted_text(words: Words) -> None:
    """The adopted text, sentence by sentence: measured by which facts, judged by whom, or not at all."""
    label, sentences = words("The adopted text, sentence by sentence"), adopted_sentences()
    with session.fold(label, "adopted", icon=":material/menu_book:"):
        st.caption(
            session.plain(
                words(
                    "What each sentence is measured by, who judges it with a rating, and what of it nothing"
                    " measures. Source: {source}",
                    source=sentences[0].source,
                )
            )
        )
        show_table([_adopted_row(sentence, words) for sentence in sentences], label)


def _adopted_row(sentence: AdoptedSentence, words: Words) -> dict[str, str]:
    coverage, text = COVERAGE[sentence.key], session.plain(sentence.text(words.code))
    is_title = sentence.key == f"{sentence.part}.0"
    return {
        words("Sentence"): f"**{sentence.part}. {text}**" if is_title else text,
        words("Measured by"): "; ".join(_measures(coverage, words)) or "–",
        words("Judged by"): words.listed([words(LEVELS[level]).lower() for level in coverage.levels]) or "–",
        words("Not measured"): words(coverage.gap) if coverage.gap else "–",
    }


def _measures(coverage: SentenceCoverage, words: Words) -> Iterator[str]:
    """The facts that speak to a sentence, and the participants' answers where they are asked it."""
    yield from (words(INDICATORS[name].label) for name in coverage.indicators)
    if coverage.participants:
        yield words("The participants' own answers")


def show_indicator(indicator: Indicator, norms: dict[str, float], words: Words) -> None:
    """One indicator: what it asks, counts and cannot know, and its norm."""
    st.markdown(f"**{words(indicator.label)}**  \n{words(indicator.question)}")
    st.markdown(
        f":small[{words(indicator.numerator)} {words(indicator.denominator)} {words(indicator.unknown)}]"
    )
    if sentence := norm_words(norm_of(indicator, norms), indicator):
        st.markdown(f":small[**{session.plain(words.say(sentence))}**]")


def show_principles(store: Store, norms: dict[str, float], words: Words) -> None:
    """Each principle with its question, its descriptors and its facts, folded away."""
    for number, principle in PRINCIPLES.items():
        title, text, source = queries.principles.wording(
            store, number, session.chosen_round().opening_day, words.code
        )
        with session.fold(session.plain(f"{number}. {title}"), f"principle_{number}"):
            st.text(text)
            st.caption(session.plain(words("Source: {source}", source=source)))
            st.markdown(words(principle.question))
            st.markdown(words(principle.explanation))
            for step in (5, 4, 3, 2, 1):
                st.markdown(f"**{step_words(step, words)}** – {words(principle.descriptors[step])}")
            for indicator in principle.indicators:
                show_indicator(indicator, norms, words)
    with session.fold(words("Proportionality"), "proportionality"):
        st.markdown(words(PROPORTIONALITY.question))
        st.markdown(words(PROPORTIONALITY.explanation))
        for indicator in PROPORTIONALITY.indicators:
            show_indicator(indicator, norms, words)
