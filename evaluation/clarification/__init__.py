"""The clarification before a consultation starts: what of its plan to look at once more, in the principles'
order. Pure rules over a plan and a day; the day is given.
"""

from datetime import date

from data import queries
from data.database import Store
from data.models import ConsultationPlan
from data.queries.response_windows import planned_window
from evaluation.clarification import breadth, decisions, frames, window
from evaluation.clarification.definition import PlanFacts, PlanRule, PlanWarning
from evaluation.method import Rule

RULES: tuple[PlanRule, ...] = (*frames.RULES, *decisions.RULES, *window.RULES, *breadth.RULES)
"""Those of the start, the frame and the groups beyond are tried once there is a planned start: an empty plan
is not warned of.
"""
IN_WORDS = tuple(Rule(rule.text, rule.norms) for rule in RULES)


def plan_facts(store: Store, plan: ConsultationPlan, today: date) -> PlanFacts:
    """What the rules are held against."""
    norms, start, end = queries.norms.in_force(store, today), plan.start_on, plan.end_on
    if start is None or end is None or end < start:
        return PlanFacts(plan, today, norms)
    return PlanFacts(
        plan,
        today,
        norms,
        planned_window(store, plan.consultation, (start, end), norms),
        queries.days_off.names_within(store, start, end),
    )


def has_started(facts: PlanFacts) -> bool:
    """Whether the consultation has started by that day: then it is too late to warn."""
    return facts.plan.started_on is not None and facts.plan.started_on <= facts.today


def warnings(facts: PlanFacts) -> list[PlanWarning]:
    """What of a plan to look at once more; nothing where the consultation has started."""
    if has_started(facts):
        return []
    remarks = ((rule, rule.check(facts)) for rule in RULES)
    return [PlanWarning(rule, remark) for rule, remark in remarks if remark]
