"""Did the effort stay within what was planned for a matter of this size?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import Reason, Reasons
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="scale_fit",
    principle=None,
    position=3,
    label=N_("Hours fit the planned scale"),
    question=N_("Did the effort stay within what was planned for a matter of this size?"),
    numerator=N_(
        "Counts consultations whose hours lie in the band that the norms set for their planned scale."
    ),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where the planned scale or the hours are missing."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "scale_fit": N_("Share whose hours fit the planned scale, at least"),
        "scale_small_max_hours": N_("Hours for a small matter, at most"),
        "scale_medium_max_hours": N_("Hours for a medium matter, at most"),
    },
    missed=MissQuestion(
        N_("{scope}, the hours spent did not fit the planned scale. Was the scale wrong, or the effort?"),
    ),
    reasons=Reasons(
        known=(
            Reason(N_("It took {hours_spent}. For the scale “{scale}” the norms allow {hours_allowed}.")),
        ),
    ),
)
