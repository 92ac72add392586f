"""What the rows of answers are told of their squares: where each lies, how it looks, whose it is and where it
leads.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from evaluation.findings import PrincipleFinding
from evaluation.scales import LEVELS
from language import Words
from materials.charts import legend
from materials.charts.chart import numbered
from materials.charts.legend import LegendEntry
from materials.charts.squares import Picture, Square, Strip
from materials.charts.theme import HIGHER, IN_DARK, LOWER, MUTED, RULE, THIN
from pages import session
from pages.components.one_answer import ANSWER

PRINCIPLE_PAGE = "pages/results/principle.py"
Data = dict[str, Any]


def target(page: str, words: Words, **choices: str) -> Data:
    """Where a link leads: the address for a new window, and what a click within the visit asks for."""
    query = {"lang": words.code, "round": session.chosen_round().key, **choices}
    return {"href": f"{Path(page).stem}?{urlencode(query)}", "query": {"page": page, **choices}}


def principle_target(finding: PrincipleFinding, words: Words, body: str = "") -> Data:
    """A principle's page, and on it a body's words first."""
    choices = {"principle": str(finding.principle)} | ({ANSWER: body} if body else {})
    return target(PRINCIPLE_PAGE, words, **choices)


def strips(drawn: Picture, finding: PrincipleFinding, labels: Mapping[str, str], words: Words) -> list[Data]:
    """Both levels' strips of a principle, each under its label."""
    return [
        {
            "label": labels[strip.level],
            "name": f"{words(LEVELS[strip.level])}, {numbered(finding, words)}",
            "squares": [_square(square, start, finding, words) for square, start in _placed(strip, drawn)],
        }
        for strip in drawn.of(finding.principle)
    ]


def _placed(strip: Strip, drawn: Picture) -> Iterable[tuple[Square, float]]:
    """Every square with where it begins, counted from the left edge of the picture."""
    for square in strip.ratings:
        yield square, square.start - drawn.left
    for square in strip.missing:
        yield square, square.start + drawn.missing_start - drawn.left


def _square(square: Square, start: float, finding: PrincipleFinding, words: Words) -> Data:
    """A square names its body and what it answered; one that stands for several bodies is no link."""
    first = square.answers[0]
    step = f"{square.entry.sign} · " if first.rating else ""
    names = words.listed([answer.name for answer in square.answers])
    return {
        "sign": square.sign,
        "column": round(2 * start) + 1,
        "span": 2 * square.bodies,
        "look": _look(square.entry),
        "name": f"{names}: {step}{square.entry.label}",
        "target": principle_target(finding, words, first.body) if square.bodies == 1 else None,
    }


def scale(drawn: Picture, words: Words) -> Data:
    """What all squares of a picture share: the axis in halves of a square, their looks, and the key."""
    entries = _key_entries(drawn, words)
    squares = [square for strip in drawn.strips for square in (*strip.ratings, *strip.missing)]
    return {
        "halves": max(1, round(2 * (drawn.right - drawn.left))),
        "middle": round(-2 * drawn.left) + 1,
        "looks": {_look(each): _colours(each) for each in (*(s.entry for s in squares), *entries)},
        "key": [{"look": _look(each), "sign": each.sign, "text": each.label} for each in entries],
        "colours": {
            name: shown(colour)
            for name, colour in {"muted": MUTED, "rule": RULE, "higher": HIGHER, "against": LOWER}.items()
        },
    }


def _key_entries(drawn: Picture, words: Words) -> list[LegendEntry]:
    squares = [square.entry for strip in drawn.strips for square in (*strip.ratings, *strip.missing)]
    thin = legend.thin(words) if any(each.pattern == THIN for each in squares) else []
    looks = {_look(each) for each in squares}
    return [*legend.ratings(words), *thin, *(each for each in legend.missing(words) if _look(each) in looks)]


def _look(entry: LegendEntry) -> str:
    """A name for all that is seen of an answer but where it lies."""
    return f"{entry.sign} {entry.pattern}"


def _colours(entry: LegendEntry) -> Mapping[str, str]:
    """Fill, outline, stripes and ink as this visitor sees them: fills stay in the dark, and ink on them."""
    return {
        "fill": entry.shade.fill,
        "outline": shown(entry.shade.outline),
        "stripe": entry.shade.outline,
        "ink": shown(entry.ink),
        "pattern": entry.pattern,
    }


def shown(colour: str) -> str:
    """A colour as CSS has it in the light and in the dark: the theme may change while the page is open."""
    return f"light-dark({colour}, {IN_DARK[colour]})" if colour in IN_DARK else colour
