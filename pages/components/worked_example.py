"""A verdict of the chosen round, step by step with its own numbers."""

import streamlit as st

from evaluation import verdict_words, worked_example
from evaluation.findings import PrincipleFinding
from evaluation.method import VERDICT_RULES, rule_words
from evaluation.scales import LEVELS, VERDICTS
from language import Words
from materials.charts.chart import numbered
from materials.charts.theme import VERDICT_STYLES
from pages import session
from pages.components.findings import choose_principle, verdict_badge
from pages.components.headings import show_section
from pages.components.tables import show_table


def show_example(words: Words) -> None:
    """The principle that the link names, or that is picked here: its answers in order, the rules tried on
    them, and what its confidence was held against.
    """
    show_section(words("A verdict step by step"))
    finding = choose_principle(session.evaluation().principles, words)
    st.markdown(
        f"**1. {words('The answers in order, from the lowest to the highest; the middle one counts')}**"
    )
    for level, label in LEVELS.items():
        st.markdown(_answers(finding, level, words(label), words))
    st.markdown(f"**2. {words('The rules are tried from the top; the first that holds decides')}**")
    show_table(_rules(finding, words), words("The rules, tried on this principle"))
    st.markdown(f"**3. {words('Confidence begins high and falls a step for each that holds')}**")
    if rows := _doubts(finding, words):
        show_table(rows, words("What the confidence was held against"))
    else:
        st.markdown(words("No confidence is stated for this verdict."))
    st.markdown(f"**4. {words('The verdict')}**")
    if sentence := verdict_words.override_words(finding):
        st.markdown(session.plain(words.say(sentence)))
    st.markdown(verdict_badge(finding, words))
    st.page_link(
        "pages/results/principle.py",
        label=session.plain(numbered(finding, words)),
        icon=":material/flag:",
        query_params={"principle": str(finding.principle)},
    )


def _answers(finding: PrincipleFinding, level: str, label: str, words: Words) -> str:
    """``Udvalg: 3 · 4 · **4** · 5 · 5``, and those without a step."""
    standing = finding.standing(level)
    ratings, middle = worked_example.ordered_answers(standing)
    signs = " · ".join(
        f":blue-badge[**{rating}**]" if place in middle else str(rating)
        for place, rating in enumerate(ratings)
    )
    beside = [
        (standing.not_assessable, words("{count} cannot be judged", count=standing.not_assessable)),
        (standing.not_answered, words("{count} not answered", count=standing.not_answered)),
    ]
    rest = "; ".join(text for count, text in beside if count)
    return f"{session.plain(label)}: {signs or '–'}" + (f" :small[({session.plain(rest)})]" if rest else "")


def _rules(finding: PrincipleFinding, words: Words) -> list[dict[str, str]]:
    results = {
        True: f"**{words('Holds: this is the verdict')}**",
        False: words("Does not hold: on to the next"),
        None: words("Not tried"),
    }
    return [
        {
            words("Verdict"): _badge(tried.verdict, words),
            words("The rule"): session.plain(
                words.say(rule_words(VERDICT_RULES[tried.verdict], session.norms()))
            ),
            words("In this round"): session.plain("; ".join(words.say(each) for each in tried.figures))
            or "–",
            words("Result"): results[tried.holds],
        }
        for tried in worked_example.tried_rules(finding, session.norms())
    ]


def _badge(verdict: str, words: Words) -> str:
    look = VERDICT_STYLES[verdict]
    return f":{look.badge}-badge[{look.icon} {words(VERDICTS[verdict])}]"


def _doubts(finding: PrincipleFinding, words: Words) -> list[dict[str, str]]:
    return [
        {
            words("What lowers it"): words(worked_example.REASONS[doubt.reason]),
            words("Lowers"): words.say(doubt.limit),
            words("In this round"): session.plain("; ".join(words.say(each) for each in doubt.figures)),
            words("Result"): f"**{words('Lowers it a step')}**" if doubt.lowers else words("Does not hold"),
        }
        for doubt in worked_example.doubts(finding, session.norms())
    ]
