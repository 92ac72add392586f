"""Two consultations side by side, to be made one; the way there, and the way back."""

import pandas as pd
import streamlit as st

from data import queries
from data.clock import utc_now
from data.errors import RecordProblem
from evaluation.likely_duplicates import duplicates_of
from language import N_, Words
from pages import session
from pages.components.consultation_values import field_in_words
from pages.components.headings import show_section
from pages.components.labels import LABELS, label
from pages.components.likely_duplicates import link_merge
from pages.components.outcome_messages import save, show_messages
from pages.components.register_cache import register_list
from pages.components.register_rows import CONSULTATION_PAGE
from pages.components.tables import show_table
from workflow.cells import Cells
from workflow.consultation_merge import (
    BOTH,
    KEPT,
    OTHER,
    Difference,
    Merge,
    differences,
    merge_consultations,
    undo_merge,
)
from workflow.consultations import groups_of, stored_consultation
from workflow.experiences import surveys

PLACE = "consultation"
HITS = 8
SIDES = {KEPT: N_("The one that is kept"), OTHER: N_("The other one"), BOTH: N_("Both")}
IN_BRIEF = ("title", "start_on", "end_on", "case_number", "centre", "committee")


def show_merging(record: pd.Series, words: Words) -> None:
    """The button with which another consultation is looked for; what is probably the same comes first."""
    key = record["consultation"]
    with st.popover(words("Merge with another"), icon=":material/merge:"):
        st.caption(
            words("For a consultation that was registered twice. You see both before anything happens.")
        )
        text = st.text_input(
            words("Search for the other one"), key=f"merge search {key}", placeholder=record["title"]
        )
        register = register_list()
        if text.strip():
            keys = [other for other in register.index.keys(text) if other != key][:HITS]
        elif key in register.keys:
            keys = duplicates_of(register.candidates[register.keys[key]], register.candidates)[:HITS]
        else:
            keys = []
        for other in keys:
            row = register.frame.iloc[register.keys[other]]
            day = row["end_on"] if pd.isna(row["start_on"]) else row["start_on"]
            link_merge(key, other, row["title"] if pd.isna(day) else f"{row['title']} ({day.year})")
        if text.strip() and not keys:
            st.caption(words("Nothing fits."))


def show_merge(record: pd.Series, other_key: str, words: Words) -> None:
    """Both side by side, a choice for each field in which they differ, and the button that merges."""
    kept, other = (
        stored_consultation(session.store(), record["consultation"]),
        stored_consultation(session.store(), other_key),
    )
    if not kept or not other:
        st.warning(words("The register holds no consultation by this link."))
        return
    show_section(words("Merge two consultations that are the same"))
    show_messages(PLACE)
    _show_both(kept, other, words)
    link_merge(str(other["consultation"]), str(kept["consultation"]), words("Keep the other one instead"))
    _ask_differences(kept, other, words)
    _say_what_happens(kept, other, words)
    with st.container(horizontal=True):
        st.button(
            words("Merge the two"),
            type="primary",
            icon=":material/merge:",
            on_click=_merge,
            args=(kept, other),
        )
        st.page_link(
            CONSULTATION_PAGE,
            label=words("Cancel"),
            icon=":material/close:",
            query_params={"consultation": str(kept["consultation"])},
        )


def show_merged(record: pd.Series, words: Words) -> None:
    """Where a consultation went, with the way there, and the one click that parts the two again."""
    key, goal = record["consultation"], record["merged_into"]
    title = queries.consultations.titles(session.store()).get(goal, goal)
    moment = words.moment(record["removed_at"].to_pydatetime())
    text = words(
        "Merged into “{title}” {moment} by {who}. What is below is as it was then.",
        title=title,
        moment=moment,
        who=record["removed_by"],
    )
    st.warning(session.plain(text), icon=":material/merge:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(
            CONSULTATION_PAGE,
            label=session.plain(title),
            icon=":material/arrow_forward:",
            query_params={"consultation": goal},
        )
        _show_undo(key, record["title"], words)


def show_merged_into(record: pd.Series, words: Words) -> None:
    """Those that were merged into a consultation, each with the click that parts them again."""
    for key, title in queries.consultations.merged_into(session.store(), record["consultation"]).items():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(
                CONSULTATION_PAGE,
                label=session.plain(words("“{title}” was merged into this one", title=title)),
                icon=":material/merge:",
                query_params={"consultation": key},
            )
            _show_undo(key, title, words)


def _show_undo(key: str, title: str, words: Words) -> None:
    st.button(
        words("Part them again"),
        icon=":material/undo:",
        key=f"undo merge {key}",
        on_click=_undo,
        args=(key, title),
    )


def _show_both(kept: Cells, other: Cells, words: Words) -> None:
    """What each is in brief, and what belongs to it."""
    rows = [
        (label(column, words), *(field_in_words(each, column, words) for each in (kept, other)))
        for column in IN_BRIEF
    ]
    keys = [str(each["consultation"]) for each in (kept, other)]
    rows.append((words("Groups"), *(_number(len(groups_of(session.store(), key)), words) for key in keys)))
    rows.append(
        (
            words("Participants' answers"),
            *(_number(len(surveys(session.store(), key)), words) for key in keys),
        )
    )
    rows.append(
        (
            words("Pointed to by"),
            *(_number(len(queries.assessments.citing(session.store(), key)), words) for key in keys),
        )
    )
    headers = (words("Field"), words(SIDES[KEPT]), words(SIDES[OTHER]))
    show_table(
        [dict(zip(headers, map(session.plain, row), strict=True)) for row in rows],
        words("Both in brief"),
    )


def _ask_differences(kept: Cells, other: Cells, words: Words) -> None:
    """A choice for each field that both know otherwise; what only one of them knows is folded away, taken."""
    every = differences(kept, other)
    known_to_one = [each for each in every if each.is_known_to_one]
    keys = (str(kept["consultation"]), str(other["consultation"]))
    if len(known_to_one) < len(every):
        st.markdown(f"**{words('Where they differ')}**")
    for difference in every:
        if difference not in known_to_one:
            _ask(difference, *keys, words)
    if known_to_one:
        label_of_fold = words.many(
            "{count} field that only one of them knows: it is taken",
            "{count} fields that only one of them knows: they are taken",
            len(known_to_one),
        )
        with st.expander(label_of_fold, icon=":material/done_all:"):
            for difference in known_to_one:
                _ask(difference, *keys, words)


def _number(count: int, words: Words) -> str:
    return words.number(count) if count else "–"


def _ask(difference: Difference, kept: str, other: str, words: Words) -> None:
    sides = [KEPT, OTHER, *([BOTH] if difference.can_be_both else [])]
    values = {
        KEPT: field_in_words(difference.kept, difference.column, words),
        OTHER: field_in_words(difference.other, difference.column, words),
        BOTH: words("Both"),
    }
    st.radio(
        label(difference.column, words),
        sides,
        index=sides.index(difference.proposed),
        format_func=lambda side: session.plain(values[side]),
        captions=[words(SIDES[side]) if side != BOTH else "" for side in sides],
        horizontal=True,
        key=_choice_key(kept, other, difference.column),
    )


def _choice_key(kept: str, other: str, column: str) -> str:
    return f"merge {kept} {other} {column}"


def _say_what_happens(kept: Cells, other: Cells, words: Words) -> None:
    st.markdown(f"**{words('What happens')}**")
    sentences = (
        words(
            "“{title}” is removed from the list; its link still opens, and says where it went.",
            title=other["title"],
        ),
        words("Groups of both are kept, and answers of participants go to “{title}”.", title=kept["title"]),
        words(
            "Assessments that point to the other one point to this one. Those of closed rounds stay as they"
            " were said, and closed rounds keep their results."
        ),
        words("One click parts them again, as long as nobody has changed what was put together."),
    )
    st.markdown("\n".join(f"- {session.plain(sentence)}" for sentence in sentences))


def _merge(kept: Cells, other: Cells) -> None:
    words, keys = session.words(), (str(kept["consultation"]), str(other["consultation"]))
    choices = {
        each.column: st.session_state.get(_choice_key(*keys, each.column), each.proposed)
        for each in differences(kept, other)
    }
    now = utc_now()

    def command() -> list[RecordProblem]:
        merge = Merge(kept, other, choices)
        return merge_consultations(session.store(), session.person(), merge, merged_at=now)

    message = words("“{other}” is merged into “{title}”.", other=other["title"], title=kept["title"])
    if save(PLACE, command, message, LABELS):
        del st.query_params["merge"]


def _undo(key: str, title: str) -> None:
    def command() -> list[RecordProblem]:
        undo_merge(session.store(), session.person(), key)
        return []

    save(PLACE, command, session.words()("“{title}” is a consultation of its own again.", title=title))
