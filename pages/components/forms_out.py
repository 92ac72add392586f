"""What goes out to committees and centres: papers and forms, for all or for one."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from data.database import Store
from data.models import Body, Round
from evaluation.round_names import round_in_words
from language import Words
from materials.documents.discussion_paper.archive import all_papers, draw_paper, paper_name
from materials.filenames import file_name
from materials.forms.archive import all_forms, draw, form_name
from pages import session
from pages.components.download import download_button

MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "txt": "text/plain",
}


def show_sending(store: Store, now: Round, bodies: Sequence[Body], words: Words) -> None:
    """Everything that goes out: all forms at once, or one body's paper and form."""
    st.subheader(words("Send out"))
    st.markdown(
        words(
            "Each committee and centre gets a discussion paper about its own consultations, and a form to"
            " answer in. Only the fields of a form can be written in."
        )
    )
    store, key, spoken = store, now.key, round_in_words(now.key, words)
    with st.container(horizontal=True):
        label = words("All forms of the round (ZIP)")
        _offer(label, partial(all_forms, store, now, words), file_name(words("Forms"), spoken, kind="zip"))
        label = words("All discussion papers (ZIP)")
        _offer(
            label,
            partial(all_papers, store, now, words),
            file_name(words("Discussion papers"), spoken, kind="zip"),
        )
    by_key = {body.key: body for body in bodies}
    names = {body.key: body.name for body in bodies}
    body_key = session.choose(
        "body", list(names), next(iter(names)), label=words("Committee or centre"), in_words=names.__getitem__
    )
    with st.container(horizontal=True):
        for kind, label in (
            ("docx", words("Discussion paper (Word)")),
            ("pdf", words("Discussion paper (PDF)")),
        ):
            _offer(
                label,
                partial(draw_paper, store, now, body_key, kind, words),
                paper_name(by_key[body_key], key, kind, words),
            )
        for kind, label in (("docx", words("Form (Word)")), ("xlsx", words("Form (Excel)"))):
            _offer(
                label,
                partial(draw, store, now, body_key, kind, words),
                form_name(by_key[body_key], key, kind, words),
            )


def _offer(label: str, make: partial[bytes], name: str) -> None:
    """A button whose file is made when it is asked for."""
    download_button(
        label,
        make,
        name,
        MIME[name.rpartition(".")[2]],
        icon=":material/download:",
        key=f"offer {name}",
    )
