"""Who does something."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Somebody at the screen or at a command line; ``name`` signs what they do, in the history and beside
    it.
    """

    name: str
