"""All imports, newest first: who took in which file when, what became of it, and the way back."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from data.clock import utc_now
from language import Words
from pages import session
from pages.components.confirmation import Confirmation, ask_once_more
from pages.components.headings import show_section
from pages.components.import_words import quoted
from pages.components.may import is_allowed
from pages.components.outcome_messages import keep_messages, save, show_messages
from workflow.imports import ImportRecord, undo_import
from workflow.permission import Right

PLACE, PAGE, DIGITS = "imports", 10, 8


def show_imports(records: Sequence[ImportRecord], words: Words) -> None:
    """A box an import."""
    show_section(words("What was taken in"))
    show_messages(PLACE)
    if not records:
        st.caption(words("No file has been taken in yet."))
        return
    pages = -(-len(records) // PAGE)
    page = st.pagination(pages, key=f"imports page {pages}") if pages > 1 else 1
    for record in records[(page - 1) * PAGE : page * PAGE]:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            _show_one(record, words)


def _show_one(record: ImportRecord, words: Words) -> None:
    who = words("{moment}, by {who}", moment=words.moment(record.imported_at), who=record.who)
    lines = [f"**{session.plain(record.file)}**", session.plain(who), session.plain(counts_of(record, words))]
    if record.undone_at:
        undone = words(
            "Undone {moment} by {who}", moment=words.moment(record.undone_at), who=record.undone_by or "–"
        )
        lines.append(f":gray-badge[{session.plain(undone)}]")
    st.markdown("  \n".join(lines), width=640)
    st.caption(
        f"SHA-256 {record.sha256[:DIGITS]}…",
        help=words("The file's fingerprint, whole: {sha}", sha=record.sha256),
        width="content",
    )
    if not record.undone_at and is_allowed(Right.IMPORT):
        offer_undo(record, "list", words)


def counts_of(record: ImportRecord, words: Words) -> str:
    """What became of the rows, in a line."""
    return words(
        "{new} new, {changed} changed, {unchanged} unchanged, {rejected} rejected",
        new=record.new,
        changed=record.changed,
        unchanged=record.unchanged,
        rejected=record.rejected,
    )


def outcome_of(record: ImportRecord, words: Words) -> str:
    """What was just done, in a sentence."""
    return words("“{file}” is taken in: {counts}.", file=record.file, counts=counts_of(record, words))


def offer_undo(record: ImportRecord, place: str, words: Words) -> None:
    """The button that undoes the import, asked once more."""
    confirmation = Confirmation(
        words("Undo"),
        ":material/undo:",
        [
            session.plain(
                words(
                    "What “{file}” brought is taken away, and what it changed is set back. What somebody has"
                    " edited since stays as it is, and is named.",
                    file=record.file,
                )
            )
        ],
        words("Yes, undo the import"),
        "secondary",
    )
    ask_once_more(confirmation, partial(_undo, record), f"undo {place} {record.number}")


def _undo(record: ImportRecord) -> None:
    """Undo it, and say what stayed."""
    words = session.words()
    kept: list[str] = []

    def command() -> tuple[()]:
        outcome = undo_import(session.store(), session.person(), record.number, undone_at=utc_now())
        kept.extend(title for _, title in outcome.kept)
        return ()

    if not save(PLACE, command, words("“{file}” is undone.", file=record.file)):
        return
    if kept:
        message = words.many(
            "{count} record was edited since and stays: {titles}.",
            "{count} records were edited since and stay: {titles}.",
            len(kept),
            titles=quoted(kept, words),
        )
        success = words("“{file}” is undone.", file=record.file)
        keep_messages(PLACE, [("success", success), ("warning", message)])
