"""The guide through a clarification: a question after the other, warned of beside the field, agreed by one
click.
"""

from datetime import date
from functools import partial

import streamlit as st

from data import queries
from data.adopted_text import adopted_sentences
from data.errors import RecordProblem
from data.queries.scale_bands import SCALE_NORMS
from evaluation.clarification import has_started, warnings
from evaluation.clarification.definition import PlanFacts, PlanWarning
from evaluation.clarification_words import warning_words, window_words
from evaluation.units import norm_quantity
from language import LANGUAGES, N_, Words, speak
from materials.documents.clarification import clarification_name, word_clarification
from pages import session
from pages.components.clarification_sections import (
    BREADTH,
    EFFORT,
    MATTER,
    QUESTIONS,
    TIME,
    Section,
    unanswered,
)
from pages.components.consultation_fields import FIELD_WIDTH, show_fields
from pages.components.consultation_saving import field_state
from pages.components.date_field import date_field
from pages.components.download import download_button
from pages.components.forms_out import MIME
from pages.components.headings import show_section
from pages.components.history import show_history
from pages.components.labels import LABELS, label
from pages.components.may import may_write
from pages.components.outcome_messages import save, show_messages
from workflow.cells import Cells
from workflow.clarification import agree, changed_since_agreed
from workflow.consultations import register_consultation
from workflow.permission import Right

PLACE = "clarification"
TITLE = "clarification title"
FILES = {
    "da": N_("One page for the committee, in Danish (Word)"),
    "en": N_("One page for the committee, in English (Word)"),
}


def show_beginning(words: Words) -> None:
    """The one field with which a new consultation begins; then come the questions."""
    if not may_write(Right.REGISTER, words):
        return
    st.markdown(
        words(
            "Before a consultation starts, its frame under each of the five principles is written down. Write"
            " what it is called; then come six questions. Nothing else must be filled in at once."
        )
    )
    show_messages(PLACE)
    with st.form("begin clarification"):
        st.text_input(label("title", words), key=TITLE)
        st.form_submit_button(
            words("Begin the clarification"), type="primary", icon=":material/arrow_forward:", on_click=_begin
        )


def show_state(facts: PlanFacts, stored: Cells, words: Words) -> None:
    """Whether it is agreed, what has changed since, and how much there is to look at."""
    plan, number = facts.plan, len(warnings(facts))
    if plan.agreed_on:
        text = words("Agreed on {day}.", day=plan.agreed_on)
        st.success(session.plain(text), icon=":material/task_alt:")
    if has_started(facts):
        text = words("It started on {day}. What is written now comes after the start.", day=plan.started_on)
        st.info(session.plain(text), icon=":material/play_circle:")
    elif changes := changed_since_agreed(stored):
        names = tuple(label(column, words) for column in changes)
        text = words("Changed since it was agreed: {names}. Agree it anew at the bottom.", names=names)
        st.info(session.plain(text), icon=":material/edit:")
    if number:
        text = words.many(
            "There is {count} thing to look at before it starts. It stands beside its field.",
            "There are {count} things to look at before it starts. Each stands beside its field.",
            number,
        )
        st.warning(text, icon=":material/visibility:")


def show_questions(key: str, facts: PlanFacts, stored: Cells, words: Words) -> None:
    """What it is about, and the questions in the order of the principles, each with its fields."""
    st.caption(words("Each field is saved as you leave it. Leave a field empty where it is not known."))
    field_state(key).remarks = _remarks(warnings(facts), words)
    for section in (MATTER, *QUESTIONS):
        show_section(words(section.question))
        if section.source:
            _show_source(section, facts, words)
        show_fields(key, section.columns, stored, words)
        for line in _lines_beside(section, facts, words):
            st.caption(session.plain(line))


def show_agreement(key: str, facts: PlanFacts, stored: Cells, words: Words) -> None:
    """What is left to look at and to answer, and the one click."""
    show_section(words("Agree on the clarification"))
    for warning in warnings(facts):
        st.markdown(f"- {session.plain(warning_words(warning, words))}")
    if columns := unanswered(stored):
        names = tuple(label(column, words) for column in columns)
        st.caption(session.plain(words("Not answered yet: {names}.", names=names)))
    show_fields(key, ("agreed_by",), stored, words)
    with st.container(width=FIELD_WIDTH):
        date_field(words("Agreed on"), facts.today, f"agreed on {key}", words)
    st.button(
        words("The clarification is agreed"),
        type="primary",
        icon=":material/task_alt:",
        on_click=_agree,
        args=(key, facts.today),
    )
    show_messages(PLACE)


def show_page(key: str, facts: PlanFacts, words: Words) -> None:
    """The page for the committee, and the history."""
    with st.container(horizontal=True):
        for code in LANGUAGES:
            download_button(
                words(FILES[code]),
                partial(word_clarification, facts, speak(code)),
                clarification_name(facts.plan.title, speak(code)),
                MIME["docx"],
                icon=":material/download:",
                key=f"clarification {code}",
            )
    show_history("clarifications", key, words)


def _show_source(section: Section, facts: PlanFacts, words: Words) -> None:
    """Which principle the question comes from, and that principle's own words at hand."""
    st.markdown(f"*{words(section.source)}*")
    title, text, source = _own_words(section, facts.today, words)
    handle = (
        words("Principle {number} in its own words", number=section.principle)
        if section.principle
        else words("The adopted words on resources")
    )
    with st.popover(handle, icon=":material/menu_book:", type="tertiary"):
        st.markdown(f"**{session.plain(title)}**")
        st.text(text)
        st.caption(session.plain(words("Source: {source}", source=source)))


def _own_words(section: Section, today: date, words: Words) -> tuple[str, str, str]:
    if section.principle:
        return queries.principles.wording(session.store(), section.principle, today, words.code)
    sentences = [each for each in adopted_sentences() if each.part == "resources"]
    return (
        words("The adopted words on resources"),
        " ".join(each.text(words.code) for each in sentences),
        sentences[0].source,
    )


def _lines_beside(section: Section, facts: PlanFacts, words: Words) -> list[str]:
    """What is said under the fields of a question: how long the planned time is, what a scale means."""
    if section is TIME and facts.window:
        return [words.say(window_words(facts.window))]
    if section is EFFORT and all(norm in facts.norms for norm in SCALE_NORMS):
        small, medium = (norm_quantity(facts.norms[norm], "hours") for norm in SCALE_NORMS)
        line = words(
            "Small: at most {small}. Medium: at most {medium}. Large: more.", small=small, medium=medium
        )
        return [line]
    return [words(section.hint)] if section is BREADTH else []


def _remarks(plan_warnings: list[PlanWarning], words: Words) -> dict[str, list[tuple[str, str]]]:
    """By column, what is warned of beside its field."""
    remarks: dict[str, list[tuple[str, str]]] = {}
    for warning in plan_warnings:
        for column in warning.rule.columns:
            remarks.setdefault(column, []).append(("warning", warning_words(warning, words)))
    return remarks


def _begin() -> None:
    words, title = session.words(), str(st.session_state[TITLE] or "").strip()
    keys: list[str] = []

    def command() -> list[RecordProblem]:
        keys.append(register_consultation(session.store(), session.person(), {"title": title}))
        return []

    if save(
        PLACE, command, words("“{title}” is registered. Answer below what is known.", title=title), LABELS
    ):
        st.query_params["consultation"] = keys[0]


def _agree(key: str, today: date) -> None:
    day, words = st.session_state[f"agreed on {key}"], session.words()
    read = field_state(key).read
    message = words("Saved: agreed on {day}. The plan is kept as it is now.", day=day) if day else ""
    save(
        PLACE,
        lambda: agree(session.store(), session.person(), key, days=(day, today), read=read),
        message,
        LABELS,
    )
