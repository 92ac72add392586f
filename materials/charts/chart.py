"""A chart: its finding in words, the table behind it and its figure, for the screen and for a file."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from evaluation.confidence_words import short_marks
from evaluation.findings import Median, PrincipleFinding, Standing
from evaluation.round_states import DRAFTS_IN_SHORT, STATES
from evaluation.scales import VERDICTS
from evaluation.verdict_words import override_words
from language import Words
from materials.charts.file_figure import Texts, file_figure
from materials.charts.shape import A4, SCREEN, Shape
from materials.charts.sheet import figure_of
from materials.charts.theme import IN_DARK, VERDICT_STYLES
from materials.filenames import file_stem

PREFIXES = (
    "Ballerup Kommune ",
    "Ballerup Municipality ",
    "The Municipality of Ballerup ",
    "The municipality ",
)


@dataclass(frozen=True)
class Scope:
    """What a chart speaks of. ``round``, ``principle`` and ``filters`` are in words, ready to be read.

    ``state`` is how the round stands, a key in :data:`evaluation.round_states.STATES`;
    ``round_in_file_name`` is the round as a file is called; ``body_names`` are the names, by key, of bodies
    that a chart may have to name. With ``is_draft`` it stands in a document that says so of itself.
    """

    round: str
    data_on: date
    state: str
    demonstration: bool = False
    principle: str | None = None
    filters: str | None = None
    round_in_file_name: str = ""
    body_names: Mapping[str, str] = field(default_factory=dict)
    is_draft: bool = False

    def subtitle(self, *parts: str) -> str:
        """``round · principle · filters · …``, leaving out what isn't there."""
        return " · ".join(part for part in (self.round, self.principle, self.filters, *parts) if part)

    def file_stem(self, *parts: str) -> str:
        """``princip-3_slut-2022-2025``: what is shown, the filters and the round, as a file is called."""
        return file_stem(*parts, (self.filters or "")[:40], self.round_in_file_name or self.round)

    def footer(self, words: Words, *more: str) -> str:
        """What is ``more`` to say, then source, date of the data, how the round stands, and whether
        the records are demonstration records.
        """
        states = {**STATES, **DRAFTS_IN_SHORT} if self.is_draft else STATES
        parts = [
            *more,
            words("Source: Øjenhøjde, Ballerup Kommune"),
            words("Data as of {day}", day=self.data_on),
            words(states[self.state]),
            words("Demonstration records") if self.demonstration else "",
        ]
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, eq=False)
class Chart:
    """A finished chart. ``drawing`` makes its figure for a shape, without titles; ``file_stem`` is what its
    files are called before shape and kind.
    """

    name: str
    title: str
    subtitle: str
    footer: str
    alt: str
    table: pd.DataFrame
    drawing: Callable[[Shape], go.Figure]
    file_stem: str = "chart"
    language: str = "en"

    @cached_property
    def figure(self) -> go.Figure:
        """The figure on a screen in light colours."""
        return self.drawing(SCREEN)

    @property
    def height(self) -> int:
        """The figure's height on a screen in pixels."""
        return int(self.figure.layout.height)

    def on_screen(self, dark: bool = False) -> go.Figure:
        """The figure for a page, which sets title, subtitle and footer as text of its own. Width follows the
        page.

        Streamlit hands a figure to plotly twice; its revision tells plotly that the second is the first, and
        spares a drawing.
        """
        tree = self.figure.to_dict()
        figure = figure_of(_each_value(tree, _in_dark) if dark else tree)
        return figure.update_layout(datarevision=f"{self.fingerprint} {dark}")

    @cached_property
    def fingerprint(self) -> str:
        """Tells charts apart by all that is seen or said of them on screen."""
        return sha256(f"{self.name} {self.alt} {self.figure.to_json()}".encode()).hexdigest()

    def file_name(self, shape: Shape, kind: str) -> str:
        """``princip-3_slut-2022-2025_slide.png``."""
        return f"{self.file_stem}_{shape.key}.{kind}"

    def for_file(self, shape: Shape = A4) -> go.Figure:
        """The figure to save or print in a shape: light, with title, subtitle and footer on it."""
        return file_figure(self.drawing, Texts(self.title, self.subtitle, self.footer), shape)


def short_title(title: str) -> str:
    """A principle's title without the municipality's name at its start, with a capital letter."""
    for prefix in PREFIXES:
        title = title.removeprefix(prefix)
    return title[:1].upper() + title[1:]


def numbered(finding: PrincipleFinding, words: Words) -> str:
    """``1. Formulerer tydelige rammer``: a principle's number and short title."""
    return f"{finding.principle}. {short_title(finding.title(words.code))}"


def median_in_words(median: Median | None, words: Words) -> str:
    """A median as ``4`` or, for an even count between two steps, ``3–4``; in words where there is none."""
    if median is None:
        return words("no middle answer")
    low, high = median
    return str(low) if low == high else f"{low}–{high}"


def verdict_in_words(finding: PrincipleFinding, words: Words) -> str:
    """``● Fulgt · sikkerhed: lav · mindretal: 3 imod``: the verdict's sign and word, that it was the
    secretary's where it was, how far it can be relied on, and a marked minority against it.
    """
    return f"{VERDICT_STYLES[finding.verdict.final].sign} {verdict_with_marks(finding, words)}"


def verdict_with_marks(finding: PrincipleFinding, words: Words) -> str:
    """The same without the sign, for a sentence."""
    parts = [
        words(VERDICTS[finding.verdict.final]),
        *([words("decided by the secretary")] if finding.verdict.override else []),
        marks_in_words(finding, words),
    ]
    return " · ".join(part for part in parts if part)


def marks_in_words(finding: PrincipleFinding, words: Words) -> str:
    """``sikkerhed: lav · mindretal: 3 imod``; empty where the basis is insufficient."""
    return " · ".join(words.say(mark) for mark in short_marks(finding.verdict))


def reasons_in_words(findings: Iterable[tuple[str, PrincipleFinding]], words: Words) -> str:
    """For each overridden verdict, under the name beside it, why the secretary decided otherwise; empty
    where none is.
    """
    reasons = ((name, override_words(finding)) for name, finding in findings)
    return " · ".join(f"{name}: {words.say(reason)}" for name, reason in reasons if reason)


def n_in_words(standing: Standing, words: Words) -> str:
    """``svar fra 7 af 9, 2 på spinkelt grundlag``: how many could rate of how many asked, and how many of
    those on a thin basis.
    """
    text = words("answers from {known}", known=words.share_of(standing.assessable, standing.expected))
    thin_count = sum(standing.thin_counts)
    return words("{known}, {thin} on a thin basis", known=text, thin=thin_count) if thin_count else text


def _each_value(tree: Any, change: Callable[[Any, str, str], Any], key: str = "", parent: str = "") -> Any:
    """The tree with every leaf changed; ``change`` is told the leaf, its key and the key it lies under."""
    if isinstance(tree, dict):
        return {k: _each_value(v, change, k, key) for k, v in tree.items()}
    if isinstance(tree, list | tuple):
        return [_each_value(v, change, key, parent) for v in tree]
    return change(tree, key, parent)


def _in_dark(leaf: Any, _key: str, _parent: str) -> Any:
    return IN_DARK.get(leaf, leaf) if isinstance(leaf, str) else leaf
