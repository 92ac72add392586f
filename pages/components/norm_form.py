"""All norms in one list, each with where it is used; the one that is opened is edited in its row."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from data.models import Norm
from evaluation.norm_uses import OTHER, NormUse
from evaluation.scales import NORM_LABELS
from evaluation.units import quantity
from language import Words
from pages import session
from pages.components.date_field import date_field
from pages.components.history import show_history
from pages.components.labels import LABELS
from pages.components.may import is_allowed
from pages.components.outcome_messages import save, show_messages
from pages.components.tables import Figure, show_table
from workflow.norms import NormValue, save_norm
from workflow.permission import Right

WIDTHS = (4.5, 2.7, 1.9, 3.5)
NORM = "norm"
"""The key of the opened norm in the link."""


def group_of(norm: str, uses: dict[str, tuple[NormUse, ...]]) -> str:
    """The group that a norm stands under: that of its first use."""
    return uses[norm][0].group if norm in uses else OTHER


def show_head(words: Words) -> None:
    """The names of the columns."""
    heads = (words("Norm"), words("Used in"), words("In force"), words("From, and source"))
    for column, head in zip(st.columns(WIDTHS), heads, strict=True):
        column.caption(head)


def show_norm(values: Sequence[Norm], uses: Sequence[NormUse], words: Words) -> None:
    """A norm's row: ``values`` are its own, the oldest first. Its name opens it, and shuts it again."""
    now = in_force(values)
    name = norm_name(now.key, words)
    is_open = st.query_params.get(NORM) == now.key
    with st.container(border=is_open, gap="xsmall"):
        label, used, value, source = st.columns(WIDTHS, vertical_alignment="center")
        label.button(
            session.plain(name),
            key=f"open {now.key}",
            type="tertiary",
            icon=":material/expand_less:" if is_open else ":material/edit:",
            wrap=True,
            on_click=_open,
            args=("" if is_open else now.key,),
        )
        used.markdown(f":small[{session.plain(words.listed([words(each.name) for each in uses]) or '–')}]")
        value.markdown(f"**{session.plain(_amount(now, words))}**")
        source.markdown(f":small[{session.plain(_source(values, words))}]")
        show_messages(f"norm {now.key}")
        if is_open:
            _show_open(values, words)


def in_force(values: Sequence[Norm]) -> Norm:
    """The value that applies today; the first one where none does yet."""
    today = [each for each in values if each.applies_from <= date.today()]
    return today[-1] if today else values[0]


def norm_name(key: str, words: Words) -> str:
    """What a norm is called; its key where nobody has named it."""
    return words(NORM_LABELS[key]) if key in NORM_LABELS else key


def _open(norm: str) -> None:
    if norm:
        st.query_params[NORM] = norm
    else:
        st.query_params.pop(NORM, None)


def _amount(norm: Norm, words: Words) -> str:
    return words.say(quantity(norm.value, norm.unit or ""))


def _source(values: Sequence[Norm], words: Words) -> str:
    """Since when, by whom, and what will apply later."""
    now = in_force(values)
    later = [
        words("from {day}: {value}", day=words.date(each.applies_from, "short"), value=_amount(each, words))
        for each in values
        if each.applies_from > max(now.applies_from, date.today())
    ]
    return " · ".join([words.date(now.applies_from, "short"), now.source or "–", *later])


def _show_open(values: Sequence[Norm], words: Words) -> None:
    """All its values, and the form for the next one."""
    if len(values) > 1:
        rows = [
            {
                words("From"): words.date(each.applies_from, "short"),
                words("Value"): Figure(each.value, _amount(each, words)),
                words("Source"): session.plain(each.source),
            }
            for each in values
        ]
        show_table(rows, words("Values of the norm"))
    if is_allowed(Right.SET_UP):
        _show_form(values[-1], words)
    for each in values:
        show_history("norms", f"{each.key}:{each.applies_from}", words)


def _show_form(latest: Norm, words: Words) -> None:
    is_share = latest.unit == "share"
    value = words.number(latest.value * 100 if is_share else latest.value, 2)
    with st.form(f"norm {latest.key}", border=False):
        left, middle, right = st.columns((1, 1, 2))
        label = words("New value in per cent") if is_share else words("New value")
        left.text_input(label, value, key=f"value {latest.key}")
        with middle:
            date_field(words("Applies from"), date.today(), f"from {latest.key}", words)
        right.text_input(
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
    save(f"norm {norm}", lambda: save_norm(session.store(), session.person(), norm_value), message, LABELS)
