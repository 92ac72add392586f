"""A page of the register: a component of its own, for its titles are links and its headings buttons that a
keyboard reaches, a heading sorts the whole register and not the page, and its rows are cards on a phone.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from evaluation.scales import EFFECTS, SCALES
from language import N_, Words
from pages import session
from pages.components.answer_squares import target

HERE = Path(__file__)
CONSULTATION_PAGE = "pages/records/consultation.py"
ROWS = st.components.v2.component(
    "register_rows",
    html='<div class="register"></div>',
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)
COLUMNS = {
    "title": N_("Title"),
    "start_on": N_("Started"),
    "end_on": N_("Ended"),
    "centre_name": N_("Centre"),
    "committee_name": N_("Committee"),
    "scale": N_("Scale"),
    "effect": N_("Effect"),
    "contributions": N_("Contributions"),
}
Data = dict[str, Any]


@dataclass
class Choice:
    """The keys that are chosen, in order. ``version`` grows when something else than a box has changed
    them.
    """

    keys: dict[str, None] = field(default_factory=dict)
    version: int = 0

    def set_page(self, page: Iterable[str], chosen: Iterable[str]) -> None:
        """What the boxes of one page say."""
        others = dict.fromkeys(key for key in self.keys if key not in set(page))
        self.keys = others | dict.fromkeys(chosen)

    def set_all(self, keys: Iterable[str]) -> None:
        """These and no others."""
        self.keys, self.version = dict.fromkeys(keys), self.version + 1


def choice_in_visit() -> Choice:
    """What is chosen in this visit, whatever the list shows."""
    choice: Choice = st.session_state.setdefault("chosen consultations", Choice())
    return choice


def show_rows(consultations: pd.DataFrame, sort: str, words: Words, *, chosen: Choice | None = None) -> None:
    """The consultations, one a row, in their order; a heading sorts, and a row leads to its consultation's
    page. Where some are to be ``chosen``, each row has a box.
    """
    columns = [
        {
            "key": key,
            "label": words(label),
            "order": {key: "ascending", f"-{key}": "descending"}.get(sort, ""),
            "isNumber": key == "contributions",
        }
        for key, label in COLUMNS.items()
    ]
    rows = [_row(record, words) for record in consultations.to_dict("records")]
    data: Data = {"name": words("The consultations found, one a row"), "columns": columns, "rows": rows}
    if chosen is not None:
        own = [row["key"] for row in rows if row["key"] in chosen.keys]
        data["choice"] = {"chosen": own, "version": chosen.version, "all": words("All on this page")}
    result = ROWS(
        key="register rows",
        data=data,
        on_destination_change=lambda: None,
        on_sort_change=_sort,
        on_boxes_change=_choose,
    )
    if result.destination:
        choices = dict(result.destination)
        st.switch_page(choices.pop("page"), query_params=choices)


def follow_old_link(keys: Collection[str]) -> None:
    """An address of a consultation from when it was opened in the list leads to its page."""
    key = st.query_params.get("consultation")
    if key and key in keys:
        st.switch_page(CONSULTATION_PAGE, query_params={"consultation": key})


def _choose() -> None:
    """The boxes of this page, whole: none is lost where somebody is quicker than the server."""
    boxes = st.session_state["register rows"].boxes or {}
    choice_in_visit().set_page(boxes.get("page", []), boxes.get("chosen", []))


def _sort() -> None:
    """By the heading that was clicked; the other way round where it sorts already."""
    key = st.session_state["register rows"].sort
    session.keep_in_link("sort", f"-{key}" if st.query_params.get("sort") == key else key)


def _row(record: Mapping[Hashable, Any], words: Words) -> Data:
    return {
        "key": record["consultation"],
        "title": record["title"],
        "subtitle": "" if pd.isna(record["case_number"]) else record["case_number"],
        **target(CONSULTATION_PAGE, words, consultation=record["consultation"]),
        "cells": [_cell(key, record[key], words) for key in list(COLUMNS)[1:]],
    }


def _cell(key: str, value: Any, words: Words) -> str:
    if pd.isna(value):
        return ""
    if key in ("start_on", "end_on"):
        return words.date(value, "short")
    if key == "contributions":
        return words.number(int(value))
    labels = {"scale": SCALES, "effect": EFFECTS}.get(key)
    return words(labels[value]) if labels else str(value)
