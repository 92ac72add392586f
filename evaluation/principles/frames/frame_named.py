"""Did people learn both what they could influence and what they could not?"""

from evaluation.principles.definition import Indicator, MissQuestion
from evaluation.principles.reasons import Reason, Reasons
from evaluation.principles.sources import OWN_PROPOSAL
from language import N_

INDICATOR = Indicator(
    id="frame_named",
    principle=1,
    position=2,
    label=N_("What is open, and what is not, is named"),
    question=N_("Did people learn both what they could influence and what they could not?"),
    numerator=N_(
        "Counts consultations that name both what is open to influence and what is not, or say that nothing"
        " is fixed."
    ),
    denominator=N_("Looks at all consultations of the period."),
    unknown=N_("Not known where neither is recorded."),
    measure="share",
    unit="share",
    norm="at_least",
    source=OWN_PROPOSAL,
    norm_labels={
        "frame_named": N_("Share that names both what is open and what is not, at least"),
        "not_recorded_min": N_("A centre that records nothing is named from so many cases"),
    },
    missed=MissQuestion(
        N_(
            "{scope}, only one of the two is recorded: what is open, or what is not. How did people learn the"
            " other?"
        ),
    ),
    tells_silence=True,
    reasons=Reasons(
        met=(
            Reason(N_("It says that nothing is fixed beforehand."), "nothing_fixed"),
            Reason(N_("It says both what is open to influence and what is not.")),
        ),
        missed=(
            Reason(N_("It says what is open to influence, but not what is not."), "names_open"),
            Reason(N_("It says what is not open to influence, but not what is.")),
        ),
        unknown=(Reason(N_("It says neither what is open to influence nor what is not.")),),
    ),
)
