"""Who is at the screen."""

import getpass

import streamlit as st

from workflow.person import Person, at_this_machine


def person() -> Person:
    """Who is at the screen: the name signed in with, or the user of this machine."""
    try:
        return at_this_machine(str(getattr(st.user, "name", None) or getpass.getuser()))
    except (OSError, KeyError):
        return at_this_machine("Øjenhøjde")
