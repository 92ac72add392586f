"""Who does something, in which roles, and for which bodies."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from language import N_


class Role(StrEnum):
    """What somebody is to the register. A person can have several."""

    ADMINISTRATOR = "administrator"
    SECRETARY = "secretary"
    CENTRE_MANAGER = "centre_manager"
    COMMITTEE_SECRETARY = "committee_secretary"
    READER = "reader"


ROLE_NAMES: Mapping[Role, str] = {
    Role.ADMINISTRATOR: N_("administrator"),
    Role.SECRETARY: N_("secretary"),
    Role.CENTRE_MANAGER: N_("centre manager"),
    Role.COMMITTEE_SECRETARY: N_("committee secretary"),
    Role.READER: N_("reader"),
}
"""As people call them."""


@dataclass(frozen=True)
class Person:
    """Somebody at the screen or at a command line; ``name`` signs what they do, in the history and beside
    it. ``bodies`` are the keys of the centres and committees that they write for. Without a role they may do
    nothing.
    """

    name: str
    roles: frozenset[Role] = frozenset()
    bodies: frozenset[str] = frozenset()


def at_this_machine(name: str) -> Person:
    """Whoever runs the program, or sits at the machine that does: without a sign-in, the one trusted person
    who prepares the evaluation and looks after the register.
    """
    return Person(name, frozenset({Role.ADMINISTRATOR, Role.SECRETARY}))
