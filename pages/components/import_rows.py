"""Where the rows of a file stand, and what one of them is."""

import streamlit as st

from data.foreign.read_file import header_rows
from language import N_, Sentence, Words
from pages import session
from pages.components.import_draft import KIND_LABELS, Draft
from pages.components.import_state import Question, pick
from pages.components.import_steps import Step
from pages.components.tables import show_table

EXAMPLES, WIDEST, LONGEST = 3, 8, 60
KIND_CAPTIONS = {
    "consultation": N_("The usual list: each row is one consultation with its title and days."),
    "part": N_("Rows of the same consultation are put together and counted."),
    "event": N_("One column says what happened, another when."),
    "group": N_("Who was sought out and who took part."),
    "counts": N_("How many answered each step."),
    "respondent": N_("They are counted; no person's answers are stored."),
}


def show_rows(draft: Draft, words: Words) -> None:
    """The sheet and the row with the headings, the first rows as they will be read, and what one row is."""
    st.markdown(session.plain(_where(draft, words)))
    for notice in draft.table.notices:
        st.info(session.plain(words.say(notice)), icon=":material/info:")
    if draft.survey is None:
        _show_first_rows(draft, words)
    with st.expander(words("The headings stand somewhere else"), icon=":material/table_rows:"):
        _choose_place(draft, words)
    question = Question(
        f"{draft.scope}kind",
        words("What is one row?"),
        list(KIND_LABELS),
        draft.kind,
        lambda kind: words(KIND_LABELS[kind]),
    )
    pick(question, st.radio, captions=[words(KIND_CAPTIONS[kind]) for kind in KIND_LABELS])


def summary(draft: Draft, words: Words) -> str:
    """Where the rows stand and what one is, in a line."""
    return f"{_where(draft, words)} {words('One row: {kind}.', kind=words(KIND_LABELS[draft.kind]).lower())}"


def _where(draft: Draft, words: Words) -> str:
    count, row = len(draft.table.cells), str(draft.arrangement.header_row)
    if draft.survey is not None:
        count = draft.survey.survey.respondents if draft.survey.survey else 0
    sheet = draft.upload.file.sheets[draft.arrangement.sheet].name
    if len(draft.upload.file.sheets) == 1 or not sheet:
        return words.many(
            "{count} row, with the headings in row {row}.",
            "{count} rows, with the headings in row {row}.",
            count,
            row=row,
        )
    return words.many(
        "{count} row in the sheet “{sheet}”, with the headings in row {row}.",
        "{count} rows in the sheet “{sheet}”, with the headings in row {row}.",
        count,
        row=row,
        sheet=sheet,
    )


def _show_first_rows(draft: Draft, words: Words) -> None:
    """The first rows under their headings: so many columns as are read at a glance."""
    cells = draft.table.cells.iloc[:EXAMPLES, :WIDEST]
    rows = [
        {
            words("Row"): str(row),
            **{session.plain(str(name)) or "–": session.plain(cut(text)) for name, text in each},
        }
        for row, each in ((row, values.items()) for row, values in cells.iterrows())
    ]
    if rows:
        show_table(rows, words("The first rows of the file"))
    more = draft.table.cells.shape[1] - WIDEST
    if more > 0:
        st.caption(words.many("And {count} more column.", "And {count} more columns.", more))


def cut(text: str, most: int = LONGEST) -> str:
    """A text in one line, cut where it is long."""
    line = " ".join(str(text).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _choose_place(draft: Draft, words: Words) -> None:
    """Another sheet, and another row with the headings."""
    file, place = draft.upload.file, draft.arrangement
    if len(file.sheets) > 1:
        names = {number: sheet.name or str(number + 1) for number, sheet in enumerate(file.sheets)}
        pick(Question(f"{file.sha256} sheet", words("Sheet"), list(names), place.sheet, names.__getitem__))
    sheet = file.sheets[place.sheet]
    rows = sorted({*header_rows(sheet)[:20], *range(1, min(len(sheet.rows), 30) + 1), place.header_row})
    texts = {row: " · ".join(cell for cell in sheet.rows[row - 1] if cell.strip()) for row in rows}
    if draft.survey is not None:  # the other rows are persons' answers
        texts = {row: text if row == place.header_row else "" for row, text in texts.items()}
    beginnings = {row: f"{row}: {cut(text, 90)}" if text else str(row) for row, text in texts.items()}
    question = Question(
        f"{file.sha256} header row {place.sheet}",
        words("Row with the headings"),
        rows,
        place.header_row,
        beginnings.__getitem__,
    )
    pick(question)


def blocker(draft: Draft) -> Sentence | None:
    """Without a row there is nothing to ask about."""
    if draft.survey is None and draft.table.cells.empty:
        return Sentence(N_("There is no row under these headings. Choose another row or sheet."))
    return None


ROWS = Step("rows", N_("The rows"), show_rows, summary, blocker, lambda draft: not draft.is_kept)
