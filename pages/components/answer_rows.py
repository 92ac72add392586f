"""The answers as rows of squares: a component of its own, for its squares are links with names that a
keyboard reaches, and its rows wrap on a phone. The same picture for a file: materials/charts/answers.py.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from evaluation.confidence_words import because_words, grade_words
from evaluation.fact_words import contradiction_in_short
from evaluation.findings import Change, Experience, PrincipleFinding
from evaluation.scales import LEVELS, VERDICTS
from evaluation.verdict_words import override_words
from language import Words
from materials.charts import legend
from materials.charts.answers import row_in_words, strip_label
from materials.charts.chart import median_in_words, numbered
from materials.charts.legend import LegendEntry
from materials.charts.sheet import text_width
from materials.charts.squares import Picture, Square, Strip, picture
from materials.charts.theme import HIGHER, IN_DARK, LOWER, MUTED, RULE, THIN, VERDICT_STYLES
from pages import session
from pages.components.one_answer import ANSWER

HERE = Path(__file__)
PRINCIPLE_PAGE = "pages/results/principle.py"
WIDTHS = "minmax(0, 16fr) 9.2rem minmax(0, 36fr) 6.5rem 5.4rem 4.2rem"
ROWS = st.components.v2.component(
    "answer_rows",
    html='<div class="answers"></div>',
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)
Data = dict[str, Any]


def show_rows(findings: Sequence[PrincipleFinding], last: Data, words: Words) -> None:
    """The whole answer at a glance: a row a principle with verdict, answers, change, norms and participants,
    and ``last``, the row of proportionality. Each title leads to its principle, each square to its words.
    """
    answers = session.answers()
    drawn = picture(answers, [finding.principle for finding in findings], words)
    most = max([count for each in findings for count in _moves(each.change)], default=0)
    rows = [
        {
            "title": numbered(finding, words),
            "target": _target(words, finding),
            "sentence": row_in_words(finding, words),
            "verdict": _verdict(finding.verdict.final, words),
            "marks": _marks(finding, words),
            "strips": _strips(
                drawn, finding, {level: words(label) for level, label in LEVELS.items()}, words
            ),
            "change": _change(finding.change, most, words),
            "norms": _norms(finding, words),
            "against": _against(finding, words),
            "experience": _experience(finding.experience, words),
        }
        for finding in findings
    ]
    columns = [
        words("Principle"),
        words("Verdict"),
        words("One square is one body's answer, the number its step"),
        words("Since last time"),
        words("Facts"),
        words("Participants"),
    ]
    _show({"rows": rows, "columns": columns, "last": last, "widths": WIDTHS}, drawn, words, key="rows")


def show_answers(finding: PrincipleFinding, words: Words) -> None:
    """The answers about one principle, committees above centres."""
    drawn = picture(session.answers(), [finding.principle], words)
    labels = {level: strip_label(finding, level, words) for level in LEVELS}
    row = {
        "sentence": row_in_words(finding, words),
        "strips": _strips(drawn, finding, labels, words),
    }
    data: Data = {"rows": [row], "columns": [], "last": None, "widths": "minmax(0, 1fr)"}
    _show(data, drawn, words, key=f"rows {finding.principle}")


def target(page: str, words: Words, **choices: str) -> Data:
    """Where a link leads: the address for a new window, and what a click within the visit asks for."""
    query = {"lang": words.code, "round": session.chosen_round().key, **choices}
    return {"href": f"{Path(page).stem}?{urlencode(query)}", "query": {"page": page, **choices}}


def _show(data: Data, drawn: Picture, words: Words, *, key: str) -> None:
    """Draw the rows, and follow the link that was clicked."""
    entries = _key_entries(drawn, words)
    squares = [square for strip in drawn.strips for square in (*strip.ratings, *strip.missing)]
    data |= {
        "name": words("The answers side by side"),
        "label": max(text_width(strip["label"], 13) for row in data["rows"] for strip in row["strips"]),
        "halves": max(1, round(2 * (drawn.right - drawn.left))),
        "middle": round(-2 * drawn.left) + 1,
        "looks": {_look(each): _colours(each) for each in (*(s.entry for s in squares), *entries)},
        "key": [{"look": _look(each), "sign": each.sign, "text": each.label} for each in entries],
        "colours": {
            name: _shown(colour)
            for name, colour in {"muted": MUTED, "rule": RULE, "higher": HIGHER, "against": LOWER}.items()
        },
    }
    result = ROWS(key=key, data=data, on_destination_change=lambda: None)
    if result.destination:
        choices = dict(result.destination)
        st.switch_page(choices.pop("page"), query_params=choices)


def _target(words: Words, finding: PrincipleFinding, body: str = "") -> Data:
    choices = {"principle": str(finding.principle)} | ({ANSWER: body} if body else {})
    return target(PRINCIPLE_PAGE, words, **choices)


def _strips(drawn: Picture, finding: PrincipleFinding, labels: Mapping[str, str], words: Words) -> list[Data]:
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
        "target": _target(words, finding, first.body) if square.bodies == 1 else None,
    }


def _verdict(verdict: str, words: Words) -> Data:
    """The verdict's word and the look of its badge, as everywhere on the pages."""
    style = VERDICT_STYLES[verdict]
    icon = style.icon.removeprefix(":material/").removesuffix(":")
    return {"text": words(VERDICTS[verdict]), "icon": icon, "colour": style.badge}


def _marks(finding: PrincipleFinding, words: Words) -> list[Data]:
    """Under the verdict: that the secretary decided it, how far it can be relied on, and a marked minority;
    low confidence and a minority stand out.
    """
    verdict, marks = finding.verdict, []
    if verdict.override:
        reason = override_words(finding)
        hint = words.say(reason) if reason else ""
        marks.append({"text": words("decided by the secretary"), "strong": False, "hint": hint})
    if grade := grade_words(verdict):
        because = because_words(finding, session.norms())
        is_low = verdict.confidence is not None and verdict.confidence.grade == "low"
        hint = words.say(because) if because else ""
        marks.append({"text": words.say(grade), "strong": is_low, "hint": hint})
    if verdict.minority and verdict.minority.marked:
        text = words("minority: {bodies} against", bodies=verdict.minority.bodies)
        marks.append({"text": text, "strong": True, "hint": ""})
    return marks


def _moves(change: Change) -> tuple[int, int, int]:
    return change.up, change.same, change.down


def _change(change: Change, most: int, words: Words) -> list[Data]:
    """How many bodies went up, stayed and went down, as bars on one scale; a dash where none can be
    compared.
    """
    if not change.paired:
        return [{"text": "–", "share": 0, "colour": "transparent"}]
    texts = (
        words("{count} higher", count=change.up),
        words("{count} same", count=change.same),
        words("{count} lower", count=change.down),
    )
    colours = (_shown(HIGHER), _shown(RULE), _shown(LOWER))
    return [
        {"text": text, "share": count / most, "colour": colour}
        for text, count, colour in zip(texts, _moves(change), colours, strict=True)
    ]


def _norms(finding: PrincipleFinding, words: Words) -> Data:
    """How many of the facts that can be held against a norm meet it."""
    held = [fact.met for fact in finding.indicators if fact.met is not None]
    met = sum(held)
    text = words("{met} of {count} norms", met=met, count=len(held)) if held else words("no norm known")
    return {"met": met, "missed": len(held) - met, "text": text}


def _against(finding: PrincipleFinding, words: Words) -> list[Data]:
    """The mark where facts or participants speak against the verdict."""
    if not finding.contradiction:
        return []
    short = contradiction_in_short(finding)
    return [
        {"text": words("points the other way"), "strong": True, "hint": words.say(short) if short else ""}
    ]


def _experience(experience: Experience | None, words: Words) -> Data:
    """The participants' middle value and how many answered; few answers said as such."""
    if experience is None:
        return {"value": "–", "text": words("not asked")}
    count = words.many("{count} answer", "{count} answers", experience.answers)
    if experience.median is None:
        return {"value": "–", "text": words("too few: {answers}", answers=count)}
    return {"value": median_in_words(experience.median, words), "text": count}


def _key_entries(drawn: Picture, words: Words) -> list[LegendEntry]:
    squares = [square.entry for strip in drawn.strips for square in (*strip.ratings, *strip.missing)]
    thin = legend.thin(words) if any(each.pattern == THIN for each in squares) else []
    shown = {_look(each) for each in squares}
    return [*legend.ratings(words), *thin, *(each for each in legend.missing(words) if _look(each) in shown)]


def _look(entry: LegendEntry) -> str:
    """A name for all that is seen of an answer but where it lies."""
    return f"{entry.sign} {entry.pattern}"


def _colours(entry: LegendEntry) -> Mapping[str, str]:
    """Fill, outline, stripes and ink as this visitor sees them: fills stay in the dark, and ink on them."""
    return {
        "fill": entry.shade.fill,
        "outline": _shown(entry.shade.outline),
        "stripe": entry.shade.outline,
        "ink": _shown(entry.ink),
        "pattern": entry.pattern,
    }


def _shown(colour: str) -> str:
    return IN_DARK.get(colour, colour) if session.is_dark() else colour
