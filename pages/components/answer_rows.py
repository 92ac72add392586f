"""The answers as rows of squares: a component of its own, for its squares are links with names that a
keyboard reaches, and its rows wrap on a phone. The same picture for a file: materials/charts/answers.py.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from data.models import Round
from evaluation.findings import PrincipleFinding
from evaluation.scales import LEVELS
from language import Words
from materials.charts.answer_words import row_in_words, strip_label
from materials.charts.chart import numbered
from materials.charts.sheet import text_width
from materials.charts.squares import Picture, picture
from pages import session
from pages.components import answer_cells as cells
from pages.components.answer_squares import principle_target, scale, strips, target
from pages.components.findings import round_names

HERE = Path(__file__)
METHOD_PAGE = "pages/about/method.py"
WIDTHS = "minmax(0, 16fr) 9.2rem minmax(0, 36fr) 6.5rem 5.4rem 4.2rem"
LABEL = 13
"""The size in pixels of what stands beside a strip."""
ROWS = st.components.v2.component(
    "answer_rows",
    html='<div class="answers"></div>',
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)
Data = dict[str, Any]


def show_rows(last: Callable[[Words], Data], words: Words) -> None:
    """The whole answer at a glance: a row a principle with verdict, answers, change, facts and participants,
    and ``last``, the row of proportionality. Each title leads to its principle, each square to its words.
    """
    _show(_data(*session.version(), session.chosen_round(), words.code, _last=last), "rows")


@st.cache_resource(show_spinner=False, max_entries=64)
def _data(
    opening: int, version: int, chosen_round: Round, language: str, _last: Callable[[Words], Data]
) -> Data:
    """What the overview's rows are drawn from, made once for all visitors until any record changes."""
    words, findings = session.words(), session.evaluation().principles
    drawn = picture(session.answers(), [finding.principle for finding in findings], words)
    columns = [
        words("Principle"),
        words("Verdict"),
        words("One square is one answer, the number its step"),
        words("Since last time"),
        words("Facts"),
        words("Participants"),
    ]
    rows = _rows(findings, drawn, words)
    return {"columns": columns, "last": _last(words), "widths": WIDTHS, **_scaled(rows, drawn, words)}


def show_answers(finding: PrincipleFinding, words: Words) -> None:
    """The answers about one principle, committees above centres."""
    drawn = picture(session.answers(), [finding.principle], words)
    labels = {level: strip_label(finding, level, words) for level in LEVELS}
    row = {"sentence": row_in_words(finding, words), "strips": strips(drawn, finding, labels, words)}
    data: Data = {"columns": [], "last": None, "widths": "minmax(0, 1fr)", **_scaled([row], drawn, words)}
    _show(data, f"rows {finding.principle}")


def _rows(findings: Sequence[PrincipleFinding], drawn: Picture, words: Words) -> list[Data]:
    names, labels = (
        round_names(session.evaluation(), words),
        {level: words(label) for level, label in LEVELS.items()},
    )
    most = max([count for each in findings for count in cells.moves(each.change)], default=0)
    return [
        {
            "title": numbered(finding, words),
            "target": principle_target(finding, words),
            "rule": _rule_target(finding, words),
            "sentence": cells.row_sentence(finding, names, words),
            "verdict": cells.verdict_cell(finding.verdict.final, words),
            "marks": cells.verdict_marks(finding, words),
            "strips": strips(drawn, finding, labels, words),
            "change": cells.change_cell(finding.change, most, words),
            "facts": cells.facts_cell(finding, words),
            "experience": cells.experience_cell(finding, words),
        }
        for finding in findings
    ]


def _rule_target(finding: PrincipleFinding, words: Words) -> Data:
    """The page that shows by which rule the verdict came about."""
    name = words("The rule behind the verdict on principle {number}", number=finding.principle)
    return target(METHOD_PAGE, words, principle=str(finding.principle)) | {"name": name}


def _scaled(rows: list[Data], drawn: Picture, words: Words) -> Data:
    """The rows, and what all their squares share."""
    labels = [strip["label"] for row in rows for strip in row["strips"]]
    return scale(drawn, words) | {
        "rows": rows,
        "name": words("The answers side by side"),
        "label": max(text_width(label, LABEL) for label in labels),
    }


def _show(data: Data, key: str) -> None:
    """Draw the rows, and follow the link that was clicked."""
    result = ROWS(key=key, data=data, on_destination_change=lambda: None)
    if result.destination:
        choices = dict(result.destination)
        st.switch_page(choices.pop("page"), query_params=choices)
