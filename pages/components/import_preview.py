"""Everything that a file would do, before anything is stored."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from data.foreign.profile import RowIs
from language import N_, Words
from pages import session
from pages.components.import_draft import Draft
from pages.components.import_duplicates import merges, show_duplicates
from pages.components.import_rejected import show_rejected
from pages.components.import_state import once
from pages.components.import_words import change_label, field_value, quoted
from pages.components.tables import show_table
from workflow.imports import ImportPreview, RowPreview, preview_import

PAGE = 50
Row = TypeVar("Row")
FIRST = ("start_on", "end_on", "centre", "committee")
"""Fields of a new consultation that have a column of their own; the others stand together."""
STATES = {
    "new": N_("New"),
    "changed": N_("Changed"),
    "unchanged": N_("Unchanged"),
    "rejected": N_("Rejected"),
}


def preview_of(draft: Draft, words: Words) -> ImportPreview:
    """What would become of each row, reckoned anew only where the file, an answer or the register has
    changed; likely duplicates stay in it once a person has said what they are.
    """
    first = _looked_at(draft, {}, words)
    same = {row: key for row, key in merges(draft, first).items() if key}
    if not same:
        return first
    return replace(_looked_at(draft, same, words), duplicates=first.duplicates)


def _looked_at(draft: Draft, same: Mapping[int, str], words: Words) -> ImportPreview:
    key = (draft.upload.file.sha256, draft.arrangement, session.version(), repr(draft.profile), *same.items())

    def look() -> ImportPreview:
        place = st.empty()
        with place.status(words("Checking every row …")):
            preview = preview_import(session.store(), draft.request(accept_valid=True, merges=same))
        place.empty()
        return preview

    return once("merged preview" if same else "preview", (*key, *_counts(draft)), look)


def _counts(draft: Draft) -> tuple[str, ...]:
    """What else tells the previews of a survey's counts apart."""
    return () if draft.survey is None else (draft.table.cells.to_csv(),)


def show_preview(draft: Draft, preview: ImportPreview, words: Words) -> None:
    """The figures, and behind each its rows."""
    with st.container(horizontal=True):
        for state, name in STATES.items():
            st.metric(words(name), words.number(preview.count(state)), width="content", border=True)
        if preview.duplicates:
            st.metric(
                words("Likely duplicates"),
                words.number(len(preview.duplicates)),
                width="content",
                border=True,
            )
    for problem in preview.problems:
        st.warning(session.plain(words.say(problem.sentence)), icon=":material/info:")
    tabs = _tabs(draft, preview, words)
    if not tabs:
        return
    first = words(N_("Rejected"))
    default = next((name for name in tabs if name.startswith(first)), None)
    for tab, show in zip(st.tabs(list(tabs), default=default), tabs.values(), strict=True):
        with tab:
            show()


def _tabs(draft: Draft, preview: ImportPreview, words: Words) -> dict[str, Callable[[], None]]:
    """What stands behind the figures that are not nothing."""
    by_state = {state: [row for row in preview.rows if row.state == state] for state in STATES}
    parts: tuple[tuple[str, Sequence[object], Callable[[], None]], ...] = (
        (STATES["new"], by_state["new"], lambda: _show_new(draft, by_state["new"], words)),
        (STATES["changed"], by_state["changed"], lambda: _show_changed(draft, by_state["changed"], words)),
        (STATES["rejected"], by_state["rejected"], lambda: show_rejected(draft, preview, words)),
        (N_("Likely duplicates"), preview.duplicates, lambda: show_duplicates(draft, preview, words)),
        (N_("Columns without a place"), preview.unplaced, lambda: _show_unplaced(preview, words)),
        (N_("Worth knowing"), _notices(preview), lambda: _show_notices(preview, words)),
    )
    return {f"{words(name)} ({words.number(len(rows))})": show for name, rows, show in parts if rows}


def page_of(rows: Sequence[Row], name: str, most: int = PAGE) -> Sequence[Row]:
    """The rows of the chosen page of a list."""
    pages = -(-len(rows) // most)
    page = st.pagination(pages, key=f"import page {name} {pages}") if pages > 1 else 1
    return rows[(page - 1) * most : page * most]


def _show_new(draft: Draft, rows: Sequence[RowPreview], words: Words) -> None:
    """A row each: what it is and when, and all else that will be stored."""
    table = draft.profile.table
    if draft.profile.row_is is RowIs.RESPONDENT:
        st.caption(words("Only how many gave each answer is stored."))
    filled = [field for field in FIRST if any(field in row.changes for row in rows)]
    cells = []
    for row in page_of(rows, "new"):
        values = {field: new for field, (_, new) in row.changes.items() if new and field != "title"}
        first = {
            change_label(table, field, words): session.plain(
                field_value(table, field, values.pop(field, None), words)
            )
            for field in filled
        }
        more = [
            f"{change_label(table, field, words)}: {field_value(table, field, new, words)}"
            for field, new in values.items()
        ]
        cells.append(
            {
                words("Row"): str(row.row),
                words("Title"): session.plain(row.title),
                **first,
                words("Also"): session.plain(" · ".join(_short(text) for text in more)) or "–",
            }
        )
    show_table(cells, words("Rows that will be stored as new"))


def _show_changed(draft: Draft, rows: Sequence[RowPreview], words: Words) -> None:
    """A row a field: what the register holds, and what it will hold."""
    table = draft.profile.table
    cells = [
        {
            words("Row"): str(row.row),
            words("Title"): session.plain(row.title),
            words("Field"): change_label(table, field, words),
            words("Now"): session.plain(_short(field_value(table, field, old, words))),
            words("After"): session.plain(_short(field_value(table, field, new, words))),
        }
        for row in page_of(rows, "changed")
        for field, (old, new) in row.changes.items()
    ]
    show_table(cells, words("Records that will be changed, as they are and as they will be"))


def _show_unplaced(preview: ImportPreview, words: Words) -> None:
    st.markdown(session.plain(quoted(preview.unplaced, words)))
    st.caption(
        words("What stands in these columns is stored nowhere. Give one a place above if it belongs in.")
    )


def _notices(preview: ImportPreview) -> Sequence[RowPreview]:
    return [row for row in preview.rows if row.problems and row.state != "rejected"]


def _show_notices(preview: ImportPreview, words: Words) -> None:
    """Rows that are taken in, with something to be told of them."""
    cells = [
        {
            words("Row"): str(row.row),
            words("Title"): session.plain(row.title),
            words("Column"): session.plain(problem.column) or "–",
            words("What to know"): session.plain(words.say(problem.reason)),
        }
        for row in page_of(_notices(preview), "notices")
        for problem in row.problems
    ]
    show_table(cells, words("What is worth knowing about rows that are taken in"))


def _short(text: str, most: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
