"""Where businesses had a stake, did they take part?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import Reason, Reasons
from evaluation.principles.scopes import BUSINESSES
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="businesses",
    principle=5,
    position=4,
    label=N_("Businesses took part"),
    question=N_("Where businesses had a stake, did they take part?"),
    numerator=N_("Counts consultations in which businesses took part."),
    denominator=N_("Looks only at consultations that are recorded as relevant to businesses."),
    unknown=N_("Not known where it is not recorded who took part."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "businesses": N_("Share in which businesses took part where relevant, at least"),
    },
    missed=MissQuestion(
        N_(
            "{scope}, businesses are not recorded as having taken part. What would have made it worth"
            " their while?"
        ),
    ),
    scope=BUSINESSES,
    reasons=Reasons(
        met=(Reason(N_("Businesses took part.")),),
        missed=(Reason(N_("Businesses are relevant to it, and are not among those who took part.")),),
        no_case=(
            Reason(N_("Businesses are not relevant to it."), "is_without_businesses"),
            Reason(N_("Nothing says that businesses are relevant to it.")),
        ),
    ),
)
