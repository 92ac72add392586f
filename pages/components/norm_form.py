"""A norm's values through the years, and the form for the next one."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from data.models import Norm
from evaluation.units import quantity
from language import Words
from pages import session
from pages.components.date_field import date_field
from pages.components.history import show_history
from pages.components.labels import LABELS
from pages.components.may import may_write
from pages.components.outcome_messages import save
from pages.components.tables import Figure, show_table
from workflow.norms import NormValue, save_norm
from workflow.permission import Right


def show_norm(values: Sequence[Norm], words: Words) -> None:
    """One norm: ``values`` are its own, the oldest first."""
    latest = values[-1]
    rows = [
        {
            words("From"): words.date(each.applies_from, "short"),
            words("Value"): Figure(each.value, words.say(quantity(each.value, each.unit or ""))),
            words("Source"): session.plain(each.source),
        }
        for each in values
    ]
    show_table(rows, words("Values of the norm"))
    if may_write(Right.SET_UP, words):
        _show_form(latest, words)
    for each in values:
        show_history("norms", f"{each.key}:{each.applies_from}", words)


def _show_form(latest: Norm, words: Words) -> None:
    is_share = latest.unit == "share"
    value = words.number(latest.value * 100 if is_share else latest.value, 2)
    with st.form(f"norm {latest.key}"):
        label = words("New value in per cent") if is_share else words("New value")
        st.text_input(label, value, key=f"value {latest.key}")
        date_field(words("Applies from"), date.today(), f"from {latest.key}", words)
        st.text_input(
            words("Source"),
            key=f"source {latest.key}",
            placeholder=words("Who decided it, and where it is written"),
        )
        st.caption(words("It applies to rounds that open on that day or later. Closed rounds keep theirs."))
        st.form_submit_button(
            words("Save the norm"),
            type="primary",
            icon=":material/save:",
            on_click=_save,
            args=(latest.key, latest.unit),
        )


def _save(norm: str, unit: str | None) -> None:
    value, day, source = (st.session_state[f"{field} {norm}"] for field in ("value", "from", "source"))
    norm_value = NormValue(norm, value, unit, day, source)
    message = session.words()("The norm is saved.")
    save("norms", lambda: save_norm(session.store(), session.person(), norm_value), message, LABELS)
