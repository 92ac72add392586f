"""Who has answered what: body by principle, with the days left and one click to what is missing."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from data import queries
from data.models import Correspondence, Round
from evaluation.collection import STATES, Cell
from language import Words
from pages import session
from pages.components.data_table import show_data_table
from pages.components.labels import LABELS

MARKS = {
    "submitted": "●",
    "not_assessable": "○",
    "draft": "✎",
    "late": "!",
    "missing": "–",
    "unanswered": "–",
    "not_asked": "×",
}


def show_collection(cells: Sequence[Cell], now: Round, words: Words) -> None:
    """The overview; choosing a cell opens that body and principle in the form."""
    waiting = [cell for cell in cells if cell.waits]
    if now.status == "open" and waiting:
        _show_way(waiting, words)
    table = _table(cells, now, words)
    st.caption(words("Choose a cell to read or write that answer."))
    st.caption(
        " · ".join(
            f"{MARKS[state]} {words('n/a') + ': ' if state == 'not_assessable' else ''}{words(label)}"
            for state, label in STATES.items()
            if any(cell.state == state for cell in cells)
        )
    )
    name = words("Who has answered, principle by principle")
    selection = show_data_table(
        table,
        name,
        words,
        key=f"collection {now.key}",
        height="content",
        on_select="rerun",
        selection_mode="single-cell",
        column_config={words("Committee or centre"): st.column_config.TextColumn(width=275)},
        alt=name,
    )
    _follow(selection, cells, now, words)


def _table(cells: Sequence[Cell], now: Round, words: Words) -> pd.DataFrame:
    """A row a body; what is noted of no body has no column."""
    rows: dict[str, dict[str, str]] = {}
    noted = queries.correspondence.of_round(session.store(), now.key)
    for cell in cells:
        own_days = _days_noted(noted.get(cell.body, Correspondence(cell.body)), words)
        row = rows.setdefault(cell.body, {words("Committee or centre"): cell.name, **own_days})
        mark_words = cell.rating or (
            words("n/a") if cell.state == "not_assessable" else words(STATES[cell.state]).lower()
        )
        row[str(cell.principle)] = f"{MARKS[cell.state]} {mark_words}"
        row[words("Days left")] = _days_left([each for each in cells if each.body == cell.body], words)
    last = [words("Days left")] if any(cell.waits and cell.due for cell in cells) else []
    table = pd.DataFrame(
        list(rows.values()),
        columns=[words("Committee or centre"), *"12345", *last, *_days_noted(Correspondence(""), words)],
    )
    return table.loc[:, (table != "").any()]


def _days_noted(noted: Correspondence, words: Words) -> dict[str, str]:
    return {
        words(LABELS[name]): words.date(getattr(noted, name), "short") for name in ("sent_on", "received_on")
    }


def _days_left(cells: Sequence[Cell], words: Words) -> str:
    """Nothing where nothing is awaited or no day is set."""
    days = [(cell.due - date.today()).days for cell in cells if cell.waits and cell.due]
    if not days:
        return ""
    return (
        words.many("{count} day", "{count} days", days[0])
        if days[0] >= 0
        else words.many("{count} day late", "{count} days late", -days[0])
    )


def _show_way(waiting: Sequence[Cell], words: Words) -> None:
    """How much is waited for, and the way to the next one."""
    late = sum(cell.is_late(date.today()) for cell in waiting)
    line = words.many("{count} answer is not submitted", "{count} answers are not submitted", len(waiting))
    line += words.many(", {count} of them late.", ", {count} of them late.", late) if late else "."
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(session.plain(line))
        st.button(
            words("Go to the next one"),
            icon=":material/arrow_forward:",
            on_click=_go_to,
            args=(_next(waiting),),
        )


def _next(waiting: Sequence[Cell]) -> Cell:
    """The first one after the place in the form."""
    here = (st.session_state.get("linked body", ""), str(st.session_state.get("linked principle", "")))
    places = [(cell.body, str(cell.principle)) for cell in waiting]
    after = places.index(here) + 1 if here in places else 0
    return waiting[after % len(waiting)]


def _go_to(cell: Cell) -> None:
    session.keep_in_link("body", cell.body)
    session.keep_in_link("principle", cell.principle)


def _follow(event: object, cells: Sequence[Cell], now: Round, words: Words) -> None:
    """Open the cell that was clicked, once a click."""
    selected_cells = event.selection.cells if hasattr(event, "selection") else []
    if not selected_cells or st.session_state.get("collection followed") == (now.key, selected_cells[0]):
        return
    st.session_state["collection followed"] = (now.key, selected_cells[0])
    row, column = selected_cells[0]
    body = list(dict.fromkeys(cell.body for cell in cells))[row]
    cell = next((each for each in cells if each.body == body and str(each.principle) == column), None)
    if cell and cell.state != "not_asked":
        _go_to(cell)
        st.rerun()
