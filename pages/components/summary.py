"""The sentences that the numbers carry, and for each where its numbers come from."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from evaluation.summary import SummarySentence, subject
from language import N_, Words
from pages import session
from pages.components.tables import show_table

PLACES = {
    "verdict": N_("verdict and its reasons"),
    "gap": N_("medians of both levels"),
    "committee": N_("the committees' answers"),
    "centre": N_("the centres' answers"),
    "all": N_("all answers"),
    "change": N_("change since the round before"),
    "indicators": N_("facts against their norms"),
    "experience": N_("the participants' answers"),
    "experience_meaningful": N_("the participants' answers"),
}


def show_summary(sentences: Sequence[SummarySentence], words: Words) -> None:
    """The sentences, and for each where its numbers come from."""
    st.markdown(session.plain(in_full(sentences, words)))
    _show_origins(sentences, words)


@st.fragment
def _show_origins(sentences: Sequence[SummarySentence], words: Words) -> None:
    """Each sentence and where its numbers come from, made only when it is asked for."""
    label = words("Where the numbers come from")
    menu = st.popover(label, icon=":material/manage_search:", key="origins", on_change="rerun")
    if menu.open:
        with menu:
            st.caption(words("The sentences are made from the numbers by rules; nobody has written them."))
            heading, origin = words("Sentence"), words("Numbers from")
            rows = [
                {heading: session.plain(words.say(each.sentence)), origin: _origin(each, words)}
                for each in sentences
            ]
            show_table(rows, label)


def in_full(sentences: Sequence[SummarySentence], words: Words) -> str:
    """All sentences: a paragraph of the answers, one of the change, one of the records and one of the
    participants.
    """
    return "\n\n".join(
        " ".join(words.say(each.sentence) for each in group) for _, group in groupby(sentences, subject)
    )


def _origin(sentences: SummarySentence, words: Words) -> str:
    """The parts of the evaluation that a sentence was made from, in words."""
    parts = dict.fromkeys(name for place in sentences.places for name in place.split(".") if name in PLACES)
    return ", ".join(words(PLACES[name]) for name in parts)
