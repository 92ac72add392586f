"""What a consultation lacks for a fact to be known: the fields by name, and what is said of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from language import N_, Sentence

FIELDS: Mapping[str, str] = {
    "clarified_on": N_("Clarified under the principles"),
    "scale": N_("Scale"),
    "planned_end_on": N_("Planned end"),
    "frame_decided_on": N_("Frame decided"),
    "frame_published_on": N_("Frame published"),
    "open_to_influence": N_("Open to influence"),
    "not_open": N_("Not open"),
    "start_on": N_("Started"),
    "end_on": N_("Ended"),
    "methods": N_("Method"),
    "new_method": N_("New method tried"),
    "participants": N_("Participants"),
    "contributions": N_("Contributions"),
    "contributions_answered": N_("Contributions answered"),
    "hours_spent": N_("Hours spent"),
    "proposal_on": N_("Proposal made"),
    "presented_on": N_("Contributions presented to the committee"),
    "decided_on": N_("Decided"),
    "effect": N_("Effect on the decision"),
    "feedback_on": N_("Participants told the outcome"),
    "sought_out": N_("Sought out"),
    "took_part": N_("Took part"),
    "beyond_affected": N_("Beyond those directly affected"),
}
"""The fields that can be lacking, in the order of a consultation's life; the last three are of its groups."""
GROUP_FIELDS = ("sought_out", "took_part", "beyond_affected")
GROUP_TEXTS = {
    "sought_out": N_("It is recorded of no group whether it was sought out."),
    "took_part": N_("It is recorded of no group whether it took part."),
    "beyond_affected": N_("It is recorded of no group whether it came from beyond those directly affected."),
}


def lacking_words(lacking: Sequence[str], values: Mapping[str, Any]) -> Sentence | None:
    """What is missing, or which two days lie in an order that can't be; None where nothing lacks.

    ``values`` hold the record by column.
    """
    if not lacking:
        return Sentence(N_("It goes on without an end.")) if values.get("no_end") else None
    if lacking[0] in GROUP_TEXTS:
        return Sentence(GROUP_TEXTS[lacking[0]])
    missing = [column for column in lacking if values[column] is None]
    if not missing and len(lacking) > 1:
        earlier, later = (Sentence(FIELDS[column]) for column in lacking[:2])
        text = N_("The dates are in an odd order: “{later}” lies before “{earlier}”.")
        return Sentence(text, {"earlier": earlier, "later": later})
    names = tuple(field_words(column) for column in missing or lacking)
    return Sentence(N_("Missing: {names}."), {"names": names})


def field_words(column: str) -> Sentence:
    """A field by the name that stands over it, in quotation marks."""
    return Sentence(N_("“{field}”"), {"field": Sentence(FIELDS[column])})
