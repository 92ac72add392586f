"""The materials of a round to download: which language, which version, and a button a file."""

from collections.abc import Callable

import streamlit as st

from data.models import Round
from evaluation.round_states import draft_words
from language import LANGUAGES, N_, Words, speak
from materials.charts import export
from materials.documents.round_material import confidential_notice
from materials.round_files import KINDS
from materials.round_parts import Kind, Made, Part
from materials.round_set import set_name
from pages import session
from pages.components.download import download_button
from pages.components.file_size import size_in_words
from pages.components.forms_out import MIME
from pages.components.headings import show_section
from pages.components.material_preview import show_preview
from pages.components.round_shelf import Edition, Shelf, for_readers
from workflow.permission import Right, may

VERSIONS = {"open": N_("Open: for everybody"), "confidential": N_("Confidential: with confidential words")}
OTHER_FILE = "application/octet-stream"


def say_what_stands(now: Round, words: Words) -> None:
    """Whether the documents are drafts, and whether pictures can be drawn."""
    if sentence := draft_words(session.snapshot_in(now).state):
        st.info(session.plain(words.say(sentence)), icon=":material/pending:")
    try:
        export.found_chromium()
    except export.NoChromium as problem:
        line = words("The documents hold a table in place of the picture.")
        st.info(session.plain(f"{words.say(problem.sentence)} {line}"), icon=":material/info:")


def choose_edition(words: Words) -> Edition:
    """The language of the documents, and whether confidential words are in them."""
    with st.container(horizontal=True, gap="large"):
        language = session.choose_in_row(
            "documents",
            list(LANGUAGES),
            words.code,
            label=words("Language of the documents"),
            in_words=LANGUAGES.__getitem__,
        )
        version = session.choose_in_row(
            "version",
            list(VERSIONS) if may(session.person(), Right.CONFIDENTIAL_VERSION) else ["open"],
            "open",
            label=words("Version"),
            in_words=lambda each: words(VERSIONS[each]),
        )
    edition = Edition(speak(language), version == "confidential")
    if edition.with_confidential:
        st.warning(confidential_notice(words), icon=":material/lock:")
    return edition


def show_notices(shelf: Shelf, words: Words) -> None:
    """What is to be told of the templates that the register keeps."""
    for notice in shelf.notices:
        st.warning(session.plain(words.say(notice)), icon=":material/warning:")
    if shelf.notices:
        st.page_link(
            "pages/settings/data.py", label=words("The templates, on Data"), icon=":material/database:"
        )


def show_kinds(now: Round, shelf: Shelf, words: Words) -> None:
    """Each kind of material: what it is for, how it looks, and a button a file, made when it is asked for."""
    for key, kind in KINDS.items():
        if shelf.parts[key]:
            _show_kind(key, kind, shelf, words)
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


def _show_kind(key: str, kind: Kind, shelf: Shelf, words: Words) -> None:
    show_section(words(kind.label))
    st.markdown(words(kind.purpose))
    parts = [part for part in shelf.parts[key] if not part.is_drawn or export.chromium()]
    if len(parts) < len(shelf.parts[key]):
        st.caption(words("Without a browser to draw them, only the numbers of the charts are there."))
    with st.container(horizontal=True):
        if kind.index:
            label = words("{kind}: all as one ZIP", kind=words(kind.label))
            name = set_name(shelf.order.words(kind.label), shelf.order)
            _offer(label, for_readers(lambda: shelf.zip_of_kind(key), shelf), name, shelf)
        for part in parts:
            _offer_part(part, shelf)
    st.caption("  \n".join(map(session.plain, _files_in_words(parts, shelf, words))))
    show_preview(key, shelf, words)


def _files_in_words(parts: list[Part], shelf: Shelf, words: Words) -> list[str]:
    """The name of each file that has a button of its own, and how many the others are; with how large they
    are once they are made.
    """
    lines = [(part.names[0], [part]) for part in parts if len(part.names) == 1]
    if others := [part for part in parts if len(part.names) > 1]:
        count = sum(len(part.names) for part in others)
        lines.append((words.many("{count} file in all", "{count} files in all", count), others))
    return [_with_size(text, [shelf.so_far(part) for part in some], words) for text, some in lines]


def _with_size(text: str, made_parts: list[Made | None], words: Words) -> str:
    size = sum(outcome.size for outcome in made_parts if outcome)
    return f"{text} · {size_in_words(size, words)}" if size and None not in made_parts else text


def _offer_part(part: Part, shelf: Shelf) -> None:
    if len(part.names) > 1:
        make = for_readers(lambda: shelf.zip_of_part(part), shelf)
        _offer(part.label, make, set_name(part.label, shelf.order), shelf)
    else:
        make = for_readers(lambda: next(iter(shelf.made(part).files.values())), shelf)
        _offer(part.label, make, part.names[0], shelf)


def _offer(label: str, make: Callable[[], bytes], name: str, shelf: Shelf) -> None:
    download_button(
        label,
        make,
        name,
        MIME.get(name.rpartition(".")[2], OTHER_FILE),
        icon=":material/download:",
        key=f"document {name}",
        is_confidential=shelf.is_confidential,
    )
