"""Did the centre try a way of involving people that was new to it?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import Reason, Reasons
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="new_method",
    principle=2,
    position=4,
    label=N_("Tried something new"),
    question=N_("Did the centre try a way of involving people that was new to it?"),
    numerator=N_("Counts consultations that tried a method new to the centre."),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where it is not recorded."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "new_method": N_("Share that tried something new, at least"),
    },
    missed=MissQuestion(
        N_("{scope}, no method new to the centre was tried. Where would something new be worth a try?"),
    ),
    reasons=Reasons(
        met=(Reason(N_("A method new to the centre was tried.")),),
        missed=(Reason(N_("No method new to the centre was tried.")),),
    ),
)
