"""Whether the register is sound, asked by an administrator and told in words."""

import streamlit as st

from data.clock import utc_now
from data.errors import StoreError
from language import Words
from pages import session
from pages.components.tables import Figure, show_table
from workflow.backups import RegisterReport, check_register

REPORT = "register report"


def show_register_check(words: Words) -> None:
    """A button, and what the last check of this visit came to."""
    with st.expander(words("Check the register"), icon=":material/health_and_safety:", key="check fold"):
        st.markdown(
            words(
                "Reads every record of a copy, holds every closed round against its checksum, and looks at"
                " every rule. Nothing is changed, and everybody can work on meanwhile."
            )
        )
        if st.button(words("Check now"), icon=":material/play_arrow:"):
            st.session_state.pop(REPORT, None)
            try:
                with st.spinner(words("Checking the register …")):
                    report = check_register(session.store(), session.person(), at=utc_now())
                st.session_state[REPORT] = report
            except StoreError as problem:
                st.error(session.plain(words.say(problem.sentence)), icon=":material/error:")
        if REPORT in st.session_state:
            _show_report(st.session_state[REPORT], words)


def _show_report(report: RegisterReport, words: Words) -> None:
    rows = sum(each.rows for each in report.sums.values())
    values = {"moment": report.checked_at, "rows": rows, "tables": len(report.sums)}
    if report.problems:
        st.error(
            words.many(
                "Checked {moment}: {count} thing is not as it should be.",
                "Checked {moment}: {count} things are not as they should be.",
                len(report.problems),
                **values,
            ),
            icon=":material/error:",
        )
        st.markdown("\n".join(f"- {session.plain(words.say(each))}" for each in report.problems))
    else:
        line = words(
            "Checked {moment}: the register is sound. {rows} rows in {tables} tables were read, and every"
            " rule holds.",
            **values,
        )
        st.success(line, icon=":material/check_circle:")
    show_table(
        [
            {
                words("Table"): f"`{name}`",
                words("Rows"): Figure(each.rows, words.number(each.rows)),
                "SHA-256": f"`{each.sha256}`",
            }
            for name, each in report.sums.items()
        ],
        words("Every table of the register with its rows and checksum"),
    )
