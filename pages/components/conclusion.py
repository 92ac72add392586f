"""The sentences that the numbers carry, and the secretary's conclusion, which can begin with them."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from data import queries
from data.writing import RowChange, save_records
from evaluation.scales import VERDICTS
from evaluation.summary import SummarySentence
from language import N_, Words
from pages import session
from pages.components.history import show_history
from pages.components.outcome_messages import add_message, save, show_messages
from pages.components.tables import show_table

LABELS = {
    "text": N_("The secretary's words"),
    "verdict_override": N_("Verdict"),
    "override_reason": N_("Why the verdict differs from the proposed one"),
}
PLACES = {
    "verdict": N_("verdict and its reasons"),
    "gap": N_("medians of both levels"),
    "committee": N_("the committees' answers"),
    "centre": N_("the centres' answers"),
    "all": N_("all answers"),
    "change": N_("change since the round before"),
    "indicators": N_("facts against their norms"),
}


def show_summary(told: Sequence[SummarySentence], words: Words) -> None:
    """The sentences, and for each where its numbers come from."""
    st.markdown(session.plain(in_full(told, words)))
    _show_origins(told, words)


@st.fragment
def _show_origins(told: Sequence[SummarySentence], words: Words) -> None:
    """Each sentence and where its numbers come from, made only when it is asked for."""
    label = words("Where the numbers come from")
    menu = st.popover(label, icon=":material/manage_search:", key="origins", on_change="rerun")
    if menu.open:
        with menu:
            st.caption(words("The sentences are made from the numbers by rules; nobody has written them."))
            said, origin = words("Sentence"), words("Numbers from")
            rows = [
                {said: session.plain(words.say(each.sentence)), origin: _origin(each, words)} for each in told
            ]
            show_table(rows, label)


def in_full(told: Sequence[SummarySentence], words: Words) -> str:
    """All sentences: a paragraph of the answers, one of the change and one of the records."""
    return "\n\n".join(
        " ".join(words.say(each.sentence) for each in group) for _, group in groupby(told, _subject)
    )


def _subject(told: SummarySentence) -> str:
    return next((part for part in ("change", "indicators") if part in told.places[0].split(".")), "answers")


def show_conclusion(
    key: str, told: Sequence[SummarySentence], words: Words, proposed: str | None = None
) -> None:
    """The conclusion; in an open round a form to write it, which begins with the sentences where nothing is
    written yet.

    ``proposed`` is the verdict that the rules propose, None where there is none to override.
    """
    now = session.chosen_round()
    place = f"conclusion {now.key} {key}"
    st.subheader(words("Conclusion"))
    show_messages(place)
    if now.status == "open":
        _form(place, told, words, proposed)
        return
    stored = session.snapshot().conclusions.get(key)
    st.text(stored.text if stored and stored.text else words("Nothing is concluded yet."))
    show_history("conclusions", f"{now.key}:{key}", words)


def _form(place: str, told: Sequence[SummarySentence], words: Words, proposed: str | None) -> None:
    _, round_key, key = place.split(" ")
    stored = queries.exchange_rows.row(session.store(), "conclusions", {"round": round_key, "principle": key})
    text = stored and stored["text"]
    if not text:
        st.caption(
            words(
                "Nothing is concluded yet. The text below is made from the numbers: make it your own before"
                " you save it."
            )
        )
    with st.form(place):
        st.text_area(
            words(LABELS["text"]),
            text or in_full(told, words),
            key=f"text {place}",
            height=180,
            max_chars=10_000,
        )
        if proposed:
            options = ["", *(verdict for verdict in VERDICTS if verdict != proposed)]
            chosen = stored["verdict_override"] if stored and stored["verdict_override"] in options else ""
            st.selectbox(
                words(LABELS["verdict_override"]),
                options,
                options.index(chosen),
                key=f"verdict_override {place}",
                format_func=lambda verdict: (
                    words(VERDICTS[verdict])
                    if verdict
                    else words("As the rules propose: {verdict}", verdict=words(VERDICTS[proposed]))
                ),
            )
            st.text_area(
                words(LABELS["override_reason"]),
                (stored and stored["override_reason"]) or "",
                key=f"override_reason {place}",
                placeholder=words("Needed where the verdict differs. It is shown wherever the verdict is."),
            )
        st.form_submit_button(
            words("Save conclusion"),
            type="primary",
            icon=":material/save:",
            on_click=_save,
            args=(place, stored),
        )
    if stored:
        show_history("conclusions", f"{round_key}:{key}", words)


def _save(place: str, read: dict[str, str | None] | None) -> None:
    words, (_, round_key, key) = session.words(), place.split(" ")
    held = {
        name: str(st.session_state[f"{name} {place}"] or "")
        for name in LABELS
        if f"{name} {place}" in st.session_state
    }
    if "override_reason" in held and not held["verdict_override"]:
        held["override_reason"] = ""
    values = {"round": round_key, "principle": key, **held}
    save(
        place,
        lambda: save_records(session.store(), session.person(), [RowChange("conclusions", values, read)]),
        words("The conclusion is saved."),
        LABELS,
    )
    stored = queries.exchange_rows.row(session.store(), "conclusions", {"round": round_key, "principle": key})
    if stored and read != stored and stored["text"] != held["text"].strip():
        add_message(place, "info", words("The stored text is: {text}", text=stored["text"] or "–"))


def _origin(told: SummarySentence, words: Words) -> str:
    """The parts of the evaluation that a sentence was made from, in words."""
    parts = dict.fromkeys(name for place in told.places for name in place.split(".") if name in PLACES)
    return ", ".join(words(PLACES[name]) for name in parts)
