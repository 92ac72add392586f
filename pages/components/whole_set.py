"""Everything at once: one click makes all materials of a round, and says what it is at."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from language import Words
from materials.round_files import KINDS
from materials.round_parts import Made
from materials.round_set import set_name
from pages import session
from pages.components.download import download_button
from pages.components.file_size import size_in_words
from pages.components.forms_out import MIME
from pages.components.headings import show_section
from pages.components.round_shelf import Shelf, for_readers


def show_whole_set(shelf: Shelf, words: Words) -> None:
    """The button that makes what is not made yet, or the one that downloads all of it. What was made before
    somebody left or pressed another button is kept, so that the next press goes on from there.
    """
    show_section(words("Everything at once"))
    made_parts = [outcome for part in shelf.all_parts if (outcome := shelf.so_far(part))]
    if len(made_parts) == len(shelf.all_parts):
        _offer(shelf, made_parts, words)
        return
    text = words(
        "Documents, charts and data in one ZIP. It takes a minute or so; you can see what is being made."
    )
    st.markdown(text)
    with_button, with_progress = st.empty(), st.empty()  # both always, so that nothing below moves
    if with_button.button(
        words("Make everything"), type="primary", icon=":material/inventory_2:", key="make everything"
    ):
        _make(shelf, with_progress, words)
        st.rerun()


def _make(shelf: Shelf, place: DeltaGenerator, words: Words) -> None:
    parts = shelf.all_parts
    for number, part in enumerate(parts, 1):
        text = words("{part} … {number} of {count}", part=part.label, number=number, count=len(parts))
        place.progress((number - 1) / len(parts), session.plain(text))
        shelf.made(part)
    place.progress(1.0, words("Everything is made."))


def _offer(shelf: Shelf, made_parts: list[Made], words: Words) -> None:
    label = shelf.order.words("Materials")
    with st.container(horizontal=True, vertical_alignment="center"):
        download_button(
            words("Download everything (ZIP)"),
            for_readers(shelf.zip_of_all, shelf),
            set_name(label, shelf.order),
            MIME["zip"],
            type="primary",
            icon=":material/download:",
            key="everything",
            is_confidential=shelf.is_confidential,
        )
        indexes = sum(kind.index is not None for kind in KINDS.values())
        count = sum(len(outcome.files) for outcome in made_parts) + indexes
        size = size_in_words(sum(outcome.size for outcome in made_parts), words)
        st.caption(words.many("{count} file, {size}", "{count} files, {size}", count, size=size))
    _tell_missing(shelf, made_parts, words)


def _tell_missing(shelf: Shelf, made_parts: list[Made], words: Words) -> None:
    """Which files could not be made, by the reason, and the way to try again."""
    names_by_reason: dict[str, list[str]] = {}
    for outcome in made_parts:
        for name, reason in outcome.missing.items():
            names_by_reason.setdefault(words.say(reason), []).append(name)
    for text, names in names_by_reason.items():
        head = words.many("{count} file could not be made.", "{count} files could not be made.", len(names))
        st.warning(session.plain(f"{head} {text}"), icon=":material/warning:")
        with st.expander(words("Which files they are"), key=f"missing {len(names)} {text[:40]}"):
            st.markdown("\n".join(f"- {session.plain(name)}" for name in names))
    if names_by_reason:
        st.button(
            words("Try again"), icon=":material/refresh:", key="make missing", on_click=shelf.forget_missing
        )
