"""The last step: what is taken in, under which name the answers are kept, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from data.clock import utc_now
from data.errors import CommandRefused, StoreError
from language import N_, Words
from materials.workbook.rejected_rows import RejectedRows
from pages import session
from pages.components.import_draft import Draft
from pages.components.import_duplicates import merges, unanswered
from pages.components.import_list import offer_undo, outcome_of
from pages.components.import_rejected import offer_rejected, rejected_of
from pages.components.import_state import Question, answer, forget_upload, keep_answer, pick
from pages.components.outcome_messages import keep_messages, show_messages
from workflow.imports import ImportPreview, ImportRecord, import_table

PLACE = "import storing"
OUTCOME = "import outcome"
REJECTED_CHOICES = {
    "mend": N_("I mend them first; nothing is stored now"),
    "accept": N_("Take in the good rows now, and mend the rest afterwards"),
}


def show_storing(draft: Draft, preview: ImportPreview, kept: Sequence[str], words: Words) -> None:
    """The name for the answers, the choice where rows are rejected, and the button that stores."""
    show_messages(PLACE)
    count, rejected = preview.count("new") + preview.count("changed"), preview.count("rejected")
    open_questions = unanswered(draft, preview)
    accept = not rejected
    if rejected and count:
        accept = _choose_rejected(draft, rejected, words) == "accept"
    if open_questions:
        st.warning(
            words.many(
                "Say under “Likely duplicates” whether {count} row is the same consultation or another one.",
                "Say under “Likely duplicates” whether {count} rows are the same consultation or another"
                " one.",
                open_questions,
            ),
            icon=":material/edit:",
        )
    if not count:
        st.info(words("There is nothing to take in: no row is new or changed."), icon=":material/info:")
        return
    _choose_name(draft, kept, words)
    label = words.many("Take in {count} row", "Take in {count} rows", count)
    if st.button(
        label,
        type="primary",
        icon=":material/move_to_inbox:",
        key="import store",
        disabled=not accept or bool(open_questions),
    ):
        _store(draft, preview, words)


def _choose_rejected(draft: Draft, rejected: int, words: Words) -> str | None:
    question = Question(
        f"{draft.upload.file.sha256} rejected",
        words.many(
            "{count} row can't be taken in. What do you want?",
            "{count} rows can't be taken in. What do you want?",
            rejected,
        ),
        list(REJECTED_CHOICES),
        None,
        lambda choice: words(REJECTED_CHOICES[choice]),
    )
    choice: str | None = pick(question, st.radio)
    return choice


def _choose_name(draft: Draft, kept: Sequence[str], words: Words) -> None:
    """The name under which the answers are kept for the next file of this kind."""
    place = f"{draft.scope}name"
    key = f"{place} {words.code}"
    st.session_state[key] = answer(place, draft.profile.name)
    st.text_input(
        words("Keep your answers under the name"),
        key=key,
        on_change=lambda: keep_answer(place, st.session_state[key]),
        max_chars=80,
        width=520,
        help=words(
            "The next list of this kind is then read without a question. No values of the file are kept."
        ),
    )
    if draft.profile.name in kept and draft.profile.name != draft.arrangement.profile:
        st.caption(words("Answers of this name are kept already; these take their place."))


def _store(draft: Draft, preview: ImportPreview, words: Words) -> None:
    """Take the rows in; what came of it stands at the top of the page."""
    request = replace(draft.request(accept_valid=True, merges=merges(draft, preview)), preview=preview)
    try:
        with st.status(words("Storing …")):
            record = import_table(session.store(), session.person(), request, imported_at=utc_now())
    except (CommandRefused, StoreError) as problem:
        keep_messages(PLACE, [("error", words.say(problem.sentence))])
    else:
        rejected = rejected_of(draft, preview) if record.rejected and draft.survey is None else None
        st.session_state[OUTCOME] = Outcome(record.number, rejected)
        forget_upload()
    st.rerun()


@dataclass(frozen=True)
class Outcome:
    """The import that was just made, and the rows that were rejected, as they are given back."""

    number: int
    rejected: RejectedRows | None = None


def show_outcome(records: Sequence[ImportRecord], words: Words) -> None:
    """What came of the last import of this visit, where it leads, and the way back."""
    outcome: Outcome | None = st.session_state.get(OUTCOME)
    record = next((each for each in records if outcome and each.number == outcome.number), None)
    if outcome is None or record is None or record.undone_at:
        return
    st.success(session.plain(outcome_of(record, words)), icon=":material/check_circle:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(
            "pages/records/consultations.py",
            label=words("See the consultations"),
            icon=":material/arrow_forward:",
            query_params={"in_round": "false"},
        )
        offer_undo(record, "outcome", words)
    if outcome.rejected is not None:
        st.caption(words("Fetch the rows that were rejected, mend them, and take that file in here."))
        offer_rejected(outcome.rejected, "outcome", words)
