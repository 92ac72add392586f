"""What was decided to do about a principle: last time, with what became of it, and now."""

import streamlit as st

from data import queries
from data.models import Action
from evaluation.findings import PrincipleFinding
from evaluation.scales import ACTION_STATES
from language import Sentence, Words
from pages import session

ICONS = {
    "planned": ":material/schedule:",
    "started": ":material/play_arrow:",
    "done": ":material/check:",
    "dropped": ":material/close:",
}


def show_actions(finding: PrincipleFinding, names: dict[str, Sentence | str], words: Words) -> None:
    """The actions of the previous round and of this one that belong to the principle."""
    for round_key in (finding.change.previous_round, session.chosen_round().key):
        actions = (
            [
                action
                for action in queries.actions.of_round(session.store(), round_key)
                if action.principle == str(finding.principle)
            ]
            if round_key
            else []
        )
        if actions:
            st.markdown(f"**{session.plain(words('Decided after {round}', round=names[str(round_key)]))}**")
            with st.container(gap="xsmall"):
                for action in actions:
                    _show(action, words)


def facts_of(action: Action, words: Words) -> str:
    """Who owns an action and by when it is due."""
    due = words("by {day}", day=action.due_on) if action.due_on else ""
    return " · ".join(part for part in (action.owner or "", due) if part)


def _show(action: Action, words: Words) -> None:
    badge = f":gray-badge[{ICONS[action.state]} {words(ACTION_STATES[action.state])}]"
    lines = [session.plain(action.text), f"{badge} :small[{session.plain(facts_of(action, words))}]"]
    if action.outcome:
        outcome = session.plain(words("What became of it: {outcome}", outcome=action.outcome))
        lines.append(f":small[{outcome}]")
    st.markdown("  \n".join(lines))
