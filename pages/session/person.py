"""Who is at the screen, for the history."""

import getpass

import streamlit as st


def person() -> str:
    """Who is at the screen, for the history: the name signed in with, or the user of this machine."""
    try:
        return str(getattr(st.user, "name", None) or getpass.getuser())
    except (OSError, KeyError):
        return "Øjenhøjde"
