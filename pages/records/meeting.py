"""Meeting mode: one principle a screen, the reason before the step, nothing else in sight; by keyboard
alone if one likes.
"""

from dataclasses import replace

import streamlit as st

from data import queries
from data.models import Assessment
from data.queries.selection import own_consultations
from evaluation.earlier_words import WITHHELD, earlier_words
from evaluation.findings import Measurement
from evaluation.indicators import measure_all
from evaluation.principles import INDICATORS, PRINCIPLES
from evaluation.units import norm_words, value_words
from language import Words
from materials.charts.chart import round_in_sentence, round_in_words, short_title
from pages import session
from pages.components.empty_states import lead_to_open_round
from pages.components.findings import confidential_fold, rating_words
from pages.components.outcome_messages import keep_messages, show_messages
from pages.components.presentation_mode import enlarge_type
from pages.editor import assessment_editor
from pages.editor.assessment_editor import Place
from pages.editor.assessment_form import show_above
from pages.editor.autosave import send_while_writing
from pages.editor.questions import ask_more, ask_reason, ask_step
from workflow.answers import DRAFT, SUBMITTED, AssessmentAnswer

LAST = 5


def show_before(place: Place, words: Words) -> None:
    """What the body, or those it took over from, said in the round before; confidential words stay folded,
    since this is projected on a wall.
    """
    previous = session.evaluation().principles[place.principle - 1].change.previous_round
    st.subheader(
        session.plain(words("Said in {round}", round=round_in_sentence(previous, words)))
        if previous
        else words("Said last time")
    )
    earlier = earlier_words(session.store(), previous, reader=place.body, principle=place.principle)
    for each in earlier:
        given = each.assessment
        st.markdown(f"**{session.plain(given.name)}** · {session.plain(rating_words(given, words))}")
        if each.withheld:
            st.caption(f":material/lock: {words(WITHHELD)}")
        elif given.confidential:
            fold = confidential_fold(given.assessment, words)
            if fold.open:
                with fold:
                    show_said(given, words)
        else:
            show_said(given, words)
    if not earlier:
        st.markdown(words("Nothing."))


def show_said(given: Assessment, words: Words) -> None:
    """The reason, and what was to change."""
    st.text(given.justification or "")
    if given.to_change:
        st.markdown(f"**{words('What to change')}**  \n{session.plain(given.to_change)}")


def show_facts(place: Place, words: Words) -> None:
    """What the records show of the body's own consultations."""
    now = session.chosen_round()
    own = own_consultations(session.store(), now, place.body)
    number, measured = measure_all(session.store(), own, session.norms())
    st.subheader(words("Your own consultations"))
    st.markdown(
        words.many("{count} consultation in the period", "{count} consultations in the period", number)
    )
    for name, found in measured.items():
        if number and INDICATORS[name].principle == place.principle:
            st.markdown(_fact(found, words))


def _fact(found: Measurement, words: Words) -> str:
    indicator = INDICATORS[found.indicator]
    value = words.say(value_words(found))
    known = words.share_of(found.known, found.known + found.unknown)
    mark = {True: ":material/check:", False: ":material/priority_high:", None: ""}[found.met]
    norm = norm_words(found.norm, indicator)
    rest = " · ".join(
        part for part in (words("known for {known}", known=known), words.say(norm) if norm else "") if part
    )
    return (
        f"{mark} {session.plain(words(indicator.label))}: **{session.plain(value)}** "
        f" \n:small[{session.plain(rest)}]"
    )


def go(place: Place, step: int) -> None:
    """Save what is there, then the next screen or the one before it; what can't be saved stays on its own."""
    answer = assessment_editor.answer_of(place)
    if assessment_editor.is_unsaved(place) and (answer.has_reason or answer.has_step):
        assessment_editor.save(place, SUBMITTED if answer.is_complete else DRAFT)
        if not assessment_editor.is_saved_now(place):
            return
        _tell_next(place, step, answer)
    session.keep_in_link("principle", min(max(place.principle + step, 1), LAST))


def _tell_next(place: Place, step: int, saved: AssessmentAnswer) -> None:
    """Say on the screen that one comes to what was saved on the one that one leaves."""
    words, there = session.words(), replace(place, principle=min(max(place.principle + step, 1), LAST))
    if there == place:
        return
    message = (
        words("Principle {number} is submitted.", number=place.principle)
        if saved.is_complete
        else words(
            "Principle {number} is saved as a draft: it has {what} missing.",
            number=place.principle,
            what=words("a step") if saved.has_reason else words("a reason"),
        )
    )
    keep_messages(str(place), [])
    keep_messages(f"arrived {there}", [("success" if saved.is_complete else "warning", message)])


def show_fields(place: Place, level: str, words: Words) -> None:
    """The reason, the step, and what more there is to say; what the body wrote before and marked as
    confidential is folded.
    """
    assessment_editor.begin(place, "meeting")
    show_messages(f"arrived {place}")
    show_above(place, words)
    confidential = assessment_editor.values_of(place)["closed"]
    with confidential_fold(str(place), words) if confidential else st.container():
        ask_reason(place, words, height=260)
        if confidential:
            ask_more(place, level, words)
    ask_step(place, words)
    if not confidential:
        with st.expander(words("More to say"), icon=":material/add:"):
            ask_more(place, level, words)
    send_while_writing()


words = session.words()
now = session.chosen_round() if session.rounds() else None
bodies = {body.key: body for body in queries.bodies.expected(session.store(), now.key)} if now else {}
if now is None or now.status != "open" or not bodies:
    st.title(words("Meeting mode"))
    st.info(
        words("Meeting mode is for a round that is open and has committees or centres to ask."),
        icon=":material/info:",
    )
    if now:
        lead_to_open_round(words)
    st.page_link(
        "pages/records/assessments.py", label=words("Back to the assessments"), icon=":material/arrow_back:"
    )
    st.stop()
body = bodies[session.choice_in_link("body", list(bodies), next(iter(bodies)))]
place = Place(now.key, body.key, session.choice_in_link("principle", list(range(1, LAST + 1)), 1))
enlarge_type(str(place))
finding = session.evaluation().principles[place.principle - 1]
st.markdown(
    session.plain(
        words(
            "{body} · {round} · {number} of {last}",
            body=body.name,
            round=round_in_words(now.key, words),
            number=place.principle,
            last=LAST,
        )
    )
)
st.title(session.plain(short_title(finding.title(words.code))))
st.header(words(PRINCIPLES[place.principle].question))
left, right = st.columns([3, 2], gap="large")
with left:
    show_fields(place, body.level, words)
    show_messages(str(place))
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.button(
            words("Save and go back"),
            icon=":material/arrow_back:",
            shortcut="Alt+B",
            disabled=place.principle == 1,
            on_click=go,
            args=(place, -1),
        )
        label = words("Save and go on") if place.principle < LAST else words("Save")
        st.button(
            label,
            type="primary",
            icon=":material/arrow_forward:",
            shortcut="Alt+N",
            on_click=go,
            args=(place, 1),
        )
    st.page_link("pages/records/assessments.py", label=words("Leave meeting mode"), icon=":material/close:")
with right:
    show_before(place, words)
    show_facts(place, words)
