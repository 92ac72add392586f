"""The documents of a round to download: which language, which version, and a button a file."""

from dataclasses import dataclass

import streamlit as st

from data.models import Round
from language import LANGUAGES, N_, Words, speak
from materials.charts import export
from materials.documents.round_material import RoundMaterial, confidential_notice, round_material
from materials.round_files import KINDS, Order, Part
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
    material = _material(*session.version(), now, edition.with_confidential)
    order = Order(session.store(), material, edition.words)
    for key, kind in KINDS.items():
        st.subheader(words(kind.label))
        st.markdown(words(kind.purpose))
        with st.container(horizontal=True):
            for part in kind.parts(order):
                if len(part.names) == 1:
                    _offer(part, is_primary=key == "case")
    st.page_link(
        "pages/results/overview.py",
        label=words("The charts of the round, on the overview"),
        icon=":material/dashboard:",
        query_params={"round": now.key, "lang": words.code},
    )


def open_material(now: Round) -> RoundMaterial:
    """What everybody may read of a round."""
    return _material(*session.version(), now, False)


def link_documents(round_key: str, words: Words) -> None:
    """The way to this page from others."""
    st.page_link(
        "pages/materials/documents.py",
        label=words("Case and annex for the committee"),
        icon=":material/folder_open:",
        query_params={"round": round_key, "lang": words.code},
    )


def _offer(part: Part, *, is_primary: bool = False) -> None:
    (name,) = part.names
    st.download_button(
        part.label,
        lambda: next(content for _, content in part.files()),
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
