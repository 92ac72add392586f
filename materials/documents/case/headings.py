"""What the sections of a case are called. Municipalities name them differently: others can be given."""

from collections.abc import Mapping

from language import N_, Words

HEADINGS: Mapping[str, str] = {
    "earlier": N_("Earlier treatment"),
    "summary": N_("Summary of the case"),
    "background": N_("Background"),
    "presentation": N_("Presentation of the case"),
    "economy": N_("Economy"),
    "recommendation": N_("Recommendation"),
    "decision": N_("Decision"),
    "annexes": N_("Annexes"),
}
"""The sections in their order, each with its usual name."""


def headings_in(words: Words, own: Mapping[str, str] | None = None) -> dict[str, str]:
    """The name of every section: the municipality's ``own`` where it has one, else the usual one."""
    return {key: (own or {}).get(key) or words(label) for key, label in HEADINGS.items()}
