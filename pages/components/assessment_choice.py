"""Which assessment to write or read: of which body and principle, and what was said of it last time."""

from collections.abc import Mapping

import streamlit as st

from data import queries
from data.database import Store
from data.models import Round
from evaluation.earlier_words import earlier_words
from evaluation.round_names import round_in_sentence
from language import Words
from materials.charts.chart import short_title
from pages import session
from pages.components.findings import show_earlier_words


def choose_place(store: Store, now: Round, titles: Mapping[int, str], words: Words) -> tuple[str, int]:
    """Which body and which principle to write or read about."""
    names = {body.key: body.name for body in queries.bodies.expected(store, now.key)}
    label_by_number = {number: f"{number}. {short_title(title)}" for number, title in titles.items()}
    left, right = st.columns(2)
    with left:
        body = session.choose(
            "body",
            list(names),
            next(iter(names)),
            label=words("Committee or centre"),
            in_words=names.__getitem__,
        )
    with right:
        principle = session.choose(
            "principle", list(titles), 1, label=words("Principle"), in_words=label_by_number.__getitem__
        )
    return body, principle


def show_last_time(store: Store, body: str, principle: int, words: Words) -> None:
    """What the body itself, or those it took over from, said in the round before, to read beside the new
    one.
    """
    previous = session.evaluation().principles[principle - 1].change.previous_round
    statements = earlier_words(store, previous, reader=body, readership=session.readership())
    earlier = [each for each in statements if each.assessment.principle == principle]
    if previous and earlier:
        label = words("What was said in {round}", round=round_in_sentence(previous, words))
        with session.fold(session.plain(label), "last_time", icon=":material/history:"):
            for each in earlier:
                show_earlier_words(each, words)


def say_why_closed(now: Round, words: Words) -> None:
    """Why nothing can be written; nothing is said of an open round."""
    closed_text = words("The round is closed: what was said in it can be read, but no longer written.")
    planned_text = words("The round has not opened yet: assessments can be written once it is open.")
    if now.status != "open":
        st.info(closed_text if now.status == "closed" else planned_text, icon=":material/lock:")
