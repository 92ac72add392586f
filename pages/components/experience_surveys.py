"""What is entered for a consultation, to be changed or removed; and who of the round has been asked."""

from collections.abc import Sequence

import streamlit as st

from data import queries
from data.queries.selection import SelectedConsultation, of_round, selected
from evaluation.experience_words import experience_words
from evaluation.questionnaire import QUESTIONS
from language import Words
from pages import session
from pages.components.experience_form import NEW, PLACE, keep, show_form, survey_key
from pages.components.experiences import experiences_of, show_experiences
from pages.components.headings import show_section
from pages.components.history import show_histories
from pages.components.may import may_change
from pages.components.outcome_messages import save, show_messages
from pages.components.removal import show_removal
from workflow.experiences import Survey, remove_experiences, save_experiences, surveys


def show_answers(consultation: str, words: Words) -> None:
    """What the consultation's participants answered, and the fields to type it in or change it."""
    entered = surveys(session.store(), consultation)
    show_messages(PLACE)
    may_edit = may_change(consultation, words)
    if may_edit:
        _offer_back(consultation, words)
    if not entered:
        st.info(
            words(
                "No answers are entered for this consultation yet. Let its participants answer the"
                " questionnaire below, count the answers, and type them in here."
            ),
            icon=":material/record_voice_over:",
        )
        if may_edit:
            show_form(consultation, None, words)
        return
    experiences = experiences_of(queries.consultations.one(session.store(), consultation).iloc[0])
    show_experiences(experiences, words, words("What the participants answered"))
    fewest = min(experiences.values(), key=lambda each: each.answers)
    if not fewest.are_enough:
        st.caption(session.plain(words.say(experience_words(fewest))))
    if may_edit:
        _show_changing(consultation, entered, words)


def _show_changing(consultation: str, entered: Sequence[Survey], words: Words) -> None:
    """One of the surveys entered, to be changed or removed, or a new one."""
    by_key = {survey_key(survey): survey for survey in entered}
    key = session.choose(
        "answers",
        [*by_key, NEW],
        next(iter(by_key)),
        label=words("Change what is entered, or add to it"),
        in_words=lambda each: _survey_words(by_key.get(each), words),
    )
    survey = by_key.get(key)
    show_form(consultation, survey, words)
    if survey:
        _show_removal(survey, words)


def _survey_words(survey: Survey | None, words: Words) -> str:
    if survey is None:
        return words("Answers from another day or source")
    parts = [
        words.date(survey.asked_on) if survey.asked_on else words("day not known"),
        survey.source or words("source not known"),
        words.many("{count} participant", "up to {count} participants", survey.participants),
    ]
    return " · ".join(parts)


def _show_removal(survey: Survey, words: Words) -> None:
    question = words(
        "The answers “{survey}” are removed. The history keeps them.", survey=_survey_words(survey, words)
    )
    show_removal(
        session.plain(question), lambda: _remove(survey), f"{survey.consultation} {survey_key(survey)}", words
    )
    records = {
        survey.record(question): f"{number}. {words(text)}"
        for number, (question, text) in enumerate(QUESTIONS.items(), 1)
    }
    show_histories("experiences", records, words)


def _remove(survey: Survey) -> None:
    words = session.words()
    message = words("The answers “{survey}” are removed.", survey=_survey_words(survey, words))
    if save(PLACE, lambda: remove_experiences(session.store(), session.person(), survey), message):
        st.session_state["experience removed"] = survey


def _offer_back(consultation: str, words: Words) -> None:
    """Right after a removal: one click puts the answers back."""
    survey: Survey | None = st.session_state.get("experience removed")
    if survey and survey.consultation == consultation:
        st.button(words("Put them back"), icon=":material/undo:", on_click=_put_back, args=(survey,))


def _put_back(survey: Survey) -> None:
    if keep(lambda: save_experiences(session.store(), session.person(), survey), survey):
        session.keep_in_link("answers", survey_key(survey))


def show_who_was_asked(consultations: Sequence[SelectedConsultation], words: Words) -> None:
    """The round's consultations with answers and those without, a link each."""
    store = session.store()
    asked_keys = queries.experiences.consultations_asked(store, of_round(store, session.chosen_round()))
    with_answers = [each for each in consultations if each.key in asked_keys]
    without = [each for each in consultations if each.key not in asked_keys]
    show_section(words("Who has been asked"))
    if with_answers:
        label = words.many("{count} has answers", "{count} have answers", len(with_answers))
        _show_links(label, "answered", with_answers, icon=":material/check_circle:")
    if without:
        label = words.many("{count} has no answers", "{count} have no answers", len(without))
        _show_links(label, "unanswered", without, icon=":material/radio_button_unchecked:")


def _show_links(label: str, name: str, consultations: Sequence[SelectedConsultation], *, icon: str) -> None:
    with session.fold(label, name, icon=icon):
        for each in consultations:
            st.button(
                session.plain(each.title),
                key=f"open experiences {each.key}",
                type="tertiary",
                icon=":material/arrow_forward:",
                on_click=session.keep_in_link,
                args=("consultation", each.key),
            )


def consultations_of_round() -> list[SelectedConsultation]:
    """Those that the chosen round counts, in alphabetical order."""
    return selected(session.store(), of_round(session.store(), session.chosen_round()), by_title=True)
