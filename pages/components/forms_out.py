"""What goes out to committees and centres: papers and forms, for all or for one."""

from collections.abc import Callable, Collection, Sequence
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
from pages.components.correspondence import show_sending_letter
from pages.components.download import download_button
from pages.components.headings import show_section
from pages.components.may import for_them_alone, is_allowed
from workflow.permission import Right

MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "txt": "text/plain",
}


def show_sending(store: Store, now: Round, bodies: Sequence[Body], words: Words) -> str | None:
    """Everything that goes out: all forms at once, or one body's paper and form; gives the body that is
    chosen. They hold a body's own confidential words, and are for who may read those: None for who may not.
    """
    show_section(words("Send out"))
    bodies = [body for body in bodies if is_allowed(Right.CONFIDENTIAL_WORDS, {body.key})]
    st.markdown(
        words(
            "Each committee and centre gets a discussion paper about its own consultations, and a form to"
            " answer in. Only the fields of a form can be written in."
        )
    )
    if not bodies:
        _say_for_whom(words)
        return None
    _offer_all(store, now, bodies, words)
    by_key = {body.key: body for body in bodies}
    body_key = session.choose(
        "body",
        list(by_key),
        next(iter(by_key)),
        label=words("Committee or centre"),
        in_words=lambda key: by_key[key].name,
    )
    _offer_one(store, now, by_key[body_key], words)
    if is_allowed(Right.CONDUCT):
        with session.fold(words("The letter that goes with them"), "letter", icon=":material/mail:"):
            show_sending_letter(now, body_key, words)
    return body_key


def _say_for_whom(words: Words) -> None:
    text = words(
        "Papers and forms hold what a committee or centre wrote itself, closed words too."
        " They are for the secretary, and for centre managers and committee secretaries those"
        " of their own centre or committee."
    )
    st.caption(f":material/lock: {text}")


def _offer_all(store: Store, now: Round, bodies: Sequence[Body], words: Words) -> None:
    keys, spoken = {body.key for body in bodies}, round_in_words(now.key, words)
    archives = (
        (words("All forms of the round (ZIP)"), all_forms, words("Forms")),
        (words("All discussion papers (ZIP)"), all_papers, words("Discussion papers")),
    )
    with st.container(horizontal=True):
        for label, make, name in archives:
            draw_all = partial(make, store, now, bodies, words)
            _offer(label, draw_all, file_name(name, spoken, kind="zip"), keys)


def _offer_one(store: Store, now: Round, body: Body, words: Words) -> None:
    documents = (
        (words("Discussion paper (Word)"), "docx", draw_paper, paper_name),
        (words("Discussion paper (PDF)"), "pdf", draw_paper, paper_name),
        (words("Form (Word)"), "docx", draw, form_name),
        (words("Form (Excel)"), "xlsx", draw, form_name),
    )
    with st.container(horizontal=True):
        for label, kind, make, name in documents:
            draw_one = partial(make, store, now, body.key, kind, words)
            _offer(label, draw_one, name(body, now.key, kind, words), {body.key})


def _offer(label: str, make: partial[bytes], name: str, bodies: Collection[str]) -> None:
    """A button whose file is made when it is asked for; it holds words of these bodies."""
    download_button(
        label,
        _for_readers(make, bodies),
        name,
        MIME[name.rpartition(".")[2]],
        icon=":material/download:",
        key=f"offer {name}",
    )


def _for_readers(make: Callable[[], bytes], bodies: Collection[str]) -> Callable[[], bytes]:
    """Made for who may read the confidential words of each of the bodies."""
    for body in bodies:
        make = for_them_alone(make, Right.CONFIDENTIAL_WORDS, {body})
    return make
