"""Who has answered what, and a form to write an assessment."""

import streamlit as st

from data import queries
from evaluation.earlier_words import earlier_words
from evaluation.principles import PRINCIPLES
from language import Words
from materials.charts.bodies import bodies
from materials.charts.chart import round_in_sentence, short_title
from pages import session
from pages.components.charts import show_chart
from pages.components.collection import show_collection
from pages.components.empty_states import ask_for_bodies, require_rounds
from pages.components.findings import show_assessment, show_earlier_words
from pages.components.history import show_history
from pages.editor.assessment_editor import Place
from pages.editor.assessment_form import show_form

words = session.words()
require_rounds(words("Assessments"), words)
now = session.chosen_round()
st.title(words("Assessments"))
answers = session.answers()
titles = {finding.principle: finding.title(words.code) for finding in session.evaluation().principles}
submitted = sum(answer.status == "submitted" for answer in answers)
drafts = sum(answer.status == "draft" for answer in answers)
st.markdown(
    session.plain(
        words(
            "{submitted} of {total} answers are submitted in {round}",
            submitted=submitted,
            total=len(answers),
            round=round_in_sentence(now.key, words),
        )
        + (words.many(", {count} is a draft.", ", {count} are drafts.", drafts) if drafts else ".")
    )
)


def choose_place(words: Words) -> tuple[str, int]:
    """Which body and which principle to write or read about."""
    names = {body.key: body.name for body in queries.bodies.expected(session.store(), now.key)}
    numbered = {number: f"{number}. {short_title(title)}" for number, title in titles.items()}
    left, right = st.columns(2)
    with left:
        body = session.choose(
            "body",
            list(names),
            next(iter(names)),
            label=words("Committee or centre"),
            in_words=names.__getitem__,
        )
    with right:
        principle = session.choose(
            "principle", list(titles), 1, label=words("Principle"), in_words=numbered.__getitem__
        )
    return body, principle


def show_last_time(body: str, principle: int, words: Words) -> None:
    """What the body itself, or those it took over from, said in the round before, to read beside the new
    one.
    """
    previous = session.evaluation().principles[principle - 1].change.previous_round
    earlier = earlier_words(session.store(), previous, reader=body, principle=principle)
    if previous and earlier:
        label = words("What the body said in {round}", round=round_in_sentence(previous, words))
        with st.expander(session.plain(label), icon=":material/history:"):
            for each in earlier:
                show_earlier_words(each, words)


if not answers:
    ask_for_bodies(words)
    st.stop()
show_collection(now, words)
body, principle = choose_place(words)
st.caption(words(PRINCIPLES[principle].question))
given = queries.assessments.of_body(session.store(), now.key, body, principle)
show_last_time(body, principle, words)
if now.status == "open":
    st.page_link(
        "pages/records/meeting.py",
        label=words("Meeting mode: one principle a screen"),
        icon=":material/co_present:",
        query_params={"body": body, "principle": str(principle)},
    )
    level = next(answer.level for answer in answers if answer.body == body)
    show_form(Place(now.key, body, principle), level, words)
else:
    closed = words("The round is closed: what was said in it can be read, but no longer written.")
    planned = words("The round has not opened yet: assessments can be written once it is open.")
    st.info(closed if now.status == "closed" else planned, icon=":material/lock:")
    if given:
        register = queries.consultations.register(session.store())
        show_assessment(given, dict(zip(register["consultation"], register["title"], strict=True)), words)
    elif now.status == "closed":
        st.markdown(words("Nothing was answered here."))
if given:
    show_history("assessments", given.assessment, words, confidential=given.confidential)
st.subheader(words("The answers side by side"))
show_chart(
    session.cached_chart("bodies", lambda: bodies(session.answers(), titles, session.scope(), words)), words
)
