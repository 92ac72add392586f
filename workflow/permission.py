"""Who may do what: one table of rights, asked where something is written.

Every function of this room that writes is a :func:`command`. It names the right that it needs, and of which
bodies the things are that it changes; so no way in, be it a page, a form or an address, forgets to ask.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from data.confidential import EVERY_BODY, NOBODY, Readership
from data.database import Store
from data.errors import NotPermitted as NotPermitted
from language import N_, Sentence
from workflow.command_log import recorded
from workflow.person import ROLE_NAMES, Person, Role


class Right(StrEnum):
    """Something that can be allowed."""

    READ = "read"
    CONFIDENTIAL_WORDS = "confidential_words"
    CONFIDENTIAL_VERSION = "confidential_version"
    ANSWER = "answer"
    REGISTER = "register"
    IMPORT = "import"
    CONCLUDE = "conclude"
    CONDUCT = "conduct"
    SET_UP = "set_up"
    ADMINISTER = "administer"


RIGHT_NAMES: Mapping[Right, str] = {
    Right.READ: N_("Read results, records and documents"),
    Right.CONFIDENTIAL_WORDS: N_("Read confidential words, in forms and papers too"),
    Right.CONFIDENTIAL_VERSION: N_("Make the confidential version of documents"),
    Right.ANSWER: N_("Write assessments and take forms in"),
    Right.REGISTER: N_("Register and change consultations, clarifications and experiences"),
    Right.IMPORT: N_("Take files in, and undo that"),
    Right.CONCLUDE: N_("Write conclusions, choose themes, follow up"),
    Right.CONDUCT: N_("Plan, open and close rounds, and correct closed ones"),
    Right.SET_UP: N_(
        "Change committees and centres, norms, wording, methods, days off, templates and headings"
    ),
    Right.ADMINISTER: N_("Give access, back up and restore, read the history of everything"),
}


@dataclass(frozen=True)
class Grant:
    """Which roles have a right: for everything, and which only for what is their own bodies'."""

    all: frozenset[Role]
    own: frozenset[Role] = frozenset()


_SECRETARY = frozenset({Role.SECRETARY})
_BODIES = frozenset({Role.CENTRE_MANAGER, Role.COMMITTEE_SECRETARY})
GRANTS: Mapping[Right, Grant] = {
    Right.READ: Grant(frozenset(Role)),
    Right.CONFIDENTIAL_WORDS: Grant(_SECRETARY, _BODIES),
    Right.CONFIDENTIAL_VERSION: Grant(_SECRETARY),
    Right.ANSWER: Grant(_SECRETARY, _BODIES),
    Right.REGISTER: Grant(_SECRETARY, _BODIES),
    Right.IMPORT: Grant(_SECRETARY),
    Right.CONCLUDE: Grant(_SECRETARY),
    Right.CONDUCT: Grant(_SECRETARY),
    Right.SET_UP: Grant(_SECRETARY),
    Right.ADMINISTER: Grant(frozenset({Role.ADMINISTRATOR})),
}
"""The table of who may what. An administrator runs the system and takes no part in the evaluation."""

NOT_PERMITTED = N_("{name} may not do this. It is for: {roles}. Nothing was changed.")
NOT_OWN = N_("{name} may do this for their own centre or committee only. Nothing was changed.")
READ_ONLY = N_("You can read this. It is changed by: {roles}.")
READ_ONLY_BUT_OWN = N_(
    "You can read this. It is changed by: {roles}; for their own centre or committee also by: {own}."
)
NO_NAME = N_(
    "Write your name at the top of the page first: it stands beside what you save. Nothing was changed."
)
NO_ROLE = N_("{name} has no role in Øjenhøjde yet. An administrator can give one on the page *Access*.")


P = ParamSpec("P")
R = TypeVar("R")
_Write = Callable[Concatenate[Store, Person, P], R]


Bodies = Collection[str]
Concerns = Callable[..., Iterable[Bodies]]
"""From a command's arguments without the person: of each thing that it changes, the bodies that it is of."""


@dataclass(frozen=True)
class Command:
    """A function that writes, the right that it needs, and whether one may have it for one's own bodies
    only.
    """

    name: str
    right: Right
    for_own: bool
    summary: str
    run: Callable[..., object]


COMMANDS: dict[str, Command] = {}
"""Every command by its module and name, once its module is imported."""


def may(person: Person, right: Right, bodies: Bodies | None = None) -> bool:
    """Whether a person has a right over something of these bodies; without ``bodies``, over anything."""
    grant = GRANTS[right]
    if person.roles & grant.all:
        return True
    own = person.bodies if bodies is None else person.bodies & set(bodies)
    return bool(person.roles & grant.own and own)


def readership_of(person: Person) -> Readership:
    """Whose confidential words a person may read."""
    grant = GRANTS[Right.CONFIDENTIAL_WORDS]
    if person.roles & grant.all:
        return EVERY_BODY
    return Readership(bodies=person.bodies) if person.roles & grant.own else NOBODY


def refusal_of(person: Person, right: Right | None, bodies: Bodies | None = None) -> Sentence | None:
    """Why a person may not do something that needs a right, or None where :func:`may` says yes; nothing needs
    no right.
    """
    if right is None or may(person, right, bodies):
        return None
    if not person.roles:
        return Sentence(NO_ROLE, {"name": person.name})
    if may(person, right):
        return Sentence(NOT_OWN, {"name": person.name})
    grant = GRANTS[right]
    return Sentence(NOT_PERMITTED, {"name": person.name, "roles": _names(grant.all | grant.own)})


def read_only(person: Person, right: Right, bodies: Bodies | None = None) -> Sentence | None:
    """Who may change what a person can only read, or None where :func:`may` says yes."""
    if may(person, right, bodies):
        return None
    grant = GRANTS[right]
    if grant.own:
        return Sentence(READ_ONLY_BUT_OWN, {"roles": _names(grant.all), "own": _names(grant.own)})
    return Sentence(READ_ONLY, {"roles": _names(grant.all)})


def _names(roles: frozenset[Role]) -> tuple[Sentence, ...]:
    return tuple(Sentence(ROLE_NAMES[role]) for role in Role if role in roles)


def require(person: Person, right: Right, bodies: Bodies | None = None) -> None:
    """Raises :class:`NotPermitted` where :func:`refusal_of` says why, or where nobody would sign it."""
    if not person.name.strip():
        raise NotPermitted(Sentence(NO_NAME))
    if refusal := refusal_of(person, right, bodies):
        raise NotPermitted(refusal)


def command(
    right: Right, concerns: Concerns | None = None, *, is_event: bool = True
) -> Callable[[_Write[P, R]], _Write[P, R]]:
    """A function that writes needs this right; with ``concerns``, over each thing that it changes. It then
    raises :class:`NotPermitted` before it reads or writes anything else. That it was done, or refused, is an
    event; with ``is_event`` False, only that it was refused.
    """

    def guarded(function: _Write[P, R]) -> _Write[P, R]:
        @wraps(function)
        def run(store: Store, person: Person, /, *args: P.args, **values: P.kwargs) -> R:
            with recorded(store, person, name, is_event=is_event):
                require(person, right)
                if concerns and not person.roles & GRANTS[right].all:
                    for bodies in concerns(store, *args, **values):
                        require(person, right, bodies)
                return function(store, person, *args, **values)

        name = f"{function.__module__}.{function.__qualname__}"
        summary = re.split(r"[.;] ", " ".join((function.__doc__ or "").split()))[0].rstrip(".")
        COMMANDS[name] = Command(name, right, concerns is not None, summary, run)
        return run

    return guarded
