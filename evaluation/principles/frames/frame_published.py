"""Could people read what they could influence before they were asked?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import Reason, Reasons
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="frame_published",
    principle=1,
    position=1,
    label=N_("Frame published by the start"),
    question=N_("Could people read what they could influence before they were asked?"),
    numerator=N_("Counts consultations whose frame was published on or before the day they started."),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where the publication date or the start date is missing."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "frame_published": N_("Share with the frame published by the start, at least"),
    },
    missed=MissQuestion(
        N_("{scope}, the frame was published after the start. What stood in the way?"),
    ),
    reasons=Reasons(
        met=(
            Reason(
                N_("The frame was published {frame_published_on}, no later than the start on {start_on}.")
            ),
        ),
        missed=(Reason(N_("The frame was published {frame_published_on}, after the start on {start_on}.")),),
    ),
)
