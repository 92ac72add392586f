"""In the child: a survey tool's export of one row a respondent, counted. No text that a person wrote leaves
here, and no row.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from data.errors import UnreadableFile
from data.foreign.answer_steps import UNANSWERED, step_of
from data.foreign.column_names import body_of, named_columns
from data.foreign.header_rows import is_data, likeliest_header_rows
from data.foreign.readers.raw_sheet import RawSheet
from data.ingest.child_process import answer
from data.ingest.plain_text import plain_line
from data.validation.personal_data import contact_details, possible_cpr
from language import N_, Sentence

MOST_STEPS = 12
MOST_CONSULTATIONS = 500
ALWAYS_ALLOWED = 5
LONGEST_NAME = 200
NO_HEADER = N_(
    "{file}: no row names the columns. Let the first row hold the questions, so that no respondent's answers"
    " are taken for them."
)
NO_COLUMN = N_("{file} has no column {column}. Choose the columns of the questions anew.")
NO_SHEET = N_("{file} has no sheet {sheet}. Choose the sheet anew.")
TELLS_PERSONS = N_(
    "{file}, column {column}: nearly every respondent has a text of their own there, so it can't say which"
    " consultation the answers belong to. Choose another column, or one consultation for the whole file."
)
Body = Sequence[tuple[int, Sequence[str]]]


def answer_survey(sheets: Iterable[RawSheet], wishes: Mapping[str, Any]) -> None:
    """Answer with the columns of the export, or, where the wishes say which of them are questions, with
    counts. Raises :class:`UnreadableFile`.
    """
    file, spec = wishes["name"], wishes["survey"]
    sheet = next((each for each in sheets if not spec["sheet"] or each.name == spec["sheet"]), None)
    if sheet is None:
        raise UnreadableFile(Sentence(NO_SHEET, {"file": file, "sheet": spec["sheet"]}))
    rows = [tuple(row) for row in sheet.rows]
    header_row = spec["header_row"] or next(iter(likeliest_header_rows(rows)), 0)
    if not 0 < header_row <= len(rows) or _is_no_header(rows[header_row - 1]):
        raise UnreadableFile(Sentence(NO_HEADER, {"file": file}))
    places, body = named_columns(rows, header_row), body_of(rows, header_row)
    if spec["questions"]:
        _refuse_missing(spec, places, file)
        for count in _counts(spec, places, body, file):
            answer(**count)
    else:
        answer(sheet=sheet.name, header_row=header_row, respondents=len(body))
        for name, place in places.items():
            answer(column=name[:LONGEST_NAME], **_column([_cell(row, place) for _, row in body]))
    answer(end=True)


def _is_no_header(row: Sequence[str]) -> bool:
    """Whether a row holds what only a respondent's row can hold."""
    cells = [cell for cell in map(plain_line, row) if cell]
    if any(contact_details(cell) or possible_cpr(cell) for cell in cells):
        return True
    return sum(is_data(cell) or step_of(cell) is not None for cell in cells) > len(cells) / 4


def _column(cells: Sequence[str]) -> dict[str, object]:
    """How many cells are filled, and by text those of a choice of steps: none of a column in which people
    wrote, and of another only what is a step.
    """
    counts = Counter(cell for cell in cells if cell)
    steps = {text: count for text, count in counts.items() if step_of(text) is not None}
    filled, of_steps = counts.total(), sum(steps.values())
    if len(steps) > MOST_STEPS or of_steps * 2 < filled:
        steps = {}
    return {"filled": filled, "answers": steps, "others": filled - sum(steps.values())}


def _counts(
    spec: Mapping[str, Any], places: Mapping[str, int], body: Body, file: str
) -> Iterable[dict[str, object]]:
    """For each consultation and question how many respondents chose what; ``unread`` are texts without a
    meaning.
    """
    identities = _identities(spec["consultation_column"], places, body, file)
    counts: dict[tuple[str, str], Counter[str]] = {}
    meanings = {plain_line(text): step for text, step in spec["steps"].items()}
    for identity, (_, row) in zip(identities, body, strict=True):
        for column, question in spec["questions"].items():
            text = _cell(row, places[column])
            step = meanings.get(text, step_of(text)) if text else UNANSWERED
            counts.setdefault((identity, question), Counter())[step or "unread"] += 1
    for (identity, question), steps in counts.items():
        yield {"consultation": identity, "question": question, "steps": dict(steps)}


def _identities(column: str, places: Mapping[str, int], body: Body, file: str) -> list[str]:
    """To which consultation each row belongs; nothing where the whole file is about one."""
    if not column:
        return [""] * len(body)
    identities = [_cell(row, places[column]) for _, row in body]
    distinct = {text for text in identities if text}
    most = min(MOST_CONSULTATIONS, max(ALWAYS_ALLOWED, len(body) / 2))
    if len(distinct) > most or any(contact_details(text) or possible_cpr(text) for text in distinct):
        raise UnreadableFile(Sentence(TELLS_PERSONS, {"file": file, "column": column}))
    return identities


def _refuse_missing(spec: Mapping[str, Any], places: Mapping[str, int], file: str) -> None:
    wanted = [*spec["questions"], *filter(None, [spec["consultation_column"]])]
    for column in wanted:
        if column not in places:
            raise UnreadableFile(Sentence(NO_COLUMN, {"file": file, "column": column}))


def _cell(row: Sequence[str], place: int) -> str:
    text = plain_line(row[place]) if place < len(row) else ""
    return re.sub(r"\s+", " ", text)
