"""What the records show against the norms: one bar for each indicator, the norm as a marked line, and n in
words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd
import plotly.graph_objects as go

from evaluation.confidence_words import (
    FACTS_NOT_WORKED_OUT,
    not_recorded_words,
    waiting_words,
)
from evaluation.fact_words import known_words, result_words
from evaluation.findings import Measurement
from evaluation.principles import INDICATORS
from evaluation.units import norm_words, quantity
from language import Words
from materials.charts.chart import Chart, Scope
from materials.charts.fitting import fitted
from materials.charts.shape import Shape
from materials.charts.sheet import Sheet, Text, as_text, new_sheet
from materials.charts.theme import HIGHER, LOWER, MUTED, RULE, SHADE, TEXT, WINDOW

BAR, BETWEEN = 16, 22
NAMES, LINES = 390, 430
"""The widths of what is measured and of what it came to, beside the bars where a shape is wide."""


@dataclass(frozen=True)
class Fact:
    """A measurement and how it is said."""

    measured: Measurement
    words: Words
    named: str | None = None
    body_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """What is measured, or whose it is where one indicator is laid side by side."""
        return self.named or self.words(INDICATORS[self.measured.indicator].label)

    @property
    def state(self) -> str:
        """Whether the norm is met, in words."""
        return self.words.say(result_words(self.measured))

    @property
    def norm(self) -> str:
        """The norm in words; empty where there is none."""
        sentence = norm_words(self.measured.norm, INDICATORS[self.measured.indicator], self.measured.unit)
        return self.words.say(sentence) if sentence else ""

    @property
    def limits(self) -> tuple[float, ...]:
        """Where the norm begins or ends: one value, two for a band, none where there is no norm."""
        norm = self.measured.norm
        return norm if isinstance(norm, tuple) else () if norm is None else (norm,)

    @property
    def basis(self) -> str:
        """How many of those the indicator speaks to are known, how many still wait, and which centres record
        nothing of it.
        """
        return " · ".join(part for part in (self.known, self.waiting, self.not_recorded) if part)

    @property
    def known(self) -> str:
        """``kendt for 40 af 46 inddragelser``."""
        return self.words.say(known_words(self.measured))

    @property
    def waiting(self) -> str:
        """``3 venter stadig``; empty where none does, or it was not worked out."""
        sentence = waiting_words(self.measured)
        return self.words.say(sentence) if sentence else ""

    @property
    def not_recorded(self) -> str:
        """``Center for By noterer det aldrig``; empty where every centre does."""
        sentence = not_recorded_words(self.measured, self.body_names)
        return self.words.say(sentence) if sentence else ""

    @property
    def line(self) -> str:
        """Value, state and norm in one line."""
        value = "" if self.measured.value is None else self.amount(self.measured.value)
        return " · ".join(part for part in (value, self.state, self.norm) if part)

    @property
    def longest(self) -> float:
        """Where the axis ends: 100 % for a share, else some way beyond value and norm."""
        if self.measured.unit == "share":
            return 1.0
        return 1.25 * max(self.measured.value or 0, *self.limits, 0.8)

    def amount(self, value: float) -> str:
        """A value in words with its unit."""
        return self.words.say(quantity(value, self.measured.unit))


def facts(measurements: Sequence[Measurement], scope: Scope, words: Words, *, name: str = "facts") -> Chart:
    """Bars for the indicators in the order given. One with no known case has no bar, and says so; it is
    never 0 %.
    """
    chart_facts = [Fact(measurement, words, body_names=scope.body_names) for measurement in measurements]
    return _chart(chart_facts, _title(chart_facts, words), scope, words, name=name)


def facts_apart(measurement_by_name: Mapping[str, Measurement], scope: Scope, words: Words) -> Chart:
    """One indicator side by side: a bar for each name, in the order given. They are laid side by side,
    never ranked.
    """
    chart_facts = [Fact(each, words, name, scope.body_names) for name, each in measurement_by_name.items()]
    results = [each.met for each in measurement_by_name.values() if each.met is not None]
    label = words(INDICATORS[next(iter(measurement_by_name.values())).indicator].label)
    text = words.many(
        "{met} of {count} meets the norm", "{met} of {count} meet the norm", len(results), met=sum(results)
    )
    return _chart(chart_facts, f"{label}: {text}" if results else label, scope, words, name="facts_apart")


def _chart(chart_facts: Sequence[Fact], title: str, scope: Scope, words: Words, *, name: str) -> Chart:
    stem = _stem(chart_facts, name, words)
    return Chart(
        name=name,
        title=title,
        subtitle=scope.subtitle(),
        footer=scope.footer(words, *_not_worked_out(chart_facts, words)),
        alt=f"{title}. " + " ".join(f"{fact.label}: {fact.line} ({fact.basis})." for fact in chart_facts),
        table=_table(chart_facts, words),
        language=words.code,
        drawing=lambda shape: _figure(chart_facts, shape),
        file_stem=scope.file_stem(words("facts"), stem),
    )


def _not_worked_out(chart_facts: Sequence[Fact], words: Words) -> list[str]:
    """That the round was frozen before waiting and not recorded were worked out, where it was."""
    is_older = any(fact.measured.waiting is None for fact in chart_facts)
    return [words(FACTS_NOT_WORKED_OUT)] if is_older else []


def _title(chart_facts: Sequence[Fact], words: Words) -> str:
    results = [fact.measured.met for fact in chart_facts if fact.measured.met is not None]
    if not results:
        return words("The records can't say yet whether the norms are met")
    if len(results) > 1 and all(results):
        return words("All {total} indicators meet their norm", total=len(results))
    return words.many(
        "{met} of {total} indicator meets its norm",
        "{met} of {total} indicators meet their norm",
        len(results),
        met=sum(results),
        total=len(results),
    )


def _stem(chart_facts: Sequence[Fact], name: str, words: Words) -> str:
    """What tells the facts of a file apart: their principle, or the one fact that lies side by side."""
    if name == "facts_apart":
        return words(INDICATORS[chart_facts[0].measured.indicator].label)
    principles = {INDICATORS[fact.measured.indicator].principle for fact in chart_facts}
    number = principles.pop() if len(principles) == 1 else None
    return words("principle {number}", number=number) if number else ""


def _figure(chart_facts: Sequence[Fact], shape: Shape) -> go.Figure:
    language = chart_facts[0].words.code if chart_facts else "en"
    row, between = (_wide_row, BETWEEN / 2) if shape.is_wide else (_row, BETWEEN)

    def draw(rows: Sequence[Fact], more: float) -> go.Figure:
        sheet, y = new_sheet(language, shape, left=6 + (NAMES + LINES) * shape.is_wide), 0.0
        for fact in rows:
            y = row(sheet, fact, y) + between + more
        return sheet.cut(max(y - between - more, 20))

    return fitted(chart_facts, shape, draw, most=50)


def _row(sheet: Sheet, fact: Fact, y: float) -> float:
    """A fact's words, and under them its bar; returns the y below them."""
    shape = sheet.page
    y = sheet.column([(fact.label, {"bold": True}), *_lines(fact, shape)], y, (0, shape.width)) + 7
    return _bullet_and_ticks(sheet, fact, y) if fact.measured.value is not None else y


def _wide_row(sheet: Sheet, fact: Fact, y: float) -> float:
    """The same side by side: what is measured, what it came to, its bar."""
    below = sheet.column([(fact.label, {"bold": True})], y, (0, NAMES - 20))
    below = max(below, sheet.column(_lines(fact, sheet.page), y, (NAMES, NAMES + LINES - 30)))
    return max(below, _bullet_and_ticks(sheet, fact, y + 4) if fact.measured.value is not None else y)


def _lines(fact: Fact, shape: Shape) -> list[Text]:
    return [
        (fact.line, {"size": shape.caption}),
        (fact.basis, {"size": shape.caption, "colour": MUTED}),
    ]


def _bullet_and_ticks(sheet: Sheet, fact: Fact, y: float) -> float:
    bar = BAR * sheet.page.marks
    _bullet(sheet, fact, y + bar / 2)
    return _ticks(sheet, fact, y + bar + 5)


def _bullet(sheet: Sheet, fact: Fact, y: float) -> None:
    """The bar on its track, a mark at its end (a disc where the norm is met, a cross where not), and the
    norm's line.
    """
    value, longest, half = fact.measured.value or 0.0, fact.longest, BAR * sheet.page.marks / 2
    track = {"type": "rect", "x0": 0, "x1": 1, "y0": y - half, "y1": y + half, "layer": "below"}
    sheet.shape(fillcolor=SHADE, line={"color": RULE, "width": 1}, **track)
    hover = {"hovertext": [as_text(fact.label, fact.line, fact.basis)], "hoverinfo": "text"}
    sheet.bar(x=[value / longest], y=[y], width=half, marker={"color": WINDOW}, **hover)
    for limit in fact.limits:
        sheet.rule(limit / longest, (y - half - 4, y + half + 4), colour=TEXT, width=3)
    is_met = fact.measured.met
    symbol = {True: "circle", False: "x", None: "circle-open"}[is_met]
    colour = {True: HIGHER, False: LOWER, None: MUTED}[is_met]
    sheet.dot(value / longest, y, hover["hovertext"][0], symbol=symbol, size=12, color=colour, pen=colour)


def _ticks(sheet: Sheet, fact: Fact, y: float) -> float:
    """A few amounts under the bar: 0, 50 and 100 % for a share; 0 and the norm for the rest, or the value
    where there is none.
    """
    is_share = fact.measured.unit == "share"
    marks = [0, 0.5, 1] if is_share else [0, *(fact.limits or (fact.measured.value or 0,))]
    bottom = y
    for mark in marks:
        x = mark / fact.longest
        anchor = "left" if x == 0 else "right" if x == 1 else "center"
        spot = {"x": x, "xref": "x", "xanchor": anchor, "colour": MUTED}
        bottom = sheet.write([fact.amount(mark)], y, size=sheet.page.small, **spot)
    return bottom


def _table(chart_facts: Sequence[Fact], words: Words) -> pd.DataFrame:
    """One row for each indicator: value, norm, whether it is met, known, unknown and waiting consultations,
    and the centres that record nothing of it.
    """
    rows = [
        {
            words("Indicator"): fact.label,
            words("Value"): "" if fact.measured.value is None else fact.amount(fact.measured.value),
            words("Norm"): fact.norm,
            words("Result"): fact.state,
            words("Known"): fact.measured.known,
            words("Not known"): fact.measured.unknown,
            words("Waiting"): "–" if fact.measured.waiting is None else str(fact.measured.waiting),
            words("Never recorded by"): words.listed(
                [fact.body_names.get(key, key) for key in fact.measured.not_recorded or ()]
            ),
        }
        for fact in chart_facts
    ]
    return pd.DataFrame(rows)
