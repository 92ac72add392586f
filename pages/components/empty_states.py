"""Empty states: what belongs here, and the one way to begin."""

import streamlit as st

from language import Words
from pages import session
from pages.components.headings import show_title
from pages.components.may import is_allowed
from workflow.permission import Right


def require_rounds(title: str, words: Words) -> None:
    """Where there is no round yet, a page is its title and the way to the first election term; nothing
    else is drawn.
    """
    if session.rounds():
        return
    show_title(title)
    st.info(words("The register has no rounds yet. Create them under Rounds."), icon=":material/event:")
    st.page_link("pages/settings/rounds.py", label=words("Rounds"), icon=":material/arrow_forward:")
    st.stop()


def ask_for_bodies(words: Words) -> None:
    """Nobody can be asked in the chosen round."""
    st.info(
        words("No committee or centre exists on the day this round opens. Add them under Organisation."),
        icon=":material/apartment:",
    )
    st.page_link(
        "pages/settings/organisation.py", label=words("Organisation"), icon=":material/arrow_forward:"
    )


def say_no_consultations(words: Words) -> None:
    """The register holds none at all."""
    st.info(
        words(
            "The register holds no consultations yet. Register the first one under Consultations, or take in"
            " the list that you keep already."
        ),
        icon=":material/groups:",
    )
    link_import(words)


def link_import(words: Words) -> None:
    """The way to the page that takes in a file, for who may."""
    if not is_allowed(Right.IMPORT):
        return
    st.page_link("pages/records/imports.py", label=words("Take in a file"), icon=":material/upload_file:")


def say_no_such_consultation(words: Words) -> None:
    """The link names a consultation that the register does not hold, or none."""
    st.info(
        words("The register holds no consultation by this link. Look for it in the list."),
        icon=":material/search_off:",
    )


def say_nothing_fits(*, is_filtered: bool, words: Words) -> None:
    """No consultation is left to speak of: because of the filters, or because the round has none."""
    if is_filtered:
        st.info(
            words("No consultation fits. Remove a filter, or choose another round."),
            icon=":material/search_off:",
        )
    else:
        st.info(words("The round has no consultations yet."), icon=":material/groups:")


def lead_to_open_round(words: Words) -> None:
    """From a round in which nothing can be written to the one in which it can; nothing where none is open."""
    now = next((each for each in session.rounds() if each.status == "open"), None)
    if now and now.key != session.chosen_round().key:
        label = words("Go to the open round: {round}", round=session.round_name(now, words))
        st.button(
            session.plain(label),
            icon=":material/arrow_forward:",
            type="primary",
            on_click=session.keep_in_link,
            args=("round", now.key),
        )
