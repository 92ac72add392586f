"""Was it clarified under the principles before it started?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import KEPT_FOR_NONE, Reason, Reasons
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="clarified",
    principle=None,
    position=1,
    label=N_("Clarified before the start"),
    question=N_("Was it clarified under the principles before it started?"),
    numerator=N_(
        "Counts consultations that were clarified under the five principles on a day before their start."
    ),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_(
        "Not known where the start is missing, nor where no consultation of the period has a day of"
        " clarification: then the register does not keep them."
    ),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "clarified": N_("Share clarified before the start, at least"),
    },
    missed=MissQuestion(
        N_("{scope}, no clarification before the start is recorded. What would it have changed?"),
    ),
    reasons=Reasons(
        met=(Reason(N_("It was clarified {clarified_on}, before it started {start_on}.")),),
        missed=(
            Reason(N_("It was clarified {clarified_on}, no earlier than the start on {start_on}.")),
            Reason(N_("It started {start_on}, and no day is recorded on which it was clarified.")),
        ),
        unknown=(KEPT_FOR_NONE,),
    ),
)
