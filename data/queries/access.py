"""Who has which role."""

from data.database import Store
from data.models import AccessRule, Role
from data.queries.read import split_keys


def rules(store: Store) -> list[AccessRule]:
    """All rules, by role and value; those that have ended too."""
    rows = store.rows(
        "select claim, value, role, bodies, last_day, note from access_rules"
        " order by role, value collate da, claim"
    )
    return [
        AccessRule(claim, value, Role(role), split_keys(bodies), last_day, note)
        for claim, value, role, bodies, last_day, note in rows
    ]
