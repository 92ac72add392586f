"""Did the circle of participants look beyond the task?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import Reason, Reasons
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="beyond",
    principle=5,
    position=3,
    label=N_("Reached beyond those affected"),
    question=N_("Did the circle of participants look beyond the task?"),
    numerator=N_("Counts consultations with at least one group from beyond those directly affected."),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where no group is recorded as beyond those affected or not."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "beyond": N_("Share that reached beyond those affected, at least"),
    },
    missed=MissQuestion(
        N_("{scope}, no group from beyond those directly affected is recorded. Whose view was missing?"),
    ),
    reasons=Reasons(
        met=(Reason(N_("From beyond those directly affected: {groups_beyond}.")),),
        missed=(Reason(N_("No group is recorded as being beyond those directly affected.")),),
    ),
)
