"""The documents of a round to download: which language, which version, and a button a file."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from data.models import Round
from language import LANGUAGES, N_, Words, speak
from materials.charts import export
from materials.documents.annex.annex_document import annex_name, draw_annex
from materials.documents.case.case_document import case_name, draw_case
from materials.documents.round_material import RoundMaterial, confidential_notice, round_material
from pages import session
from pages.components.forms_out import MIME

VERSIONS = {"open": N_("Open: for everybody"), "confidential": N_("Confidential: with confidential words")}


@dataclass(frozen=True)
class Edition:
    """The language and the version in which documents are made."""

    words: Words
    with_confidential: bool


def say_what_stands(now: Round, words: Words) -> None:
    """Whether the documents are drafts, and whether pictures can be drawn."""
    if now.status != "closed":
        st.info(
            words(
                "The round is not closed: the documents are marked as drafts, and their numbers can still"
                " change."
            ),
            icon=":material/pending:",
        )
    try:
        export.found_chromium()
    except export.NoChromium as problem:
        line = words("The documents hold a table in place of the picture.")
        st.info(session.plain(f"{words.say(problem.sentence)} {line}"), icon=":material/info:")


def choose_edition(words: Words) -> Edition:
    """The language of the documents, and whether confidential words are in them."""
    with st.container(horizontal=True, gap="large"):
        language = st.radio(
            words("Language of the documents"),
            list(LANGUAGES),
            list(LANGUAGES).index(words.code),
            format_func=LANGUAGES.__getitem__,
            horizontal=True,
            key="documents language",
        )
        version = st.radio(
            words("Version"),
            list(VERSIONS),
            format_func=lambda each: words(VERSIONS[each]),
            horizontal=True,
            key="documents version",
        )
    edition = Edition(speak(language or words.code), version == "confidential")
    if edition.with_confidential:
        st.warning(confidential_notice(words), icon=":material/lock:")
    return edition


def offer_documents(now: Round, edition: Edition, words: Words) -> None:
    """A button a document; each is made when it is asked for, from the frozen result of a closed round."""
    material, spoken = _material(*session.version(), now, edition.with_confidential), edition.words
    st.subheader(words("Case"))
    st.markdown(
        words(
            "For the agenda: what was decided last time and what became of it, what the round found,"
            " principle by principle, with the picture. Recommendation and decision are left to be written."
        )
    )
    make = partial(draw_case, material, spoken)
    _offer(words("Case (Word)"), case_name(material, spoken), make, is_primary=True)
    st.subheader(words("Annex"))
    st.markdown(
        words(
            "All that the case rests on: every answer in its body's own words, facts with definitions, memory"
            " sheets, method, corrections and checksum."
        )
    )
    with st.container(horizontal=True):
        for kind, label in {"pdf": words("Annex (PDF)"), "docx": words("Annex (Word)")}.items():
            make = partial(draw_annex, session.store(), material, spoken, kind=kind)
            _offer(label, annex_name(material, kind, spoken), make)
    st.subheader(words("Charts"))
    st.markdown(
        words("Each chart can be saved as a file, or as a table, from the menu under it on its page.")
    )
    st.page_link(
        "pages/results/overview.py",
        label=words("The charts of the round, on the overview"),
        icon=":material/dashboard:",
        query_params={"round": now.key, "lang": words.code},
    )


def link_documents(round_key: str, words: Words) -> None:
    """The way to this page from others."""
    st.page_link(
        "pages/materials/documents.py",
        label=words("Case and annex for the committee"),
        icon=":material/folder_open:",
        query_params={"round": round_key, "lang": words.code},
    )


def _offer(label: str, name: str, make: Callable[[], bytes], *, is_primary: bool = False) -> None:
    st.download_button(
        label,
        make,
        name,
        MIME[name.rpartition(".")[2]],
        type="primary" if is_primary else "secondary",
        icon=":material/download:",
        key=f"document {name}",
        on_click="ignore",
    )


@st.cache_resource(show_spinner=False, max_entries=8)
def _material(path: str, version: int, now: Round, with_confidential: bool) -> RoundMaterial:
    return round_material(session.store(), now, with_confidential=with_confidential)
