"""What is planned for a consultation before it starts, and what came of the plan."""

from collections.abc import Mapping

from data.database import Store
from data.models import ConsultationPlan, PlanAndActual
from data.queries.read import split_keys, sql, with_attendance
from data.record_source import OWN, with_steps

STEPS: Mapping[str, str] = {
    "selection_days": f"select 0 as selection, '{OWN}' as municipality",
    "selected": "select 0 as selection, c.* from consultations c where c.consultation = $consultation",
    **{name: sql(name) for name in ("method_kinds", "plan_hearings", "frames")},
    "frame_reasoned": sql("indicators/frame_reasoned"),
}
"""The steps and the indicator that a plan is read by, over this one consultation, whether or not a round
counts it.
"""


def plan(store: Store, consultation: str) -> ConsultationPlan | None:
    """The plan of a consultation; None where the register holds none of this key."""
    query = f"{with_steps(store, ('methods',), STEPS)} {sql('clarifications')}"
    for row in store.records(query, consultation=consultation):
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
