"""The form in Excel: one sheet to fill in, locked but for the answers; a hidden column names each field by
its tag.
"""

import io
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from data.assessment_fields import REASON, TEXT, Field
from language import Words
from materials.charts.theme import MUTED, RULE, SHADE
from materials.forms.form_model import Form, choices
from materials.forms.layout import ANSWER, QUESTION, SEAL_SHEET, TAG
from materials.forms.signature import sign, signature_of
from materials.forms.texts import heading, introduction, last_time, listed

ACCENT = "#1f4e79"
REASON_HEIGHT, TEXT_HEIGHT, LINE_HEIGHT = 110, 60, 22
"""Points of room for an answer."""


def excel_form(form: Form, words: Words, key: bytes) -> bytes:
    """An ``.xlsx`` of the form, sealed with the register's ``key``; the same bytes for the same form."""
    buffer = io.BytesIO()
    day = form.round.opening_day
    book = xlsxwriter.Workbook(
        buffer,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties(
        {
            "title": heading(form, words),
            "author": "Øjenhøjde",
            "created": datetime(day.year, day.month, day.day),
        }
    )
    sheet, list_sheet = book.add_worksheet(words("Answers")), book.add_worksheet(words("Consultations"))
    locked_texts = [*_answers(book, sheet, form, words), *_consultations(book, list_sheet, form, words)]
    seal_sheet = book.add_worksheet(SEAL_SHEET)
    seal_sheet.write_string(0, 0, sign(signature_of(form, words, " ".join(locked_texts)), key))
    seal_sheet.very_hidden()
    for each in (sheet, list_sheet, seal_sheet):
        each.protect("", {"format_rows": True, "format_columns": True})
    book.close()
    return buffer.getvalue()


def _answers(book: Workbook, sheet: Worksheet, form: Form, words: Words) -> list[str]:
    """Draw the sheet to fill in; gives its locked texts in order."""
    looks = _looks(book)
    sheet.set_column(QUESTION, QUESTION, 46)
    sheet.set_column(ANSWER, ANSWER, 90)
    sheet.set_column(TAG, TAG, None, None, {"hidden": True})
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    locked_texts, row = [], 0
    for text, look in _head(form, words):
        sheet.merge_range(row, QUESTION, row, ANSWER, "", looks[look])
        sheet.write_string(row, QUESTION, text, looks[look])
        sheet.set_row(row, _height(text, 150, look))
        locked_texts.append(text)
        row += 1
    for principle in form.principles:
        texts = [(f"{principle.number}. {principle.title}", "principle"), (principle.question, "question")]
        texts += [
            (words("Last time: {text}", text=last_time(statement, words)), "muted")
            for statement in principle.last
        ]
        texts += [(f"{label}: {meaning}", "muted") for label, meaning in principle.steps.items()]
        for text, look in texts:
            sheet.merge_range(row, QUESTION, row, ANSWER, "", looks[look])
            sheet.write_string(row, QUESTION, text, looks[look])
            sheet.set_row(row, _height(text, 150, look))
            locked_texts.append(text)
            row += 1
        for field in form.fields:
            label, tag = words(field.form_label), f"{principle.number}.{field.name}"
            sheet.write_string(row, QUESTION, label, looks["label"])
            sheet.write_string(row, ANSWER, principle.answers.get(field.name, ""), looks["answer"])
            sheet.write_string(row, TAG, tag, looks["muted"])
            sheet.set_row(row, _room(field))
            if field.is_chosen:
                _offer(sheet, row, field, words)
            locked_texts += [label, tag]
            row += 1
    return locked_texts


def _head(form: Form, words: Words) -> list[tuple[str, str]]:
    return [(heading(form, words), "title"), *((text, "plain") for text in introduction(form, words))]


def _offer(sheet: Worksheet, row: int, field: Field, words: Words) -> None:
    """A list to choose from; what is not in it is refused where it is typed."""
    sheet.data_validation(
        row,
        ANSWER,
        row,
        ANSWER,
        {
            "validate": "list",
            "source": list(choices(field, words)),
            "error_title": words("Choose from the list"),
            "error_message": words("Only what stands in the list can be read back."),
        },
    )


def _room(field: Field) -> int:
    """Points of height for a field's answer."""
    if field == REASON:
        return REASON_HEIGHT
    return TEXT_HEIGHT if field.kind == TEXT else LINE_HEIGHT


def _consultations(book: Workbook, sheet: Worksheet, form: Form, words: Words) -> list[str]:
    """Draw the numbered list; gives its texts in order."""
    looks = _looks(book)
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 1, 90)
    sheet.set_column(2, 2, 26)
    rows = [(words("Number"), words("Title"), words("Days")), *listed(form, words)]
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write_string(place, column, text, looks["label" if place == 0 else "plain"])
    return [text for row in rows for text in row if text]


def _height(text: str, letters: int, look: str) -> float:
    """Points for a text that is wrapped, as Excel does not measure merged cells."""
    lines = sum(max(1, -(-len(line) // letters)) for line in text.split("\n"))
    return {"title": 30, "principle": 26}.get(look, 0) or 15.5 * lines + 3


def _looks(book: Workbook) -> dict[str, Format]:
    base: dict[str, Any] = {"text_wrap": True, "valign": "top", "font_name": "Calibri", "font_size": 11}
    kinds: dict[str, dict[str, Any]] = {
        "title": {"bold": True, "font_size": 18, "font_color": ACCENT},
        "principle": {"bold": True, "font_size": 14, "font_color": ACCENT, "top": 2, "top_color": ACCENT},
        "question": {"bold": True},
        "plain": {},
        "muted": {"font_color": MUTED},
        "label": {"bold": True, "bg_color": SHADE, "border": 1, "border_color": RULE},
        "answer": {"locked": False, "border": 1, "border_color": RULE, "num_format": "@"},
    }
    return {name: book.add_format(base | more) for name, more in kinds.items()}
