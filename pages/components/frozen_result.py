"""The frozen evaluation of a closed round: by whom and when, its checksum, and whether records have moved
on since.
"""

import streamlit as st

from data.database import Store
from data.models import Closing, Round
from evaluation.as_json import as_json
from evaluation.evaluate import evaluate
from evaluation.snapshot import DamagedSnapshot, evaluation_json
from language import Words
from pages import session
from pages.components.download import download_button


def show_frozen(store: Store, now: Round, closing: Closing, words: Words) -> None:
    """The checksum and its test, and the frozen text to download."""
    line = words(
        "Closed on {moment} by {who}, program version {version}.",
        moment=words.moment(closing.closed_at),
        who=closing.who,
        version=closing.program,
    )
    st.markdown(session.plain(line))
    st.caption(words("Checksum (SHA-256) of the evaluation as JSON"))
    st.code(closing.sha256, language=None)
    try:
        text = evaluation_json(store, now)
    except DamagedSnapshot as refusal:
        st.error(session.plain(words.say(refusal.sentence)), icon=":material/error:")
        return
    st.success(words("The frozen result matches its checksum."), icon=":material/verified:")
    if as_json(evaluate(store, now)) != text:
        st.info(
            words(
                "Records have been edited since: reckoned today, the numbers would differ. Pages, charts and"
                " documents show the frozen ones."
            ),
            icon=":material/history:",
        )
    download_button(
        words("Download the frozen evaluation (JSON)"),
        text.encode,
        f"evaluation-{now.key.replace('/', '-')}.json",
        "application/json",
        icon=":material/download:",
    )
