"""Who gets in, and as what: rules over the claims of a sign-in, which administrators write."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from data import queries, visits
from data.audit import Action, AuditEvent, record
from data.database import Store
from data.errors import CommandRefused, RecordProblem
from data.models import AccessRule
from data.writing import RowChange, save_records
from language import N_, Sentence
from workflow.cells import access_rule_cells
from workflow.permission import GRANTS, Right, command
from workflow.person import Person, Role

NOT_WHOLE = N_("Write the claim and its value, and choose the role. Nothing was saved.")
NO_BODY = N_(
    "Choose the committees and centres that a centre manager or committee secretary writes for."
    " Nothing was saved."
)
TAKEN = N_("There is a rule of this claim, value and role already. Change that one instead.")
LAST = N_("Somebody must be administrator. Give another one the role first; nothing was changed.")
NOT_FIRST = N_("There is an administrator already, who can give you a role on the page *Access*.")
NAME_CLAIMS = ("name", "preferred_username", "email", "sub")
"""Where the name is that signs what somebody does; the first that is there."""
OWN = GRANTS[Right.ANSWER].own
"""The roles that are for bodies of their own."""


@command(Right.ADMINISTER)
def grant_access(store: Store, person: Person, rule: AccessRule) -> list[RecordProblem]:
    """A new rule; gives notices. Raises :class:`data.errors.CommandRefused` where it is not whole or there
    already, :class:`data.errors.RecordRefused` where it names a body that the register does not hold.
    """
    rule = _whole(rule)
    if _stored(store, rule):
        raise CommandRefused(Sentence(TAKEN))
    return save_records(store, person.name, [RowChange("access_rules", access_rule_cells(rule))])


@command(Right.ADMINISTER)
def change_access(
    store: Store, person: Person, *, rule_before: AccessRule, rule: AccessRule
) -> list[RecordProblem]:
    """Another role, other bodies or another last day for a rule; gives notices. Raises as
    :func:`grant_access` does, and :class:`data.errors.ChangedMeanwhile`; it also refuses to take the role
    from the last administrator.
    """
    rule, read = _whole(rule), access_rule_cells(rule_before)
    with store.alone():
        _refuse_without_administrator(store, rule_before, rule)
        if _key(rule) == _key(rule_before):
            return save_records(
                store, person.name, [RowChange("access_rules", access_rule_cells(rule), read)]
            )
        if _stored(store, rule):
            raise CommandRefused(Sentence(TAKEN))
        new_row = RowChange("access_rules", access_rule_cells(rule))
        removed_rows = [RowChange("access_rules", read, read)]
        return save_records(store, person.name, [new_row], removed_rows=removed_rows)


@command(Right.ADMINISTER)
def withdraw_access(store: Store, person: Person, rule: AccessRule) -> list[RecordProblem]:
    """Take a rule away; the history keeps it. Raises :class:`data.errors.CommandRefused` for the last
    administrator's, :class:`data.errors.ChangedMeanwhile`.
    """
    with store.alone():
        _refuse_without_administrator(store, rule, None)
        read = access_rule_cells(rule)
        return save_records(store, person.name, [], removed_rows=[RowChange("access_rules", read, read)])


@command(Right.ADMINISTER)
def end_visits_of(store: Store, person: Person, subject: str, *, at: datetime) -> int:
    """Sign somebody out everywhere, by the provider's own number of them, at a moment in UTC; gives how many
    visits were open.
    """
    return visits.end_all(store, subject, at)


def has_administrator(store: Store) -> bool:
    """Whether anybody could give others a role."""
    return any(_administers(rule) for rule in queries.access.rules(store))


def become_first_administrator(store: Store, claims: Mapping[str, object]) -> list[RecordProblem]:
    """The one who could read the console, by the provider's own number of the person (``sub``). Raises
    :class:`data.errors.CommandRefused` where there is an administrator already.
    """
    with store.alone():
        if has_administrator(store):
            raise CommandRefused(Sentence(NOT_FIRST))
        name = name_of(claims)
        rule = AccessRule("sub", str(claims["sub"]), Role.ADMINISTRATOR, note=name)
        notices = save_records(store, name, [RowChange("access_rules", access_rule_cells(rule))])
    event = AuditEvent(Action.ACCESS_CHANGE, name, frozenset({Role.ADMINISTRATOR}), "first administrator")
    record(store, event)
    return notices


def signed_in(store: Store, claims: Mapping[str, object], today: date) -> Person:
    """Who signed in with these claims: every role of a rule that fits and has not ended, and the bodies of
    those, with all that these took over from.
    """
    rules = [rule for rule in queries.access.rules(store) if _fits(rule, claims, today)]
    bodies = {each for rule in rules for body in rule.bodies for each in queries.bodies.lineage(store, body)}
    return Person(name_of(claims), frozenset(rule.role for rule in rules), frozenset(bodies))


def name_of(claims: Mapping[str, object]) -> str:
    """The name with which somebody signs."""
    names = (str(claims.get(claim) or "").strip() for claim in NAME_CLAIMS)
    return next((name for name in names if name), "?")


def _fits(rule: AccessRule, claims: Mapping[str, object], today: date) -> bool:
    if rule.last_day and rule.last_day < today:
        return False
    claim = claims.get(rule.claim)
    values = claim if isinstance(claim, list | tuple) else [claim]
    wanted = rule.value.casefold()  # addresses and names of groups differ in capitals alone
    return any(str(value).casefold() == wanted for value in values if value is not None)


def _whole(rule: AccessRule) -> AccessRule:
    rule = replace(rule, claim=rule.claim.strip(), value=rule.value.strip())
    if not rule.claim or not rule.value:
        raise CommandRefused(Sentence(NOT_WHOLE))
    if rule.role in OWN and not rule.bodies:
        raise CommandRefused(Sentence(NO_BODY))
    return rule if rule.role in OWN else replace(rule, bodies=())


def _refuse_without_administrator(store: Store, before: AccessRule, after: AccessRule | None) -> None:
    others = [rule for rule in queries.access.rules(store) if _key(rule) != _key(before)]
    rules = [*others, after] if after else others
    if _administers(before) and not any(_administers(rule) for rule in rules):
        raise CommandRefused(Sentence(LAST))


def _administers(rule: AccessRule) -> bool:
    """Whether a rule makes an administrator for good."""
    return rule.role == Role.ADMINISTRATOR and rule.last_day is None


def _stored(store: Store, rule: AccessRule) -> bool:
    return any(_key(each) == _key(rule) for each in queries.access.rules(store))


def _key(rule: AccessRule) -> tuple[str, str, Role]:
    return rule.claim, rule.value, rule.role
