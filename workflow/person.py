"""Who does something, in which roles, and for which bodies."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.labels import MEANINGS
from data.models import Role as Role

ROLE_NAMES: Mapping[str, str] = MEANINGS["role"]
"""By role, as people call it."""


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
