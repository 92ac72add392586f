"""A page that shows all charts lying beside it: their pictures, what they say in words, and their files."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape

from language import N_, Sentence, Words
from materials.charts.chart import Chart, Scope
from materials.charts.shape import SHAPES
from materials.charts.theme import MUTED, PAPER, RULE, SHADE, TEXT

INDEX = "index.html"
SHAPE_NAMES: Mapping[str, str] = {"slide": N_("For a slide"), "a4": N_("For a page")}
FORMATS: Mapping[str, str] = {"png": "PNG", "svg": "SVG", "pdf": "PDF"}
NUMBERS: Mapping[str, str] = {"csv": "CSV", "xlsx": "Excel"}
STYLE = f"""
:root {{ color-scheme: light }}
body {{ margin: 0 auto; padding: 1.5rem; max-width: 62rem; background: {PAPER}; color: {TEXT};
  font: 1rem/1.5 "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif }}
h1 {{ font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem }}
h2 {{ font-size: 1.3rem; line-height: 1.3; margin: 0 0 .2rem }}
.muted {{ color: {MUTED}; margin: 0 0 1rem }}
nav, section {{ border-top: 1px solid {RULE}; padding: 1.2rem 0 }}
img {{ display: block; width: 100%; height: auto; border: 1px solid {RULE}; box-sizing: border-box }}
ul {{ margin: .6rem 0 0; padding: 0; list-style: none }}
nav li {{ margin: .2rem 0 }}
.files li {{ display: inline-block; margin: 0 1.5rem .3rem 0 }}
a {{ color: #1d5a8c }}
a:focus-visible, summary:focus-visible {{ outline: 3px solid #1d5a8c; outline-offset: 2px }}
details, .missing {{ background: {SHADE}; padding: .5rem .8rem; margin: .8rem 0 0 }}
summary {{ cursor: pointer }}
@media print {{ nav {{ display: none }} section {{ break-inside: avoid }} }}
"""


def index_page(
    charts: Sequence[Chart],
    names: Collection[str],
    missing: Mapping[str, Sentence],
    scope: Scope,
    words: Words,
) -> bytes:
    """One file of HTML that needs nothing but the files beside it: ``names`` are those that are there,
    ``missing`` says of the others why they are not. It is in one language, without a script.
    """
    title = words("Charts: {round}", round=scope.round)
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{words.code}">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>",
        f'<body><header><h1>{escape(title)}</h1><p class="muted">{escape(scope.footer(words))}</p></header>',
        f'<nav aria-label="{escape(words("The charts"))}"><ul>',
        *(_entry(chart) for chart in charts),
        "</ul></nav><main>",
        *(line for chart in charts for line in _chart(chart, names, missing, words)),
        "</main></body></html>",
    ]
    return "\n".join(parts).encode()


def _entry(chart: Chart) -> str:
    """The way to a chart; charts of several principles can have the same finding."""
    text = f'{escape(chart.title)} <span class="muted">{escape(chart.subtitle)}</span>'
    return f'<li><a href="#{_anchor(chart)}">{text}</a></li>'


def _chart(
    chart: Chart, names: Collection[str], missing: Mapping[str, Sentence], words: Words
) -> Iterator[str]:
    anchor = _anchor(chart)
    yield f'<section id="{anchor}" aria-labelledby="{anchor}-title">'
    yield f'<h2 id="{anchor}-title">{escape(chart.title)}</h2>'
    yield f'<p class="muted">{escape(chart.subtitle)}</p>'
    pictures = [chart.file_name(shape, "png") for shape in SHAPES.values()]
    if picture := next((name for name in pictures if name in names), None):
        yield f'<img src="{escape(picture)}" alt="{escape(chart.alt)}" loading="lazy">'
    yield from _missing(chart, missing, words)
    summary = words("What the chart says, in words")
    yield f"<details><summary>{escape(summary)}</summary><p>{escape(chart.alt)}</p></details>"
    yield '<ul class="files">'
    for shape in SHAPES.values():
        files = {label: chart.file_name(shape, kind) for kind, label in FORMATS.items()}
        yield from _links(words(SHAPE_NAMES[shape.key]), files, names)
    numbers = {label: f"{chart.file_stem}.{kind}" for kind, label in NUMBERS.items()}
    yield from _links(words("The numbers"), numbers, names)
    yield "</ul></section>"


def _links(label: str, files: Mapping[str, str], names: Collection[str]) -> Iterator[str]:
    """An entry of the list of files; none where none of them is there."""
    links = [f'<a href="{escape(name)}">{escape(kind)}</a>' for kind, name in files.items() if name in names]
    if links:
        yield f"<li>{escape(label)}: {', '.join(links)}</li>"


def _missing(chart: Chart, missing: Mapping[str, Sentence], words: Words) -> Iterator[str]:
    """Which files of a chart are not there, and why."""
    files = [chart.file_name(shape, kind) for shape in SHAPES.values() for kind in FORMATS]
    gone = [name for name in files if name in missing]
    if gone:
        text = words("Not there: {files}. {reason}", files=tuple(gone), reason=missing[gone[0]])
        yield f'<p class="missing">{escape(text)}</p>'


def _anchor(chart: Chart) -> str:
    return chart.name.replace(" ", "-")
