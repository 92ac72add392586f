"""What greets in a new register: three steps, and the demonstration to look around in first; and the banner
of who tries it.
"""

import streamlit as st

from evaluation.first_steps import FirstSteps, first_steps
from language import Words
from pages import session
from pages.components.headings import show_section, show_title

OVERVIEW = "pages/results/overview.py"


def is_new_register() -> bool:
    """Whether nothing can be evaluated yet."""
    return _steps(*session.version()).is_new


def show_first_steps(words: Words) -> None:
    """A card a step, each with its one link, and what is done marked."""
    steps = _steps(*session.version())
    show_title(words("Welcome to Øjenhøjde"))
    st.markdown(words("The register is new. Three steps, in any order, and the first evaluation can begin."))
    first, second, third = st.columns(3, border=True)
    with first:
        _show_step(words("1. The organisation"), words=words, is_done=steps.organisation)
        st.markdown(words("Paste the list of your committees and centres: they are asked how it went."))
        st.page_link(
            "pages/settings/organisation.py", label=words("Add them"), icon=":material/account_tree:"
        )
    with second:
        _show_step(words("2. The consultations"), words=words, is_done=steps.consultations)
        st.markdown(words("Take in the list that you keep already, whatever its columns are called."))
        st.page_link("pages/records/imports.py", label=words("Take in a file"), icon=":material/upload_file:")
    with third:
        _show_step(words("3. An open round"), words=words, is_done=steps.open_round)
        st.markdown(words("Give the round its days, and open it: from then on answers can be written."))
        st.page_link("pages/settings/rounds.py", label=words("Open a round"), icon=":material/event:")
    if not session.is_trial():
        _offer_trial(words)


def show_trial(words: Words, *, in_meeting: bool) -> None:
    """Above each page while somebody tries the demonstration: what this is, and the way out; in a meeting one
    line that can't be touched.
    """
    if in_meeting:
        st.caption(f":material/science: {words('You are trying the demonstration.')}")
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(
            ":material/science: "
            + words(
                "**You are trying the demonstration.** All of it is fictitious. What you write is yours alone"
                ": it goes when you leave, and never reaches your own register."
            ),
            width="stretch",
        )
        st.page_link(
            OVERVIEW,
            label=words("Leave the demonstration"),
            icon=":material/logout:",
            query_params={"demonstration": "no"},
        )


def _show_step(title: str, *, words: Words, is_done: bool) -> None:
    badge = f" :green-badge[:material/check: {words('Done')}]" if is_done else ""
    st.markdown(f"**{title}**{badge}")


def _offer_trial(words: Words) -> None:
    show_section(words("Look around first"))
    st.markdown(
        words(
            "The demonstration shows a municipality with several rounds. You get a register of your own to"
            " try everything in; it goes when you leave, and nothing of it reaches this one."
        )
    )
    st.page_link(
        OVERVIEW,
        label=words("Try the demonstration"),
        icon=":material/science:",
        query_params={"demonstration": "yes"},
    )


@st.cache_resource(show_spinner=False, max_entries=64)
def _steps(opening: int, version: int) -> FirstSteps:
    return first_steps(session.store())
