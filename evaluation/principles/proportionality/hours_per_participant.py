"""How many hours of work went into each participant?"""

from evaluation.principles.definition import Indicator
from evaluation.principles.reasons import Reason, Reasons
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="hours_per_participant",
    principle=None,
    position=2,
    label=N_("Hours per participant"),
    question=N_("How many hours of work went into each participant?"),
    numerator=N_(
        "Measures the hours spent for each participant, and gives the middle value, also by planned scale."
    ),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where the hours or the participants are missing, or nobody took part."),
    measure="median",
    unit="hours",
    norm="reported",
    source=OWN_PROPOSAL,
    by_scale=True,
    reasons=Reasons(
        known=(Reason(N_("It took {hours_spent}. Participants: {participants}.")),),
        unknown=(
            Reason(N_("Nobody took part, so there are no hours per participant."), "is_without_participants"),
        ),
    ),
)
