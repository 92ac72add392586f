"""The sentences that the numbers carry, and for each where its numbers come from."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from evaluation.summary import SummarySentence, subject
from language import N_, Words
from pages import session
from pages.components.tables import show_table

ANSWERS = N_("what committees and centres have submitted in this round")
REGISTER = N_("the consultations that are registered in the period of the round")
PARTICIPANTS = N_("what participants answered, typed in under each consultation")
SOURCES = {
    "verdict": N_("the rules for a verdict, with the norms in force"),
    "gap": ANSWERS,
    "committee": N_("what the committees have submitted in this round"),
    "centre": N_("what the centres have submitted in this round"),
    "all": ANSWERS,
    "change": N_("what each committee and centre submitted in this round and in the round before"),
    "indicators": REGISTER,
    "experience": PARTICIPANTS,
    "experience_meaningful": PARTICIPANTS,
}
"""By the part of the evaluation that a sentence was made from, what was recorded, so that one can look it
up.
"""
RECORDS = (
    ("pages/records/assessments.py", N_("Assessments"), ":material/edit_note:"),
    ("pages/records/consultations.py", N_("Consultations"), ":material/groups:"),
    ("pages/records/experiences.py", N_("Experiences"), ":material/record_voice_over:"),
    ("pages/about/method.py", N_("Method"), ":material/menu_book:"),
)
"""The pages where that stands."""


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
            st.caption(
                words(
                    "Nobody has written these sentences: rules make them from what is recorded on the pages"
                    " below."
                )
            )
            heading, origin = words("Sentence"), words("Counted from")
            rows = [
                {heading: session.plain(words.say(each.sentence)), origin: _origin(each, words)}
                for each in sentences
            ]
            show_table(rows, label)
            with st.container(horizontal=True):
                for page, name, icon in RECORDS:
                    st.page_link(page, label=words(name), icon=icon)


def in_full(sentences: Sequence[SummarySentence], words: Words) -> str:
    """All sentences: a paragraph of the answers, one of the change, one of the records and one of the
    participants.
    """
    return "\n\n".join(
        " ".join(words.say(each.sentence) for each in group) for _, group in groupby(sentences, subject)
    )


def _origin(sentences: SummarySentence, words: Words) -> str:
    """What was recorded that a sentence was made from."""
    names = (name for place in sentences.places for name in place.split(".") if name in SOURCES)
    return words.listed(list(dict.fromkeys(words(SOURCES[name]) for name in names)))
