"""The frame of every page: the register, the language, the chosen round and the menu.

``streamlit run dashboard.py`` reads this file twice: once as a module, for the server, and once a visit, as
the script.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import streamlit as st
from starlette.middleware import Middleware
from streamlit.navigation.page import StreamlitPage

from data.errors import RegisterClosed, StoreError
from data.lake.setting import lake_setting
from data.models import Round
from language import N_, Words
from pages import session
from pages.components.first_steps import show_trial
from pages.components.outcome_messages import keep_messages, show_messages
from pages.components.sign_in import is_let_in, show_person
from pages.server.api.application import api_mount
from pages.server.loopback import LoopbackOnly, OwnAddressOnly, refuse_open_network
from pages.server.middleware import Delivery
from pages.server.page_failure import tell_failure
from pages.server.sign_in import SETTINGS, settings_or_end
from pages.server.sign_in_cookies import SignInCookies
from pages.server.sign_in_trouble import SignInTrouble
from pages.server.startup import warm_up
from workflow.permission import Right, refusal_of

HERE = Path(__file__).parent
MENU = {
    N_("Results"): (
        ("pages/results/overview.py", N_("Overview"), ":material/dashboard:"),
        ("pages/results/principle.py", N_("Principle"), ":material/flag:"),
        ("pages/results/proportionality.py", N_("Proportionality"), ":material/balance:"),
        ("pages/results/trends.py", N_("Trends"), ":material/timeline:"),
        ("pages/results/words.py", N_("Words and themes"), ":material/format_quote:"),
        ("pages/results/body.py", N_("One committee or centre"), ":material/apartment:"),
        ("pages/results/others.py", N_("Other municipalities"), ":material/map:"),
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
        ("pages/settings/access.py", N_("Access"), ":material/key:"),
        ("pages/settings/history.py", N_("History"), ":material/history:"),
        ("pages/settings/data.py", N_("Data"), ":material/database:"),
    ),
    N_("About"): (("pages/about/method.py", N_("Method"), ":material/menu_book:"),),
}


ABOVE = "above every page"
MEETING, OTHERS = "meeting", "others"
LINKED = (
    ("pages/records/meeting.py", N_("Meeting mode")),
    ("pages/records/consultation.py", N_("Consultation")),
    ("pages/records/clarification.py", N_("Clarification")),
)
# Pages that not everybody may open, by their address.
RIGHTS = {"access": Right.ADMINISTER, "history": Right.ADMINISTER}


def frame() -> None:
    """Draw what stands around every page, and the page in it; anew where another register was put in the
    place of the one that it was reading.
    """
    try:
        _draw_frame()
    except RegisterClosed as problem:
        keep_messages(ABOVE, [("warning", session.words().say(problem.sentence))])
        st.rerun()


def _draw_frame() -> None:
    # The icon comes first: st.navigation would fetch the page's own as a picture from elsewhere.
    st.set_page_config(page_icon=HERE / "pages/icon.png", layout="wide")
    words = session.words()
    trial_refused = session.settle_trial(words)
    menu = _menu(words)
    page = st.navigation(menu)
    st.set_page_config(page_title=f"{page.title} · Øjenhøjde")
    st.logo(HERE / "pages/logo.svg", size="large")
    in_meeting = page.url_path == MEETING
    if in_meeting:
        st.navigation(menu, position="hidden")
    try:
        rounds = session.rounds()
    except StoreError as problem:
        st.error(session.plain(words.say(problem.sentence)), icon=":material/error:")
        return
    with st.container(width=1440 if in_meeting else 1120):
        if not is_let_in(words):
            st.navigation(menu, position="hidden")
            return
        session.keep_person()
        session.end_old_drafts_daily()
        if trial_refused:
            st.warning(session.plain(words.say(trial_refused)), icon=":material/science:")
        _above(rounds, words, in_meeting=in_meeting)
        show_messages(ABOVE)
        if refusal := refusal_of(session.person(), RIGHTS.get(page.url_path)):
            session.note_refusal(page.url_path)
            st.error(session.plain(words.say(refusal)), icon=":material/lock:")
        else:
            page.run()


def _menu(words: Words) -> dict[str, list[StreamlitPage]]:
    """The pages by the groups of the menu, and those that only links lead to."""
    menu = {
        words(group): [
            st.Page(script, title=words(title), icon=icon, visibility=_visibility(script))
            for script, title, icon in entries
        ]
        for group, entries in MENU.items()
    }
    menu[words("Records")] += [
        st.Page(script, title=words(title), visibility="hidden") for script, title in LINKED
    ]
    return menu


def _above(rounds: Sequence[Round], words: Words, *, in_meeting: bool) -> None:
    """What stands above a page: round, language and who is there; in a meeting nothing that could be
    touched.
    """
    if in_meeting:
        session.keep_in_link("lang", words.code)
        if rounds:
            session.keep_in_link("round", session.chosen_round().key)
    else:
        with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
            session.choose_round(rounds, words)
            session.choose_language()
            show_person(words)
    if session.is_trial():
        show_trial(words, in_meeting=in_meeting)
    elif session.is_demonstration():
        line = words(
            "Demonstration: all records are fictitious, and no real committee or centre has said any of this."
        )
        st.caption(f":material/science: {line}")


def _visibility(script: str) -> Literal["visible", "hidden"]:
    """A page that somebody may not open is not in their menu; nor is that of a lake where there is none."""
    if Path(script).stem == OTHERS and lake_setting() is None:
        return "hidden"
    try:
        refusal = refusal_of(session.person(), RIGHTS.get(Path(script).stem))
    except StoreError:
        return "visible"
    return "hidden" if refusal else "visible"


if __name__ == "__main__":
    frame()
else:
    sign_in = settings_or_end()
    if sign_in is None:
        refuse_open_network(SETTINGS.values())
        gates = [Middleware(LoopbackOnly)]
    else:
        gates = [
            Middleware(OwnAddressOnly, origin=sign_in.origin),
            Middleware(SignInTrouble),
            Middleware(SignInCookies, sign_in=sign_in),
        ]
    app = st.App(
        __file__,
        secrets={"auth": sign_in.secrets} if sign_in else None,
        lifespan=warm_up,
        routes=[api_mount()],
        middleware=[*gates, Middleware(Delivery)],
        on_script_error=tell_failure,
    )
