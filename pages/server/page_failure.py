"""What a person is told when a page fails."""

import logging
from datetime import datetime

import streamlit as st

from data.errors import RegisterClosed, StoreError
from pages import session


def tell_failure(problem: Exception) -> bool:
    """An error that no page foresaw: the log gets all of it, the person one sentence with the time to look
    it up by; of the register, what is wrong with it.
    """
    words = session.words()
    if isinstance(problem, RegisterClosed):  # in a part of a page that is drawn by itself
        st.warning(session.plain(words.say(problem.sentence)))
        return True
    logging.getLogger("oejenhoejde").error("A page could not be shown.", exc_info=problem)
    if isinstance(problem, StoreError):
        st.error(session.plain(words.say(problem.sentence)), icon=":material/error:")
        return True
    line = words(
        "Something went wrong here that you can't mend. What was saved is safe. Load the page again; if it"
        " fails again, tell IT operations that it happened at {time}.",
        time=datetime.now().strftime("%H:%M"),
    )
    st.error(session.plain(line), icon=":material/error:")
    return True
