"""What is planned for a consultation before it starts, and what came of the plan."""

from data.database import Store
from data.models import ConsultationPlan, PlanAndActual
from data.queries.read import split_keys, sql, with_attendance


def plan(store: Store, consultation: str) -> ConsultationPlan | None:
    """The plan of a consultation; None where the register holds none of this key."""
    for row in store.records(sql("clarifications"), consultation=consultation):
        lists = {name: split_keys(row[name]) for name in ("methods", "groups", "groups_beyond")}
        return ConsultationPlan(**{**row, **lists})
    return None


def plan_and_actual(store: Store, consultation: str) -> PlanAndActual:
    """The plan of a consultation beside what came of it. The register holds one of this key."""
    (row,) = store.records(with_attendance("plan_and_actual"), consultation=consultation)
    lists = {
        name: None if row[name] is None else split_keys(row[name])
        for name in ("planned_methods", "planned_groups")
    }
    groups = None if row["groups"] is None else tuple(row["groups"])
    return PlanAndActual(**{**row, **lists, "methods": split_keys(row["methods"]), "groups": groups})
