"""What a body, and those it took over from, answered through the rounds, and how that moved."""

import streamlit as st

from data import queries
from data.database import Store
from data.models import Round
from evaluation.body_change import body_change, body_change_words
from evaluation.round_names import round_in_sentence
from language import Words
from materials.charts.own_rounds import About, OwnRound, own_rounds
from pages import session
from pages.components.charts import show_chart


def show_own_rounds(store: Store, body: str, name: str, words: Words) -> None:
    """The answers through all rounds under a title that says what moved since the round before the chosen
    one; an invitation where it has not been asked in any.
    """
    columns = own_columns(store, body)
    if not columns:
        st.info(words("It has not been asked in any round yet."), icon=":material/info:")
        return
    titles = {finding.principle: finding.title(words.code) for finding in session.evaluation().principles}
    scope = session.scope_of_all_rounds(columns[0].round, columns[-1].round, filters=name)
    about = About(_title(store, body, words), session.chosen_round().key)
    show_chart(own_rounds(columns, titles, scope, words, about=about), words)


def own_columns(store: Store, body: str) -> list[OwnRound]:
    """A column for the body in each held round, the oldest first, and one for each it took over from."""
    lineage, columns = queries.bodies.lineage(store, body), []
    for each, _ in session.rounds_held():
        answers = [answer for answer in session.snapshot_in(each).answers if answer.body in lineage]
        for key in dict.fromkeys(answer.body for answer in answers):
            own = tuple(answer for answer in answers if answer.body == key)
            columns.append(OwnRound(each.key, own, own[0].name if key != body else ""))
    return columns


def _title(store: Store, body: str, words: Words) -> str:
    """What moved from the round before to the chosen one."""
    before = _round_before()
    if before is None:
        return words("There is no earlier round to compare with")
    predecessors = {each.key: keys for each, keys in queries.bodies.with_predecessors(store)}
    change = body_change(body, session.answers(), session.snapshot_in(before).answers, predecessors)
    return words.say(body_change_words(change, round_in_sentence(before.key, words)))


def _round_before() -> Round | None:
    """The round that the chosen one is compared with."""
    key = session.evaluation().principles[0].change.previous_round
    return next((each for each in session.rounds() if each.key == key), None)
