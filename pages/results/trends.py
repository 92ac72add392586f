"""Which way is it going: each principle through all rounds, and its facts through time and side by side."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from data import queries
from data.models import Round
from evaluation import phrases
from evaluation.findings import Evaluation, Measurement
from evaluation.indicators import measure_by
from evaluation.principles import INDICATORS, PRINCIPLES
from evaluation.scales import SCALES
from language import N_, Words
from materials.charts.chart import numbered, round_in_sentence, round_in_words, short_title, verdict_in_words
from materials.charts.facts import facts_apart
from materials.charts.quarters import quarters
from materials.charts.trend import name_of, trend
from pages import session
from pages.components.charts import show_chart
from pages.components.empty_states import require_rounds, say_no_consultations
from pages.components.filters import OF_CONSULTATIONS, choose_filters
from pages.components.findings import choose_principle
from pages.components.tables import show_table

GROUPED = {
    "quarter": N_("By quarter"),
    "centre": N_("By centre"),
    "committee": N_("By committee"),
    "method": N_("By method"),
    "scale": N_("By planned scale"),
}
Held = list[tuple[Round, Evaluation]]


def verdicts(held: Held, words: Words) -> list[dict[str, str]]:
    """A row a principle, a column a round: the verdict's sign and word."""
    rows = []
    for number in PRINCIPLES:
        findings = [(each, evaluation.principles[number - 1]) for each, evaluation in held]
        title = short_title(findings[-1][1].title(words.code))
        row = {words("Principle"): session.plain(f"{number}. {title}")}
        for each, finding in findings:
            row[session.plain(name_of(each, words))] = session.plain(verdict_in_words(finding, words))
        rows.append(row)
    return rows


def show_reasons(held: Held, words: Words) -> None:
    """Why the secretary decided otherwise than the rules propose, wherever that was."""
    for each, evaluation in held:
        for finding in evaluation.principles:
            if said := phrases.override_words(finding):
                name = f"{round_in_words(each.key, words)}, {numbered(finding, words)}"
                st.caption(f"**{session.plain(name)}** · {session.plain(words.say(said))}")


def show_rounds(held: Held, number: int, words: Words) -> None:
    """One principle's rounds as a chart, and each change in words."""
    breaks = queries.principles.trend_breaks(session.store(), number)
    findings = [(each, evaluation.principles[number - 1]) for each, evaluation in held]
    scope = session.scope_of_all_rounds(
        held[0][0].key, held[-1][0].key, principle=short_title(findings[-1][1].title(words.code))
    )
    show_chart(trend(findings, breaks, scope, words), words)
    names = {each.key: round_in_sentence(each.key, words) for each, _ in held}
    for each, finding in findings:
        if finding.change.previous_round:
            together = phrases.delta_words(finding.change)
            said = (
                f"{words.say(phrases.change_words(finding.change, names))}"
                f" {words.say(together) if together else ''}"
            )
            st.markdown(f"**{session.plain(round_in_words(each.key, words))}** · {session.plain(said)}")


def choose_fact(number: int, words: Words) -> tuple[str, str]:
    """Which of the principle's facts to follow, and by what."""
    of_principle = [name for name, indicator in INDICATORS.items() if indicator.principle == number]
    left, right = st.columns(2)
    with left:
        fact = session.choose(
            "fact",
            of_principle,
            of_principle[0],
            label=words("Fact"),
            in_words=lambda name: words(INDICATORS[name].label),
        )
    with right:
        grouping = session.choose(
            "by",
            list(GROUPED),
            "quarter",
            label=words("Side by side"),
            in_words=lambda key: words(GROUPED[key]),
        )
    return fact, grouping


def show_facts(rounds: Sequence[Round], number: int, words: Words) -> None:
    """One fact by quarter, centre, committee, method or scale, over the periods of all rounds that hold a
    consultation.
    """
    filled = queries.rounds.with_consultations(session.store())
    rounds = [each for each in rounds if each.key in filled]
    if not rounds:
        say_no_consultations(words)
        return
    first, last = min(each.period_from for each in rounds), max(each.period_to for each in rounds)
    fact, grouping = choose_fact(number, words)
    filters = choose_filters(first, last, words, only=OF_CONSULTATIONS)
    found = measure_by(session.store(), grouping, filters.selection(first, last), session.norms())
    known = {
        key: measured[fact] for key, _, measured in found if measured[fact].known + measured[fact].unknown
    }
    if not known:
        st.info(
            words("No consultation fits. Remove a filter, or choose another round."),
            icon=":material/search_off:",
        )
        return
    scope = session.scope_of_all_rounds(rounds[0].key, rounds[-1].key, filters=filters.in_words(words))
    if grouping == "quarter":
        show_chart(quarters([(_day(key), each) for key, each in known.items()], scope, words), words)
    else:
        show_chart(facts_apart(_named(known, grouping, words), scope, words), words)
    st.caption(
        words(
            "The norms in force in the chosen round are used throughout. A consultation with several methods"
            " stands under each."
        )
    )


def _day(key: pd.Timestamp | date) -> date:
    return key.date() if isinstance(key, pd.Timestamp) else key


def _named(known: dict[str, Measurement], grouping: str, words: Words) -> dict[str, Measurement]:
    """The keys in words, in the organisation's order or that of the scale."""
    names = (
        {key: words(label) for key, label in SCALES.items()}
        if grouping == "scale"
        else queries.bodies.names(session.store())
    )
    ordered = [key for key in names if key in known] + [key for key in known if key not in names]
    return {names.get(key, key): known[key] for key in ordered}


words = session.words()
rounds = session.rounds()[::-1]
require_rounds(words("Which way is it going?"), words)
st.title(words("Which way is it going?"))
if held := session.rounds_held():
    st.caption(
        words(
            "All rounds from the oldest to the newest. Bodies that took over from others, and new wordings,"
            " are marked where they fall."
        )
    )
    show_table(verdicts(held, words), words("Verdicts by principle and round"))
    show_reasons(held, words)
else:
    st.info(
        words("No round has been opened yet. The trend begins with the first one."), icon=":material/info:"
    )
finding = choose_principle(session.evaluation().principles, words)
if held:
    show_rounds(held, finding.principle, words)
st.subheader(words("What the records show over time"))
show_facts(rounds, finding.principle, words)
