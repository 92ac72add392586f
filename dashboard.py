"""The frame of every page: the register, the language, the chosen round and the menu.

``streamlit run dashboard.py`` reads this file twice: once as a module, for the server, and once a visit, as
the script.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from data.errors import StoreError
from language import LANGUAGES, N_, speak
from pages import session
from pages.server.loopback import LoopbackOnly, refuse_open_network
from pages.server.middleware import Delivery
from pages.server.startup import tell_failure, warm_up

HERE = Path(__file__).parent
MENU = {
    N_("Results"): (
        ("pages/results/overview.py", N_("Overview"), ":material/dashboard:"),
        ("pages/results/principle.py", N_("Principle"), ":material/flag:"),
        ("pages/results/proportionality.py", N_("Proportionality"), ":material/balance:"),
        ("pages/results/trends.py", N_("Trends"), ":material/timeline:"),
        ("pages/results/words.py", N_("Words and themes"), ":material/format_quote:"),
        ("pages/results/body.py", N_("One body"), ":material/apartment:"),
    ),
    N_("Records"): (
        ("pages/records/consultations.py", N_("Consultations"), ":material/groups:"),
        ("pages/records/gaps.py", N_("Missing facts"), ":material/unknown_document:"),
        ("pages/records/experiences.py", N_("Experiences"), ":material/record_voice_over:"),
        ("pages/records/assessments.py", N_("Assessments"), ":material/edit_note:"),
        ("pages/records/forms.py", N_("Forms"), ":material/description:"),
        ("pages/records/followup.py", N_("Follow-up"), ":material/checklist:"),
        ("pages/records/imports.py", N_("Take in a file"), ":material/upload_file:"),
    ),
    N_("Materials"): (
        ("pages/materials/documents.py", N_("Charts and documents"), ":material/folder_open:"),
    ),
    N_("Settings"): (
        ("pages/settings/rounds.py", N_("Rounds"), ":material/event:"),
        ("pages/settings/closing.py", N_("Closing"), ":material/lock:"),
        ("pages/settings/organisation.py", N_("Organisation"), ":material/account_tree:"),
        ("pages/settings/norms.py", N_("Norms and wording"), ":material/rule:"),
        ("pages/settings/days_off.py", N_("Days off and methods"), ":material/event_busy:"),
        ("pages/settings/data.py", N_("Data"), ":material/database:"),
    ),
    N_("About"): (("pages/about/method.py", N_("Method"), ":material/menu_book:"),),
}


def frame() -> None:
    """Draw what stands around every page, and the page in it."""
    # The icon comes first: st.navigation would fetch the page's own as a picture from elsewhere.
    st.set_page_config(page_icon=HERE / "pages/icon.png", layout="wide")
    words = speak(session.choice_in_link("lang", list(LANGUAGES), "da"))
    menu = {
        words(group): [st.Page(script, title=words(title), icon=icon) for script, title, icon in entries]
        for group, entries in MENU.items()
    }
    meeting = st.Page("pages/records/meeting.py", title=words("Meeting mode"), visibility="hidden")
    consultation = st.Page("pages/records/consultation.py", title=words("Consultation"), visibility="hidden")
    clarification = st.Page(
        "pages/records/clarification.py", title=words("Clarification"), visibility="hidden"
    )
    menu[words("Records")] += [meeting, consultation, clarification]
    page = st.navigation(menu)
    st.set_page_config(page_title=f"{page.title} · Øjenhøjde")
    st.logo(HERE / "pages/logo.svg", size="large")
    in_meeting = page.url_path == meeting.url_path
    if in_meeting:
        st.navigation(menu, position="hidden")
    try:
        rounds = session.rounds()
    except StoreError as problem:
        st.error(session.plain(words.say(problem.sentence)), icon=":material/error:")
        return
    with st.container(width=1440 if in_meeting else 1120):
        if in_meeting:
            session.keep_in_link("lang", words.code)
            if rounds:
                session.keep_in_link("round", session.chosen_round().key)
        else:
            with st.container(
                horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"
            ):
                session.choose_round(rounds, words)
                session.choose_language()
        if session.is_demonstration():
            line = words(
                "Demonstration: all records are fictitious, and no real committee or centre has said any of"
                " this."
            )
            st.caption(f":material/science: {line}")
        page.run()


if __name__ == "__main__":
    frame()
else:
    refuse_open_network()
    app = st.App(
        __file__,
        lifespan=warm_up,
        middleware=[Middleware(LoopbackOnly), Middleware(Delivery)],
        on_script_error=tell_failure,
    )
