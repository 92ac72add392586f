"""What a meeting looks back at: what was said last time, and what the records show."""

import streamlit as st

from data.database import Store
from data.models import Assessment
from data.queries.selection import own_consultations
from evaluation.confidence_words import not_recorded_words, waiting_words
from evaluation.earlier_words import WITHHELD, earlier_words
from evaluation.findings import Measurement
from evaluation.indicators import measure_all
from evaluation.principles import INDICATORS
from evaluation.round_names import round_in_sentence
from evaluation.units import norm_words, value_words
from language import Words
from pages import session
from pages.components.findings import confidential_fold, rating_words
from pages.components.headings import show_section
from pages.editor.assessment_editor import Place


def show_before(store: Store, place: Place, words: Words) -> None:
    """What the body, or those it took over from, said in the round before; confidential words stay folded,
    since this is projected on a wall.
    """
    previous = session.evaluation().principles[place.principle - 1].change.previous_round
    show_section(
        session.plain(words("Said in {round}", round=round_in_sentence(previous, words)))
        if previous
        else words("Said last time")
    )
    statements = earlier_words(store, previous, reader=place.body, readership=session.readership())
    earlier = [each for each in statements if each.assessment.principle == place.principle]
    for each in earlier:
        assessment = each.assessment
        st.markdown(
            f"**{session.plain(assessment.name)}** · {session.plain(rating_words(assessment, words))}"
        )
        if each.withheld:
            st.caption(f":material/lock: {words(WITHHELD)}")
        elif assessment.confidential:
            fold = confidential_fold(assessment.assessment, words)
            if fold.open:
                session.note_confidential_read(assessment.round, assessment.body)
                with fold:
                    show_said(assessment, words)
        else:
            show_said(assessment, words)
    if not earlier:
        st.markdown(words("Nothing."))


def show_said(assessment: Assessment, words: Words) -> None:
    """The reason, and what was to change."""
    st.text(assessment.justification or "")
    if assessment.to_change:
        st.markdown(f"**{words('What to change')}**  \n{session.plain(assessment.to_change)}")


def show_own_facts(store: Store, place: Place, words: Words) -> None:
    """What the records show of the body's own consultations."""
    now = session.chosen_round()
    own = own_consultations(store, now, place.body)
    number, measurements = measure_all(store, own, session.norms())
    show_section(words("Your own consultations"))
    st.markdown(
        words.many("{count} consultation in the period", "{count} consultations in the period", number)
    )
    for name, measurement in measurements.items():
        if number and INDICATORS[name].principle == place.principle:
            st.markdown(_fact(measurement, words))


def _fact(measurement: Measurement, words: Words) -> str:
    indicator = INDICATORS[measurement.indicator]
    value = words.say(value_words(measurement))
    share = words.share_of(measurement.known, measurement.known + measurement.unknown)
    mark = {True: ":material/check:", False: ":material/priority_high:", None: ""}[measurement.met]
    norm = norm_words(measurement.norm, indicator, measurement.unit)
    remarks = (waiting_words(measurement), not_recorded_words(measurement, session.body_names()))
    rest = " · ".join(
        part
        for part in (
            words("known for {known}", known=share),
            words.say(norm) if norm else "",
            *(words.say(remark) for remark in remarks if remark),
        )
        if part
    )
    return (
        f"{mark} {session.plain(words(indicator.label))}: **{session.plain(value)}** "
        f" \n:small[{session.plain(rest)}]"
    )
