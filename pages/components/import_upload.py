"""The first step: the file itself, what can be taken in, the template, and which kept answers read it."""

from collections.abc import Sequence

import streamlit as st

from data import queries
from data.errors import UnreadableFile
from data.foreign.read_file import read_foreign
from language import N_, Words
from materials.filenames import file_name
from materials.workbook.import_template import TemplateLists, import_template
from pages import session
from pages.components.download import download_button
from pages.components.forms_out import MIME
from pages.components.import_draft import Draft
from pages.components.import_state import (
    Question,
    Upload,
    forget_upload,
    keep_upload,
    pick,
)
from pages.components.outcome_messages import add_message, keep_messages, show_messages

PLACE = "import file"
ENDINGS = ["xlsx", "xls", "ods", "csv", "tsv", "txt", "json", "geojson"]
NONE_KEPT = N_("None: begin anew")


def show_upload(words: Words) -> None:
    """The field for a file; once it is read, it is the file on its way in."""
    show_messages(PLACE)
    number = st.session_state.get("import number", 0)
    file = st.file_uploader(
        words("The file with your list"), ENDINGS, key=f"import file {number}", max_upload_size=50
    )
    st.caption(
        words(
            "Your list as it is: Excel (.xlsx, .xls), LibreOffice (.ods), text with semicolons, commas or"
            " tabs (.csv, .tsv), JSON or GeoJSON, at most 50 MB. Headings in Danish or English, in any order;"
            " titles above them do no harm. Nothing is stored before you have seen what happens."
        )
    )
    if file is None:
        return
    with st.status(words("Reading the file …")):
        _read(file.name, file.getvalue(), words)
    st.session_state["import number"] = number + 1
    st.session_state.pop("import outcome", None)
    st.rerun()


def _read(name: str, content: bytes, words: Words) -> None:
    keep_messages(PLACE, [])
    try:
        keep_upload(Upload(name, content, read_foreign(name, content)))
    except UnreadableFile as problem:
        add_message(PLACE, "error", words.say(problem.sentence))


def show_file(file: Upload, words: Words) -> None:
    """Which file it is, what must be told of it, and the way to another one."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f":material/description: **{session.plain(file.name)}**", width="content", help=file.file.sha256
        )
        st.button(
            words("Another file"), icon=":material/swap_horiz:", key="import other", on_click=forget_upload
        )
    for notice in file.file.notices:
        st.info(session.plain(words.say(notice)), icon=":material/info:")


def choose_profile(draft: Draft, kept: Sequence[str], words: Words) -> None:
    """Which kept answers read the file; nothing where none are kept."""
    if not kept:
        return
    labels = {"": words(NONE_KEPT), **{name: name for name in kept}}
    question = Question(
        f"{draft.upload.file.sha256} profile",
        words("Answers kept from an earlier file"),
        list(labels),
        draft.arrangement.profile,
        labels.__getitem__,
    )
    pick(question, width=520)


def offer_template(words: Words) -> None:
    """An Excel file with the headings, for whoever has no list yet."""
    download_button(
        words("Excel template"),
        _template,
        file_name(words("Consultations"), kind="xlsx"),
        MIME["xlsx"],
        icon=":material/download:",
        key="import template",
        help=words(
            "With headings, lists to choose from and an example. For those who have no list of their own."
        ),
    )


def _template() -> bytes:
    words, store = session.words(), session.store()
    names, keys = queries.bodies.names(store), queries.bodies.keys_by_level(store)
    methods = [each.name_en if words.code == "en" else each.name_da for each in queries.methods.listed(store)]
    lists = TemplateLists(
        [names[key] for key in keys["centre"]], [names[key] for key in keys["committee"]], methods
    )
    return import_template(lists, words)
