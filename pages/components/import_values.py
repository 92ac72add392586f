"""What texts of a file mean that the register can't take as they stand: a body's misspelt name, a way of
involving people, yes and no, steps; and whether the day or the month stands first.
"""

from collections.abc import Sequence

import streamlit as st

from data.foreign.profile import DayOrder
from data.foreign.proposal import ValueQuestion
from data.schema import TABLES
from language import N_, Sentence, Words
from pages import session
from pages.components.import_draft import Draft
from pages.components.import_rows import cut
from pages.components.import_state import Question, answer, pick
from pages.components.import_steps import Step
from pages.components.import_words import NOT_KNOWN, field_label, field_value, quoted, values_of

PAGE = 50
ORDERS = {
    DayOrder.DAY_FIRST: N_("The day first, as in Denmark: 03/04/2027 is 3 April"),
    DayOrder.MONTH_FIRST: N_("The month first, as in America: 03/04/2027 is 4 March"),
}
ORGANISATION = "pages/settings/organisation.py"


def show_values(draft: Draft, words: Words) -> None:
    """The order of day and month where it must be said, then each text with what it probably means."""
    if draft.day_order is False:
        order = Question(
            f"{draft.scope}day order",
            words("The days in the file can be read in two ways. What stands first?"),
            list(ORDERS),
            draft.profile.day_order,
            lambda each: words(ORDERS[each]),
        )
        pick(order, st.radio)
    if not draft.questions:
        return
    st.markdown(
        words(
            "These texts need a word from you. What they probably mean is proposed; look it over. “Not known”"
            " leaves the field empty."
        )
    )
    pages = -(-len(draft.questions) // PAGE)
    page = st.pagination(pages, key=f"import values {len(draft.questions)}") if pages > 1 else 1
    for question in draft.questions[(page - 1) * PAGE : page * PAGE]:
        _show_question(draft, question, words)
    _offer_bodies(draft, words)


def _show_question(draft: Draft, question: ValueQuestion, words: Words) -> None:
    """The text, how many rows hold it, and the values that its field can take."""
    table = draft.profile.table
    text, meaning = st.columns((3, 4), vertical_alignment="center")
    rows = words.many("{count} row", "{count} rows", question.rows)
    field = field_label(question.fills, words)
    text.markdown(
        f"**{session.plain(quoted([cut(question.text)], words))}** "
        f" \n:gray[{session.plain(f'{field} · {rows}')}]"
    )
    values = list(values_of(table, question.fills, draft.known) or ())
    own = [question.text] if TABLES[table].column(question.fills).kind == "keys" else []
    suggested = [question.suggestion] if question.suggestion else []
    options = list(dict.fromkeys([*suggested, "", *own, *values]))

    def in_words(value: str) -> str:
        if not value:
            return words(NOT_KNOWN)
        if value == question.text and value not in values:
            return words("Keep “{text}” as it is written", text=cut(value))
        return field_value(table, question.fills, value, words)

    with meaning:
        pick(
            Question(
                f"{draft.scope}value {question.column} {question.text}",
                session.plain(words("“{text}” means", text=cut(question.text))),
                options,
                question.suggestion,
                in_words,
            ),
            label_visibility="collapsed",
            placeholder=words("Choose what it means"),
        )


def _offer_bodies(draft: Draft, words: Words) -> None:
    """The way to the organisation with the names that are no body yet, as a list to look over and add."""
    lines = [
        f"{question.text.strip()}\t{question.fills}"
        for question in draft.questions
        if question.fills in ("centre", "committee") and not value_of(draft, question)
    ]
    if not lines:
        return
    st.info(
        words(
            "Is a committee or centre missing from the list? Add it under Organisation and come back; the"
            " file and your answers wait here."
        ),
        icon=":material/apartment:",
    )
    label = words.many(
        "Add {count} committee or centre under Organisation",
        "Add {count} committees and centres under Organisation",
        len(lines),
    )
    if st.button(label, icon=":material/playlist_add:", key="import bodies"):
        st.session_state["list text"] = "\n".join(lines)
        st.switch_page(ORGANISATION)


def value_of(draft: Draft, question: ValueQuestion) -> str | None:
    """What a text was said to mean: empty where it is not known, None where nobody has said."""
    value: str | None = answer(f"{draft.scope}value {question.column} {question.text}", question.suggestion)
    return value


def unanswered(draft: Draft) -> Sequence[ValueQuestion]:
    """The texts that nobody has said a word about, and none is proposed for."""
    return [question for question in draft.questions if value_of(draft, question) is None]


def summary(draft: Draft, words: Words) -> str:
    """How many texts have a meaning."""
    return words.many("{count} text has a meaning.", "{count} texts have a meaning.", len(draft.questions))


def blocker(draft: Draft) -> Sentence | None:
    """What nobody has said yet."""
    if draft.day_order is False and draft.profile.day_order is None:
        return Sentence(N_("Say first whether the day or the month stands first."))
    if count := len(unanswered(draft)):
        return Sentence(
            N_("{count} text has no meaning yet. Choose one, or “Not known”."),
            plural=N_("{count} texts have no meaning yet. Choose one for each, or “Not known”."),
            count=count,
        )
    return None


VALUES = Step(
    "values",
    N_("The values"),
    show_values,
    summary,
    blocker,
    lambda draft: bool(draft.questions) or draft.day_order is False,
    lambda draft: bool(draft.questions) or draft.day_order is False,
)
