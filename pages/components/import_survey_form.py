"""The questions about a survey tool's export: what each column asks, what its texts mean, and whom it is
about.
"""

import streamlit as st

from data.foreign.respondents import SurveyColumn, answer_columns
from evaluation.questionnaire import QUESTIONS
from language import N_, Sentence, Words
from pages import session
from pages.components.date_field import date_field
from pages.components.import_draft import Draft
from pages.components.import_rows import cut
from pages.components.import_state import Question, answer, keep_answer, pick
from pages.components.import_steps import Step
from pages.components.import_survey import CountedSurvey
from pages.components.import_words import FIELD_LABELS, quoted

NO_QUESTION = N_("Is none of the six – not counted")
UNANSWERED = N_("No answer")
COLUMN_TELLS = "column"


def show_survey(draft: Draft, words: Words) -> None:
    """A row a column of answers, the texts that nobody can place, and the consultation."""
    counting = _counting(draft)
    if counting.survey is None:
        return
    st.markdown(
        words(
            "The answers are counted where the file is read: how many gave each answer to each question is"
            " stored, and nothing about any person."
        )
    )
    for column in counting.survey.columns:
        if column.answers:
            _show_column(draft, column, words)
    for text in counting.unclear:
        _ask_step(draft, text, words)
    _choose_consultation(draft, words)
    place = f"{draft.scope}asked on"
    day = date_field(words("Day asked"), answer(place, None), f"{place} {words.code}", words)
    keep_answer(place, day)


def _show_column(draft: Draft, column: SurveyColumn, words: Words) -> None:
    name, place = st.columns((4, 5), vertical_alignment="center")
    count = words.many("{count} answer", "{count} answers", column.filled)
    name.markdown(f"**{session.plain(cut(column.name, 120))}**  \n:gray[{session.plain(count)}]")
    question = Question(
        f"{draft.scope}question {column.name}",
        session.plain(words("Question of {column}", column=cut(column.name))),
        ["", *QUESTIONS],
        _counting(draft).spec.questions.get(column.name, ""),
        lambda key: words(QUESTIONS[key]) if key else words(NO_QUESTION),
    )
    with place:
        pick(question, label_visibility="collapsed")


def _ask_step(draft: Draft, text: str, words: Words) -> None:
    labels = {step: words(FIELD_LABELS.get(step, UNANSWERED)) for step in answer_columns()}
    question = Question(
        f"{draft.scope}step {text}",
        session.plain(words("“{text}” means", text=cut(text))),
        list(labels),
        None,
        labels.__getitem__,
    )
    pick(question, width=520, placeholder=words("Choose what it means"))


def _choose_consultation(draft: Draft, words: Words) -> None:
    """One consultation for the whole file, or the column that tells it."""
    titles = {"": words("A column of the file tells it"), **draft.known.titles}
    question = Question(
        f"{draft.scope}survey consultation",
        words("Which consultation are the answers about?"),
        list(titles),
        None,
        lambda key: (
            titles[key] if list(titles.values()).count(titles[key]) == 1 else f"{titles[key]} ({key})"
        ),
    )
    if pick(question, placeholder=words("Choose a consultation")) == "":
        columns = [column.name for column in _counting(draft).survey.columns]  # type: ignore[union-attr]
        pick(
            Question(f"{draft.scope}survey column", words("Column with the consultation"), columns, None, cut)
        )


def summary(draft: Draft, words: Words) -> str:
    """How many answered how many questions."""
    counting = _counting(draft)
    respondents = counting.survey.respondents if counting.survey else 0
    line = words.many(
        "{count} person's answers to {questions} questions, counted.",
        "{count} persons' answers to {questions} questions, counted.",
        respondents,
        questions=len(counting.spec.questions),
    )
    unread = sum(each.unread for each in counting.counts)
    if not unread:
        return line
    left_out = words.many(
        "{count} answer is none of the scale and is left out.",
        "{count} answers are none of the scale and are left out.",
        unread,
    )
    return f"{line} {left_out}"


def blocker(draft: Draft) -> Sentence | None:
    """What must be said before it can be counted."""
    counting = _counting(draft)
    if counting.problem is not None:
        return counting.problem
    if not counting.spec.questions:
        return Sentence(N_("Choose which column answers which question."))
    if counting.unclear:
        return Sentence(
            N_("Say what {texts} means on the scale."),
            {"texts": quoted(counting.unclear[:5], session.words())},
        )
    if not counting.counts:
        return Sentence(N_("Choose which consultation the answers are about."))
    return None


def _counting(draft: Draft) -> CountedSurvey:
    assert draft.survey is not None
    return draft.survey


SURVEY = Step(
    "survey",
    N_("The questions"),
    show_survey,
    summary,
    blocker,
    lambda draft: True,
    lambda draft: draft.survey is not None,
)
