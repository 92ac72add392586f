"""Close a round: what is missing, the freezing with its checksum, and corrections after it."""

from datetime import UTC, datetime
from uuid import uuid4

import streamlit as st

from data import queries
from data.models import Closing, Round
from data.writing import RowChange, save_records
from evaluation.as_json import as_json
from evaluation.checklist import ASSESSMENTS, CONCLUSIONS, FOLLOW_UP, checklist
from evaluation.evaluate import evaluate
from evaluation.scales import ROWS
from evaluation.snapshot import VERSION, DamagedSnapshot, evaluation_json, freeze
from language import N_, Words
from materials.charts.chart import round_in_words
from pages import session
from pages.components.closing import show_errata
from pages.components.empty_states import require_rounds
from pages.components.labels import LABELS
from pages.components.outcome_messages import keep_messages, save, show_messages

PLACES = {
    ASSESSMENTS: ("pages/records/assessments.py", N_("Go to the assessments")),
    CONCLUSIONS: ("pages/results/principle.py", N_("Go to the conclusions")),
    FOLLOW_UP: ("pages/records/followup.py", N_("Go to the follow-up")),
}
HOLDS_BACK = ":material/block:"


def show_checklist(now: Round, words: Words) -> None:
    """Each missing point with the way to it, then the button that closes."""
    points = checklist(session.store(), now.key)
    held_back = any(point.blocks for point in points)
    if not points:
        st.success(words("Nothing is missing. The round can close."), icon=":material/task_alt:")
    for point in points:
        with st.container(border=True):
            icon, (page, label) = HOLDS_BACK if point.blocks else ":material/pending:", PLACES[point.place]
            st.markdown(f"{icon} {session.plain(words.say(point.sentence))}")
            st.page_link(page, label=words(label), icon=":material/arrow_forward:")
    if held_back:
        st.info(words("The round can close once the points marked {sign} are mended.", sign=HOLDS_BACK))
        return
    st.markdown(
        words(
            "Closing freezes the evaluation for good: later edits of records do not reach it, and its"
            " assessments and conclusions can no longer be written. Corrections after that are errata, shown"
            " beside it."
        )
    )
    sure = not points or st.checkbox(
        words("Close although this is missing; it will be seen in the evaluation")
    )
    st.button(
        words("Close the round"),
        type="primary",
        icon=":material/lock:",
        disabled=not sure,
        on_click=_close,
        args=(now,),
    )


def _close(now: Round) -> None:
    """Closed and frozen in one transaction; what was missing is looked at once more."""
    words, store = session.words(), session.store()
    if now.status == "open" and any(point.blocks for point in checklist(store, now.key)):
        keep_messages(
            "closing",
            [
                (
                    "error",
                    words("Something that holds the round back has come up meanwhile. It is still open."),
                )
            ],
        )
        return
    with store.alone():
        frozen = freeze(store, now.key)
        read = queries.exchange_rows.row(store, "rounds", {"round": now.key})
        shut = RowChange(
            "rounds",
            {
                "round": now.key,
                "term": now.term,
                "kind": now.kind,
                "period_from": str(now.period_from),
                "period_to": str(now.period_to),
                "status": "closed",
            },
            read,
        )
        kept = {
            "round": now.key,
            "closed_at": _now(),
            "who": session.person(),
            "program": VERSION,
            "sha256": frozen.sha256,
            "result": frozen.result,
            "details_sha256": frozen.details_sha256,
            "details": frozen.details,
        }
        rows = (
            [shut, RowChange("closings", kept)] if now.status != "closed" else [RowChange("closings", kept)]
        )
        save(
            "closing",
            lambda: save_records(store, session.person(), rows),
            words("The round is closed and frozen."),
            LABELS,
        )


def _now() -> str:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0).isoformat(" ")


def show_frozen(now: Round, closing: Closing, words: Words) -> None:
    """Who closed it when, the checksum, and whether the records have moved on since."""
    said = words(
        "Closed on {moment} by {who}, program version {version}.",
        moment=words.moment(closing.closed_at),
        who=closing.who,
        version=closing.program,
    )
    st.markdown(session.plain(said))
    st.caption(words("Checksum (SHA-256) of the evaluation as JSON"))
    st.code(closing.sha256, language=None)
    try:
        text = evaluation_json(session.store(), now.key)
    except DamagedSnapshot as problem:
        st.error(session.plain(words.say(problem.sentence)), icon=":material/error:")
        return
    st.success(words("The frozen result matches its checksum."), icon=":material/verified:")
    if as_json(evaluate(session.store(), now.key)) != text:
        st.info(
            words(
                "Records have been edited since: reckoned today, the numbers would differ. Pages, charts and"
                " documents show the frozen ones."
            ),
            icon=":material/history:",
        )
    name = f"evaluation-{now.key.replace('/', '-')}.json"
    st.download_button(
        words("Download the frozen evaluation (JSON)"),
        text,
        name,
        "application/json",
        icon=":material/download:",
        on_click="ignore",
    )


def show_erratum_form(now: Round, words: Words) -> None:
    """A correction is added beside what was closed; nothing is changed."""
    st.subheader(words("Errata"))
    show_errata(now.key, words)
    with st.form("erratum", clear_on_submit=True):
        st.selectbox(
            words("What it is about"),
            ["", *ROWS],
            key="erratum principle",
            format_func=lambda row: words(ROWS[row], number=row) if row else words("the whole round"),
        )
        st.text_area(words("What is right instead"), key="erratum text")
        st.text_area(words("Reason for the correction"), key="erratum reason")
        st.form_submit_button(
            words("Add the erratum"),
            type="primary",
            icon=":material/edit_note:",
            on_click=_add_erratum,
            args=(now,),
        )


def _add_erratum(now: Round) -> None:
    words = session.words()
    about, text, reason = (st.session_state[f"erratum {field}"] for field in ("principle", "text", "reason"))
    values = {
        "erratum": uuid4().hex,
        "round": now.key,
        "principle": about,
        "noted_at": _now(),
        "who": session.person(),
        "text": text,
        "reason": reason,
    }
    labels = {**LABELS, "text": N_("What is right instead"), "reason": N_("Reason for the correction")}
    save(
        "closing",
        lambda: save_records(session.store(), session.person(), [RowChange("errata", values)]),
        words("The erratum is added."),
        labels,
    )


words = session.words()
require_rounds(words("Closing"), words)
st.title(words("Closing"))
now = session.chosen_round()
st.caption(session.plain(round_in_words(now.key, words)))
show_messages("closing")
closing = queries.closings.of_round(session.store(), now.key)
if now.status == "planned":
    st.info(words("The round has not opened yet. Open it under Rounds."), icon=":material/info:")
elif now.status == "open":
    show_checklist(now, words)
elif closing:
    show_frozen(now, closing, words)
    show_erratum_form(now, words)
else:
    st.info(
        words(
            "The round came in as closed: its evaluation follows its records. Freeze it, and it never changes"
            " again."
        ),
        icon=":material/ac_unit:",
    )
    st.button(
        words("Freeze the evaluation"),
        type="primary",
        icon=":material/ac_unit:",
        on_click=_close,
        args=(now,),
    )
    show_erratum_form(now, words)
