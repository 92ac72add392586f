"""Were the frames decided before people were asked?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import Reason, Reasons
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="after_frame",
    principle=3,
    position=3,
    label=N_("Started after the frame was decided"),
    question=N_("Were the frames decided before people were asked?"),
    numerator=N_("Counts consultations that started at least a day after their frame was decided."),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where the start date or the date of the frame decision is missing."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "after_frame": N_("Share that started after the frame was decided, at least"),
    },
    missed=MissQuestion(
        N_(
            "{scope}, people were asked no later than the day the frame was decided. How clear was it"
            " to them?"
        ),
    ),
    reasons=Reasons(
        met=(Reason(N_("It started {start_on}, after the frame was decided {frame_decided_on}.")),),
        missed=(
            Reason(
                N_(
                    "It started {start_on}, no later than the day on which the frame was decided,"
                    " {frame_decided_on}."
                )
            ),
        ),
    ),
)
