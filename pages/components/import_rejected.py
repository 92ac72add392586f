"""Rows that can't be taken in as they stand: why, in words, and as a file to mend them in."""

from pathlib import PurePath

import streamlit as st

from data.errors import RecordProblem
from language import Words
from materials.filenames import file_name
from materials.workbook.rejected_rows import RejectedRows, rejected_rows
from pages import session
from pages.components.download import download_button
from pages.components.forms_out import MIME
from pages.components.import_draft import Draft
from pages.components.import_rows import cut
from pages.components.import_words import field_label
from pages.components.tables import show_table
from workflow.imports import ImportPreview, RowPreview

PAGE = 50


def show_rejected(draft: Draft, preview: ImportPreview, words: Words) -> None:
    """A row a problem: where it stands in the file, what is written there, and how to mend it."""
    rows = [row for row in preview.rows if row.state == "rejected"]
    pages = -(-len(rows) // PAGE)
    page = st.pagination(pages, key=f"import page rejected {pages}") if pages > 1 else 1
    cells = [
        _cells(draft, row, problem, words)
        for row in rows[(page - 1) * PAGE : page * PAGE]
        for problem in row.problems
        if not problem.notice
    ]
    cells = [each for place, each in enumerate(cells) if each not in cells[:place]]
    show_table(cells, words("Rows that can't be taken in, and why"))
    st.caption(
        words(
            "Mend them in your own list and take it in again, or fetch the rejected rows alone and mend"
            " those."
        )
    )
    if draft.survey is None:
        offer_rejected(rejected_of(draft, preview), "preview", words)


def rejected_of(draft: Draft, preview: ImportPreview) -> RejectedRows:
    """The rejected rows as they are given back, to be mended."""
    return RejectedRows(draft.table, draft.profile, preview.rejected)


def offer_rejected(rejected: RejectedRows, place: str, words: Words) -> None:
    """The rejected rows as an Excel file; columns without a place only where a person asks for them."""
    used = {use.column for use in rejected.profile.columns}
    others = [name for name in rejected.table.cells if name not in used]
    with_unplaced = bool(others) and st.checkbox(
        words("Take along the columns without a place"),
        key=f"import unplaced {place}",
        help=words("They may hold names or addresses: delete the file when the rows are mended."),
    )
    download_button(
        words("Fetch the rejected rows"),
        lambda: rejected_rows(rejected, session.words(), with_unplaced=with_unplaced),
        file_name(words("Rejected rows"), PurePath(rejected.table.file).stem, kind="xlsx"),
        MIME["xlsx"],
        icon=":material/download:",
        key=f"import rejected {place}",
    )


def _cells(draft: Draft, row: RowPreview, problem: RecordProblem, words: Words) -> dict[str, str]:
    return {
        words("Row"): str(problem.row or row.row),
        words("Title"): session.plain(cut(row.title)) or "–",
        words("Column"): session.plain(_column(draft, problem.column, words)) or "–",
        words("What stands there"): session.plain(cut(problem.value)) or "–",
        words("Why"): session.plain(words.say(problem.reason)),
    }


def _column(draft: Draft, name: str, words: Words) -> str:
    """The file's own name of a column, or the field's where it is not one of them."""
    return name if name in draft.table.cells or not name else field_label(name, words)
