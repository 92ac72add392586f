"""The fields in which counts are typed, what is wrong with them, and the saving."""

from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from data.errors import RecordProblem, UnreadableCell
from data.ingest.numbers import read_whole_number
from evaluation.questionnaire import CHOICES, QUESTIONS
from evaluation.scales import step_words
from language import N_, Sentence, Words
from pages import session
from pages.components.date_field import date_field
from pages.components.labels import LABELS as COLUMN_LABELS
from pages.components.outcome_messages import keep_messages, save
from workflow.experiences import Survey, save_experiences

PLACE = "experiences"
NEW = "new"
FIELD_WIDTH = 116
"""Pixels: six fields stand beside each other on a laptop, and two on a phone."""
LABELS: Mapping[str, str] = {**COLUMN_LABELS, "n1": N_("Answers to a question")}


def survey_key(survey: Survey) -> str:
    """A survey of a consultation, as the link knows it."""
    return f"{survey.asked_on or ''}:{survey.source}"


def show_form(consultation: str, stored: Survey | None, words: Words) -> None:
    """A field under each answer to each question, filled with what is ``stored``; new answers have empty
    ones.

    What was read when the form was opened is kept with it, so that a change by somebody else is noticed.
    """
    form = f"{_generation()} {consultation} {survey_key(stored) if stored else NEW}"
    if f"experience {form} source" not in st.session_state:  # opened anew
        st.session_state[f"experience read {form}"] = stored
        st.session_state.pop(f"experience problems {form}", None)
    read: Survey | None = st.session_state[f"experience read {form}"]
    if read != stored:
        _tell_of_change(words)
    with st.form(f"experience {form}"):
        with st.container(horizontal=True):
            date_field(
                words("Day asked"), stored.asked_on if stored else None, f"experience {form} asked_on", words
            )
            st.text_input(
                words("Source"),
                stored.source if stored else "",
                key=f"experience {form} source",
                placeholder=words("For instance: paper at the meeting, survey by e-mail"),
                width=420,
            )
        st.caption(words("Type how many gave each answer. An empty field is nobody."))
        problems: Mapping[str, list[str]] = st.session_state.get(f"experience problems {form}", {})
        for number, question in enumerate(QUESTIONS, 1):
            _show_question(form, number, stored.counts.get(question) if stored else None, words)
            if question in problems:
                st.error(session.plain("\n".join(problems[question])), icon=":material/error:")
        st.form_submit_button(
            words("Save the answers"),
            type="primary",
            icon=":material/save:",
            on_click=_save,
            args=(form, consultation, read),
        )


def _show_question(form: str, number: int, counts: tuple[int, ...] | None, words: Words) -> None:
    """The question, and under it a field an answer: six beside each other, or under one another on a
    phone.
    """
    question, text = list(QUESTIONS.items())[number - 1]
    st.markdown(f"**{session.plain(f'{number}. {words(text)}')}**")
    values = ["" if counts is None else str(count) for count in counts or (0,) * len(CHOICES)]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for (column, answer), value in zip(CHOICES.items(), values, strict=True):
            st.text_input(
                _answer_label(column, answer, words),
                value,
                key=f"experience {form} {question} {column}",
                max_chars=12,
                width=FIELD_WIDTH,
            )


def _answer_label(column: str, answer: str, words: Words) -> str:
    return step_words(column[1:], words) if column.startswith("n") else words(answer)


def _tell_of_change(words: Words) -> None:
    st.warning(
        words(
            "Somebody else has changed these answers since you opened them. The fields show what you read and"
            " typed."
        ),
        icon=":material/group:",
    )
    st.button(
        words("Show what is stored now"),
        icon=":material/refresh:",
        on_click=_open_anew,
        key="refresh",
    )


def _generation() -> int:
    """A number in the names of the fields: with another one they are filled anew, for a browser keeps what
    was typed in fields of the same name.
    """
    generation: int = st.session_state.get("experience generation", 0)
    return generation


def _open_anew() -> None:
    st.session_state["experience generation"] = _generation() + 1


def _save(form: str, consultation: str, read: Survey | None) -> None:
    """Save what stands in the fields, or say beside each question what can't be read."""
    words = session.words()
    counts, problems = _typed(form, words)
    st.session_state[f"experience problems {form}"] = problems
    if problems:
        number = sum(map(len, problems.values()))
        text = words.many(
            "Nothing was saved: {count} field below can't be read.",
            "Nothing was saved: {count} fields below can't be read.",
            number,
        )
        keep_messages(PLACE, [("error", text)])
        return
    source = str(st.session_state[f"experience {form} source"] or "").strip()
    survey = Survey(consultation, st.session_state[f"experience {form} asked_on"], source, counts)
    if keep(lambda: save_experiences(session.store(), session.person(), survey, read=read), survey):
        _open_anew()
        session.keep_in_link("answers", survey_key(survey))


def keep(command: Callable[[], Iterable[RecordProblem]], survey: Survey) -> bool:
    """Carry out a command that stores a survey; gives whether it was done, and what is said of it."""
    message = session.words().many(
        "Saved: answers from {count} participant.",
        "Saved: answers from up to {count} participants.",
        survey.participants,
    )
    st.session_state.pop("experience removed", None)
    return save(PLACE, command, message, LABELS)


def _typed(form: str, words: Words) -> tuple[dict[str, tuple[int, ...]], dict[str, list[str]]]:
    """By question, the numbers in its fields (only those with any), and what is wrong with them."""
    counts: dict[str, tuple[int, ...]] = {}
    problems: dict[str, list[str]] = {}
    for question in QUESTIONS:
        numbers = []
        for column, answer in CHOICES.items():
            text = str(st.session_state[f"experience {form} {question} {column}"] or "").strip()
            try:
                numbers.append(read_whole_number(text) if text else 0)
            except UnreadableCell as problem:
                label = _answer_label(column, answer, words)
                problems.setdefault(question, []).append(_in_words(label, text, problem.sentence, words))
        if any(numbers):
            counts[question] = tuple(numbers)
    return counts, problems


def _in_words(label: str, text: str, reason: Sentence, words: Words) -> str:
    return words("{label}: “{text}” {reason}.", label=label, text=text, reason=reason)
