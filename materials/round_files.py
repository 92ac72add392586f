"""What can be made of a round for the committee's table: kinds of material, their parts and their files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from data.database import Store
from language import N_, Words
from materials.charts import export
from materials.charts.shape import SHAPES
from materials.documents.annex.annex_document import annex_name, draw_annex
from materials.documents.case.case_document import case_document, case_name
from materials.documents.handover.handover_letter import handover_document, handover_name, has_handover
from materials.documents.minutes import (
    bodies_with_minutes,
    minutes_document,
    minutes_names,
    minutes_text,
)
from materials.documents.plain_text import text_file
from materials.documents.round_material import RoundMaterial
from materials.documents.word import word_file
from materials.open_data.package import open_data, open_data_name
from materials.round_charts import round_charts
from materials.slides.slides_file import slides_file, slides_name
from materials.workbook.round_workbook import round_workbook, workbook_name


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
class Part:
    """Files that are made together: what they are called for people, their names, and what makes their
    contents in the order of the names.
    """

    label: str
    names: tuple[str, ...]
    make: Callable[[], Iterable[bytes]]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each name with its content. Raises as what makes them."""
        return zip(self.names, self.make(), strict=True)


@dataclass(frozen=True)
class Kind:
    """One kind of material: its name, what it is for, and its parts. Listing the parts makes no file."""

    label: str
    purpose: str
    parts: Callable[[Order], list[Part]]


def _case(order: Order) -> list[Part]:
    words, material = order.words, order.material

    def make() -> bytes:
        document = case_document(material, words, headings=order.headings)
        return word_file(document, order.templates.get("docx"))

    return [_one(words("Case (Word)"), case_name(material, words), make)]


def _slides(order: Order) -> list[Part]:
    words, material = order.words, order.material
    make = partial(slides_file, material, words, order.templates.get("pptx"))
    return [_one(words("Slides (PowerPoint)"), slides_name(material, words), make)]


def _annex(order: Order) -> list[Part]:
    words, material = order.words, order.material
    labels = {"pdf": words("Annex (PDF)"), "docx": words("Annex (Word)")}
    return [
        _one(
            label,
            annex_name(material, kind, words),
            partial(
                draw_annex, order.store, material, words, kind=kind, template=order.templates.get("docx")
            ),
        )
        for kind, label in labels.items()
    ]


def _minutes(order: Order) -> list[Part]:
    words, material = order.words, order.material
    bodies = bodies_with_minutes(material)

    def word(body: str) -> bytes:
        return word_file(minutes_document(order.store, material, body, words), order.templates.get("docx"))

    def text(body: str) -> bytes:
        return text_file(minutes_text(order.store, material, body, words))

    kinds = {
        "docx": (words("Minutes texts (Word)"), word),
        "txt": (words("Minutes texts (plain text)"), text),
    }
    return [
        Part(label, tuple(minutes_names(material, bodies, kind, words).values()), partial(map, make, bodies))
        for kind, (label, make) in kinds.items()
        if bodies
    ]


def _handover(order: Order) -> list[Part]:
    words, material = order.words, order.material
    if not has_handover(material):
        return []

    def make() -> bytes:
        content = handover_document(order.store, material, words)
        return word_file(content, order.templates.get("docx"))

    return [_one(words("Handover letter (Word)"), handover_name(material, words), make)]


def _workbook(order: Order) -> list[Part]:
    words, material = order.words, order.material
    make = partial(round_workbook, order.store, material, words)
    return [_one(words("Workbook (Excel)"), workbook_name(material, words), make)]


def _open_data(order: Order) -> list[Part]:
    words, material = order.words, order.material
    make = partial(open_data, order.store, material, words)
    return [_one(words("Open data (ZIP)"), open_data_name(material, words), make)]


def _charts(order: Order) -> list[Part]:
    charts = round_charts(order.material, order.words)
    labels = {
        "slide": order.words("Charts for slides ({kind})", kind="{kind}"),
        "a4": order.words("Charts for a page ({kind})", kind="{kind}"),
    }
    return [
        Part(
            labels[shape.key].format(kind=kind.upper()),
            tuple(chart.file_name(shape, kind) for chart in charts),
            partial(export.draw_many, charts, kind, shape),
        )
        for shape in SHAPES.values()
        for kind in export.FORMATS
    ]


def _one(label: str, name: str, make: Callable[[], bytes]) -> Part:
    """A part of one file."""
    return Part(label, (name,), lambda: [make()])


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
    "minutes": Kind(
        N_("Minutes texts"),
        N_(
            "For each body's own minutes: what it answered about each principle, in its own words. One body's"
            " text can also be copied from its page."
        ),
        _minutes,
    ),
    "handover": Kind(
        N_("Handover letter"),
        N_(
            "At the end of a term, to the next council: what the principles taught this one, what is left to"
            " do, and what to look at first."
        ),
        _handover,
    ),
    "workbook": Kind(
        N_("Workbook"),
        N_(
            "To reckon and sort in: results, every body's answer, indicators, experience and consultations in"
            " Excel, each a sheet, with what every column means."
        ),
        _workbook,
    ),
    "open_data": Kind(
        N_("Open data"),
        N_(
            "To publish and for machines: the same tables as CSV and Parquet with a description (Data"
            " Package, DCAT). Always open: without what bodies wrote, also where the confidential version is"
            " chosen."
        ),
        _open_data,
    ),
    "charts": Kind(
        N_("Charts"),
        N_("Each chart drawn for a slide and for a page, as PNG, SVG and PDF."),
        _charts,
    ),
}
"""What can be made, by its name after ``--only``, in the order in which it is shown and made."""
