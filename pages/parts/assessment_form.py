"""The form in which a body's assessment is written: reason first, step second."""

import streamlit as st

import pages
from data import reading
from data.problems import ChangedMeanwhile, StoreError
from data.records import Assessment
from data.writing import NotSaved, save_assessment
from evaluation.principles import PRINCIPLES
from evaluation.scales import BASES, NOT_ASSESSABLE, RATINGS
from language import N_, Words

STEPS = ("5", "4", "3", "2", "1", "not_assessable")
LABELS = {
    "justification": N_("The reason, in words"),
    "rating": N_("To what degree was the principle followed?"),
    "basis": N_("How well documented is the judgement?"),
    "dissent": N_("Minority opinion"),
    "worked_well": N_("What worked"),
    "to_change": N_("What to change"),
    "daily_meeting": N_("In the daily meeting with citizens"),
    "evidence": N_("Consultations that show it"),
    "themes": N_("Themes"),
    "closed": N_("Closed words: keep them out of every public material"),
}
ROOM = N_("{label}: {reason}")


def show_form(body: str, principle: int, given: Assessment | None, words: Words) -> None:
    """The form, filled with what is stored; saving answers with what was saved, or with what to mend."""
    place = f"{pages.chosen_round().round}:{body}:{principle}"
    level = next(each.level for each in reading.expected_bodies(pages.store(), pages.chosen_round().round) if each.body == body)
    _show_outcome(place)
    with st.form(f"form {place}", border=True):
        _reason_and_step(place, principle, given, words)
        _more_words(place, level, given, words)
        _links(place, body, given, words)
        version = given.version if given else 0
        with st.container(horizontal=True):
            st.form_submit_button(
                words("Submit"), type="primary", icon=":material/send:", on_click=_save, args=(place, "submitted", version)
            )
            st.form_submit_button(words("Save as draft"), icon=":material/draft:", on_click=_save, args=(place, "draft", version))
    if given:
        state = words("submitted") if given.status == "submitted" else words("draft")
        st.caption(pages.plain(words("Stored as version {version}, {state}.", version=str(given.version), state=state)))


def _reason_and_step(place: str, principle: int, given: Assessment | None, words: Words) -> None:
    st.text_area(words(LABELS["justification"]), given.justification or "" if given else "", key=f"justification {place}", height=160,
                 placeholder=words("What did you see? Name a consultation, what happened, and what came of it."))  # fmt: skip
    chosen = None
    if given:
        chosen = "not_assessable" if given.not_assessable else str(given.rating) if given.rating else None
    st.radio(
        words(LABELS["rating"]), STEPS, index=STEPS.index(chosen) if chosen else None, key=f"rating {place}",
        format_func=lambda step: words(NOT_ASSESSABLE) if step == "not_assessable" else f"{step} · {words(RATINGS[int(step)])}",
        captions=[words(PRINCIPLES[principle].descriptors[int(step)]) if step != "not_assessable"
                  else words("Say why in the reason: it is no low mark.") for step in STEPS],
    )  # fmt: skip
    bases = list(BASES)
    st.radio(words(LABELS["basis"]), bases, index=bases.index(given.basis) if given and given.basis else None, key=f"basis {place}",
             format_func=lambda basis: words(BASES[basis]), horizontal=True)  # fmt: skip


def _more_words(place: str, level: str, given: Assessment | None, words: Words) -> None:
    for name in ("worked_well", "to_change", "dissent" if level == "committee" else "daily_meeting"):
        st.text_area(words(LABELS[name]), getattr(given, name) or "" if given else "", key=f"{name} {place}", height=80)


def _links(place: str, body: str, given: Assessment | None, words: Words) -> None:
    choices = reading.evidence_choices(pages.store(), pages.chosen_round().round, body)
    pointed = [key for key in given.evidence if key in choices] if given else []
    st.multiselect(
        words(LABELS["evidence"]),
        list(choices),
        pointed,
        key=f"evidence {place}",
        format_func=choices.__getitem__,
        placeholder=words("Choose"),
    )
    known = list(dict.fromkeys([*reading.themes(pages.store()), *(given.themes if given else ())]))
    st.multiselect(words(LABELS["themes"]), known, list(given.themes) if given else [], key=f"themes {place}", accept_new_options=True,
                   placeholder=words("Choose or write"))  # fmt: skip
    st.checkbox(words(LABELS["closed"]), given.closed if given else False, key=f"closed {place}")


def _values(place: str, status: str) -> dict[str, str | None]:
    """What the form holds, as exchange columns. Links to consultations the form didn't offer stay as they are."""
    round_key, body, principle = place.rsplit(":", 2)
    held = {name: st.session_state.get(f"{name} {place}") for name in LABELS}
    step = held["rating"]
    texts = {
        name: held[name]
        for name in ("justification", "dissent", "worked_well", "to_change", "daily_meeting", "basis")
        if f"{name} {place}" in st.session_state
    }
    return {
        "round": round_key, "body": body, "principle": principle, "consultation": None, "status": status, **texts,
        "rating": None if step == "not_assessable" else step,
        "not_assessable": "yes" if step == "not_assessable" else "no",
        "closed": "yes" if held["closed"] else "no",
        "evidence": ";".join(held["evidence"] or ()),
        "themes": ";".join(theme.replace(";", ",") for theme in held["themes"] or ()),
    }  # fmt: skip


def _save(place: str, status: str, version: int) -> None:
    """Write the form with the version that was on the screen; the outcome is shown when the page is drawn again."""
    words, values = pages.words(), _values(place, status)
    outcome: list[tuple[str, str]] = []
    if status == "submitted" and values["rating"] is None and values["not_assessable"] == "no":
        outcome.append(("error", words("Choose a step, or “cannot be judged”, before you submit. What you wrote is still here.")))
    else:
        try:
            notices = save_assessment(pages.store(), pages.person(), values, version)
            saved = (
                words("Submitted. The evaluation counts it from now on.")
                if status == "submitted"
                else words("Saved as a draft. It is not counted until it is submitted.")
            )
            outcome.append(("success", saved))
            outcome += [("warning", words(ROOM, label=_label(error.column, words), reason=error.reason)) for error in notices]
        except NotSaved as problem:
            outcome += [("error", words(ROOM, label=_label(error.column, words), reason=error.reason)) for error in problem.errors]
        except ChangedMeanwhile as problem:
            outcome += _clash(place, problem, words)
        except StoreError as problem:
            outcome.append(("error", words.say(problem.sentence)))
    st.session_state[f"outcome {place}"] = outcome


def _clash(place: str, problem: ChangedMeanwhile, words: Words) -> list[tuple[str, str]]:
    round_key, body, principle = place.rsplit(":", 2)
    stored = reading.assessment(pages.store(), round_key, body, int(principle))
    theirs = words("The stored reason is: {text}", text=stored.justification or "–") if stored else ""
    choice = words(
        "Yours is still in the form below. Put the two together; the next save replaces the stored one, which stays in the history."
    )
    return [("warning", words.say(problem.sentence)), ("info", theirs), ("info", choice)]


def _show_outcome(place: str) -> None:
    show = {"success": st.success, "warning": st.warning, "error": st.error, "info": st.info}
    for kind, text in st.session_state.pop(f"outcome {place}", ()):
        show[kind](pages.plain(text))


def _label(column: str, words: Words) -> str:
    return words(LABELS[column]) if column in LABELS else column
