"""In which consultations a norm is missed: in the only one, in all of them, in some."""

from dataclasses import dataclass

from language import N_


@dataclass(frozen=True)
class Scope:
    """The three ways of saying it. ``all_of_them`` has the brace {count}, ``some`` {missed} and {count}."""

    only_one: str
    all_of_them: str
    some: str


ANY = Scope(
    N_("In the only consultation"),
    N_("In each of the {count} consultations"),
    N_("In {missed} of {count} consultations"),
)
KNOWN = Scope(
    N_("In the only consultation where it is known"),
    N_("In each of the {count} consultations where it is known"),
    N_("In {missed} of the {count} consultations where it is known"),
)
DECIDED = Scope(
    N_("In the only decided consultation where it is known"),
    N_("In each of the {count} decided consultations where it is known"),
    N_("In {missed} of the {count} decided consultations where it is known"),
)
NOT_OPEN = Scope(
    N_("In the only consultation that names something as not open"),
    N_("In each of the {count} consultations that name something as not open"),
    N_("In {missed} of the {count} consultations that name something as not open"),
)
BUSINESSES = Scope(
    N_("In the only consultation relevant to businesses where it is known"),
    N_("In each of the {count} consultations relevant to businesses where it is known"),
    N_("In {missed} of the {count} consultations relevant to businesses where it is known"),
)
EXPECTING = Scope(
    N_("In the only consultation from which a decision was expected"),
    N_("In each of the {count} consultations from which a decision was expected"),
    N_("In {missed} of the {count} consultations from which a decision was expected"),
)
RESPONDING = Scope(
    N_("In the only consultation with a known period to respond in"),
    N_("In each of the {count} consultations with a known period to respond in"),
    N_("In {missed} of the {count} consultations with a known period to respond in"),
)
