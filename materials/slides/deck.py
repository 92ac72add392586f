"""A presentation that grows slide by slide; each has its title, its notes, its footer, and on it what every
slide must say.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pptx.presentation import Presentation

from language import Words
from materials.charts.theme import LOWER
from materials.documents.blocks import clean
from materials.documents.round_material import RoundMaterial, confidential_notice
from materials.office_files import LOCALES
from materials.slides import slide_parts
from materials.slides.measures import SMALLEST, Box, Paragraph, box_of, fitted, lines
from materials.slides.slide_template import WIDE, kind_of, placeholders

SMALLER, SLIGHTLY = (0.92, 0.85, 0.77, 0.7, 0.62), 2
"""How much smaller a title is set that is too long for its place; the first so many are hardly seen."""


@dataclass(frozen=True)
class Slide:
    """One slide of a deck. ``places`` are its placeholders by kind, in the order of the layout."""

    slide: Any
    language: str
    places: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))

    def box(self, kind: str, number: int = 0) -> Box:
        """Where a placeholder lies."""
        return box_of(self.places[kind][number])

    def fill(self, kind: str, paragraphs: Sequence[Paragraph], number: int = 0) -> Any:
        """Write into a placeholder; gives its shape."""
        shape = self.places[kind][number]
        slide_parts.write(shape.text_frame, paragraphs, self.language)
        return shape

    def write(self, box: Box, paragraphs: Sequence[Paragraph], name: str) -> Any:
        """Write into a box of its own; gives its shape."""
        shape = self.slide.shapes.add_textbox(*box.emu)
        shape.name = name
        slide_parts.write(shape.text_frame, paragraphs, self.language)
        return shape

    def take(self, kind: str, number: int = 0) -> Box:
        """Where a placeholder lies, which is taken from the slide."""
        box, shape = self.box(kind, number), self.places[kind][number]
        shape._element.getparent().remove(shape._element)
        return box


@dataclass(frozen=True)
class Deck:
    """The presentation of a round in one language."""

    presentation: Presentation
    material: RoundMaterial
    words: Words

    @property
    def language(self) -> str:
        return LOCALES[self.words.code]

    @property
    def page(self) -> Box:
        """The whole slide."""
        height = (self.presentation.slide_height or 0) / 12700
        return Box(0, 0, height * WIDE, height)

    @property
    def footer(self) -> str:
        """Source, day of the data, and whether it is a draft, a demonstration or confidential."""
        more = [self.words("confidential").capitalize()] if self.material.with_confidential else []
        return clean(self.material.scope(self.words).footer(self.words, *more))

    def add(self, layout_name: str, title: str, notes: Sequence[str]) -> Slide:
        """A slide at the end, with its title and its notes."""
        layout: Any = self.presentation.slide_layouts.get_by_name(layout_name)
        slide = Slide(self.presentation.slides.add_slide(layout), self.language)
        for place in placeholders(slide.slide):
            slide.places[kind_of(place)].append(place)
        self._entitle(slide, clean(title))
        self._mark(slide)
        for place in placeholders(layout):
            if kind_of(place) in ("footer", "number"):
                text = self.footer if kind_of(place) == "footer" else None
                slide_parts.add_footer(slide.slide, place, text, self.language)
        slide_parts.add_notes(slide.slide, [clean(each) for each in notes if each], self.language)
        return slide

    def _entitle(self, slide: Slide, title: str) -> None:
        """The title in its template's own size; in a smaller one where it does not fit, or a little less
        makes it one line.
        """
        own_size = slide_parts.size_of(slide.slide.slide_layout, self.presentation.slide_master)
        box = slide.box("title")
        sizes = [max(round(own_size * part), SMALLEST) for part in SMALLER]
        paragraph = fitted(Paragraph(title, own_size, bold=True), box, sizes)
        for size in (own_size, *sizes[:SLIGHTLY]):
            if len(lines(title, box.width, size, bold=True)) == 1:
                paragraph = Paragraph(title, size, bold=True)
                break
        shape = slide.fill("title", [paragraph])
        if paragraph.size == own_size:
            slide_parts.keep_size_of_template(shape)
        slide_parts.keep_weight_of_template(shape)

    def _mark(self, slide: Slide) -> None:
        """That it is a draft, in large pale letters behind everything, or confidential, above the title."""
        if self.material.is_draft:
            slide_parts.add_watermark(slide.slide, self.words("DRAFT"), self.page, self.language)
        if self.material.with_confidential:
            box = Box(slide.box("title").left, 8, slide.box("title").width, 20)
            notice = Paragraph(confidential_notice(self.words), bold=True)
            slide_parts.colour(slide.write(box, [notice], self.words("Notice")), LOWER)
