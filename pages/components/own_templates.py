"""The municipality's own templates: which are kept, another one, and back to that of the program."""

from datetime import datetime

import streamlit as st

from data import queries
from data.clock import utc_now
from data.models import StoredTemplate
from language import Sentence, Words
from materials.filenames import file_name
from materials.own_templates import TEMPLATES, TemplateKind, usable
from pages import session
from pages.components.download import download_button
from pages.components.file_size import size_in_words
from pages.components.forms_out import MIME
from pages.components.history import show_history
from pages.components.labels import LABELS
from pages.components.may import is_allowed, may_write
from pages.components.outcome_messages import save, show_messages
from pages.components.removal import show_removal
from workflow.own_templates import TemplateFile, keep_template, remove_template
from workflow.permission import Right

PLACE = "templates"
LARGEST_MB = 5


def show_templates(words: Words) -> None:
    """Each kind of file that there can be a template for."""
    show_messages(PLACE)
    stored = queries.templates.by_kind(session.store())
    for refusal in _refusals(*session.version()):
        st.warning(session.plain(words.say(refusal)), icon=":material/warning:")
    may_write(Right.SET_UP, words)
    for kind, template_kind in TEMPLATES.items():
        with st.container(border=True):
            _show_template(kind, template_kind, stored.get(kind), words)


@st.cache_resource(show_spinner=False, max_entries=4)
def _refusals(opening: int, version: int) -> tuple[Sentence, ...]:
    """What is to be told of kept templates that documents can't be set in any more."""
    store = session.store()
    names = {kind: each.file for kind, each in queries.templates.by_kind(store).items()}
    return usable(queries.templates.contents(store), names)[1]


def _show_template(
    kind: str, template_kind: TemplateKind, template: StoredTemplate | None, words: Words
) -> None:
    st.markdown(f"**{words('Template for {program}', program=template_kind.program)}**")
    st.caption(words(template_kind.documents))
    if template:
        values = {
            "file": template.file,
            "size": size_in_words(template.size, words),
            "moment": words.moment(template.changed_at),
            "who": template.changed_by,
        }
        text = words("“{file}” ({size}) is used, chosen {moment} by {who}.", **values)
    else:
        text = words("The template that comes with Øjenhøjde is used.")
    st.markdown(session.plain(text))
    if is_allowed(Right.SET_UP):
        _show_form(kind, template_kind, template, words)
    with st.container(horizontal=True):
        _offer_files(kind, template_kind, template, words)
        if template and is_allowed(Right.SET_UP):
            question = words(
                "Documents are set in the template that comes with Øjenhøjde again. The history keeps this"
                " one."
            )
            show_removal(question, lambda: _remove(template), f"template {kind}", words)
    show_history("templates", kind, words)


def _show_form(kind: str, template_kind: TemplateKind, template: StoredTemplate | None, words: Words) -> None:
    with st.form(f"template {kind}", clear_on_submit=True):
        st.file_uploader(
            words("The municipality's own template (.{kind})", kind=kind),
            [kind],
            key=f"template file {kind}",
            max_upload_size=LARGEST_MB,
        )
        st.form_submit_button(
            words("Use this template"),
            icon=":material/save:",
            key=f"keep template {kind}",
            on_click=_keep,
            args=(kind, template.changed_at if template else None),
        )


def _offer_files(
    kind: str, template_kind: TemplateKind, template: StoredTemplate | None, words: Words
) -> None:
    """Both templates to download: the kept one, and the one to begin from."""
    name = file_name(words("Template for {program}", program=template_kind.program), "Øjenhøjde", kind=kind)
    files = {
        f"program template {kind}": (
            words("The template that comes with Øjenhøjde"),
            template_kind.file.read_bytes,
            name,
        )
    }
    if template:
        own = queries.templates.contents
        files[f"own template {kind}"] = (
            words("The municipality's own"),
            lambda: own(session.store())[kind],
            template.file,
        )
    for key, (label, make, file) in files.items():
        download_button(label, make, file, MIME[kind], key=key, icon=":material/download:")


def _keep(kind: str, kept_at: datetime | None) -> None:
    words, file = session.words(), st.session_state[f"template file {kind}"]
    template = TemplateFile(kind, file.name if file else "", file.getvalue() if file else b"")
    message = words("“{file}” is used from now on.", file=template.name)
    now = utc_now()
    save(
        PLACE,
        lambda: keep_template(session.store(), session.person(), template, at=now, kept_at=kept_at),
        message,
        LABELS,
    )


def _remove(template: StoredTemplate) -> None:
    message = session.words()("The template that comes with Øjenhøjde is used again.")
    kind, kept_at = template.kind, template.changed_at
    save(
        PLACE,
        lambda: remove_template(session.store(), session.person(), kind, kept_at=kept_at),
        message,
        LABELS,
    )
