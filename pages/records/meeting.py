"""Meeting mode: one principle a screen, the reason before the step, nothing else in sight; by keyboard alone if one likes."""

from dataclasses import replace

import streamlit as st

import pages
from data import reading
from data.queries.selection import own_consultations
from evaluation.findings import Measurement
from evaluation.measuring import measure_all
from evaluation.principles import INDICATORS, PRINCIPLES
from evaluation.quantities import norm_words, quantity
from language import Words
from materials.chart import round_in_sentence, round_in_words, short_title
from pages.parts import writing
from pages.parts.assessment_form import ask_more, ask_reason, ask_step, show_above
from pages.parts.findings import rating_words
from pages.parts.invitations import lead_to_open_round
from pages.parts.large_type import show_large
from pages.parts.saving import show_outcome, tell
from pages.parts.typing import send_while_writing
from pages.parts.writing import Place

LAST = 5


def show_before(place: Place, words: Words) -> None:
    """What the body, or those it took over from, said in the round before."""
    previous = pages.evaluation().principles[place.principle - 1].change.previous_round
    lineage = reading.lineage(pages.store(), place.body)
    said = (
        [given for given in reading.assessments(pages.store(), previous, place.principle) if given.body in lineage]
        if previous
        else []
    )
    st.subheader(
        pages.plain(words("Said in {round}", round=round_in_sentence(previous, words))) if previous else words("Said last time")
    )
    for given in said:
        if given.status == "submitted":
            st.markdown(f"**{pages.plain(given.name)}** · {pages.plain(rating_words(given, words))}")
            st.text(given.justification or "")
            if given.to_change:
                st.markdown(f"**{words('What to change')}**  \n{pages.plain(given.to_change)}")
    if not any(given.status == "submitted" for given in said):
        st.markdown(words("Nothing."))


def show_facts(place: Place, words: Words) -> None:
    """What the records show of the body's own consultations."""
    now = pages.chosen_round()
    number, measured = measure_all(pages.store(), own_consultations(pages.store(), now, place.body), pages.norms())
    st.subheader(words("Your own consultations"))
    st.markdown(words.many("{count} consultation in the period", "{count} consultations in the period", number))
    for name, found in measured.items():
        if number and INDICATORS[name].principle == place.principle:
            st.markdown(_fact(found, words))


def _fact(found: Measurement, words: Words) -> str:
    indicator = INDICATORS[found.indicator]
    value = words("no known case") if found.value is None else words.say(quantity(found.value, found.unit))
    known = words.share_of(found.known, found.known + found.unknown)
    mark = {True: ":material/check:", False: ":material/priority_high:", None: ""}[found.met]
    norm = norm_words(found.norm, indicator)
    rest = " · ".join(part for part in (words("known for {known}", known=known), words.say(norm) if norm else "") if part)
    return f"{mark} {pages.plain(words(indicator.label))}: **{pages.plain(value)}**  \n:small[{pages.plain(rest)}]"


def go(place: Place, step: int) -> None:
    """Save what is there, then the next screen or the one before it; what can't be saved stays on its own."""
    fields = writing.held(place)
    complete = fields["justification"] and fields["rating"]
    if writing.held(place) != writing.of_stored(place.stored()) and (fields["justification"] or fields["rating"]):
        writing.save(place, "submitted" if complete else "draft")
        if not writing.is_saved_now(place):
            return
        _tell_next(place, step, complete=bool(complete))
    pages.keep_in_link("principle", min(max(place.principle + step, 1), LAST))


def _tell_next(place: Place, step: int, *, complete: bool) -> None:
    """Say on the screen that one comes to what was saved on the one that one leaves."""
    words, there = pages.words(), replace(place, principle=min(max(place.principle + step, 1), LAST))
    if there == place:
        return
    said = words("Principle {number} is submitted.", number=place.principle) if complete else words(
        "Principle {number} is saved as a draft: it has {what} missing.", number=place.principle,
        what=words("a step") if writing.of_stored(place.stored())["justification"] else words("a reason"),
    )  # fmt: skip
    tell(str(place), [])
    tell(f"arrived {there}", [("success" if complete else "warning", said)])


def show_fields(place: Place, level: str, words: Words) -> None:
    """The reason, the step, and what more there is to say."""
    writing.begin(place, "meeting")
    show_outcome(f"arrived {place}")
    show_above(place, words)
    ask_reason(place, words, height=260)
    ask_step(place, words)
    with st.expander(words("More to say"), icon=":material/add:"):
        ask_more(place, level, words)
    send_while_writing()


words = pages.words()
now = pages.chosen_round() if pages.rounds() else None
bodies = {body.body: body for body in reading.expected_bodies(pages.store(), now.round)} if now else {}
if now is None or now.status != "open" or not bodies:
    st.title(words("Meeting mode"))
    st.info(words("Meeting mode is for a round that is open and has committees or centres to ask."), icon=":material/info:")
    if now:
        lead_to_open_round(words)
    st.page_link("pages/records/assessments.py", label=words("Back to the assessments"), icon=":material/arrow_back:")
    st.stop()
body = bodies[pages.linked("body", list(bodies), next(iter(bodies)))]
place = Place(now.round, body.body, pages.linked("principle", list(range(1, LAST + 1)), 1))
show_large(str(place))
finding = pages.evaluation().principles[place.principle - 1]
st.markdown(pages.plain(words("{body} · {round} · {number} of {last}", body=body.name, round=round_in_words(now.round, words),
                              number=place.principle, last=LAST)))  # fmt: skip
st.title(pages.plain(short_title(finding.title(words.code))))
st.header(words(PRINCIPLES[place.principle].question))
left, right = st.columns([3, 2], gap="large")
with left:
    show_fields(place, body.level, words)
    show_outcome(str(place))
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.button(words("Save and go back"), icon=":material/arrow_back:", shortcut="Alt+B", disabled=place.principle == 1,
                  on_click=go, args=(place, -1))  # fmt: skip
        label = words("Save and go on") if place.principle < LAST else words("Save")
        st.button(label, type="primary", icon=":material/arrow_forward:", shortcut="Alt+N", on_click=go, args=(place, 1))
    st.page_link("pages/records/assessments.py", label=words("Leave meeting mode"), icon=":material/close:")
with right:
    show_before(place, words)
    show_facts(place, words)
