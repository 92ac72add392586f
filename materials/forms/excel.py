"""The form in Excel: one sheet to fill in, locked but for the answers; a hidden column names each field by
its tag. Each sheet is as wide as a page, and its rows are as tall as what stands in them.
"""

import io
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from data.assessment_fields import REASON, TEXT, Field
from language import Words
from materials.charts.theme import MUTED, RULE, SHADE
from materials.forms.excel_rows import row_height
from materials.forms.form_model import Form, PrincipleFields, choices
from materials.forms.layout import ANSWER, QUESTION, SEAL_SHEET, TAG
from materials.forms.signature import sign, signature_of
from materials.forms.texts import heading, introduction, last_time, listed

ACCENT = "#1f4e79"
A4, MARGIN_INCHES = 9, 0.5
QUESTION_WIDTH, ANSWER_WIDTH, LIST_WIDTHS = 30, 62, (9, 60, 23)
"""Columns in Excel's unit, the width of a digit: together as wide as an A4 page."""
REASON_HEIGHT, TEXT_HEIGHT, LINE_HEIGHT = 110, 60, 22
"""Points of room for an answer."""
POINTS = {"title": 18, "principle": 14}
"""The size of type, where it is not 11."""


def excel_form(form: Form, words: Words, key: bytes) -> bytes:
    """An ``.xlsx`` of the form, sealed with the register's ``key``; the same bytes for the same form."""
    buffer = io.BytesIO()
    day = form.round.opening_day
    as_text = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, **as_text})
    created = datetime(day.year, day.month, day.day)
    book.set_properties({"title": heading(form, words), "author": "Øjenhøjde", "created": created})
    looks = _looks(book)
    answer_sheet = _Answers(book.add_worksheet(words("Answers")), looks, words)
    list_sheet = book.add_worksheet(words("Consultations"))
    answer_sheet.write(form)
    locked_texts = [*answer_sheet.locked_texts, *_write_list(list_sheet, listed(form, words), looks, words)]
    seal_sheet = book.add_worksheet(SEAL_SHEET)
    seal_sheet.write_string(0, 0, sign(signature_of(form, words, " ".join(locked_texts)), key))
    seal_sheet.very_hidden()
    for each in (answer_sheet.sheet, list_sheet, seal_sheet):
        each.protect("", {"format_rows": True, "format_columns": True})
    book.close()
    return buffer.getvalue()


@dataclass
class _Answers:
    """The sheet to fill in, written row after row; its locked texts in order."""

    sheet: Worksheet
    looks: dict[str, Format]
    words: Words
    row: int = 0
    locked_texts: list[str] = field(default_factory=list)

    def write(self, form: Form) -> None:
        self.sheet.set_column(QUESTION, QUESTION, QUESTION_WIDTH)
        self.sheet.set_column(ANSWER, ANSWER, ANSWER_WIDTH)
        self.sheet.set_column(TAG, TAG, None, None, {"hidden": True})
        self.sheet.hide_gridlines(2)
        _fit_to_page(self.sheet)
        self._say(heading(form, self.words), "title")
        for text in introduction(form, self.words):
            self._say(text, "plain")
        for principle in form.principles:
            self._ask(principle)
            for each in form.fields:
                self._offer(each, f"{principle.number}.{each.name}", principle.answers.get(each.name, ""))
        self.sheet.print_area(0, QUESTION, self.row - 1, ANSWER)

    def _ask(self, principle: PrincipleFields) -> None:
        """What a principle asks, what was said last time, and what each step means."""
        self._say(f"{principle.number}. {principle.title}", "principle")
        self._say(principle.question, "question")
        for statement in principle.last:
            text = last_time(statement, self.words)
            self._say(self.words("Last time: {text}", text=text), "muted")
        for label, meaning in principle.steps.items():
            self._say(f"{label}: {meaning}", "muted")

    def _say(self, text: str, look: str) -> None:
        """A locked text over both columns."""
        self.sheet.merge_range(self.row, QUESTION, self.row, ANSWER, "", self.looks[look])
        self.sheet.write_string(self.row, QUESTION, text, self.looks[look])
        is_bold = look in ("title", "principle", "question")
        width = QUESTION_WIDTH + ANSWER_WIDTH
        height = row_height(text, width, points=POINTS.get(look, 11), is_bold=is_bold)
        self.sheet.set_row(self.row, height)
        self.locked_texts.append(text)
        self.row += 1

    def _offer(self, each: Field, tag: str, answer: str) -> None:
        """A field to fill in, with its label and its hidden tag."""
        label = self.words(each.form_label)
        self.sheet.write_string(self.row, QUESTION, label, self.looks["label"])
        self.sheet.write_string(self.row, ANSWER, answer, self.looks["answer"])
        self.sheet.write_string(self.row, TAG, tag, self.looks["tag"])
        label_height = row_height(label, QUESTION_WIDTH, is_bold=True)
        self.sheet.set_row(self.row, max(_room(each), label_height, row_height(answer, ANSWER_WIDTH)))
        if each.is_chosen:
            self.sheet.data_validation(self.row, ANSWER, self.row, ANSWER, _choice(each, self.words))
        self.locked_texts += [label, tag]
        self.row += 1


def _choice(each: Field, words: Words) -> dict[str, Any]:
    """A list to choose from; what is not in it is refused where it is typed."""
    return {
        "validate": "list",
        "source": list(choices(each, words)),
        "error_title": words("Choose from the list"),
        "error_message": words("Only what stands in the list can be read back."),
    }


def _room(each: Field) -> int:
    """Points of height for a field's answer."""
    if each == REASON:
        return REASON_HEIGHT
    return TEXT_HEIGHT if each.kind == TEXT else LINE_HEIGHT


def _write_list(
    sheet: Worksheet, consultations: list[tuple[str, str, str]], looks: dict[str, Format], words: Words
) -> list[str]:
    """Draw the numbered list, with its header on each page; gives its texts in order."""
    for column, width in enumerate(LIST_WIDTHS):
        sheet.set_column(column, column, width)
    _fit_to_page(sheet)
    sheet.repeat_rows(0)
    rows = [(words("Number"), words("Title"), words("Days")), *consultations]
    for place, row in enumerate(rows):
        sheet.set_row(
            place, max(row_height(text, width) for text, width in zip(row, LIST_WIDTHS, strict=True))
        )
        for column, text in enumerate(row):
            sheet.write_string(place, column, text, looks["label" if place == 0 else "plain"])
    return [text for row in rows for text in row if text]


def _fit_to_page(sheet: Worksheet) -> None:
    """An upright A4 page wide, and as many pages long as it takes."""
    sheet.set_portrait()
    sheet.set_paper(A4)
    sheet.set_margins(MARGIN_INCHES, MARGIN_INCHES, MARGIN_INCHES, MARGIN_INCHES + 0.2)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")


def _looks(book: Workbook) -> dict[str, Format]:
    base: dict[str, Any] = {"text_wrap": True, "valign": "top", "font_name": "Calibri", "font_size": 11}
    kinds: dict[str, dict[str, Any]] = {
        "title": {"bold": True, "font_size": POINTS["title"], "font_color": ACCENT},
        "principle": {
            "bold": True,
            "font_size": POINTS["principle"],
            "font_color": ACCENT,
            "top": 2,
            "top_color": ACCENT,
        },
        "question": {"bold": True},
        "plain": {},
        "muted": {"font_color": MUTED},
        "tag": {"text_wrap": False, "font_color": MUTED},
        "label": {"bold": True, "bg_color": SHADE, "border": 1, "border_color": RULE},
        "answer": {"locked": False, "border": 1, "border_color": RULE, "num_format": "@"},
    }
    return {name: book.add_format(base | more) for name, more in kinds.items()}
