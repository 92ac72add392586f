"""A workbook to write one's consultations into, a row each, which is taken in without any mending."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from data.labels import MEANINGS
from data.schema import CHOICE, DATE, TABLES, YES_NO
from language import N_, Words
from materials.workbook.plain_book import PlainBook
from materials.workbook.template_columns import COLUMNS, EXAMPLE_TITLE, TemplateColumn

ROWS = 2_000
"""So many rows offer their lists."""
WIDTHS = {"title": 46, "summary": 40, "open_to_influence": 36, "not_open": 30, "not_open_reason": 30}
WIDTH, FIRST_LIST = 18, 3
GUIDE = (
    N_("Write one consultation in each row of the first sheet. Only the title must be filled."),
    N_("Leave a cell empty where something is not known. 0 means that there were none."),
    N_("The row that begins with EXAMPLE is not taken in; delete it or let it stand."),
    N_("Columns can be deleted, moved and added. A column that is added is not stored."),
    N_("Then choose the file on the page where lists are taken in: you see what happens before it does."),
    N_("The lists on the right are what the arrows in the cells offer."),
)


@dataclass(frozen=True)
class TemplateLists:
    """What the register knows, by name: what the lists of bodies and methods offer."""

    centres: Sequence[str] = ()
    committees: Sequence[str] = ()
    methods: Sequence[str] = ()


def import_template(lists: TemplateLists, words: Words) -> bytes:
    """An ``.xlsx`` with headings in the language, lists to choose from, an example and a sheet that
    explains.
    """
    book = PlainBook(words("Consultations"))
    sheet = book.sheet(words("Consultations"))
    offers = {each.field: _offer(each.field, lists, words) for each in COLUMNS}
    sources = _explain(book, offers, words)
    sheet.freeze_panes(1, 1)
    sheet.set_row(0, 34)
    for place, column in enumerate(COLUMNS):
        is_day = TABLES["consultations"].column(column.field).kind == DATE
        sheet.set_column(
            place, place, WIDTHS.get(column.field, WIDTH), book.styles["day" if is_day else "plain"]
        )
        book.write(sheet, (0, place), words(column.heading), style="heading")
        _show_example(book, sheet, (place, column, offers[column.field]), words)
        sheet.data_validation(1, place, ROWS, place, _validation(column, sources.get(column.field), words))
    return book.content()


def _offer(field: str, lists: TemplateLists, words: Words) -> Sequence[str]:
    """What may be written in a column, where that is a list."""
    own = {"centre": lists.centres, "committee": lists.committees, "methods": lists.methods}
    column = TABLES["consultations"].column(field)
    if column.kind == CHOICE:
        return [words(MEANINGS[field][choice]) for choice in column.choices]
    return [words("yes"), words("no")] if column.kind == YES_NO else own.get(field, ())


def _explain(book: PlainBook, offers: Mapping[str, Sequence[str]], words: Words) -> Mapping[str, str]:
    """The sheet that explains, which holds the lists too; gives where each list stands. All in two rows, so
    that no program takes it for the longer table.
    """
    name = words("Guide")
    sheet = book.sheet(name)
    sheet.set_column(0, 0, 90)
    book.write(sheet, (0, 0), words("How to fill in the list"), style="title")
    book.write(sheet, (1, 0), "\n\n".join(words(text) for text in GUIDE), style="wrapped")
    sheet.set_row(1, 240)
    sources, place = {}, FIRST_LIST
    for column in COLUMNS:
        offer = offers[column.field]
        if not offer:
            continue
        book.write(sheet, (0, place), words(column.heading), style="muted")
        for number, text in enumerate(offer):
            book.write(sheet, (1, place + number), text, style="muted")
        first, last = (xl_rowcol_to_cell(1, at, True, True) for at in (place, place + len(offer) - 1))
        sources[column.field] = f"='{name}'!{first}:{last}"
        place += len(offer)
    return sources


def _show_example(
    book: PlainBook, sheet: Worksheet, cell: tuple[int, TemplateColumn, Sequence[str]], words: Words
) -> None:
    place, column, offer = cell
    example = column.example
    if isinstance(example, date):
        sheet.write_datetime(1, place, example, book.styles["muted day"])
    elif isinstance(example, int):
        sheet.write_number(1, place, example, book.styles["muted"])
    else:
        text = words(EXAMPLE_TITLE) if column.field == "title" else words(example) or next(iter(offer), "")
        book.write(sheet, (1, place), text, style="muted")


def _validation(column: TemplateColumn, source: str | None, words: Words) -> dict[str, object]:
    """The help that a cell shows, and its list; words that are not in it can be mapped when the file is
    taken in.
    """
    help_texts = {"input_title": words(column.heading)[:32], "input_message": words(column.help)[:255]}
    if source is None:
        return {"validate": "any", **help_texts}
    return {"validate": "list", "source": source, "error_type": "information", **help_texts}
