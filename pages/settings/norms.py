"""Norms and the wording of the principles, each from a date on and with its source."""

from datetime import date

import streamlit as st

from data import queries
from data.models import Norm
from data.writing import RowChange, save_records
from evaluation.scales import NORM_LABELS
from evaluation.units import quantity
from language import Words
from pages import session
from pages.components.date_field import LATEST, date_field
from pages.components.history import show_history
from pages.components.labels import LABELS
from pages.components.outcome_messages import keep_messages, save, show_messages
from pages.components.tables import Figure, show_table

UNITS = {"share": "%"}


def show_norm(norm: str, found: list[Norm], words: Words) -> None:
    """A norm's values through the years, and the form for the next one."""
    rows = [
        {
            words("From"): words.date(each.applies_from, "short"),
            words("Value"): Figure(each.value, words.say(quantity(each.value, each.unit or ""))),
            words("Source"): session.plain(each.source),
        }
        for each in found
        if each.key == norm
    ]
    show_table(rows, words("Values of the norm"))
    latest = max((each for each in found if each.key == norm), key=lambda each: each.applies_from)
    with st.form(f"norm {norm}"):
        value = latest.value * 100 if latest.unit == "share" else latest.value
        shown = words.number(value, 2)
        st.text_input(
            words("New value in per cent") if latest.unit == "share" else words("New value"),
            shown,
            key=f"value {norm}",
        )
        date_field(words("Applies from"), date.today(), f"from {norm}", words)
        st.text_input(
            words("Source"),
            key=f"source {norm}",
            placeholder=words("Who decided it, and where it is written"),
        )
        st.caption(words("It applies to rounds that open on that day or later. Closed rounds keep theirs."))
        st.form_submit_button(
            words("Save the norm"),
            type="primary",
            icon=":material/save:",
            on_click=_save_norm,
            args=(norm, latest.unit),
        )
    for each in found:
        if each.key == norm:
            show_history("norms", f"{norm}:{each.applies_from}", words)


def _save_norm(norm: str, unit: str | None) -> None:
    words = session.words()
    value, day, source = (st.session_state[f"{field} {norm}"] for field in ("value", "from", "source"))
    if not source.strip() or day is None:
        keep_messages(
            "norms",
            [
                (
                    "error",
                    words("A norm needs its source and the day from which it applies. Nothing was saved."),
                )
            ],
        )
        return
    if unit == "share":
        value = _as_share(value)
    key = {"norm": norm, "applies_from": str(day)}
    row = RowChange(
        "norms",
        {**key, "value": value, "unit": unit or "", "source": source.strip()},
        queries.exchange_rows.row(session.store(), "norms", key),
    )
    save(
        "norms",
        lambda: save_records(session.store(), session.person(), [row]),
        words("The norm is saved."),
        LABELS,
    )


def _as_share(text: str) -> str:
    """Per cent as typed, as a share; what is no number goes on as it is, and is refused by name."""
    try:
        return repr(
            float(text.replace("%", "").replace(" ", "").replace("\u00a0", "").replace(",", ".")) / 100
        )
    except ValueError:
        return text


def show_wording(words: Words) -> None:
    """The wording in force, and the form for a new one."""
    titles = (
        {finding.principle: finding.title(words.code) for finding in session.evaluation().principles}
        if session.rounds()
        else {}
    )
    number = st.selectbox(
        words("Principle"),
        list(range(1, 6)),
        format_func=lambda each: f"{each}. {titles.get(each, '')}",
        key="worded",
    )
    now = {
        f"{name}_{code}": text
        for code in ("da", "en")
        for name, text in zip(
            ("title", "wording"),
            queries.principles.wording(session.store(), number, LATEST, code),
            strict=False,
        )
    }
    with st.form(f"wording {number}"):
        for name in ("title_da", "wording_da", "title_en", "wording_en"):
            ask = st.text_input if name.startswith("title") else st.text_area
            ask(words(LABELS[name]), now[name], key=f"{name} {number}")
        date_field(words("Applies from"), None, f"applies_from {number}", words)
        st.text_input(
            words("Source"),
            key=f"worded source {number}",
            placeholder=words("Who decided it, and where it is written"),
        )
        st.caption(words("Trends show a break on that day. Rounds opened before it keep the old wording."))
        st.form_submit_button(
            words("Save the wording"),
            type="primary",
            icon=":material/save:",
            on_click=_save_wording,
            args=(number,),
        )


def _save_wording(number: int) -> None:
    words, day, source = (
        session.words(),
        st.session_state[f"applies_from {number}"],
        st.session_state[f"worded source {number}"].strip(),
    )
    if day is None or not source:
        keep_messages(
            "norms",
            [
                (
                    "error",
                    words("A wording needs its source and the day from which it applies. Nothing was saved."),
                )
            ],
        )
        return
    key = {"principle": str(number), "applies_from": str(day)}
    texts = {
        name: st.session_state[f"{name} {number}"]
        for name in ("title_da", "title_en", "wording_da", "wording_en")
    }
    row = RowChange(
        "principles",
        {**key, **texts, "source": source},
        queries.exchange_rows.row(session.store(), "principles", key),
    )
    save(
        "norms",
        lambda: save_records(session.store(), session.person(), [row]),
        words("The wording is saved."),
        LABELS,
    )


words = session.words()
st.title(words("Norms and wording"))
show_messages("norms")
found = queries.norms.dated(session.store())
norms_tab, wording_tab = st.tabs([words("Norms"), words("Wording of the principles")])
with norms_tab:
    names = list(
        dict.fromkeys(
            [
                *(name for name in NORM_LABELS if any(each.key == name for each in found)),
                *(each.key for each in found),
            ]
        )
    )
    if names:
        chosen = session.choose(
            "norm",
            names,
            names[0],
            label=words("Norm"),
            in_words=lambda name: words(NORM_LABELS[name]) if name in NORM_LABELS else name,
        )
        show_norm(chosen, found, words)
    else:
        st.info(
            words("There are no norms yet. IT operations take them in from a file; the README tells how."),
            icon=":material/info:",
        )
with wording_tab:
    show_wording(words)
