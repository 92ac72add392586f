"""One consultation's facts against the norms, by principle, each with its reason and the way to what is
missing.
"""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from data import queries
from data.models import Round
from evaluation.consultation_facts import OUTCOMES, ConsultationFact, Outcome, consultation_facts
from evaluation.principles import INDICATORS
from evaluation.round_names import round_in_sentence
from language import N_, Words
from materials.charts.chart import short_title
from pages import session
from pages.components.field_at_hand import link_fields
from pages.components.tables import show_table

BADGES: dict[Outcome, tuple[str, str]] = {
    "met": ("green", ":material/check:"),
    "missed": ("orange", ":material/close:"),
    "reported": ("gray", ":material/info:"),
    "unknown": ("violet", ":material/question_mark:"),
    "waiting": ("blue", ":material/hourglass_empty:"),
    "no_case": ("gray", ":material/remove:"),
}
"""Colour and icon of what becomes of a fact; the word stands there too."""
COUNTED: dict[Outcome, str] = {
    "met": N_("{count} met"),
    "missed": N_("{count} not met"),
    "unknown": N_("{count} can't be told"),
    "waiting": N_("{count} waiting"),
}


def counting_round(record: pd.Series) -> Round | None:
    """The round that counts a consultation: the chosen one where it does, else the latest; None where none
    does.
    """
    keys = str(record["rounds"] or "").split(";")
    own = [each for each in session.rounds() if each.key in keys]
    chosen = session.chosen_round() if own else None
    return chosen if chosen in own else next(iter(own), None)


def show_facts(record: pd.Series, words: Words) -> None:
    """How the round that counts it counts it; a sentence where none does."""
    now = counting_round(record)
    facts = consultation_facts(session.store(), now, record["consultation"]) if now else ()
    if now is None or not facts:
        st.text(words("No evaluation counts it."))
        return
    st.markdown(session.plain(_in_short(facts, words)))
    values = {"round": round_in_sentence(now.key, words), "day": now.opening_day}
    st.caption(
        session.plain(
            words("As {round} counts what is recorded today, by the norms in force on {day}.", **values)
        )
    )
    titles = queries.principles.titles(session.store(), now.opening_day)
    for number in (*titles, None):
        own = [fact for fact in facts if INDICATORS[fact.indicator].principle == number]
        _show_principle(_title(number, titles, words), own, words)


def _in_short(facts: Sequence[ConsultationFact], words: Words) -> str:
    """``14 met, 3 not met and 2 can't be told``."""
    counts = Counter(fact.outcome for fact in facts)
    return words.listed(
        [words(text, count=counts[outcome]) for outcome, text in COUNTED.items() if counts[outcome]]
    )


def _title(number: int | None, titles: dict[int, tuple[str, str]], words: Words) -> str:
    if number is None:
        return words("Proportionality")
    return f"{number}. {short_title(titles[number][words.code == 'en'])}"


def _show_principle(title: str, facts: Sequence[ConsultationFact], words: Words) -> None:
    """Its facts as rows, and under them the fields without which some can't be told."""
    st.markdown(f"**{session.plain(title)}**")
    rows = [{words("Fact"): _fact(fact, words), words("Why"): _why(fact, words)} for fact in facts]
    show_table(rows, words("Facts of {principle}", principle=title), header=False)
    lacking = dict.fromkeys(column for fact in facts for column in fact.lacking)
    link_fields(list(lacking), title, words)


def _fact(fact: ConsultationFact, words: Words) -> str:
    """What it is called, and what becomes of it, as Markdown."""
    colour, icon = BADGES[fact.outcome]
    badge = f":{colour}-badge[{icon} {words(OUTCOMES[fact.outcome])}]"
    return f"{words(INDICATORS[fact.indicator].label)}  \n{badge}"


def _why(fact: ConsultationFact, words: Words) -> str:
    """The reason, and the norm of the round, as Markdown."""
    reason = session.plain(words.say(fact.reason))
    return f"{reason}  \n:small[:gray[{session.plain(words.say(fact.norm))}]]" if fact.norm else reason
