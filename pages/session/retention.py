"""What ends when its time is over, looked at once a day."""

from datetime import UTC, date, datetime

import streamlit as st

from pages.session.register import server_store
from workflow.retention import end_old_drafts


def end_old_drafts_daily() -> None:
    """Old drafts end at the first page of each day; the start of the program looks too."""
    _looked(str(server_store().path), date.today())


@st.cache_resource(show_spinner=False, max_entries=4)
def _looked(path: str, today: date) -> int:
    return end_old_drafts(server_store(), datetime.now(UTC).replace(tzinfo=None))
