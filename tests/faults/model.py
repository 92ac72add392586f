"""The register in plain Python: what should be stored after each command, and who may give it.

It knows nothing of the program's own tables of rights and rules; where the two differ, one of them is wrong.
"""

from copy import deepcopy
from dataclasses import dataclass, field

from data.models import Role
from workflow.person import Person

SECRETARY = frozenset({Role.SECRETARY})
OF_BODIES = frozenset({Role.CENTRE_MANAGER, Role.COMMITTEE_SECRETARY})
PLAN, SCHOOL, CITY, CARE = "plan", "skole", "by", "omsorg"
BODIES = [
    {"body": PLAN, "level": "committee", "name": "Planudvalget", "active_from": "2018-01-01"},
    {"body": SCHOOL, "level": "committee", "name": "Skoleudvalget", "active_from": "2018-01-01"},
    {"body": CITY, "level": "centre", "name": "Center for By", "active_from": "2018-01-01"},
    {"body": CARE, "level": "centre", "name": "Center for Omsorg", "active_from": "2018-01-01"},
]
PEOPLE = (
    Person("Sofie", frozenset({Role.SECRETARY})),
    Person("Ida", frozenset({Role.SECRETARY, Role.ADMINISTRATOR})),
    Person("Adam", frozenset({Role.ADMINISTRATOR})),
    Person("Carl", frozenset({Role.CENTRE_MANAGER}), frozenset({CITY})),
    Person("Lis", frozenset({Role.CENTRE_MANAGER}), frozenset({CITY, CARE})),
    Person("Ulla", frozenset({Role.COMMITTEE_SECRETARY}), frozenset({PLAN})),
    Person("Rita", frozenset({Role.READER})),
    Person("Nils"),
    Person("", frozenset({Role.SECRETARY})),
)


def prepares(person: Person) -> bool:
    """Whether somebody may conclude, import, plan, open, close and correct."""
    return bool(person.name) and bool(person.roles & SECRETARY)


def administers(person: Person) -> bool:
    """Whether somebody may give access."""
    return bool(person.name) and Role.ADMINISTRATOR in person.roles


def writes_for(person: Person, *bodies: str | None) -> bool:
    """Whether somebody may answer for one of the bodies, or register what is theirs."""
    own = bool(person.roles & OF_BODIES) and bool(person.bodies & set(bodies))
    return bool(person.name) and (prepares(person) or own)


@dataclass
class Answer:
    """What a body says of a principle, and how often it was saved."""

    rating: int | None
    text: str
    status: str
    version: int


@dataclass
class Consultation:
    """What the machine changes of one."""

    title: str
    centre: str | None
    committee: str | None
    is_removed: bool = False
    merged_into: str | None = None

    def may_be_changed_by(self, person: Person) -> bool:
        """Whether it is of somebody's own bodies, or they may change all."""
        return writes_for(person, self.centre, self.committee)


@dataclass
class Register:
    """What is stored."""

    answers: dict[tuple[str, str, int], Answer] = field(default_factory=dict)
    consultations: dict[str, Consultation] = field(default_factory=dict)
    rounds: dict[str, str] = field(default_factory=dict)
    conclusions: dict[tuple[str, str], str] = field(default_factory=dict)
    frozen: dict[str, tuple[str, str]] = field(default_factory=dict)
    errata: int = 0
    access: set[tuple[str, str]] = field(default_factory=set)
    drafts: set[tuple[str, str, int, str]] = field(default_factory=set)
    imports: dict[int, dict[str, Consultation] | None] = field(default_factory=dict)
    """By number, the consultations before; None once it was undone."""

    def copy(self) -> "Register":
        """As it is now, to come back to."""
        return deepcopy(self)
