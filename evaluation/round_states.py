"""How a round stands, and what that makes of its numbers."""

from collections.abc import Mapping

from language import N_, Sentence

STATES: Mapping[str, str] = {
    "planned": N_("The round is planned"),
    "open": N_("The round is open: preliminary"),
    "not_frozen": N_("The round is closed, but not frozen"),
    "closed": N_("The round is closed"),
}
DRAFTS: Mapping[str, str] = {
    "planned": N_("Draft: the round is not open yet, and every number in it can still change."),
    "open": N_("Draft: the round is open, and every number in it can still change."),
    "not_frozen": N_("Draft: the round is closed, but not frozen, and every number in it can still change."),
}
DRAFTS_IN_SHORT: Mapping[str, str] = {
    "planned": N_("Draft: not open yet"),
    "open": N_("Draft: the round is open"),
    "not_frozen": N_("Draft: not frozen yet"),
}
"""The same at the foot of a slide, which has little room."""
WAITS_FOR_ANSWERS = frozenset({"planned", "open"})


def round_state(status: str, *, is_frozen: bool) -> str:
    """The key in :data:`STATES` of a round by its status: one that came in as closed by a file and is not
    frozen yet is told apart from one that keeps its result.
    """
    if is_frozen:
        return "closed"
    return "not_frozen" if status == "closed" else status


def draft_words(state: str) -> Sentence | None:
    """That what is made of a round in this state is a draft, and why; None where it keeps its result."""
    return None if state == "closed" else Sentence(DRAFTS[state])
