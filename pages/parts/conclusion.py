"""The sentences that the numbers carry, and the secretary's conclusion, which can begin with them."""

from collections.abc import Sequence

import streamlit as st

import pages
from data import reading
from data.problems import ChangedMeanwhile, StoreError
from data.writing import NotSaved, save_conclusion
from evaluation.narrative import Told
from language import N_, Words

PLACES = {
    "verdict": N_("verdict and its reasons"),
    "gap": N_("medians of both levels"),
    "committee": N_("the committees' answers"),
    "centre": N_("the centres' answers"),
    "all": N_("all answers"),
    "change": N_("change since the round before"),
    "indicators": N_("facts against their norms"),
}


def show_told(told: Sequence[Told], words: Words) -> None:
    """The sentences as one paragraph, and for each where its numbers come from."""
    st.markdown(pages.plain(in_full(told, words)))
    with st.popover(words("Where the numbers come from"), icon=":material/manage_search:"):
        st.caption(words("The sentences are made from the numbers by rules; nobody has written them."))
        rows = [
            {words("Sentence"): pages.plain(words.say(each.sentence)), words("Numbers from"): _origin(each, words)} for each in told
        ]
        st.table(rows, border="horizontal", hide_index=True, alt=words("Where the numbers come from"))


def in_full(told: Sequence[Told], words: Words) -> str:
    """All sentences after one another."""
    return " ".join(words.say(each.sentence) for each in told)


def show_conclusion(key: str, told: Sequence[Told], words: Words) -> None:
    """The stored conclusion; in an open round a form to write it, which begins with the sentences where nothing is written."""
    now = pages.chosen_round()
    stored = reading.conclusions(pages.store(), now.round).get(key)
    text = stored.text if stored and stored.text else None
    st.subheader(words("Conclusion"))
    _show_outcome(key)
    if now.status != "open":
        st.text(text or words("Nothing is concluded yet."))
        return
    if text is None:
        st.caption(words("Nothing is concluded yet. The text below is made from the numbers: make it your own before you save it."))
    with st.form(f"conclusion {key} {now.round}"):
        st.text_area(
            words("The secretary's words"), text or in_full(told, words), key=_field(key), height=180, max_chars=10_000
        )  # fmt: skip
        st.form_submit_button(
            words("Save conclusion"),
            type="primary",
            icon=":material/save:",
            on_click=_save,
            args=(key, stored.text if stored else None),
        )


def _field(key: str) -> str:
    return f"conclusion text {pages.chosen_round().round} {key}"


def _save(key: str, read: str | None) -> None:
    words, now = pages.words(), pages.chosen_round().round
    values = {"round": now, "principle": key, "text": str(st.session_state.get(_field(key)) or "")}
    try:
        save_conclusion(pages.store(), pages.person(), values, read)
        outcome = [("success", words("The conclusion is saved."))]
    except NotSaved as problem:
        outcome = [("error", words.say(error.sentence)) for error in problem.errors]
    except ChangedMeanwhile:
        theirs = reading.conclusions(pages.store(), now).get(key)
        outcome = [
            ("warning", words("Somebody else has saved this conclusion since you opened it. Nothing was overwritten.")),
            ("info", words("The stored text is: {text}", text=theirs.text if theirs and theirs.text else "–")),
        ]
    except StoreError as problem:
        outcome = [("error", words.say(problem.sentence))]
    st.session_state[f"outcome conclusion {key}"] = outcome


def _show_outcome(key: str) -> None:
    show = {"success": st.success, "warning": st.warning, "error": st.error, "info": st.info}
    for kind, text in st.session_state.pop(f"outcome conclusion {key}", ()):
        show[kind](pages.plain(text))


def _origin(told: Told, words: Words) -> str:
    """The parts of the evaluation that a sentence was made from, in words."""
    parts = dict.fromkeys(name for place in told.places for name in place.split(".") if name in PLACES)
    return ", ".join(words(PLACES[name]) for name in parts)
