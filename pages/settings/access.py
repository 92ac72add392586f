"""Who gets in, and as what: rules over the claims of a sign-in, open visits, and the table of rights."""

import streamlit as st

from data import queries
from pages import session
from pages.components import access_forms
from pages.components.access_tables import show_rights, show_rules, show_visits
from pages.components.headings import show_section, show_title
from pages.components.outcome_messages import show_messages
from pages.components.tokens import show_tokens

words, store = session.words(), session.store()
show_title(words("Access"))
st.caption(
    words(
        "Whoever signs in has the roles of every rule that fits them. A rule names one thing that the sign-in"
        " says of a person, such as a group or an address; a deputy's rule has a last day."
    )
)
if session.sign_in() is None:
    st.info(
        words(
            "Nobody signs in here: whoever sits at this machine is administrator and secretary. How IT sets"
            " up a sign-in is in docs/deployment.md; the rules can be written before."
        ),
        icon=":material/no_accounts:",
    )
show_messages(access_forms.PLACE)
rules = queries.access.rules(store)
show_rules(rules, queries.bodies.names(store), words)
access_forms.show_forms(rules, words)
if session.sign_in() is not None:
    show_section(words("Open visits"))
    show_visits(words)
show_section(words("Tokens for programs"))
show_tokens(words)
show_section(words("Who may what"))
show_rights(words)
