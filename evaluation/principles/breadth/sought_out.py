"""Did the municipality go out to people who would not have come by themselves?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import Reason, Reasons
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="sought_out",
    principle=5,
    position=2,
    label=N_("Sought out a group"),
    question=N_("Did the municipality go out to people who would not have come by themselves?"),
    numerator=N_("Counts consultations that sought out at least one group."),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where no group is recorded as sought out or not."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "sought_out": N_("Share that sought out a group, at least"),
    },
    missed=MissQuestion(
        N_("{scope}, nobody is recorded as sought out. Who would have needed an invitation of their own?"),
    ),
    reasons=Reasons(
        met=(Reason(N_("Sought out: {groups_sought_out}.")),),
        missed=(Reason(N_("No group is recorded as sought out.")),),
    ),
)
