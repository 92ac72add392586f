"""The secretary's conclusion under a principle; it can begin with the sentences that the numbers carry."""

from collections.abc import Sequence

import streamlit as st

from data import queries
from data.models import Conclusion
from evaluation.scales import VERDICTS
from evaluation.summary import SummarySentence
from language import N_, Words
from pages import session
from pages.components.headings import show_section
from pages.components.history import show_history
from pages.components.may import may_write
from pages.components.outcome_messages import add_message, save, show_messages
from pages.components.summary import in_full
from workflow.conclusions import save_conclusion
from workflow.permission import Right

LABELS = {
    "text": N_("The secretary's words"),
    "verdict_override": N_("Verdict"),
    "override_reason": N_("Why the verdict differs from the proposed one"),
}


def show_conclusion(
    row: str, sentences: Sequence[SummarySentence], words: Words, proposal: str | None = None
) -> None:
    """The conclusion as it stands; in an open round, folded under it, the form to write it, which begins with
    the sentences where nothing is written yet.

    ``row`` is a principle (``1`` … ``5``) or ``proportionality``; ``proposal`` the verdict that the rules
    propose, None where there is none to override.
    """
    now = session.chosen_round()
    show_section(words("Conclusion"))
    show_messages(_place(now.key, row))
    conclusion = session.snapshot().conclusions.get(row)
    is_written = bool(conclusion and conclusion.text)
    st.text(
        conclusion.text if conclusion and conclusion.text else words("The conclusion is not written yet.")
    )
    if now.status == "open" and may_write(Right.CONCLUDE, words):
        label = words("Change the conclusion") if is_written else words("Write the conclusion")
        with st.expander(label, icon=":material/edit:", key=f"write {_place(now.key, row)}"):
            _show_form(now.key, row, in_full(sentences, words), proposal=proposal)


def show_conclusion_history(row: str, words: Words) -> None:
    """Who wrote the conclusion when, folded away; nothing where nobody has."""
    if session.snapshot().conclusions.get(row):
        show_history("conclusions", f"{session.chosen_round().key}:{row}", words)


def _place(round_key: str, row: str) -> str:
    return f"conclusion {round_key} {row}"


def _stored(round_key: str, row: str) -> Conclusion | None:
    return queries.conclusions.of_round(session.store(), round_key).get(row)


def _show_form(round_key: str, row: str, beginning: str, *, proposal: str | None) -> None:
    words, place, conclusion = session.words(), _place(round_key, row), _stored(round_key, row)
    if not (conclusion and conclusion.text):
        st.caption(words("The text below is made from the numbers: make it your own before you save it."))
    with st.form(place, border=False):
        st.text_area(
            words(LABELS["text"]),
            (conclusion and conclusion.text) or beginning,
            key=f"text {place}",
            height=180,
            max_chars=10_000,
        )
        if proposal:
            _show_override(place, conclusion, proposal, words)
        st.form_submit_button(
            words("Save conclusion"),
            type="primary",
            icon=":material/save:",
            on_click=_save,
            args=(round_key, row, conclusion),
        )


def _show_override(place: str, conclusion: Conclusion | None, proposal: str, words: Words) -> None:
    """Another verdict than the proposed one, and why."""
    options = ["", *(verdict for verdict in VERDICTS if verdict != proposal)]
    override = conclusion.verdict_override if conclusion else None
    st.selectbox(
        words(LABELS["verdict_override"]),
        options,
        options.index(override) if override in options else 0,
        key=f"verdict_override {place}",
        format_func=lambda verdict: (
            words(VERDICTS[verdict])
            if verdict
            else words("As the rules propose: {verdict}", verdict=words(VERDICTS[proposal]))
        ),
    )
    st.text_area(
        words(LABELS["override_reason"]),
        (conclusion and conclusion.override_reason) or "",
        key=f"override_reason {place}",
        placeholder=words("Needed where the verdict differs. It is shown wherever the verdict is."),
    )


def _save(round_key: str, row: str, conclusion_before: Conclusion | None) -> None:
    words, place = session.words(), _place(round_key, row)
    text, override, reason = (str(st.session_state.get(f"{name} {place}") or "") for name in LABELS)
    conclusion = Conclusion(row, text, override or None, reason)
    save(
        place,
        lambda: save_conclusion(
            session.store(),
            session.person(),
            round_key=round_key,
            conclusion=conclusion,
            conclusion_before=conclusion_before,
        ),
        words("The conclusion is saved."),
        LABELS,
    )
    conclusion_now = _stored(round_key, row)
    if conclusion_now and conclusion_now != conclusion_before and (conclusion_now.text or "") != text.strip():
        add_message(place, "info", words("The stored text is: {text}", text=conclusion_now.text or "–"))
