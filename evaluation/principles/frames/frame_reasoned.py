"""Where something could not be influenced, was the reason given?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import Reason, Reasons
from evaluation.principles.scopes import NOT_OPEN
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="frame_reasoned",
    principle=1,
    position=3,
    label=N_("Reason given for what is not open"),
    question=N_("Where something could not be influenced, was the reason given?"),
    numerator=N_("Counts consultations that give the reason for what is not open."),
    denominator=N_(
        "Looks only at consultations that name something that is not open to influence, and do not say that"
        " nothing is fixed."
    ),
    unknown=N_("Always known: a reason that is not recorded was not given."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "frame_reasoned": N_("Share with the reason for what is not open, at least"),
    },
    missed=MissQuestion(
        N_("{scope}, no reason is recorded. Was it given in another way, or was it missing?"),
    ),
    scope=NOT_OPEN,
    tells_silence=True,
    reasons=Reasons(
        met=(Reason(N_("It gives the reason for what is not open to influence.")),),
        missed=(Reason(N_("It says what is not open to influence, and no reason is recorded.")),),
        no_case=(
            Reason(N_("It says that nothing is fixed beforehand."), "nothing_fixed"),
            Reason(N_("It names nothing that is not open to influence.")),
        ),
    ),
)
