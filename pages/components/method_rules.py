"""The rules, scales, indicators and norms that the evaluation uses, in words."""

import streamlit as st

from data import queries
from data.database import Store
from evaluation.indicators import norm_of
from evaluation.method import VERDICT_RULES
from evaluation.principles import PRINCIPLES, PROPORTIONALITY
from evaluation.principles.definition import Indicator
from evaluation.scales import NORM_LABELS, VERDICTS, step_words
from evaluation.units import norm_words, quantity
from language import Words
from materials.charts.theme import VERDICT_STYLES
from pages import session
from pages.components.tables import Figure, show_table


def show_verdicts(norms: dict[str, float], words: Words) -> None:
    """The rules in the order in which they are tried, with the thresholds in force."""
    st.subheader(words("From answers to a verdict"))
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
        values = {name: norms[name] for name in rule.norms if name in norms}
        st.markdown(
            session.plain(
                words(
                    rule.text,
                    **{
                        name: words.percent(value) if name == "coverage_min" else value
                        for name, value in values.items()
                    },
                )
            )
        )


def show_indicator(indicator: Indicator, norms: dict[str, float], words: Words) -> None:
    """One indicator: what it asks, counts and cannot know, and its norm."""
    st.markdown(f"**{words(indicator.label)}**  \n{words(indicator.question)}")
    st.markdown(
        f":small[{words(indicator.numerator)} {words(indicator.denominator)} {words(indicator.unknown)}]"
    )
    if sentence := norm_words(norm_of(indicator, norms), indicator):
        st.markdown(f":small[**{session.plain(words.say(sentence))}**]")


def show_principles(store: Store, norms: dict[str, float], words: Words) -> None:
    """Each principle with its question, its descriptors and its facts."""
    st.subheader(words("The principles, their scale and their facts"))
    for number, principle in PRINCIPLES.items():
        title, text, source = queries.principles.wording(
            store, number, session.chosen_round().opening_day, words.code
        )
        with st.expander(session.plain(f"{number}. {title}")):
            st.text(text)
            st.caption(session.plain(words("Source: {source}", source=source)))
            st.markdown(words(principle.question))
            st.markdown(words(principle.explanation))
            for step in (5, 4, 3, 2, 1):
                st.markdown(f"**{step_words(step, words)}** – {words(principle.descriptors[step])}")
            for indicator in principle.indicators:
                show_indicator(indicator, norms, words)
    with st.expander(words("Proportionality")):
        st.markdown(words(PROPORTIONALITY.question))
        st.markdown(words(PROPORTIONALITY.explanation))
        for indicator in PROPORTIONALITY.indicators:
            show_indicator(indicator, norms, words)


def show_norms(store: Store, words: Words) -> None:
    """Every norm with its source and the date it applies from."""
    st.subheader(words("Norms"))
    st.markdown(
        words(
            "A norm is a threshold with a source and a date. The one in force on the day a round opens"
            " applies to that round."
        )
    )
    rows = [
        {
            words("Norm"): (
                words(NORM_LABELS[norm.key]) if norm.key in NORM_LABELS else session.plain(norm.key)
            ),
            words("Value"): Figure(norm.value, words.say(quantity(norm.value, norm.unit or ""))),
            words("From"): words.date(norm.applies_from, "short"),
            words("Source"): session.plain(norm.source),
        }
        for norm in queries.norms.dated(store)
    ]
    show_table(rows, words("Norms with value, date and source"))
