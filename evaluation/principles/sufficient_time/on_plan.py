"""Did the process keep to its plan?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import Reason, Reasons
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="on_plan",
    principle=4,
    position=4,
    label=N_("Ended as planned"),
    question=N_("Did the process keep to its plan?"),
    numerator=N_(
        "Counts consultations that ended on the planned day, or within the days that the norm allows"
        " before or after it."
    ),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where the end or the planned end is missing."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "on_plan": N_("Share that ended as planned, at least"),
        "on_plan_days": N_("Ended as planned: at most so far from the planned day"),
    },
    missed=MissQuestion(
        N_("{scope}, the end lay more than {days} from the planned one. What moved it, and who was told?"),
        amounts={"days": ("on_plan_days", "days")},
    ),
    limits=("on_plan_days",),
    reasons=Reasons(
        known=(
            Reason(
                N_(
                    "It ended {end_on}, and the plan was {planned_end_on}; at most {on_plan_days} may lie"
                    " between."
                )
            ),
        ),
    ),
)
