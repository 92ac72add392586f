"""Principle 5 and proportionality: the circle looks beyond the task, and the effort fits what is at stake."""

from data.queries.scale_bands import scale_bands
from evaluation.clarification.definition import PlanFacts, PlanRule, Remark
from evaluation.principles.sources import ADOPTED, OWN_PROPOSAL
from evaluation.scales import SCALES
from evaluation.units import quantity
from language import N_, Sentence

BUSINESSES = "businesses"


def _nobody_beyond(facts: PlanFacts) -> Remark | None:
    if facts.plan.start_on is None or facts.plan.groups_beyond:
        return None
    return Remark(
        Sentence(N_("Nobody is sought out beyond those who are affected.")),
        Sentence(N_("Choose at least one group that can see the matter from outside.")),
    )


def _no_businesses(facts: PlanFacts) -> Remark | None:
    plan = facts.plan
    if not plan.businesses_relevant or BUSINESSES in (*plan.groups, *plan.groups_beyond):
        return None
    return Remark(
        Sentence(N_("Businesses are relevant, but are not among the groups.")),
        Sentence(N_("Add businesses to one of the two lists.")),
    )


def _effort(facts: PlanFacts) -> Remark | None:
    plan, bands = facts.plan, scale_bands(facts.norms)
    if plan.hours is None or plan.scale not in bands:
        return None
    band, values = bands[plan.scale], {"hours": quantity(plan.hours, "hours"), "scale": _scale(plan.scale)}
    if band.is_above(plan.hours) and band.up_to is not None:
        text = N_("{hours} is more than the scale “{scale}” calls for: at most {limit}.")
        mend = Sentence(N_("Plan less, or write why the matter needs a larger scale."))
        return Remark(Sentence(text, values | {"limit": quantity(band.up_to, "hours")}), mend)
    if band.is_below(plan.hours) and band.above is not None:
        text = N_("{hours} is less than the scale “{scale}” calls for: more than {limit}.")
        mend = Sentence(N_("Set aside more, or choose a smaller scale."))
        return Remark(Sentence(text, values | {"limit": quantity(band.above, "hours")}), mend)
    return None


def _scale(scale: str) -> Sentence:
    return Sentence(SCALES[scale])


RULES = (
    PlanRule(
        "nobody_beyond",
        5,
        ("planned_groups_beyond",),
        N_("Nobody is sought out beyond those who are affected."),
        ADOPTED,
        _nobody_beyond,
    ),
    PlanRule(
        "no_businesses",
        5,
        ("planned_groups",),
        N_("Businesses are relevant, but none are to be asked."),
        ADOPTED,
        _no_businesses,
    ),
    PlanRule(
        "effort",
        None,
        ("hours_planned",),
        N_(
            "The planned hours do not fit the scale: small up to {scale_small_max_hours}, medium up to"
            " {scale_medium_max_hours}, large above that."
        ),
        OWN_PROPOSAL,
        _effort,
        {"scale_small_max_hours": "hours", "scale_medium_max_hours": "hours"},
    ),
)
