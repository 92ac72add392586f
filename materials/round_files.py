"""What can be made of a round for the committee's table: kinds of material, their parts and their files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial

from data.database import Store
from data.errors import UserError
from language import N_, Sentence, Words
from materials.charts import export
from materials.charts.chart import Chart
from materials.charts.index_page import INDEX, index_page
from materials.charts.shape import SHAPES
from materials.documents.annex.annex_document import annex_document, annex_name
from materials.documents.blocks import Document
from materials.documents.case.case_document import case_document, case_name
from materials.documents.pdf import pdf_file
from materials.documents.round_material import RoundMaterial
from materials.documents.word import word_file
from materials.round_charts import round_charts
from materials.slides.slides_file import slides_file, slides_name
from materials.table_csv import table_csv
from materials.table_excel import table_excel


@dataclass(frozen=True)
class Order:
    """A round, and how its files are asked for: in which language, from which templates of the municipality's
    own (by the kind of file they are for, such as ``docx``), and with which headings of a case (by section).
    """

    store: Store
    material: RoundMaterial
    words: Words
    templates: Mapping[str, bytes] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Made:
    """Files by name, and of those that could not be made, why not."""

    files: Mapping[str, bytes]
    missing: Mapping[str, Sentence] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many bytes the files have."""
        return sum(map(len, self.files.values()))


@dataclass(frozen=True)
class Part:
    """Files that are made together: what they are called for people, their names, and what makes their
    contents in the order of the names, with the refusal in place of one that can't be made.

    ``document`` is what a document is set from, to be looked at before it is downloaded. What ``is_drawn`` is
    nothing but pictures: without a browser there is nothing of it.
    """

    label: str
    names: tuple[str, ...]
    make: Callable[[], Iterable[bytes | UserError]]
    document: Callable[[], Document] | None = None
    is_drawn: bool = False

    def made(self) -> Made:
        """The files. A refusal that concerns all of them stands at each of their names."""
        try:
            contents = list(self.make())
        except UserError as refusal:
            contents = [refusal for _ in self.names]
        pairs = list(zip(self.names, contents, strict=True))
        return Made(
            {name: content for name, content in pairs if isinstance(content, bytes)},
            {name: content.sentence for name, content in pairs if isinstance(content, UserError)},
        )


@dataclass(frozen=True)
class Kind:
    """One kind of material: its name, what it is for, and its parts. Listing the parts makes no file.

    ``index`` makes what lies beside the files of all parts, from what became of them; ``charts`` are those
    that a kind of charts consists of.
    """

    label: str
    purpose: str
    parts: Callable[[Order], list[Part]]
    index: Callable[[Order, Made], Mapping[str, bytes]] | None = None
    charts: Callable[[Order], list[Chart]] | None = None


def _case(order: Order) -> list[Part]:
    words, material = order.words, order.material
    document = partial(case_document, material, words, headings=order.headings)
    return [_word_part(words("Case (Word)"), case_name(material, words), document, order)]


def _slides(order: Order) -> list[Part]:
    words, material = order.words, order.material
    make = partial(slides_file, material, words, order.templates.get("pptx"))
    return [_one(words("Slides (PowerPoint)"), slides_name(material, words), make)]


def _annex(order: Order) -> list[Part]:
    words, material = order.words, order.material
    document = cache(partial(annex_document, order.store, material, words))  # once for both
    name = annex_name(material, "pdf", words)
    return [
        _one(words("Annex (PDF)"), name, lambda: pdf_file(document()), document),
        _word_part(words("Annex (Word)"), annex_name(material, "docx", words), document, order),
    ]


def _word_part(label: str, name: str, document: Callable[[], Document], order: Order) -> Part:
    """A document in Word, from the municipality's own template where there is one."""
    template = order.templates.get("docx")
    return _one(label, name, lambda: word_file(document(), template), document)


def _one(
    label: str, name: str, make: Callable[[], bytes], document: Callable[[], Document] | None = None
) -> Part:
    """A part of one file."""
    return Part(label, (name,), lambda: [make()], document)


def _chart_list(order: Order) -> list[Chart]:
    return round_charts(order.material, order.words)


def _charts(order: Order) -> list[Part]:
    words, charts = order.words, _chart_list(order)
    labels = {
        "slide": words("Charts for slides ({kind})", kind="{kind}"),
        "a4": words("Charts for a page ({kind})", kind="{kind}"),
    }
    drawn_parts = [
        Part(
            labels[shape.key].format(kind=kind.upper()),
            tuple(chart.file_name(shape, kind) for chart in charts),
            partial(export.draw_each, charts, kind, shape),
            is_drawn=True,
        )
        for shape in SHAPES.values()
        for kind in export.FORMATS
    ]
    return [*drawn_parts, _numbers(charts, words)]


def _numbers(charts: list[Chart], words: Words) -> Part:
    """What the charts show as tables."""
    names = tuple(f"{chart.file_stem}.{kind}" for chart in charts for kind in ("csv", "xlsx"))

    def make() -> Iterator[bytes]:
        for chart in charts:
            yield table_csv(chart.table)
            yield table_excel(chart.table, chart.title)

    return Part(words("The numbers of the charts (CSV, Excel)"), names, make)


def _chart_index(order: Order, made: Made) -> Mapping[str, bytes]:
    material, words = order.material, order.words
    charts = _chart_list(order)
    return {INDEX: index_page(charts, made.files.keys(), made.missing, material.scope(words), words)}


KINDS: Mapping[str, Kind] = {
    "case": Kind(
        N_("Case"),
        N_(
            "For the agenda: what was decided last time and what became of it, what the round found,"
            " principle by principle, with the picture. Recommendation and decision are left to be written."
        ),
        _case,
    ),
    "slides": Kind(
        N_("Slides"),
        N_(
            "For the meeting: what the round found, a message a slide, with charts that can be edited in"
            " PowerPoint, and notes for the one who presents."
        ),
        _slides,
    ),
    "annex": Kind(
        N_("Annex"),
        N_(
            "All that the case rests on: every answer in its body's own words, facts with definitions, memory"
            " sheets, method, corrections and checksum."
        ),
        _annex,
    ),
    "charts": Kind(
        N_("Charts"),
        N_(
            "Each chart drawn for a slide and for a page, as PNG, SVG and PDF, with its numbers as CSV and"
            " Excel. In the ZIP a page shows them all."
        ),
        _charts,
        _chart_index,
        _chart_list,
    ),
}
"""What can be made, by its name after ``--only``, in the order in which it is shown and made."""
