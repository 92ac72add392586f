"""The top of the overview: what the round found, the one thing to know beside it, and what it rests on."""

import streamlit as st

from data import queries
from evaluation.errata import threads
from evaluation.findings import Evaluation
from evaluation.overview_words import finding_title, key_sentence
from language import Words
from pages import session
from pages.components.headings import show_title


def show_heading(evaluation: Evaluation, words: Words) -> None:
    """The finding as the title, one sentence under it, and in small how many answers and consultations."""
    show_title(session.plain(words.say(finding_title(evaluation.principles))))
    sentence = session.plain(words.say(key_sentence(evaluation)))
    small = session.plain(" · ".join(_basis(evaluation, words)))
    preliminary = f" :orange-badge[:material/pending: {words('Preliminary: the round is open')}]"
    is_open = session.chosen_round().status == "open"
    st.markdown(f"{sentence} :gray[{small}]{preliminary if is_open else ''}")


def _basis(evaluation: Evaluation, words: Words) -> list[str]:
    """``69 af 70 svar``, ``28 inddragelser``, and how many corrections stand below."""
    answered = sum(finding.all.answered for finding in evaluation.principles)
    expected = sum(finding.all.expected for finding in evaluation.principles)
    errata = len(threads(queries.closings.errata(session.store(), evaluation.round)))
    return [
        words("{answered} of {expected} answers", answered=answered, expected=expected),
        words.many("{count} consultation", "{count} consultations", evaluation.consultations),
        *([words.many("{count} correction below", "{count} corrections below", errata)] if errata else []),
    ]
