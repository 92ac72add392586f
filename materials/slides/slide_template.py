"""What every presentation begins with: ``template.pptx``, which holds page, typefaces, colours and layouts.

How slides look is changed in PowerPoint, in the slide master of that file: each layout in :data:`LAYOUTS`
must keep its name and its placeholders. They may be moved and set in other type; what is written fits itself
to them.
"""

import io
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.presentation import Presentation

from language import N_, Sentence
from materials.office_files import UnusableTemplate

TEMPLATE = Path(__file__).with_name("template.pptx")
KINDS: Mapping[Any, str] = {
    PP_PLACEHOLDER.TITLE: "title",
    PP_PLACEHOLDER.CENTER_TITLE: "title",
    PP_PLACEHOLDER.SUBTITLE: "subtitle",
    PP_PLACEHOLDER.BODY: "text",
    PP_PLACEHOLDER.CHART: "chart",
    PP_PLACEHOLDER.TABLE: "table",
    PP_PLACEHOLDER.FOOTER: "footer",
    PP_PLACEHOLDER.SLIDE_NUMBER: "number",
}
NAMES: Mapping[str, str] = {
    "title": N_("title"),
    "subtitle": N_("subtitle"),
    "text": N_("text"),
    "chart": N_("chart"),
    "table": N_("table"),
    "footer": N_("footer"),
    "number": N_("slide number"),
}
COMMON = {"title": 1, "footer": 1, "number": 1}
LAYOUTS: Mapping[str, Mapping[str, int]] = {
    "Round Title": {**COMMON, "subtitle": 1},
    "Round Overview": {**COMMON, "text": 1, "chart": 1},
    "Round Principle": {**COMMON, "text": 3, "chart": 1},
    "Round Table": {**COMMON, "table": 1},
}
"""The layouts that slides are made from, and how many placeholders of each kind they need."""
WIDE = 16 / 9
NO_TEMPLATE = N_("The template can't be read: it is no PowerPoint presentation (.pptx).")
OTHER_SHAPE = N_("The template's slides are not 16:9. Choose widescreen as their size in PowerPoint.")
LACKS_LAYOUT = N_(
    "The template lacks the layout “{layout}”. Add a layout of that name in PowerPoint's slide master, or"
    " begin from the template that comes with Øjenhøjde."
)
LACKS_PLACEHOLDER = N_(
    "The template's layout “{layout}” lacks a placeholder of the kind “{kind}” (it needs {count}). Add it in"
    " PowerPoint's slide master, or begin from the template that comes with Øjenhøjde."
)


def open_template(template: bytes | None = None) -> Presentation:
    """A presentation without slides, from the municipality's own ``template`` or that of the program. Raises
    :class:`materials.office_files.UnusableTemplate` for one that is no presentation, is not 16:9, or lacks a
    layout or a placeholder.
    """
    if template is None:
        return pptx.Presentation(str(TEMPLATE))
    try:
        presentation = pptx.Presentation(io.BytesIO(template))
    except (zipfile.BadZipFile, KeyError, ValueError, PackageNotFoundError) as problem:
        raise UnusableTemplate(Sentence(NO_TEMPLATE)) from problem
    _check(presentation)
    _remove_slides(presentation)
    return presentation


def placeholders(layout: Any) -> list[Any]:
    """The placeholders of a layout or a slide, in the order of their numbers."""
    return sorted(layout.placeholders, key=lambda each: each.placeholder_format.idx)


def kind_of(placeholder: Any) -> str:
    """What a placeholder is for; empty for a kind that slides don't use."""
    return KINDS.get(placeholder.placeholder_format.type, "")


def _check(presentation: Presentation) -> None:
    width, height = presentation.slide_width or 0, presentation.slide_height or 1
    if abs(width / height - WIDE) > 0.01:
        raise UnusableTemplate(Sentence(OTHER_SHAPE))
    for name, needs in LAYOUTS.items():
        layout = presentation.slide_layouts.get_by_name(name)
        if layout is None:
            raise UnusableTemplate(Sentence(LACKS_LAYOUT, {"layout": name}))
        counts = Counter(kind_of(each) for each in placeholders(layout))
        for kind, count in needs.items():
            if counts[kind] < count:
                values = {"layout": name, "kind": Sentence(NAMES[kind]), "count": count}
                raise UnusableTemplate(Sentence(LACKS_PLACEHOLDER, values))


def _remove_slides(presentation: Presentation) -> None:
    """Take out the slides that stand in a template."""
    slide_list = presentation.slides._sldIdLst
    for entry in list(slide_list):
        presentation.part.drop_rel(entry.rId)
        slide_list.remove(entry)
