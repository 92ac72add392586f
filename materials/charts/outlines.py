"""The text of a drawn SVG as outlines: it looks alike in every program, whichever typefaces it has.

A letter is drawn once and used wherever it stands. Title and finding stay as text for those who have the
picture read aloud. A line with a character that our typeface lacks stays text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from materials.charts.glyphs import Glyph, glyph

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
SIZE, FILL = re.compile(r"font-size: ?([\d.]+)px"), re.compile(r"(?<![-\w])fill: ?([^;]+)")
BOLD = re.compile(r"font-weight: ?(bold|[6-9]00)")
BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""Which part of a line lies before its place."""


@dataclass
class Line:
    """One line of a text: where it begins, ends or has its middle, and its runs of regular and bold type."""

    x: float
    y: float
    runs: list[tuple[str, bool]] = field(default_factory=list)


def outlined(svg: bytes, title: str, description: str) -> bytes:
    """The SVG with outlines for texts, and title and description for a screen reader."""
    root = etree.fromstring(svg)
    used: dict[str, str] = {}
    for text in list(root.iter(f"{{{SVG}}}text")):
        drawing = _outline(text, used)
        if drawing is not None:
            text.getparent().replace(text, drawing)
    defs = etree.Element(f"{{{SVG}}}defs")
    for name, path in used.items():
        etree.SubElement(defs, f"{{{SVG}}}path", id=name, d=path)
    root.set("role", "img")
    for place, (tag, words) in enumerate((("title", title), ("desc", description))):
        element = etree.Element(f"{{{SVG}}}{tag}")
        element.text = words
        root.insert(place, element)
    root.insert(2, defs)
    return str(etree.tostring(root, encoding="unicode")).encode()


def font_sizes(svg: bytes) -> list[float]:
    """The size in pixels of every text of an SVG that is not outlined yet."""
    texts = etree.fromstring(svg).iter(f"{{{SVG}}}text")
    return [_size(text) for text in texts if "".join(text.itertext()).strip()]


def _outline(text: etree._Element, used: dict[str, str]) -> etree._Element | None:
    """A group that draws the text; adds the letters it uses. None where a character is lacking."""
    style, size = text.get("style", ""), _size(text)
    fill = FILL.search(style)
    group = etree.Element(f"{{{SVG}}}g", fill=fill[1].strip() if fill else "#000")
    if text.get("transform"):
        group.set("transform", text.get("transform"))
    for line in _lines(text, size):
        letters = [(character, bold, glyph(character, bold)) for run, bold in line.runs for character in run]
        if any(outline is None for _, _, outline in letters):
            return None
        known = [(character, bold, outline) for character, bold, outline in letters if outline]
        width = sum(outline.advance for _, _, outline in known) * size / 1000
        start = line.x - width * BEFORE[text.get("text-anchor", "start")]
        group.append(_drawn(known, (start, line.y), size / 1000, used))
    return group


def _drawn(
    letters: list[tuple[str, bool, Glyph]], spot: tuple[float, float], scale: float, used: dict[str, str]
) -> etree._Element:
    """A line's letters from a spot on its base line."""
    place = f"translate({spot[0]:.2f},{spot[1]:.2f}) scale({scale:g},{-scale:g})"
    line, x = etree.Element(f"{{{SVG}}}g", transform=place), 0.0
    for character, bold, outline in letters:
        if outline.path:
            name = f"{'b' if bold else 'r'}{ord(character)}"
            used[name] = outline.path
            etree.SubElement(line, f"{{{SVG}}}use", {f"{{{XLINK}}}href": f"#{name}", "x": f"{x:g}"})
        x += outline.advance
    return line


def _lines(text: etree._Element, size: float) -> list[Line]:
    """The lines of a text as plotly writes it."""
    lines = [Line(float(text.get("x", 0)), float(text.get("y", 0)))]
    for element, words, is_bold in _runs(text, bool(BOLD.search(text.get("style", "")))):
        if element.get("class") == "line" and element.get("x") is not None:
            down = float((element.get("dy") or "0em").removesuffix("em")) * size
            lines.append(Line(float(element.get("x")), float(element.get("y")) + down))
        if words:
            lines[-1].runs.append((words, is_bold))
    return [line for line in lines if line.runs]


def _runs(element: etree._Element, is_bold: bool) -> Iterator[tuple[etree._Element, str, bool]]:
    """Each element within a text as it begins, with the words that follow, and each tail with no element of
    its own.
    """
    yield element, element.text or "", is_bold
    for child in element:
        yield from _runs(child, is_bold or bool(BOLD.search(child.get("style", ""))))
        if child.tail:
            yield etree.Element("tail"), child.tail, is_bold


def _size(text: etree._Element) -> float:
    size = SIZE.search(text.get("style", ""))
    return float(size[1]) if size else 16.0
